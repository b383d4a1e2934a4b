"""A page or a row as it lies in a file, before anybody reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Piece:
    """One thing that `read` makes records of.

    Attributes:
        where: the file, for one of several in a file ``FILE:NUMBER``.
        source: what is kept of it if it fails: the line, else its place.
        page: what the filter takes: ``name`` and either ``data`` (the bytes of a page), ``line`` (a JSON object),
            ``row`` (the cells of a table by the names of their columns), or ``headers`` and ``data`` (a WARC record);
            None where the file is still to be opened.
        trouble: why there is nothing to read, if so.
    """

    where: str
    source: bytes = b""
    page: Mapping[str, Any] | None = None
    trouble: str = ""

    @property
    def size(self) -> int:
        """About how many bytes it takes to send it to another process."""
        return len(self.source) + len(self.page.get("data", b"") if self.page else b"")
