"""The places of each key, sorted, in shards that fit into memory however many there are."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter

from newsutils.places.gazetteer.columns import Parts
from newsutils.places.gazetteer.layout import shard_of

RUN = 1_000_000
"""Pairs held in memory; with more all go to disk, in :data:`SHARDS` parts."""
SHARDS = 64
Group = tuple[str, list[int]]


class Postings:
    """Collects (key, place) pairs.

    Args:
        files: closes the temporary files.
        run: how many to hold in memory.
    """

    def __init__(self, files: ExitStack, run: int = RUN) -> None:
        self._files = files
        self._run = run
        self._pairs: list[tuple[str, int]] = []
        self._parts: Parts | None = None

    def add(self, key: str, place: int) -> None:
        """Note that a key names a place."""
        if self._parts:
            self._parts.append(shard_of(key, SHARDS), f"{key}\t{place}")
            return
        self._pairs.append((key, place))
        if len(self._pairs) > self._run:
            self._parts = Parts(SHARDS, self._files)
            for pair in self._pairs:
                self.add(*pair)
            self._pairs = []

    @property
    def shards(self) -> int:
        """How many shards there are."""
        return self._parts.count if self._parts else 1

    def shard(self, number: int) -> list[Group]:
        """The keys of a shard in order, each with its places, each once."""
        pairs = sorted(self._read(number))
        return [(key, sorted({place for _, place in same})) for key, same in groupby(pairs, key=itemgetter(0))]

    def _read(self, number: int) -> Iterator[tuple[str, int]]:
        if not self._parts:
            yield from self._pairs
            return
        for line in self._parts.read(number):
            key, _, place = line.partition("\t")
            yield key, int(place)
