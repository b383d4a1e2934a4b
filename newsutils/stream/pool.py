"""Worker processes: batches go out to whoever is idle, results come back in the order of the batches.

Only so many batches are under way at once, so memory stays flat however slow the reader or one batch is. A worker
that dies is replaced, and the batch that it had is taken through again item by item: the item that kills is reported,
no other is lost.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from newsutils.filter import Filter
from newsutils.stream.batch import Batch, Result
from newsutils.stream.chain import Manner
from newsutils.stream.ordered import open_worker
from newsutils.stream.signals import ENDING

WINDOW = 4
"""Batches under way for each worker: one in work, the rest ready or waiting for an earlier one."""


class Hand:
    """One worker process, seen from the parent.

    Attributes:
        connection: the pipe to it.
        number: the batch that it works on, or None.
        batch: that batch.
    """

    def __init__(self, filters: Sequence[Filter], manner: Manner, others: Sequence["Hand"]) -> None:
        context = multiprocessing.get_context("fork")
        self.connection, theirs = context.Pipe()
        inherited = [self.connection, *(other.connection for other in others)]
        self._process: BaseProcess = context.Process(
            target=_serve, args=(theirs, inherited, filters, manner), daemon=True
        )
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # not before the worker has its own handlers
        self._process.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        self.number: int | None = None
        self.batch: Batch | None = None

    def give(self, number: int, batch: Batch) -> None:
        """Send a batch to work on."""
        self.number, self.batch = number, batch
        self.connection.send(batch)

    def result(self) -> Result:
        """Wait for the result of the batch. Raises EOFError or OSError if the worker died."""
        result: Result = self.connection.recv()
        self.number = self.batch = None
        return result

    def cause_of_death(self) -> str:
        """Why the process ended, in words."""
        self._process.join()
        code = self._process.exitcode or 0
        return f"the worker process died ({signal.Signals(-code).name if code < 0 else f'exit {code}'})"

    def end(self) -> None:
        """End the process: idle ones end by themselves when the parent hangs up."""
        self.connection.close()
        self._process.join(0 if self.number is not None else 1)
        self._process.kill()
        self._process.join()


class Pool:
    """Some worker processes and what they are at.

    Args:
        jobs: how many.
        filters: what they run.
        manner: how they run it.
        emit: called with each result, in the order of the batches.
        command: the command to blame for a worker's death.
    """

    def __init__(
        self, jobs: int, filters: Sequence[Filter], manner: Manner, emit: Callable[[Result], None], command: str
    ) -> None:
        self._filters = filters
        self._manner = manner
        self._emit = emit
        self._command = command
        self._hands: list[Hand] = []
        for _ in range(jobs):
            self._hands.append(self._new_hand())
        self._queue: deque[tuple[int, Batch]] = deque()
        self._results: dict[int, Result] = {}
        self._given = 0
        self._emitted = 0

    def submit(self, batch: Batch) -> None:
        """Hand over a batch; waits while too many are under way."""
        self._queue.append((self._given, batch))
        self._given += 1
        self._dispatch()
        while self._given - self._emitted >= WINDOW * len(self._hands):
            self.collect()

    def drain(self) -> None:
        """Collect all results that are outstanding."""
        while self._emitted < self._given:
            self.collect()

    def collect(self, *descriptors: int) -> Sequence[object]:
        """Wait until results come or a file descriptor can be read; return what is ready."""
        busy = {hand.connection: index for index, hand in enumerate(self._hands) if hand.number is not None}
        ready = wait([*busy, *descriptors])
        for one in ready:
            if isinstance(one, Connection):
                self._receive(busy[one])
        self._dispatch()
        self._emit_in_order()
        return ready

    def close(self) -> None:
        """End the workers."""
        while self._hands:
            self._hands.pop().end()

    def _new_hand(self) -> Hand:
        return Hand(self._filters, self._manner, self._hands)

    def _dispatch(self) -> None:
        for index, hand in enumerate(self._hands):
            if hand.number is None and self._queue:
                number, batch = self._queue.popleft()
                try:
                    hand.give(number, batch)
                except OSError:
                    self._bury(index)

    def _receive(self, index: int) -> None:
        hand = self._hands[index]
        number = hand.number
        assert number is not None
        try:
            self._results[number] = hand.result()
        except (EOFError, OSError):
            self._bury(index)

    def _emit_in_order(self) -> None:
        while self._emitted in self._results:
            result = self._results.pop(self._emitted)
            self._emitted += 1
            self._emit(result)

    def _bury(self, index: int) -> None:
        """Replace a worker that died, and take the batch it had through again."""
        number, batch = self._hands[index].number, self._hands[index].batch
        assert number is not None
        assert batch is not None
        reason = self._replace(index)
        alone: list[Batch] = list(batch.singles())
        if len(alone) == 1:
            self._results[number] = Result(failures=[batch.failure(self._command, reason)])
        else:
            self._results[number] = self._one_by_one(index, alone)

    def _replace(self, index: int) -> str:
        dead = self._hands.pop(index)
        reason = dead.cause_of_death()
        dead.end()
        self._hands.insert(index, self._new_hand())
        return reason

    def _one_by_one(self, index: int, batches: Sequence[Batch]) -> Result:
        whole = Result()
        for batch in batches:
            try:
                self._hands[index].give(-1, batch)
                part = self._hands[index].result()
            except (EOFError, OSError):
                part = Result(failures=[batch.failure(self._command, self._replace(index))])
            whole.add(part)
            if part.failures and self._manner.stop:
                break
        return whole


def _serve(connection: Connection, inherited: Sequence[Connection], filters: Sequence[Filter], manner: Manner) -> None:
    """The worker process: batches in, results out, until the parent hangs up."""
    for other in inherited:
        other.close()
    for signum in (*ENDING, signal.SIGALRM):
        signal.signal(signum, signal.SIG_IGN if signum == signal.SIGINT else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    worker = open_worker(filters, manner)
    with suppress(EOFError, OSError):
        while True:
            connection.send(worker.work(connection.recv()))
