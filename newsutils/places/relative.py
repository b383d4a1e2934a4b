"""Points at a distance and in a direction from a place: "70 km to the southeast of Raqqa".

The radius is what such phrases are worth: people round distances, and one direction in eight covers 45 degrees.
"""

import re
from typing import NamedTuple

from newsutils.places.geometry import destination

REACH = 90
"""How many characters before a place's name its distance and direction may take."""
LEAST_RADIUS_KM = 5.0
RADIUS_SHARE = 0.4
KM = {"k": 1.0, "mi": 1.609344, "me": 0.001}
_BEARINGS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_SIDE = r"(?:north|south|east|west)"
_PHRASE = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,5}(?:[.,]\d{1,3})?"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|twenty)"
    r"[ -]?(?P<half>half )?(?P<unit>km|kms|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s?)\b\.?"
    r"(?: \([^()]{1,20}\))?,?(?: away)?(?: to)?(?: the)?(?: due)?"
    rf" (?P<direction>{_SIDE}(?:[ -]?{_SIDE}){{0,2}})(?:erly|ern)?(?: of| from)"
    r"(?: the)?(?: (?:capital|city|town|village|centre|center|port|capital city)(?: of)?)?,? $",
    re.IGNORECASE,
)
_NUMBERS = {
    word: float(value)
    for value, words in enumerate(
        ["", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
    for word in words.split()
} | {"a dozen": 12.0, "twenty": 20.0}


class Offset(NamedTuple):
    """How far and in which direction from a place, and where the text says so."""

    start: int
    km: float
    bearing: float

    def point_from(self, lat: float, lon: float) -> tuple[float, float]:
        """The point that lies so far from a point."""
        found = destination(lat, lon, self.bearing, self.km)
        return round(found[0], 5), round(found[1], 5)

    @property
    def radius_km(self) -> float:
        """How far from that point the truth may lie."""
        return round(max(LEAST_RADIUS_KM, RADIUS_SHARE * self.km), 1)


def offset_before(text: str, start: int) -> Offset | None:
    """The distance and direction that end where a place's name starts."""
    begin = max(0, start - REACH)
    found = _PHRASE.search(" ".join(text[begin:start].replace("\n", " ").split(" ")))
    if not found:
        return None
    return Offset(begin + found.start(), _kilometres(found), _bearing(found["direction"]))


def _kilometres(found: re.Match[str]) -> float:
    word, unit = found["number"].lower(), found["unit"].lower()
    number = _NUMBERS[word] if word in _NUMBERS else _value(word)
    scale = KM["k"] if unit.startswith("k") else KM["me"] if unit.startswith("me") else KM["mi"]
    return number * scale * (0.5 if found["half"] else 1.0)


def _value(digits: str) -> float:
    """A number in digits; a comma before three digits separates thousands."""
    whole, comma, part = digits.partition(",")
    if comma:
        return float(whole + part) if len(part) == 3 else float(f"{whole}.{part}")
    return float(digits)


def _bearing(words: str) -> float:
    """Degrees clockwise from north: "south-southwest" lies between south and southwest."""
    sides = re.findall(_SIDE, words.lower())
    last = _mean(sides[-2:])
    return last if len(sides) < 3 else _between(_BEARINGS[sides[0]], last)


def _mean(sides: list[str]) -> float:
    return _BEARINGS[sides[0]] if len(sides) == 1 else _between(_BEARINGS[sides[0]], _BEARINGS[sides[1]])


def _between(one: float, other: float) -> float:
    return (one + ((other - one + 180) % 360 - 180) / 2) % 360
