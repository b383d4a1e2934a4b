"""Gazetteers for text in one language: what the language calls a place, the place is, before all its namesakes.

The names are in ``data/exonyms.tsv``. They are kept out of the gazetteer itself, where they would be names in every
language: "Island" is a country in German alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.gazetteer.reader import Gazetteer
from newsutils.places.gazetteer.tables import read_table
from newsutils.places.gazetteer.union import FOREMOST, Gazetteers
from newsutils.places.names import name_key

LANGUAGES = ("de", "es", "fr", "it", "pt")
"""The languages of the table, in the order of its columns."""
TOWN = "town"
LONGEST_ARTICLE = 3
"""After so short a word a longer name of the language's own begins a name: "La Côte d'Ivoire" is not in La Côte."""
GERMAN = "de"
GENITIVE_LIKE = ("s", "x", "z")
"""What German names end in that have no ending in the genitive: "Paris", but "Berlins"."""


class Localised(Gazetteers):
    """Gazetteers that know places by the names of a language, too.

    Args:
        members: see :class:`Gazetteers`.
        lang: one of ``LANGUAGES``.

    Attributes:
        lang: the same.
    """

    def __init__(self, members: Sequence[Gazetteer], lang: str) -> None:
        super().__init__(members)
        self.lang = lang
        self._own = _own_names(Gazetteers(members), lang)
        self._by_word: dict[str, list[str]] = {}
        for key in self._own:
            self._by_word.setdefault(key.partition(" ")[0], []).append(key)
        self._listed_at_start = self.keys_at_start
        self.keys_at_start = self._with_own_names

    def is_own_name(self, key: str) -> bool:
        """Whether the language's own name of a well-known place has this key."""
        return key in self._own

    def _with_own_names(self, text: str) -> Sequence[str]:
        own = self._own_at_start(text)
        first, _, rest = text.partition(" ")
        if len(first) <= LONGEST_ARTICLE and any(" " in key for key in self._own_at_start(rest)):
            return own
        listed = self._listed_at_start(text)
        return sorted({*listed, *own}, key=len) if own else listed

    def _own_at_start(self, text: str) -> list[str]:
        found = (key for key in self._by_word.get(text.partition(" ")[0], ()) if text.startswith(key))
        return sorted(found, key=len)

    def _find(self, key: str) -> tuple[Entry, ...]:
        """The place of the language's own name; after a town the other towns that are chiefly called so."""
        listed = super()._find(key)
        own = self._own.get(key, ())
        if not own:
            return listed
        others = (entry for entry in listed if entry.kind == TOWN and entry not in own and name_key(entry.name) == key)
        return (*own, *(others if own[0].kind == TOWN else ()))

    def _foremost(self, key: str) -> tuple[Entry, ...]:
        return self._find(key)[:FOREMOST] if key in self._own else super()._foremost(key)


@cache
def in_language(gazetteers: Gazetteers, lang: str) -> Gazetteers:
    """The gazetteers for text in a language: the same where the table has no names in it."""
    return Localised(gazetteers.members, lang) if lang in LANGUAGES else gazetteers


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return read_table("exonyms.tsv")


def _own_names(listed: Gazetteers, lang: str) -> Mapping[str, tuple[Entry, ...]]:
    """The places for each key of a name in the language, as the gazetteers have them."""
    found: dict[str, tuple[Entry, ...]] = {}
    for kind, country, name, *names in _rows():
        entry = _entry(listed, kind, country, name)
        if entry:
            for key in _keys(names[LANGUAGES.index(lang)] or name, lang):
                found[key] = (*found.get(key, ()), entry)
    return found


def _keys(names: str, lang: str) -> Iterator[str]:
    for key in filter(None, map(name_key, names.split("|"))):
        yield key
        if lang == GERMAN and key.isalpha() and not key.endswith(GENITIVE_LIKE):
            yield key + "s"


def _entry(listed: Gazetteers, kind: str, country: str, name: str) -> Entry | None:
    """The place of a row of the table: the most populous of its kind and country with the name."""
    for entry in listed.find(name_key(name)):
        if entry.kind == kind and country in ("", entry.country):
            return entry
    return None
