"""Reading GeoNames' dumps: https://download.geonames.org/export/dump/readme.txt describes the columns.

Files are UTF-8 text, tab-separated, without quoting. Each function takes one line and says with a ValueError what is
wrong with it.
"""

import math
from collections.abc import Iterator

from newsutils.places.gazetteer.kinds import kind_of_feature
from newsutils.places.gazetteer.row import Row

COLUMNS = 19
MOST_ID = (1 << 32) - 1
MOST_PEOPLE = 10**10
NO_NAME_LANGUAGES = frozenset(["link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "piny", "abbr", "tcid"])
"""What alternateNamesV2 has in place of a language where the "name" is an address or a code."""
DIVISION_LEVELS = {"country": 0, "region": 1, "county": 2}


def place_of(line: str) -> Iterator[Row]:
    """The place of a line of a main table (allCountries, a country's, cities500 …)."""
    cells = line.split("\t")
    _check(cells, COLUMNS)
    kind = kind_of_feature(cells[6], cells[7])
    codes = [cells[8], cells[10], cells[11]]
    level = DIVISION_LEVELS.get(kind, 2)
    known = _known(codes[: level + 1])
    if not cells[1]:
        raise ValueError("no name")
    yield Row(
        name=cells[1],
        lat=coordinate(cells[4], 90, "latitude"),
        lon=coordinate(cells[5], 180, "longitude"),
        geonameid=whole(cells[0], MOST_ID, "geonameid"),
        kind=kind,
        division=".".join(known),
        population=whole(cells[14] or "0", MOST_PEOPLE, "population"),
        names=[cells[2], *cells[3].split(",")],
        is_division=kind in DIVISION_LEVELS and len(known) == level + 1,
    )


def alternate_of(line: str) -> Iterator[tuple[int, str]]:
    """The geonameid and the name of a line of alternateNamesV2, nothing for one that holds no name."""
    cells = line.split("\t")
    _check(cells, 4)
    if cells[2] not in NO_NAME_LANGUAGES:
        yield whole(cells[1], MOST_ID, "geonameid"), cells[3]


def division_of(line: str) -> Iterator[tuple[int, str]]:
    """The geonameid and the names of a line of admin1CodesASCII or admin2Codes."""
    cells = line.split("\t")
    _check(cells, 4)
    geonameid = whole(cells[3], MOST_ID, "geonameid")
    yield from ((geonameid, name) for name in cells[1:3])


def country_of(line: str) -> Iterator[tuple[int, str]]:
    """The geonameid and the name of a line of countryInfo."""
    cells = line.split("\t")
    _check(cells, 17)
    yield whole(cells[16], MOST_ID, "geonameid"), cells[4]


def _check(cells: list[str], columns: int) -> None:
    if len(cells) < columns:
        raise ValueError(f"{len(cells)} columns, where the table has {columns}")


def _known(codes: list[str]) -> list[str]:
    """The codes up to the first that is missing; GeoNames writes 00 for a region that it does not know."""
    known: list[str] = []
    for code in codes:
        if code in ("", "00"):
            break
        known.append(code)
    return known


def coordinate(cell: str, most: int, what: str) -> float:
    """Degrees from a cell. Raises ValueError if they are none."""
    try:
        degrees = float(cell)
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        raise ValueError(f"{what} {cell[:40]!r} is no number from -{most} to {most}")
    return degrees


def whole(cell: str, most: int, what: str) -> int:
    """A whole number, not negative, from a cell. Raises ValueError if it is none."""
    if not (cell.isascii() and cell.isdecimal() and len(cell) < 20 and int(cell) <= most):
        raise ValueError(f"{what} {cell[:40]!r} is no whole number from 0 to {most}")
    return int(cell)
