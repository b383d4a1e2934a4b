"""The rows of tables (CSV, TSV) and the lines of JSON Lines, one after the other."""

import csv
from collections.abc import Iterator
from itertools import zip_longest
from typing import BinaryIO

from newsutils.stream.piece import Piece

LARGEST_CELL = 1 << 24
"""Characters; what is longer is a quotation mark that nobody closed."""

_DELIMITERS = ",;\t|"
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF8_MARK = b"\xef\xbb\xbf"


def json_lines(stream: BinaryIO, name: str) -> Iterator[Piece]:
    """The lines of a stream that are not blank."""
    for number, line in enumerate(stream, 1):
        plain = line.removeprefix(_UTF8_MARK) if number == 1 else line
        if plain.strip():
            yield Piece(f"{name}:{number}", line, {"name": name, "line": plain.rstrip(b"\r\n")})


def table_rows(stream: BinaryIO, name: str, delimiter: str = "") -> Iterator[Piece]:
    """The rows of a table by the columns that its first row names.

    Cells are bytes decoded as Latin-1, which loses nothing: whoever reads a row finds out its encoding.

    Args:
        stream: the table.
        name: what it is called.
        delimiter: what stands between cells; found out from the first row unless given.
    """
    csv.field_size_limit(LARGEST_CELL)
    lines = _Lines(stream)
    rows = csv.reader(lines, delimiter=delimiter or _delimiter_of(lines.head))
    columns: list[str] = []
    while True:
        lines.taken.clear()
        where = f"{name}:{lines.number + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Piece(where, lines.source, trouble=f"no row of a table: {error}")
            continue
        if not columns:
            columns = [cell.strip() for cell in cells]
        elif len(cells) > len(columns):
            yield Piece(where, lines.source, trouble=f"{len(cells)} cells, but {len(columns)} columns")
        elif cells:
            yield Piece(where, lines.source, {"name": name, "row": dict(zip_longest(columns, cells, fillvalue=""))})


def _delimiter_of(head: str) -> str:
    return max(_DELIMITERS, key=head.count)


class _Lines:
    """The lines of a table as Latin-1; those of the row that is being read, and the number of the last one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = _as_bytes(stream)
        self.number = 0
        self.taken: list[bytes] = []
        first = next(self._lines, b"").removeprefix(_UTF8_MARK)
        self.head = first.decode("latin-1")
        self._first: bytes | None = first

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._first is not None:
            line, self._first = self._first, None
        else:
            line = next(self._lines)
        self.number += 1
        self.taken.append(line)
        return line.decode("latin-1")

    @property
    def source(self) -> bytes:
        """The lines of the row."""
        return b"".join(self.taken)


def _as_bytes(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; those of UTF-16, which spreadsheets write, as UTF-8."""
    first = stream.readline()
    codec = _WIDE.get(first[:2])
    if codec is None:
        yield first
        yield from stream
        return
    from codecs import getincrementaldecoder

    decoder = getincrementaldecoder(codec)("replace")
    rest = decoder.decode(first[2:])
    for line in stream:
        *whole, rest = (rest + decoder.decode(line)).split("\n")
        yield from (f"{one}\n".encode("utf-8", "replace") for one in whole)
    yield (rest + decoder.decode(b"", final=True)).encode("utf-8", "replace")
