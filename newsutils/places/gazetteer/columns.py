"""Sequences too long for memory, in temporary files: columns of numbers, and lines in parts."""

import tempfile
from array import array
from collections.abc import Iterator
from contextlib import ExitStack

from newsutils.places.mapped import smallest_code

CHUNK = 1 << 16


class Column:
    """Whole numbers, appended one by one and read once, in order.

    Args:
        typecode: their type, as in the module ``array``.
        files: closes the temporary file.
    """

    def __init__(self, typecode: str, files: ExitStack) -> None:
        self.typecode = typecode
        self._tail = array(typecode)
        self._file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - closed by `files`
        self._most = 0

    def append(self, value: int) -> None:
        """Add a number. Raises OverflowError if the type does not hold it."""
        self._tail.append(value)
        self._most = max(self._most, value)
        if len(self._tail) == CHUNK:
            self._tail.tofile(self._file)
            del self._tail[:]

    def narrow(self) -> None:
        """Use the smallest type that holds all numbers, which are not negative."""
        self.typecode = smallest_code(self._most)

    def chunks(self) -> Iterator[bytes]:
        """The bytes of all numbers."""
        self._file.seek(0)
        size = CHUNK * self._tail.itemsize
        while data := self._file.read(size):
            numbers = array(self._tail.typecode)
            numbers.frombytes(data)
            yield self._as_type(numbers)
        yield self._as_type(self._tail)

    def _as_type(self, numbers: "array[int]") -> bytes:
        same = self.typecode == numbers.typecode
        return (numbers if same else array(self.typecode, numbers)).tobytes()


class Bytes:
    """A long string of bytes, appended to and read once.

    Args:
        files: closes the temporary file.
    """

    typecode = "B"

    def __init__(self, files: ExitStack) -> None:
        self._file = files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - closed by `files`
        self.size = 0

    def append(self, data: bytes) -> None:
        """Add some bytes."""
        self.size += self._file.write(data)

    def chunks(self) -> Iterator[bytes]:
        """All bytes."""
        self._file.seek(0)
        while data := self._file.read(CHUNK):
            yield data


class Parts:
    """Lines of text in numbered parts, each of which fits into memory.

    Args:
        count: how many parts; as many files are open.
        files: closes the temporary files.
    """

    def __init__(self, count: int, files: ExitStack) -> None:
        self.count = count
        self._files = [
            files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 - as above
            for _ in range(count)
        ]

    def append(self, part: int, line: str) -> None:
        """Add a line, without its end, to a part."""
        self._files[part].write(line + "\n")

    def read(self, part: int) -> Iterator[str]:
        """The lines of a part, in order."""
        self._files[part].seek(0)
        for line in self._files[part]:
            yield line[:-1]
