"""The body of an article: from its linked data where that is whole, else from the paragraphs of the page."""

import re
from collections.abc import Mapping
from typing import Any

from newsutils.reading.linked_data import text_of
from newsutils.reading.markup import Markup, Paragraph, read_markup

_WHOLE = 0.6
_TAG = re.compile(r"<(?:p|br|div|/p)\b[^<>]{0,500}>", re.IGNORECASE)


def body_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """The text of the article, its paragraphs separated by blank lines."""
    extracted = own_body(markup)
    stated = stated_body(article)
    return stated if "\n" in stated and len(stated) >= _WHOLE * len(extracted) else extracted


def stated_body(article: Mapping[str, Any]) -> str:
    """The ``articleBody`` of the linked data as paragraphs."""
    body = text_of(article.get("articleBody"))
    if _TAG.search(body):
        return "\n\n".join(paragraph.text for paragraph in read_markup(body).paragraphs)
    return re.sub(r"\s*\n\s*", "\n\n", body)


def own_body(markup: Markup) -> str:
    """The paragraphs inside the page's article elements, if those hold most of its running text; else all."""
    shown = [paragraph for paragraph in markup.paragraphs if not paragraph.surrounding]
    inside = [paragraph for paragraph in shown if paragraph.inside]
    chosen = inside if _prose(inside) >= _WHOLE * _prose(shown) else shown
    return "\n\n".join(paragraph.text for paragraph in chosen or markup.paragraphs)


def _prose(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs if len(paragraph.text) >= 80)
