"""Runs a plan: opens, reads, filters, writes, reports, and says with which code to exit."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import BinaryIO

from newsutils.filter import Filter
from newsutils.stream.chain import Chain
from newsutils.stream.compression import compressed
from newsutils.stream.errors import Reporter, Stopped, UsageError
from newsutils.stream.pages import PageItems, find_pages, find_pieces
from newsutils.stream.piece import Piece
from newsutils.stream.plan import Plan
from newsutils.stream.progress import Progress
from newsutils.stream.signals import Interrupts
from newsutils.stream.sink import Sink
from newsutils.stream.source import InputError, LineItems, Lines, open_input
from newsutils.stream.stats import RunStats, StageStats


def run_filters(filters: Sequence[Filter], command: str = "", **options: object) -> int:
    """Run filters over the stream that the options describe (see :class:`Plan`) and return the exit code.

    Raises:
        UsageError: it cannot be run as asked.
        ReaderGone: nobody reads the output any more.
        OutputError: the output could not be written.
        Interrupted: a signal ended it.
    """
    plan = Plan(command=command or filters[0].command, filters=filters, **options)  # type: ignore[arg-type]
    plan.check()
    with Interrupts() as interrupts, ExitStack() as cleanup:
        with interrupts.held():
            sink = Sink(plan.output, interrupts)
            cleanup.callback(sink.close)
        rejects = cleanup.enter_context(_opened(plan.rejects)) if plan.rejects else None
        return _kind(plan)(plan, sink, rejects, cleanup).run()


def _kind(plan: Plan) -> type["Run"]:
    if plan.jobs == 1 and not plan.halves:
        return SerialRun
    from newsutils.stream.parallel import BatchRun

    return BatchRun


class Run:
    """One run of a plan; how items are taken through is the business of its kinds."""

    def __init__(self, plan: Plan, sink: Sink, rejects: BinaryIO | None, cleanup: ExitStack) -> None:
        self.plan = plan
        self.sink = sink
        self.reporter = Reporter(plan.command, plan.manner.stop, rejects, plan.quiet)
        self.stats = RunStats(stages=[StageStats() for _ in plan.filters])
        self.progress = Progress(plan.command, plan.inputs, plan.quiet, passes=2 if plan.surveys else 1)
        cleanup.callback(self.progress.close)

    def run(self) -> int:
        """Run it and return the exit code."""
        try:
            self.take_pages() if self.plan.reads_pages else self._take_files()
            self.finish()
            self.sink.commit()
        except Stopped:
            self.sink.close()
        self._conclude()
        return self.reporter.exit_code

    def _take_files(self) -> None:
        for name in self.plan.inputs:
            try:
                stream = open_input(name, self.before_read, self.after_read)
            except OSError as error:
                self.reporter.could_not_open(name, error)
                continue
            with stream:
                self._take_file(Lines(name, stream))

    def _take_file(self, lines: Lines) -> None:
        try:
            self.take_lines(lines)
        except InputError as error:
            self.settle()
            self.reporter.cut_short(str(error))

    def pieces(self) -> Iterator[Piece]:
        """What there is to read, in order."""
        return find_pieces(self._found_pages(), self.plan.filters[0].form, self.before_read, self.after_read)

    def _found_pages(self) -> Iterator[str]:
        """The files to read; what is not there is reported."""
        for path in self.plan.inputs:
            try:
                yield from find_pages(path)
            except OSError as error:
                self.reporter.could_not_open(path, error)

    def after_read(self, count: int) -> None:
        """So many bytes were read."""
        self.stats.bytes_in += count
        self.progress.advance(count)

    def _conclude(self) -> None:
        self.progress.close()
        self.stats.errors = self.reporter.count
        self.stats.bytes_out = self.sink.count
        if self.plan.stats is not None:
            with _opened(self.plan.stats) as file:
                file.write(self.stats.to_json(self.plan.command, self.plan.filters).encode())
        self.reporter.conclude()

    def take_lines(self, lines: Lines) -> None:
        """Take the records of some lines through."""
        raise NotImplementedError

    def take_pages(self) -> None:
        """Take the records of the pages through."""
        raise NotImplementedError

    def before_read(self, descriptor: int) -> None:
        """A read comes that may block."""
        raise NotImplementedError

    def settle(self) -> None:
        """Make sure that all that was read is dealt with."""

    def finish(self) -> None:
        """All input was read."""


class SerialRun(Run):
    """Everything in this process, one by one."""

    def __init__(self, plan: Plan, sink: Sink, rejects: BinaryIO | None, cleanup: ExitStack) -> None:
        super().__init__(plan, sink, rejects, cleanup)
        self._chain = Chain(plan.filters, plan.manner, sink.write, self.reporter.failed, self.reporter.replaced)

    def run(self) -> int:
        """Run it, after a survey if the first filter wants one, and return the exit code."""
        if self.plan.surveys:
            self._survey()
        return super().run()

    def _survey(self) -> None:
        for name in self.plan.inputs:
            with suppress(OSError, InputError), open_input(name, self.before_read, self.progress.advance) as stream:
                self._chain.survey(LineItems(Lines(name, stream), self.plan.manner.replace))

    def take_lines(self, lines: Lines) -> None:
        """Take the lines through one by one."""
        self._chain.run(LineItems(lines, self.plan.manner.replace))

    def take_pages(self) -> None:
        """Take the pages through one by one."""
        self._chain.run(PageItems(self.pieces(), self.before_read, self.after_read))

    def before_read(self, _descriptor: int) -> None:
        """Let nobody wait for what is written already."""
        self.sink.flush()

    def finish(self) -> None:
        """Let the filters give what they held back."""
        self._chain.end()
        self.stats.add_stages(self._chain.take_stats())


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """A file to write beside the output, compressed as its name says."""
    try:
        file = open(name, "wb")  # noqa: SIM115 - only what fails here is a matter of usage
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from None
    with file, compressed(file, name) as out:
        yield out
