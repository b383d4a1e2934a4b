"""Where records come from: JSON Lines in files and on standard input, each line known by its number."""

import io
import os
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import jsonlines
import msgspec

from newsutils.record import Record, RecordError, load_object
from newsutils.stream.compression import data_errors, decompressed

STDIN = "-"

Hook = Callable[[int], None]


class InputError(Exception):
    """A file could not be read to its end."""


class Raw(io.RawIOBase):
    """A file descriptor that tells before a read that may block, and after one how many bytes came.

    Args:
        descriptor: what to read; closed with this object unless it is standard input.
        before_read: called with the descriptor.
        after_read: called with the number of bytes.
    """

    def __init__(self, descriptor: int, before_read: Hook, after_read: Hook) -> None:
        self._descriptor = descriptor
        self._before_read = before_read
        self._after_read = after_read

    def readable(self) -> bool:
        """Always true."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        """Read once into ``target``."""
        self._before_read(self._descriptor)
        count = os.readv(self._descriptor, [target])
        self._after_read(count)
        return count

    def close(self) -> None:
        """Close the descriptor, unless it is standard input."""
        if not self.closed and self._descriptor != 0:
            os.close(self._descriptor)
        super().close()


def open_input(name: str, before_read: Hook, after_read: Hook) -> BinaryIO:
    """Open a file, or standard input for ``-``, decompressed. Raises OSError if it does not open."""
    descriptor = 0 if name == STDIN else os.open(name, os.O_RDONLY)
    os.fstat(descriptor)
    return decompressed(Raw(descriptor, before_read, after_read))


class Lines:
    """The lines of one stream, with the number and the bytes of the last one.

    Iteration gives each line without its line break, and without a byte order mark or record separator before it.

    Args:
        name: what to call the stream in messages.
        lines: the lines, as bytes.
        before: the number of lines that came before the first.

    Attributes:
        name: that name.
        number: the number of the last line, from 1.
        source: the last line, as it came.
        content: the last line, as it was given.
    """

    def __init__(self, name: str, lines: Iterable[bytes], before: int = 0) -> None:
        self.name = name
        self._lines = lines
        self.number = before
        self.source = self.content = b""

    def __iter__(self) -> Iterator[bytes]:
        try:
            for source in self._lines:
                self.number += 1
                self.source = source
                content = source.rstrip(b"\r\n")  # a cut line then reads "truncated", not "invalid character"
                if not content.startswith(b"{"):
                    content = content.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\x1e")
                self.content = content
                yield content
        except data_errors() as error:
            raise InputError(f"{self.name}: {error}") from error

    @property
    def where(self) -> str:
        """``FILE:LINE`` of the last line."""
        return f"{self.name}:{self.number}"


class LineItems:
    """Records out of lines.

    Args:
        lines: the lines.
        replace: read U+FFFD for bytes that are not UTF-8, instead of finding the line bad.
    """

    def __init__(self, lines: Lines, replace: bool = False) -> None:
        self._lines = lines
        self._replace = replace
        self._reader = jsonlines.Reader(lines, loads=self._load)

    def read(self) -> Record:
        """The next record; blank lines are skipped.

        Raises:
            EOFError: there are no more.
            RecordError: the line holds no record; the next call goes on after it.
        """
        try:
            return Record(self._reader.read(type=dict, skip_empty=True))
        except jsonlines.InvalidLineError as error:
            if self._replace and isinstance(error.__cause__, UnicodeDecodeError):
                return Record(load_object(self._lines.content.decode("utf-8", "replace")))
            raise RecordError(_reason(error)) from None

    def _load(self, _decoded: str | bytes) -> dict[str, msgspec.Raw]:
        # jsonlines has shown by decoding it that the line is UTF-8; msgspec would only encode the string again.
        return load_object(self._lines.content)

    @property
    def where(self) -> str:
        """``FILE:LINE`` of the last line read."""
        return self._lines.where

    @property
    def source(self) -> bytes:
        """The last line read, as it came."""
        return self._lines.source


def _reason(error: jsonlines.InvalidLineError) -> str:
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        return f"not UTF-8: {cause.reason} (byte {cause.start})"
    return str(cause or error.message)
