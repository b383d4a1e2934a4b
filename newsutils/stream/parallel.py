"""A run that cuts the input into batches, for other processes to work on, and writes what comes back in order."""

from contextlib import ExitStack
from typing import BinaryIO

from newsutils.filter import CannotStart
from newsutils.stream.batch import LineBatch, PageBatch, Result
from newsutils.stream.ordered import Alone, SecondHalf
from newsutils.stream.piece import Piece
from newsutils.stream.plan import Plan
from newsutils.stream.pool import Pool
from newsutils.stream.runner import Run
from newsutils.stream.sink import Sink
from newsutils.stream.source import Lines

BATCH_BYTES = 1 << 18
BATCH_LINES = 64
BATCH_PAGES = 8
"""A batch is full at the first of these: large enough to be cheap to send, small enough to balance slow records."""

HALF_BATCH_LINES = 256
"""The same for batches that are prepared for a filter that needs the order, which is quick work and cheaper in bulk."""


class BatchRun(Run):
    """Batches of lines or pages, in worker processes or, for one job, in this one."""

    def __init__(self, plan: Plan, sink: Sink, rejects: BinaryIO | None, cleanup: ExitStack) -> None:
        super().__init__(plan, sink, rejects, cleanup)
        self._pool = self._new_pool()
        cleanup.callback(self._pool.close)
        self._rest = self._new_rest() if plan.halves else None
        self._name = ""
        self._before = 0
        self._lines: list[bytes] = []
        self._pieces: list[Piece] = []
        self._size = 0
        self._full = HALF_BATCH_LINES if plan.halves else BATCH_LINES

    def take_lines(self, lines: Lines) -> None:
        """Cut the lines into batches."""
        self._name, self._before = lines.name, 0
        for line in lines:
            self._lines.append(line)
            self._size += len(line)
            if self._size >= BATCH_BYTES or len(self._lines) >= self._full:
                self._ship()
        self._ship()

    def take_pages(self) -> None:
        """Cut the pages into batches."""
        for piece in self.pieces():
            self._pieces.append(piece)
            self._size += piece.size
            if self._size >= BATCH_BYTES or len(self._pieces) >= BATCH_PAGES:
                self._ship()
        self._ship()

    def before_read(self, descriptor: int) -> None:
        """Write what comes back from the workers until there is something to read."""
        self._ship()
        self.sink.flush()
        while descriptor not in self._pool.collect(descriptor):
            self.sink.flush()

    def settle(self) -> None:
        """Wait for all batches."""
        self._ship()
        self._pool.drain()

    def finish(self) -> None:
        """Wait for all batches, end the workers, and let the filters give what they held back."""
        self._pool.drain()
        self._pool.close()
        if self._rest:
            self.stats.add_stages(self._rest.end(), self._rest.first)

    def _new_pool(self) -> Pool | Alone:
        plan = self.plan
        if plan.jobs == 1:
            return Alone(plan.filters, plan.manner, self._emit)
        return Pool(plan.jobs, plan.filters, plan.manner, self._emit, plan.command)

    def _new_rest(self) -> SecondHalf:
        plan, reporter = self.plan, self.reporter
        return SecondHalf(plan.filters, plan.manner, self.sink.write_lines, reporter.failed, reporter.replaced)

    def _ship(self) -> None:
        if self._lines:
            batch = LineBatch(self._name, self._before, self._lines)
            self._before += len(self._lines)
            self._lines, self._size = [], 0
            self._pool.submit(batch)
        if self._pieces:
            pages = PageBatch(self._pieces)
            self._pieces, self._size = [], 0
            self._pool.submit(pages)

    def _emit(self, result: Result) -> None:
        if result.trouble:
            raise CannotStart(result.trouble)
        for half in result.halves:
            assert self._rest is not None
            self._rest.take(half)
        self.sink.write_lines(result.lines)
        self.stats.add_stages(result.stages)
        for one in result.replacements:
            self.reporter.replaced(one)
        for failure in result.failures:
            self.reporter.failed(failure)
