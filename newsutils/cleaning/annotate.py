"""Clean the text of a record: the work of `newsutils clean`."""

from collections.abc import Callable, Collection, Container, Mapping
from functools import partial
from typing import Any, TypedDict

import msgspec

from newsutils.cleaning.cleaner import Cleaned, Removed, Step, clean
from newsutils.cleaning.furniture import Level
from newsutils.language.choose import language_of
from newsutils.record import RecordError, text_field

SPANS = ("sentences", "places", "numbers", "dates")
"""Fields whose spans would no longer be true if the text changed."""


class Gone(msgspec.Struct, frozen=True, omit_defaults=True):
    """Text that `clean` took out; `start` and `end` are its place in `raw_text`, where that is kept."""

    reason: str
    text: str
    start: int | msgspec.UnsetType = msgspec.UNSET
    end: int | msgspec.UnsetType = msgspec.UNSET


class Added(TypedDict, total=False):
    """What `clean` changes and adds. `title`, `dateline`, `byline` and `published` only where the record has none."""

    text: str
    """The article."""
    title: str
    """The headline."""
    dateline: str
    """Where, when and by which agency the story was filed, as it says itself."""
    byline: str
    """The author, as the page names them."""
    published: str
    """The day that a line beside the headline states, in ISO 8601."""
    removed: list[Gone]
    """What went, in the order of the page, and why."""
    kept_ratio: float
    """The share of the page's characters, blanks aside, that stand in `text`."""
    raw_text: str
    """The text as it was."""
    alignment: list[tuple[int, int, int]]
    """Stretches of `text` and where they stood: start in `text`, start in `raw_text`, length."""


def annotator(
    *,
    level: Level = "normal",
    skip: Collection[Step] = (),
    keep_raw: bool = False,
    lang: str | None = None,
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's clean text and what was taken from it.

    Args:
        level: how much doubt a line needs to be taken for furniture.
        skip: steps to leave out.
        keep_raw: keep the raw text and the alignment of the clean one with it.
        lang: the language of records that name none.
    """
    return partial(cleaned_fields, level=level, skip=skip, keep_raw=keep_raw, lang=lang)


def cleaned_fields(
    record: Mapping[str, Any],
    *,
    level: Level,
    skip: Collection[Step],
    keep_raw: bool,
    lang: str | None,
    repeated: Container[str] = (),
) -> dict[str, Any]:
    """The clean text of one record and what was taken from it; `repeated` are known lines of its source's furniture.

    Raises:
        RecordError: there is no text, or the record carries spans over a text that would change.
    """
    text, title, published = text_field(record), _optional(record, "title"), _optional(record, "published")
    language = language_of(record, lang, text)
    cleaned = clean(text, title=title, published=published, lang=language, level=level, skip=skip, repeated=repeated)
    carried = [name for name in SPANS if name in record]
    if carried and cleaned.text != text:
        raise RecordError(f"the record carries {carried[0]!r} over a text that cleaning would change")
    return _fields(record, text, cleaned, keep_raw)


def _optional(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value else None


def _fields(record: Mapping[str, Any], raw: str, cleaned: Cleaned, keep_raw: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {"text": cleaned.text}
    for name in ("title", "dateline", "byline", "published"):
        found = getattr(cleaned, name)
        if found and not record.get(name):
            fields[name] = found
    fields["removed"] = [_gone(removed, keep_raw) for removed in cleaned.removed]
    fields["kept_ratio"] = cleaned.kept_ratio
    if keep_raw:
        fields["raw_text"] = raw
        fields["alignment"] = [tuple(run) for run in cleaned.alignment.runs]
    return fields


def _gone(removed: Removed, placed: bool) -> Gone:
    if placed:
        return Gone(removed.reason, removed.text, removed.start, removed.end)
    return Gone(removed.reason, removed.text)
