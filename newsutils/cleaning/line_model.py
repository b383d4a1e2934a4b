"""How sure the model is of each line of a page that it belongs to the body.

Boosted trees look twice: at what each line is like and where it stands (`features`), then, for all lines but those that
are surely furniture, also at what the first look has made of the lines around it (`second_look`). Both are learned by
scripts/train.d/cleaning.py.
"""

from collections.abc import Sequence

from newsutils.cleaning.features import page_features
from newsutils.cleaning.second_look import second_features
from newsutils.cleaning.trees import load_trees

FIRST, SECOND = "line_model.json", "second_look_model.json"
LEAST = 0.02
"""Lines of which the first look is less sure are not looked at again."""


def line_scores(lines: Sequence[str], title: str = "") -> list[float]:
    """The probability of each line that it belongs to the body. `title` is the headline of the page, if it is known."""
    rows, words = page_features(lines, title)
    first, second = load_trees(FIRST), load_trees(SECOND)
    scores = [first.probability(row) for row in rows]
    again = zip(scores, rows, second_features(lines, words, scores), strict=True)
    return [score if score < LEAST else second.probability([*row, *more]) for score, row, more in again]
