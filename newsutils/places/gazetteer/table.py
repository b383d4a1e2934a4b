"""Reading places from a table with named columns, as a spreadsheet writes it.

The first line names the columns, in any order and case; the separator is the comma, semicolon or tab that it holds
most of; cells may be quoted. ``name``, ``lat`` and ``lon`` must be there. ``id`` is a number, by which places of
several sources are known to be one. ``names`` holds other names with ``|`` between them. ``country`` is an ISO 3166-1
code, ``admin1`` an ISO 3166-2 code or GeoNames' code. ``kind`` is one of
:func:`newsutils.places.gazetteer.kinds.kinds`, "town" where it is missing. ``population`` ranks namesakes. Other
columns are passed over.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsutils.places.gazetteer.geonames import DIVISION_LEVELS, MOST_ID, MOST_PEOPLE, coordinate, whole
from newsutils.places.gazetteer.kinds import kinds
from newsutils.places.gazetteer.lines import BOM, Reading, SourceError, open_source
from newsutils.places.gazetteer.row import Row

NEEDED = ("name", "lat", "lon")
SEPARATORS = ",;\t"


def read_table_of_places(path: Path, reading: Reading, codes: Mapping[str, str]) -> Iterator[Row]:
    """The places of a table.

    Args:
        path: the file, plain or in a zip archive.
        reading: how to read it.
        codes: GeoNames' dotted code of each ISO 3166-2 code.

    Raises:
        SourceError: its first line does not name the columns that must be there.
    """
    with open_source(path) as file:
        lines = _Decoded(path, file, reading)
        header = next(lines, "")
        separator = max(SEPARATORS, key=header.count)
        columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=separator), [])]
        missing = [name for name in NEEDED if name not in columns]
        if missing:
            raise SourceError(f"{path}:1: the first line names no column {', '.join(missing)}")
        reader = csv.reader(lines, delimiter=separator)
        while True:
            try:
                row = dict(zip(columns, next(reader), strict=False))
                place = _row(row, codes) if any(row.values()) else None
            except StopIteration:
                return
            except (ValueError, csv.Error) as error:
                reading.bad(f"{path}:{lines.number}", str(error))
                continue
            if place:
                yield place


class _Decoded(Iterator[str]):
    """The lines of a file as text, with the number of the last."""

    def __init__(self, path: Path, file: Iterator[bytes], reading: Reading) -> None:
        self._path, self._file, self._reading = path, file, reading
        self.number = 0

    def __next__(self) -> str:
        for data in self._file:
            self.number += 1
            self._reading.advance(len(data))
            try:
                line = data.decode()
            except UnicodeDecodeError as error:
                self._reading.bad(f"{self._path}:{self.number}", f"not UTF-8 ({error.reason})")
                continue
            return line.removeprefix(BOM) if self.number == 1 else line
        raise StopIteration


def _row(row: Mapping[str, str], codes: Mapping[str, str]) -> Row:
    cells = {name: cell.strip() for name, cell in row.items()}
    if not cells.get("name"):
        raise ValueError("no name")
    kind = cells.get("kind") or "town"
    if kind not in kinds():
        raise ValueError(f"kind {kind[:40]!r} is none of {', '.join(kinds())}")
    division = _division(cells.get("country", "").upper(), cells.get("admin1", "").upper(), codes)
    return Row(
        name=cells["name"],
        lat=coordinate(cells.get("lat", ""), 90, "latitude"),
        lon=coordinate(cells.get("lon", ""), 180, "longitude"),
        geonameid=whole(cells.get("id") or "0", MOST_ID, "id"),
        kind=kind,
        division=division,
        population=whole(cells.get("population") or "0", MOST_PEOPLE, "population"),
        names=cells.get("names", "").split("|"),
        is_division=bool(division) and DIVISION_LEVELS.get(kind) == division.count("."),
    )


def _division(country: str, admin1: str, codes: Mapping[str, str]) -> str:
    """The dotted code of a division; an ISO code that is not known is kept as it is."""
    if country and not (len(country) == 2 and country.isalpha()):
        raise ValueError(f"country {country[:40]!r} is no ISO 3166-1 code of two letters")
    if admin1 in codes:
        return codes[admin1]
    return ".".join(filter(None, (country, admin1.replace(".", "") if country else "")))
