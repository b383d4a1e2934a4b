"""The word lists of the page reader, read from the data files beside this module when they are first needed."""

from functools import cache
from importlib.resources import files


@cache
def words_of(name: str) -> frozenset[str]:
    """The lines of a data file of this package, without comments and empty lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
