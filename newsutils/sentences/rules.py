"""The rules for the candidates that the expression leaves open. A rule's name is what a user gets told.

Every rule looks at one candidate: the mark, the two words before it, the word after it, and what the document and the
lists of the language say about them.
"""

import re

from newsutils.sentences.characters import CONSONANTS, DASHES, LINE_BREAKS, OPENERS, QUOTES, WIDE_STOPS
from newsutils.sentences.document import Document
from newsutils.sentences.layout import rule_at_line_break
from newsutils.sentences.lexicon import NUMBER, Abbreviation, Lexicon
from newsutils.sentences.speech import reporting, speaker

NONE = ""
LONGEST_OPENING = 30
LONGEST_SPEECH = 300
LONGEST_LETTER_NAME = 3
_BREAKING = re.compile(f"[{LINE_BREAKS}]")
_SHORT_FORM = re.compile(rf"[B-DF-HJ-NP-TV-Z][{CONSONANTS}]{{1,4}}|[^.\s\d]{{1,3}}(?:\.-?[^.\s\d]{{1,3}})+")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az)-[A-Z]")
_JOINT = re.compile("[-'’/(，、]")
_ITEM_NUMBER = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
BLANKS_AND_OPENERS = OPENERS + " \t\u00a0"
_ELLIPSIS = frozenset(". …")
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}[^.!?]{0,60}|\w[^!?]{0,40}, [^!?]{0,12}\d[^!?]{0,12}")
_IN_NAMES = frozenset(".@/_#")
_DASHES = frozenset(DASHES)


class Rules:
    """The rules with the lists of one language.

    Args:
        lexicon: the lists.
        cased: whether the text has capitals, so that a lower-case letter tells that a sentence goes on.
    """

    def __init__(self, lexicon: Lexicon, *, cased: bool) -> None:
        self._abbreviations = lexicon.abbreviations
        self._starters = lexicon.words("starters")
        self._speaker = speaker(lexicon)
        self._reporting = reporting(lexicon)
        self._cased = cased

    def rule(self, document: Document, candidate: re.Match[str], begin: int) -> str:
        """The name of the rule by which a sentence ends at a candidate; "" where none does.

        Args:
            document: the text.
            candidate: a match of the expression that it left open.
            begin: where the sentence begins.
        """
        text, start = document.text, candidate.start()
        opened, following, gap = candidate.group("opened", "word", "gap")
        mark = text[start]
        if mark in WIDE_STOPS or not (gap or mark in LINE_BREAKS):
            return self._without_blank(document, candidate, begin)
        goes_on = self._goes_on(text, candidate, following)
        if mark in LINE_BREAKS:
            return rule_at_line_break(document, start, candidate.end(), goes_on=goes_on)
        found = NONE if goes_on else self._after_mark(document, candidate, begin, opened)
        if not found and not gap.isprintable() and _BREAKING.search(gap):
            return rule_at_line_break(document, start, candidate.end(), goes_on=goes_on)
        return found

    def _goes_on(self, text: str, candidate: re.Match[str], following: str) -> bool:
        """Whether what follows cannot begin a sentence: a word in lower case, or a comma."""
        if not following:
            return text[candidate.end() : candidate.end() + 1] in (",", ";", ":")
        if not (following[0].islower() and self._cased):
            return False
        return not (following[1:2].isupper() or _ARTICLE.match(text, candidate.start("word")))

    def _without_blank(self, document: Document, candidate: re.Match[str], begin: int) -> str:
        text, start, end = document.text, candidate.start(), candidate.end()
        if text[start] not in ".!?":
            quoted = text[end - 1] in QUOTES
            return NONE if quoted and self._reporting.match(text, end) else "wide mark"
        word, _ = document.words_before(start, begin)
        past = end + len(candidate["word"])
        if not word or word in self._abbreviations or text[past : past + 1] not in (" ", "\n", ",", "\u00a0"):
            return NONE
        return NONE if _IN_NAMES.intersection(word) else "no blank"

    def _after_mark(self, document: Document, candidate: re.Match[str], begin: int, opened: str) -> str:
        text, start, end = document.text, candidate.start(), candidate.end("end")
        dash = bool(opened) and not _DASHES.isdisjoint(opened)
        if dash and (
            text[end - 1] in QUOTES or not _DASHES.isdisjoint(text[max(begin, start - LONGEST_SPEECH) : start])
        ):
            return NONE  # the speaker of a quotation, or the rest of a speech after its speaker
        if dash and _DATELINE.fullmatch(text, begin, start):
            return NONE
        if text[start - 1 : start] == "[" or (text[start - 1 : start] == "(" and text[end - 1] == ")"):
            return NONE  # "[...]" for what is left out, "(!)" for a doubt
        if text[start] != ".":
            return self._after_question(document, candidate, begin)
        run = text[start:end]
        if "?" in run or "!" in run:
            return self._after_question(document, candidate, begin)
        if run[1:2] in _ELLIPSIS:
            return "ellipsis" if _has_case(candidate["word"]) else NONE
        return self._after_stop(document, candidate, begin, dash)

    def _after_question(self, document: Document, candidate: re.Match[str], begin: int) -> str:
        text, start, end = document.text, candidate.start(), candidate.end("end")
        following = candidate["word"]
        if text[end - 1] in QUOTES and self._may_speak(following) and self._speaker.match(text, candidate.end()):
            return NONE
        word, _ = document.words_before(start, begin)
        name = self._abbreviations.get(word + text[start])
        return NONE if name and following in name.unless else "mark"

    def _may_speak(self, word: str) -> bool:
        """Whether a capitalised word may be a name or a title, not "The" or "She"."""
        return word not in self._starters or word in self._abbreviations

    def _after_stop(self, document: Document, candidate: re.Match[str], begin: int, dash: bool) -> str:
        start = candidate.start()
        word, before = document.words_before(start, begin)
        first = start - begin < LONGEST_OPENING and _opens(document.text[begin:start], word)
        if first and _ITEM_NUMBER.fullmatch(word):
            return NONE
        known = self._known(word, before)
        if known is None:
            return self._after_unknown(document, candidate, word, before)
        if (
            (first and not (known.splits and word.isalpha()))
            or dash
            or "(" in candidate["opened"]
            or not self._cased
            or (known.after and not word.isdigit() and document.text.count(" ", begin, start) < 3)
        ):
            return NONE
        if not known.unless:
            return known.rule if known.splits else NONE
        following = candidate["word"]
        if known.after:
            found = _number_key(before) in known.unless or _listed(document, candidate, self._starters, following)
        else:
            found = _listed(document, candidate, known.unless, _key(following))
        return known.rule if known.splits is not found else NONE

    def _known(self, word: str, before: str) -> Abbreviation | None:
        """What the lists say of a word: with the one before it ("z. B."), alone, or after a hyphen or the like."""
        known = self._abbreviations.get(before + word) if len(word) <= 3 else None
        known = known or self._abbreviations.get(_key(word))
        if known or word.isalnum():
            return known
        return self._abbreviations.get(_JOINT.split(word)[-1])

    def _after_unknown(self, document: Document, candidate: re.Match[str], word: str, before: str) -> str:
        """Rules for a word that is in no list: an initial, letters with full stops, or a plain word."""
        initial = self._is_initial(_JOINT.split(word)[-1], before)
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

    def _is_initial(self, word: str, before: str) -> bool:
        """Whether a word is one letter, or the written-out name of one after another: "बी. के."."""
        if len(word) == 1:
            return word.isalpha()
        earlier = self._abbreviations.get(before[:-1]) if before[-1:] == "." else None
        return earlier is not None and earlier.rule == "initials" and len(word) <= LONGEST_LETTER_NAME


def _listed(document: Document, candidate: re.Match[str], words: frozenset[str], key: str) -> bool:
    """Whether a word is in a list; a single letter before a full stop is an initial, never the word "A" or "I"."""
    if key not in words:
        return False
    after = candidate.start("word") + len(key)
    return not (len(key) == 1 and key.isalpha() and document.text[after : after + 1] == ".")


def _has_case(word: str) -> bool:
    """Whether a word is in a script with capitals, where a small letter would have shown that a sentence goes on."""
    return word[:1].lower() != word[:1].upper() or not word[:1].isalpha()


def _opens(head: str, word: str) -> bool:
    """Whether a word is the first of its sentence, after quotes, brackets and bullets."""
    return not head[: len(head) - len(word)].strip(BLANKS_AND_OPENERS)


def _key(word: str) -> str:
    return NUMBER if word.isdigit() else word


def _number_key(word: str) -> str:
    """The same for the word before an abbreviation, where "1914–1918" and "XIX" are numbers too."""
    is_number = word[-1:].isdigit() or not word.strip("IVXLC–—-")
    return NUMBER if is_number else word.rstrip(".")
