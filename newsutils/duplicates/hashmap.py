"""A map from 64-bit hashes to 32-bit numbers, in some 20 bytes an entry."""

from array import array

FULLEST = 0.6
_EMPTY = 0


class HashMap:
    """Open addressing with linear probing over two flat arrays; an entry stays for good."""

    def __init__(self, bits: int = 10) -> None:
        self._clear(bits)

    def _clear(self, bits: int) -> None:
        self._mask = (1 << bits) - 1
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
        if self._count > FULLEST * self._mask:
            self._double()
        place = self._place(key or 1)
        if self._keys[place] == _EMPTY:
            self._keys[place], self._values[place] = key or 1, value
            self._count += 1
        return self._values[place]

    def _place(self, key: int) -> int:
        keys, mask = self._keys, self._mask
        place = key & mask
        while keys[place] not in (_EMPTY, key):
            place = (place + 1) & mask
        return place

    def _double(self) -> None:
        keys, values = self._keys, self._values
        self._clear((self._mask + 1).bit_length())
        for key, value in zip(keys, values, strict=True):
            if key != _EMPTY:
                self.setdefault(key, value)
