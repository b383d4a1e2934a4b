"""The tagger's model: a mapped file with a vector of label scores for each feature, and facts about words.

Sections: ``features``, a trie of feature names; ``scores``, for each of its numbers one 16-bit integer a label, in
steps of ``1 / meta["scale"]``; ``transitions``, the scores of a label after a label; ``words``, a trie of words in
lower case; ``facts``, for each of its numbers a :class:`Facts`, packed.
"""

from collections.abc import Callable, Iterable
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

Vector = tuple[float, float, float, float, float]
ZERO: Vector = (0.0, 0.0, 0.0, 0.0, 0.0)


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
        self._trie = Trie().map(file.section("features"))
        self._scores = file.section("scores")
        self._words = Trie().map(file.section("words"))
        self._facts = file.section("facts")
        self.word: WordFacts = lru_cache(maxsize=MEMORY)(self._word)
        scale = file.meta["scale"]
        self._step = 1.0 / scale
        count = len(LABELS)
        flat = [score / scale for score in file.section("transitions")]
        self.transitions = [flat[at : at + count] for at in range(0, count * count, count)]

    def vector(self, features: Iterable[str]) -> Vector:
        """The sum of the label scores of some features."""
        o = b = i = x = y = 0
        for feature in features:
            number = self._trie.get(feature)
            if number is not None:
                one, two, three, four, five = self._scores[number * 5 : number * 5 + 5]
                o += one
                b += two
                i += three
                x += four
                y += five
        step = self._step
        return (o * step, b * step, i * step, x * step, y * step)

    def _word(self, lower: str) -> Facts:
        """What is known of a word in lower case."""
        number = self._words.get(lower)
        return NOTHING if number is None else Facts.unpacked(self._facts[number])


@cache
def trained_model() -> Model:
    """The model that ships with the package."""
    with resources.as_file(resources.files(__package__).joinpath("data/tagger.model")) as path:
        return Model(path)
