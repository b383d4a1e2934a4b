"""Signals that end a program: leave the output whole, then die as the shell expects."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType

PATIENCE = 0.2
"""Seconds that a write in hand may take after the signal; a reader that stands still is not waited for longer."""

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(BaseException):
    """A signal asked the program to end.

    Attributes:
        signum: the signal.
    """

    def __init__(self, signum: int) -> None:
        super().__init__(signum)
        self.signum = signum


class Interrupts:
    """Turns ending signals into :class:`Interrupted`, but not in the middle of a write.

    Use as a context manager; wrap writes in ``with interrupts.held():``.
    """

    def __init__(self) -> None:
        self._holding = False
        self._pending = 0
        self._before: dict[int, object] = {}

    def __enter__(self) -> "Interrupts":
        for signum in ENDING:
            if signal.getsignal(signum) != signal.SIG_IGN:
                self._before[signum] = signal.signal(signum, self._caught)
        self._before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._out_of_patience)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for signum, handler in self._before.items():
            signal.signal(signum, handler)  # type: ignore[arg-type]

    def held(self) -> "Held":
        """A section that an ending signal does not cut, unless it lasts."""
        return Held(self)

    def hold(self) -> None:
        """Begin a held section."""
        self._holding = True

    def release(self, failed: bool = False) -> None:
        """End a held section; a signal that came meanwhile takes effect now, unless the section failed anyhow."""
        self._holding = False
        if self._pending:
            signal.setitimer(signal.ITIMER_REAL, 0)
            pending, self._pending = self._pending, 0
            if not failed:
                raise Interrupted(pending)

    @contextmanager
    def limited(self) -> Iterator[None]:
        """A section that raises :class:`Interrupted` if it lasts."""
        self._pending = signal.SIGALRM
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            self._pending = 0

    def _caught(self, signum: int, _frame: FrameType | None) -> None:
        if not self._holding:
            raise Interrupted(signum)
        if not self._pending:
            self._pending = signum
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)

    def _out_of_patience(self, _signum: int, _frame: FrameType | None) -> None:
        if self._pending:
            self._holding = False
            pending, self._pending = self._pending, 0
            raise Interrupted(pending)


class Held:
    """The section of :meth:`Interrupts.held`."""

    def __init__(self, interrupts: Interrupts) -> None:
        self._interrupts = interrupts

    def __enter__(self) -> None:
        self._interrupts.hold()

    def __exit__(self, kind: type[BaseException] | None, *_: TracebackType | BaseException | None) -> None:
        self._interrupts.release(failed=kind is not None)


def die_by(signum: int) -> None:
    """End this process by the signal itself, so that the shell sees the truth."""
    signal.signal(signum, signal.SIG_DFL)
    os.kill(os.getpid(), signum)
