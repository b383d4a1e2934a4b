"""Dates of a text: its expressions, each resolved in the light of what was said before."""

from collections.abc import Iterator
from datetime import date

import msgspec

from newsutils.dates.expressions import Expression, find_expressions
from newsutils.dates.lists import split_list
from newsutils.dates.meaning import Context, Meaning
from newsutils.dates.parts import Parts
from newsutils.dates.periods import Period, whole_year
from newsutils.dates.resolve import resolve


class Date(msgspec.Struct, frozen=True):
    """A date expression: where it stands, what it means, and which days it covers.

    Attributes:
        start: first code point.
        end: the code point after the last.
        text: the expression as it stands.
        type: "date", "time", "duration" or "set".
        value: as in TIMEX3, "1999-04", "1999-W14", "199X", "P3D"; null for a relative date without a base.
        grain: what the words distinguish: "day", "week", "month", "quarter", "year" ...
        first: the first calendar day covered, ISO 8601; null where the expression names none.
        last: the last one.
        mod: "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN" or null.
        field: the field of the record, where that is not "text".
        sentence: the index of the sentence in which the expression starts, where sentences are known.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None
    grain: str
    first: str | None
    last: str | None
    mod: str | None
    field: str | msgspec.UnsetType = msgspec.UNSET
    sentence: int | msgspec.UnsetType = msgspec.UNSET


def extract_dates(text: str, lang: str = "", *, published: str | None = None) -> list[Date]:
    """Find the dates of a text and put them on the calendar.

    Args:
        text: any text.
        lang: its primary language subtag, "" for unknown.
        published: the day of publication, ISO 8601, from which "yesterday" and "last week" count. Without it relative
            dates get the value None.

    Returns:
        The dates in order, without overlap; ``text[date.start:date.end] == date.text``.

    Raises:
        ValueError: ``published`` does not begin with a day of the calendar.
    """
    base = date.fromisoformat(published[:10]) if published else None
    return list(_resolved(text, lang, base))


def _resolved(text: str, lang: str, base: date | None) -> Iterator[Date]:
    spoken: dict[str, Period] = {}
    for whole in find_expressions(text, lang):
        for found in split_list(whole):
            meaning = resolve(found, Context(text, whole.start, whole.end, lang, base, spoken))
            if meaning:
                _remember(meaning, spoken)
                yield _date(text, found, meaning)


def _remember(meaning: Meaning, spoken: dict[str, Period]) -> None:
    if meaning.value and meaning.first and meaning.last:
        period = Period(meaning.value, meaning.grain, meaning.first, meaning.last)
        spoken |= {meaning.grain: period, "last": period, "year": whole_year(meaning.first.year)}


def _date(text: str, found: Expression, meaning: Meaning) -> Date:
    return Date(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        type=meaning.type,
        value=meaning.value,
        grain=meaning.grain,
        first=meaning.first.isoformat() if meaning.first else None,
        last=meaning.last.isoformat() if meaning.last else None,
        mod=Parts(found.tokens).mod,
    )
