"""Where pages come from: files, folders, glob patterns and standard input, a page or many of them in a file."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

from newsutils.record import RecordError
from newsutils.stream.compression import FORMATS, data_errors
from newsutils.stream.piece import Piece
from newsutils.stream.source import STDIN, Hook, open_input
from newsutils.stream.tables import json_lines, table_rows
from newsutils.stream.warc import MAGIC, warc_records

Cut = Callable[[BinaryIO, str], Iterator[Piece]]
"""Takes a stream and its name to the pieces in it."""

CUTS: Mapping[str, Cut] = {
    "jsonl": json_lines,
    "csv": table_rows,
    "tsv": partial(table_rows, delimiter="\t"),
    "warc": warc_records,
}
"""The forms of files that hold many pages."""

ENDINGS: Mapping[str, str] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".xml", ".rss", ".atom", ".rdf"), "page"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    **dict.fromkeys((".warc", ".wet"), "warc"),
}
"""The form of a file by the ending of its name, also when it is compressed; in a folder, these alone are taken."""


def find_pages(path: str) -> Iterator[str]:
    """The files under a path, in order of their names: a file itself, a folder's files, or what a pattern matches.

    Raises:
        FileNotFoundError: there is no such file, or nothing matches.
    """
    if path == STDIN or os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        yield from _walk(path)
    else:
        yield from _matches(path)


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(parent, name) for name in sorted(files) if _form_by_name(name) and name[0] != ".")


def _matches(pattern: str) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        raise FileNotFoundError(2, "No such file or directory", pattern)
    for path in found:
        yield from _walk(path) if os.path.isdir(path) else (path,)


def _form_by_name(name: str) -> str:
    plain = name.lower()
    for ending, _, _ in FORMATS:
        plain = plain.removesuffix(ending)
    return ENDINGS.get(os.path.splitext(plain)[1], "")


def _form_by_head(head: bytes) -> str:
    """The form of a file whose name does not tell it. A table cannot be told from text."""
    if head.startswith(MAGIC):
        return "warc"
    return "jsonl" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "page"


def find_pieces(paths: Iterable[str], form: str, before_read: Hook, after_read: Hook) -> Iterator[Piece]:
    """What is in some files, in order. A file that is one page is not opened; standard input is read.

    Args:
        paths: the files.
        form: what they are: a key of :data:`CUTS` or ``page``; by their names and first bytes if empty.
        before_read: called before a read that may block.
        after_read: called with the number of bytes read.
    """
    for path in paths:
        told = form or _form_by_name(path)
        if told == "page" and path != STDIN:
            yield Piece(path, os.fsencode(path))
            continue
        try:
            with open_input(path, before_read, after_read) as stream:
                yield from _pieces(stream, path, told or _form_by_head(stream.peek(64)))  # type: ignore[attr-defined]
        except data_errors() as error:
            yield Piece(path, os.fsencode(path), trouble=_reason(error))


def _pieces(stream: BinaryIO, path: str, form: str) -> Iterator[Piece]:
    if form in CUTS:
        yield from CUTS[form](stream, path)
    else:
        yield Piece(path, os.fsencode(path), {"name": path, "data": stream.read()})


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


class PageItems:
    """What the pieces hold: pages and rows as mappings.

    Args:
        pieces: the pieces.
        before_read: called before a read that may block.
        after_read: called with the number of bytes read.
    """

    def __init__(self, pieces: Iterable[Piece], before_read: Hook, after_read: Hook) -> None:
        self._pieces = iter(pieces)
        self._hooks = (before_read, after_read)
        self._piece = Piece("")

    def read(self) -> Mapping[str, Any]:
        """The next page.

        Raises:
            EOFError: there are no more.
            RecordError: the page cannot be read; the next call goes on after it.
        """
        try:
            self._piece = next(self._pieces)
        except StopIteration:
            raise EOFError from None
        if self._piece.trouble:
            raise RecordError(self._piece.trouble)
        return self._piece.page or {"name": self.where, "data": self._data()}

    def _data(self) -> bytes:
        try:
            with open_input(self.where, *self._hooks) as stream:
                return stream.read()
        except data_errors() as error:
            raise RecordError(_reason(error)) from None

    @property
    def where(self) -> str:
        """The place of the last page."""
        return self._piece.where

    @property
    def source(self) -> bytes:
        """What is kept of the last page if it fails."""
        return self._piece.source
