"""Progress on standard error, for a person who watches."""

import os
import sys
from collections.abc import Sequence


class Progress:
    """Shows bytes read, their rate and, where all files are named, the time left; shows nothing unless watched.

    Args:
        command: the command's name.
        files: what is read.
        quiet: show nothing in any case.
        passes: how often the files are read.
    """

    def __init__(self, command: str, files: Sequence[str], quiet: bool, passes: int = 1) -> None:
        self._bar = None
        if quiet or sys.stderr is None or not sys.stderr.isatty() or os.isatty(1):
            return
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread: worker processes are forked
        self._bar = tqdm(desc=command, total=_size(files, passes), unit="B", unit_scale=True, leave=False)

    def advance(self, count: int) -> None:
        """So many more bytes were read."""
        if self._bar is not None:
            self._bar.update(count)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()


def _size(files: Sequence[str], passes: int) -> int | None:
    if not all(os.path.isfile(name) for name in files):
        return None
    return passes * sum(os.path.getsize(name) for name in files)
