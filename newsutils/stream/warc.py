"""The records of web archives (WARC, ISO 28500), one after the other, in memory that does not grow with the file.

Only what may hold a page is taken: responses, resources, and the conversions of WET files. Damage costs the record that
it is in: reading goes on at the next line that begins one. (warcio and FastWARC stop there; and this is all that a
filter needs of them.)
"""

from collections.abc import Iterator
from typing import BinaryIO

from newsutils.stream.compression import CHUNK
from newsutils.stream.piece import Piece

MAGIC = b"WARC/"
LARGEST_PAGE = 1 << 26
"""Bytes; a larger record is no page of news, and is reported."""

_PAGES = frozenset(("response", "resource", "conversion"))
_LONGEST_LINE = 1 << 16
_MOST_HEADERS = 200


class _Damaged(Exception):
    """There is no whole record here."""


def warc_records(stream: BinaryIO, name: str) -> Iterator[Piece]:
    """The records that may be pages, each with its header and its block; where one is damaged, its trouble."""
    number = 0
    lost = False
    while line := stream.readline(_LONGEST_LINE):
        begins = line.startswith(MAGIC)
        if not begins and (lost or not line.strip()):
            continue
        number += 1
        where = f"{name}:{number}"
        try:
            if not begins:
                raise _Damaged("no WARC record begins where one should")
            page = _record(stream, name)
        except _Damaged as damaged:
            lost = True
            yield Piece(where, where.encode(errors="surrogateescape"), trouble=str(damaged))
        else:
            lost = False
            if page is not None:
                yield Piece(where, where.encode(errors="surrogateescape"), page)


def _record(stream: BinaryIO, name: str) -> dict[str, object] | None:
    """The rest of a record whose first line was read; None if it is no page."""
    headers = _headers(stream)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 20):
        raise _Damaged(f"a WARC record without a Content-Length: {length!r:.40}")
    size = int(length)
    if headers.get("warc-type", "").lower() not in _PAGES:
        _skip(stream, size)
        return None
    if size > LARGEST_PAGE:
        _skip(stream, size)
        raise _Damaged(f"a record of {size} bytes is too large for a page")
    data = stream.read(size)
    if len(data) < size:
        raise _Damaged(f"cut short: {len(data)} bytes of {size}")
    return {"name": name, "headers": headers, "data": data}


def _headers(stream: BinaryIO) -> dict[str, str]:
    """The fields of a record's header, by their names in lower case."""
    headers: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE)
        if not line.strip():
            return headers
        key, _, value = line.decode("utf-8", "replace").partition(":")
        headers[key.strip().lower()] = value.strip()
    raise _Damaged("a WARC header without an end")


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0:
        chunk = stream.read(min(size, CHUNK))
        if not chunk:
            raise _Damaged("cut short")
        size -= len(chunk)
