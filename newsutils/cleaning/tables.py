"""The word lists of the cleaning steps, read from the data files beside this module when they are first needed."""

from functools import cache
from importlib.resources import files


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a data file of this package, without comments and empty lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in map(str.strip, text.split("\n")) if line and not line.startswith("#"))


@cache
def words_of(name: str) -> frozenset[str]:
    """The lines of a data file as a set of words or phrases."""
    return frozenset(lines_of(name))


@cache
def words_by_language(name: str) -> dict[str, frozenset[str]]:
    """A data file of two columns, language and words, as sets of words."""
    rows = (line.split("\t", 1) for line in lines_of(name))
    return {lang: frozenset(words.split()) for lang, words in rows}


@cache
def spaced_words_of(name: str) -> frozenset[str]:
    """The words of a data file that holds several a line."""
    return frozenset(word for line in lines_of(name) for word in line.split())
