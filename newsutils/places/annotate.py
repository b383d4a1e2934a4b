"""Add the places of a record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

from newsutils.annotation import placed
from newsutils.language.choose import language_of
from newsutils.places.extract import PlaceFinder
from newsutils.places.focus import focus_of
from newsutils.places.lists import read_names
from newsutils.places.place import Focus, Place
from newsutils.record import text_field

EVIDENCE = ("title", "dateline", "source")


class Added(TypedDict, total=False):
    """What `extract-places` adds."""

    places: list[Place]
    """The places mentioned, in order."""
    focus: list[Focus]
    """The countries that the record is about, the foremost first, with their regions."""


def annotator(
    *,
    fields: Sequence[str] = ("text",),
    lang: str | None = None,
    allow: Sequence[str] = (),
    deny: Sequence[str] = (),
    **options: Any,
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's `places` and `focus`.

    Args:
        fields: what to read; places of a field other than "text" carry its name.
        lang: the language of records that name none.
        allow: files of names that are places.
        deny: files of names that are none.
        options: the other options of :class:`newsutils.places.extract.PlaceFinder`.
    """
    finder = PlaceFinder(allow=_names(allow), deny=_names(deny), **options)

    def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
        evidence = {name: _string(record, name) for name in EVIDENCE}
        found: list[Place] = []
        for field in fields:
            text = text_field(record, field)
            made = finder.find(text, language_of(record, lang, text), **evidence)
            found += placed(made, record, field)
        return {"places": found, "focus": focus_of(found)}

    return annotate


def _names(paths: Sequence[str]) -> list[str]:
    return [name for path in paths for name in read_names(path)]


def _string(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) else None
