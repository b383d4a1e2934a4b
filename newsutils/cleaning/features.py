"""What a line looks like, by itself and among the lines of its page: the numbers that the line model judges.

Prose is a long line with an end mark; where a line stands among the prose of its page says more than the line itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, repeat
from math import log1p
from typing import NamedTuple

from newsutils.cleaning.line_features import LOOKED_AT, OWN_NAMES, content_words, read_line
from newsutils.cleaning.phrases import words_in

PROSE_SIZE = 70
"""From this size on, a line with an end mark is prose."""
MOST_MASS = 600
"""A longer line counts no more than this, in characters."""
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


class Features(NamedTuple):
    """Of the lines of a page, a row of numbers each, named by `NAMES`, and the words that tell what they are about."""

    rows: list[tuple[float, ...]]
    words: list[frozenset[str]]


def page_features(lines: Sequence[str], title: str = "") -> Features:
    """The features of the lines of a page. `title` is its headline, if it is known."""
    read = [_read_short_line(line) if len(line) <= _REMEMBERED else read_line(line) for line in lines]
    own, words = list(zip(*(line.numbers for line in read), strict=True)), [line.words for line in read]
    page = _Page(lines, own, words, title)
    whole = map(repeat, page.numbers(), repeat(len(lines)))
    rows = zip(*own, *page.columns(), *whole, strict=True)
    return Features(list(rows), words)


class _Page:
    """What the lines of a page say about each other."""

    def __init__(
        self, lines: Sequence[str], own: Sequence[Sequence[float]], words: Sequence[frozenset[str]], title: str
    ) -> None:
        self._lines, self._words = lines, words
        self._sizes, self._ends = own[_SIZE], own[_END]
        self._openers = list(map(bool, own[_OPENER]))
        least = log1p(PROSE_SIZE)
        self._prose = [bool(end) and size >= least for end, size in zip(self._ends, self._sizes, strict=True)]
        self._masses = [
            min(len(line), MOST_MASS) if prose else 0 for line, prose in zip(lines, self._prose, strict=True)
        ]
        lowered = title[:LOOKED_AT].lower()
        self._title = content_words(lowered, words_in(lowered))
        self._phrase_lines = sum(map(bool, map(max, own[_PHRASE], own[_OPENER])))

    def columns(self) -> tuple[Sequence[float], ...]:
        """The context of each line, a column a number, named by `CONTEXT_NAMES` up to those of the page."""
        return (*self._neighbours(), *self._place(), *self._tail(), *self._likeness())

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
        yield list(map(log1p, decayed(self._masses)))
        yield list(map(log1p, decayed(self._masses[::-1])[::-1]))
        yield since
        yield until
        yield [mass / total for mass in cumulated[:count]]
        yield [at / count for at in range(count)]
        between = zip(self._prose, since, until, strict=True)
        yield [0 if prose else before + after - 1 for prose, before, after in between]

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
        yield [min(copies[line], 5) for line in self._lines]
        yield from shared_words(self._words, self._prose, 1)
        yield self._of_title()

    def _of_title(self) -> list[float]:
        if not self._title:
            return [0.0 if words else -1.0 for words in self._words]
        return [_share(words, self._title) for words in self._words]

    def numbers(self) -> list[float]:
        """What the whole page is like, named by the last of `CONTEXT_NAMES`."""
        count = len(self._lines)
        return [
            log1p(count),
            log1p(sum(self._masses)),
            sum(self._prose) / count,
            self._phrase_lines / count,
            sum(size < _SHORT for size in self._sizes) / count,
        ]


def shared_words(words: Sequence[frozenset[str]], told: Sequence[bool], *others: int) -> Iterator[list[float]]:
    """The share of each line's words that so many other lines have, of the lines that tell; -1 of none."""
    times = Counter(chain.from_iterable(compress(words, told)))
    for least in others:
        known, too = (frozenset(word for word, n in times.items() if n >= enough) for enough in (least, least + 1))
        yield [_share(own, too if tells else known) for own, tells in zip(words, told, strict=True)]


def _share(words: frozenset[str], known: frozenset[str]) -> float:
    """The share of the words that are known; -1 of none."""
    return len(words & known) / len(words) if words else -1.0


def decayed(masses: Sequence[float], decay: float = _DECAY) -> list[float]:
    """The mass before each line, less the further away it stands."""
    sums = list(accumulate(masses, lambda total, mass: decay * (total + mass), initial=0.0))
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


_read_short_line = lru_cache(maxsize=_MOST_REMEMBERED)(read_line)
