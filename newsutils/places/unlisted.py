"""Where an unlisted place lies: what the text says it lies in, or what stands around it."""

from collections.abc import Mapping, Sequence

from newsutils.places.geometry import distance_km
from newsutils.places.mention import Mention
from newsutils.places.place import Place
from newsutils.places.resolve import WIDE, Name
from newsutils.places.spot import Spot, spot_of, spot_of_place
from newsutils.places.tokens import Tokens

BEFORE_REACH = 40
"""How many tokens before an unlisted place the last one may stand, for both to lie together."""
NEAR_KM = 300.0
"""How far from the others the place may be that an unlisted name begins with, or that stands before it."""
KNOWN = 200_000
"""So many people make a place that an unlisted name begins with likely wherever it lies: "Dubai World Cup"."""
SAID_REACH = 10
"""How many tokens may lie between an unlisted place and the place that the text says it lies in."""
MOST_COMPARED = 40
"""Names of a document that are compared with each other."""


def is_listed(name: Name) -> bool:
    """Whether a gazetteer has the whole name."""
    return bool(name.candidates) and not name.partly


def surroundings(
    tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], listed: Sequence[Place | None]
) -> list[Spot | None]:
    """For each mention where it lies, as far as it can be told.

    What the text says of it or of its namesake; else the place that its name begins with; else the last place before
    it, if that is named again or near the middle of the document's places; else that middle.

    Args:
        tokens: the text.
        mentions: the mentions.
        names: their names, beside them.
        listed: the places of those that are listed, beside them.
    """
    spots = [spot_of_place(place) if place else None for place in listed]
    said = [_said(tokens, mentions, names, at) for at in range(len(mentions))]
    by_key = {mention.key: at for mention, at in zip(mentions, said, strict=True) if at is not None}
    named = {name.key: spot for name, spot in zip(names, spots, strict=True) if spot}
    middle = _middle(names)
    found: list[Spot | None] = []
    last, reach = middle, 0
    for at, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        before = last if mention.first < reach else middle
        inside = by_key.get(mention.key) if said[at] is None else said[at]
        found.append(spots[inside] if inside is not None else _begun(name, before, named) or before)
        spot = spots[at]
        if spot and _is_narrow(name) and (name.count > 1 or _is_near(spot, middle)):
            last, reach = spot, mention.last + BEFORE_REACH
        elif found[-1] == last:
            reach = mention.last + BEFORE_REACH
    return found


def _said(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], at: int) -> int | None:
    """The next listed place of the sentence that "in" or a comma ties to this mention."""
    for other in range(at + 1, len(mentions)):
        between = tokens.words[mentions[at].last : mentions[other].first]
        if len(between) > SAID_REACH or "." in between:
            return None
        if is_listed(names[other]) and ("in" in between or between == [","]):
            return other
    return None


def _begun(name: Name, before: Spot | None, named: Mapping[str, Spot]) -> Spot | None:
    """The place that an unlisted name begins with, if the document has it, or it is large or near what is before."""
    if not name.partly or not name.candidates:
        return None
    words = name.key.split(" ")
    for length in range(len(words) - 1, 0, -1):
        if spot := named.get(" ".join(words[:length])):
            return spot
    entry = name.candidates[0]
    return spot_of(entry) if entry.population >= KNOWN or _is_near(spot_of(entry), before) else None


def _is_near(spot: Spot, other: Spot | None) -> bool:
    return other is None or distance_km(spot.lat, spot.lon, other.lat, other.lon) < NEAR_KM


def _middle(names: Sequence[Name]) -> Spot | None:
    """The place, no country, that has most of the document's places around it; of equals the first."""
    narrow = list({id(name): name for name in names if _is_narrow(name)}.values())[:MOST_COMPARED]
    places = [(spot_of(name.candidates[0]), name.count) for name in narrow]
    return max(
        (spot for spot, _ in places),
        key=lambda spot: sum(count for other, count in places if _is_near(spot, other)),
        default=None,
    )


def _is_narrow(name: Name) -> bool:
    return is_listed(name) and name.candidates[0].kind not in WIDE
