"""Writing a gazetteer file (see :mod:`newsutils.places.gazetteer.layout`).

Whatever grows with the places is in temporary files but for one byte a place, so that a laptop can write the largest
gazetteer there is.
"""

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any, BinaryIO

from newsutils.places.gazetteer.columns import Bytes, Column
from newsutils.places.gazetteer.kinds import kinds
from newsutils.places.gazetteer.layout import DEGREE, MANY, MOST_PLACES, NO_PLACE, PEOPLE_STEPS, SKELETON, sharded
from newsutils.places.gazetteer.postings import Postings, groups
from newsutils.places.gazetteer.row import Row
from newsutils.places.mapped import Items, smallest, write
from newsutils.places.names import name_key, skeleton


class GazetteerBuilder:
    """Collects places and writes them as one file. Close it when done, as with `contextlib.closing`.

    Args:
        transliterated: countries (ISO 3166-1) whose names also get a skeleton.
    """

    def __init__(self, transliterated: Iterable[str] = ()) -> None:
        self._transliterated = frozenset(transliterated)
        self._kind_numbers = {kind: number for number, kind in enumerate(kinds())}
        self._divisions: dict[str, int] = {}
        self._parents: list[int] = []
        self._division_places: list[int] = []
        self._iso: dict[str, str] = {}
        self._files = ExitStack()
        self._lat, self._lon = Column("i", self._files), Column("i", self._files)
        self._geonameid, self._division = Column("I", self._files), Column("I", self._files)
        self._kind, self._title_end = Column("B", self._files), Column("I", self._files)
        self._people = array("B")
        self._titles = Bytes(self._files)
        self._postings = Postings(self._files)

    def close(self) -> None:
        """Remove the temporary files."""
        self._files.close()

    def __len__(self) -> int:
        return len(self._people)

    def set_iso(self, code: str, iso: str) -> None:
        """Say the ISO 3166-2 code of a division, as ("SY.04", "SY-RA")."""
        self._iso[code] = iso

    def add(self, row: Row) -> int:
        """Add a place with all its names; return its number."""
        place, division = len(self), self._division_number(row.division)
        self._lat.append(round(row.lat * DEGREE))
        self._lon.append(round(row.lon * DEGREE))
        self._geonameid.append(row.geonameid)
        self._kind.append(self._kind_numbers[row.kind])
        self._people.append(min(255, round(PEOPLE_STEPS * math.log2(max(row.population, 0) + 1))))
        self._division.append(division)
        self._titles.append(row.name.encode())
        self._title_end.append(self._titles.size)
        if row.is_division:
            self._division_places[division] = place
        self.add_names(place, row.division[:2], (row.name, *row.names))
        return place

    def add_names(self, place: int, country: str, names: Iterable[str]) -> None:
        """Add names to a place, which lies in this country."""
        keys = {name_key(name) for name in names}
        if country in self._transliterated:
            keys |= {SKELETON + skeleton(key) for key in keys if key.isascii()}
        for key in keys - {"", SKELETON}:
            self._postings.add(key, place)

    def _division_number(self, code: str) -> int:
        known = self._divisions.get(code)
        if known is not None:
            return known
        parent = self._division_number(code.rpartition(".")[0]) if code else 0
        number = self._divisions[code] = len(self._divisions)
        self._parents.append(parent)
        self._division_places.append(NO_PLACE)
        return number

    def write(self, file: BinaryIO, meta: Mapping[str, Any], shown: Callable[[str], None] = lambda _: None) -> None:
        """Write the gazetteer.

        Args:
            file: where to.
            meta: is kept with it: name, sources and their licence.
            shown: is told each section that is written.
        """
        about = {"kinds": kinds(), "places": len(self), "shards": self._postings.shards, **meta}
        write(file, about, self._sections(shown))

    def _sections(self, shown: Callable[[str], None]) -> Iterator[tuple[str, Items]]:
        from marisa_trie import Trie

        more = Column("I", self._files)
        written = 0
        for number in range(self._postings.shards):
            shown(f"{number + 1} of {self._postings.shards}")
            pairs = self._postings.shard(number)
            trie = Trie(key for key, _ in groups(pairs))
            yield sharded("names", number), trie.tobytes()
            first = array("I", bytes(4 * len(trie)))
            for key, places in groups(pairs):
                first[trie[key]] = places[0] if len(places) == 1 else MANY | written
                written += self._add_many(more, places)
            yield sharded("first", number), first
        yield "more", more
        yield from self._place_sections()
        yield from self._division_sections()

    def _add_many(self, more: Column, places: list[int]) -> int:
        """Write the places of a key that has several, the most populous first; return how many items they take."""
        if len(places) == 1:
            return 0
        most = sorted(places, key=lambda place: (-self._people[place], place))[:MOST_PLACES]
        for item in (len(most), *most):
            more.append(item)
        return len(most) + 1

    def _place_sections(self) -> Iterator[tuple[str, Items]]:
        self._division.narrow()
        yield "lat", self._lat
        yield "lon", self._lon
        yield "geonameid", self._geonameid
        yield "kind", self._kind
        yield "people", self._people
        yield "division", self._division
        yield "title_end", self._title_end
        yield "titles", self._titles

    def _division_sections(self) -> Iterator[tuple[str, Items]]:
        codes, ends = bytearray(), array("I")
        for code in self._divisions:
            iso = self._iso.get(code)
            codes += (code.rpartition(".")[2] + (f"={iso}" if iso else "")).encode()
            ends.append(len(codes))
        yield "parent", smallest(self._parents, len(self._divisions))
        yield "place", array("I", self._division_places)
        yield "code_end", ends
        yield "codes", bytes(codes)
