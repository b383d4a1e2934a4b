"""The entries of a feed: RSS 0.9 to 2.0 and Atom (RFC 4287), read in one linear pass that forgives broken XML."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsutils.reading.markup import read_markup
from newsutils.reading.tokens import resolved

_LONGEST_HEAD = 4000
_ROOT = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_HTML = re.compile(r"<(?:html|body|head|!doctype\s+html)[\s>]", re.IGNORECASE)
_MARK = re.compile(r"<!\[CDATA\[|<(/?)([A-Za-z][\w:.-]{0,40})((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_ATTRIBUTE = re.compile(r"([\w:.-]{1,40})\s{0,9}=\s{0,9}(\"[^\"]*\"|'[^']*')")
_CDATA = re.compile(r"\s*<!\[CDATA\[(.*?)\]\]>\s*\Z", re.DOTALL)
_MAIL_AND_NAME = re.compile(r"\s*\S+@\S+\s+\((.+)\)\s*\Z")
_ENTRIES = ("item", "entry")
_TEXTS = ("content:encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "dc:date", "dcterms:created", "issued", "updated")


class Entry(NamedTuple):
    """One entry; what it does not say is empty. `published` is as the feed writes it, `text` has paragraphs."""

    url: str
    title: str
    byline: str
    published: str
    lang: str
    text: str


class _Element(NamedTuple):
    name: str
    attributes: dict[str, str]
    content: str


def is_feed(text: str) -> bool:
    """Does the text begin as a feed does?"""
    head = text[:_LONGEST_HEAD]
    root = _ROOT.search(head)
    return root is not None and head.lstrip("\ufeff \t\r\n").startswith("<") and not _HTML.search(head, 0, root.start())


def read_feed(text: str) -> list[Entry]:
    """The entries of a feed, in its order."""
    head = text[
        : next((found.start() for found in re.finditer(r"<(?:item|entry)[\s>]", text, re.IGNORECASE)), len(text))
    ]
    lang = _language(head)
    return [_entry(element.content, lang) for element in _elements(text, frozenset(_ENTRIES))]


def _language(head: str) -> str:
    stated = re.search(r"<(?:dc:)?language>\s{0,99}([\w-]{2,20})|\sxml:lang\s{0,9}=\s{0,9}[\"']([\w-]{2,20})", head)
    return next(filter(None, stated.groups()), "") if stated else ""


def _entry(xml: str, lang: str) -> Entry:
    names = frozenset(("title", "link", "guid", "id", "author", "dc:creator", *_TEXTS, *_DATES))
    found: dict[str, list[_Element]] = {}
    for element in _elements(xml, names):
        found.setdefault(element.name, []).append(element)

    def first(*wanted: str) -> str:
        return next((text for name in wanted for one in found.get(name, ()) if (text := _plain(one))), "")

    bodies = (_paragraphs(one) for name in _TEXTS for one in found.get(name, ()))
    return Entry(
        url=_address(found),
        title=first("title"),
        byline=", ".join(
            dict.fromkeys(filter(None, map(_name, (*found.get("dc:creator", ()), *found.get("author", ())))))
        ),
        published=first(*_DATES),
        lang=lang,
        text=max(bodies, key=len, default=""),
    )


def _elements(xml: str, names: frozenset[str]) -> Iterator[_Element]:
    """The outermost elements of these names; one that is not closed ends where the next of its name begins."""
    name, attributes, start, at = "", {}, 0, 0  # type: str, dict[str, str], int, int
    while (mark := _MARK.search(xml, at)) is not None:
        at = mark.end()
        found = (mark[2] or "").lower()
        if not found:
            end = xml.find("]]>", at)
            at = end + 3 if end >= 0 else len(xml)
        elif found == name or (not name and found in names and not mark[1]):
            if name:
                yield _Element(name, attributes, xml[start : mark.start()])
            name, attributes, start = "" if mark[1] else found, _attributes(mark[3]), at
            if mark[3].endswith("/") and name:
                yield _Element(name, attributes, "")
                name = ""
    if name:
        yield _Element(name, attributes, xml[start:])


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): resolved(value[1:-1]) for name, value in _ATTRIBUTE.findall(text)}


def _markup(element: _Element) -> str:
    """The content as HTML."""
    if element.attributes.get("type", "") == "xhtml":
        return element.content
    data = _CDATA.match(element.content)
    return data[1] if data else resolved(element.content)


def _plain(element: _Element) -> str:
    """The content as one line of text."""
    return " ".join(" ".join(paragraph.text for paragraph in read_markup(f"<p>{_markup(element)}").paragraphs).split())


def _paragraphs(element: _Element) -> str:
    if element.attributes.get("type", "") == "text":
        return resolved(element.content).strip()
    return "\n\n".join(paragraph.text for paragraph in read_markup(f"<div>{_markup(element)}").paragraphs)


def _name(element: _Element) -> str:
    """The name of a person: of ``<author><name>``, or in ``mail@host (Name)``."""
    inner = next(_elements(element.content, frozenset(("name",))), element)
    plain = _plain(inner)
    mail = _MAIL_AND_NAME.match(plain)
    return mail[1] if mail else "" if "@" in plain else plain


def _address(found: dict[str, list[_Element]]) -> str:
    """The entry's own address: its link, or its identifier if that is one."""
    links = found.get("link", [])
    own = [
        one.attributes["href"]
        for one in links
        if one.attributes.get("rel", "alternate") == "alternate" and "href" in one.attributes
    ]
    texts = [_plain(one) for name in ("link", "guid", "id") for one in found.get(name, ())]
    return next((url.strip() for url in (*own, *texts) if url.strip().startswith(("http://", "https://"))), "")
