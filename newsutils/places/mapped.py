"""A read-only file of strings and flat arrays that opens in milliseconds: a trie gives each string an index.

Layout: sections one after the other, each aligned to eight bytes; then a JSON directory; then a fixed tail::

    section 0 … section n │ {"meta": …, "sections": {name: [offset, length, type code]}, "checksums": …} │ tail

The tail holds the length and the CRC-32 of the directory, the size of the whole file, and a magic word, so that a
file that is cut short, of another kind or of another version is refused before use. Nothing is copied: the file is
memory-mapped, and its pages are shared between processes. Numbers are little-endian.
"""

import mmap
import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Protocol, Union, cast

import msgspec

MAGIC = b"NUMAP01\n"
TAIL = struct.Struct("<QIQ8s")
ALIGNMENT = 8
BYTES = "B"


class MappedFileError(ValueError):
    """The file is no mapped file of this version, or is damaged."""


class Directory(msgspec.Struct):
    """What stands where, what the writer says about the whole, and the CRC-32 of each section."""

    meta: dict[str, Any]
    sections: dict[str, tuple[int, int, str]]
    checksums: dict[str, int] = {}


class Chunked(Protocol):
    """Items that come in chunks, because they are too many for memory."""

    typecode: str

    def chunks(self) -> Iterable[bytes]:
        """The bytes of all items."""


Items = Union["array[int]", bytes, Chunked]


class MappedFile:
    """The sections of one file, as memory views.

    Args:
        path: the file; it must not change while it is open.

    Raises:
        MappedFileError: it is not such a file.
        OSError: it cannot be opened.
    """

    def __init__(self, path: str | Path) -> None:
        with open(path, "rb") as file:
            try:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            except ValueError:
                raise MappedFileError(f"{path}: empty file") from None
        self._path = path
        self._directory = _directory(self._map, str(path))
        self.meta = self._directory.meta

    def verify(self) -> None:
        """Read the whole file and compare it with its checksums; opening it checks the directory alone.

        Raises:
            MappedFileError: it is damaged.
        """
        for name, checksum in self._directory.checksums.items():
            if zlib.crc32(self.section(name)) != checksum:
                raise MappedFileError(f"{self._path}: damaged in its section {name!r}")

    def section(self, name: str) -> memoryview:
        """The items of a section, by index.

        Raises:
            MappedFileError: the file has no such section.
        """
        if name not in self._directory.sections:
            raise MappedFileError(f"{self._path}: a file of another kind, without the section {name!r}")
        offset, length, code = self._directory.sections[name]
        try:
            view: memoryview = memoryview(self._map)[offset : offset + length].cast(cast("Any", code))
        except (TypeError, ValueError):
            raise MappedFileError(f"{self._path}: damaged in its section {name!r}") from None
        return view


def _directory(data: mmap.mmap, path: str) -> Directory:
    if struct.pack("=H", 1) != struct.pack("<H", 1):
        raise MappedFileError("this machine is big-endian, which the file format does not serve")
    if len(data) < TAIL.size or data[-len(MAGIC) :] != MAGIC:
        raise MappedFileError(f"{path}: not a file of this kind or version")
    length, checksum, size, _ = TAIL.unpack(data[-TAIL.size :])
    start = len(data) - TAIL.size - length
    if size != len(data) or start < 0 or zlib.crc32(data[start : start + length]) != checksum:
        raise MappedFileError(f"{path}: damaged, or not whole")
    try:
        return msgspec.json.decode(data[start : start + length], type=Directory)
    except msgspec.MsgspecError:
        raise MappedFileError(f"{path}: not a file of this kind or version") from None


def write(file: BinaryIO, meta: Mapping[str, Any], sections: Iterable[tuple[str, Items]]) -> None:
    """Write a mapped file. Sections are written as they come, so they may be made one by one."""
    directory = Directory(dict(meta), {})
    offset = 0
    for name, items in sections:
        length = checksum = 0
        for data in _chunks(items):
            file.write(data)
            length += len(data)
            checksum = zlib.crc32(data, checksum)
        directory.sections[name] = (offset, length, BYTES if isinstance(items, bytes) else items.typecode)
        directory.checksums[name] = checksum
        padding = -length % ALIGNMENT
        file.write(bytes(padding))
        offset += length + padding
    listing = msgspec.json.encode(directory)
    file.write(listing)
    size = offset + len(listing) + TAIL.size
    file.write(TAIL.pack(len(listing), zlib.crc32(listing), size, MAGIC))


def _chunks(items: Items) -> Iterable[bytes]:
    if isinstance(items, bytes):
        return [items]
    return [items.tobytes()] if isinstance(items, array) else items.chunks()


def smallest(values: Iterable[int], top: int) -> "array[int]":
    """An array of unsigned integers of the smallest type that holds `top`."""
    return array(smallest_code(top), values)


def smallest_code(top: int) -> str:
    """The type, as in the module ``array``, of unsigned integers up to `top`."""
    return next(code for code, bits in (("B", 8), ("H", 16), ("I", 32), ("Q", 64)) if top < 1 << bits)
