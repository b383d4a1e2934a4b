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

REACH = 120
_POSSESSIVE = ("'s", "’s")
_CHAIN = re.compile(r"(?:\s\w{1,20}){0,2}\s")
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…।؟][\"'”’)]{0,2}\s+(?=[^\W\d_a-zа-яё])|\n")


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
    before = _Signal("", 0, 0)
    for match in _signals(lang).finditer(clause):
        signal = _Signal(str(match.lastgroup), *match.span())
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
    """The signals of a language as one pattern with the groups ``future`` and ``past``."""
    lang = lang or "en"
    text = files(__package__).joinpath("data/tense.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.startswith(f"{lang}\t")]
    groups = [
        f"(?P<{tense}>{'|'.join(map(_form, sorted(forms.split(' | '), key=len, reverse=True)))})"
        for _, tense, forms in rows
    ]
    bounded = rf"(?<![\w{MARKS}])(?:{'|'.join(groups)})(?![\w{MARKS}])"
    return re.compile(bounded if groups else r"(?!)", re.IGNORECASE)


def _form(form: str) -> str:
    if form.startswith("="):
        return f"(?-i:{_form(form[1:])})"
    if form.endswith("$"):
        return rf"{_form(form[:-1])}(?=\s{{1,3}}\Z)"
    escaped = re.escape(form).replace(r"\*\*\ ", rf"(?:[\w{MARKS}]{{1,20}}\s){{0,5}}")
    return escaped.replace(r"\*", rf"[\w{MARKS}]{{1,20}}").replace(r"\ ", r"\s{1,3}").replace("'", "['’]")
