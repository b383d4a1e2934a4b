"""How well phrases such as "70 km to the southeast of Raqqa" are read: parsed, and true point inside the radius.

Pairs of towns are drawn from the gazetteer that is built in: the larger one is what the phrase starts from, the other
is the truth. Distance and direction are rounded as a reporter would, and put into one of several sentences that name
neither the true town nor anything else that would give it away; half of them name the country too.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from math import floor
from typing import NamedTuple

from newsutils.places import Place, extract_places
from newsutils.places.directions import compass_point
from newsutils.places.gazetteer.entry import Entry
from newsutils.places.gazetteer.tables import read_table
from newsutils.places.gazetteer.union import builtin
from newsutils.places.geometry import bearing_degrees, distance_km

NEAREST_KM, FARTHEST_KM = 2.0, 150.0
MILE_KM = 1.609344
WORDS = {
    5: "five", 8: "eight", 10: "ten", 12: "twelve", 15: "fifteen", 20: "twenty", 25: "twenty-five", 30: "thirty",
    40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
}  # fmt: skip
HEDGES = ["", "", "", "about ", "some ", "around ", "roughly ", "nearly ", "just over ", "an estimated "]
PHRASES = [
    "{distance} {direction} of {town}",
    "{distance} {direction} of {town}",
    "{distance} to the {direction} of {town}",
    "{distance} {direction} of the city of {town}",
    "{distance} ({other}) {direction} of {town}",
    "{distance} away, {direction} of {town}",
    "{distance} due {direction} of {town}",
    "{distance} {abbreviation} of {town}",
    "{distance} {direction} from {town}",
    "a {single} drive {direction} of {town}",
    "{distance} in a {direction}erly direction from {town}",
]
SENTENCES = [
    "A drone fell {phrase}.",
    "The earthquake struck {phrase}, officials said.",
    "The village lies {phrase}.",
    "Soldiers were attacked at a checkpoint {phrase} on Monday.",
    "The bus overturned {phrase}, killing three people.",
    "Its epicentre was {phrase}, at a depth of 10 km.",
    "Police found the lorry {phrase} and arrested its driver.",
]


class Pair(NamedTuple):
    """Two towns: what the phrase starts from, and the truth."""

    anchor: Entry
    truth: Entry

    @property
    def km(self) -> float:
        """The distance from one to the other."""
        return distance_km(self.anchor.lat, self.anchor.lon, self.truth.lat, self.truth.lon)

    @property
    def bearing(self) -> float:
        """The direction from one to the other."""
        return bearing_degrees(self.anchor.lat, self.anchor.lon, self.truth.lat, self.truth.lon)


def pairs(count: int, smallest: int, chance: random.Random) -> Iterator[Pair]:
    """Draw towns near each other, all over the world."""
    towns = [entry for entry in builtin() if entry.kind == "town"]
    cells: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for town in towns:
        cells[floor(town.lat), floor(town.lon)].append(town)
    large = [town for town in towns if town.population >= smallest and town.name.isascii()]
    while count:
        anchor = chance.choice(large)
        cell = floor(anchor.lat) + chance.choice((-1, 0, 1)), floor(anchor.lon) + chance.choice((-1, 0, 1))
        pair = Pair(anchor, chance.choice(cells[cell])) if cells[cell] else None
        if pair and NEAREST_KM <= pair.km <= FARTHEST_KM and pair.truth.country == anchor.country:
            count -= 1
            yield pair


def rounded(distance: float) -> float:
    """A distance as people say it."""
    step = 1 if distance < 15 else 5 if distance < 100 else 10
    return max(1, round(distance / step) * step)


def sentence(pair: Pair, countries: dict[str, str], chance: random.Random) -> str:
    """A sentence that says where the second town lies from the first."""
    miles = chance.random() < 0.35
    number = rounded(pair.km / MILE_KM if miles else pair.km)
    other = rounded(pair.km if miles else pair.km / MILE_KM)
    units = ["miles", "km"] if miles else [chance.choice(["km", "km", "kilometres", "kilometers"]), "miles"]
    said = WORDS.get(int(number), str(number)) if chance.random() < 0.2 else str(number)
    glue = "" if units[0] == "km" and said.isdigit() and chance.random() < 0.3 else " "
    point = compass_point(pair.bearing if chance.random() < 0.15 else round(pair.bearing / 45) * 45)
    abbreviation = "".join(letter[0] for part in point.split("-") for letter in _sides(part)).upper()
    direction = _spelled(point, chance)
    phrase = chance.choice(PHRASES).format(
        distance=chance.choice(HEDGES) + said + glue + units[0],
        other=f"{other} {units[1]}",
        single=f"{said}-{units[0].rstrip('s')}",
        direction=direction,
        abbreviation=abbreviation,
        town=pair.anchor.name + (f", {countries[pair.anchor.country]}" if chance.random() < 0.5 else ""),
    )
    return chance.choice(SENTENCES).format(phrase=phrase)


def _sides(word: str) -> list[str]:
    """The sides in a word such as "southeast"."""
    return [side for side in ("north", "south") if word.startswith(side)] + [
        side for side in ("east", "west") if word.endswith(side)
    ]


def _spelled(point: str, chance: random.Random) -> str:
    """The point as one word, or some of its words with a hyphen: "southeast" or "south-east"."""
    if "-" in point or len(_sides(point)) < 2 or chance.random() < 0.7:
        return point
    return "-".join(_sides(point))


def found_in(text: str) -> Place | None:
    """The place at a distance that is found."""
    return next((place for place in extract_places(text, "en") if place.resolved == "relative"), None)


def main() -> None:
    """Draw, ask, count, print."""
    options = argparse.ArgumentParser(prog="scripts/bench distances", description=__doc__)
    options.add_argument("--pairs", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--smallest", type=int, default=50_000, help="people of the town that phrases start from")
    options.add_argument("--show", action="store_true", help="print the sentences that were not understood")
    asked = options.parse_args()
    chance = random.Random(asked.seed)
    countries = {code: name for code, name, *_ in read_table("countries.tsv")}
    parsed = inside = anchored = 0
    for pair in pairs(asked.pairs, asked.smallest, chance):
        text = sentence(pair, countries, chance)
        place = found_in(text)
        if place is None or place.lat is None or place.lon is None or place.radius_km is None:
            print("not parsed:", text) if asked.show else None
            continue
        parsed += 1
        assert place.radius_km <= max(5.0, 0.4 * pair.km * 1.6), (text, place)
        off = distance_km(place.lat, place.lon, pair.truth.lat, pair.truth.lon)
        inside += off <= place.radius_km
        near = off <= 2 * pair.km + 25
        anchored += near
        if asked.show and off > place.radius_km:
            print(f"{off:.0f} km off, radius {place.radius_km}, true {pair.km:.0f} km {pair.bearing:.0f}°:", text)
    print(
        f"pairs {asked.pairs}  parsed {parsed / asked.pairs:.3f}  true point inside {inside / asked.pairs:.3f}  ",
        end="",
    )
    print(f"where the town itself is right {inside / max(1, anchored):.3f} of {anchored}")


main()
