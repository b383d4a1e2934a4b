"""A page's bytes to the fields of records."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from newsutils.reading.article import body_of
from newsutils.reading.dates import date_of
from newsutils.reading.encoding import decode
from newsutils.reading.feed import Entry, is_feed, read_feed
from newsutils.reading.linked_data import find_article
from newsutils.reading.markup import read_markup
from newsutils.reading.metadata import byline_of, host_of, lang_of, title_of, url_of
from newsutils.reading.published import published_of
from newsutils.record import record_id

_MARKUP = re.compile(
    r"\s{0,1000}<(?:!doctype\s|!--|\?xml|(?:html|head|body|title|meta|link|script|div|p|article|section|main|h1|table)[\s>])",
    re.IGNORECASE,
)


class Page(msgspec.Struct, frozen=True):
    """What a page says; what it does not say is left out. Dates are ISO 8601, `lang` is a BCP 47 tag."""

    id: str
    url: str | UnsetType = UNSET
    source: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    byline: str | UnsetType = UNSET
    published: str | UnsetType = UNSET
    retrieved: str | UnsetType = UNSET
    lang: str | UnsetType = UNSET
    text: str = ""


def read_page(data: bytes, name: str = "", content_type: str = "", url: str = "", retrieved: str = "") -> Page:
    """Read a text or an HTML page; its bytes say which it is.

    Args:
        data: the page as it came.
        name: what the page is called, such as its path: its source where it names no address.
        content_type: the HTTP header of that name, if there is one.
        url: where it came from, if that is known.
        retrieved: when it came, in ISO 8601.

    Raises:
        RecordError: the bytes are no text.
    """
    return _page(decode(data, content_type), name, content_type, url, retrieved)


def read_pages(
    data: bytes, name: str = "", content_type: str = "", url: str = "", retrieved: str = ""
) -> Sequence[Mapping[str, Any]]:
    """The records of a text, of an HTML page (one each) or of a feed (one an entry); see :func:`read_page`."""
    text = decode(data, content_type)
    if is_feed(text):
        pages = [_entry_page(entry, name, retrieved) for entry in read_feed(text)]
    else:
        pages = [_page(text, name, content_type, url, retrieved)]
    return [msgspec.to_builtins(page) for page in pages]


def read_html(html: str, url: str = "") -> dict[str, Any]:
    """The fields that an HTML page says, its address beside."""
    fields: dict[str, Any] = msgspec.to_builtins(_html_page(html, "", url, ""))
    return fields


def is_html(text: str, content_type: str = "") -> bool:
    """Does the text begin as HTML does, or is it said to be HTML?"""
    return "html" in content_type.lower() or bool(_MARKUP.match(text))


def _page(text: str, name: str, content_type: str, url: str, retrieved: str) -> Page:
    if is_html(text, content_type):
        return _html_page(text, name, url, retrieved)
    return Page(
        id=record_id({"url": url, "text": text}),
        url=url or UNSET,
        source=host_of(url) or name or UNSET,
        retrieved=retrieved or UNSET,
        text=text,
    )


def _html_page(html: str, name: str, url: str, retrieved: str) -> Page:
    markup = read_markup(html)
    article = find_article(markup.linked_data)
    url = url_of(markup, url)
    title, lang = title_of(markup, article), lang_of(markup)
    text = body_of(html, markup, article, title)
    return Page(
        id=record_id({"url": url, "text": text}),
        url=url or UNSET,
        source=host_of(url) or name or UNSET,
        title=title or UNSET,
        byline=byline_of(markup, article) or UNSET,
        published=published_of(markup, article, url, lang) or UNSET,
        retrieved=retrieved or UNSET,
        lang=lang or UNSET,
        text=text,
    )


def _entry_page(entry: Entry, name: str, retrieved: str) -> Page:
    return Page(
        id=record_id({"url": entry.url, "text": entry.text or entry.title}),
        url=entry.url or UNSET,
        source=host_of(entry.url) or name or UNSET,
        title=entry.title or UNSET,
        byline=entry.byline or UNSET,
        published=date_of(entry.published) or UNSET,
        retrieved=retrieved or UNSET,
        lang=entry.lang or UNSET,
        text=entry.text,
    )
