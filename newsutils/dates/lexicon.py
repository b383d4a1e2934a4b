"""The words and phrases of date expressions in one language, each with its class and its value."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsutils.dates.borrowed import borrowed

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "pt", "ru", "uk")
GENERAL = "en"
# Vowel signs of Arabic, Hebrew and Devanagari, and combining accents, are no letters to regular expressions.
MARKS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_SMALL = {"of", "the", "and", "de", "du", "di", "do", "da", "del"}
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_BLANKS = re.compile(r"\s+")


class Word(NamedTuple):
    """What a word or phrase says: its class in the grammar, its value, and whether it may end in a full stop."""

    kind: str
    value: str
    dotted: bool


class Lexicon(NamedTuple):
    """A language: words and phrases as they may be written, endings of ordinals in digits and of decades.

    After one of the month cues, each between blanks, a word such as "May" is the month.
    """

    words: dict[str, Word]
    ordinal_endings: tuple[str, ...]
    decade_endings: tuple[str, ...]
    month_cues: tuple[str, ...]


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language: of its word file, else of the words that dateparser has, else that of English."""
    words: dict[str, Word] = {}
    affixes: dict[str, list[str]] = {"prefix": [""], "ordsuffix": [], "yearsuffix": [], "monthcue": []}
    rows = entries(lang) if lang in LANGUAGES else borrowed(lang) or entries(GENERAL)
    for kind, _, form in rows:
        if kind in affixes:
            affixes[kind].append(form)
    for prefix in reversed(affixes["prefix"]):  # the word without a prefix last, so that it wins
        for kind, value, form in rows:
            if kind not in affixes:
                word = Word(kind, value, form.endswith("."))
                words |= dict.fromkeys(_cased(prefix + form.removesuffix(".")), word)
    cues = tuple(f" {form} " for cue in affixes["monthcue"] for form in (cue, cue.capitalize()))
    return Lexicon(words, tuple(affixes["ordsuffix"]), tuple(affixes["yearsuffix"]), cues)


def entries(lang: str) -> list[tuple[str, str, str]]:
    """The rows of a word file: class, value, one form each."""
    text = files(__package__).joinpath(f"data/words.{lang}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(kind, value, form) for kind, value, cell in rows for form in _forms(cell)]


def _forms(cell: str) -> Iterator[str]:
    """The forms in a cell, " | " between them; "past(o/a)" stands for "pasto" and "pasta"."""
    for written in cell.split(" | "):
        stem, _, endings = written.partition("(")
        for ending in endings.rstrip(")").split("/"):
            yield stem + ending


def _cased(form: str) -> Iterator[str]:
    """A form in lower case, with a capital, as in a Heading of Words and in CAPITALS."""
    yield from (form, form[:1].upper() + form[1:], form.upper())
    if " " in form:
        yield " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in form.split(" "))


def normal_form(found: str) -> str:
    """A phrase as the lexicon has it: single blanks and straight apostrophes."""
    return _BLANKS.sub(" ", found).translate(_APOSTROPHES)
