"""Clean records with what the pages of their sources have in common: the work of `newsutils clean --learn`.

Where the records can be read twice, all are surveyed before the first is cleaned. Where they come but once, a record
waits until enough pages of its source were seen, so that the first page of a source is cleaned as well as the last; it
waits no longer than for a fixed number of records, so that memory stays bounded. The order of records stays.
"""

from collections import deque
from collections.abc import Collection, Iterator, Sequence

from newsutils.cleaning.annotate import SPANS, cleaned_fields
from newsutils.cleaning.cleaner import Step, clean
from newsutils.cleaning.furniture import Level
from newsutils.cleaning.repeats import RepeatedLines
from newsutils.language.choose import language_of
from newsutils.record import Record, RecordError, text_field

ENOUGH_PAGES = 20
LONGEST_WAIT = 2000


class Learner:
    """Takes records in order and gives them back cleaned, in order.

    Args:
        level: how much doubt a line needs to be taken for furniture.
        skip: steps to leave out.
        keep_raw: keep the raw text and the alignment of the clean one with it.
        lang: the language of records that name none.
    """

    def __init__(
        self,
        *,
        level: Level = "normal",
        skip: Collection[Step] = (),
        keep_raw: bool = False,
        lang: str | None = None,
    ) -> None:
        self._level, self._skip, self._keep_raw, self._lang = level, skip, keep_raw, lang
        self._lines = RepeatedLines()
        self._waiting: deque[Record] = deque()
        self._surveyed = False

    def survey(self, record: Record) -> None:
        """Learn from one record, before the first is pushed: then none waits."""
        self._surveyed = True
        self._learn(record)

    def push(self, record: Record) -> Sequence[Record]:
        """Learn from one record, if none were surveyed; returns those that have waited long enough, cleaned."""
        carried = [name for name in SPANS if name in record]
        if carried:
            raise RecordError(f"the record carries {carried[0]!r} over a text that cleaning may change")
        if self._surveyed:
            return (self._cleaned(record),)
        self._learn(record)
        self._waiting.append(record)
        return list(self._ready())

    def end(self) -> Sequence[Record]:
        """The records that still wait, cleaned."""
        return [self._cleaned(record) for record in self._waiting]

    def _learn(self, record: Record) -> None:
        text = text_field(record)
        language = language_of(record, self._lang, text)
        repaired = clean(text, lang=language, skip=(*self._skip, "head", "furniture")).text
        self._lines.learn(_source(record), [line for line in repaired.split("\n") if line])

    def _ready(self) -> Iterator[Record]:
        while self._waiting:
            enough = self._lines.pages(_source(self._waiting[0])) >= ENOUGH_PAGES
            if not enough and len(self._waiting) < LONGEST_WAIT:
                return
            yield self._cleaned(self._waiting.popleft())

    def _cleaned(self, record: Record) -> Record:
        repeated = self._lines.of(_source(record)) if _source(record) else ()
        record.update(
            cleaned_fields(
                record, level=self._level, skip=self._skip, keep_raw=self._keep_raw, lang=self._lang, repeated=repeated
            )
        )
        return record


def _source(record: Record) -> str:
    """The source that a record names; records without one share nothing."""
    source = record.get("source")
    return source if isinstance(source, str) else ""
