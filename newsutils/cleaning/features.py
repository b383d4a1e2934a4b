"""What a line looks like, by itself and among the lines of its page: the numbers that the line model judges.

Prose is a long line with an end mark; where a line stands among the prose of its page says more than the line itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import log1p

from newsutils.cleaning.line_features import LOOKED_AT, OWN_NAMES, own_features

PROSE_SIZE = 70
"""From this size on, a line with an end mark is prose."""
_MOST_MASS = 600
_DECAY = 0.75
_FAR = 25
_SHORT = log1p(30)
# Menus return on all pages of a site: what was found out about a short line is kept.
_REMEMBERED, _MOST_REMEMBERED = 60, 1 << 14

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
    own = [_short_features(line) if len(line) <= _REMEMBERED else own_features(line) for line in lines]
    context = _Page(lines, own, title).rows()
    return [[*row, *around] for row, around in zip(own, context, strict=True)]


class _Page:
    """What the lines of a page say about each other."""

    def __init__(self, lines: Sequence[str], own: Sequence[Sequence[float]], title: str) -> None:
        self._lines = lines
        self._sizes = [row[_SIZE] for row in own]
        self._ends = [row[_END] for row in own]
        self._openers = [bool(row[_OPENER]) for row in own]
        least = log1p(PROSE_SIZE)
        self._prose = [bool(end) and size >= least for end, size in zip(self._ends, self._sizes, strict=True)]
        self._masses = [
            min(len(line), _MOST_MASS) if prose else 0 for line, prose in zip(lines, self._prose, strict=True)
        ]
        self._words = [
            _short_content_words(line) if len(line) <= _REMEMBERED else _content_words(line) for line in lines
        ]
        self._title = _content_words(title)
        self._phrase_lines = sum(row[_PHRASE] > 0 or row[_OPENER] > 0 for row in own)

    def rows(self) -> list[list[float]]:
        """The context of each line, named by `CONTEXT_NAMES`."""
        page = self._page()
        columns = (*self._neighbours(), *self._place(), *self._tail(), *self._likeness())
        return [[*row, *page] for row in zip(*columns, strict=True)]

    def _neighbours(self) -> Iterator[Sequence[float]]:
        count = len(self._lines)
        sizes, ends = [0.0, 0.0, *self._sizes, 0.0, 0.0], [0.0, *self._ends, 0.0]
        yield self._prose
        yield from (sizes[at : at + count] for at in (1, 3, 0, 4))
        yield from (ends[at : at + count] for at in (0, 2))

    def _place(self) -> Iterator[Sequence[float]]:
        """Where lines stand among the prose of the page, and on the page."""
        count, cumulated = len(self._lines), list(accumulate(self._masses, initial=0))
        since, until = _distances(self._prose), _distances(self._prose[::-1])[::-1]
        total = cumulated[-1] or 1
        yield list(map(log1p, _decayed(self._masses)))
        yield list(map(log1p, _decayed(self._masses[::-1])[::-1]))
        yield since
        yield until
        yield [mass / total for mass in cumulated[:count]]
        yield [at / count for at in range(count)]
        between = zip(self._prose, since, until, strict=True)
        yield [0 if prose else min(before + after - 1, 2 * _FAR) for prose, before, after in between]

    def _tail(self) -> Iterator[Sequence[float]]:
        """How far below what opens a tail lines stand."""
        count = len(self._lines)
        states = accumulate(zip(self._masses, self._openers, strict=True), _mass_since, initial=(0, False))
        yield _distances(self._openers)
        yield [min(opened, 10) for opened in accumulate(self._openers, initial=0)][:count]
        yield [log1p(mass) for mass, _ in states][:count]

    def _likeness(self) -> Iterator[Sequence[float]]:
        """How often lines stand on the page; the share of their words that other prose has, and that the title has."""
        copies = Counter(self._lines)
        prose = Counter(
            word for words, is_prose in zip(self._words, self._prose, strict=True) if is_prose for word in words
        )
        once, twice = frozenset(prose), frozenset(word for word, times in prose.items() if times > 1)
        yield [min(copies[line], 5) for line in self._lines]
        of_prose = zip(self._words, self._prose, strict=True)
        yield [_share(words, twice if is_prose else once) for words, is_prose in of_prose]
        yield [_share(words, self._title) for words in self._words]

    def _page(self) -> list[float]:
        count = len(self._lines)
        return [
            log1p(count),
            log1p(sum(self._masses)),
            sum(self._prose) / count,
            self._phrase_lines / count,
            sum(size < _SHORT for size in self._sizes) / count,
        ]


def _share(words: frozenset[str], known: frozenset[str]) -> float:
    """The share of the words that are known; -1 of none."""
    return len(words & known) / len(words) if words else -1.0


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


_short_features = lru_cache(maxsize=_MOST_REMEMBERED)(own_features)
_short_content_words = lru_cache(maxsize=_MOST_REMEMBERED)(_content_words)
