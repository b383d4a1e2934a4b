"""Counts and times of a run, for ``--stats``."""

import json
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import TYPE_CHECKING

import newsutils
from newsutils.filter import Filter, Step

if TYPE_CHECKING:
    from newsutils.record import Record


@dataclass
class StageStats:
    """What one filter did; times are seconds."""

    records_in: int = 0
    records_out: int = 0
    errors: int = 0
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0

    def add(self, other: "StageStats") -> None:
        """Add what the same filter did elsewhere."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


class Timed:
    """A step that is counted and timed."""

    def __init__(self, step: Step, stats: StageStats) -> None:
        self._step = step
        self._stats = stats

    def push(self, record: "Record") -> Sequence["Record"]:
        """Take one record through the step."""
        self._stats.records_in += 1
        return self._timed(lambda: self._step.push(record))

    def end(self) -> Iterable["Record"]:
        """Let the step give what it held back."""
        held = iter(self._step.end())
        while record := self._timed(lambda: list(islice(held, 1))):
            yield from record

    def survey(self, record: "Record") -> None:
        """Let the step look at one record: this costs time, but no record comes in or out."""
        with self._clock():
            self._step.survey(record)

    def _timed(self, work: Callable[[], Sequence["Record"]]) -> Sequence["Record"]:
        try:
            with self._clock():
                out = work()
        except Exception:
            self._stats.errors += 1
            raise
        self._stats.records_out += len(out)
        return out

    @contextmanager
    def _clock(self) -> Iterator[None]:
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            yield
        finally:
            self._stats.cpu_seconds += time.process_time() - cpu
            self._stats.wall_seconds += time.perf_counter() - wall


@dataclass
class RunStats:
    """What a whole run did."""

    bytes_in: int = 0
    bytes_out: int = 0
    errors: int = 0
    stages: list[StageStats] = field(default_factory=list)
    started: float = field(default_factory=time.perf_counter)

    def add_stages(self, stages: Sequence[StageStats], first: int = 0) -> None:
        """Add what the filters, from the first one named, did elsewhere."""
        for mine, theirs in zip(self.stages[first:], stages, strict=False):  # nothing comes from a worker that died
            mine.add(theirs)

    def to_json(self, command: str, filters: Sequence[Filter]) -> str:
        """The figures as one JSON object; CPU seconds are those of all processes that ended."""
        usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        stages = [{"command": one.command, **vars(stats)} for one, stats in zip(filters, self.stages, strict=True)]
        said = {
            "command": command,
            "version": newsutils.__version__,
            "bytes_in": self.bytes_in,
            "bytes_out": self.bytes_out,
            "errors": self.errors,
            "cpu_seconds": sum(one.ru_utime + one.ru_stime for one in usage),
            "cpu_seconds_parent": usage[0].ru_utime + usage[0].ru_stime,
            "wall_seconds": time.perf_counter() - self.started,
            "stages": stages,
        }
        return json.dumps(said, indent=1) + "\n"
