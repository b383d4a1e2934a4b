"""The article that a page describes in JSON-LD (schema.org ``Article`` and its kinds), where the JSON is whole."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsutils.reading.tokens import resolved

_DEEPEST = 8


def find_article(texts: Sequence[str]) -> dict[str, Any]:
    """The first object whose type names an article or a posting; empty if there is none."""
    found = [item for text in texts for item in _objects(_load(text)) if _is_article(item)]
    return max(found, key=lambda item: bool(item.get("headline")) + bool(item.get("datePublished")), default={})


def text_of(value: Any) -> str:
    """A JSON value as plain text: a string without character references, else nothing."""
    return resolved(value).strip() if isinstance(value, str) else ""


def names_of(value: Any) -> list[str]:
    """The names of one or several persons or organisations."""
    if isinstance(value, list):
        return [name for item in value[:20] for name in names_of(item)]
    name = text_of(value.get("name")) if isinstance(value, dict) else text_of(value)
    return [name] if name and not name.startswith("http") else []


def _load(text: str) -> Any:
    try:
        return json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects in a value, in lists and in ``@graph`` and ``mainEntity`` too."""
    if depth > _DEEPEST:
        return
    inner: Iterable[Any] = ()
    if isinstance(value, list):
        inner = value
    elif isinstance(value, dict):
        yield value
        inner = (value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage"))
    for item in inner:
        yield from _objects(item, depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and kind.rpartition("/")[2].endswith(("Article", "Posting", "Report"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
