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
        return cast(BinaryIO, _ZstandardFrames(stream))
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


class _ZstandardFrames(io.RawIOBase):
    """The content of frames that follow one another; the stream reader of zstandard does not tell when one is cut."""

    PIECE = 1 << 12
    """Bytes decompressed at once: few, since a byte may become very many."""

    def __init__(self, stream: BinaryIO) -> None:
        import zstandard

        self._stream = stream
        self._opened = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = self._content = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        while not self._content and self._more():
            self._content = memoryview(self._decompressed())
        count = min(len(target), len(self._content))
        target[:count] = self._content[:count]
        self._content = self._content[count:]
        return count

    def _more(self) -> bool:
        self._packed = self._packed or memoryview(self._stream.read(CHUNK))
        if self._frame and not self._packed:
            raise EOFError("Compressed file ended before the end of a frame")
        return bool(self._packed)

    def _decompressed(self) -> bytes:
        self._frame = self._frame or self._opened()
        piece = self._packed[: self.PIECE]
        content = self._frame.decompress(piece)
        self._packed = self._packed[len(piece) - len(self._frame.unused_data) :]
        if self._frame.eof:
            self._frame = None
        return content


class _ReadOnce(io.RawIOBase):
    """Gives what one read of the system gives, so that a slow compressed pipe is not waited for."""

    def __init__(self, buffered: "io.BufferedReader[io.RawIOBase]") -> None:
        self._buffered = buffered

    def readable(self) -> bool:
        return True

    def readinto(self, target: memoryview) -> int:  # type: ignore[override]
        return self._buffered.readinto1(target)
