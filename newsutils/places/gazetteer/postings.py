"""The places of each key, sorted, in shards that fit into memory however many there are."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby

from newsutils.places.gazetteer.columns import Parts
from newsutils.places.gazetteer.layout import shard_of

RUN = 1_000_000
"""Pairs held in memory, about 80 MB; with more all go to disk, in :data:`SHARDS` parts."""
SHARDS = 64
Group = tuple[str, list[int]]


class Postings:
    """Collects (key, place) pairs; each is held as one string with a tab in it, which sorts before all else in a key.

    Args:
        files: closes the temporary files.
        run: how many to hold in memory.
    """

    def __init__(self, files: ExitStack, run: int = RUN) -> None:
        self._files = files
        self._run = run
        self._pairs: list[str] = []
        self._parts: Parts | None = None

    def add(self, key: str, place: int) -> None:
        """Note that a key names a place."""
        pair = f"{key}\t{place}"
        if self._parts:
            self._parts.append(shard_of(key, SHARDS), pair)
            return
        self._pairs.append(pair)
        if len(self._pairs) > self._run:
            self._spill()

    def _spill(self) -> None:
        self._parts = Parts(SHARDS, self._files)
        for pair in self._pairs:
            self._parts.append(shard_of(pair.partition("\t")[0], SHARDS), pair)
        self._pairs = []

    @property
    def shards(self) -> int:
        """How many shards there are."""
        return self._parts.count if self._parts else 1

    def shard(self, number: int) -> list[str]:
        """The pairs of a shard, sorted; for :func:`groups`."""
        return sorted(self._parts.read(number)) if self._parts else sorted(self._pairs)


def groups(pairs: Iterable[str]) -> Iterator[Group]:
    """Each key of sorted pairs with its places, each once."""
    for key, same in groupby(pairs, key=_key):
        yield key, sorted({int(pair.rpartition("\t")[2]) for pair in same})


def _key(pair: str) -> str:
    return pair.partition("\t")[0]
