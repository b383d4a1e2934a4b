"""What an older text is to a new one, told from what they share.

Shared wording alone does not tell a copy from tomorrow's market report, which has the same sentences with other numbers
and names in their places. What a text has more, be it a paragraph or a notice of the page, is no sign of that. And a
round-up is no copy of a brief that it holds.
"""

from collections.abc import Sequence
from typing import NamedTuple

LEAST_CONTAINMENT = 0.45
# So many of the numbers, and of the names, about which both texts say something must be the same in both.
LEAST_NUMBERS = 0.8
LEAST_NAMES = 0.65
# So many of the facts of the shorter text must stand in the longer one at all; notices of a page share words, no facts.
LEAST_FACTS = 0.5
# One other number among this many words is an update of the story.
WORDS_PER_UPDATE = 55
# A new text that holds an old one is a version of it only if the old one makes up this much of it.
LEAST_OLD_SHARE = 0.35
# A text of which less than this is in the other lacks something: it is contained, not near.
WHOLE = 0.8


class Match(NamedTuple):
    """How a new text relates to an older one.

    Attributes:
        relation: "exact", "near", "contained" (it lies in the older one), "superset" (it holds the older one), "update"
            (the same story with other numbers), "template" (alike, but another story), or "" for none.
        original: the id of the older document.
        similarity: shared shingles over all shingles of both (Jaccard), 0 to 1.
        containment: shared shingles over those of the smaller text, 0 to 1.
        numbers: what the older document states, 16 bits a number; only for "update".
    """

    relation: str = ""
    original: str = ""
    similarity: float = 0.0
    containment: float = 0.0
    numbers: frozenset[int] = frozenset()

    @property
    def is_duplicate(self) -> bool:
        """Whether the older text tells the same story."""
        return self.relation not in ("", "template")


class Agreement(NamedTuple):
    """Of the distinct numbers, or names, of a text: how many another one has, has others in place of, and lacks."""

    same: int
    other: int
    absent: int

    def reaches(self, share: float) -> bool:
        """Whether so many are the same, of those about which both say something."""
        return self.other <= (1 - share) * (self.same + self.other)


def agreement(facts: Sequence[int], known: Sequence[int]) -> Agreement:
    """How one text's numbers or names (see :class:`Sketch`) agree with those of another.

    The other text has another one in place of one where it has one after the same word or before the same word.
    """
    values = {fact >> 16 for fact in known}
    before, after = {fact >> 8 & 0xFF for fact in known}, {fact & 0xFF for fact in known}
    same, other, absent = set(), set(), set()
    for fact in facts:
        if fact >> 16 in values:
            same.add(fact >> 16)
        elif fact >> 8 & 0xFF in before or fact & 0xFF in after:
            other.add(fact >> 16)
        else:
            absent.add(fact >> 16)
    return Agreement(len(same), len(other), len(absent - other))


class Overlap(NamedTuple):
    """What a new text and an old one share.

    Attributes:
        of_new, of_old: the shares of the shingles of each that the other has, 0 to 1.
        words: the words of the shorter text.
        numbers, names: how those of the shorter text agree with those of the longer one.
    """

    of_new: float
    of_old: float
    words: int
    numbers: Agreement
    names: Agreement

    @property
    def containment(self) -> float:
        """The larger share."""
        return max(self.of_new, self.of_old)

    @property
    def similarity(self) -> float:
        """The Jaccard index that the two shares give."""
        if not self.of_new or not self.of_old:
            return 0.0
        return 1 / (1 / self.of_new + 1 / self.of_old - 1)


def relation_of(overlap: Overlap) -> str:
    """The relation of the new text to the old one, see :class:`Match`; "" where they share too little."""
    if overlap.containment < LEAST_CONTAINMENT:
        return ""
    if not _states_the_same(overlap):
        return "template"
    if overlap.of_old > overlap.of_new and overlap.of_new < LEAST_OLD_SHARE:
        return ""
    if overlap.numbers.other and min(overlap.of_new, overlap.of_old) >= LEAST_CONTAINMENT:
        return "update"
    if overlap.of_new >= WHOLE > overlap.of_old:
        return "contained"
    if overlap.of_old >= WHOLE > overlap.of_new:
        return "superset"
    return "near"


def _states_the_same(overlap: Overlap) -> bool:
    """Whether numbers and names agree."""
    same = overlap.numbers.same + overlap.names.same
    if same < LEAST_FACTS * (sum(overlap.numbers) + sum(overlap.names)):
        return False
    if not overlap.names.reaches(LEAST_NAMES):
        return False
    return overlap.numbers.reaches(LEAST_NUMBERS) or overlap.numbers.other <= overlap.words // WORDS_PER_UPDATE
