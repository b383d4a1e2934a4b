"""Step 2, blanks: one between words, none at the ends of a line, none in "al -Tharda", "ISIS- affiliated", "here ,".

A hyphen with a blank on one side is closed up where the text has the same compound elsewhere, and else unless it may
stand so on purpose: a suspended hyphen beside a conjunction ("pre- and post-war"), a minus sign
("below -30"), a dash written as a hyphen after a place or an agency ("SANA- The army"), and, in languages that do not
write compounds with hyphens, any dash but one before a small letter that no other dash answers ("dijo -o eso parece-
que").

Extraction tears more than one compound of a text apart; a single blank may be the writer's own slip. It goes alone only
where the language leaves no doubt that a hyphen belongs there: not between two nouns of a language that writes them as
one word ("Pflege- Serie"), and in languages without compounds with hyphens only before a word that leans on the one
before ("vê -la").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.tables import words_by_language

_RUN = re.compile(r" (?: +|$|(?<=^ ))", re.MULTILINE)
# A look at the sign after the blank first: most blanks stand before a letter.
_STRAY = re.compile(
    r" (?:(?=[,-])(?:"
    r"(?<=[\w)\]\"'”’»%] )(?=,(?:[\s\"'”’»)]|$))"  # here ,
    r"|(?<=\d )(?=,\d{3}(?!\d))"  # 43 ,922
    r"|(?<=\w )(?=-\w))"  # al -Tharda
    r"|(?<=\w- )(?=\w))",  # ISIS- affiliated
    re.MULTILINE,
)
_PAIR = re.compile(r" -\w[^\n-]* [^\n -]*\w-(?=[ ,.])")
_WORD_BEFORE = re.compile(r"[^\W\d]+\Z")
_WORD = re.compile(r"\w{1,40}")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_LAST_WORD = re.compile(r"\w+\Z")
_NUMBER = re.compile(r"\d{1,40}(?![\d:-]|[^\W\dCFK_])")
_OPENING = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.’']*[,/]? ?){1,4}-\Z")

_CLOSING_UP = frozenset(("de", "nl", "sv", "da", "no", "nb", "nn"))
_HYPHENATING = _CLOSING_UP | {"en"}
_REACH = 40


def run_edits(text: str) -> Iterator[Edit]:
    """One blank where several stand between words, none at the ends of a line."""
    for run in _RUN.finditer(text):
        outer = text[run.start() - 1 : run.start()] in ("", "\n") or text[run.end() : run.end() + 1] in ("", "\n")
        yield Edit(run.start() if outer else run.start() + 1, run.end())


def stray_edits(text: str, lang: str = "") -> Iterator[Edit]:
    """Single blanks before a comma or on one side of a hyphen. `lang` is a primary language subtag, or empty."""
    blanks = [blank.start() for blank in _STRAY.finditer(text)]
    beside_hyphens = [at for at in blanks if text[at + 1] != ","]
    kept = set(_on_purpose(text, beside_hyphens, lang)) if beside_hyphens else ()
    yield from (Edit(at, at + 1) for at in blanks if at not in kept)


def _on_purpose(text: str, blanks: Sequence[int], lang: str) -> Iterator[int]:
    """Those of the blanks beside hyphens that may stand on purpose."""
    seen = _compounds(text) + Counter(_joined(text, at) for at in blanks)
    dashes = frozenset() if lang in _HYPHENATING else _dashes(text, blanks if lang else ())
    conjunctions = _conjunctions(lang)
    torn: list[int] = []
    for at in blanks:
        known = seen[_joined(text, at)] > 1
        if _by_conjunction(text, at, conjunctions) or (not known and (at in dashes or _stands_alone(text, at))):
            yield at
        else:
            torn.append(at)
    if len(torn) == 1 and seen[_joined(text, torn[0])] == 1 and _may_be_slip(text, torn[0], lang):
        yield torn[0]


def _may_be_slip(text: str, at: int, lang: str) -> bool:
    """Does the language leave it in doubt whether the words beside the blank at `at` are a compound with a hyphen?"""
    if lang in _CLOSING_UP:
        return text[at - 1] == "-" and text[at - 2].islower() and text[at + 1].isupper()
    after = _WORD.match(text, at + 2) if text[at + 1] == "-" else None
    is_clitic = after is not None and after[0].lower() in words_by_language("enclitics.tsv").get(lang, ())
    return bool(lang) and lang not in _HYPHENATING and not is_clitic


def _dashes(text: str, blanks: Sequence[int]) -> frozenset[int]:
    """The blanks beside hyphens that are rather dashes, in a language whose compounds have none.

    Of a text whose language is not known, `blanks` is empty: pairs of dashes are found alone.
    """
    single = (at for at in blanks if text[at - 1] == "-" or text[at + 2].isupper())
    return frozenset(single) | {at for match in _PAIR.finditer(text) for at in match.span()}


def _compounds(text: str) -> Counter[str]:
    """The pairs of words that a hyphen joins in the text."""
    return Counter(_pair(text, hyphen.start(), hyphen.end()) for hyphen in _HYPHEN.finditer(text))


def _joined(text: str, at: int) -> str:
    """The pair of words that would be joined if the blank at `at` went."""
    return _pair(text, at - 1, at + 1) if text[at - 1] == "-" else _pair(text, at, at + 2)


def _pair(text: str, left: int, right: int) -> str:
    """The word that ends at `left` and the one that starts at `right`, with a hyphen between them."""
    before, after = _LAST_WORD.search(text, max(0, left - _REACH), left), _WORD.match(text, right)
    return f"{before[0] if before else ''}-{after[0] if after else ''}"


def _conjunctions(lang: str) -> frozenset[str]:
    """The conjunctions of the language; of all languages if it has none in the table."""
    table = words_by_language("suspended_hyphen.tsv")
    return table.get(lang) or frozenset().union(*table.values())


def _by_conjunction(text: str, at: int, conjunctions: frozenset[str]) -> bool:
    """Is it a suspended hyphen beside a conjunction, "pre- and post-war"?"""
    if text[at - 1] == "-":
        after = _WORD.match(text, at + 1)
        return after is not None and after[0].lower() in conjunctions and text[after.end() : after.end() + 1] != "-"
    before = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
    return before is not None and before[0].lower() in conjunctions and text[before.start() - 1 : before.start()] != "-"


def _stands_alone(text: str, at: int) -> bool:
    """Is the hyphen a dash after a place that opens the line, or a minus sign?"""
    if text[at - 1] != "-":
        return bool(_NUMBER.match(text, at + 2)) and not text[at - 1].isdigit()
    start = max(text.rfind("\n", max(0, at - _REACH), at) + 1, at - _REACH)
    opens_line = start == 0 or text[start - 1] == "\n"
    return opens_line and text[at + 1].isupper() and bool(_OPENING.match(text, start, at))
