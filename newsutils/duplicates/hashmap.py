"""A map from 64-bit hashes to 32-bit numbers, in some 20 bytes an entry."""

from array import array
from typing import Any

import numpy as np

from newsutils.duplicates.tokens import Hashes

Numbers = np.ndarray[Any, np.dtype[np.uint32]]

FULLEST = 0.6
_EMPTY = 0


class HashMap:
    """Open addressing with linear probing over two flat arrays; an entry stays for good."""

    def __init__(self, bits: int = 10) -> None:
        self._clear(bits)

    def _clear(self, bits: int) -> None:
        self._mask = (1 << bits) - 1
        self._room = int(FULLEST * self._mask) + 1
        self._keys = array("Q", bytes(8 << bits))
        self._values = array("I", bytes(4 << bits))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def get(self, key: int) -> int | None:
        """The number of a hash; None if it has none."""
        place = self._place(key or 1)
        return self._values[place] if self._keys[place] else None

    def setdefault(self, key: int, value: int) -> int:
        """The number of a hash, which is set to this one if it has none."""
        if self._count >= self._room:
            self._double()
        place = self._place(key or 1)
        if self._keys[place]:
            return self._values[place]
        self._keys[place], self._values[place] = key or 1, value
        self._count += 1
        return value

    def _place(self, key: int) -> int:
        keys, mask = self._keys, self._mask
        place = key & mask
        while (found := keys[place]) and found != key:
            place = (place + 1) & mask
        return place

    def update(self, keys: Hashes, values: Numbers) -> None:
        """Set the numbers of many hashes at once; the first number of a hash is the one that stays."""
        known = np.frombuffer(self._keys, np.uint64) != _EMPTY
        old = np.frombuffer(self._keys, np.uint64)[known], np.frombuffer(self._values, np.uint32)[known]
        keys, first = np.unique(np.concatenate((old[0], np.maximum(keys, 1))), return_index=True)
        bits = (self._mask + 1).bit_length() - 1
        while len(keys) > FULLEST * ((1 << bits) - 1):
            bits += 1
        self._fill(bits, keys, np.concatenate((old[1], values))[first])

    def _double(self) -> None:
        keys, values = np.frombuffer(self._keys, np.uint64), np.frombuffer(self._values, np.uint32)
        known = keys != _EMPTY
        self._fill((self._mask + 1).bit_length(), keys[known], values[known])

    def _fill(self, bits: int, keys: Hashes, values: Numbers) -> None:
        """Make a table of distinct hashes, all placed at once, in the order of the places that they ask for."""
        self._clear(bits)
        asked = (keys & np.uint64(self._mask)).astype(np.int64)
        order = np.argsort(asked, kind="stable")
        ranks = np.arange(len(order))
        places = np.maximum.accumulate(asked[order] - ranks) + ranks
        inside = places <= self._mask
        np.frombuffer(self._keys, np.uint64)[places[inside]] = keys[order[inside]]
        np.frombuffer(self._values, np.uint32)[places[inside]] = values[order[inside]]
        self._count = int(np.count_nonzero(inside))
        for last in order[~inside].tolist():  # from the end of the table on to its beginning
            self.setdefault(int(keys[last]), int(values[last]))
