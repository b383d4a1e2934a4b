"""Making a gazetteer of GeoNames' dumps and of tables."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsutils.places.gazetteer.build import GazetteerBuilder
from newsutils.places.gazetteer.geonames import alternate_of, country_of, division_of, place_of
from newsutils.places.gazetteer.kinds import kinds_of_class
from newsutils.places.gazetteer.lines import Reading, size_of
from newsutils.places.gazetteer.merge import NameJoin, Seen
from newsutils.places.gazetteer.row import Row
from newsutils.places.gazetteer.table import read_table_of_places
from newsutils.places.gazetteer.tables import transliterated
from newsutils.places.gazetteer.union import builtin

CREDIT = "Contains data of GeoNames (https://www.geonames.org), licensed under CC BY 4.0."
CLASSES = "APHTLSRUV"


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What a gazetteer is made of.

    Attributes:
        geonames: main tables of GeoNames.
        alternate_names: alternateNamesV2.
        admin_codes: admin1CodesASCII and admin2Codes; their names are added to the divisions in the main tables.
        country_info: countryInfo; its names are added to the countries in the main tables.
        csv: tables with named columns (see :mod:`newsutils.places.gazetteer.table`).
        country: ISO 3166-1 codes with commas between; "" for all.
        classes: GeoNames' feature classes to keep.
        min_population: towns with fewer people are left out.
    """

    geonames: tuple[Path, ...] = ()
    alternate_names: tuple[Path, ...] = ()
    admin_codes: tuple[Path, ...] = ()
    country_info: tuple[Path, ...] = ()
    csv: tuple[Path, ...] = ()
    country: str = ""
    classes: str = CLASSES
    min_population: int = 0

    @property
    def size(self) -> int:
        """How many bytes there are to read."""
        names = (*self.alternate_names, *self.admin_codes, *self.country_info)
        return sum(map(size_of, (*self.geonames, *names, *self.csv)))

    def rows(self, reading: Reading) -> Iterator[Row]:
        """The places to keep; of several with one number the first."""
        seen = Seen()
        countries = frozenset(filter(None, self.country.upper().split(",")))
        for row in self._all_rows(reading):
            if countries and row.division[:2] not in countries:
                continue
            if row.kind == "town" and row.population < self.min_population:
                continue
            if not row.geonameid or not seen.add(row.geonameid):
                yield row

    def _all_rows(self, reading: Reading) -> Iterator[Row]:
        """Those of tables, which are the user's own, come first."""
        codes = {iso: code for code, iso in builtin().iso_codes().items()}
        for path in self.csv:
            yield from read_table_of_places(path, reading, codes)
        kept = {kind for letter in self.classes.upper() for kind in kinds_of_class(letter)}
        for path in self.geonames:
            yield from (row for row in reading.each(path, place_of) if row.kind in kept)

    def names(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """The names that come apart from their places, with the places' numbers."""
        parsers = (
            (self.alternate_names, alternate_of),
            (self.admin_codes, division_of),
            (self.country_info, country_of),
        )
        for paths, parse in parsers:
            for path in paths:
                yield from reading.each(path, parse)


def compile_sources(
    file: BinaryIO,
    sources: Sources,
    reading: Reading,
    name: str,
    shown: Callable[[str], None] = lambda _: None,
) -> int:
    """Write a gazetteer and return how many places it has.

    Args:
        file: where to write.
        sources: what to make it of.
        reading: how to read them.
        name: what it is called.
        shown: is told what is going on after the last source is read.

    Raises:
        SourceError: a source is none of its kind.
        OSError: a source cannot be read, or the file not be written.
    """
    with ExitStack() as files:
        builder = files.enter_context(closing(GazetteerBuilder(transliterated())))
        for code, iso in builtin().iso_codes().items():
            builder.set_iso(code, iso)
        join = NameJoin(files)
        for row in sources.rows(reading):
            place = builder.add(row)
            if row.geonameid:
                join.add_place(row.geonameid, place, row.division[:2])
        for geonameid, other in sources.names(reading):
            join.add_name(geonameid, other)
        for place, country, other in join.joined():
            builder.add_names(place, country, [other])
        builder.write(file, {"name": name, **_origin(sources)}, shown)
        return len(builder)


def _origin(sources: Sources) -> dict[str, object]:
    """Where the places come from: the sources by name, and the credit that GeoNames' licence asks for."""
    paths: Iterable[Path] = (*sources.csv, *sources.geonames, *sources.alternate_names)
    credit = {"credit": CREDIT} if sources.geonames or sources.alternate_names else {}
    return {**credit, "sources": [path.name for path in paths]}
