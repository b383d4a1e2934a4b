"""Add the sentences of a record."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

import msgspec

from newsutils.language.choose import language_of
from newsutils.record import text_field
from newsutils.sentences.sentence import Sentence, split_sentences


class Added(TypedDict, total=False):
    """What `split-sentences` adds."""

    sentences: list[Sentence]
    """The sentences in order; together they hold every character that is not white space."""


def annotator(
    *,
    fields: Sequence[str] = ("text",),
    lang: str | None = None,
    with_text: bool = False,
    explain: bool = False,
) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The function that gives a record's `sentences`.

    Args:
        fields: what to read; sentences of a field other than "text" carry its name.
        lang: the language of records that name none.
        with_text: give each sentence its text.
        explain: give each sentence the name of the rule that made its end.
    """

    def annotate(record: Mapping[str, Any]) -> dict[str, Any]:
        found: list[Sentence] = []
        for field in fields:
            text = text_field(record, field)
            made = split_sentences(text, language_of(record, lang, text), with_text=with_text, explain=explain)
            found += made if field == "text" else [msgspec.structs.replace(one, field=field) for one in made]
        return {"sentences": found}

    return annotate
