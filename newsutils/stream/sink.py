"""Where records go: standard output, or a file that appears under its name when it is whole."""

import io
import os
from contextlib import suppress
from typing import BinaryIO, cast

import jsonlines

from newsutils.record import Record, dump_object
from newsutils.stream.compression import CHUNK, compressed
from newsutils.stream.errors import OutputError, ReaderGone, UsageError
from newsutils.stream.signals import Interrupted, Interrupts


class Sink:
    """Writes whole records, and only whole ones, whatever interrupts it.

    Args:
        name: the file to write, or None for standard output.
        interrupts: holds ending signals off during a write.

    Attributes:
        count: bytes written, before compression.

    Raises:
        UsageError: the file cannot be written where it is asked for.
    """

    def __init__(self, name: str | None, interrupts: Interrupts) -> None:
        self._name = name
        self._target = os.path.realpath(name) if name else ""
        self._interrupts = interrupts
        self._held = interrupts.held()
        self.count = 0
        self._temporary = ""
        self._file = self._opened()
        self._out = compressed(cast(BinaryIO, self._file), name or "")
        self._writer = jsonlines.Writer(self._out, dumps=dump_object)

    def _opened(self) -> io.BufferedWriter:
        if self._name is None:
            return _standard_output()
        try:
            return io.BufferedWriter(io.FileIO(self._descriptor(), "wb"), CHUNK)
        except OSError as error:
            raise UsageError(f"{self._name}: {error.strerror}") from None

    def _descriptor(self) -> int:
        import tempfile

        assert self._name is not None
        if os.path.exists(self._name) and not os.path.isfile(self._name):
            return os.open(self._name, os.O_WRONLY)  # a device or a named pipe is written to, never replaced
        folder, base = os.path.split(self._target)
        descriptor, self._temporary = tempfile.mkstemp(prefix=f".{base}.", dir=folder)
        return descriptor

    def write(self, record: Record) -> None:
        """Write one record. Raises OutputError or ReaderGone."""
        self._interrupts.hold()  # not by a context manager, which costs as much as the write of a short record
        try:
            self.count += self._writer.write(record.raw)
        except OSError as error:
            self._interrupts.release(failed=True)
            raise self._trouble(error) from None
        self._interrupts.release()

    def write_lines(self, lines: bytes) -> None:
        """Write whole lines that are records already."""
        try:
            with self._held:
                self._out.write(lines)
                self.count += len(lines)
        except OSError as error:
            raise self._trouble(error) from None

    def flush(self) -> None:
        """Hand everything written so far to whoever reads it."""
        try:
            with self._held:
                self._out.flush()
        except OSError as error:
            raise self._trouble(error) from None

    def commit(self) -> None:
        """Finish: everything is written, and a file gets its name."""
        try:
            self._finish()
        except OSError as error:
            raise self._trouble(error) from None

    def _finish(self) -> None:
        if self._out is not cast(BinaryIO, self._file):
            self._out.close()
        self._file.flush()
        if self._temporary:
            os.fchmod(self._file.fileno(), _usual_mode(self._target))
            os.replace(self._temporary, self._target)
            self._temporary = ""
        if self._name is not None:
            self._file.close()

    def close(self) -> None:
        """End; without :meth:`commit` before, standard output keeps the records written and a file does not appear."""
        if self._name is None:
            with suppress(OSError, Interrupted), self._interrupts.limited():
                self._file.flush()
        if self._temporary:
            with suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = ""

    def _trouble(self, error: OSError) -> Exception:
        if isinstance(error, BrokenPipeError):
            return ReaderGone()
        return OutputError(f"{self._name or 'standard output'}: {error.strerror or error}")


def _standard_output() -> io.BufferedWriter:
    try:
        # A buffer of our own: sys.stdout has none under PYTHONUNBUFFERED, and is None where standard output is closed.
        return io.BufferedWriter(io.FileIO(1, "wb", closefd=False), CHUNK)
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror}") from None


def _usual_mode(name: str) -> int:
    """The mode that a file of this name has, or that a new one would get."""
    with suppress(OSError):
        return os.stat(name).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
