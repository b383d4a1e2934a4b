"""From resolved names to places: points, radii, and what to say of a mention that nothing is known of."""

import math
from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.geometry import distance_km
from newsutils.places.mention import Mention
from newsutils.places.place import Alternative, Place
from newsutils.places.relative import Offset, offset_before
from newsutils.places.resolve import WIDE, Name
from newsutils.places.tokens import Tokens

RADII_KM = {
    "country": 300.0, "region": 100.0, "county": 30.0, "district": 30.0, "area": 150.0, "continent": 2500.0,
    "ocean": 3000.0, "sea": 400.0, "river": 300.0, "strait": 50.0, "lake": 30.0, "mountain": 50.0, "desert": 300.0,
    "island": 50.0, "park": 10.0, "canal": 50.0,
}  # fmt: skip
"""How far places of a kind reach from their point, roughly; a town's reach follows from its people."""
TOWN_KM = 1.0
UNLISTED_SCORE = 0.5
APPOSITION = 25
"""How many characters may stand between a place and the distance that is said of it: ", a town "."""
BEFORE_REACH = 40
"""How many tokens before an unlisted place the last listed one may stand, to be taken for where it lies."""
BEGUN_KM = 300.0
"""How far from the others the place may be that an unlisted name begins with."""
CONTAINER_REACH = 10
"""How many tokens may lie between an unlisted place and the place that the text says it lies in."""


def locate(
    text: str, tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], alternatives: int
) -> list[Place]:
    """The place of each mention; `names` runs beside `mentions`."""
    places: list[Place] = []
    for mention, name, around in zip(mentions, names, surroundings(tokens, mentions, names), strict=True):
        if name.partly or not name.candidates:
            places.append(_unlisted(text, mention, around))
            continue
        place = _listed(text, mention, name, alternatives)
        offset = offset_before(text, mention.start)
        if offset:
            _add_relative(places, text, place, offset)
        places.append(place)
    return places


def _add_relative(places: list[Place], text: str, anchor: Place, offset: Offset) -> None:
    """Put the unlisted place before a distance and a direction there; without one the phrase is a place itself."""
    assert anchor.lat is not None
    assert anchor.lon is not None
    lat, lon = offset.point_from(anchor.lat, anchor.lon)
    reach = places[-1].end if places else 0
    if offset.start < reach:
        return
    between = text[reach : offset.start]
    if places and places[-1].geonameid is None and len(between) <= APPOSITION and "." not in between:
        if places[-1].resolved != "gazetteer":
            spot = places.pop()
            places.append(_moved(spot, anchor, lat, lon, offset.radius_km))
        return
    words = text[offset.start : anchor.start].rstrip()
    name = " ".join(f"{words} {anchor.text}".split())
    end = offset.start + len(words)
    blank = _place(offset.start, end, words, name, None, anchor.score)
    places.append(_moved(blank, anchor, lat, lon, offset.radius_km))


def _moved(place: Place, anchor: Place, lat: float, lon: float, radius: float) -> Place:
    return replace(
        place,
        lat=lat,
        lon=lon,
        radius_km=radius,
        country=anchor.country,
        admin1=anchor.admin1,
        resolved="relative",
    )


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
    return _place(mention.start, mention.end, words, words, container, UNLISTED_SCORE)


def _place(start: int, end: int, words: str, name: str, container: Entry | None, score: float) -> Place:
    return Place(
        start=start,
        end=end,
        text=words,
        name=name,
        geonameid=None,
        lat=container.lat if container else None,
        lon=container.lon if container else None,
        radius_km=radius_km(container) if container else None,
        kind="unknown",
        country=(container.country or None) if container else None,
        admin1=(container.admin1 or None) if container else None,
        score=score,
        resolved="container" if container else "none",
    )


def surroundings(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name]) -> list[Entry | None]:
    """For each mention what it lies in, as far as it can be told.

    What the text says of it or of its namesake; else the place that its name begins with, if that is near the others;
    else the last place before it; else what the document names most.
    """
    said = [_container(tokens, mentions, names, at) for at in range(len(mentions))]
    by_key = {mention.key: entry for mention, entry in zip(mentions, said, strict=True) if entry}
    main = _main_place(names)
    found: list[Entry | None] = []
    last: tuple[int, Entry] | None = None
    for mention, name, entry in zip(mentions, names, said, strict=True):
        before = last[1] if last and mention.first - last[0] < BEFORE_REACH else main
        found.append(entry or by_key.get(mention.key) or _begun(name, before) or before)
        if _is_narrow(name):
            last = mention.last, name.candidates[0]
    return found


def _begun(name: Name, before: Entry | None) -> Entry | None:
    """The place that an unlisted name begins with, if it is near what stands before."""
    if not name.partly or not name.candidates:
        return None
    entry = name.candidates[0]
    near = before is None or distance_km(entry.lat, entry.lon, before.lat, before.lon) < BEGUN_KM
    return entry if near else None


def _main_place(names: Sequence[Name]) -> Entry | None:
    """The place, no country, that is named most, or None."""
    narrow = [name for name in names if _is_narrow(name)]
    return max(narrow, key=lambda name: name.count).candidates[0] if narrow else None


def _is_narrow(name: Name) -> bool:
    if not name.candidates or name.partly:
        return False
    entry = name.candidates[0]
    return entry.kind not in WIDE or (entry.kind == "area" and bool(entry.country))


def _container(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], at: int) -> Entry | None:
    """The next listed place of the sentence that "in" or a comma ties to this mention."""
    for other in range(at + 1, len(mentions)):
        between = tokens.words[mentions[at].last : mentions[other].first]
        if len(between) > CONTAINER_REACH or "." in between:
            return None
        if names[other].candidates and not names[other].partly and ("in" in between or between == [","]):
            return names[other].candidates[0]
    return None
