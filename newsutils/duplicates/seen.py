"""Which text each id came with, in some 25 bytes an id."""

from array import array

import xxhash

EMPTY = 0
FULLEST = 0.6


class SeenIds:
    """A table of open addressing from the hash of an id to the hash of its text."""

    def __init__(self, bits: int = 10) -> None:
        self._clear(bits)

    def _clear(self, bits: int) -> None:
        self._mask = (1 << bits) - 1
        self._ids = array("Q", bytes(8 << bits))
        self._texts = array("I", bytes(4 << bits))
        self._count = 0

    def add(self, name: str, text: int) -> bool:
        """Note that an id came with the text of this hash; false if it came with another one before."""
        if self._count > FULLEST * self._mask:
            self._double()
        known = self._put(xxhash.xxh3_64_intdigest(name.encode("utf-8", "surrogatepass")) or 1, text & 0xFFFFFFFF)
        return known == text & 0xFFFFFFFF

    def _put(self, key: int, text: int) -> int:
        """The text of a key, which is this one if the key is new."""
        place = key & self._mask
        while self._ids[place] != EMPTY:
            if self._ids[place] == key:
                return self._texts[place]
            place = (place + 1) & self._mask
        self._ids[place], self._texts[place] = key, text
        self._count += 1
        return text

    def _double(self) -> None:
        ids, texts = self._ids, self._texts
        self._clear((self._mask + 1).bit_length())
        for key, text in zip(ids, texts, strict=True):
            if key != EMPTY:
                self._put(key, text)
