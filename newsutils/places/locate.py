"""From resolved names to places: points, radii, and what to say of a mention that nothing is known of."""

import math
from collections.abc import Sequence

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.mention import Mention
from newsutils.places.offsets import Offsets, Phrase, offsets_in
from newsutils.places.place import Alternative, Place, Resolved
from newsutils.places.resolve import WIDE, Name, trained_weights
from newsutils.places.scoring import score
from newsutils.places.spot import Spot, related, spot_of, spot_of_place
from newsutils.places.tokens import Tokens
from newsutils.places.unlisted import is_listed, surroundings


def locate(
    text: str, tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], alternatives: int, lang: str = ""
) -> list[Place]:
    """The place of each mention, and of each phrase that says how far and in which direction from one.

    Args:
        text: the text.
        tokens: its tokens.
        mentions: the mentions in order.
        names: their resolved names, beside them.
        alternatives: how many other places to give for each mention.
        lang: the language of the text.
    """
    offsets = offsets_in(text, tokens, mentions, names, lang)
    listed = [
        _listed(mention, name, offsets, at, text[mention.start : mention.end], alternatives)
        if is_listed(name)
        else None
        for at, (mention, name) in enumerate(zip(mentions, names, strict=True))
    ]
    around = surroundings(tokens, mentions, names, listed)
    places = [
        place or _unlisted(text, mention, name, spot)
        for mention, name, place, spot in zip(mentions, names, listed, around, strict=True)
    ]
    phrases = [_follow(text, tokens, places, mentions, names, phrase) for phrase in offsets.phrases]
    return sorted(filter(None, [*places, *phrases]), key=lambda place: place.start)


def _follow(
    text: str,
    tokens: Tokens,
    places: list[Place],
    mentions: Sequence[Mention],
    names: Sequence[Name],
    phrase: Phrase,
) -> Place | None:
    """Put what a phrase is said of where the phrase says; without a name for it the phrase is a place of its own."""
    anchors = [places[at] for at in phrase.anchors]
    spots = [spot for spot in map(spot_of_place, anchors) if spot]
    if len(spots) < len(anchors) or any(anchor.kind in WIDE for anchor in anchors):
        return None
    spot = phrase.spot(spots)
    if anchors[0].resolved != "gazetteer":
        spot = spot._replace(radius_km=round(math.hypot(spot.radius_km, spots[0].radius_km), 1))
    if phrase.subject is not None:
        chance = _score(mentions[phrase.subject], names[phrase.subject], "relative")
        places[phrase.subject] = _moved(places[phrase.subject], spot, chance)
        return None
    start, end = tokens.starts[phrase.first], tokens.ends[mentions[phrase.anchors[0]].first - 1]
    name = " ".join(text[start : anchors[-1].end].split())
    return _place(start, end, text[start:end], name, spot, min(anchor.score for anchor in anchors), "relative")


def _moved(place: Place, spot: Spot, chance: float) -> Place:
    """An unlisted place, or one whose namesakes all lie elsewhere, at a spot."""
    return replace(
        place,
        **spot._asdict(),
        name=place.text,
        geonameid=None,
        kind="unknown",
        score=chance,
        resolved="relative",
        alternatives=UNSET,
    )


def _listed(mention: Mention, name: Name, offsets: Offsets, at: int, text: str, alternatives: int) -> Place:
    town, relation = offsets.towns.get(at), offsets.parts.get(at)
    entry = town or name.candidates[0]
    spot = spot_of(entry)
    part = related(spot, relation) if relation else spot
    return Place(
        start=mention.start,
        end=mention.end,
        text=text,
        name=entry.name,
        geonameid=entry.geonameid or None,
        kind=entry.kind,
        score=_score(mention, name, "gazetteer"),
        resolved="relative" if (part.lat, part.lon) != (spot.lat, spot.lon) else "gazetteer",
        part=relation.part if relation else UNSET,
        alternatives=_alternatives(name, entry, alternatives) if alternatives else UNSET,
        **part._asdict(),
    )


def _alternatives(name: Name, chosen: Entry, count: int) -> list[Alternative] | UnsetType:
    others = [pair for pair in zip(name.candidates, name.weights, strict=True) if pair[0] is not chosen][:count]
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


def _score(mention: Mention, name: Name, resolved: Resolved) -> float:
    return round(score(trained_weights().score, mention.margin, name, resolved), 3)


def _unlisted(text: str, mention: Mention, name: Name, spot: Spot | None) -> Place:
    """A place that no gazetteer has: it gets the point and the radius of what the text says it lies in."""
    words = text[mention.start : mention.end]
    resolved: Resolved = "container" if spot else "none"
    return _place(mention.start, mention.end, words, words, spot, _score(mention, name, resolved), resolved)


def _place(start: int, end: int, words: str, name: str, spot: Spot | None, score: float, resolved: Resolved) -> Place:
    where = spot._asdict() if spot else dict.fromkeys(Spot._fields)
    return Place(
        start=start,
        end=end,
        text=words,
        name=name,
        geonameid=None,
        kind="unknown",
        score=score,
        resolved=resolved,
        **where,
    )
