"""The package's own tables: tab-separated lines, comments after "#"."""

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in this package's data, each a list of its fields."""
    table = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
