"""What the relations in a text are said of: the part of a place, another name, or a spot that has no name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsutils.places.apposition import subject_before
from newsutils.places.directions import Words, words_of
from newsutils.places.gazetteer.entry import Entry
from newsutils.places.geometry import distance_km
from newsutils.places.mention import Mention
from newsutils.places.relative import Relation, possessed, relation_to
from newsutils.places.resolve import TOWN_LIKE, WIDE, Name
from newsutils.places.spot import RADIUS_SHARE, Spot, halfway, radius_km, related, spot_of
from newsutils.places.tokens import Tokens
from newsutils.places.unlisted import is_listed

DIVISIONS = frozenset(["region", "county", "district"])
FROM_TOWNS = frozenset(["at", "of", "edge", "near"])
"""Relations to a name that towns and divisions share are to the town."""
SAME_NAME_KM = 150.0
"""How far the town may lie from the middle of the division that bears its name."""
FIT_SHARE, FIT_KM = 0.6, 15.0
"""How far from the point that the text says a place may lie to be the one that is meant."""
SURELY_BETWEEN_KM, MAYBE_BETWEEN_KM = 60.0, 300.0
"""Towns so near each other have something between them; those farther apart where the text names a road or the like."""
WAY_REACH = 4
"""How many tokens before "between" may say what lies there."""


class Phrase(NamedTuple):
    """Words that say where something lies.

    Attributes:
        first: the first of them.
        anchors: the mentions that it lies so from: one, or the two that it lies between.
        subject: the unlisted mention that they are said of, None for what has no name.
        relation: how it lies from one anchor, None for between two.
        exactly: between two, as far from the one as from the other.
    """

    first: int
    anchors: tuple[int, ...]
    subject: int | None
    relation: Relation | None
    exactly: bool = False

    def spot(self, spots: Sequence[Spot]) -> Spot:
        """Where it lies, by the spots of its anchors."""
        return related(spots[0], self.relation) if self.relation else halfway(*spots, exactly=self.exactly)


class Offsets:
    """All that is said so in a text.

    Attributes:
        parts: mentions of which a part or the surroundings are meant.
        towns: mentions that mean the town, not the division that bears its name.
        phrases: what lies at a distance or between two.
    """

    def __init__(self) -> None:
        self.parts: dict[int, Relation] = {}
        self.towns: dict[int, Entry] = {}
        self.phrases: list[Phrase] = []


def offsets_in(text: str, tokens: Tokens, mentions: Sequence[Mention], names: Sequence[Name], lang: str) -> Offsets:
    """Read the relations of a text. Names of which a distance is said are resolved to the place that lies there."""
    known, found = words_of(lang), Offsets()
    said = _Said(tokens.words, mentions, names, known, found)
    for at, floor in _floors(tokens.words, mentions, known):
        mention = mentions[at]
        relation = relation_to(text, tokens, mention.first, mention.last, floor, lang)
        if relation:
            said.add(at, relation)
        found.phrases += _between(tokens.words, mentions, names, at, found, known)
    return found


def _floors(words: Sequence[str], mentions: Sequence[Mention], known: Words) -> Iterator[tuple[int, int]]:
    """The mentions that a relation may be to, each with the token before which nothing belongs to it."""
    floor = 0
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        if following and possessed(words, mention.last, following.first, known):
            continue
        yield at, floor
        floor = mention.last


class _Said:
    """Notes what a relation is said of."""

    def __init__(
        self, words: Sequence[str], mentions: Sequence[Mention], names: Sequence[Name], known: Words, found: Offsets
    ) -> None:
        self.words, self.mentions, self.names, self.known, self.found = words, mentions, names, known, found

    def add(self, at: int, relation: Relation) -> None:
        town = _town_of(self.names[at]) if relation.where in FROM_TOWNS else None
        if town:
            self.found.towns[at] = town
        if relation.where not in ("at", "of"):
            self.found.parts[at] = relation
            return
        before = at - 1
        while before >= 0 and self.mentions[before].last > relation.first:
            before -= 1
        subject = subject_before(self.words, self.mentions, before, relation.first, self.known)
        if subject is not None and self._is_settled(subject, before, at, town, relation):
            return
        if relation.km is None and subject is None:
            self.found.parts[at] = relation
        else:
            self.found.phrases.append(Phrase(relation.first, (at,), subject, relation))

    def _is_settled(self, subject: int, container: int, at: int, town: Entry | None, relation: Relation) -> bool:
        """Whether more is known of a subject than the relation tells: its own point, or a small place around it."""
        if is_listed(self.names[subject]):
            return self._fits(subject, at, town, relation)
        if subject == container or relation.km is None or not is_listed(self.names[container]):
            return False
        return radius_km(self.names[container].candidates[0]) < RADIUS_SHARE * relation.km

    def _fits(self, subject: int, at: int, town: Entry | None, relation: Relation) -> bool:
        """Whether the subject is a listed place that may lie there; if so, it is resolved to it."""
        anchor, name = self.names[at], self.names[subject]
        if relation.km is None or not is_listed(anchor) or name.candidates[0].kind not in TOWN_LIKE:
            return True
        there = related(spot_of(town or anchor.candidates[0]), relation)
        reach = max(FIT_KM, FIT_SHARE * relation.km, there.radius_km)
        kept = [
            number
            for number, entry in enumerate(name.candidates)
            if distance_km(entry.lat, entry.lon, there.lat, there.lon) <= reach
        ]
        if kept:
            total = sum(name.weights[number] for number in kept) or 1.0
            name.candidates = tuple(name.candidates[number] for number in kept)
            name.weights = [name.weights[number] / total for number in kept]
        return bool(kept)


def _town_of(name: Name) -> Entry | None:
    """The town that bears the name of a division, where the division is the likeliest: distances start from towns."""
    if not is_listed(name) or name.candidates[0].kind not in DIVISIONS:
        return None
    top = name.candidates[0]
    towns = (entry for entry in name.candidates if entry.kind in TOWN_LIKE)
    return next((one for one in towns if distance_km(one.lat, one.lon, top.lat, top.lon) < SAME_NAME_KM), None)


def _between(
    words: Sequence[str], mentions: Sequence[Mention], names: Sequence[Name], at: int, found: Offsets, known: Words
) -> Iterator[Phrase]:
    """Words such as "halfway between A and B", and "between A and B" of places near each other."""
    if at + 1 >= len(mentions) or not (is_listed(names[at]) and is_listed(names[at + 1])):
        return
    first = mentions[at].first - 1
    last = mentions[at].last
    joined = last + 1 == mentions[at + 1].first and known.has("and", words[last])
    if first < 0 or not joined or not known.has("between", words[first]):
        return
    towns = {at + step: _town_of(names[at + step]) for step in (0, 1)}
    one, other = (town or names[number].candidates[0] for number, town in towns.items())
    before = words[max(first - WAY_REACH, 0) : first]
    reach = MAYBE_BETWEEN_KM if any(known.has("way", word) for word in before) else SURELY_BETWEEN_KM
    if {one.kind, other.kind} & (WIDE | DIVISIONS) or distance_km(one.lat, one.lon, other.lat, other.lon) > reach:
        return
    exactly = bool(before) and known.has("halfway", before[-1])
    first -= exactly
    subject = subject_before(words, mentions, at - 1, first, known)
    if subject is None or not is_listed(names[subject]):
        found.towns |= {number: town for number, town in towns.items() if town}
        yield Phrase(first, (at, at + 1), subject, None, exactly)
