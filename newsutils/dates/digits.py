"""Numbers in digits as tokens of dates: a day, a year, a clock time, a whole date, a decade, a Roman numeral."""

import re

from newsutils.dates.lexicon import Lexicon

_PATTERN = r"""(?=[\d('’$€£¥₹#№XVIХІ])(?:
    (?P<written>(?<!\d)(?:\d{4}[年년]\s?)?\d\d?[月월](?:\s?\d\d?[日일])?)
  | (?P<numdate>(?<![\d/.:-])(?:\d{4}(?P<sep>[-/.])\d\d?(?P=sep)\d\d?(?:TIME)?
      |\d\d?(?P<sep2>[-/.])\d\d?(?P=sep2)(?:\d{4}|\d\d))(?![\w/-]|[.:]\d))
  | (?P<parenday>\(\d\d?\))
  | (?P<dotted>(?<![\d.])(?:DAY_DOT_MONTH)\.(?![\d\w]))
  | (?P<yearspan>(?<![\d/.,–-])[12]\d{3}[-–/]\d\d(?![\w/–-]|[.,:]\d))
  | (?P<clock>(?<![\d:.])\d\d?(?:
      :\d\d(?::\d\d)?(?![\w:]) | [hH]\d\d(?!\w) | (?:[.:]\d\d)?[ap]\.?m\b | \.\d\d(?=\s?(?:[ap]\.?m\b|Uhr\b))))
  | (?P<years>\d{3}0(?:DECADE)(?!\w)|(?<!\w)['’]\d0(?:DECADE)(?!\w))
  | (?P<bareyears>(?<![\d.,])\d0(?:DECADE)(?!\w))
  | (?P<ordday>(?<![\d.,])\d\d?(?:ORDINAL)(?!\w))
  | (?P<ordyear>(?<![\d.,])\d{4}(?:OF_YEARS)(?!\w))
  | (?P<shortyear>(?<!\w)['’]\d\d(?!\w))
  | (?P<roman>(?<!\w)[XVIХІ]{1,5}(?:e|ème|º)?(?!\w))
  | (?P<amount>[$€£¥₹#№]\s?\d[\d.,]*|\d[\d.,]*\s?[%€£°])
  | (?P<number>\d[\d.,]*(?<![.,]))
)"""
_ISO_TIME = r"T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
_DAY_DOT_MONTH = r"(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])"
_MODERN = (1700, 2099)
_ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}


def digits_pattern(words: Lexicon) -> str:
    """A verbose pattern with one named group for each class of digits, with the endings of a language."""
    of_years = tuple(ending for ending in words.ordinal_endings if ending != ".")
    endings = {"DECADE": words.decade_endings, "ORDINAL": words.ordinal_endings, "OF_YEARS": of_years}
    day_dot_month = _DAY_DOT_MONTH if "." in words.ordinal_endings else "(?!)"
    pattern = _PATTERN.replace("TIME", _ISO_TIME).replace("DAY_DOT_MONTH", day_dot_month)
    for name, forms in endings.items():
        pattern = pattern.replace(name, "|".join(re.escape(form).replace("'", "['’]") for form in forms) or "(?!)")
    return pattern


def class_of_digits(group: str, found: str, following: str) -> tuple[str, str]:
    """The class and the value of a match of the pattern.

    Args:
        group: the group that matched.
        found: what it matched.
        following: the next two characters of the text.
    """
    if group == "ordyear":
        return "year", found[:4]
    if group == "roman":
        return group, str(_from_roman(found))
    if group == "yearspan":
        return _class_of_span(found), found
    return (_class_of_number(found, following) if group == "number" else group), found


def _class_of_number(digits: str, following: str) -> str:
    """``day``, ``year``, ``roundyear`` or ``number``; ``amount`` for decimals and digits glued to letters."""
    if following[:1].isalpha() or following[:1] == "_" or not digits.isdigit() or len(digits) > 4:
        return "amount"
    number = int(digits)
    if len(digits) <= 2 and 1 <= number <= 31:
        return "day"
    if len(digits) == 4 and 1000 <= number <= 2199:
        likely = _MODERN[0] <= number <= _MODERN[1] and number % 50
        return "year" if likely or not following[1:].islower() else "roundyear"
    return "number"


def _class_of_span(found: str) -> str:
    """``yearspan`` for "1998-99" and "1999-00"; ``yearmonth`` for "1998-05"."""
    first, last = int(found[2:4]), int(found[-2:])
    return "yearspan" if last > first or (first, last) == (99, 0) else "yearmonth"


def _from_roman(numeral: str) -> int:
    """The number of a Roman numeral up to XXXIX, in Latin or Cyrillic letters."""
    values = [_ROMAN[letter] for letter in numeral if letter in _ROMAN]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
