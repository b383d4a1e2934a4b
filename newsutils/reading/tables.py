"""The word lists of the page reader, read from the data files beside this module when they are first needed."""

import re
from functools import cache, lru_cache
from importlib.resources import files

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@lru_cache(maxsize=4096)
def kinds_of(names: str) -> frozenset[str]:
    """The kinds (of ``class_words.tsv``) that the names of an element's class, id and role speak of."""
    known = _kinds()
    parts = {part.lower() for part in _PARTS.findall(names)} | {part.lower() for part in names.split()}
    return frozenset(kind for part in parts for kind in known.get(part, ()))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in words_of("class_words.tsv"):
        kind, words = line.split("\t")
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found


@cache
def words_of(name: str) -> frozenset[str]:
    """The lines of a data file of this package, without comments and empty lines."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
