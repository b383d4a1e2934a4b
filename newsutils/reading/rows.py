"""Rows of tables and JSON objects that hold an article already, or its HTML page."""

from collections.abc import Iterable, Mapping
from typing import Any

from newsutils.reading.dates import date_of
from newsutils.reading.encoding import decode
from newsutils.reading.page import read_html
from newsutils.record import Record, RecordError, load_object, record_id

FIELDS = ("id", "url", "source", "title", "byline", "published", "retrieved", "lang", "text")
"""What a record of a page may say, in this order."""

PAGE_FIELD = "html"
"""The field that holds a whole HTML page; it gives what the row does not say itself, and is not passed on."""

_SEPARATOR = "\x1f"


def read_row(row: Mapping[str, str], columns: Mapping[str, str], content_type: str = "") -> dict[str, Any]:
    """A row of a table as the fields of a record; empty cells are left out.

    Args:
        row: the cells by their columns, their bytes as Latin-1.
        columns: the column of a field, where it is not called as the field is.
        content_type: where ``charset=NAME`` may say the encoding, as in HTTP.

    Raises:
        RecordError: there is no such column, or no text.
    """
    parts = [part.replace(_SEPARATOR, " ") for part in (*row, *row.values())]
    plain = decode(_SEPARATOR.join(parts).encode("latin-1"), content_type).split(_SEPARATOR)
    if len(plain) != len(parts):
        raise RecordError("a row in a broken encoding")
    named = dict(zip(plain[: len(row)], plain[len(row) :], strict=True))
    for field, column in columns.items():
        if column not in named:
            raise RecordError(f"no column {column!r} for {field!r}; there are {_listed(named)}")
    others = {name: named[name] for name in _others(named, columns) if named[name]}
    return {**_record(named, columns), **others}


def read_object(line: bytes, columns: Mapping[str, str]) -> dict[str, Any]:
    """A JSON object as the fields of a record; values that are not read stay as they were written.

    Raises:
        RecordError: it is no JSON object, or has no text.
    """
    record = Record(load_object(line))
    return {**_record(record, columns), **{name: record.raw[name] for name in _others(record, columns)}}


def _others(row: Iterable[str], columns: Mapping[str, str]) -> list[str]:
    """The columns that are not read."""
    read = {*FIELDS, PAGE_FIELD, *columns, *columns.values()}
    return [name for name in row if name not in read]


def _record(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """The fields that a row has, its own or those of its page, and its other fields that `columns` names."""
    own = {name: row[name] for name in (*FIELDS, PAGE_FIELD) if name in row and name not in columns.values()}
    values = {**own, **{field: row[column] for field, column in columns.items() if column in row}}
    said = {field: value for field, value in values.items() if value not in ("", None)}
    if isinstance(said.get("published"), str):
        said["published"] = date_of(said["published"]) or said["published"]
    page = said.pop(PAGE_FIELD, None)
    if isinstance(page, str) and page.strip():
        said = {**read_html(page, url=str(said.get("url", ""))), **said}
    if not isinstance(said.get("text"), str):
        raise RecordError(f"no text: say with `--map text=COLUMN` which it is; there are {_listed(row)}")
    said["id"] = record_id(said)
    return {name: said[name] for name in (*FIELDS, *said) if name in said}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names))
