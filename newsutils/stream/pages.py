"""Where pages come from: files, folders, glob patterns and standard input."""

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsutils.record import RecordError
from newsutils.stream.compression import data_errors
from newsutils.stream.source import STDIN, Hook, open_input

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".txt", ".text", ".md")
"""What is taken for a page when a folder is walked, also when compressed; a file that is named is always taken."""


def find_pages(path: str) -> Iterator[str]:
    """The pages under a path, in order of their names: a file itself, a folder's pages, or what a pattern matches.

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
        yield from (os.path.join(parent, name) for name in sorted(files) if _is_page(name))


def _is_page(name: str) -> bool:
    plain = name.lower()
    for ending in (".gz", ".zst", ".bz2", ".xz"):
        plain = plain.removesuffix(ending)
    return plain.endswith(PAGE_ENDINGS) and not name.startswith(".")


def _matches(pattern: str) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        raise FileNotFoundError(2, "No such file or directory", pattern)
    for path in found:
        yield from _walk(path) if os.path.isdir(path) else (path,)


class PageItems:
    """Pages, each as its ``name`` and its ``data``, the bytes.

    Args:
        paths: where they are.
        before_read: called before a read that may block.
        after_read: called with the number of bytes read.

    Attributes:
        where: the path of the last page.
    """

    def __init__(self, paths: Iterable[str], before_read: Hook, after_read: Hook) -> None:
        self._paths = iter(paths)
        self._hooks = (before_read, after_read)
        self.where = ""

    def read(self) -> Mapping[str, Any]:
        """The next page.

        Raises:
            EOFError: there are no more.
            RecordError: the page cannot be read; the next call goes on after it.
        """
        try:
            self.where = next(self._paths)
        except StopIteration:
            raise EOFError from None
        return {"name": self.where, "data": self._data()}

    def _data(self) -> bytes:
        try:
            with open_input(self.where, *self._hooks) as stream:
                return stream.read()
        except data_errors() as error:
            raise RecordError(getattr(error, "strerror", None) or str(error)) from None

    @property
    def source(self) -> bytes:
        """The path of the last page, as bytes."""
        return os.fsencode(self.where)
