"""Dates as pages and feeds write them, to ISO 8601."""

import re
from email.utils import parsedate_tz

_STAMP = re.compile(
    r"(?P<day>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d{1,9})? ?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
# Day before month where dots part them, year first where slashes do so, as in all countries that write them like that.
_DOTTED = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
_SLASHED = re.compile(r"((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?!\d)")
_MAIL = re.compile(
    r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3,9} \d{2,4}(?: \d\d:\d\d|\Z)|[A-Za-z]{3} [A-Za-z]{3} \d\d \d\d:\d\d"
)
_ZONE = re.compile(r"(?:[+-]\d{4}|[A-Z]{1,4})\)?\Z")


def date_of(text: str) -> str:
    """The date or time that a text begins with, in ISO 8601: written so, as in mail, or in figures; empty if none."""
    text = text.strip()
    return iso_date(text) or _mail_date(text) or _in_figures(text)


def iso_date(text: str) -> str:
    """The ISO 8601 date or time that a text begins with, in its extended form; empty if there is none."""
    stamp = _STAMP.match(text.strip())
    if stamp is None:
        compact = _COMPACT.match(text.strip())
        return "-".join(compact.groups()) if compact else ""
    if not stamp["time"]:
        return stamp["day"]
    zone = stamp["zone"] or ""
    return f"{stamp['day']}T{stamp['time']}{zone[:3] + ':' + zone[-2:] if len(zone) > 1 else zone}"


def _mail_date(text: str) -> str:
    """A date such as ``Mon, 03 May 2021 08:15:00 +0100`` (RFC 5322), or the like that feeds have."""
    parsed = parsedate_tz(text if ":" in text else f"{text} 00:00") if _MAIL.match(text) else None
    if parsed is None:
        return ""
    year, month, day, hour, minute, second, *_, offset = parsed
    date = iso_date(f"{year:04d}-{month:02d}-{day:02d}")
    if not date or ":" not in text or not (hour < 24 and minute < 60 and second < 60):
        return date
    zone = _zone(offset) if _ZONE.search(text) else ""
    return f"{date}T{hour:02d}:{minute:02d}:{second:02d}{zone}"


def _zone(offset: int | None) -> str:
    if offset is None or abs(offset) >= 86400:
        return ""
    sign, minutes = "-" if offset < 0 else "+", abs(offset) // 60
    return f"{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def _in_figures(text: str) -> str:
    dotted, slashed = _DOTTED.match(text), _SLASHED.match(text)
    year, month, day = reversed(dotted.groups()) if dotted else slashed.groups() if slashed else ("", "", "")
    return f"{year}-{int(month):02d}-{int(day):02d}" if year else ""
