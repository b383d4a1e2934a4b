"""The words of date expressions in one language, each with its class and its value."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "pt", "ru", "uk")
GENERAL = "en"
# Vowel signs of Arabic, Hebrew and Devanagari, and combining accents, are no letters to regular expressions.
MARKS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
WORD = rf"[^\W\d_][\w{MARKS}]*"


class Word(NamedTuple):
    """What a word says: its class in the grammar, its value, and whether it may end in a full stop of its own."""

    kind: str
    value: str
    dotted: bool


UNKNOWN = Word("word", "", False)


class Phrase(NamedTuple):
    """Several words that are one to the grammar."""

    pattern: re.Pattern[str]
    word: Word


class Lexicon(NamedTuple):
    """A language: words by their lower-case form, phrases by their first word, endings of ordinals and of decades."""

    words: dict[str, Word]
    phrases: dict[str, list[Phrase]]
    ordinal_endings: tuple[str, ...]
    decade_endings: tuple[str, ...]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; of English where the language has none."""
    found = Lexicon({}, {}, (), ())
    affixes: dict[str, list[str]] = {"prefix": [""], "ordsuffix": [], "yearsuffix": []}
    rows = entries(lang if lang in LANGUAGES else GENERAL)
    for kind, _, form in rows:
        if kind in affixes:
            affixes[kind].append(form)
    for prefix in reversed(affixes["prefix"]):  # the word without a prefix last, so that it wins
        for kind, value, form in rows:
            if kind not in affixes:
                _add(found, prefix + form, Word(kind, value, form.endswith(".")))
    return found._replace(ordinal_endings=tuple(affixes["ordsuffix"]), decade_endings=tuple(affixes["yearsuffix"]))


def entries(lang: str) -> list[tuple[str, str, str]]:
    """The rows of a word file: class, value, one form each; longer forms first, so that a longer phrase wins."""
    text = files(__package__).joinpath("data", f"words.{lang}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    found = [(kind, value, form) for kind, value, cell in rows for form in _forms(cell)]
    return sorted(found, key=lambda entry: -len(entry[2]))


def _forms(cell: str) -> Iterator[str]:
    """The forms in a cell, " | " between them; "past(o/a)" stands for "pasto" and "pasta"."""
    for written in cell.split(" | "):
        stem, _, endings = written.partition("(")
        for ending in endings.rstrip(")").split("/"):
            yield stem + ending


def _add(found: Lexicon, form: str, word: Word) -> None:
    bare = form.removesuffix(".")
    if re.fullmatch(WORD, bare):
        found.words[bare] = word
    else:
        first = re.match(WORD, form)
        assert first, f"a form starts with a letter: {form}"
        found.phrases.setdefault(first[0], []).append(Phrase(_phrase_pattern(bare, word.dotted), word))


def _phrase_pattern(form: str, dotted: bool) -> re.Pattern[str]:
    """A phrase over any white space and either apostrophe; it ends where a word ends, or with its apostrophe."""
    escaped = re.escape(form).replace(r"\ ", r"\s{1,3}").replace("'", "['’]")
    end = r"\.?(?!\w)" if dotted else "" if form.endswith("'") else r"(?!\w)"
    return re.compile(escaped + end, re.IGNORECASE)
