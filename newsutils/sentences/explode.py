"""Make a record of each sentence, with the annotations that lie inside it."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from newsutils.language.choose import language_of
from newsutils.record import RecordError, record_id, text_field
from newsutils.sentences.sentence import Sentence, split_sentences

CONTEXT = ("url", "source", "title", "byline", "dateline", "published", "retrieved", "lang")
"""The fields of a document that hold for each of its sentences."""

SPANS = ("places", "numbers", "dates")
"""The fields whose entries lie over the text; they move into the sentence that holds them."""


def exploder(
    *,
    fields: Sequence[str] = ("text",),
    lang: str | None = None,
    with_text: bool = True,  # noqa: ARG001  a record of a sentence always has its text
    explain: bool = False,
) -> Callable[[Mapping[str, Any]], list[dict[str, Any]]]:
    """The function that makes a list of records of one: each sentence with `id`, `parent`, `start`, `end` and `text`.

    The id is that of the parent with the number of the sentence, from 1. Fields in `CONTEXT` are copied. An entry of
    `SPANS` moves into the sentence that holds the whole of it, its offsets counted from there.

    Args:
        fields: what to split; sentences of a field other than "text" carry its name as `field`.
        lang: the language of records that name none.
        with_text: taken for likeness with `annotator`.
        explain: give each sentence the name of the rule that made its end, as `rule`.
    """

    def explode(record: Mapping[str, Any]) -> list[dict[str, Any]]:
        parent = record_id(record)
        context = {name: record[name] for name in CONTEXT if name in record and name not in fields}
        parts = (part for field in fields for part in _parts(record, field, lang, explain))
        return [
            {"id": f"{parent}.{number}", "parent": parent, **context, **part} for number, part in enumerate(parts, 1)
        ]

    return explode


def _parts(record: Mapping[str, Any], field: str, lang: str | None, explain: bool) -> Iterator[dict[str, Any]]:
    text = text_field(record, field)
    sentences = split_sentences(text, language_of(record, lang, text), explain=explain)
    spans = {name: _spans_of(record, name, field) for name in SPANS if name in record}
    for sentence in sentences:
        part: dict[str, Any] = {"start": sentence.start, "end": sentence.end}
        if field != "text":
            part["field"] = field
        if explain:
            part["rule"] = sentence.rule
        part["text"] = text[sentence.start : sentence.end]
        yield part | {name: _moved(found, sentence) for name, found in spans.items()}


def _spans_of(record: Mapping[str, Any], name: str, field: str) -> list[dict[str, Any]]:
    """The entries of a field of spans that lie over one text, in order."""
    try:
        return sorted((one for one in record[name] if one.get("field", "text") == field), key=lambda one: one["start"])
    except (TypeError, KeyError, AttributeError):
        raise RecordError(f"field {name!r} is no list of spans") from None


def _moved(spans: list[dict[str, Any]], sentence: Sentence) -> list[dict[str, Any]]:
    first = bisect_left(spans, sentence.start, key=lambda one: one["start"])
    past = bisect_left(spans, sentence.end, key=lambda one: one["start"])
    return [_rebased(one, sentence.start) for one in spans[first:past] if one["end"] <= sentence.end]


def _rebased(span: dict[str, Any], by: int) -> dict[str, Any]:
    dropped = ("field", "sentence")
    kept = {name: value for name, value in span.items() if name not in dropped}
    return kept | {"start": span["start"] - by, "end": span["end"] - by}
