"""What the first scores of a page's lines say about each of them: the numbers of the second look.

A model that has judged each line by itself and by its surroundings judges again, now that it is known what the lines
around it are taken for, where the body begins and ends, and what it is about (stacked sequential learning: W. Cohen and
V. Carvalho, IJCAI 2005). A second article below the first one, comments and captions have lines like those of a body,
but stand behind furniture, or speak of something else.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from math import log, log1p

from newsutils.cleaning.features import MOST_MASS, decayed, shared_words

NAMES = (
    "first_look", "previous_look", "next_look", "second_previous_look", "second_next_look", "body_just_before",
    "body_just_after", "body_before", "body_after", "from_first", "from_last", "furniture_from_core", "share_before",
    "body_words", "frequent_body_words", "page_mass", "page_surest", "page_body", "page_furniture",
)  # fmt: skip

_NEAR, _FAR = 0.6, 0.9
_CORE_SURE, _CORE_SIZE = 0.7, 50
_BODY, _FURNITURE = 0.5, 0.1
_OFTEN = 3
_EDGE = -9.0
_LEAST = 1e-4


def second_features(
    lines: Sequence[str], words: Sequence[frozenset[str]], scores: Sequence[float]
) -> list[tuple[float, ...]]:
    """A row of numbers a line, named by `NAMES`.

    Args:
        lines: the lines of the page.
        words: the words of each line that tell what it is about.
        scores: how sure the first look is of each line that it belongs to the body.
    """
    masses = [min(len(line), MOST_MASS) * score for line, score in zip(lines, scores, strict=True)]
    body = [score > _BODY for score in scores]
    told = shared_words(words, body, 1, _OFTEN)
    page = (log1p(sum(masses)), max(scores), sum(body) / len(lines), _furniture(scores)[-1] / len(lines))
    columns = (*_looks(scores), *_bodies(masses), *_places(lines, masses, scores), *told)
    return list(zip(*columns, *map(repeat, page, repeat(len(lines))), strict=True))


def _furniture(scores: Sequence[float]) -> list[int]:
    """How many lines of furniture there are up to each line."""
    return list(accumulate(score < _FURNITURE for score in scores))


def _looks(scores: Sequence[float]) -> Iterator[Sequence[float]]:
    """What the lines around are taken for, as the logarithms of odds."""
    count = len(scores)
    odds = [_EDGE, _EDGE, *(log((score + _LEAST) / (1 - score + _LEAST)) for score in scores), _EDGE, _EDGE]
    yield from (odds[at : at + count] for at in (2, 1, 3, 0, 4))


def _bodies(masses: Sequence[float]) -> Iterator[Sequence[float]]:
    """How much of the body stands around, less the further away."""
    for decay in (_NEAR, _FAR):
        yield decayed(masses, decay)
        yield decayed(masses[::-1], decay)[::-1]


def _places(lines: Sequence[str], masses: Sequence[float], scores: Sequence[float]) -> Iterator[Sequence[float]]:
    """Where lines stand beside what is surely body, and how much furniture lies between them and its thickest part."""
    count = len(lines)
    core = [at for at, score in enumerate(scores) if score > _CORE_SURE and len(lines[at]) >= _CORE_SIZE]
    first, last = (core[0], core[-1]) if core else (0, count - 1)
    furniture = _furniture(scores)
    here = furniture[_thickest(masses)]
    before, total = list(accumulate(masses)), sum(masses) or 1.0
    yield range(-first, count - first)
    yield range(-last, count - last)
    yield [passed - here for passed in furniture]
    yield [mass / total for mass in before]


def _thickest(masses: Sequence[float]) -> int:
    """The line with the most of the body before and after it."""
    around = zip(decayed(masses, _NEAR), masses, decayed(masses[::-1], _NEAR)[::-1], strict=True)
    sums = [sum(parts) for parts in around]
    return sums.index(max(sums))
