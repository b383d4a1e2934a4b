"""One record a story, chosen when all are known: the longest or the earliest.

The records wait in a temporary file on disk; memory holds the index and, for each story, the name of its best record.
"""

from collections.abc import Collection, Iterator, Sequence
from tempfile import TemporaryFile
from typing import NamedTuple

from newsutils.duplicates.deduplicator import DROPPED, Deduplicator, Verdict, fields_of
from newsutils.record import Record, record_id, text_field

CHOICES = ("longest", "earliest")


class _Best(NamedTuple):
    rank: tuple[float, str]
    name: str


class select:  # noqa: N801 - called like a function, as the work of a filter
    """A filter over a stream of records that gives nothing before it has seen all of them.

    Args:
        keep: "longest" (by characters) or "earliest" (by `published`; without it, last); the first of equal ones.
        drop: the relations to the record that stays whose records are dropped.
        mark: drop nothing.
        field: the field to compare.
    """

    def __init__(self, *, keep: str, drop: Collection[str] = DROPPED, mark: bool = False, field: str = "text") -> None:
        self._keep, self._field = keep, field
        self._dropped = frozenset() if mark else frozenset(drop)
        self._deduplicator = Deduplicator(field)
        self._best: dict[str, _Best] = {}
        self._waiting = TemporaryFile()  # noqa: SIM115 - closed at the end of the stream

    def push(self, record: Record) -> Sequence[Record]:
        """Nothing: the record waits."""
        verdict, name = self._deduplicator.judge(record), record_id(record)
        story = verdict.duplicate_of or name
        candidate = _Best(self._rank(record), name)
        self._best[story] = min(self._best.get(story, candidate), candidate, key=lambda one: one.rank)
        if "id" not in record:
            record.update({"id": name})
        self._waiting.write(record.to_json() + b"\n")
        return ()

    def end(self) -> Iterator[Record]:
        """The records that stay, in order, marked by their relation to the best one of their story."""
        best = {one.name for one in self._best.values()}
        deduplicator = Deduplicator(self._field)
        for record in self._read():
            if record["id"] in best:
                deduplicator.judge(record)
        for record in self._read():
            verdict = Verdict() if record["id"] in best else deduplicator.judge(record)
            best.discard(record["id"])
            if verdict.relation not in self._dropped:
                record.update(fields_of(verdict))
                yield record
        self._waiting.close()

    def _read(self) -> Iterator[Record]:
        self._waiting.seek(0)
        return map(Record.from_json, self._waiting)

    def _rank(self, record: Record) -> tuple[float, str]:
        if self._keep == "longest":
            return -len(text_field(record, self._field)), ""
        published = record.get("published")
        return (0, published) if isinstance(published, str) else (1, "")
