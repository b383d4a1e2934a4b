"""Work for a worker process: some lines or pages go out, finished lines and failures come back."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import jsonlines

from newsutils.filter import CannotStart, Filter
from newsutils.record import Record, dump_object
from newsutils.stream.chain import Chain, Items, Manner
from newsutils.stream.errors import Failure, Replacement, Stopped
from newsutils.stream.pages import PageItems
from newsutils.stream.piece import Piece
from newsutils.stream.source import LineItems, Lines
from newsutils.stream.stats import StageStats


@dataclass(frozen=True)
class LineBatch:
    """Lines that follow one another.

    Attributes:
        name: the stream that they came from.
        before: how many lines came before the first.
        lines: the lines, as they came.
    """

    name: str
    before: int
    lines: Sequence[bytes]

    def items(self, replace: bool) -> Items:
        """The records of the lines; with U+FFFD for what is not UTF-8, if asked for."""
        return LineItems(Lines(self.name, self.lines, self.before), replace)

    def singles(self) -> Iterator["LineBatch"]:
        """The same lines, each by itself."""
        for index, line in enumerate(self.lines):
            yield LineBatch(self.name, self.before + index, [line])

    def failure(self, command: str, reason: str) -> Failure:
        """What became of a batch of one line."""
        return Failure(command, f"{self.name}:{self.before + 1}", reason, self.lines[0])


@dataclass(frozen=True)
class PageBatch:
    """Some pages."""

    pieces: Sequence[Piece]

    def items(self, _replace: bool) -> Items:
        """The pages."""
        return PageItems(self.pieces, _ignore, _ignore)

    def singles(self) -> Iterator["PageBatch"]:
        """The same pages, each by itself."""
        return (PageBatch([piece]) for piece in self.pieces)

    def failure(self, command: str, reason: str) -> Failure:
        """What became of a batch of one page."""
        return Failure(command, self.pieces[0].where, reason, self.pieces[0].source)


Batch = LineBatch | PageBatch


class Passed(NamedTuple):
    """A record that passed the filters so far.

    Attributes:
        record: the record.
        where: the place that it came from.
        source: the bytes that it came from.
        first: the filter of the second half that it goes on with: not the first one if it stands for a bad item.
    """

    record: Record
    where: str
    source: bytes
    first: int


@dataclass(frozen=True)
class Half:
    """A batch half way through.

    Attributes:
        events: what happened to its items, in order.
        found: what was found out beforehand about each record that passed.
    """

    events: Sequence[Passed | Failure]
    found: Sequence[Any]


@dataclass
class Result:
    """What became of a batch.

    Attributes:
        lines: finished records, as JSON Lines.
        failures: what failed, in order.
        replacements: fields that were replaced, in order; each is told once by a worker.
        stages: counts and times of the filters, if asked for.
        trouble: why no batch can be worked on, if so.
        halves: instead of lines and failures, records that have the filters yet before them that need the order.
    """

    lines: bytes = b""
    failures: list[Failure] = field(default_factory=list)
    replacements: list[Replacement] = field(default_factory=list)
    stages: list[StageStats] = field(default_factory=list)
    trouble: str = ""
    halves: list[Half] = field(default_factory=list)

    def add(self, other: "Result") -> None:
        """Add what became of the batch that follows."""
        self.lines += other.lines
        self.halves += other.halves
        self.failures += other.failures
        self.replacements += other.replacements
        if self.stages:
            for mine, theirs in zip(self.stages, other.stages, strict=False):
                mine.add(theirs)
        else:
            self.stages = other.stages


class Worker:
    """Takes batches through filters; lives in a process of its own.

    Args:
        filters: the filters, in order.
        manner: how they are run.
    """

    def __init__(self, filters: Sequence[Filter], manner: Manner) -> None:
        self._manner = manner
        self._result = Result()
        self._out = io.BytesIO()
        self._writer = jsonlines.Writer(self._out, dumps=dump_object)
        self._chain = Chain(filters, manner, self._write, self._failed, self._replaced)

    def work(self, batch: Batch) -> Result:
        """Take one batch through; under ``stop`` it ends with the first failure."""
        try:
            self._chain.run(batch.items(self._manner.replace))
        except Stopped:
            pass
        except CannotStart as error:
            self._result.trouble = str(error)
        self._result.lines = self._out.getvalue()
        self._result.stages = self._chain.take_stats()
        result, self._result = self._result, Result()
        self._out.seek(0)
        self._out.truncate()
        return result

    def _write(self, record: Record) -> None:
        self._writer.write(record.raw)

    def _failed(self, failure: Failure) -> None:
        self._result.failures.append(failure)
        if self._manner.stop:
            raise Stopped

    def _replaced(self, one: Replacement) -> None:
        self._result.replacements.append(one)


def _ignore(_count: int) -> None:
    pass
