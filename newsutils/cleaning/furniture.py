"""Step 5, furniture: the lines of a page that are no part of its article leave the text.

A model of the lines (`line_model`) says of each how sure it is that it belongs to the body. How sure
it must be depends on the page. Where next to no line is surely furniture, and nothing such as "You might also like"
stands below the body, the text is an article already, and only what is beyond doubt goes. Where far more would go than
stay, and not in the short lines of menus, the article is rather a list itself, and again only what is beyond doubt
goes.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Literal, NamedTuple

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.line_model import line_scores
from newsutils.cleaning.phrases import opens_tail

Level = Literal["safe", "normal", "strict"]
Scorer = Callable[[Sequence[str], str], list[float]]
"""The lines of a page and its headline, to the probability of each line that it belongs to the body."""

_SURELY_FURNITURE, _HARDLY_BODY, _RATHER_BODY = 0.05, 0.3, 0.5
# Lines of menus are shorter, in characters; pages with more lines have menus.
_LONG_LINE, _MOST_LINES_OF_LIST = 50, 150


class Doubt(NamedTuple):
    """The probabilities below which a line goes, on a page with furniture and on one with next to none.

    A page has furniture if at least `fewest` lines, and the share `noise` of all, are surely that, or, where `tail` is
    true, if a phrase such as "You might also like" stands below its body. It is a list if more than `most` times as
    much would go in long lines as would stay; then lines go below `listed`.
    """

    noisy: float
    calm: float
    noise: float
    fewest: int
    tail: bool
    most: float
    listed: float


# Chosen by cross-validation by site (scripts/train.d/cleaning.py --measure).
DOUBTS: dict[Level, Doubt] = {
    "strict": Doubt(noisy=0.45, calm=0.45, noise=0.0, fewest=0, tail=True, most=2.5, listed=0.02),
    "normal": Doubt(noisy=0.36, calm=0.05, noise=0.085, fewest=1, tail=True, most=2.5, listed=0.02),
    "safe": Doubt(noisy=0.15, calm=0.0, noise=0.2, fewest=5, tail=False, most=0.5, listed=0.0),
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
    scores = (score or line_scores)(lines, title)
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


def kept_lines(lines: Sequence[str], scores: Sequence[float], level: Level) -> list[bool]:
    """Which lines stay at this level; all of them if none would."""
    threshold = _threshold(lines, scores, level)
    keep = [score > threshold for score in scores]
    return keep if any(keep) else [True] * len(keep)


def _threshold(lines: Sequence[str], scores: Sequence[float], level: Level) -> float:
    """How sure the model must be of a line of this page."""
    doubt = DOUBTS[level]
    surely = sum(score < _SURELY_FURNITURE for score in scores)
    is_noisy = surely >= max(doubt.fewest, doubt.noise * len(lines))
    if not is_noisy and not (doubt.tail and _has_tail(lines, scores)):
        return doubt.calm
    return doubt.listed if _is_list(lines, scores, doubt) else doubt.noisy


def _is_list(lines: Sequence[str], scores: Sequence[float], doubt: Doubt) -> bool:
    """Would far more go than stay, in lines that are too long for menus?"""
    if len(lines) >= _MOST_LINES_OF_LIST:
        return False
    going = kept = 0
    for line, score in zip(lines, scores, strict=True):
        if score > doubt.noisy:
            kept += len(line)
        elif len(line) >= _LONG_LINE:
            going += len(line)
    return going > doubt.most * kept


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
