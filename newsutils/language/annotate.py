"""Add the language of each record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

from newsutils.record import text_field


class Added(TypedDict, total=False):
    """What `detect-language` adds."""

    lang: str
    """BCP 47: the language, "und" where none is sure, "und-Ethi" and the like where only the script is known."""
    lang_score: float
    """How sure the language is, from 0 to 1; 0 where it is "und"."""


def annotator(
    *, languages: Sequence[str] = (), force: bool = False, field: str = "text"
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's `lang` and `lang_score`.

    Args:
        languages: the only languages it may be; all that are known where none is named.
        force: detect it anew where the record has a `lang`; without it, such a record is left as it is.
        field: what to read.

    Raises:
        ValueError: one of `languages` is not known.
    """
    from newsutils.language.detect import check_known, detect_language

    check_known(languages)

    def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
        if record.get("lang") and not force:
            return {}
        found = detect_language(text_field(record, field), languages)
        return {"lang": found.lang, "lang_score": found.score}

    return annotate
