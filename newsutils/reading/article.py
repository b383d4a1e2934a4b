"""The body of an article: from its linked data where that is whole, else extracted from the page.

What extracts is trafilatura (A. Barbaresi, ACL 2021) where it is installed (the extra ``html``), else the paragraphs of
the page's article elements. Either leaves some furniture, which the line model of `newsutils.cleaning` takes off.
"""

import logging
import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from newsutils.cleaning.edits import apply
from newsutils.cleaning.furniture import Level, furniture_edits
from newsutils.reading.linked_data import text_of
from newsutils.reading.markup import Markup, Paragraph, read_markup

_WHOLE = 0.6
_PROSE = 80
_TAG = re.compile(r"<(?:p|br|div|/p)\b[^<>]{0,500}>", re.IGNORECASE)
_GAP = re.compile(r"[ \t]*\n\s*")


def body_of(html: str, markup: Markup, article: Mapping[str, Any], title: str) -> str:
    """The text of the article without its headline, its paragraphs separated by blank lines."""
    extracted = trafilatura_body(html)
    level: Level = "normal" if extracted else "strict"
    extracted = extracted or own_body(markup)
    stated = stated_body(article)
    body = stated if "\n" in stated and len(stated) >= _WHOLE * len(extracted) else extracted
    body = _without_headline(body, title)
    return apply(body, furniture_edits(body, title=title, level=level))[0].strip()


def trafilatura_body(html: str) -> str:
    """What trafilatura takes for the article; empty if it is not installed, finds nothing or fails."""
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        extracted = trafilatura.extract(html, include_comments=False) or ""
    except Exception:  # One page that a parser cannot take is read by our own means
        return ""
    return _GAP.sub("\n\n", extracted)


def stated_body(article: Mapping[str, Any]) -> str:
    """The ``articleBody`` of the linked data as paragraphs."""
    body = text_of(article.get("articleBody"))
    if _TAG.search(body):
        return "\n\n".join(paragraph.text for paragraph in read_markup(body).paragraphs)
    return _GAP.sub("\n\n", body)


def own_body(markup: Markup) -> str:
    """The paragraphs inside the page's article elements, if those hold most of its running text; else all."""
    shown = [paragraph for paragraph in markup.paragraphs if not paragraph.surrounding]
    inside = [paragraph for paragraph in shown if paragraph.inside]
    chosen = inside if _prose(inside) >= _WHOLE * _prose(shown) else shown
    return "\n\n".join(paragraph.text for paragraph in chosen or markup.paragraphs)


def _prose(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs if len(paragraph.text) >= _PROSE)


def _without_headline(body: str, title: str) -> str:
    """The body without the paragraphs that are the headline again; the body itself if it is nothing else."""
    kept = [paragraph for paragraph in body.split("\n\n") if " ".join(paragraph.split()) != title]
    return "\n\n".join(kept) or body
