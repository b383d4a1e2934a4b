"""Where an unlisted place lies: what the text says it lies in, or what stands around it."""

from collections.abc import Sequence

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.geometry import distance_km
from newsutils.places.mention import Mention
from newsutils.places.place import Place
from newsutils.places.resolve import WIDE, Name
from newsutils.places.spot import Spot, spot_of, spot_of_place
from newsutils.places.tokens import Tokens

BEFORE_REACH = 40
"""How many tokens before an unlisted place the last listed one may stand, to be taken for where it lies."""
BEGUN_KM = 300.0
"""How far from the others the place may be that an unlisted name begins with."""
CONTAINER_REACH = 10
"""How many tokens may lie between an unlisted place and the place that the text says it lies in."""


def is_listed(name: Name) -> bool:
    """Whether a gazetteer has the whole name."""
    return bool(name.candidates) and not name.partly


def surroundings(
    tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], listed: Sequence[Place | None]
) -> list[Spot | None]:
    """For each mention where it lies, as far as it can be told.

    What the text says of it or of its namesake; else the place that its name begins with, if that is near the others;
    else the last place before it; else what the document names most.

    Args:
        tokens: the text.
        mentions: the mentions.
        names: their names, beside them.
        listed: the places of those that are listed, beside them.
    """
    spots = [spot_of_place(place) if place else None for place in listed]
    said = [_container(tokens, mentions, names, at) for at in range(len(mentions))]
    by_key = {mention.key: at for mention, at in zip(mentions, said, strict=True) if at is not None}
    main = _main_place(names)
    found: list[Spot | None] = []
    last: int | None = None
    for at, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        before = spots[last] if last is not None and mention.first - mentions[last].last < BEFORE_REACH else main
        inside = by_key.get(mention.key) if said[at] is None else said[at]
        found.append(spots[inside] if inside is not None else _begun(name, before) or before)
        if _is_narrow(name):
            last = at
    return found


def _begun(name: Name, before: Spot | None) -> Spot | None:
    """The place that an unlisted name begins with, if it is near what stands before."""
    if not name.partly or not name.candidates:
        return None
    entry = name.candidates[0]
    near = before is None or distance_km(entry.lat, entry.lon, before.lat, before.lon) < BEGUN_KM
    return spot_of(entry) if near else None


def _main_place(names: Sequence[Name]) -> Spot | None:
    """The place, no country, that is named most, or None."""
    narrow = [name for name in names if _is_narrow(name)]
    return spot_of(max(narrow, key=lambda name: name.count).candidates[0]) if narrow else None


def _is_narrow(name: Name) -> bool:
    return is_listed(name) and _is_narrow_entry(name.candidates[0])


def _is_narrow_entry(entry: Entry) -> bool:
    return entry.kind not in WIDE or (entry.kind == "area" and bool(entry.country))


def _container(tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], at: int) -> int | None:
    """The next listed place of the sentence that "in" or a comma ties to this mention."""
    for other in range(at + 1, len(mentions)):
        between = tokens.words[mentions[at].last : mentions[other].first]
        if len(between) > CONTAINER_REACH or "." in between:
            return None
        if is_listed(names[other]) and ("in" in between or between == [","]):
            return other
    return None
