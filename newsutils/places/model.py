"""The tagger's model: a mapped file with a vector of label scores for each feature, and facts about words.

Sections: ``features``, a trie of the names of features of contexts; ``scores``, for each of its numbers the scores of
the labels in steps of ``1 / meta["scale"]``, as a row; ``word_features``, a trie of the names of features of words;
``word_first``, for each of its numbers the first of its rows, and the end of all; ``word_offset``, for each where the
word of its first row stands, as an index into ``OFFSETS``, the others following; ``word_scores``, the rows;
``transitions``, the scores of a label after a label; ``words``, a trie of words in lower case; ``facts``, for each of
its numbers a :class:`Facts`, packed. A row is a :data:`Packed` number in ``ROW_BYTES`` bytes, the lowest first.

Many scores are added for each token, so those of all labels are added at once: as a :data:`Packed` number.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from newsutils.places.mapped import MappedFile

LABELS = ("O", "B", "I", "X", "Y")
"""Outside; first and further token of a place; of a name that is built of a place's (a people, a language)."""
OUT, BEGIN, INSIDE, OTHER_BEGIN, OTHER_INSIDE = range(5)
NO_CASE = -1
NO_CLUSTER = -1
_CASE_BITS, _PEOPLE_BITS = 4, 2


class Facts(NamedTuple):
    """What is known of a word wherever it stands.

    Attributes:
        case: how often it has a capital inside sentences, 0 (never) to 9 (always); ``NO_CASE`` for unknown.
        people: 1 for a given name, 2 for a family name, 3 for both.
        cluster: the number of its cluster of like words; ``NO_CLUSTER`` for none.
    """

    case: int = NO_CASE
    people: int = 0
    cluster: int = NO_CLUSTER

    def packed(self) -> int:
        """The facts as one number."""
        return ((self.cluster + 1) << _CASE_BITS | self.case + 1) << _PEOPLE_BITS | self.people

    @classmethod
    def unpacked(cls, number: int) -> "Facts":
        """The facts in a number that :meth:`packed` gave."""
        rest, people = number >> _PEOPLE_BITS, number & (1 << _PEOPLE_BITS) - 1
        return cls((rest & (1 << _CASE_BITS) - 1) - 1, people, (rest >> _CASE_BITS) - 1)


WordFacts = Callable[[str], Facts]
NOTHING = Facts()
MEMORY = 1 << 15
"""How many words a model remembers the facts of."""

OFFSETS = (-2, -1, 0, 1, 2)
"""Where a word may stand from the token that it says something of."""
Packed = int
"""Scores, one a label, as the digits of one number to the base ``1 << LANE``: its sums are those of the scores."""
LANE = 24
ROW = LANE * len(LABELS)
ROW_BYTES = ROW // 8
_HALVES = sum(1 << LANE - 1 + LANE * label for label in range(len(LABELS)))
_LANE_MASK, _LANE_HALF = (1 << LANE) - 1, 1 << LANE - 1
_ROW_HALF = 1 << ROW - 1
_ROW_MASK = (1 << ROW) - 1
_ROW_HALVES = sum(1 << ROW - 1 + ROW * offset for offset in range(len(OFFSETS)))


def pack(scores: Sequence[int]) -> Packed:
    """Scores of the labels as one number."""
    o, b, i, x, y = scores
    return o + (b << LANE) + (i << 2 * LANE) + (x << 3 * LANE) + (y << 4 * LANE)


def unpack(packed: Packed) -> tuple[int, int, int, int, int]:
    """The scores in a number that :func:`pack` gave, or in a sum of such numbers."""
    up = packed + _HALVES
    return (
        (up & _LANE_MASK) - _LANE_HALF,
        (up >> LANE & _LANE_MASK) - _LANE_HALF,
        (up >> 2 * LANE & _LANE_MASK) - _LANE_HALF,
        (up >> 3 * LANE & _LANE_MASK) - _LANE_HALF,
        (up >> 4 * LANE) - _LANE_HALF,
    )


def _rows(data: memoryview, first: int, last: int) -> int:
    """Rows, one after the other, as one number."""
    return int.from_bytes(data[first * ROW_BYTES : last * ROW_BYTES], "little", signed=True)


class Model:
    """A trained model, open for reading.

    Args:
        path: the file that ``scripts/train.d/places.py`` writes.

    Raises:
        MappedFileError: it is no such file.
    """

    def __init__(self, path: Path) -> None:
        from marisa_trie import Trie

        file = MappedFile(path)
        self._features, self._scores = Trie().map(file.section("features")), file.section("scores")
        self._word_features = Trie().map(file.section("word_features"))
        self._word_first, self._word_offset = file.section("word_first"), file.section("word_offset")
        self._word_scores = file.section("word_scores")
        self._words = Trie().map(file.section("words"))
        self._facts = file.section("facts")
        self.word: WordFacts = lru_cache(maxsize=MEMORY)(self._word)
        self._of_context = lru_cache(maxsize=MEMORY)(self._context_score)
        self._of_word = lru_cache(maxsize=MEMORY)(self._word_score)
        self.scale: int = file.meta["scale"]
        count = len(LABELS)
        flat = file.section("transitions").tolist()
        self.transitions: list[list[int]] = [flat[at : at + count] for at in range(0, count * count, count)]

    def context_score(self, features: Iterable[str]) -> Packed:
        """What features of a context add to the scores of its token, in steps of ``1 / scale``."""
        return sum(map(self._of_context, features))

    def word_scores(self, features: Iterable[str]) -> tuple[Packed, ...]:
        """What features of a word add to the token from which it stands at each of ``OFFSETS``."""
        up = sum(map(self._of_word, features)) + _ROW_HALVES
        return (
            (up & _ROW_MASK) - _ROW_HALF,
            (up >> ROW & _ROW_MASK) - _ROW_HALF,
            (up >> 2 * ROW & _ROW_MASK) - _ROW_HALF,
            (up >> 3 * ROW & _ROW_MASK) - _ROW_HALF,
            (up >> 4 * ROW) - _ROW_HALF,
        )

    def _context_score(self, feature: str) -> Packed:
        number = self._features.get(feature)
        return 0 if number is None else _rows(self._scores, number, number + 1)

    def _word_score(self, feature: str) -> int:
        """The scores of a feature at all offsets, as the digits of one number to the base ``1 << ROW``."""
        number = self._word_features.get(feature)
        if number is None:
            return 0
        shift: int = self._word_offset[number] * ROW
        return _rows(self._word_scores, self._word_first[number], self._word_first[number + 1]) << shift

    def _word(self, lower: str) -> Facts:
        """What is known of a word in lower case."""
        number = self._words.get(lower)
        return NOTHING if number is None else Facts.unpacked(self._facts[number])


@cache
def trained_model() -> Model:
    """The model that ships with the package."""
    with resources.as_file(resources.files(__package__).joinpath("data/tagger.model")) as path:
        return Model(path)
