"""A place as a source gives it, before it is in a gazetteer file."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One place of a source.

    Attributes:
        name: the name to show.
        lat: degrees north.
        lon: degrees east.
        geonameid: its number in GeoNames, 0 where it has none.
        kind: one of :func:`newsutils.places.gazetteer.kinds.kinds`.
        division: the code of the division that it lies in: "SY", "SY.04", "US.TX.277"; "" for none.
        population: of the place; for a place without people, how prominent it is on the same scale.
        names: other names.
        is_division: the place is that division, not only in it.
    """

    name: str
    lat: float
    lon: float
    geonameid: int
    kind: str
    division: str
    population: int
    names: Sequence[str] = ()
    is_division: bool = False
