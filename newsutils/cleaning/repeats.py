"""Lines that return on the pages of one source: the surest sign of furniture, in any language.

A line that stands on several pages of a source, and on a good part of them, is furniture there; a line of running text
must stand on more, since a story may be told twice. In lines that are no running text all numbers count as one, since
dates and counters change. Lines are kept as 64-bit hashes. When there are too many, rare lines are forgotten, first
in the sources that were not seen for longest, and then these sources, so that memory is bounded.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Container, Sequence
from hashlib import blake2b

from newsutils.cleaning.marks import ends_sentence

FEWEST_PAGES, FEWEST_PAGES_OF_PROSE = 2, 3
LEAST_SHARE = 0.2
_PROSE = 80
_COPY = 0.5
_MOST_LINES = 2_000_000
_NUMBER = re.compile(r"\d+")
_SOME_LETTERS = re.compile(r"[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff]{2}")


class _Source:
    """The lines of one source, each with the number of pages that it stood on."""

    def __init__(self) -> None:
        self.pages = 0
        self.counts: Counter[bytes] = Counter()

    def thin(self) -> int:
        """Forget the lines that are far from being furniture; returns how many."""
        before, least = len(self.counts), max(FEWEST_PAGES, LEAST_SHARE / 2 * self.pages)
        self.counts = Counter({line: count for line, count in self.counts.items() if count >= least})
        return before - len(self.counts)


class RepeatedLines:
    """What is known of the lines of all sources; holds little more than `most` lines, and the newest source always.

    Attributes:
        held: how many lines it holds.
    """

    def __init__(self, most: int = _MOST_LINES) -> None:
        self._sources: OrderedDict[str, _Source] = OrderedDict()
        self._most = most
        self.held = 0

    def learn(self, source: str, lines: Sequence[str]) -> None:
        """Count the lines of one page; a page whose running text is known already is a copy and does not count."""
        known = self._sources.setdefault(source, _Source())
        self._sources.move_to_end(source)
        prose = {_hash(line) for line in lines if is_prose(line)}
        if len(prose) > 1 and sum(line in known.counts for line in prose) > _COPY * len(prose):
            return
        before = len(known.counts)
        known.pages += 1
        known.counts.update({_hash(line) for line in lines})
        self.held += len(known.counts) - before
        if self.held > self._most:
            self._thin()

    def pages(self, source: str) -> int:
        """The number of pages of a source that were counted."""
        return self._sources[source].pages if source in self._sources else 0

    def of(self, source: str) -> Container[str]:
        """The lines that are furniture in a source."""
        return _Repeated(self._sources.get(source) or _Source())

    def _thin(self) -> None:
        """Forget until half is free, so that it is seldom done; the newest source loses something only if it must."""
        *older, newest = self._sources
        for name in older:
            if self.held <= self._most // 2:
                return
            self.held -= self._sources[name].thin()
            if not self._sources[name].counts:
                del self._sources[name]
        while self.held > self._most // 2 and len(self._sources) > 1:
            _, oldest = self._sources.popitem(last=False)
            self.held -= len(oldest.counts)
        if self.held > self._most:
            self.held -= self._sources[newest].thin()


class _Repeated:
    """The furniture of one source, as it is known at the moment of asking."""

    def __init__(self, source: _Source) -> None:
        self._source = source

    def __contains__(self, line: object) -> bool:
        if not isinstance(line, str):
            return False
        pages = self._source.counts[_hash(line)]
        fewest = FEWEST_PAGES_OF_PROSE if is_prose(line) else FEWEST_PAGES
        return pages >= fewest and pages >= LEAST_SHARE * self._source.pages


def is_prose(line: str) -> bool:
    """Is the line a paragraph of running text?"""
    return len(line) >= _PROSE and ends_sentence(line)


def _hash(line: str) -> bytes:
    """What is counted of a line: in furniture dates and counters change from page to page, so all numbers are one."""
    key = line if is_prose(line) or not _SOME_LETTERS.search(line) else _NUMBER.sub("0", line)
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
