"""A batch in two halves, where a filter needs the order of the records.

The filters before it, and the part of its own work that needs no order, see batches, in whatever process; it and those
after it see the records one by one, in order, in the process that writes.
"""

import io
import time
from collections.abc import Callable, Sequence
from typing import Any

import jsonlines

from newsutils.filter import CannotStart, Filter, Prepare, Stream
from newsutils.record import Record, dump_object
from newsutils.stream.batch import Batch, Half, Passed, Result, Worker
from newsutils.stream.chain import Chain, Manner
from newsutils.stream.compression import CHUNK
from newsutils.stream.errors import Failure, OnFailure, OnReplacement, Replacement, Stopped
from newsutils.stream.stats import StageStats


def first_ordered(filters: Sequence[Filter]) -> int:
    """The place of the first filter that needs the order; their number if none does."""
    return next((place for place, one in enumerate(filters) if one.ordered), len(filters))


def preparation(filters: Sequence[Filter]) -> Prepare | None:
    """What the first filter that needs the order wants to know of the records beforehand."""
    place = first_ordered(filters)
    one = filters[place] if place < len(filters) else None
    return one.prepare if isinstance(one, Stream) else None


def open_worker(filters: Sequence[Filter], manner: Manner) -> "Worker | FirstHalf":
    """What takes batches through the filters, or through the first half of them."""
    prepare = preparation(filters)
    return FirstHalf(filters, prepare, manner) if prepare else Worker(filters, manner)


class FirstHalf:
    """Takes batches through the filters before the first one that needs the order, and prepares its work."""

    def __init__(self, filters: Sequence[Filter], prepare: Prepare, manner: Manner) -> None:
        before = filters[: first_ordered(filters)]
        self._passes_bad = manner.keep and not before
        self._manner = manner
        self._events: list[Passed | Failure] = []
        self._replacements: list[Replacement] = []
        self._chain = Chain(
            before, manner, self._passed, self._failed, self._replacements.append, reader=filters[0].command
        )
        self._preparing = prepare.open()
        self._prepared = StageStats()

    def work(self, batch: Batch) -> Result:
        """Take one batch half way; under ``stop`` it ends with the first failure."""
        self._items = batch.items(self._manner.replace)
        trouble = ""
        try:
            self._chain.run(self._items)
        except Stopped:
            pass
        except CannotStart as error:
            trouble = str(error)
        events, self._events = self._events, []
        half = Half(events, self._look([event.record for event in events if isinstance(event, Passed)]))
        stages = [*self._chain.take_stats(), self._take_stats()]
        return Result(halves=[half], stages=stages, replacements=self._take_replacements(), trouble=trouble)

    def _look(self, records: Sequence[Record]) -> Sequence[Any]:
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            return self._preparing.look(records)
        except Exception:
            return [None] * len(records)  # each is looked at by itself later, so that the failure costs the right one
        finally:
            self._prepared.cpu_seconds += time.process_time() - cpu
            self._prepared.wall_seconds += time.perf_counter() - wall

    def _take_stats(self) -> StageStats:
        taken, self._prepared = self._prepared, StageStats()
        return taken

    def _take_replacements(self) -> list[Replacement]:
        taken = list(self._replacements)
        self._replacements.clear()
        return taken

    def _passed(self, record: Record) -> None:
        stands_for_bad = self._passes_bad and bool(self._events) and isinstance(self._events[-1], Failure)
        self._events.append(Passed(record, self._items.where, self._items.source, int(stands_for_bad)))

    def _failed(self, failure: Failure) -> None:
        self._events.append(failure)
        if self._manner.stop:
            raise Stopped


class SecondHalf:
    """Takes what came half way through the filters from the first on that needs the order.

    Args:
        filters: all filters.
        manner: how they are run.
        write: called with lines, the records that come out.
        failed: called with each failure; may raise to stop it all.
        replaced: called when a filter first replaces a field that is not its to replace.

    Attributes:
        first: the place of the first filter that works here.
    """

    def __init__(
        self,
        filters: Sequence[Filter],
        manner: Manner,
        write: Callable[[bytes], None],
        failed: OnFailure,
        replaced: OnReplacement,
    ) -> None:
        self.first = first_ordered(filters)
        self._write = write
        self._failed = failed
        self._out = io.BytesIO()
        self._writer = jsonlines.Writer(self._out, dumps=dump_object)
        self._chain = Chain(filters[self.first :], manner, self._passed, failed, replaced)

    def take(self, half: Half) -> None:
        """Take the records of a batch through, and report its failures, in the order of its items."""
        try:
            self._take(half)
        finally:
            self._flush()

    def _take(self, half: Half) -> None:
        found = iter(half.found)
        for event in half.events:
            if isinstance(event, Failure):
                self._failed(event)
            else:
                event.record.prepared = next(found)
                self._chain.feed(event.record, event, event.first)

    def end(self) -> Sequence[StageStats]:
        """Let the filters give what they held back; returns their counts and times."""
        self._chain.end()
        self._flush()
        return self._chain.take_stats()

    def _passed(self, record: Record) -> None:
        self._writer.write(record.raw)
        if self._out.tell() >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        self._write(self._out.getvalue())
        self._out.seek(0)
        self._out.truncate()


class Alone:
    """Does the work of a :class:`newsutils.stream.pool.Pool` in this process, at once."""

    def __init__(self, filters: Sequence[Filter], manner: Manner, emit: Callable[[Result], None]) -> None:
        self._worker = open_worker(filters, manner)
        self._emit = emit

    def submit(self, batch: Batch) -> None:
        """Work on a batch."""
        self._emit(self._worker.work(batch))

    def collect(self, *descriptors: int) -> Sequence[object]:
        """There is nothing to wait for but these."""
        return descriptors

    def drain(self) -> None:
        """Nothing is outstanding."""

    def close(self) -> None:
        """There are no workers."""
