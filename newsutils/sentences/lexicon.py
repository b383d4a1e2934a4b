"""The abbreviations of a language and the word lists that decide about them, read from ``data/LANG.txt``."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

GENERAL = "general"
LANGUAGES = frozenset(["en", "de", "fr", "es", "it", "pt", "ru", "uk", "ar", "fa", "hi", "zh", "ja"])
CASED = frozenset(["", "en", "de", "fr", "es", "it", "pt", "ru", "uk"])
"""Languages that are known to be written with capitals."""

NUMBER = "0"
NOTHING: frozenset[str] = frozenset()


class Abbreviation(NamedTuple):
    """What a full stop means after an abbreviation.

    Attributes:
        rule: name of the rule, for users.
        splits: whether the stop ends a sentence when no listed word is there.
        unless: the words that turn this round.
        after: the words stand before the abbreviation, not after it.
    """

    rule: str
    splits: bool
    unless: frozenset[str]
    after: bool = False


class Lexicon(NamedTuple):
    """The lists of one language.

    Attributes:
        abbreviations: by the word without its final full stop.
        capitals: the same by the word in capitals, for headings and datelines.
        lists: the word lists by name.
    """

    abbreviations: dict[str, Abbreviation]
    capitals: dict[str, Abbreviation]
    lists: dict[str, frozenset[str]]

    def words(self, name: str) -> frozenset[str]:
        """The list of this name; empty where the language has none."""
        return self.lists.get(name, NOTHING)


@cache
def lexicon(language: str) -> Lexicon:
    """The lists of a language (a primary subtag); English for "", the general ones for a language without a file."""
    own = language or "en"
    sections = list(_sections(GENERAL)) + (list(_sections(own)) if own in LANGUAGES else [])
    lists = {heading.removeprefix("list "): words for heading, words in sections if heading.startswith("list ")}
    entries = {word: _entry(heading, lists) for heading, words in sections if ": " in heading for word in words}
    capitals = {word.upper(): entry for word, entry in entries.items() if len(word) > 1}
    return Lexicon(entries, capitals, lists)


@cache
def lowered(language: str) -> Lexicon:
    """The same lists for text without capitals."""
    cased = lexicon(language)
    lists = {name: frozenset(word.lower() for word in words) for name, words in cased.lists.items()}
    abbreviations = {
        word.lower(): entry._replace(unless=frozenset(other.lower() for other in entry.unless))
        for word, entry in cased.abbreviations.items()
    }
    return Lexicon(abbreviations, {}, lists)


def _entry(heading: str, lists: dict[str, frozenset[str]]) -> Abbreviation:
    name, _, rule = heading.partition(": ")
    verdict, _, condition = rule.partition(" unless ")
    listed = condition.removeprefix("after ")
    unless = lists[listed] if listed else NOTHING
    return Abbreviation(name, verdict == "split", unless, after=condition != listed)


def _sections(language: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The headings of a data file, each with the words below it."""
    text = (files(__package__) / "data" / f"{language}.txt").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for section in body.split("\n[")[1:]:
        heading, _, words = section.partition("]")
        yield heading, frozenset(words.split())
