"""The table of vague words: what each means at least."""

from collections.abc import Iterator

from newsutils.numbers.lexicon import LANGUAGES, read_rows


def vague_table() -> Iterator[tuple[str, str, int]]:
    """Language, word and least meaning of every vague word, by language."""
    for lang in LANGUAGES:
        for kind, value, form in read_rows(f"words.{lang}.tsv"):
            if kind == "vague":
                yield lang, form, int(value)
