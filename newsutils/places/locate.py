"""From resolved names to places: points, radii, and what to say of a mention that nothing is known of."""

import math
from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.mention import Mention
from newsutils.places.place import Alternative, Place
from newsutils.places.resolve import WIDE, Name
from newsutils.places.tokens import Tokens

RADII_KM = {
    "country": 300.0, "region": 100.0, "county": 30.0, "district": 30.0, "area": 150.0, "continent": 2500.0,
    "ocean": 3000.0, "sea": 400.0, "river": 300.0, "strait": 50.0, "lake": 30.0, "mountain": 50.0, "desert": 300.0,
    "island": 50.0, "park": 10.0, "canal": 50.0,
}  # fmt: skip
"""How far places of a kind reach from their point, roughly; a town's reach follows from its people."""
TOWN_KM = 1.0
CONTAINER_REACH = 10
"""How many tokens may lie between an unlisted place and the place that the text says it lies in."""


def locate(
    text: str, tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], alternatives: int
) -> list[Place]:
    """The place of each mention; `names` runs beside `mentions`."""
    surroundings = _surroundings(tokens, mentions, names)
    return [
        _listed(text, mention, name, alternatives) if name.candidates else _unlisted(text, mention, around)
        for mention, name, around in zip(mentions, names, surroundings, strict=True)
    ]


def radius_km(entry: Entry) -> float:
    """How far a place reaches from its point."""
    return RADII_KM.get(entry.kind) or round(TOWN_KM + math.sqrt(entry.population) / 100, 1)


def _listed(text: str, mention: Mention, name: Name, alternatives: int) -> Place:
    entry = name.candidates[0]
    return Place(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        name=entry.name,
        geonameid=entry.geonameid or None,
        lat=entry.lat,
        lon=entry.lon,
        radius_km=radius_km(entry),
        kind=entry.kind,
        country=entry.country or None,
        admin1=entry.admin1 or None,
        score=round(name.weights[0], 3),
        resolved="gazetteer",
        alternatives=_alternatives(name, alternatives) if alternatives else UNSET,
    )


def _alternatives(name: Name, count: int) -> list[Alternative] | UnsetType:
    others = list(zip(name.candidates, name.weights, strict=True))[1 : count + 1]
    return [
        Alternative(
            entry.name,
            entry.geonameid or None,
            entry.lat,
            entry.lon,
            entry.kind,
            entry.country or None,
            entry.admin1 or None,
            round(weight, 3),
        )
        for entry, weight in others
    ]


def _unlisted(text: str, mention: Mention, container: Entry | None) -> Place:
    """A place that no gazetteer has: it gets the point and the radius of what the text says it lies in."""
    words = text[mention.start : mention.end]
    return Place(
        start=mention.start,
        end=mention.end,
        text=words,
        name=words,
        geonameid=None,
        lat=container.lat if container else None,
        lon=container.lon if container else None,
        radius_km=radius_km(container) if container else None,
        kind="unknown",
        country=(container.country or None) if container else None,
        admin1=(container.admin1 or None) if container else None,
        score=0.5,
        resolved="container" if container else "none",
    )


def _surroundings(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Entry | None]:
    """For each mention what it lies in: what the text says of it or of its namesake, else the last place before it."""
    said = [_container(tokens, mentions, names, at) for at in range(len(mentions))]
    by_key = {mention.key: entry for mention, entry in zip(mentions, said, strict=True) if entry}
    found, last = [], None
    for mention, name, entry in zip(mentions, names, said, strict=True):
        found.append(entry or by_key.get(mention.key) or last)
        if name.candidates and name.candidates[0].kind not in WIDE:
            last = name.candidates[0]
    return found


def _container(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], at: int) -> Entry | None:
    """The next listed place of the sentence that "in" or a comma ties to this mention."""
    for other in range(at + 1, len(mentions)):
        between = tokens.words[mentions[at].last : mentions[other].first]
        if len(between) > CONTAINER_REACH or "." in between:
            return None
        if names[other].candidates and ("in" in between or between == [","]):
            return names[other].candidates[0]
    return None
