"""The page in a record of a web archive (WARC, ISO 28500): an HTTP response as it came, or a resource by itself."""

import zlib
from collections.abc import Mapping
from typing import NamedTuple

from newsutils.record import RecordError

LARGEST = 1 << 26
"""Bytes that a compressed page may have when it is unpacked."""

_PAGE_TYPES = ("html", "text/plain", "xml")
_WINDOWS = {
    "gzip": (zlib.MAX_WBITS | 16,),
    "x-gzip": (zlib.MAX_WBITS | 16,),
    "deflate": (zlib.MAX_WBITS, -zlib.MAX_WBITS),
}


class Response(NamedTuple):
    """A page, its Content-Type, and the address and the time (ISO 8601) of its retrieval."""

    data: bytes
    content_type: str
    url: str
    retrieved: str


def page_of(headers: Mapping[str, str], block: bytes) -> Response | None:
    """The page in a record; None if the record is something else, such as an image or an error.

    Args:
        headers: the fields of the record's header, names in lower case.
        block: what follows the header.

    Raises:
        RecordError: the response is not whole.
    """
    content_type, data = headers.get("content-type", ""), block
    if content_type.lower().replace(" ", "").startswith("application/http"):
        status, fields, data = _parsed(block)
        content_type = fields.get("content-type", "")
        if status != "200" or not _may_be_page(content_type):
            return None
        data = _unpacked(_unchunked(data, fields), fields.get("content-encoding", ""))
    if not _may_be_page(content_type) or not data.strip():
        return None
    address = headers.get("warc-target-uri", "").strip("<>")
    return Response(data, content_type, address, headers.get("warc-date", ""))


def _may_be_page(content_type: str) -> bool:
    return not content_type or any(kind in content_type.lower() for kind in _PAGE_TYPES)


def _parsed(block: bytes) -> tuple[str, dict[str, str], bytes]:
    """Status, header fields by names in lower case, and body of an HTTP response."""
    if not block.startswith(b"HTTP/"):
        raise RecordError("no HTTP response where one should be")
    end = block.find(b"\r\n\r\n")
    bare = block.find(b"\n\n", 0, end if end >= 0 else len(block))
    head, body = (block[:bare], block[bare + 2 :]) if bare >= 0 else (block[:end], block[end + 4 :])
    if end < 0 and bare < 0:
        raise RecordError("an HTTP response without an end of its header")
    first, *lines = head.decode("latin-1").splitlines()
    fields = (line.partition(":") for line in lines)
    status = first.split(" ")[1] if " " in first else ""
    return status, {name.strip().lower(): value.strip() for name, _, value in fields}, body


def _unchunked(data: bytes, fields: Mapping[str, str]) -> bytes:
    """The body without the lengths of its chunks; as it is where the archive has taken them out already."""
    if "chunked" not in fields.get("transfer-encoding", "").lower():
        return data
    chunks: list[bytes] = []
    at = 0
    while at < len(data):
        end = data.find(b"\n", at, at + 1000)
        length = data[at : max(end, at)].split(b";")[0].strip()
        if not length or length.strip(b"0123456789abcdefABCDEF"):
            return b"".join(chunks) if chunks else data
        size = int(length, 16)
        if size == 0:
            break
        chunks.append(data[end + 1 : end + 1 + size])
        at = end + 1 + size + (2 if data[end + 1 + size : end + 3 + size] == b"\r\n" else 1)
    return b"".join(chunks)


def _unpacked(data: bytes, encoding: str) -> bytes:
    """The body without its compression; as it is where the archive has taken it off already."""
    encoding = encoding.strip().lower()
    if encoding in _WINDOWS:
        for window in _WINDOWS[encoding]:
            try:
                return zlib.decompressobj(window).decompress(data, LARGEST)
            except zlib.error:
                continue
    if encoding in ("br", "zstd") and b"<" not in data[:1000]:
        raise RecordError(f"a page compressed as {encoding}")
    return data
