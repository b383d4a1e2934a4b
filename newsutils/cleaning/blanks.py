"""Step 2, blanks: one between words, none at the ends of a line, none in "al -Tharda", "ISIS- affiliated", "here ,".

A hyphen with a blank on one side is closed up unless it may stand so on purpose: a suspended hyphen beside a
conjunction ("pre- and post-war"), a minus sign ("below -30"), a dash written as a hyphen after a place or an agency
("SANA- The army"), and, in languages that do not write compounds with hyphens, a pair of such dashes ("dijo -o eso
parece- que").
"""

import re
from collections.abc import Iterator

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.tables import words_by_language

_RUN = re.compile(r" {2,}|^ | $", re.MULTILINE)
_STRAY = re.compile(
    r" (?:(?<=[\w)\]\"'”’»%] )(?=,(?:[\s\"'”’»)]|$))"  # here ,
    r"|(?<=\d )(?=,\d{3}(?!\d))"  # 43 ,922
    r"|(?<=\w )(?=-\w)"  # al -Tharda
    r"|(?<=\w- )(?=\w))",  # ISIS- affiliated
    re.MULTILINE,
)
_PAIR = re.compile(r" -\w[^\n-]* [^\n -]*\w-(?=[ ,.])")
_WORD_BEFORE = re.compile(r"[^\W\d]+\Z")
_WORD = re.compile(r"\w{1,40}")
_NUMBER = re.compile(r"\d{1,40}(?![\d:-]|[^\W\dCFK_])")
_OPENING = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’']*[,/]? ?){1,4}-\Z")

_HYPHENATING = frozenset(("en", "de", "nl", "sv", "da", "no", "nb", "nn"))
_REACH = 40


def run_edits(text: str) -> Iterator[Edit]:
    """One blank where several stand between words, none at the ends of a line."""
    for run in _RUN.finditer(text):
        outer = text[run.start() - 1 : run.start()] in ("", "\n") or text[run.end() : run.end() + 1] in ("", "\n")
        yield Edit(run.start() if outer else run.start() + 1, run.end())


def stray_edits(text: str, lang: str = "") -> Iterator[Edit]:
    """Single blanks before a comma or on one side of a hyphen. `lang` is a primary language subtag, or empty."""
    pairs = [] if lang in _HYPHENATING else [match.span() for match in _PAIR.finditer(text)]
    kept = {position for start, end in pairs for position in (start, end)}
    conjunctions = _conjunctions(lang)
    for blank in _STRAY.finditer(text):
        at = blank.start()
        if at not in kept and not _on_purpose(text, at, conjunctions):
            yield Edit(at, at + 1)


def _conjunctions(lang: str) -> frozenset[str]:
    """The conjunctions of the language; of all languages if it has none in the table."""
    table = words_by_language("suspended_hyphen.tsv")
    return table.get(lang) or frozenset().union(*table.values())


def _on_purpose(text: str, at: int, conjunctions: frozenset[str]) -> bool:
    if text[at + 1] == ",":
        return False
    suspended = _suspended_left if text[at - 1] == "-" else _suspended_right
    return suspended(text, at, conjunctions)


def _suspended_left(text: str, at: int, conjunctions: frozenset[str]) -> bool:
    """Does the hyphen before the blank at `at` stand on purpose?"""
    word = _WORD.match(text, at + 1)
    if word is None or (word[0].lower() in conjunctions and text[word.end() : word.end() + 1] != "-"):
        return True
    start = max(text.rfind("\n", max(0, at - _REACH), at) + 1, at - _REACH)
    opens_line = start == 0 or text[start - 1] == "\n"
    return opens_line and word[0][0].isupper() and bool(_OPENING.match(text, start, at))


def _suspended_right(text: str, at: int, conjunctions: frozenset[str]) -> bool:
    """Does the hyphen after the blank at `at` stand on purpose?"""
    before = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
    is_number = bool(_NUMBER.match(text, at + 2))
    if before is None:
        return is_number and not text[at - 1].isdigit()
    inside_compound = text[before.start() - 1 : before.start()] == "-"
    return is_number or (not inside_compound and before[0].lower() in conjunctions)
