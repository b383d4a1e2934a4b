"""The tagger's model: a mapped file with a vector of label scores for each feature, and facts about words.

Sections: ``features``, a trie of feature names, words in it after ``WORD``; ``scores``, for each of its numbers one
16-bit integer a label, in steps of ``1 / meta["scale"]``; for a word the first integer is its class of case and the
second says whether people bear it. ``transitions`` has the scores of a label after a label.
"""

from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from newsutils.places.mapped import MappedFile

LABELS = ("O", "B", "I", "X", "Y")
"""Outside; first and further token of a place; of a name that is built of a place's (a people, a language)."""
OUT, BEGIN, INSIDE, OTHER_BEGIN, OTHER_INSIDE = range(5)
WORD = "\t"
NO_CASE = -1

Vector = tuple[float, float, float, float, float]
ZERO: Vector = (0.0, 0.0, 0.0, 0.0, 0.0)


class Model:
    """A trained model, open for reading.

    Args:
        path: the file that ``scripts/train.d/places.py`` wrote.

    Raises:
        MappedFileError: it is no such file.
    """

    def __init__(self, path: Path) -> None:
        from marisa_trie import Trie

        file = MappedFile(path)
        self._trie = Trie().map(file.section("features"))
        self._scores = file.section("scores")
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

    def word(self, lower: str) -> tuple[int, int]:
        """The class of case of a word, 0 (always lower) to 9 (never), -1 for unknown; and its use as a name."""
        number = self._trie.get(WORD + lower)
        if number is None:
            return NO_CASE, 0
        return self._scores[number * 5], self._scores[number * 5 + 1]


@cache
def trained_model() -> Model:
    """The model that ships with the package."""
    with resources.as_file(resources.files(__package__).joinpath("data/tagger.model")) as path:
        return Model(path)
