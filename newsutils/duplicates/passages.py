"""Passages that stand in several records: boilerplate, quotes, paragraphs taken over."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from newsutils.duplicates.hashmap import HashMap
from newsutils.duplicates.kept import Names
from newsutils.duplicates.sketch import identities_of
from newsutils.duplicates.tokens import tokenize
from newsutils.record import RecordError, record_id, text_field

UNITS = ("paragraph", "sentence")
# A passage of fewer words than this says too little for its return to mean anything.
LEAST_WORDS = 6

_PARAGRAPH = re.compile(r"\S[^\n]*")


class Repeated(msgspec.Struct, frozen=True):
    """A passage that stood in an earlier record.

    Attributes:
        start, end: where it stands, in code points of the text.
        text: what stands there.
        first: the id of the record that had it first.
    """

    start: int
    end: int
    text: str
    first: str


class Passage(NamedTuple):
    """Where a passage stands, and what stands for its words; None if they are too few to count."""

    start: int
    end: int
    identity: int | None


def passages_of(records: Sequence[Mapping[str, Any]], unit: str, field: str = "text") -> list[list[Passage]]:
    """The passages of each record.

    Args:
        records: records with a text.
        unit: "paragraph" (a line of the text) or "sentence" (which takes the record's `sentences`).
        field: the field that holds the text.

    Raises:
        RecordError: a record has no text, or no sentences where these are asked for.
    """
    texts = [text_field(record, field) for record in records]
    spans = [
        _paragraphs(text) if unit == "paragraph" else _sentences(record, text)
        for record, text in zip(records, texts, strict=True)
    ]
    tokens = tokenize([text[start:end] for text, found in zip(texts, spans, strict=True) for start, end in found])
    enough = (tokens.ends - tokens.starts >= LEAST_WORDS).tolist()
    identities = iter([one if counts else None for one, counts in zip(identities_of(tokens), enough, strict=True)])
    return [[Passage(start, end, next(identities)) for start, end in found] for found in spans]


class PassageFinder:
    """Remembers the passages of the records it has seen, in some 25 bytes each.

    Args:
        unit, field: see :func:`passages_of`.
    """

    def __init__(self, unit: str, field: str = "text") -> None:
        self._unit = unit
        self._field = field
        self._passages = HashMap()
        self._names = Names()

    def repeated(self, record: Mapping[str, Any], passages: Sequence[Passage] | None = None) -> list[Repeated]:
        """The passages of the next record, which may be known already, that stood in another one before, style aside.

        Raises:
            RecordError: see :func:`passages_of`.
        """
        passages = passages_of([record], self._unit, self._field)[0] if passages is None else passages
        text, name = text_field(record, self._field), record_id(record)
        number = len(self._names)
        self._names.add(name)
        found = []
        for start, end, identity in passages:
            first = self._passages.setdefault(identity, number) if identity is not None else number
            if self._names[first] != name:
                found.append(Repeated(start, end, text[start:end], self._names[first]))
        return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.start() + len(match[0].rstrip())) for match in _PARAGRAPH.finditer(text)]


def _sentences(record: Mapping[str, Any], text: str) -> list[tuple[int, int]]:
    sentences = record.get("sentences")
    if not isinstance(sentences, list):
        raise RecordError("no `sentences`; split-sentences adds them")
    return [_span(sentence, len(text)) for sentence in sentences]


def _span(sentence: Any, length: int) -> tuple[int, int]:
    match sentence:
        case {"start": int(start), "end": int(end)} if 0 <= start <= end <= length:
            return start, end
    raise RecordError("`sentences` are no spans of the text")
