"""What may go wrong in a stream, how it is reported, and the exit code that it leads to."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import BinaryIO


class Exit(IntEnum):
    """Exit codes of every command; the shell adds 130 for Ctrl-C and 141 for a reader that went away."""

    OK = 0
    FAILED = 1
    USAGE = 2
    OUTPUT = 74


class UsageError(Exception):
    """The command cannot be run as asked."""


class OutputError(Exception):
    """Output could not be written."""


class ReaderGone(Exception):
    """Nobody reads the output any more."""


class Stopped(Exception):
    """A failure under ``--on-error fail``."""


@dataclass(frozen=True)
class Failure:
    """One record that a command could not handle.

    Attributes:
        command: the command that failed.
        where: ``FILE:LINE`` of the input line, or the page.
        reason: what was wrong, in one line.
        source: the input line (or the page's name) as it came.
    """

    command: str
    where: str
    reason: str
    source: bytes

    def entry(self) -> dict[str, str]:
        """What ``--on-error keep`` puts into the record's ``errors``."""
        return {"command": self.command, "reason": self.reason}


OnFailure = Callable[[Failure], None]


@dataclass(frozen=True)
class Replacement:
    """A field that a record had already and that a command has replaced, though that is not its purpose.

    Attributes:
        command: the command.
        where: ``FILE:LINE`` of the first such record.
        name: the field.
    """

    command: str
    where: str
    name: str


OnReplacement = Callable[[Replacement], None]


class Reporter:
    """Reports failures on standard error, counts them, keeps rejected lines, and stops at the first if asked to.

    Args:
        command: the command's name, for messages of its own.
        stop: raise :class:`Stopped` after a failure.
        rejects: where input lines of failed records go, if anywhere.
        quiet: report failures alone.
    """

    def __init__(self, command: str, stop: bool = False, rejects: BinaryIO | None = None, quiet: bool = False) -> None:
        self.command = command
        self.quiet = quiet
        self._replaced: set[tuple[str, str]] = set()
        self.count = 0
        self.unopened = 0
        self._stop = stop
        self._rejects = rejects
        self._rejected = ""

    def failed(self, failure: Failure) -> None:
        """Report one failure."""
        self.count += 1
        say(f"newsutils {failure.command}: {failure.where}: {failure.reason}")
        self._reject(failure)
        if self._stop:
            raise Stopped

    def replaced(self, one: Replacement) -> None:
        """Warn of a field that is replaced, once for all records."""
        known = (one.command, one.name)
        if not self.quiet and known not in self._replaced:
            self._replaced.add(known)
            say(f"newsutils {one.command}: {one.where}: warning: replaces the record's {one.name!r} (said once)")

    def conclude(self) -> None:
        """Say how many records failed, if any did."""
        if self.count and not self.quiet:
            say(f"newsutils {self.command}: {self.count} failed")

    def could_not_open(self, name: str, error: OSError) -> None:
        """Report a file that was named but does not open."""
        self.unopened += 1
        say(f"newsutils {self.command}: {name}: {error.strerror or error}")
        if self._stop:
            raise Stopped

    def cut_short(self, reason: str) -> None:
        """Report a file that could not be read to its end."""
        self.count += 1
        say(f"newsutils {self.command}: {reason}")
        if self._stop:
            raise Stopped

    @property
    def exit_code(self) -> Exit:
        """The exit code so far."""
        if self.unopened:
            return Exit.USAGE
        return Exit.FAILED if self.count else Exit.OK

    def _reject(self, failure: Failure) -> None:
        if self._rejects is not None and failure.where != self._rejected:
            self._rejected = failure.where
            self._rejects.write(failure.source.rstrip(b"\r\n") + b"\n")


def say(message: str) -> None:
    """Print a line on standard error, if anybody has one."""
    if sys.stderr is None:
        return
    try:
        print(message, file=sys.stderr, flush=True)  # noqa: T201 (standard error is for talk)
    except (OSError, ValueError):
        return


def reason_of(error: Exception) -> str:
    """An exception in one line; its type is named unless it is written for the user."""
    from newsutils.record import RecordError

    message = " ".join(str(error).split())
    return message if isinstance(error, RecordError) else f"{type(error).__name__}: {message}"
