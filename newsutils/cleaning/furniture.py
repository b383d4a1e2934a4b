"""Step 5, furniture: the lines of a page that are no part of its article leave the text.

A model of the lines (boosted trees over `features`) says of each how sure it is that it belongs to the body. How sure
it must be depends on the page: where next to no line is surely furniture, and nothing such as "You might also like"
stands below the body, the text is an article already, and only what is beyond doubt goes.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Literal, NamedTuple

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.features import page_features
from newsutils.cleaning.phrases import opens_tail
from newsutils.cleaning.trees import load_trees

Level = Literal["safe", "normal", "strict"]
Scorer = Callable[[Sequence[str], str], list[float]]
"""The lines of a page and its headline, to the probability of each line that it belongs to the body."""

_SURELY_FURNITURE, _HARDLY_BODY, _RATHER_BODY = 0.05, 0.3, 0.5


class Doubt(NamedTuple):
    """The probabilities below which a line goes, on a page with furniture and on one with next to none.

    `noise` is the share of lines that are surely furniture from which on a page has furniture.
    """

    noisy: float
    calm: float
    noise: float


# Chosen by cross-validation by site (scripts/train.d/cleaning.py --measure).
DOUBTS: dict[Level, Doubt] = {
    "strict": Doubt(0.5, 0.3, 0.02),
    "normal": Doubt(0.5, 0.01, 0.12),
    "safe": Doubt(0.015, 0.0003, 0.3),
}


def furniture_edits(
    text: str,
    *,
    title: str = "",
    level: Level = "normal",
    repeated: Container[str] = (),
    score: Scorer | None = None,
) -> Iterator[Edit]:
    """The lines that go, each with the reason: where it stood, or that other pages of the source have it.

    Args:
        text: a repaired text.
        title: the headline, where it is known.
        level: how much doubt a line needs to go.
        repeated: lines known to return on other pages of the source.
        score: what scores the lines; the model that comes with the package, unless given.
    """
    starts, lines = _lines(text)
    if not lines:
        return
    scores = (score or model_scores)(lines, title)
    kept = kept_lines(lines, scores, level)
    keep = [one and line not in repeated for one, line in zip(kept, lines, strict=True)]
    if not any(keep):
        return
    first, last = keep.index(True), len(keep) - 1 - keep[::-1].index(True)
    ends = [*starts[1:], len(text)]
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if not keep[index]:
            place = "before" if index < first else "after" if index > last else "inside"
            yield Edit(start, end, "", "repeated" if kept[index] else f"furniture {place}")


def model_scores(lines: Sequence[str], title: str) -> list[float]:
    """How sure the model is of each line that it belongs to the body."""
    trees = load_trees("line_model.json")
    return [trees.probability(row) for row in page_features(lines, title)]


def kept_lines(lines: Sequence[str], scores: Sequence[float], level: Level) -> list[bool]:
    """Which lines stay at this level; all of them if none would."""
    doubt = DOUBTS[level]
    noise = sum(score < _SURELY_FURNITURE for score in scores) / len(lines)
    is_noisy = noise >= doubt.noise or _has_tail(lines, scores)
    threshold = doubt.noisy if is_noisy else doubt.calm
    keep = [score > threshold for score in scores]
    return keep if any(keep) else [True] * len(keep)


def _has_tail(lines: Sequence[str], scores: Sequence[float]) -> bool:
    """Does a phrase such as "You might also like" stand below the body, on a line that is hardly of it?"""
    body = [index for index, score in enumerate(scores) if score > _RATHER_BODY]
    below = range(body[-1] + 1 if body else 0, len(lines))
    return any(scores[index] < _HARDLY_BODY and opens_tail(lines[index]) for index in below)


def _lines(text: str) -> tuple[list[int], list[str]]:
    """Where each line that is not empty starts, and the line. What comes before the first one counts to it."""
    starts, lines, at = [], [], 0
    for line in text.split("\n"):
        if line:
            starts.append(at)
            lines.append(line)
        at += len(line) + 1
    return starts, lines
