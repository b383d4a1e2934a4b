"""Judges a stream of records one by one: which story each tells again."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
import xxhash
from msgspec import UNSET, UnsetType

from newsutils.duplicates.hashmap import HashMap
from newsutils.duplicates.index import Index
from newsutils.duplicates.sketch import numbers_in, sketch
from newsutils.duplicates.verdict import Match
from newsutils.record import RecordError, record_id, text_field

RELATIONS = ("exact", "near", "contained", "superset", "update", "template")
DROPPED = ("exact", "near", "contained")

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class Verdict(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a record adds to those before it; a field is absent where nothing like the record came before.

    Attributes:
        duplicate_of: the id of the earlier record that tells the same story.
        relation: "exact", "near", "contained" (it lies in the earlier one), "superset" (it holds the earlier one),
            "update" (the same story with other numbers) or "template" (alike, but another story).
        similarity: the share of common wording in all wording of both, 0 to 1.
        containment: the share of common wording in the shorter one, 0 to 1.
        changed: of an update, its numbers that the earlier one lacks.
    """

    duplicate_of: str | UnsetType = UNSET
    relation: str | UnsetType = UNSET
    similarity: float | UnsetType = UNSET
    containment: float | UnsetType = UNSET
    changed: list[str] | UnsetType = UNSET


class Deduplicator:
    """Remembers what it has seen and judges each record by it.

    A record is compared with those before it that were no duplicates themselves. Memory grows with these alone, by
    about 0.7 KB for a story of 140 words, and by 25 bytes for any other record.

    Args:
        field: the field to compare.
    """

    def __init__(self, field: str = "text") -> None:
        self._field = field
        self._index = Index()
        self._texts = HashMap()

    def judge(self, record: Mapping[str, Any]) -> Verdict:
        """The verdict on the next record.

        Raises:
            RecordError: the record has no text, or its id came with another text before.
        """
        text = text_field(record, self._field)
        name, found = record_id(record), sketch(text)
        if not self._is_new_or_same(name, found.identity):
            raise RecordError(f"id {name!r} came before with another text")
        match, shingles = self._index.judge(found)
        if not match.is_duplicate:
            self._index.keep(name, found, shingles)
        return self._verdict(match, text)

    def _is_new_or_same(self, name: str, identity: int) -> bool:
        text = identity & 0xFFFFFFFF
        return self._texts.setdefault(xxhash.xxh3_64_intdigest(name.encode("utf-8", "surrogatepass")), text) == text

    def _verdict(self, match: Match, text: str) -> Verdict:
        if not match.relation:
            return Verdict()
        original = self._index.documents.name(match.original) if match.is_duplicate else UNSET
        changed = self._changed(match.original, text) if match.relation == "update" else UNSET
        return Verdict(original, match.relation, match.similarity, match.containment, changed)

    def _changed(self, original: int, text: str) -> list[str]:
        """The numbers of a text that an earlier document lacks, as they are written."""
        known = self._index.documents[original].numbers
        return [number for number in dict.fromkeys(_NUMBER.findall(text)) if not numbers_in(number) <= known]


def dedupe(
    records: Iterable[Mapping[str, Any]], *, drop: Collection[str] = DROPPED, field: str = "text"
) -> Iterator[dict[str, Any]]:
    """Give each story once, as it comes.

    Args:
        records: records with a text; they are not changed.
        drop: the relations (see :class:`Verdict`) whose records are left out; none to mark only.
        field: the field to compare.

    Yields:
        Copies of the records that stay, with the fields of the verdict where there is one.

    Raises:
        RecordError: a record has no text, or an id comes with two texts.
    """
    deduplicator = Deduplicator(field)
    for record in records:
        verdict = deduplicator.judge(record)
        if verdict.relation not in drop:
            yield {**record, **fields_of(verdict)}


def fields_of(verdict: Verdict) -> dict[str, Any]:
    """The fields that a verdict gives a record."""
    return {name: value for name, value in msgspec.structs.asdict(verdict).items() if value is not UNSET}
