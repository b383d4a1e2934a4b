"""The kinds of filter, and what each may do to the records that pass.

A filter names its work as ``"package.module:function"``: the function takes the filter's options and returns the work
itself. So a filter is small, can be pickled for a worker or an engine, and loads nothing before its first record.

================  ====================================================  =========================================
kind              the work is                                           what comes out
================  ====================================================  =========================================
:class:`Annotate`  ``record -> fields``                                  the record with these fields set
:class:`Explode`   ``record -> records``                                 these records instead
:class:`Stream`    an object with ``push(record)`` and ``end()``         what they return; may look at order
:class:`Prepare`   ``records -> what a Stream wants to know of each``    the same records, one after the other
:class:`Read`      ``{"name", "data"} -> records``                       the records made of a page's bytes
================  ====================================================  =========================================

Work raises :class:`newsutils.record.RecordError` on bad data. It prints nothing, opens nothing but its own read-only
data, never exits, and gives the same output for the same input.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from newsutils.record import Record


class Dropped(Enum):
    """The one value by which a filter drops a record; a forgotten ``return`` is an error, never a drop."""

    DROP = "drop"


DROP = Dropped.DROP


class CannotStart(Exception):
    """A filter could not be made of its options: no record can pass."""


class Step(Protocol):
    """A filter at work in one process."""

    def push(self, record: "Record") -> Sequence["Record"]:
        """Take one record, return those that are ready."""

    def end(self) -> Iterable["Record"]:
        """Return what was held back, after the last record."""

    def survey(self, record: "Record") -> None:
        """Look at one record, before the first is taken."""


class _Lazy(ABC):
    """Work that is made on the first record."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._made: Any = None

    def _work(self) -> Any:
        if self._made is None:
            try:
                self._made = self._make()
            except Exception as error:
                raise CannotStart(f"{type(error).__name__}: {error}") from error
        return self._made

    @abstractmethod
    def push(self, record: "Record") -> Sequence["Record"]: ...

    def end(self) -> Iterable["Record"]:
        return ()

    def survey(self, record: "Record") -> None:
        raise NotImplementedError("only a filter that surveys is asked to")


class _Annotating(_Lazy):
    def push(self, record: "Record") -> Sequence["Record"]:
        fields = (self._made or self._work())(record)
        if fields is DROP:
            return ()
        record.update(fields)
        return (record,)


class _Exploding(_Lazy):
    def push(self, record: "Record") -> Sequence["Record"]:
        return [type(record).from_fields(part) for part in self._work()(record)]


class _Reading(_Lazy):
    def push(self, page: Any) -> Sequence["Record"]:
        from newsutils.record import Record

        return [Record.from_fields(fields) for fields in self._work()(page)]


class _Streaming(_Lazy):
    def push(self, record: "Record") -> Sequence["Record"]:
        kept: Sequence[Record] = self._work().push(record)
        return kept

    def end(self) -> Iterable["Record"]:
        last: Iterable[Record] = self._made.end() if self._made is not None else ()
        return last

    def survey(self, record: "Record") -> None:
        self._work().survey(record)


class _Preparing(_Lazy):
    def look(self, records: Sequence["Record"]) -> Sequence[Any]:
        found: Sequence[Any] = self._work()(records)
        return found

    def push(self, record: "Record") -> Sequence["Record"]:
        record.prepared = self.look([record])[0]
        return (record,)


class _StreamingPrepared(_Streaming):
    def __init__(self, make: Callable[[], Any], preparing: _Preparing) -> None:
        super().__init__(make)
        self._preparing = preparing

    def push(self, record: "Record") -> Sequence["Record"]:
        if record.prepared is None:
            self._preparing.push(record)
        found, record.prepared = record.prepared, None
        kept: Sequence[Record] = self._work().push(record, found)
        return kept


@dataclass(frozen=True)
class Filter:
    """What a command does, ready to be sent anywhere.

    Attributes:
        command: the command's name, for messages and provenance.
        work: ``"module:function"``; the function is called with the options, once per process, on the first record.
        options: keyword arguments of that function: plain values.
        paths: the pages to read, for :class:`Read`.
        form: what the files are that hold them, if not what their names say.
        replaces: fields that it is meant to replace; of any other that it replaces, the stream warns.
    """

    command: str
    work: str
    options: Mapping[str, Any] = field(default_factory=dict)
    paths: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    form: str = ""
    ordered: ClassVar[bool] = False
    step: ClassVar[type[_Lazy]]

    def make(self) -> Any:
        """Import the function and call it with the options."""
        module, _, name = self.work.partition(":")
        return getattr(import_module(module), name)(**self.options)

    def open(self) -> Step:
        """The filter at work."""
        return type(self).step(self.make)


class Annotate(Filter):
    """Adds fields to each record by itself, so that records may be handled anywhere and in any order."""

    step = _Annotating


class Explode(Filter):
    """Makes several records of one."""

    step = _Exploding


class Prepare(Filter):
    """The part of a stream filter's work that needs no order: done for some records at once, in any process."""

    step = _Preparing

    def open(self) -> _Preparing:
        """The work on some records at once."""
        return _Preparing(self.make)


@dataclass(frozen=True)
class Stream(Filter):
    """Sees all records in order, in one process.

    Attributes:
        prepare: what is found out about records beforehand, if anything; ``push`` gets it beside each record.
        writes: files that it writes beside the output.
        surveys: its work wants to ``survey`` all records first, where they can be read twice: as the first filter over
            files.
    """

    prepare: Prepare | None = None
    writes: tuple[str, ...] = ()
    surveys: bool = False
    ordered = True

    step = _Streaming

    def open(self) -> Step:
        """The filter at work."""
        return _StreamingPrepared(self.make, self.prepare.open()) if self.prepare else super().open()


class Read(Filter):
    """Makes records of the pages found under ``paths``; the first stage of a pipeline and no other."""

    step = _Reading
