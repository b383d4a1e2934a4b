"""One record a story, chosen when all are known: the longest or the earliest.

The records wait in a temporary file on disk; memory holds the index and, for each story, the name of its best record.
"""

from collections.abc import Collection, Iterator, Sequence
from tempfile import TemporaryFile
from typing import NamedTuple

from newsutils.duplicates.clusters import ClusterFile
from newsutils.duplicates.deduplicator import DROPPED, Deduplicator, Verdict, fields_of
from newsutils.duplicates.sketch import Sketch
from newsutils.duplicates.window import seconds_of
from newsutils.record import Record, record_id, text_field

CHOICES = ("longest", "earliest")


class _Best(NamedTuple):
    rank: float
    name: str


class select:  # noqa: N801 - called like a function, as the work of a filter
    """A filter over a stream of records that gives nothing before it has seen all of them.

    Args:
        keep: "longest" (by characters) or "earliest" (by `published`; without it, last); the first of equal ones.
        drop: the relations to the record that stays whose records are dropped.
        mark: drop nothing.
        field: the field to compare.
        clusters: the path of a file to write that says which records tell the same story.
    """

    def __init__(
        self,
        *,
        keep: str,
        drop: Collection[str] = DROPPED,
        mark: bool = False,
        field: str = "text",
        clusters: str | None = None,
    ) -> None:
        self._keep, self._field = keep, field
        self._dropped = frozenset() if mark else frozenset(drop)
        self._deduplicator = Deduplicator(field)
        self._clusters = ClusterFile(clusters) if clusters else None
        self._best: dict[str, _Best] = {}
        self._waiting = TemporaryFile()  # noqa: SIM115 - closed at the end of the stream

    def push(self, record: Record, found: Sketch | None = None) -> Sequence[Record]:
        """Nothing: the record, of which this is the sketch, waits."""
        verdict, name = self._deduplicator.judge(record, found), record_id(record)
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
        for name, record in self._read():
            if name in best:
                deduplicator.judge(record)
        for name, record in self._read():
            verdict = Verdict() if name in best else deduplicator.judge(record)
            best.discard(name)
            if self._clusters:
                self._clusters.add(name, fields_of(verdict))
            if verdict.relation not in self._dropped:
                record.update(fields_of(verdict))
                yield record
        self._waiting.close()
        if self._clusters:
            self._clusters.close()

    def _read(self) -> Iterator[tuple[str, Record]]:
        self._waiting.seek(0)
        for line in self._waiting:
            record = Record.from_json(line)
            yield record_id(record), record

    def _rank(self, record: Record) -> float:
        if self._keep == "longest":
            return -len(text_field(record, self._field))
        seconds = seconds_of(record.get("published"))
        return float("inf") if seconds is None else seconds
