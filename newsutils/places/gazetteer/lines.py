"""The lines of a source, plain or in a zip archive; a bad one is reported with its number and costs no other."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

T = TypeVar("T")
BOM = "\ufeff"
REPORT = 1000
"""Lines between two reports of progress."""


class SourceError(ValueError):
    """A file that is none of the kind that it should be."""


def _ignore(_: int) -> None:
    return


def _refuse(where: str, reason: str) -> None:
    raise SourceError(f"{where}: {reason}")


@dataclass(frozen=True)
class Reading:
    """How sources are read.

    Attributes:
        bad: is told of each bad line where it is ("FILE:LINE") and what is wrong with it; it may raise.
        advance: is told how many bytes were read since the last time.
    """

    bad: Callable[[str, str], None] = _refuse
    advance: Callable[[int], None] = _ignore

    def lines(self, path: Path) -> Iterator[tuple[int, str]]:
        """The lines of a file, without their ends, with their numbers; empty ones and comments (#) are left out."""
        read = 0
        with open_source(path) as file:
            for number, data in enumerate(file, 1):
                read += len(data)
                if number % REPORT == 0:
                    self.advance(read)
                    read = 0
                try:
                    line = data.decode().rstrip("\r\n")
                except UnicodeDecodeError as error:
                    self.bad(f"{path}:{number}", f"not UTF-8 ({error.reason})")
                    continue
                if line and not line.startswith("#") and not line.isspace():
                    yield number, line.removeprefix(BOM) if number == 1 else line
        self.advance(read)

    def each(self, path: Path, parse: Callable[[str], Iterable[T]]) -> Iterator[T]:
        """What `parse` makes of each line of a file; its ValueError says what is wrong with the line.

        Raises:
            SourceError: no line of the file is good.
        """
        good = seen = 0
        for number, line in self.lines(path):
            seen += 1
            try:
                items = list(parse(line))
            except ValueError as error:
                self.bad(f"{path}:{number}", str(error))
                continue
            good += 1
            yield from items
        if seen and not good:
            raise SourceError(f"{path}: no line of it is what it should be")


@contextmanager
def open_source(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, or the text in a zip archive that is named as the archive."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as member:
        yield member


def size_of(path: Path) -> int:
    """How many bytes `open_source` gives."""
    if not zipfile.is_zipfile(path):
        return path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo(_member(archive, path)).file_size


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    texts = [name for name in archive.namelist() if name.endswith((".txt", ".csv"))]
    name = next((name for name in texts if Path(name).stem == path.stem), texts[0] if texts else "")
    if not name:
        raise SourceError(f"{path}: no text in the archive")
    return name
