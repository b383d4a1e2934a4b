"""Whether a clause speaks of the past or of the future, read from the words around a date.

A date without its year, or a day of the week, has two readings, the last and the next. News tells of the past; a word
of the future near it in the same sentence ("will", "scheduled", "until") turns the reading.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsutils.dates.lexicon import MARKS
from newsutils.dates.trie import trie_pattern

REACH = 120
_GAP = "…"
_WILD = {
    "*": rf"[\w{MARKS}]{{1,20}}",
    _GAP: rf"(?:[\w{MARKS}]{{1,20}}\s){{0,5}}",
    "$": r"(?=\s{1,3}\Z)",
}
# A private character for each letter that may be a capital: tries stay half as large.
_EITHER_CASE = {
    letter: chr(0xE000 + number)
    for number, letter in enumerate("abcdefghijklmnopqrstuvwxyzàâäçèéêíñóöúüабвгдеёжзийклмнопрстуфхцчшщэюяєіїґ")
}
_WILD |= {mark: f"[{letter}{letter.upper()}]" for letter, mark in _EITHER_CASE.items()}
_RANKS = 4
_POSSESSIVE = ("'s", "’s")
_CHAIN = re.compile(r"(?:\s\w{1,20}){0,2}\s")
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…।؟][\"'”’)]{0,2}\s+(?=[^\W\d_a-zа-яё])|[;؛]\s|\n")


class _Signal(NamedTuple):
    """A word that tells the tense, and where it stands in its clause."""

    tense: str
    start: int
    end: int


def direction(text: str, start: int, end: int, lang: str) -> int:
    """-1 for a clause of the past, 1 for one of the future, 0 where nothing tells.

    The signal nearest before ``text[start:end]`` in its sentence decides, else the one nearest after it, at most
    ``REACH`` characters away; a hint decides only where there is nothing else.
    """
    behind = _SENTENCE_END.split(text[max(0, start - REACH) : start + 1])[-1][:-1]  # a capital ends the sentence before
    if text.startswith(_POSSESSIVE, end):
        behind = behind.rstrip()  # the word before does not govern the date of "for Friday's attack"
    ahead = _SENTENCE_END.split(text[end : end + REACH])[0]
    found = [(False, len(behind) - signal.end, signal.tense) for signal in _signals_in(behind, lang)]
    found += [(True, signal.start, signal.tense) for signal in _signals_in(ahead, lang)]
    if not found:
        return 0
    _, _, _, tense = min((name.startswith("hint"), after, distance, name) for after, distance, name in found)
    return 1 if tense.endswith("future") else -1


def _signals_in(clause: str, lang: str) -> Iterator[_Signal]:
    """The signals of a clause; a participle shortly after a word of the future belongs to it ("will stay shut")."""
    if clause.isupper():
        clause = clause.lower()
    before = _Signal("", 0, 0)
    for match in _signals(lang).finditer(clause):
        signal = _Signal(str(match.lastgroup).rpartition("_")[0], *match.span())
        one_word = " " not in match[0]
        if (
            signal.tense == "past"
            and one_word
            and before.tense == "future"
            and _CHAIN.fullmatch(clause, before.end, signal.start)
        ):
            signal = signal._replace(tense="future")
        if signal.tense != "other":
            before = signal
            yield signal


@cache
def _signals(lang: str) -> re.Pattern[str]:
    """The signals of a language as one pattern: a group for each tense, once for each rank of its forms."""
    lang = lang or "en"
    text = files(__package__).joinpath("data/tense.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t")[1:] for line in text.splitlines() if line.startswith(f"{lang}\t")]
    groups: dict[str, list[str]] = {}
    for rank in range(_RANKS):
        for number, (tense, forms) in enumerate(rows):
            ranked = [form for form in forms.split(" | ") if _rank(form) == rank]
            groups |= {f"{tense}_{rank}{number}": ranked} if ranked else {}
    named = [f"(?P<{name}>{trie_pattern(map(_marked, forms), _WILD)})" for name, forms in groups.items()]
    return re.compile(rf"(?<![\w{MARKS}])(?:{'|'.join(named)})(?![\w{MARKS}])" if named else r"(?!)")


def _rank(form: str) -> int:
    """Which forms are tried first: phrases with a gap or a place, whole words, endings, any word at all."""
    if form == "*$":
        return _RANKS - 1
    if form.startswith("*") and " " not in form:
        return 2
    return 0 if "*" in form or "$" in form else 1


def _marked(form: str) -> str:
    """A form with marks for its gap and for its first letter, which may be a capital; with "=" as it is written."""
    gapped = form.replace("** ", _GAP)
    first = gapped[0]
    if first == "=" or first.upper() == first or first not in _EITHER_CASE:
        return gapped.removeprefix("=")
    return _EITHER_CASE[first] + gapped[1:]
