"""The rules for a full stop before a blank and a capital, where the word before it may be an abbreviation."""

import re
from functools import lru_cache

from newsutils.sentences.characters import CONSONANTS, DASHES, OPENERS, UPPER
from newsutils.sentences.document import Document
from newsutils.sentences.lexicon import NUMBER, Abbreviation, Lexicon

NONE = ""
LONGEST_OPENING = 30
LONGEST_PART, LONGEST_SHORT_FORM = 3, 5
LEAST_WORDS = 4
LONGEST_ITEM = 500
WORDS_KEPT = 1000
LONGEST_BEGINNING = 100
_BEFORE_A_SENTENCE = OPENERS + " \t\u00a0"
_DEGREES = frozenset("°º")
_JOINS = frozenset(DASHES + "(")
_JOINT = re.compile("[-'’/(]")
_ROMAN_DIGITS = frozenset("IVXLC")
_ROMAN = re.compile(r"[IVXLC]{2,7}")
_ITEM_NUMBER = re.compile(r"\d{1,3}|[ivxIVX]{1,5}")
# A quotation, but no nickname: John F. "Honey Fitz" Fitzgerald.
_QUOTATION = re.compile(rf"(?![“”\"„«][^“”\"«».,!?]{{1,20}}[“”\"»]\s[{UPPER}])[“\"„«]")
_SHORT_FORM = re.compile(rf"[B-DF-HJ-NP-TV-Z][{CONSONANTS}]{{1,4}}|[^.\s\d)\]]{{1,3}}(?:\.-?[^.\s\d)\]]{{1,3}})+")


class StopRules:
    """The rules with the lists of one language.

    Args:
        lexicon: the lists.
        cased: whether the text has capitals.
    """

    def __init__(self, lexicon: Lexicon, *, cased: bool) -> None:
        self._abbreviations = lexicon.abbreviations
        self._capitals = lexicon.capitals
        self._starters = lexicon.words("starters")
        self._prepositions = lexicon.words("prepositions")
        self._cased = cased
        self._known = lru_cache(WORDS_KEPT)(self._look_up)

    def rule(self, document: Document, candidate: re.Match[str]) -> str:
        """The name of the rule by which a sentence ends at a full stop; "" where none does."""
        start = candidate.start()
        word = document.word_before(start)
        before = document.second_word_before(start) if len(word) <= LONGEST_PART else ""
        known = self._known(word, before) or self._in_capitals(word, candidate["word"])
        if known is None or before[-1:] in _DEGREES:
            return self._by_form(document, candidate, word, before)
        if not self._ends(document, candidate, known, word, before) or self._is_adverbial(document, candidate):
            return NONE
        if not self._cased or _joined(candidate) or (_is_short(word, known) and _is_first(document, candidate, word)):
            return NONE
        return known.rule

    def _look_up(self, word: str, before: str) -> Abbreviation | None:
        """What the lists say of a word: with the one before it ("z. B."), alone, or after a hyphen or the like."""
        known = self._abbreviations.get(before + word) or self._abbreviations.get(_key(word))
        if known or word.isalnum():
            return known or self._abbreviations.get("-" + word[-LONGEST_PART:])
        *earlier, last = _JOINT.split(word)
        return None if earlier and earlier[-1].isdigit() else self._abbreviations.get(last)

    def _in_capitals(self, word: str, following: str) -> Abbreviation | None:
        """What the lists say of a word in a line of capitals, where "EST" before "The" is no "est"."""
        return self._capitals.get(word) if following.isdigit() or (following.isupper() and len(following) > 1) else None

    def _ends(self, document: Document, candidate: re.Match[str], known: Abbreviation, word: str, before: str) -> bool:
        """Whether a known abbreviation ends its sentence here."""
        if not known.unless:
            return known.splits
        following = candidate["word"]
        if not known.after:
            return known.splits is not _listed(document, candidate, known.unless, _key(following))
        if not word.isdigit() and (following.isdigit() or _count_of_words(document, candidate) < LEAST_WORDS):
            return False  # "2 ч. 30 мин." is one measure, "В 1990 г." is no sentence
        before = _number_key(before or document.second_word_before(candidate.start()))
        return before in known.unless or _listed(document, candidate, self._starters, following)

    def _is_adverbial(self, document: Document, candidate: re.Match[str]) -> bool:
        """Whether the sentence so far is but a preposition with its words and a name follows: "At 5 a.m. Mr. Smith"."""
        if _count_of_words(document, candidate) >= LEAST_WORDS or document.first_word() not in self._prepositions:
            return False
        return candidate["word"] not in self._starters or candidate["word"] in self._abbreviations

    def _by_form(self, document: Document, candidate: re.Match[str], word: str, before: str) -> str:
        """Rules for a word that is in no list: an initial, letters with full stops, or a plain word."""
        if word.startswith("/"):
            return NONE  # "5 May. /TASS/. The": the agency ends a dateline
        initial = self._is_initial(word, before)
        if not (initial or (("." in word or len(word) <= LONGEST_SHORT_FORM) and _SHORT_FORM.fullmatch(word))):
            return NONE if _ITEM_NUMBER.fullmatch(word) and _is_label(document, candidate, word) else "plain"
        found = self._after_short_form(document, candidate, before if initial else "")
        return NONE if found and (_joined(candidate) or (initial and _is_first(document, candidate, word))) else found

    def _after_short_form(self, document: Document, candidate: re.Match[str], before: str) -> str:
        """What speaks for an end after letters with full stops, or an initial with the word before it."""
        following = candidate["word"]
        if _listed(document, candidate, self._starters, following):
            return "starter"
        if before and _QUOTATION.match(document.text, candidate.end()):
            return "quotation"
        if before[-1:] in _DEGREES:
            return "degrees"
        if before[:1].islower() and following.isalpha() and document.has_in_lower_case(following):
            return "seen in lower case"
        return NONE

    def _is_initial(self, word: str, before: str) -> bool:
        """Whether a word is one letter, or the written-out name of one after another: "बी. के."."""
        if len(word) == 1:
            return word.isalpha()
        if word[-2:-1] == "/":  # "AP Photo/J. Doe"
            return word[-1].isupper()
        earlier = self._abbreviations.get(before[:-1]) if before[-1:] == "." else None
        return earlier is not None and earlier.rule == "initials" and len(word) <= LONGEST_PART


def _is_short(word: str, known: Abbreviation) -> bool:
    """Whether an abbreviation alone makes no sentence, as "No." or "Etc." may."""
    return not (known.splits and word.isalpha())


def _is_first(document: Document, candidate: re.Match[str], word: str) -> bool:
    """Whether a word before a full stop is the first of its sentence, after quotes, brackets and bullets."""
    start = candidate.start() - len(word)
    return start - document.begin < LONGEST_OPENING and not document.text[document.begin : start].strip(
        _BEFORE_A_SENTENCE
    )


def _is_label(document: Document, candidate: re.Match[str], word: str) -> bool:
    """Whether a number begins an item: as the first word, or as in "three parts: 1. A truce. 2. A swap."."""
    if _is_first(document, candidate, word):
        return True
    text, start = document.text, candidate.start()
    return text.endswith(": 1", 0, start) and text.find(" 2. ", start, start + LONGEST_ITEM) >= 0


def _count_of_words(document: Document, candidate: re.Match[str]) -> int:
    """The words before a candidate, as far as it matters whether they are few."""
    return document.text.count(" ", document.begin, min(candidate.start(), document.begin + LONGEST_BEGINNING)) + 1


def _joined(candidate: re.Match[str]) -> bool:
    """Whether a dash or a bracket follows, which goes on after an abbreviation."""
    opened = candidate["opened"]
    return bool(opened) and not _JOINS.isdisjoint(opened)


def _listed(document: Document, candidate: re.Match[str], words: frozenset[str], key: str) -> bool:
    """Whether a word is in a list; a single letter before a full stop is an initial, never the word "A" or "I"."""
    if key not in words:
        return False
    after = candidate.start("word") + len(key)
    return not (len(key) == 1 and key.isalpha() and document.text[after : after + 1] == ".")


def _key(word: str) -> str:
    return NUMBER if word.isdigit() or (word[:1] in _ROMAN_DIGITS and _ROMAN.fullmatch(word)) else word


def _number_key(word: str) -> str:
    """The same for the word before an abbreviation, where "1914–1918", "1990s" and "XIX" are numbers too."""
    is_number = word[:1].isdigit() or not word.strip("IVXLC–—-")
    return NUMBER if is_number else word.rstrip(".")
