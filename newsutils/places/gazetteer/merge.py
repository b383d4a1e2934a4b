"""Names that come apart from their places, joined by number; and which numbers have been seen."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress

from newsutils.places.gazetteer.columns import Parts

PARTS = 64
PAGE_BITS = 16


class NameJoin:
    """Joins names to places by their numbers, in parts that fit into memory.

    Args:
        files: closes the temporary files.
    """

    def __init__(self, files: ExitStack) -> None:
        self._places, self._names = Parts(PARTS, files), Parts(PARTS, files)

    def add_place(self, geonameid: int, place: int, country: str) -> None:
        """A place of the gazetteer and its country."""
        self._places.append(geonameid % PARTS, f"{geonameid}\t{place}\t{country}")

    def add_name(self, geonameid: int, name: str) -> None:
        """A name of a place that may be in the gazetteer or not."""
        self._names.append(geonameid % PARTS, f"{geonameid}\t{name}")

    def joined(self) -> Iterator[tuple[int, str, str]]:
        """The place, its country and the name of each name that has a place."""
        for part in range(PARTS):
            cells = (line.split("\t") for line in self._places.read(part))
            places = {geonameid: (int(place), country) for geonameid, place, country in cells}
            for line in self._names.read(part):
                geonameid, _, name = line.partition("\t")
                with suppress(KeyError):
                    yield (*places[geonameid], name)


class Seen:
    """A set of numbers up to 2 ** 32: one bit each, in pages."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}

    def add(self, number: int) -> bool:
        """Add a number; return whether it was there."""
        page, place = number >> PAGE_BITS, number & ((1 << PAGE_BITS) - 1)
        bits = self._pages.setdefault(page, bytearray(1 << (PAGE_BITS - 3)))
        mask = 1 << (place & 7)
        known = bool(bits[place >> 3] & mask)
        bits[place >> 3] |= mask
        return known
