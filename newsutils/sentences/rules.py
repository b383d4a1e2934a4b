"""The rules for the candidates that the expression leaves open. A rule's name is what a user gets told.

Every rule looks at one candidate: the mark, the words before and after it, and what the document and the lists of the
language say about them.
"""

import re

from newsutils.sentences.characters import DASHES, LINE_BREAKS, QUOTES, WIDE_STOPS
from newsutils.sentences.document import Document
from newsutils.sentences.layout import rule_at_line_break
from newsutils.sentences.lexicon import Lexicon
from newsutils.sentences.speech import reporting, speaker
from newsutils.sentences.stops import StopRules

NONE = ""
WIDE_RULE = "wide mark"
LONGEST_SPEECH = 300
_BREAKING = re.compile(f"[{LINE_BREAKS}]")
_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az)-[A-Z]")
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}[^.!?]{0,60}|\w[^!?]{0,40}, [^!?]{0,12}\d[^!?]{0,12}")
_IN_NAMES = frozenset(".@/_#")
_DASHES = frozenset(DASHES)
_DASH = re.compile(rf"[—―]|--|\s[{DASHES}]")
_SHUT = QUOTES  # « Qui ? », as French sets it: the quotation ends after the blank
_GOING_ON = frozenset(",;:/")
_ITEM = "- "
_TITLES = "titles"
_ELLIPSIS = frozenset(". …")


class Rules:
    """The rules with the lists of one language.

    Args:
        lexicon: the lists.
        cased: whether the text has capitals, so that a lower-case letter tells that a sentence goes on.
    """

    def __init__(self, lexicon: Lexicon, *, cased: bool) -> None:
        self._abbreviations = lexicon.abbreviations
        self._starters = lexicon.words("starters")
        self._linking = lexicon.words("linking")
        self._speaker = speaker(lexicon)
        self._reporting = reporting(lexicon)
        self._after_stop = StopRules(lexicon, cased=cased).rule
        self._cased = cased

    def rule(self, document: Document, candidate: re.Match[str]) -> str:
        """The name of the rule by which a sentence ends at a candidate; "" where none does."""
        text, start = document.text, candidate.start()
        mark, gap = text[start], candidate["gap"]
        if mark == "." and gap == " " and (text[start + 2].isupper() or text[start + 2].isdigit()):
            return self._after_stop(document, candidate)  # the usual case, without detours
        if mark in WIDE_STOPS or not (gap or mark in LINE_BREAKS):
            return self._without_blank(document, candidate)
        goes_on = self._goes_on(text, candidate)
        if mark in LINE_BREAKS:
            wrapped = not gap or candidate["word"][:1].islower()
            if wrapped and document.last_word_before(start) in self._linking:
                return NONE
            return rule_at_line_break(document, start, candidate.end(), goes_on=goes_on)
        found = NONE if goes_on else self._after_mark(document, candidate)
        if not found and not gap.isprintable() and _BREAKING.search(gap):
            if self._goes_with(document.word_before(start), candidate["word"], wrapped=len(gap) == 1):
                return NONE
            return rule_at_line_break(document, start, candidate.end(), goes_on=goes_on)
        return found

    def _goes_on(self, text: str, candidate: re.Match[str]) -> bool:
        """Whether what follows cannot begin a sentence: a word in lower case, a comma or an agency between slashes."""
        following = candidate["word"]
        if not following:
            past = candidate.end("opened")
            if candidate["opened"].strip(_SHUT):
                past = candidate.end()
            return past < len(text) and text[past] in _GOING_ON
        if not (following[0].islower() and self._cased):
            return False
        return not (following[1:2].isupper() or _ARTICLE.match(text, candidate.start("word")))

    def _goes_with(self, word: str, following: str, *, wrapped: bool) -> bool:
        """Whether a line was broken between two words that the lists join: "Sen." and a name, "5 a.m." and a day.

        A title and the name may even be paragraphs apart, which comes from careless splitters.
        """
        known = self._abbreviations.get(word)
        if known is None:
            return False
        if known.splits:
            return wrapped and (following in known.unless or following.isdigit())
        return not known.unless and following not in self._starters and (wrapped or known.rule == _TITLES)

    def _without_blank(self, document: Document, candidate: re.Match[str]) -> str:
        text, start, end = document.text, candidate.start(), candidate.end()
        if text[start] not in ".!?":
            quoted = text[end - 1] in QUOTES
            return NONE if quoted and self._reporting.match(text, end) else WIDE_RULE
        if text[end - 1] == '"' and text.count('"', max(document.begin, start - LONGEST_SPEECH), start) % 2 == 0:
            return NONE  # it opens
        word = document.word_before(start)
        past = candidate.end("word")
        if not word or word in self._abbreviations or text[past : past + 1] not in (" ", "\n", ",", "\u00a0"):
            return NONE
        return NONE if _IN_NAMES.intersection(word) else "no blank"

    def _after_mark(self, document: Document, candidate: re.Match[str]) -> str:
        text, start, end = document.text, candidate.start(), candidate.start("gap")
        opened = candidate["opened"]
        if opened and not _DASHES.isdisjoint(opened) and _dash_joins(document, start, end):
            return NONE
        run = text[start:end]
        if text[start - 1 : start] == "[":
            return "omission" if self._follows_omission(document, start - 1, candidate["word"]) else NONE
        if run[-1] == ")" and text[start - 1 : start] == "(":
            return NONE  # "(!)" for a doubt
        if run[0] != "." or "?" in run or "!" in run:
            return self._after_question(document, candidate)
        if run[1:2] in _ELLIPSIS:
            return "ellipsis" if _has_case(candidate["word"]) else NONE
        return self._after_stop(document, candidate)

    def _after_question(self, document: Document, candidate: re.Match[str]) -> str:
        text, start = document.text, candidate.start()
        following = candidate["word"]
        if not following:
            return "mark"
        quoted = text[candidate.start("gap") - 1] in QUOTES
        if quoted and self._may_speak(following) and self._speaker.match(text, candidate.end()):
            return NONE
        name = self._abbreviations.get(document.word_before(start) + text[start])
        return NONE if name and following in name.unless else "mark"

    def _follows_omission(self, document: Document, bracket: int, word: str) -> bool:
        """Whether a capitalised word begins a sentence after "[...]", with which this one neither begins nor quotes."""
        if bracket == document.begin or document.text[bracket - 1] in QUOTES:
            return False
        return word in self._starters or (word.isalpha() and document.has_in_lower_case(word))

    def _may_speak(self, word: str) -> bool:
        """Whether a capitalised word may be a name or a title, not "The" or "She"."""
        return word not in self._starters or word in self._abbreviations


def _dash_joins(document: Document, start: int, end: int) -> bool:
    """Whether a dash after a mark names the speaker, goes on with a speech after its speaker, or ends a dateline."""
    text, begin = document.text, document.begin
    if text.startswith(_ITEM, begin) and text.startswith(_ITEM, end + 1):
        return False
    said = begin + (text[begin] in _DASHES)  # a dash at the beginning only opens the speech
    if text[end - 1] in QUOTES or _DASH.search(text, max(said, start - LONGEST_SPEECH), start):
        return True
    return _DATELINE.fullmatch(text, begin, start) is not None


def _has_case(word: str) -> bool:
    """Whether a word is in a script with capitals, where a small letter would have shown that a sentence goes on."""
    return word[:1].lower() != word[:1].upper() or not word[:1].isalpha()
