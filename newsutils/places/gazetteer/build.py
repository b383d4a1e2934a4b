"""Writing a gazetteer file: places and divisions as flat arrays, their names as a trie.

Sections (see :mod:`newsutils.places.mapped`), for place *i*, division *d* and the trie's number *k* of a key:

- ``names``: the trie of all keys, name keys as they are and skeletons after ``~``.
- ``first[k]``: the place, or with the highest bit set an offset into ``more``: a count and that many places, the
  most populous first.
- ``lat[i]``, ``lon[i]``: hundred-thousandths of a degree; ``geonameid[i]``; ``kind[i]``; ``people[i]``: eight times
  the base-two logarithm of the population; ``division[i]``; ``title_end[i]``: where its name ends in ``titles``.
- ``parent[d]``, ``place[d]``: the division around and the place that is the division (own number, and
  :data:`NO_PLACE`, for none); ``code_end[d]``: where its code ends in ``codes``: the last part of its dotted code,
  then "=" and the ISO 3166-2 code where known.
"""

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from newsutils.places.gazetteer.kinds import kinds
from newsutils.places.gazetteer.postings import Postings
from newsutils.places.gazetteer.row import Row
from newsutils.places.mapped import smallest, write
from newsutils.places.names import name_key, skeleton

MANY = 1 << 31
NO_PLACE = (1 << 32) - 1
DEGREE = 100_000
SKELETON = "~"
PEOPLE_STEPS = 8
MOST_PLACES = 200
"""Places kept for one name."""


class GazetteerBuilder:
    """Collects places and writes them as one file.

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
        self._lat, self._lon = array("i"), array("i")
        self._geonameid, self._division = array("I"), array("I")
        self._kind, self._people = array("B"), array("B")
        self._titles, self._title_end = bytearray(), array("I")
        self._postings = Postings()

    def __len__(self) -> int:
        return len(self._lat)

    def set_iso(self, code: str, iso: str) -> None:
        """Say the ISO 3166-2 code of a division, as ("SY.04", "SY-RA")."""
        self._iso[code] = iso

    def add(self, row: Row) -> None:
        """Add a place with all its names."""
        place, division = len(self), self._division_number(row.division)
        self._lat.append(round(row.lat * DEGREE))
        self._lon.append(round(row.lon * DEGREE))
        self._geonameid.append(row.geonameid)
        self._kind.append(self._kind_numbers[row.kind])
        self._people.append(min(255, round(PEOPLE_STEPS * math.log2(max(row.population, 0) + 1))))
        self._division.append(division)
        self._titles += row.name.encode()
        self._title_end.append(len(self._titles))
        if row.is_division:
            self._division_places[division] = place
        for key in self._keys(row):
            self._postings.add(key, place)

    def _keys(self, row: Row) -> set[str]:
        keys = {name_key(name) for name in (row.name, *row.names)}
        if row.division[:2] in self._transliterated:
            keys |= {SKELETON + skeleton(key) for key in keys if key.isascii()}
        return keys - {"", SKELETON}

    def _division_number(self, code: str) -> int:
        known = self._divisions.get(code)
        if known is not None:
            return known
        parent = self._division_number(code.rpartition(".")[0]) if code else 0
        number = self._divisions[code] = len(self._divisions)
        self._parents.append(parent)
        self._division_places.append(NO_PLACE)
        return number

    def write(self, file: BinaryIO, meta: Mapping[str, Any]) -> None:
        """Write the gazetteer. `meta` is kept with it: name, sources and their licence."""
        with self._postings:
            write(file, {"kinds": kinds(), "places": len(self), **meta}, self._sections())

    def _sections(self) -> Iterator[tuple[str, "array[int] | bytes"]]:
        from marisa_trie import Trie

        trie = Trie(key for key, _ in self._postings.groups())
        yield "names", trie.tobytes()
        first, more = self._numbered(trie)
        yield "first", first
        yield "more", more
        yield from self._place_sections()
        yield from self._division_sections()

    def _numbered(self, trie: Any) -> tuple["array[int]", "array[int]"]:
        first, more = array("I", bytes(4 * len(trie))), array("I")
        for key, places in self._postings.groups():
            if len(places) == 1:
                first[trie[key]] = places[0]
            else:
                first[trie[key]] = MANY | len(more)
                most = sorted(places, key=lambda place: (-self._people[place], place))[:MOST_PLACES]
                more.extend((len(most), *most))
        return first, more

    def _place_sections(self) -> Iterator[tuple[str, "array[int] | bytes"]]:
        yield "lat", self._lat
        yield "lon", self._lon
        yield "geonameid", self._geonameid
        yield "kind", self._kind
        yield "people", self._people
        yield "division", smallest(self._division, len(self._divisions))
        yield "title_end", self._title_end
        yield "titles", bytes(self._titles)

    def _division_sections(self) -> Iterator[tuple[str, "array[int] | bytes"]]:
        codes, ends = bytearray(), array("I")
        for code in self._divisions:
            iso = self._iso.get(code)
            codes += (code.rpartition(".")[2] + (f"={iso}" if iso else "")).encode()
            ends.append(len(codes))
        yield "parent", smallest(self._parents, len(self._divisions))
        yield "place", array("I", self._division_places)
        yield "code_end", ends
        yield "codes", bytes(codes)
