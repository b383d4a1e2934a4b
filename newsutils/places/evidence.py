"""Where a document comes from, as far as what comes with it tells."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from newsutils.places.gazetteer.tables import read_table
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.matching import find_matches
from newsutils.places.resolve import Home
from newsutils.places.tokens import tokenise
from newsutils.places.untagged import likely_places

SURE = 0.6
"""The share of the people of all places of a name that must live in one country or region for it to count."""
NAMING = frozenset(["country", "region"])
"""Kinds of places that count even inside a longer name: "The Illinois Register"."""


def home_of(lines: Iterable[str | None], words: Iterable[str], gazetteers: Gazetteers) -> Home:
    """The countries and regions of the places that the title, the dateline and the source name plainly.

    Args:
        lines: the title, the dateline and the source.
        words: the words of the text; some are a country's own.
        gazetteers: where to look the places up.
    """
    countries: set[str] = set()
    regions: set[str] = set()
    for line in filter(None, lines):
        tokens = tokenise(line)
        matches = find_matches(tokens, gazetteers)
        likely = set(likely_places(tokens.words, matches, gazetteers))
        for match in matches:
            entries = gazetteers.find(match.key)
            if entries[0].kind not in NAMING and match not in likely:
                continue
            people = sum(entry.population for entry in entries)
            best = entries[0]
            if best.population >= SURE * people:
                countries.update(best.divisions[:1])
                regions.update(best.divisions[1:2])
    return Home(frozenset(countries), frozenset(regions), cues_of(words))


def cues_of(words: Iterable[str]) -> Mapping[str, float]:
    """How strongly a text's words speak for each country, from 0 to below 1: "sheriff" for the United States."""
    known = _countries_by_word()
    found = Counter(code for word in known.keys() & set(map(str.lower, set(words))) for code in known[word])
    most = max(found.values(), default=0)
    return {code: count / (1 + most) for code, count in found.items()}


@cache
def _countries_by_word() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for codes, words in read_table("cues.tsv", __package__):
        for word in words.split():
            found.setdefault(word, set()).update(codes.split())
    return {word: frozenset(codes) for word, codes in found.items()}
