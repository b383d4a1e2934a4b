"""Reading a gazetteer file. See :mod:`newsutils.places.gazetteer.layout` for its sections."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.gazetteer.layout import (
    DEGREE,
    MANY,
    MOST_PLACES,
    NO_PLACE,
    PEOPLE_STEPS,
    SKELETON,
    shard_of,
    sharded,
)
from newsutils.places.mapped import MappedFile

POPULATIONS = tuple(round(2 ** (step / PEOPLE_STEPS) - 1) for step in range(256))
"""How many people each value of the section ``people`` stands for."""
COUNTRY, REGION = 0, 1
"""Where a country and a first-level division stand in `Entry.divisions`."""


class Gazetteer:
    """A gazetteer file, open for reading.

    Args:
        path: the file.

    Raises:
        MappedFileError: it is no gazetteer of this version, or is damaged.
        OSError: it cannot be opened.
    """

    def __init__(self, path: str | Path) -> None:
        from marisa_trie import Trie

        file = MappedFile(path)
        self.path = Path(path)
        self.meta: dict[str, Any] = file.meta
        self._kinds: list[str] = file.meta.get("kinds", [])
        self._file = file
        self._shards = int(file.meta.get("shards", 1))
        self._tries = [Trie().map(file.section(sharded("names", number))) for number in range(self._shards)]
        self._first = [file.section(sharded("first", number)) for number in range(self._shards)]
        self._more = file.section("more")
        self._lat, self._lon = file.section("lat"), file.section("lon")
        self._geonameid, self._division = file.section("geonameid"), file.section("division")
        self._kind, self._people = file.section("kind"), file.section("people")
        self._titles, self._title_end = file.section("titles"), file.section("title_end")
        self._parent, self._place = file.section("parent"), file.section("place")
        self._codes, self._code_end = file.section("codes"), file.section("code_end")
        self._entry = lru_cache(maxsize=1 << 15)(self._read_entry)
        self._lineage = lru_cache(maxsize=1 << 14)(self._read_lineage)

    @property
    def names(self) -> int:
        """How many keys it has."""
        return sum(map(len, self._tries))

    def __len__(self) -> int:
        return len(self._lat)

    def __iter__(self) -> Iterator[Entry]:
        """All places, in the order in which they were added."""
        return map(self._read_entry, range(len(self)))

    def verify(self) -> None:
        """Read the whole file and compare it with its checksums. Raises MappedFileError if it is damaged."""
        self._file.verify()

    def iso_codes(self) -> dict[str, str]:
        """The ISO 3166-2 code of each division that has one, by its dotted code."""
        found = {}
        for division in range(len(self._parent)):
            iso = _string(self._codes, self._code_end, division).partition("=")[2]
            if iso:
                found[self._lineage(division)[0][-1]] = iso
        return found

    def find(self, key: str, most: int = MOST_PLACES) -> tuple[Entry, ...]:
        """The places that a name key names, the most populous first; at most so many."""
        shard = shard_of(key, self._shards)
        number = self._tries[shard].get(key)
        return () if number is None else tuple(map(self._entry, self._places(self._first[shard][number], most)))

    def find_skeleton(self, skeleton: str) -> tuple[Entry, ...]:
        """The places that have a name with this skeleton."""
        return self.find(SKELETON + skeleton)

    def keys_at_start(self, text: str) -> list[str]:
        """All keys of whole words that `text` starts with, the shortest first, and some that end inside a word."""
        trie = self._tries[0] if self._shards == 1 else self._tries[shard_of(text, self._shards)]
        found: list[str] = trie.prefixes(text)
        return found

    def has_start(self, text: str) -> bool:
        """Whether some key starts with `text`, which ends with the space after a word."""
        return any(True for _ in self._tries[shard_of(text, self._shards)].iterkeys(text))

    def _places(self, first: int, most: int) -> list[int]:
        if first < MANY:
            return [first]
        at = first - MANY
        return self._more[at + 1 : at + 1 + min(self._more[at], most)].tolist()

    def _read_entry(self, place: int) -> Entry:
        division = self._division[place]
        divisions, admin1 = self._lineage(division)
        return Entry(
            _string(self._titles, self._title_end, place),
            self._lat[place] / DEGREE,
            self._lon[place] / DEGREE,
            self._geonameid[place],
            self._kinds[self._kind[place]],
            POPULATIONS[self._people[place]],
            divisions,
            admin1,
            self._place[division] == place != NO_PLACE,
        )

    def _read_lineage(self, division: int) -> tuple[tuple[str, ...], str]:
        """The dotted codes from the country down to a division, and the ISO code of the first-level one."""
        code, _, iso = _string(self._codes, self._code_end, division).partition("=")
        if not code:
            return (), ""
        above, admin1 = self._lineage(self._parent[division])
        dotted = f"{above[-1]}.{code}" if above else code
        return (*above, dotted), (iso or dotted) if len(above) == REGION else admin1


def _string(data: memoryview, ends: memoryview, number: int) -> str:
    return str(data[ends[number - 1] if number else 0 : ends[number]], "utf-8")
