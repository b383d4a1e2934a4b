"""Pipelines for Python: the stages of ``newsutils pipe`` over records of one's own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

import click

from newsutils.cli import cli
from newsutils.commands.pipe import filters_of
from newsutils.filter import Read
from newsutils.record import Record, RecordError
from newsutils.stream.chain import Chain, Items, Manner
from newsutils.stream.errors import Failure
from newsutils.stream.pages import PageItems, find_pages, find_pieces


def pipe(stages: str, records: Iterable[Mapping[str, Any]] = ()) -> Iterator[dict[str, Any]]:
    """Run a pipeline such as ``"clean | extract-numbers"`` over records, lazily.

    Args:
        stages: the pipeline, as ``newsutils pipe`` takes it; it may begin with ``read PATH``.
        records: mappings of plain JSON values, each with a ``text``; not used by a pipeline that reads pages.

    Returns:
        The records that come out, in order.

    Raises:
        RecordError: a stage cannot handle a record; it says which and why.
        click.UsageError: the pipeline is not well formed.
    """
    filters = filters_of(stages, click.Context(click.Command("pipe"), parent=click.Context(cli)))
    ready: list[Record] = []
    first = filters[0]
    items: Items = _pages(first) if isinstance(first, Read) else _PlainItems(records)
    chain = Chain(filters, Manner(), ready.append, _raise)
    while chain.take(items):
        yield from _drained(ready)
    chain.end()
    yield from _drained(ready)


def _pages(read: Read) -> PageItems:
    files = (file for path in read.paths for file in find_pages(path))
    return PageItems(find_pieces(files, read.form, _ignore, _ignore), _ignore, _ignore)


def _drained(ready: list[Record]) -> Iterator[dict[str, Any]]:
    for record in ready:
        yield dict(record)
    ready.clear()


def _ignore(_count: int) -> None:
    pass


def _raise(failure: Failure) -> NoReturn:
    raise RecordError(f"{failure.command}: {failure.where}: {failure.reason}")


class _PlainItems:
    """Records out of mappings, known by their number."""

    source = b""

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        self._records = enumerate(records, 1)
        self._number = 0

    @property
    def where(self) -> str:
        return f"record {self._number}"

    def read(self) -> Record:
        try:
            self._number, record = next(self._records)
        except StopIteration:
            raise EOFError from None
        return Record.from_fields(record)
