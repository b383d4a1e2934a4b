"""Dates in digits, read by dateparser, which knows the order of day and month in each language."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_CACHE_SIZE = 4096


@lru_cache(maxsize=_CACHE_SIZE)
def parse_numeric(found: str, lang: str) -> date | None:
    """The day of a date in digits such as "1999-04-02" or "2/4/99"; None where dateparser finds no day.

    Args:
        found: the date and nothing else.
        lang: primary language subtag; "" is read as English.
    """
    data = _parser(lang or "en", "." in found).get_date_data(found)
    return data.date_obj.date() if data.date_obj and data.period in ("day", "time") else None


@lru_cache(maxsize=_CACHE_SIZE)
def parse_written(found: str, lang: str) -> date | None:
    """The day, or the first day of the month, of a date such as "2013年5月3日"; None where dateparser finds none.

    Args:
        found: the date with its year and nothing else.
        lang: primary language subtag; the characters tell Korean, and Chinese from languages that do not write so.
    """
    from dateparser.date import DateDataParser

    written = found.replace("년", "年").replace("월", "月").replace("일", "日").replace(" ", "")
    parser = DateDataParser(languages=["ja" if lang == "ja" else "zh"], settings={"PREFER_DAY_OF_MONTH": "first"})
    data = parser.get_date_data(written)
    return data.date_obj.date() if data.date_obj else None


@lru_cache(maxsize=64)
def _parser(lang: str, dotted: bool) -> "DateDataParser":
    """A parser for whole dates in one language; with full stops the day stands first in every language."""
    from dateparser.date import DateDataParser

    settings: dict[str, object] = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    if dotted:
        settings["DATE_ORDER"] = "DMY"
    return DateDataParser(languages=[lang], settings=settings)
