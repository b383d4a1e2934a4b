"""A place of a gazetteer."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A place as a gazetteer knows it.

    Attributes:
        name: the name to show.
        lat: degrees north.
        lon: degrees east.
        geonameid: its number in GeoNames, 0 where it has none.
        kind: one of :func:`newsutils.places.gazetteer.kinds.kinds`.
        population: of the place, to within a tenth.
        divisions: codes of what it lies in, from the country down: ("US", "US.TX", "US.TX.277").
        admin1: the ISO 3166-2 code of its first-level division, or GeoNames' code where ISO's is not known; "" if
            it lies in none.
        is_division: the place is the last of its divisions.
    """

    name: str
    lat: float
    lon: float
    geonameid: int
    kind: str
    population: int
    divisions: tuple[str, ...]
    admin1: str
    is_division: bool

    @property
    def country(self) -> str:
        """The ISO 3166-1 code of its country, "" if it lies in none."""
        return self.divisions[0] if self.divisions else ""
