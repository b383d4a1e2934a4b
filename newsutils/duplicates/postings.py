"""An inverted index in one numpy table: which documents hold a hash.

The table is an array of buckets of sixteen slots, 128 bytes each. The first bits of a hash name its bucket; what finds
it full goes to a neighbour. A slot holds 36 bits of the hash and a document number of 28 bits, so a lookup of all
hashes of a document is one gather and one comparison. The table doubles when it is three quarters full.
"""

from itertools import count
from typing import Any

import numpy as np

from newsutils.duplicates.tokens import Flags, Hashes

SLOTS = 16
OVERFULL = SLOTS + 1
DOCUMENT_BITS = 28
LARGEST_DOCUMENT = (1 << DOCUMENT_BITS) - 2
FULLEST = 0.75
BUCKETS_MOVED_AT_ONCE = 1 << 14

_NUMBER = np.uint64((1 << DOCUMENT_BITS) - 1)
_KEY = ~_NUMBER

_NO_RANKS = np.zeros(1 << 16, dtype=np.int64)

Indices = np.ndarray[Any, np.dtype[np.int64]]


class Postings:
    """Documents by hash. Documents are numbered from 0. What is found depends on what was added alone, not on how."""

    def __init__(self, bits: int = 10) -> None:
        self._shift = np.uint64(64 - bits)
        self._slots: Hashes = np.zeros((1 << bits, SLOTS), dtype=np.uint64)
        self._filled = np.zeros(1 << bits, dtype=np.uint8)
        self._count = 0

    @property
    def nbytes(self) -> int:
        """The memory that the table takes."""
        return self._slots.nbytes + self._filled.nbytes

    def find(self, hashes: Hashes) -> tuple[Indices, Indices]:
        """All pairs of a hash and a document that holds it: indices into `hashes`, and document numbers."""
        keys = hashes & _KEY
        buckets, pending = self._buckets(keys), np.arange(len(keys))
        which, found = self._match(keys, buckets)
        for step in count(1):
            overfull = (self._filled.take(buckets) == OVERFULL).nonzero()[0]
            if not len(overfull):
                return which, found
            pending, buckets = pending[overfull], buckets[overfull] ^ (step - 1) ^ step
            more, found_more = self._match(keys[pending], buckets)
            which, found = np.concatenate((which, pending[more])), np.concatenate((found, found_more))
        raise AssertionError("unreachable")

    def _buckets(self, keys: Hashes) -> Indices:
        return (keys >> self._shift).astype(np.int64)

    def _match(self, keys: Hashes, buckets: Indices) -> tuple[Indices, Indices]:
        slots = self._slots.take(buckets, axis=0)
        places = ((slots ^ keys[:, None]) <= _NUMBER).ravel().nonzero()[0]
        numbers = slots.ravel().take(places) & _NUMBER
        return places // SLOTS, numbers.astype(np.int64) - 1

    def add(self, hashes: Hashes, document: int) -> None:
        """Note that a document holds these hashes, which are sorted."""
        if self._count + len(hashes) > FULLEST * self._slots.size:
            self._double()
        self._insert((hashes & _KEY) | np.uint64(document + 1))

    def add_many(self, hashes: Hashes, documents: Indices) -> None:
        """Note which document holds each of these hashes, in any order."""
        while self._count + len(hashes) > FULLEST * self._slots.size:
            self._double()
        self._insert(np.sort((hashes & _KEY) | (documents + 1).astype(np.uint64)))

    def _insert(self, entries: Hashes) -> None:
        """Put sorted entries into their buckets, or the nearest ones that have room."""
        for step in count():
            buckets = self._buckets(entries) ^ step
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

    def _double(self) -> None:
        """Make the table twice as large in place: the entries of a bucket go to the two that take its place.

        From the last part of the table to the first, so that nothing is written over before it is moved.
        """
        size = len(self._slots)
        self._shift -= np.uint64(1)
        self._slots.resize((2 * size, SLOTS), refcheck=False)
        self._filled.resize(2 * size, refcheck=False)
        self._count = 0
        step = min(size, BUCKETS_MOVED_AT_ONCE)
        for start in range(size - step, -1, -step):
            part = self._slots[start : start + step].ravel()
            entries = np.sort(part[part != 0])
            self._slots[start : start + step] = 0
            self._filled[start : start + step] = 0
            self._insert(entries)


def _rank_in_run(values: Indices) -> Indices:
    """The place of each value among its equals; equals stand together."""
    differs = values[1:] != values[:-1]
    if len(values) <= len(_NO_RANKS) and differs.all():
        return _NO_RANKS[: len(values)]
    starts = np.concatenate(([0], differs.nonzero()[0] + 1))
    ranks: Indices = np.arange(len(values)) - np.repeat(starts, np.diff(np.concatenate((starts, [len(values)]))))
    return ranks
