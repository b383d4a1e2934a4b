"""Runs filters over files: opens, reads, filters, writes, reports, and says with which code to exit."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import BinaryIO

from newsutils.filter import Filter, Read
from newsutils.stream.chain import Chain, Items, Manner
from newsutils.stream.errors import Reporter, Stopped, UsageError, say
from newsutils.stream.pages import PageItems, find_pages
from newsutils.stream.signals import Interrupts
from newsutils.stream.sink import Sink
from newsutils.stream.source import STDIN, InputError, LineItems, Lines, open_input


@dataclass(frozen=True)
class Plan:
    """What is to be run, as asked for on the command line."""

    command: str
    filters: Sequence[Filter]
    files: Sequence[str] = ()
    output: str | None = None
    on_error: str = "skip"
    rejects: str | None = None
    quiet: bool = False
    provenance: bool = False

    @property
    def inputs(self) -> Sequence[str]:
        """The files to read; standard input if none is named."""
        first = self.filters[0]
        named = first.paths if isinstance(first, Read) else self.files
        return named or (STDIN,)


def run_filters(filters: Sequence[Filter], command: str = "", **options: object) -> int:
    """Run filters over the stream that the options describe (see :class:`Plan`) and return the exit code.

    Raises:
        UsageError: it cannot be run as asked.
        ReaderGone: nobody reads the output any more.
        OutputError: the output could not be written.
        Interrupted: a signal ended it.
    """
    plan = Plan(command=command or filters[0].command, filters=filters, **options)  # type: ignore[arg-type]
    _check(plan)
    with Interrupts() as interrupts, ExitStack() as cleanup:
        sink = Sink(plan.output, interrupts)
        rejects = cleanup.enter_context(_opened_rejects(plan.rejects)) if plan.rejects else None
        try:
            return _Run(plan, sink, rejects).run()
        except BaseException:
            sink.abandon()
            raise


class _Run:
    """One run of a plan."""

    def __init__(self, plan: Plan, sink: Sink, rejects: BinaryIO | None) -> None:
        self._plan = plan
        self._sink = sink
        self._reporter = Reporter(plan.command, stop=plan.on_error == "fail", rejects=rejects)
        manner = Manner(keep=plan.on_error == "keep", provenance=plan.provenance)
        first, *rest = plan.filters
        self._reading = first if isinstance(first, Read) else None
        self._chain = Chain(
            rest if self._reading else plan.filters, manner, sink.write, self._reporter.failed, reader=first.command
        )

    def run(self) -> int:
        try:
            self._read_all()
        except Stopped:
            self._sink.abandon()
            return self._reporter.exit_code
        self._chain.end()
        self._sink.commit()
        self._summarise()
        return self._reporter.exit_code

    def _read_all(self) -> None:
        for items in self._sources():
            try:
                self._chain.run(items)
            except InputError as error:
                self._reporter.cut_short(str(error))

    def _sources(self) -> Iterator[Items]:
        if self._reading:
            yield PageItems(self._pages(), self._reading.make(), self._before_read, self._after_read)
            return
        for name in self._plan.inputs:
            try:
                stream = open_input(name, self._before_read, self._after_read)
            except OSError as error:
                self._reporter.could_not_open(name, error)
                continue
            with stream:
                yield LineItems(Lines(name, stream))

    def _pages(self) -> Iterator[str]:
        for path in self._plan.inputs:
            try:
                yield from find_pages(path)
            except OSError as error:
                self._reporter.could_not_open(path, error)

    def _before_read(self, _descriptor: int) -> None:
        self._sink.flush()

    def _after_read(self, count: int) -> None:
        """Progress."""

    def _summarise(self) -> None:
        if self._reporter.count and not self._plan.quiet:
            say(f"newsutils {self._plan.command}: {self._reporter.count} failed")


def _check(plan: Plan) -> None:
    """Refuse to write over what is read, and to read pages in the middle."""
    if any(isinstance(one, Read) for one in plan.filters[1:]):
        raise UsageError("`read` can only come first")
    for name in plan.inputs:
        if plan.output and _same_file(name, plan.output):
            raise UsageError(f"{name}: the output would overwrite the input")
        if _is_standard_output(name):
            raise UsageError(f"{name}: the input is standard output too")


def _same_file(name: str, other: str) -> bool:
    try:
        return os.path.samefile(name, other)
    except OSError:
        return False


def _is_standard_output(name: str) -> bool:
    try:
        there, out = os.stat(name), os.fstat(1)
    except OSError:
        return False
    return stat.S_ISREG(there.st_mode) and os.path.samestat(there, out)


def _opened_rejects(name: str) -> BinaryIO:
    try:
        return open(name, "wb")
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from None
