"""An index that forgets: memory for the stories of some days, however long the stream."""

from collections import deque
from datetime import datetime, timezone
from typing import NamedTuple

from newsutils.duplicates.index import Index
from newsutils.duplicates.sketch import Sketch
from newsutils.duplicates.tokens import Hashes
from newsutils.duplicates.verdict import Match

PARTS = 4


class _Part(NamedTuple):
    start: float
    memory: Index


class WindowedIndex:
    """Indexes of consecutive parts of the window; the oldest is dropped when all of it is out of the window.

    So a story is remembered for the window, and for up to a quarter of it longer. Time is the latest date that two
    dated records in a row have reached: one date from the far future makes nothing forgotten. A record that is older,
    or has no date, is compared with all that is remembered, and remembered as of now.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds, self._span = seconds, seconds / PARTS
        self._now = self._last = float("-inf")
        self._parts: deque[_Part] = deque([_Part(self._now, Index())])

    def advance(self, published: object) -> None:
        """Note the date of the next record, an ISO 8601 string or anything else for none."""
        seconds = seconds_of(published)
        if seconds is not None:
            self._now, self._last = max(self._now, min(seconds, self._last)), seconds
        if self._parts[-1].start == float("-inf"):
            self._parts[-1] = self._parts[-1]._replace(start=self._now)
        if self._now >= self._parts[-1].start + self._span and self._now > self._parts[-1].start:
            self._parts.append(_Part(self._now, Index()))
        while len(self._parts) > 1 and self._parts[0].start + self._span + self._seconds <= self._now:
            self._parts.popleft()

    def note(self, name: str, text: int) -> int | None:
        """See :meth:`Index.note`."""
        for part in self._parts:
            known = part.memory.text_of(name)
            if known is not None:
                return known
        return self._parts[-1].memory.note(name, text)

    def judge(self, sketch: Sketch) -> tuple[Match, Hashes]:
        """See :meth:`Index.judge`; the oldest part in which the story was told decides."""
        alike = Match()
        for part in self._parts:
            match, shingles = part.memory.judge(sketch)
            if match.is_duplicate:
                return match, shingles
            alike = max(alike, match, key=lambda one: one.containment)
        return alike, shingles

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> None:
        """See :meth:`Index.keep`."""
        self._parts[-1].memory.keep(name, sketch, shingles)


def seconds_of(published: object) -> float | None:
    """The moment of an ISO 8601 date as seconds; None for anything else. Dates without a zone are taken as UTC."""
    if not isinstance(published, str):
        return None
    try:
        moment = datetime.fromisoformat(published.replace("Z", "+00:00"))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()
