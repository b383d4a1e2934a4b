"""A page's bytes to the fields of a record."""

import re

import msgspec
from msgspec import UNSET, UnsetType

from newsutils.reading.article import body_of
from newsutils.reading.encoding import decode
from newsutils.reading.linked_data import find_article
from newsutils.reading.markup import read_markup
from newsutils.reading.metadata import byline_of, host_of, lang_of, published_of, title_of, url_of
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
    lang: str | UnsetType = UNSET
    text: str = ""


def read_page(data: bytes, name: str = "", content_type: str = "") -> Page:
    """Read a text or an HTML page; its bytes say which it is.

    Args:
        data: the page as it came.
        name: what the page is called, such as its path: its source where it names no address.
        content_type: the HTTP header of that name, if there is one.

    Raises:
        RecordError: the bytes are no text.
    """
    text = decode(data, content_type)
    if not is_html(text, content_type):
        return Page(id=record_id({"text": text}), source=name or UNSET, text=text)
    return _html_page(text, name)


def is_html(text: str, content_type: str = "") -> bool:
    """Does the text begin as HTML does, or is it said to be HTML?"""
    return "html" in content_type.lower() or bool(_MARKUP.match(text))


def _html_page(html: str, name: str) -> Page:
    markup = read_markup(html)
    article = find_article(markup.linked_data)
    url = url_of(markup)
    title = title_of(markup, article)
    text = body_of(html, markup, article, title)
    return Page(
        id=record_id({"url": url, "text": text}),
        url=url or UNSET,
        source=host_of(url) or name or UNSET,
        title=title or UNSET,
        byline=byline_of(markup, article) or UNSET,
        published=published_of(markup, article) or UNSET,
        lang=lang_of(markup) or UNSET,
        text=text,
    )
