"""What an older text is to a new one, told from what they share.

Shared wording alone does not tell a copy from tomorrow's market report, which has the same sentences: the numbers and
names of the shorter text must stand in the longer one too. And a round-up is no copy of a brief that it holds.
"""

from typing import NamedTuple

LEAST_CONTAINMENT = 0.45
LEAST_NUMBERS = 0.8
LEAST_NAMES = 0.55
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


class Overlap(NamedTuple):
    """What a new text and an old one share.

    Attributes:
        of_new, of_old: the shares of the shingles of each that the other has, 0 to 1.
        words: the words of the shorter text.
        numbers, names: how many numbers and names the shorter text has.
        other_numbers, other_names: how many of them the longer one lacks.
    """

    of_new: float
    of_old: float
    words: int
    numbers: int
    names: int
    other_numbers: int
    other_names: int

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
    if overlap.other_numbers and min(overlap.of_new, overlap.of_old) >= LEAST_CONTAINMENT:
        return "update"
    if overlap.of_new >= WHOLE > overlap.of_old:
        return "contained"
    if overlap.of_old >= WHOLE > overlap.of_new:
        return "superset"
    return "near"


def _states_the_same(overlap: Overlap) -> bool:
    """Whether numbers and names agree."""
    if overlap.other_names > (1 - LEAST_NAMES) * overlap.names:
        return False
    if overlap.other_numbers <= (1 - LEAST_NUMBERS) * overlap.numbers:
        return True
    return overlap.other_numbers <= overlap.words // WORDS_PER_UPDATE
