"""The rules for the candidates that the expression leaves open. A rule's name is what a user gets told.

Every rule looks at one candidate: the mark, the two words before it, the word after it, and what the document and the
lists of the language say about them.
"""

import re

from newsutils.sentences.characters import LINE_BREAKS, OPENERS, QUOTES, WIDE_STOPS
from newsutils.sentences.document import Document
from newsutils.sentences.layout import rule_at_line_break
from newsutils.sentences.lexicon import NUMBER, Abbreviation, Lexicon
from newsutils.sentences.speech import reporting, speaker

NONE = ""
LONGEST_WORD = 24
_SHELL = OPENERS.replace("\\", "")
_BREAKING = re.compile(f"[{LINE_BREAKS}]")
_SHORT_FORM = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{1,4}|\w{1,3}(?:\.-?\w{1,3})+")
_PARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|bin|ibn|de|del|di|da|van|von|le|la)[- ]+[A-Z]")
_ITEM_NUMBER = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_DASHES = frozenset("—–―-")
SHORTEST_WITH_YEAR = 12
_INSIDE_TOKENS = frozenset(".@/_#")


class Rules:
    """The rules with the lists of one language.

    Args:
        lexicon: the lists.
        cased: whether the text has capitals, so that a lower-case letter tells that a sentence goes on.
    """

    def __init__(self, lexicon: Lexicon, cased: bool) -> None:
        self._abbreviations = lexicon.abbreviations
        self._starters = lexicon.words("starters")
        self._speaker = speaker(lexicon)
        self._reporting = reporting(lexicon)
        self._cased = cased

    def rule(self, document: Document, candidate: re.Match[str]) -> str:
        """The name of the rule by which a sentence ends at a candidate; "" where none does."""
        text, start = document.text, candidate.start()
        gap, opened, word = candidate.group("gap", "opened", "word")
        goes_on = self._goes_on(text, candidate.end() + len(opened), word)
        if text[start] in LINE_BREAKS:
            return rule_at_line_break(document, candidate, text[start] + gap, goes_on)
        if not gap or text[start] in WIDE_STOPS:
            return self._without_blank(document, candidate)
        found = NONE if goes_on else self._after_mark(document, candidate)
        if not found and _BREAKING.search(gap):
            return rule_at_line_break(document, candidate, gap, goes_on)
        return found

    def _goes_on(self, text: str, position: int, word: str) -> bool:
        """Whether the next word cannot begin a sentence, being in lower case."""
        if not (self._cased and word[:1].islower()):
            return False
        return not (word[1:2].isupper() or _PARTICLE.match(text, position))

    def _without_blank(self, document: Document, candidate: re.Match[str]) -> str:
        text, start, end = document.text, candidate.start(), candidate.end()
        if text[start] not in ".!?":
            quoted = text[end - 1] in QUOTES
            return NONE if quoted and self._reporting.match(text, end) else "wide mark"
        word, _ = words_before(document, start)
        past = end + len(candidate["word"])
        after = text[past : past + 1]
        if not word or word in self._abbreviations or after not in (" ", "\n", ",", "\u00a0"):
            return NONE
        return NONE if _INSIDE_TOKENS & set(word) else "no blank"

    def _after_mark(self, document: Document, candidate: re.Match[str]) -> str:
        text, start, end = document.text, candidate.start(), candidate.end("end")
        dash = _DASHES.intersection(candidate["opened"])
        if dash and (text[end - 1] in QUOTES or _DASHES.intersection(text[document.start : start])):
            return NONE
        if text[start] == ".":
            if end - start > 1 and text[start + 1] in ". …":
                return "ellipsis"
            return self._after_stop(document, candidate)
        if text[start - 1 : start] == "(" and text[end - 1] == ")":
            return NONE
        if text[end - 1] in QUOTES and self._speaker.match(text, candidate.end()):
            return NONE
        word, _ = words_before(document, start)
        known = self._abbreviations.get(word + text[start])
        return NONE if known and candidate["word"] in known.unless else "mark"

    def _after_stop(self, document: Document, candidate: re.Match[str]) -> str:
        start = candidate.start()
        word, before = words_before(document, start)
        if start - len(word) <= document.start + 1 and _ITEM_NUMBER.fullmatch(word):
            return NONE
        if document.text[start - len(word) - 1 : start + 2] == f"({word}.)" and word.islower():
            return NONE
        known = self._known(word, before)
        if known is None:
            return self._after_unknown(document, candidate, word, before)
        if not self._cased or "-" in candidate["opened"] or "—" in candidate["opened"] or "–" in candidate["opened"]:
            return NONE
        if known.after and start - document.start < SHORTEST_WITH_YEAR:
            return NONE
        key = _number_key(before) if known.after else _key(candidate["word"])
        return known.rule if known.splits is not _listed(document, candidate, known.unless, key) else NONE

    def _known(self, word: str, before: str) -> Abbreviation | None:
        """What the lists say of a word: with the one before it ("z. B."), alone, or after a hyphen or the like."""
        known = None
        if len(word) <= 3 and before[-1:] == ".":
            known = self._abbreviations.get(before + word)
        known = known or self._abbreviations.get(word) or self._abbreviations.get(_key(word))
        if known is None and not word.isalnum():
            known = self._abbreviations.get(re.split("[-'’/(]", word)[-1])
        return known

    def _after_unknown(self, document: Document, candidate: re.Match[str], word: str, before: str) -> str:
        """Rules for a word that is in no list: an initial, letters with full stops, or a plain word."""
        initial = len(word) == 1 and word.isalpha()
        if not (initial or _SHORT_FORM.fullmatch(word)) or word[-1:].isdigit():
            return "full stop"
        following = candidate["word"]
        if _listed(document, candidate, self._starters, following):
            return "starter"
        if initial and before[-1:] in ("°", "º"):
            return "degrees"
        if initial and before[:1].islower() and following.lower() in document.lower_words:
            return "seen in lower case"
        return NONE


def words_before(document: Document, position: int) -> tuple[str, str]:
    """The word that ends at a position, without what opens it, and the one before that; "" where there is none."""
    head = document.text[max(document.start, position - LONGEST_WORD) : position]
    if not head or head[-1].isspace():
        return "", ""
    words = head.rsplit(None, 2)
    return words[-1].lstrip(_SHELL), words[-2].lstrip(_SHELL) if len(words) > 1 else ""


def _listed(document: Document, candidate: re.Match[str], words: frozenset[str], key: str) -> bool:
    """Whether a word is in a list; a single letter before a full stop is an initial, never the word "A" or "I"."""
    if key not in words:
        return False
    after = candidate.end() + len(candidate["opened"]) + len(key)
    return not (len(key) == 1 and key.isalpha() and document.text[after : after + 1] == ".")


def _key(word: str) -> str:
    return NUMBER if word.isdigit() else word


def _number_key(word: str) -> str:
    """The same for the word before an abbreviation, where "1914–1918" and "XIX" are numbers too."""
    is_number = word[-1:].isdigit() or not word.strip("IVXLC–—-")
    return NUMBER if is_number else word.rstrip(".")
