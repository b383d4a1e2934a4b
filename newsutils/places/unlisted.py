"""Where an unlisted place lies: what the text says it lies in, or what stands around it."""

from collections.abc import Mapping, Sequence

from newsutils.places.context import LISTS
from newsutils.places.geometry import distance_km
from newsutils.places.lexicon import classes_of
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.nationality import country_said
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
LINKS = frozenset(["in", "of", "outside", "near"])
OPENING = frozenset([",", "(", "–", "—"])
MARKS = frozenset("'’s\"”")
_KIND = frozenset(["type", "typeof", "facility", "direction"])
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
        if len(between) > SAID_REACH:
            continue
        listed = " ".join(between) in LISTS
        if not (listed or _lies_in(between)):
            continue
        if not is_listed(names[at + 1]):
            found[at] = found[at + 1]
        elif not listed or between == [","] or _is_close(names[at + 1], middle):
            found[at] = _owned(words, mentions, names, at + 1)
    return found


def _lies_in(between: Sequence[str]) -> bool:
    """Whether words say that the place before lies in the one after: "district of", ", a farming village in the"."""
    link = next((at for at, word in enumerate(between) if word in LINKS), None)
    if link is None or "." in between:
        return False
    told = between[:link]
    return not told or told[0] in OPENING or all(map(_is_part_of_name, told))


def _is_part_of_name(word: str) -> bool:
    """Whether a word may still belong to the name before it: "Nurgal district", "St Edmund's School"."""
    return word[0].isupper() or word in MARKS or bool(_KIND & classes_of(word))


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


def _is_close(name: Name, middle: Spot | None) -> bool:
    """Whether a name's place is narrow and near the middle of the document's."""
    return _is_narrow(name) and _is_near(spot_of(name.candidates[0]), middle)


def _is_narrow(name: Name) -> bool:
    """Whether a name means a place in one country that is no country itself: no river, no sea."""
    return is_listed(name) and name.candidates[0].kind not in WIDE and bool(name.candidates[0].country)
