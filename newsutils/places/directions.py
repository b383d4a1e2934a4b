"""The words of ``data/relative.tsv``, by language, and the directions of the compass that they name."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsutils.places.gazetteer.tables import read_table
from newsutils.places.tokens import is_hyphen

GENERAL = "en"
COMPASS = (
    "north", "north-northeast", "northeast", "east-northeast", "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest", "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip
MOST_SIDES = 3
NOTHING: frozenset[str] = frozenset()


class Words(NamedTuple):
    """The words of one language that say where something lies.

    Attributes:
        bearings: words for directions, to degrees clockwise from north.
        units: units of length, to kilometres.
        few: words that stand for a small number.
        classes: the other classes of the table.
    """

    bearings: dict[str, float]
    units: dict[str, float]
    few: dict[str, float]
    classes: dict[str, frozenset[str]]

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is in a class, in any case."""
        return word.lower() in self.classes.get(kind, NOTHING)

    def bearing(self, word: str) -> float | None:
        """The direction that one word names."""
        return self.bearings.get(word, self.bearings.get(word.lower()))


@cache
def words_of(lang: str) -> Words:
    """The words of a language; the English ones for one that the table does not have."""
    rows = [row for row in read_table("relative.tsv", "newsutils.places") if row[0] == lang]
    if not rows:
        return words_of(GENERAL)
    made = Words({}, {}, {}, {})
    for _, kind, forms in rows:
        name, _, value = kind.partition(" ")
        for form in forms.split():
            if value:
                (made.units if name == "km" else made.few)[form] = float(value)
            elif name[0].isdigit():
                made.bearings[form] = float(name)
        if not value and not name[0].isdigit():
            made.classes[name] = frozenset(forms.split())
    return made


def bearing_before(words: Sequence[str], last: int, known: Words) -> tuple[int, float] | None:
    """The direction that ends before a token: its first token, and its degrees clockwise from north.

    Of several words the last is the main one: "south-southeast" lies between south and southeast.
    """
    sides: list[float] = []
    first = last
    while first > 0 and len(sides) < MOST_SIDES:
        at = first - 1 - (len(sides) > 0 and is_hyphen(words[first - 1]))
        side = known.bearing(words[at]) if at >= 0 else None
        if side is None:
            break
        sides.append(side)
        first = at
    return (first, combined(sides[::-1])) if sides else None


def combined(sides: Sequence[float]) -> float:
    """One direction from several that are named in a row."""
    bearing = sides[-1]
    for side in sides[-2::-1]:
        bearing = (side + ((bearing - side + 180) % 360 - 180) / 2) % 360
    return bearing


def compass_point(bearing: float) -> str:
    """The name of a direction, of sixteen."""
    return COMPASS[round(bearing / 22.5) % 16]
