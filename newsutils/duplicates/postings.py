"""An inverted index in one numpy table: which documents hold a hash.

The table is an array of buckets of sixteen slots, 128 bytes each. Hashes are dealt to the buckets in their order; what
finds its bucket full goes to the next one. A slot holds 36 bits of the hash and a document number of 28 bits, so a
lookup of all hashes of some documents is one gather and one comparison. When it is four fifths full, the table grows in
place, by a quarter once it is large, so that it is never much less than two thirds full.
"""

from itertools import count
from typing import Any

import numpy as np

from newsutils.duplicates.tokens import Flags, Hashes

SLOTS = 16
OVERFULL = SLOTS + 1
DOCUMENT_BITS = 28
LARGEST_DOCUMENT = (1 << DOCUMENT_BITS) - 2
FULLEST = 0.8
BUCKETS_MOVED_AT_ONCE = 1 << 14
# Buckets behind the last one, for what finds that full.
SPARE = 64

_NUMBER = np.uint64((1 << DOCUMENT_BITS) - 1)
_KEY = ~_NUMBER
_HALF = np.uint64(32)

_NO_RANKS = np.zeros(1 << 16, dtype=np.int64)

Indices = np.ndarray[Any, np.dtype[np.int64]]


class Postings:
    """Documents by hash. Documents are numbered from 0. What is found depends on what was added alone, not on how."""

    def __init__(self, buckets: int = 1 << 10) -> None:
        self._size = buckets
        self._slots: Hashes = np.zeros((buckets + SPARE, SLOTS), dtype=np.uint64)
        self._filled = np.zeros(buckets + SPARE, dtype=np.uint8)
        self._count = 0

    @property
    def nbytes(self) -> int:
        """The memory that the table takes."""
        return self._slots.nbytes + self._filled.nbytes

    def find(self, hashes: Hashes) -> tuple[Indices, Indices]:
        """All pairs of a hash and a document that holds it: indices into `hashes`, and document numbers."""
        keys = keys_of(hashes)
        buckets, pending = self._buckets(keys), np.arange(len(keys))
        which, found = self._match(keys, buckets)
        while True:
            overfull = (self._filled.take(buckets) == OVERFULL).nonzero()[0]
            if not len(overfull):
                return which, found
            pending, buckets = pending[overfull], buckets[overfull] + 1
            more, found_more = self._match(keys[pending], buckets)
            which, found = np.concatenate((which, pending[more])), np.concatenate((found, found_more))

    def _buckets(self, keys: Hashes) -> Indices:
        return ((keys >> _HALF) * np.uint64(self._size) >> _HALF).astype(np.int64)

    def _match(self, keys: Hashes, buckets: Indices) -> tuple[Indices, Indices]:
        slots = self._slots.take(buckets, axis=0)
        places = ((slots ^ keys[:, None]) <= _NUMBER).ravel().nonzero()[0]
        return places // SLOTS, documents_of(slots.ravel().take(places))

    def add(self, hashes: Hashes, documents: Indices) -> None:
        """Note which document holds each of these hashes, in any order."""
        while self._count + len(hashes) > FULLEST * self._size * SLOTS:
            self._grow(self._size // 4 if self._size > BUCKETS_MOVED_AT_ONCE else self._size)
        self._insert(np.sort(entries_of(hashes, documents)))

    def _insert(self, entries: Hashes) -> None:
        """Put sorted entries into their buckets, or the next ones that have room."""
        for step in count():
            buckets = self._buckets(entries) + step
            fits = self._fill(buckets, entries)
            if fits.all():
                return
            self._filled[buckets[~fits]] = OVERFULL
            entries = entries[~fits]

    def _fill(self, buckets: Indices, entries: Hashes) -> Flags:
        """Put entries into these buckets and say which fitted; the entries of a bucket stand together."""
        slots = self._filled.take(buckets) + _rank_in_run(buckets)
        fits: Flags = slots < SLOTS
        if not fits.all():
            buckets, slots, entries = buckets[fits], slots[fits], entries[fits]
        self._slots.ravel()[buckets * SLOTS + slots] = entries
        self._filled[buckets] = slots + 1  # the last one of a bucket counts
        self._count += len(entries)
        return fits

    def reserve(self, count: int) -> None:
        """Make room at once for so many hashes more."""
        missing = int((self._count + count) / (FULLEST * SLOTS)) + 1 - self._size
        if missing > 0:
            self._grow(max(missing, self._size // 4))

    def _grow(self, buckets: int) -> None:
        """Add a quarter of the buckets or more, in place: the last entries move first, so that none is written over."""
        used = len(self._slots)
        self._size += buckets
        self._slots.resize((self._size + SPARE, SLOTS), refcheck=False)
        self._filled.resize(self._size + SPARE, refcheck=False)
        self._count = 0
        for start in reversed(range(0, used, BUCKETS_MOVED_AT_ONCE)):
            end = min(used, start + BUCKETS_MOVED_AT_ONCE)
            part = self._slots[start:end].ravel()
            entries = np.sort(part[part != 0])
            self._slots[start:end] = 0
            self._filled[start:end] = 0
            self._insert(entries)


def keys_of(values: Hashes) -> Hashes:
    """What is kept of hashes, in place; also that of entries."""
    return values & _KEY


def entries_of(hashes: Hashes, documents: Indices) -> Hashes:
    """A hash and a document in one number; the order of these is that of the hashes."""
    return keys_of(hashes) | (documents + 1).astype(np.uint64)


def documents_of(entries: Hashes) -> Indices:
    """The documents of entries."""
    return (entries & _NUMBER).astype(np.int64) - 1


def _rank_in_run(values: Indices) -> Indices:
    """The place of each value among its equals; equals stand together."""
    differs = values[1:] != values[:-1]
    if len(values) <= len(_NO_RANKS) and differs.all():
        return _NO_RANKS[: len(values)]
    starts = np.concatenate(([0], differs.nonzero()[0] + 1))
    ranks: Indices = np.arange(len(values)) - np.repeat(starts, np.diff(np.concatenate((starts, [len(values)]))))
    return ranks
