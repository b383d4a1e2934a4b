"""The tags and texts of HTML in one linear pass (after the tokenizer of the HTML Living Standard, simplified).

The standard library's tokenizer takes quadratic time over unclosed tags; here each construct that is not closed ends
with the page, as the standard says.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Elements whose content is text up to their end tag.
_RAW = frozenset(("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"))
_OPEN = re.compile(r"<(?:(?P<comment>!--)|[!?]|(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]{0,60}))")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s=>/"'][^\s=>/]*|["'])(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_LONG_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")


class Text(NamedTuple):
    """Text between tags, its character references resolved."""

    text: str


class Start(NamedTuple):
    """A start tag; of attributes with one name the first counts."""

    name: str
    attributes: dict[str, str]


class End(NamedTuple):
    """An end tag."""

    name: str


Token = Text | Start | End


def tokens_of(html: str) -> Iterator[Token]:
    """The tokens of a page in order; comments and declarations are left out."""
    at, length = 0, len(html)
    while at < length:
        tag = _OPEN.search(html, at)
        start = tag.start() if tag else length
        if start > at:
            yield Text(resolved(html[at:start]))
        if tag is None:
            return
        if not tag["name"]:
            at = _after(html, "-->" if tag["comment"] else ">", tag.end())
            continue
        name = tag["name"].lower()
        attributes, at = _attributes(html, tag.end())
        if at < 0:
            return
        if tag["end"]:
            yield End(name)
            continue
        yield Start(name, attributes)
        if name in _RAW:
            start, at = at, _end_of_raw(html, name, at)
            yield Text(resolved(html[start:at]) if name in ("title", "textarea") else html[start:at])


def resolved(text: str) -> str:
    """Text with its character references resolved."""
    return unescape(_LONG_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def _after(html: str, end: str, at: int) -> int:
    found = html.find(end, at)
    return found + len(end) if found >= 0 else len(html)


def _end_of_raw(html: str, name: str, at: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
    return found.start() if found else len(html)


def _attributes(html: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag and the place after it, -1 if the page ends inside."""
    found: dict[str, str] = {}
    while (attribute := _ATTRIBUTE.match(html, at)) is not None:
        name, value = attribute.groups()
        found.setdefault(name.lower(), resolved((value or "").strip("\"'")))
        at = attribute.end()
    end = html.find(">", at)
    return found, end + 1 if end >= 0 else -1
