"""An inverted index in one numpy table: which documents hold a hash.

The table is an array of buckets of eight slots, 64 bytes each. A hash has two buckets to choose from and goes to the
emptier one, which lets the table fill to three quarters before it is doubled (M. Mitzenmacher, "The power of two
choices in randomized load balancing", 2001). A slot holds 36 bits of the hash and a document number of 28 bits; a
lookup of all hashes of a document is one gather and one comparison.
"""

from typing import Any

import numpy as np

from newsutils.duplicates.tokens import MIXER, Hashes

SLOTS = 8
DOCUMENT_BITS = 28
LARGEST_DOCUMENT = (1 << DOCUMENT_BITS) - 2
FULLEST = 0.75

_NUMBER = np.uint64((1 << DOCUMENT_BITS) - 1)
_KEY = ~_NUMBER
_ONE = np.uint64(1)

Indices = np.ndarray[Any, np.dtype[np.int64]]


class Postings:
    """Documents by hash. Documents are numbered from 0.

    What finds both its buckets full is left out: beyond 16 documents of one hash, and a handful in 100,000 others.
    """

    def __init__(self, bits: int = 10) -> None:
        self._clear(bits)

    def _clear(self, bits: int) -> None:
        self._shift = np.uint64(64 - bits)
        self._slots: Hashes = np.zeros((1 << bits, SLOTS), dtype=np.uint64)
        self._filled = np.zeros(1 << bits, dtype=np.uint8)
        self._bits = bits
        self._count = 0

    @property
    def nbytes(self) -> int:
        """The memory that the table takes."""
        return self._slots.nbytes + self._filled.nbytes

    def find(self, hashes: Hashes) -> tuple[Indices, Indices]:
        """All pairs of a hash and a document that holds it: indices into `hashes`, and document numbers."""
        keys = hashes & _KEY
        first, second = self._buckets(keys)
        slots = self._slots[np.concatenate((first, second))]
        places = np.flatnonzero((slots ^ np.concatenate((keys, keys))[:, None]) <= _NUMBER)
        found = slots.ravel()[places] & _NUMBER
        which = (places // SLOTS) % max(1, len(hashes))
        return which, found.astype(np.int64) - 1

    def add(self, hashes: Hashes, document: int) -> None:
        """Note that a document holds these hashes."""
        if self._count + len(hashes) > FULLEST * self._slots.size:
            self._double()
        self._insert((hashes & _KEY) | np.uint64(document + 1))

    def _buckets(self, keys: Hashes) -> tuple[Hashes, Hashes]:
        first = keys >> self._shift
        second = (keys * MIXER) >> self._shift
        return first, np.where(first == second, first ^ _ONE, second)

    def _insert(self, entries: Hashes) -> None:
        first, second = self._buckets(entries & _KEY)
        swap = self._filled[first] > self._filled[second]
        left = self._fill(np.where(swap, second, first), entries)
        if left.any():
            self._fill(np.where(swap, first, second)[left], entries[left])

    def _fill(self, buckets: Hashes, entries: Hashes) -> Any:
        """Put entries into these buckets; says which did not fit."""
        order = np.argsort(buckets, kind="stable")
        ordered = buckets[order]
        run_starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
        rank = np.arange(len(order)) - np.repeat(run_starts, np.diff(np.append(run_starts, len(order))))
        slot = self._filled[ordered] + rank
        fits = slot < SLOTS
        self._slots[ordered[fits], slot[fits]] = entries[order][fits]
        self._filled[ordered[fits]] = slot[fits] + 1
        self._count += int(fits.sum())
        left = np.zeros(len(order), dtype=np.bool_)
        left[order] = ~fits
        return left

    def _double(self) -> None:
        """Move all entries to a table of twice the size, a little at a time, so that they spread evenly."""
        old = self._slots
        self._clear(self._bits + 1)
        for start in range(0, len(old), max(1, len(old) // 64)):
            part = old[start : start + max(1, len(old) // 64)].ravel()
            self._insert(part[part != 0])
