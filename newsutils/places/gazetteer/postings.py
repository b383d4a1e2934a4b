"""Sorting of (key, place) pairs that need not fit into memory."""

import heapq
import tempfile
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import IO

RUN = 2_000_000
"""Pairs held in memory at a time: about 250 MB."""


class Postings:
    """The places of each key. Pairs beyond one run are sorted on disk.

    Use as a context manager; the files are gone when it is left.
    """

    def __init__(self, run: int = RUN) -> None:
        self._run = run
        self._pairs: list[tuple[str, int]] = []
        self._files: list[IO[str]] = []

    def __enter__(self) -> "Postings":
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.close()

    def add(self, key: str, place: int) -> None:
        """Note that a key names a place."""
        self._pairs.append((key, place))
        if len(self._pairs) >= self._run:
            self._spill()

    def groups(self) -> Iterator[tuple[str, list[int]]]:
        """Each key, in order, with its places, each once. May be read several times."""
        self._pairs.sort()
        runs = [self._read(file) for file in self._files]
        for key, pairs in groupby(heapq.merge(*runs, self._pairs), key=itemgetter(0)):
            yield key, sorted({place for _, place in pairs})

    def _spill(self) -> None:
        self._pairs.sort()
        file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed by __exit__
        file.writelines(f"{key}\t{place}\n" for key, place in self._pairs)
        self._files.append(file)
        self._pairs.clear()

    @staticmethod
    def _read(file: IO[str]) -> Iterator[tuple[str, int]]:
        file.seek(0)
        for line in file:
            key, _, place = line.rstrip("\n").partition("\t")
            yield key, int(place)
