"""What the text says of where something lies from a place, or which part of it is meant.

"70 km to the southeast of Raqqa", "20 miles from Aleppo", "east of Homs", "the southern countryside of Raqqa",
"Hama's eastern outskirts", "near Palmyra". The words are in ``data/relative.tsv``; all is read backwards from the
place, within a bounded number of tokens.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsutils.places.directions import Words, bearing_before, compass_point, words_of
from newsutils.places.distances import Distance, distance_after, distance_before
from newsutils.places.tokens import Tokens, is_hyphen

SKIPPED = 7
"""How many tokens may stand between the link and the name: "of the rebel-held northern city of Idlib"."""
FILLERS = 6
"""How many words and marks may stand between a distance and its direction."""
AFTER = 5
"""How many tokens after a name may say which part is meant: "’s southern and eastern countryside"."""
MARKS = frozenset('.;:!?()"“”\n')
POSSESSIVE = frozenset(["'", "’", "s"])

Where = Literal["at", "of", "piece", "edge", "land", "near"]
"""At a distance; beside, without a distance; in a part; in the outer parts; in the country around; near."""


class Relation(NamedTuple):
    """Where something lies from a place.

    Attributes:
        first: the first token of the words that say it.
        last: one past the last of them that stands before the place.
        where: how it lies.
        km: how far, for "at" alone.
        bearing: in which direction, in degrees clockwise from north; None where no direction is said.
    """

    first: int
    last: int
    where: Where
    km: float | None = None
    bearing: float | None = None

    @property
    def part(self) -> str:
        """A name for it: "north of", "north", "outskirts", "south countryside", "near"."""
        side = compass_point(self.bearing) if self.bearing is not None else ""
        word = {"of": "of", "edge": "outskirts", "land": "countryside", "near": "near"}.get(self.where, "")
        return " ".join(filter(None, (side, word)))


def relation_to(text: str, tokens: Tokens, first: int, last: int, floor: int, lang: str) -> Relation | None:
    """What the words around a place's name say.

    Args:
        text: the text.
        tokens: its tokens.
        first: the first token of the name.
        last: one past its last token.
        floor: the token before which nothing belongs to this place.
        lang: the language of the text.
    """
    known = words_of(lang)
    read = _Reader(text, tokens, floor, known, lang)
    beside, after = read.beside(first), read.after(first, last)
    if beside and after and beside.where == "piece" and after.bearing is None:
        beside = beside._replace(where=after.where)
    return read.before(first, last) or beside or after


class _Reader:
    def __init__(self, text: str, tokens: Tokens, floor: int, known: Words, lang: str) -> None:
        self._text, self._tokens, self._words = text, tokens, tokens.words
        self._floor, self._known, self._lang = floor, known, lang

    def before(self, first: int, last: int) -> Relation | None:
        """A relation whose words end with a link such as "of" before the name."""
        for at in range(first - 1, max(first - 2 - SKIPPED, self._floor), -1):
            word = self._words[at]
            link, apart = self._known.has("link", word), self._known.has("apart", word)
            found = None
            if self._known.has("bare", word):
                found = self._directed(at + 1, last)
            elif link or apart:
                found = self._directed(at, last, alone=link) or (self._apart(at) if apart else None)
                found = found or (self._part(at) if link else None)
            if found:
                return found
            if word in MARKS or self._known.has("stop", word):
                return None
        return None

    def _directed(self, end: int, last: int, *, alone: bool = True) -> Relation | None:
        """A direction that ends before a token, with a distance before it or after the name."""
        end -= end > self._floor and self._words[end - 1].lower() == "direction"
        found = bearing_before(self._words, end, self._known)
        if not found or found[0] < self._floor:
            return None
        first, bearing = found
        distance = self._distance(first)
        if distance:
            return Relation(distance.first, end + 1, "at", distance.km, bearing)
        if not alone:
            return None
        follows = self._distance_behind(last)
        if follows:
            return Relation(first, end + 1, "at", follows.km, bearing)
        return self._inside_or_beside(first, end, bearing)

    def _inside_or_beside(self, first: int, end: int, bearing: float) -> Relation:
        """What a direction alone says: "the north of X" is in it, "north of X" and "to the north of X" are not."""
        before = [word.lower() for word in self._words[max(first - 2, self._floor) : first]]
        if before == ["to", "the"]:
            return Relation(first - 2, end + 1, "of", None, bearing)
        inside = before[-1:] == ["the"]
        return Relation(first, end + 1, "piece" if inside else "of", None, bearing)

    def _distance(self, last: int) -> Distance | None:
        """The distance before a direction, past words such as "to the" and the same distance in brackets."""
        for at in range(last, max(last - 1 - FILLERS, self._floor), -1):
            found = distance_before(self._text, self._tokens, at, self._known, self._lang)
            if found:
                return found if found.first >= self._floor else None
            word = self._words[at - 1]
            if not (self._known.has("filler", word) or word == "," or is_hyphen(word)):
                return None
        return None

    def _distance_behind(self, last: int) -> Distance | None:
        """The distance that follows the name: "southeast of Raqqa, about 70 km away"."""
        if last >= len(self._words) or self._words[last] not in (",", "("):
            return None
        found = distance_after(self._text, self._tokens, last + 1, self._known, self._lang)
        follows = self._words[found.last].lower() if found and found.last < len(self._words) else "."
        return found if found and follows in ("away", ")", ".", ",", ";") else None

    def _apart(self, end: int) -> Relation | None:
        """A distance without a direction: "70 km from Raqqa", "20 miles away from Aleppo"."""
        distance = self._distance(end)
        return Relation(distance.first, end + 1, "at", distance.km) if distance else None

    def _part(self, end: int) -> Relation | None:
        """A part before a link: "the northern suburbs of", "on the outskirts of", "in the vicinity of"."""
        where = self._part_word(end - 1)
        if where is None or end <= self._floor:
            return None
        found = bearing_before(self._words, end - 1, self._known)
        first, bearing = found if found and found[0] >= self._floor else (end - 1, None)
        if where == "piece" and bearing is None:
            return None
        return Relation(first, end + 1, where, None, bearing)

    def _part_word(self, at: int) -> Where | None:
        word = self._words[at] if self._floor <= at < len(self._words) else ""
        kinds: tuple[Where, ...] = ("edge", "land", "piece", "near")
        return next((kind for kind in kinds if self._known.has(kind, word)), None)

    def beside(self, first: int) -> Relation | None:
        """A word right before the name: "near Palmyra", "close to Homs", "southern Raqqa"."""
        at = first - 1 - (first > self._floor and self._words[first - 1].lower() == "the")
        if at < self._floor:
            return None
        if self._known.has("near", self._words[at]):
            return Relation(at, first, "near")
        found = bearing_before(self._words, first, self._known)
        if found and found[0] >= self._floor and self._words[first - 1].islower():
            where = self._part_word(found[0] - 1)
            return Relation(found[0], first, where if where == "land" else "piece", None, found[1])
        return None

    def after(self, first: int, last: int) -> Relation | None:
        """A part named after the place: "Hama's eastern countryside", "the Aleppo suburbs"."""
        at = last
        while at < min(last + AFTER, len(self._words)) and self._words[at] in POSSESSIVE:
            at += 1
        for end in range(at, min(at + AFTER, len(self._words))):
            where = self._part_word(end)
            if where and where != "near":
                return self._named_after(first, at, end, where)
            if self._known.bearing(self._words[end]) is None and not is_hyphen(self._words[end]):
                return None
        return None

    def _named_after(self, first: int, at: int, end: int, where: Where) -> Relation | None:
        found = bearing_before(self._words, end, self._known)
        bearing = found[1] if found and found[0] >= at else None
        follows = self._words[end + 1].lower() if end + 1 < len(self._words) else ""
        if follows == "of" or (where == "piece" and bearing is None):
            return None
        return Relation(first, first, where, None, bearing)


def possessed(words: Sequence[str], last: int, first: int, known: Words) -> bool:
    """Whether a name that ends at one token only says whose the name is that starts at another: "Syria's Raqqa"."""
    if first - last > SKIPPED:
        return False
    between = [word.lower() for word in words[last:first]]
    if not POSSESSIVE & set(between[:2]) or "," in between:
        return False
    return not any(known.has(kind, word) for word in between for kind in ("stop", "edge", "land", "piece"))
