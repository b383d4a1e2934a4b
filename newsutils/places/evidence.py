"""Where a document comes from, as far as what comes with it tells."""

from collections.abc import Iterable

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.listed import find_listed
from newsutils.places.resolve import Home
from newsutils.places.tokens import tokenise

SURE = 0.6
"""The share of the people of all places of a name that must live in one country or region for it to count."""


def home_of(lines: Iterable[str | None], gazetteers: Gazetteers) -> Home:
    """The countries and regions of the places that the title, the dateline and the source name plainly."""
    countries: set[str] = set()
    regions: set[str] = set()
    for line in filter(None, lines):
        tokens = tokenise(line)
        for match in find_listed(tokens, gazetteers):
            entries = gazetteers.find(match.key)
            people = sum(entry.population for entry in entries)
            best = entries[0]
            if best.population >= SURE * people:
                countries.update(best.divisions[:1])
                regions.update(best.divisions[1:2])
    return Home(frozenset(countries), frozenset(regions))
