"""Compressed input is known by its first bytes, compressed output by its name."""

import io
from collections.abc import Callable
from typing import BinaryIO, cast

CHUNK = 1 << 17
"""Bytes read at a time."""

ZSTD_WINDOW = 1 << 31
"""The largest window of zstandard, which files made with ``zstd --long=31`` need."""


def _gzip(stream: BinaryIO, mode: str) -> BinaryIO:
    import gzip

    # No name and no time in the header: the same records give the same file.
    return cast(BinaryIO, gzip.GzipFile(filename="", fileobj=stream, mode=mode, mtime=0))


def _bzip2(stream: BinaryIO, mode: str) -> BinaryIO:
    import bz2

    return cast(BinaryIO, bz2.open(stream, mode))


def _xz(stream: BinaryIO, mode: str) -> BinaryIO:
    import lzma

    return cast(BinaryIO, lzma.open(stream, mode))


def _zstandard(stream: BinaryIO, mode: str) -> BinaryIO:
    import zstandard

    if mode == "rb":
        plain = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
        return cast(BinaryIO, plain.stream_reader(stream, read_across_frames=True))
    return cast(BinaryIO, zstandard.ZstdCompressor().stream_writer(stream, closefd=False))


FORMATS: tuple[tuple[str, bytes, Callable[[BinaryIO, str], BinaryIO]], ...] = (
    (".gz", b"\x1f\x8b", _gzip),
    (".zst", b"\x28\xb5\x2f\xfd", _zstandard),
    (".bz2", b"BZh", _bzip2),
    (".xz", b"\xfd7zXZ\x00", _xz),
)


def decompressed(raw: io.RawIOBase) -> BinaryIO:
    """The bytes of a stream, decompressed if they begin as one of :data:`FORMATS` does."""
    buffered: io.BufferedReader[io.RawIOBase] = io.BufferedReader(raw, CHUNK)
    head = buffered.peek(6)
    for _, magic, opened in FORMATS:
        if head.startswith(magic):
            plain = opened(cast(BinaryIO, _ReadOnce(buffered)), "rb")
            return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, plain), CHUNK))
    return cast(BinaryIO, buffered)


def compressed(stream: BinaryIO, name: str) -> BinaryIO:
    """A stream that compresses what is written to it as the ending of ``name`` says, or the same stream."""
    for ending, _, opened in FORMATS:
        if name.endswith(ending):
            return opened(stream, "wb")
    return stream


def data_errors() -> tuple[type[Exception], ...]:
    """What reading damaged compressed data raises."""
    import lzma
    import zlib

    import zstandard

    return (EOFError, OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


class _ReadOnce(io.RawIOBase):
    """Gives what one read of the system gives, so that a slow compressed pipe is not waited for."""

    def __init__(self, buffered: "io.BufferedReader[io.RawIOBase]") -> None:
        self._buffered = buffered

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        return self._buffered.readinto1(target)
