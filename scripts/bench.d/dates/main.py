"""Extractors of dates beside ours: F1 of days, months and years on gold, and CPU time in one run.

Gold is JSON Lines with `text`, `lang`, `published` and `dates`, each with offsets, a TIMEX3 `type` and a `value`. Only
what names a day, a month or a year of the calendar counts; what stands on other time expressions of the gold neither
helps nor hurts. A value is right if it is so at the grain of the gold. Peers that give no offsets are found again in
the text one after the other. The peers are installed into an environment of their own, made on the first run in the
user's cache folder.
"""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from peers import compare, sample

# Recognizers-Text imports a name that newer versions of emoji have no more.
PACKAGES = ["datefinder", "dateparser", "emoji<2", "msgspec", "parsedatetime", "recognizers-text-date-time"]
YARDSTICK = "search_dates"
WHOLE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


class Found(NamedTuple):
    """A date: where it stands, and its day, month or year in ISO 8601."""

    start: int
    end: int
    value: str


Extractor = Callable[[str, str, datetime], Iterable[Found]]
"""Language, text and day of publication to the dates in it."""


def ours() -> Extractor:
    """Our dates."""
    from newsutils.dates import extract_dates

    def extract(lang: str, text: str, day: datetime) -> Iterable[Found]:
        for one in extract_dates(text, lang, published=day.date().isoformat()):
            yield Found(one.start, one.end, one.value or "")

    return extract


def search_dates() -> Extractor:
    """The dates of dateparser's search, told the language and the day of publication."""
    from dateparser.search import search_dates as search

    def extract(lang: str, text: str, day: datetime) -> Iterable[Found]:
        settings = {"RELATIVE_BASE": day, "PREFER_DATES_FROM": "past"}
        return placed(text, search(text, languages=[lang], settings=settings) or ())

    return extract


def datefinder() -> Extractor:
    """The dates of datefinder."""
    from datefinder import find_dates

    def extract(_: str, text: str, day: datetime) -> Iterable[Found]:
        for when, (start, end) in find_dates(text, index=True, base_date=day):
            yield Found(start, end, when.date().isoformat())

    return extract


def parsedatetime() -> Extractor:
    """The dates of parsedatetime."""
    from parsedatetime import Calendar

    calendar = Calendar()

    def extract(_: str, text: str, day: datetime) -> Iterable[Found]:
        for when, _, start, end, _ in calendar.nlp(text, sourceTime=day) or ():
            yield Found(start, end, when.date().isoformat())

    return extract


def recognizers() -> Extractor:
    """The dates of Recognizers-Text: the value in the past where it gives two."""
    from recognizers_date_time import recognize_datetime

    cultures = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "de": "de-de", "it": "it-it", "pt": "pt-br"}

    def extract(lang: str, text: str, day: datetime) -> Iterable[Found]:
        for one in recognize_datetime(text, cultures.get(lang, "en-us"), reference=day):
            values = (one.resolution or {}).get("values") or [{}]
            written = values[0].get("timex", "")
            told = values[0].get("value") or values[0].get("start") or ""
            yield Found(one.start, one.end + 1, written if WHOLE.match(written) else told)

    return extract


PEERS = (ours, search_dates, datefinder, parsedatetime, recognizers)


def placed(text: str, found: Iterable[tuple[str, datetime]]) -> Iterator[Found]:
    """Where strings stand in a text, each after the one before."""
    position = 0
    for written, when in found:
        start = text.find(written, position)
        if start >= 0:
            position = start + len(written)
            yield Found(start, position, when.date().isoformat())


def told(extract: Extractor, record: dict[str, Any]) -> list[Found]:
    """What an extractor says of a text; nothing where it fails."""
    day = datetime.fromisoformat((record.get("published") or record["ref"])[:10])
    try:
        return list(extract(record.get("lang", "en"), record["text"], day))
    except Exception:
        return []


def score(record: dict[str, Any], found: list[Found]) -> tuple[int, int, int]:
    """Dates right, dates said and dates wanted in one text."""
    wanted = [one for one in record["dates"] if one["type"].upper() == "DATE" and WHOLE.match(str(one["value"]))]
    others = [one for one in record["dates"] if one not in wanted]
    left = [one for one in found if overlapping(one, wanted) or not overlapping(one, others)]
    said, right = len(left), 0
    for one in wanted:
        match = next((other for other in left if overlapping(other, [one])), None)
        if match:
            left.remove(match)
            right += match.value[: len(one["value"])] == one["value"]
    return right, said, len(wanted)


def overlapping(found: Found, others: Iterable[dict[str, Any]]) -> bool:
    """Whether a date shares a character with one of others."""
    return any(found.start < other["end"] and other["start"] < found.end for other in others)


def measure(extract: Extractor, records: list[dict[str, Any]], sample: int) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of values in per cent, and CPU seconds per million characters of the first records."""
    right = said = wanted = length = 0
    spent = 0.0
    for one in records:
        began = time.process_time()
        found = told(extract, one)
        if length < sample:
            spent += time.process_time() - began
            length += len(one["text"])
        right, said, wanted = map(sum, zip((right, said, wanted), score(one, found), strict=True))
    f1 = 200 * right / max(1, said + wanted)
    return 100 * right / max(1, said), 100 * right / max(1, wanted), f1, spent * 1_000_000 / max(1, length)


def report(paths: list[Path], sample: int) -> None:
    """Print a table for each gold file."""
    extractors = {peer.__name__: peer() for peer in PEERS}
    for path in paths:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        told(extractors["ours"], records[0])  # the grammar is compiled once for all texts
        figures = {name: measure(extract, records, sample) for name, extract in extractors.items()}
        print(f"{path.stem:<20} precision  recall     F1  CPU s/MB  times {YARDSTICK}")
        for name, (precision, recall, f1, seconds) in figures.items():
            ratio = seconds / max(1e-9, figures[YARDSTICK][3])
            print(f"{name:<20} {precision:>9.1f} {recall:>7.1f} {f1:>6.1f} {seconds:>9.3f} {ratio:>10.3f}")
        print(flush=True)


compare(
    "dates",
    __doc__,
    PACKAGES,
    report,
    options=[sample(100_000)],
)
