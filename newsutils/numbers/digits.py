"""Digits with separators to exact values, by the habits of a language.

English and Hindi write 1,234.5 (Hindi also 12,34,567), most of Europe 1.234,5 or 1 234,5, Switzerland 1'234.5, Arabic
١٬٢٣٤٫٥. A string that fits only another habit than that of its language is read by the other one.
"""

import re
from decimal import Decimal
from typing import NamedTuple

LONGEST = 40
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}")


class Digits(NamedTuple):
    """An exact value, and whether its three decimals may as well be thousands (1.234)."""

    value: int | Decimal
    ambiguous: bool = False


def read_digits(token: str, decimal: str) -> Digits | None:
    """The value of a run of digits with separators.

    Args:
        token: digits of any script with ``. , ' ٫ ٬`` between them.
        decimal: the decimal mark of the language, "." or ",".

    Returns:
        Digits | None: None where the separators make no number, as in 192.168.1.2, and for more than 40 characters.
    """
    if len(token) > LONGEST:
        return None
    if token.isdecimal():
        return Digits(int(token))
    if "٫" in token or "٬" in token:
        return _read(token, "٫", "٬")
    token = token.replace("’", "'")
    if "'" in token:
        return _read(token, decimal, "'")
    other = "," if decimal == "." else "."
    return _read(token, decimal, other) or _read(token, other, decimal)


def _read(token: str, decimal: str, group: str) -> Digits | None:
    whole, mark, fraction = token.partition(decimal)
    if mark and not fraction.isdecimal():
        return None
    if whole.isdecimal():
        return Digits(_value(whole, fraction), ambiguous=len(fraction) == 3 and len(whole) <= 3 and int(whole) > 0)
    if not _GROUPED.fullmatch(whole.replace(group, ",") if "," not in whole or group == "," else ""):
        return None
    return Digits(_value(whole.replace(group, ""), fraction))


def _value(whole: str, fraction: str) -> int | Decimal:
    """Exact, whatever the script of the digits is: Decimal and int read them all."""
    return Decimal(f"{whole}.{fraction}") if fraction else int(whole)
