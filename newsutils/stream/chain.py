"""Records go through filters, one after the other, and a failure costs the record that it happened to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import newsutils
from newsutils.filter import Filter, Step
from newsutils.record import Record, RecordError
from newsutils.stream.errors import Failure, OnFailure, Stopped, reason_of


class Items(Protocol):
    """Records as they are read, with the place and the bytes of the last one."""

    def read(self) -> Record:
        """The next record. Raises EOFError at the end, RecordError for a bad one."""

    @property
    def where(self) -> str:
        """Where the last record came from."""

    @property
    def source(self) -> bytes:
        """What it was made of."""


@dataclass(frozen=True)
class Manner:
    """How records go through filters: what a worker process is told beside the filters.

    Attributes:
        keep: pass failed records on, with their ``errors``.
        provenance: add what was done to each record.
    """

    keep: bool = False
    provenance: bool = False


class Chain:
    """Filters at work, one after the other.

    Args:
        filters: the filters, in order.
        manner: how they are run.
        write: called with each record that comes out.
        failed: called with each failure.
        reader: the command to blame for lines that hold no record.
    """

    def __init__(
        self,
        filters: Sequence[Filter],
        manner: Manner,
        write: Callable[[Record], None],
        failed: OnFailure,
        reader: str,
    ) -> None:
        self._stages = [(one, one.open()) for one in filters]
        self._manner = manner
        self._write = write
        self._failed = failed
        self._reader = reader

    def run(self, items: Items) -> None:
        """Take all items through."""
        while self.take(items):
            pass

    def take(self, items: Items) -> bool:
        """Take one item through; False if there was none."""
        try:
            record = items.read()
        except EOFError:
            return False
        except RecordError as error:
            self._bad_item(items, str(error))
        else:
            self._feed([record], items, 0)
        return True

    def end(self) -> None:
        """Let the filters give what they held back."""
        for index, (one, step) in enumerate(self._stages):
            try:
                held = list(step.end())
            except Exception as error:
                self._failed(Failure(one.command, "end of input", reason_of(error), b""))
                continue
            self._feed(held, _AtEnd(), index + 1)

    def _feed(self, records: Iterable[Record], items: Items, first: int) -> None:
        for one, step in self._stages[first:]:
            records = [out for record in records for out in self._push(one, step, record, items)]
        for record in records:
            self._write(record)

    def _push(self, one: Filter, step: Step, record: Record, items: Items) -> Iterator[Record]:
        try:
            passed = step.push(record)
            if self._manner.provenance:
                passed = [_traced(out, one) for out in passed]
        except Stopped:
            raise
        except Exception as error:
            yield from self._failure(Failure(one.command, items.where, reason_of(error), items.source), record)
        else:
            yield from passed

    def _bad_item(self, items: Items, reason: str) -> None:
        failure = Failure(self._reader, items.where, reason, items.source)
        text = items.source.rstrip(b"\r\n").decode("utf-8", "backslashreplace")
        self._feed(self._failure(failure, Record.from_fields({"raw": text})), items, 0)

    def _failure(self, failure: Failure, record: Record) -> Iterator[Record]:
        self._failed(failure)
        if self._manner.keep:
            errors = record.get("errors", [])
            record.update({"errors": [*errors, failure.entry()]})
            yield record


class _AtEnd:
    """Stands for the items when they are over."""

    where = "end of input"
    source = b""

    def read(self) -> Record:
        raise EOFError


def _traced(record: Record, one: Filter) -> Record:
    before = record.get("provenance", [])
    step = {"command": one.command, "version": newsutils.__version__, "options": dict(one.options)}
    record.update({"provenance": [*before, step]})
    return record
