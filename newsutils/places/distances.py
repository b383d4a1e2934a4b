"""Distances in words: "70 km", "some seventy kilometres", "a few miles", "10 to 15 km (6-9 miles)"."""

import re
from bisect import bisect_left
from typing import NamedTuple

from newsutils.places.directions import Words
from newsutils.places.tokens import Tokens, is_hyphen

REACH = 9
"""How many tokens a distance may take."""
ASIDE = 10
"""How many tokens the same distance in another unit may take in brackets."""
VAGUE_TIMES = 1.5
"""What "dozens of kilometres" means, as a multiple of the least it may mean."""
_GLUED = re.compile(r"\d+(\D+)")
_PLAIN = re.compile(r"(?:(\d{1,2})/([1-9])|(\d{1,5}(?:\.\d{1,2})?))[\s-]?[^\W\d]+")
_MARKS = frozenset(".,/–-")
_RANGE = frozenset(["to", "and", "or", "bis", "à", "a", "и", "до", "–"])
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")


class Distance(NamedTuple):
    """A distance, and the tokens that say it."""

    first: int
    last: int
    km: float


def distance_before(text: str, tokens: Tokens, last: int, known: Words, lang: str) -> Distance | None:
    """The distance that ends before a token; one in brackets after it says it once more."""
    last = _before_brackets(tokens.words, last)
    scale = _unit(tokens.words[last - 1], known) if last > 0 else None
    if scale is None:
        return None
    return _few(tokens, last, scale, known) or _plain(text, tokens, last, scale) or _quantity(text, tokens, last, lang)


def distance_after(text: str, tokens: Tokens, first: int, known: Words, lang: str) -> Distance | None:
    """The distance that starts at a token, or a word or two after it."""
    for last in range(first + 1, min(first + REACH, len(tokens.words)) + 1):
        if _unit(tokens.words[last - 1], known) is not None:
            found = distance_before(text, tokens, last, known, lang)
            return found if found and first <= found.first <= first + 2 else None
    return None


def _before_brackets(words: list[str], last: int) -> int:
    if last > 0 and words[last - 1] == ")":
        for at in range(last - 2, max(last - ASIDE, 0), -1):
            if words[at] == "(":
                return at
    return last


def _unit(word: str, known: Words) -> float | None:
    """The kilometres of the unit that a token is, or ends with: "km", "70km"."""
    glued = _GLUED.fullmatch(word)
    return known.units.get((glued[1] if glued else word).lower())


def _few(tokens: Tokens, last: int, scale: float, known: Words) -> Distance | None:
    """A distance without a numeral: "a mile", "a few kilometres", "a couple of miles"."""
    at = last - 2
    if at > 0 and tokens.words[at].lower() == "of":
        at -= 1
    number = known.few.get(tokens.words[at].lower()) if at >= 0 else None
    if number is None or (at > 0 and tokens.words[at - 1].lower() in ("half", "quarter")):
        return None
    return Distance(at - (at > 0 and number > 1 and tokens.words[at - 1].lower() == "a"), last, number * scale)


def _plain(text: str, tokens: Tokens, last: int, scale: float) -> Distance | None:
    """A number in digits with a unit and nothing else ("5 km", "2.5 km", "1/2 mile") needs no grammar of numbers."""
    glued = tokens.words[last - 1][0].isdigit()
    first = last - 1 if glued else last - 3 if last > 2 and is_hyphen(tokens.words[last - 2]) else last - 2
    first -= 2 * (first > 1 and tokens.words[first - 1] in "./" and tokens.words[first - 2].isdigit())
    found = _PLAIN.fullmatch(text, tokens.starts[max(first, 0)], tokens.ends[last - 1])
    if not found or (first > 0 and _goes_on(tokens, first)):
        return None
    above, below, number = found.groups()
    if below and first > 0 and tokens.words[first - 1][0].isdigit():
        return None
    return Distance(first, last, (int(above) / int(below) if below else float(number)) * scale)


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Whether the token before digits is part of their number or range: "1,200", "10-15", "two to 5"."""
    before = tokens.words[first - 1].lower()
    return before in _RANGE or (before in _MARKS and tokens.ends[first - 1] == tokens.starts[first])


def _quantity(text: str, tokens: Tokens, last: int, lang: str) -> Distance | None:
    """Any other numeral with its unit, by the grammar of numbers."""
    from newsutils.numbers import extract_numbers

    begin, end = tokens.starts[max(last - REACH, 0)], tokens.ends[last - 1]
    for number in extract_numbers(_INNER_HYPHEN.sub(" ", text[begin:end]), lang or "en")[::-1]:
        if number.qend != end - begin or not number.si or number.si.unit != "m":
            continue
        low, high = number.si.min, number.si.max
        metres = number.si.value or ((low + high) / 2 if low and high else (low or 0) * VAGUE_TIMES)
        return Distance(bisect_left(tokens.starts, begin + number.start), last, float(metres) / 1000)
    return None
