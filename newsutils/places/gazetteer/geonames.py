"""Reading GeoNames' dumps: https://download.geonames.org/export/dump/readme.txt describes the columns.

Files are UTF-8 text, tab-separated, without quoting, plain or as the one text of a zip archive.
"""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from newsutils.places.gazetteer.kinds import kind_of_feature
from newsutils.places.gazetteer.row import Row

COLUMNS = 19
NO_NAME_LANGUAGES = frozenset(["link", "post", "iata", "icao", "faac", "wkdt", "unlc", "phon", "piny", "abbr", "tcid"])
"""What alternateNamesV2 has in place of a language where the "name" is an address or a code."""
DIVISION_LEVELS = {"country": 0, "region": 1, "county": 2}


class DumpError(ValueError):
    """A line that is no line of a GeoNames dump; the message says which."""


@contextmanager
def open_dump(path: Path) -> Iterator[TextIO]:
    """Open a dump, or the text in a zip archive that is named as the archive."""
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        texts = [name for name in archive.namelist() if name.endswith(".txt")]
        name = next((name for name in texts if Path(name).stem == path.stem), texts[0] if texts else "")
        if not name:
            raise DumpError(f"{path}: no text in the archive")
        with archive.open(name) as member:
            yield TextIOWrapper(member, encoding="utf-8", newline="\n")


def read_places(file: TextIO, name: str, alternates: Mapping[int, list[str]] | None = None) -> Iterator[Row]:
    """The places of a main table (allCountries, a country's, cities500 …).

    Args:
        file: the table.
        name: what to call it in an error.
        alternates: names from alternateNamesV2 by geonameid; the table's own list of names is used beside them.

    Raises:
        DumpError: a line has not the nineteen columns, or no number where one belongs.
    """
    for number, line in enumerate(file, 1):
        if line.isspace() or line.startswith("#"):
            continue
        cells = line.rstrip("\n").split("\t")
        try:
            yield _row(cells, alternates or {})
        except (ValueError, IndexError):
            raise DumpError(f"{name}:{number}: not a line of a GeoNames table") from None


def _row(cells: list[str], alternates: Mapping[int, list[str]]) -> Row:
    if len(cells) != COLUMNS:
        raise ValueError
    geonameid, kind = int(cells[0]), kind_of_feature(cells[6], cells[7])
    codes = [cells[8], cells[10], cells[11]]
    level = DIVISION_LEVELS.get(kind, 2)
    division = ".".join(code for code in _known(codes[: level + 1]))
    return Row(
        name=cells[1],
        lat=float(cells[4]),
        lon=float(cells[5]),
        geonameid=geonameid,
        kind=kind,
        division=division,
        population=int(cells[14] or 0),
        names=[cells[2], *cells[3].split(","), *alternates.get(geonameid, ())],
        is_division=kind in DIVISION_LEVELS and len(_known(codes[: level + 1])) == level + 1,
    )


def _known(codes: list[str]) -> list[str]:
    """The codes up to the first that is missing; GeoNames writes 00 for a region that it does not know."""
    known: list[str] = []
    for code in codes:
        if code in ("", "00"):
            break
        known.append(code)
    return known


def read_alternates(file: TextIO, name: str, wanted: frozenset[int] | None = None) -> Iterator[tuple[int, str]]:
    """The (geonameid, name) pairs of alternateNamesV2 that are names.

    Raises:
        DumpError: a line has too few columns, or no number where one belongs.
    """
    for number, line in enumerate(file, 1):
        cells = line.rstrip("\n").split("\t")
        try:
            geonameid, language, alternate = int(cells[1]), cells[2], cells[3]
        except (ValueError, IndexError):
            raise DumpError(f"{name}:{number}: not a line of alternateNamesV2") from None
        if language not in NO_NAME_LANGUAGES and (wanted is None or geonameid in wanted):
            yield geonameid, alternate
