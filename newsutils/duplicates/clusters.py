"""The stories of a stream, as a file: which records tell the same one."""

from collections.abc import Mapping
from typing import Any

import msgspec


class ClusterFile:
    """JSON Lines of {"id", "cluster"}, a line a record; the cluster is the id of the record that stands for the story.

    Raises:
        OSError: the file cannot be written.
    """

    def __init__(self, path: str) -> None:
        self._file = open(path, "wb")  # noqa: SIM115 - closed at the end of the stream

    def add(self, name: str, verdict: Mapping[str, Any]) -> None:
        """Write the line of a record, of which these are the fields that a verdict gave."""
        line = {"id": name, "cluster": verdict.get("duplicate_of", name)}
        self._file.write(msgspec.json.encode(line) + b"\n")

    def close(self) -> None:
        """Close the file."""
        self._file.close()
