"""Making a gazetteer of GeoNames' dumps."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from newsutils.places.gazetteer.build import GazetteerBuilder
from newsutils.places.gazetteer.geonames import open_dump, read_alternates, read_places
from newsutils.places.gazetteer.kinds import kinds_of_class
from newsutils.places.gazetteer.tables import transliterated

CREDIT = "Contains data of GeoNames (https://www.geonames.org), licensed under CC BY 4.0."


def compile_dumps(
    file: BinaryIO,
    *,
    geonames: Iterable[Path],
    alternate_names: Path | None = None,
    country: str = "",
    classes: str = "APHTLSRUV",
    min_population: int = 0,
) -> int:
    """Write a gazetteer of the places in some dumps and return how many they are.

    Args:
        file: where to write.
        geonames: main tables, text or zip.
        alternate_names: alternateNamesV2, text or zip; its names are held in memory.
        country: ISO 3166-1 codes with commas between; "" for all.
        classes: GeoNames' feature classes to keep.
        min_population: towns with fewer people are left out.

    Raises:
        DumpError: a line that is none of a dump.
        OSError: a dump cannot be read.
    """
    builder = GazetteerBuilder(transliterated())
    alternates = _alternates(alternate_names)
    countries = frozenset(filter(None, country.upper().split(",")))
    kept = {kind for letter in classes for kind in kinds_of_class(letter)}
    for path in geonames:
        with open_dump(path) as dump:
            for row in read_places(dump, str(path), alternates):
                inside = not countries or row.division[:2] in countries
                if inside and row.kind in kept and (row.kind != "town" or row.population >= min_population):
                    builder.add(row)
    builder.write(file, {"name": "GeoNames", "credit": CREDIT})
    return len(builder)


def _alternates(path: Path | None) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    if path:
        with open_dump(path) as dump:
            for geonameid, name in read_alternates(dump, str(path)):
                found[geonameid].append(name)
    return found
