"""When a page was published: what it states, else what its address says, else the date that a reader sees on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newsutils.reading.dates import date_of
from newsutils.reading.linked_data import text_of
from newsutils.reading.markup import Markup, Paragraph

# Names of properties by their letters alone: "article:published_time" and "article:published:time" are one.
_PROPERTIES = (
    "articlepublishedtime", "ogpublishedtime", "datepublished", "articledatepublished", "date", "dcdate",
    "dcdateissued", "dctermsdate", "dctermsissued", "dctermscreated", "dcdatecreated", "parselypubdate", "sailthrudate",
    "pubdate", "publishdate", "publisheddate", "publicationdate", "publishedat", "publishedtime", "articlepublished",
    "articlepublicationdate", "articlecreated", "datecreated", "created", "originalpublicationdate",
    "cxensepublishtime", "cxenseparsepublishtime", "displaydate", "ptime", "lastmodified",
)  # fmt: skip
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")
_LOOKS_LIKE_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\d?[./]\d\d?[./]\d\d")
_LONGEST_DATE_LINE = 120
_MOST_LINES = 12


def published_of(markup: Markup, article: Mapping[str, Any], url: str, lang: str) -> str:
    """When the page was published, in ISO 8601: a date, or a date and a time; empty if it does not say.

    Args:
        markup: the page.
        article: its linked data.
        url: its address.
        lang: its language, a BCP 47 tag.
    """
    by_name = {_letters(name): value for name, value in reversed(markup.meta.items())}
    stated: Iterable[str] = (
        text_of(article.get("datePublished")),
        *(by_name.get(name, "") for name in _PROPERTIES),
        *markup.times[:3],
        text_of(article.get("dateCreated")),
    )
    found = next(filter(None, map(date_of, stated)), "")
    return found or _in_address(url) or _visible(markup.paragraphs, lang)


def _in_address(url: str) -> str:
    day = _IN_ADDRESS.search(url)
    return "-".join(day.groups()) if day else ""


def _visible(paragraphs: Sequence[Paragraph], lang: str) -> str:
    """The day that a short line states: first one in an element that is called after dates; empty if none does."""
    short = [one for one in paragraphs if len(one.text) <= _LONGEST_DATE_LINE and _LOOKS_LIKE_DATE.search(one.text)]
    named = [one for one in short if any("date" in element.kinds for element in one.elements[-3:])]
    from newsutils.dates.base import stated_day  # few pages do not name their day where machines read it

    lines = (one.text for one in (*named[:_MOST_LINES], *short[:_MOST_LINES]))
    return stated_day(lines, lang.partition("-")[0].lower()) or ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.lower()))
