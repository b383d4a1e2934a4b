"""Records go through filters, one after the other, and a failure costs the record that it happened to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

import newsutils
from newsutils.filter import CannotStart, Filter, Step
from newsutils.record import Record, RecordError
from newsutils.stream.errors import Failure, OnFailure, OnReplacement, Replacement, reason_of
from newsutils.stream.stats import StageStats, Timed


class Origin(Protocol):
    """The place and the bytes that a record or page was read from."""

    @property
    def where(self) -> str:
        """Where it came from."""

    @property
    def source(self) -> bytes:
        """What it was made of."""


class Items(Origin, Protocol):
    """Records or pages as they are read; the origin is that of the last one."""

    def read(self) -> Any:
        """The next item. Raises EOFError at the end, RecordError for a bad one."""


@dataclass(frozen=True)
class Manner:
    """How records go through filters: what a worker process is told beside the filters.

    Attributes:
        keep: pass failed records on, with their ``errors``.
        stop: stop at the first failure.
        replace: read U+FFFD for bytes that are not UTF-8.
        provenance: add what was done to each record.
        timed: count and time each filter.
    """

    keep: bool = False
    stop: bool = False
    replace: bool = False
    provenance: bool = False
    timed: bool = False


class Chain:
    """Filters at work, one after the other.

    Args:
        filters: the filters, in order.
        manner: how they are run.
        write: called with each record that comes out.
        failed: called with each failure; may raise to stop it all.
        replaced: called when a filter first replaces a field that is not its to replace.
        reader: the command that bad items are reported for; the first filter's if not given.
    """

    def __init__(
        self,
        filters: Sequence[Filter],
        manner: Manner,
        write: Callable[[Record], None],
        failed: OnFailure,
        replaced: OnReplacement = lambda _: None,
        reader: str = "",
    ) -> None:
        self._reader = reader or filters[0].command
        self._keep, self._provenance = manner.keep, manner.provenance
        self._write = write
        self._failed = failed
        self._replaced = replaced
        self._told = {one.command: set(one.replaces) for one in filters}
        self._stats = [StageStats() for _ in filters]
        steps = [one.open() for one in filters]
        if manner.timed:
            steps = [Timed(step, stats) for step, stats in zip(steps, self._stats, strict=True)]
        self._stages = list(zip(filters, steps, strict=True))

    def run(self, items: Items) -> None:
        """Take all items through."""
        while self.take(items):
            pass

    def take(self, items: Items) -> bool:
        """Take one item through; False if there was none."""
        try:
            item = items.read()
        except EOFError:
            return False
        except RecordError as error:
            self._bad_item(items, str(error))
        else:
            self._feed([item], items, 0)
        return True

    def survey(self, items: Items) -> None:
        """Let the first filter look at all items; what is bad about them is reported when they are taken."""
        _, step = self._stages[0]
        while True:
            try:
                item = items.read()
            except EOFError:
                return
            except RecordError:
                continue
            with suppress(Exception):
                step.survey(item)

    def feed(self, record: Record, origin: Origin, first: int = 0) -> None:
        """Take one record that was read already through the filters, or those from `first` on."""
        self._feed([record], origin, first)

    def end(self) -> None:
        """Let the filters give what they held back."""
        for index, (one, step) in enumerate(self._stages, 1):
            for record in self._held(one, step):
                self._feed([record], _AtEnd(), index)

    def take_stats(self) -> list[StageStats]:
        """Counts and times of each filter since they were last taken."""
        taken = [StageStats(**vars(stats)) for stats in self._stats]
        for stats in self._stats:
            vars(stats).update(vars(StageStats()))
        return taken

    def _feed(self, records: Iterable[Any], origin: Origin, first: int) -> None:
        for one, step in self._stages[first:] if first else self._stages:
            passed: list[Record] = []
            for record in records:
                passed += self._push(one, step, record, origin)
            records = passed
        for record in records:
            self._write(record)

    def _push(self, one: Filter, step: Step, record: Any, origin: Origin) -> Iterable[Record]:
        try:
            passed = step.push(record)
            for out in passed:
                if out.replaced or self._provenance:
                    self._mark(one, out, origin.where)
            return passed
        except CannotStart as error:
            raise CannotStart(f"{one.command}: {error}") from error
        except Exception as error:
            return self._failure(Failure(one.command, origin.where, reason_of(error), origin.source), record)

    def _held(self, one: Filter, step: Step) -> Iterator[Record]:
        try:
            for record in step.end():
                self._mark(one, record, _AtEnd.where)
                yield record
        except Exception as error:
            self._failed(Failure(one.command, _AtEnd.where, reason_of(error), b""))

    def _mark(self, one: Filter, record: Record, where: str) -> None:
        """Tell which fields of a record a filter has replaced, each once, and add the provenance if asked for."""
        told = self._told[one.command]
        for name in sorted(record.replaced - told):
            told.add(name)
            self._replaced(Replacement(one.command, where, name))
        record.replaced.clear()
        if self._provenance:
            record.append("provenance", _step(one))

    def _bad_item(self, items: Items, reason: str) -> None:
        failure = Failure(self._reader, items.where, reason, items.source)
        self._feed(self._failure(failure, None), items, 1)  # as if the first filter had passed it on

    def _failure(self, failure: Failure, item: Any) -> Iterator[Record]:
        self._failed(failure)
        if self._keep:
            record = item if isinstance(item, Record) else _raw(failure)
            record.append("errors", failure.entry())
            yield record


class _AtEnd:
    """Stands for the origin when the items are over."""

    where = "end of input"
    source = b""


def _raw(failure: Failure) -> Record:
    """A record that stands for what could not be made one."""
    return Record.from_fields({"raw": failure.source.rstrip(b"\r\n").decode("utf-8", "backslashreplace")})


def _step(one: Filter) -> dict[str, Any]:
    return {"command": one.command, "version": newsutils.__version__, "options": dict(one.options)}
