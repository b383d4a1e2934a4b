"""What a line looks like, by itself and among the lines of its page: the numbers that the line model judges.

Prose is a long line with an end mark; where a line stands among the prose of its page says more than the line itself.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from newsutils.cleaning.line_features import LOOKED_AT, OWN_NAMES, own_features

PROSE_SIZE = 70
"""From this size on, a line with an end mark is prose."""
_MOST_MASS = 600
_DECAY = 0.75
_FAR = 25

CONTEXT_NAMES = (
    "prose", "previous_size", "next_size", "second_previous_size", "second_next_size", "previous_end", "next_end",
    "mass_before", "mass_after", "prose_distance_before", "prose_distance_after", "share_before", "position", "run",
    "opener_distance", "openers_before", "mass_since_opener", "copies", "shared_words", "title_words", "page_lines",
    "page_mass", "page_prose_lines", "page_phrase_lines", "page_short_lines",
)  # fmt: skip
NAMES = OWN_NAMES + CONTEXT_NAMES

_SIZE, _END, _OPENER, _PHRASE = (OWN_NAMES.index(name) for name in ("size", "end_mark", "opener", "phrase"))
# Parts of a text without blanks that tell what it is about: names in katakana, words in Chinese characters.
_UNSPACED_WORD = re.compile("[\u30a0-\u30ff]{3,20}|[\u3400-\u9fff]{2,8}")
_SIGNS = ".,:;!?\"'”“’()"


def page_features(lines: Sequence[str], title: str = "") -> list[list[float]]:
    """A row of numbers a line, named by `NAMES`. `title` is the headline of the page, if it is known."""
    known: dict[str, list[float]] = {}
    own = [known.get(line) or known.setdefault(line, own_features(line)) for line in lines]
    context = _Page(lines, own, title)
    return [row + context.row(index) for index, row in enumerate(own)]


class _Page:
    """What the lines of a page say about each other."""

    def __init__(self, lines: Sequence[str], own: Sequence[Sequence[float]], title: str) -> None:
        self._own = own
        self._sizes = [0.0, 0.0, *(row[_SIZE] for row in own), 0.0, 0.0]
        self._ends = [0.0, *(row[_END] for row in own), 0.0]
        least = log1p(PROSE_SIZE)
        self._prose = [bool(row[_END]) and row[_SIZE] >= least for row in own]
        self._masses = [
            min(len(line), _MOST_MASS) if prose else 0 for line, prose in zip(lines, self._prose, strict=True)
        ]
        self._cumulated = list(accumulate(self._masses, initial=0))
        self._before = _decayed(self._masses)
        self._after = _decayed(self._masses[::-1])[::-1]
        self._since = _distances(self._prose)
        self._until = _distances(self._prose[::-1])[::-1]
        openers = [bool(row[_OPENER]) for row in own]
        self._opener_distance = _distances(openers)
        self._openers = list(accumulate(openers, initial=0))
        self._opener_mass = list(accumulate(zip(self._masses, openers, strict=True), _mass_since, initial=(0, False)))
        self._copies = Counter(lines)
        self._lines = lines
        self._words = [_content_words(line) for line in lines]
        self._known = Counter(
            word for words, prose in zip(self._words, self._prose, strict=True) if prose for word in words
        )
        self._title = _content_words(title)
        count = len(lines)
        self._page = [
            log1p(count),
            log1p(self._cumulated[-1]),
            sum(self._prose) / count,
            sum(row[_PHRASE] > 0 or row[_OPENER] > 0 for row in own) / count,
            sum(row[_SIZE] < log1p(30) for row in own) / count,
        ]

    def row(self, index: int) -> list[float]:
        """The context of one line, named by `CONTEXT_NAMES`."""
        sizes, total = self._sizes, self._cumulated[-1] or 1
        since, until = self._since[index], self._until[index]
        return [
            float(self._prose[index]),
            sizes[index + 1],
            sizes[index + 3],
            sizes[index],
            sizes[index + 4],
            self._ends[index],
            self._ends[index + 2],
            log1p(self._before[index]),
            log1p(self._after[index]),
            float(since),
            float(until),
            self._cumulated[index] / total,
            index / len(self._lines),
            0.0 if self._prose[index] else float(min(since + until - 1, 2 * _FAR)),
            float(self._opener_distance[index]),
            float(min(self._openers[index], 10)),
            log1p(self._opener_mass[index][0]),
            float(min(self._copies[self._lines[index]], 5)),
            self._shared(index),
            self._in_title(index),
            *self._page,
        ]

    def _shared(self, index: int) -> float:
        """The share of the line's words that other prose of the page has, too."""
        words, own = self._words[index], 1 if self._prose[index] else 0
        return sum(self._known[word] > own for word in words) / len(words) if words else -1.0

    def _in_title(self, index: int) -> float:
        words = self._words[index]
        return len(words & self._title) / len(words) if words else -1.0


def _decayed(masses: Sequence[int]) -> list[float]:
    """The mass before each line, less the further away it stands."""
    sums = list(accumulate(masses, lambda total, mass: _DECAY * (total + mass), initial=0.0))
    return sums[:-1]


def _distances(marked: Sequence[bool]) -> list[int]:
    """How many lines before each line the last marked one stands, itself not counted."""
    found, distance = [], _FAR
    for is_marked in marked:
        found.append(distance)
        distance = 1 if is_marked else min(distance + 1, _FAR)
    return found


def _mass_since(state: tuple[int, bool], line: tuple[int, bool]) -> tuple[int, bool]:
    """The mass of prose since the last opener, 0 before the first."""
    (mass, opened), (own, opener) = state, line
    if opener:
        return 0, True
    return (mass + own if opened else 0), opened


def _content_words(line: str) -> frozenset[str]:
    """The words of a line that tell what it is about: the longer ones, without the signs around them."""
    lowered = line[:LOOKED_AT].lower()
    words = [word.strip(_SIGNS) for word in lowered.split() if len(word) > 4]
    if not line.isascii():
        words += _UNSPACED_WORD.findall(lowered)
    return frozenset(words)
