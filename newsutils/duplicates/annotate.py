"""Drop the records that tell a story again, mark the others that resemble one."""

from collections.abc import Callable, Collection, Sequence
from typing import TypedDict

from newsutils.duplicates.clusters import ClusterFile
from newsutils.duplicates.deduplicator import DROPPED, Deduplicator, fields_of
from newsutils.duplicates.passages import Passage, PassageFinder, Repeated, passages_of
from newsutils.duplicates.sketch import Sketch, sketch
from newsutils.duplicates.store import Store
from newsutils.record import Record, record_id, text_field


class Added(TypedDict, total=False):
    """What `dedupe` adds to a record that resembles an earlier one."""

    duplicate_of: str
    """The id of the earlier record that tells the same story."""
    relation: str
    """exact, near, contained (it lies in the earlier one), superset (it holds the earlier one), update (the same story
    with other numbers) or template (alike, but another story; not a duplicate)."""
    similarity: float
    """The share of common wording in all wording of both, 0 to 1."""
    containment: float
    """The share of common wording in the shorter one, 0 to 1."""
    repeated: list[Repeated]
    """With `by`: the passages that stood in an earlier record; an empty list where there is none."""
    changed: list[str]
    """Of an update: its numbers that the earlier one lacks."""


def sketches(*, field: str = "text") -> Callable[[Sequence[Record]], Sequence[Sketch]]:
    """What sketches that field of some records; it raises RecordError if one has no text there."""
    return lambda records: sketch([text_field(record, field) for record in records])


class stream:  # noqa: N801 - called like a function, as the work of a filter
    """A filter over a stream of records: each leaves as soon as it is judged.

    Args:
        drop: the relations whose records are dropped.
        mark: drop nothing.
        field: the field to compare.
        window: for how many seconds of `published` a story is remembered; for good if None.
        index: the path of an index file to go on from and to add to.
        clusters: the path of a file to write that says which records tell the same story.

    Raises:
        StoreError: the index file cannot be used.
    """

    def __init__(
        self,
        *,
        drop: Collection[str] = DROPPED,
        mark: bool = False,
        field: str = "text",
        window: float | None = None,
        index: str | None = None,
        clusters: str | None = None,
    ) -> None:
        self._dropped = frozenset() if mark else frozenset(drop)
        self._deduplicator = Deduplicator(field, window, Store(index, field) if index else None)
        self._clusters = ClusterFile(clusters) if clusters else None

    def push(self, record: Record, found: Sketch | None = None) -> Sequence[Record]:
        """The record, of which this is the sketch, with its verdict, or nothing."""
        verdict = self._deduplicator.judge(record, found)
        if self._clusters:
            self._clusters.add(record_id(record), fields_of(verdict))
        if verdict.relation in self._dropped:
            return ()
        if "id" not in record:
            record.update({"id": record_id(record)})
        if verdict.relation:
            record.update(fields_of(verdict))
        return (record,)

    def end(self) -> Sequence[Record]:
        """Nothing is held back."""
        self._deduplicator.close()
        if self._clusters:
            self._clusters.close()
        return ()


def split(*, by: str, field: str = "text") -> Callable[[Sequence[Record]], Sequence[Sequence[Passage]]]:
    """What finds the passages of some records, see :func:`passages_of`."""
    return lambda records: passages_of(records, by, field)


class passages:  # noqa: N801 - called like a function, as the work of a filter
    """A filter over a stream of records that marks what earlier ones had.

    Args:
        by: "paragraph" or "sentence".
        field: the field to compare.
    """

    def __init__(self, *, by: str, field: str = "text") -> None:
        self._finder = PassageFinder(by, field)

    def push(self, record: Record, found: Sequence[Passage] | None = None) -> Sequence[Record]:
        """The record, whose passages may be known already, with those that are repeated."""
        record.update({"repeated": self._finder.repeated(record, found)})
        return (record,)

    def end(self) -> Sequence[Record]:
        """Nothing is held back."""
        return ()
