"""Where an unlisted place lies: what the text says it lies in, or what stands around it."""

from collections.abc import Mapping, Sequence

from newsutils.places.context import INSIDE_REACH, LISTS, lies_in
from newsutils.places.geometry import distance_km
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.nationality import country_said
from newsutils.places.place import Place
from newsutils.places.resolve import CHAINING, WIDE, Name
from newsutils.places.spot import Spot, spot_of, spot_of_place
from newsutils.places.tokens import Tokens

BEFORE_REACH = 40
"""How many tokens before an unlisted place the last one may stand, for both to lie together."""
NEAR_KM = 300.0
"""How far from the others the place may be that an unlisted name begins with, or that stands before it."""
KNOWN = 200_000
"""So many people make a place that an unlisted name begins with likely wherever it lies: "Dubai World Cup"."""
MOST_COMPARED = 40
"""Names of a document that are compared with each other."""


def is_listed(name: Name) -> bool:
    """Whether a gazetteer has the whole name."""
    return bool(name.candidates) and not name.partly


def surroundings(
    tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], listed: Sequence[Place | None]
) -> list[Spot | None]:
    """For each mention where it lies, as far as it can be told; nothing is told where all are listed.

    What the text says of it or of its namesake; else the place that its name begins with; else the last place before
    it, if that is named again or near the middle of the document's places and in the country whose people stand before
    the name, if any do; else that middle.

    Args:
        tokens: the text.
        mentions: the mentions.
        names: their names, beside them.
        listed: the places of those that are listed, beside them.
    """
    if None not in listed:
        return [None] * len(listed)
    spots = [spot_of_place(place) if place else None for place in listed]
    middle = _middle(names)
    said = containers(tokens.words, mentions, names, middle)
    by_key = {mention.key: at for mention, at in zip(mentions, said, strict=True) if at is not None}
    named = {name.key: spot for name, spot in zip(names, spots, strict=True) if spot}
    by_country = {spot.country: spot for spot in spots if spot and spot.country}
    found: list[Spot | None] = []
    last, reach = middle, 0
    for at, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        before = last if mention.first < reach else middle
        inside = by_key.get(mention.key) if said[at] is None else said[at]
        told = by_country.get(country_said(tokens.words, mention.first))
        if told and before and before.country != told.country:
            before = told
        found.append(spots[inside] if inside is not None else _begun(name, before, named) or before)
        spot = spots[at]
        if spot and _is_narrow(name) and (name.count > 1 or _is_near(spot, middle)):
            last, reach = spot, mention.last + BEFORE_REACH
        elif found[-1] == last:
            reach = mention.last + BEFORE_REACH
    return found


def containers(
    words: Sequence[str], mentions: Sequence[Mention], names: Sequence[Name], middle: Spot | None
) -> list[int | None]:
    """For each mention the listed one after it that the text says it lies in, or, near the middle, beside."""
    found: list[int | None] = [None] * len(mentions)
    for at in range(len(mentions) - 2, -1, -1):
        between = words[mentions[at].last : mentions[at + 1].first]
        if len(between) > INSIDE_REACH or not (" ".join(between) in LISTS or lies_in(between)):
            continue
        if not is_listed(names[at + 1]):
            found[at] = found[at + 1]
        elif _is_sure(names[at + 1], middle):
            found[at] = _owned(words, mentions, names, at + 1)
    return found


def _owned(words: Sequence[str], mentions: Sequence[Mention], names: Sequence[Name], at: int) -> int:
    """The mention itself, or the next if it only says whose that is: "Afghanistan's Paktika"."""
    if at + 1 == len(mentions) or not is_listed(names[at + 1]):
        return at
    between = words[mentions[at].last : mentions[at + 1].first]
    return at + 1 if len(between) == 2 and between[1] == "s" else at


def _begun(name: Name, before: Spot | None, named: Mapping[str, Spot]) -> Spot | None:
    """The place that an unlisted name begins with, if the document has it, or it is large or near what is before."""
    if not name.partly or not name.candidates:
        return None
    words = name.key.split(" ")
    for length in range(len(words) - 1, 0, -1):
        if spot := named.get(" ".join(words[:length])):
            return spot
    entry = name.candidates[0]
    known = entry.population >= KNOWN and name_key(entry.name) in name.key
    return spot_of(entry) if known or _is_near(spot_of(entry), before) else None


def _is_near(spot: Spot, other: Spot | None) -> bool:
    return other is None or distance_km(spot.lat, spot.lon, other.lat, other.lon) < NEAR_KM


def _middle(names: Sequence[Name]) -> Spot | None:
    """The place, no country, that has most of the document's places around it; of equals the first.

    Where there is none, the country that is named most.
    """
    narrow = list({id(name): name for name in names if _is_narrow(name)}.values())[:MOST_COMPARED]
    places = [(spot_of(name.candidates[0]), name.count) for name in narrow]
    countries = [name for name in names if is_listed(name) and name.candidates[0].kind == "country"]
    return max(
        (spot for spot, _ in places),
        key=lambda spot: sum(count for other, count in places if _is_near(spot, other)),
        default=spot_of(max(countries, key=lambda name: name.count).candidates[0]) if countries else None,
    )


def _is_sure(name: Name, middle: Spot | None) -> bool:
    """Whether a name's place is what it seems: a country or a region, large, or near the middle of the document's."""
    best = name.candidates[0]
    return best.kind in CHAINING or best.population >= KNOWN or (bool(best.country) and _is_near(spot_of(best), middle))


def _is_narrow(name: Name) -> bool:
    """Whether a name means a place in one country that is no country itself: no river, no sea."""
    return is_listed(name) and name.candidates[0].kind not in WIDE and bool(name.candidates[0].country)
