"""What only looks like a quantity, by the words around it: identifiers, sections, names, ordinals, scores and years."""

from typing import NamedTuple

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.money import sign_before, stands_for_money
from newsutils.numbers.numerals import Numeral, power_of_ten
from newsutils.numbers.phrases import Hit
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.units import unit_at
from newsutils.numbers.words import HYPHENS

LONGEST_NAME_NUMBER = 4
LONGEST_CODE = 3
LONGEST_SCORE = 3
FIRST_YEAR, LAST_YEAR = 1500, 2099
RUN = 8
LAST_HOUR, SIXTY = 24, 60
WITH_MINUTES = "minutes"
TECHNICAL_NAMES = frozenset({"2g", "3g", "4g", "5g", "6g", "2d", "3d", "4k", "8k", "480p", "720p", "1080p", "2160p"})
SCORE_DASHES = frozenset("-‐‑–")
SENTENCE_ENDS = frozenset('.!?:;"“”»«')


class Lookalike(NamedTuple):
    """The tokens ``first`` up to ``last`` are no quantity but of this kind."""

    first: int
    last: int
    kind: str


def glued_identifier(tokens: Tokens, index: int, lexicon: Lexicon) -> Lookalike | None:
    """Digits that hang on letters: F-16, G7, M5, COVID-19, 5G, 4x4."""
    first = _run_start(tokens, index, lexicon)
    last = _run_end(tokens, index, lexicon)
    return Lookalike(first, last, "identifier") if first < index or last > index + 1 else None


def _run_start(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The first token of what the digits hang on to the left."""
    first = index
    while index - first < RUN and tokens.glued(first):
        before = tokens.raw[first - 1]
        if before[0].isalpha() and not _may_stand_before(tokens, first - 1, lexicon):
            first -= 1
        elif before in HYPHENS and tokens.glued(first - 1) and _hangs_on(tokens, first - 2, lexicon):
            first -= 2
        elif (
            before == "+" and tokens.glued(first - 1) and tokens.glued(first - 2) and tokens.raw[first - 3][0].isalpha()
        ):
            first -= 3
        elif before[0].isdecimal() and first < index:
            first -= 1
        else:
            break
    return first


def _may_stand_before(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    return lexicon.has("proclitic", tokens.words[index]) or sign_before(tokens, index + 1) is not None


def _hangs_on(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word before a hyphen makes an identifier of the digits after it: F-16, but not sub-7 or to-260,000."""
    word = tokens.word(index)
    if not word[:1].isalpha() or lexicon.has("prefix", word):
        return False
    if lexicon.has("hyphen-label", word):
        return True
    return not tokens.raw[index].islower() or lexicon.labels.before(tokens.words, index + 1) is not None


def _run_end(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The token after letters that hang on the digits and are no unit, multiplier, currency or ending."""
    last = index + 1
    if (
        tokens.word(last) in HYPHENS
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and _is_code(tokens, last + 1, lexicon)
    ):
        return last + 2
    if not tokens.glued(last) or not tokens.raw[last][0].isalpha() or _is_known_ending(tokens, last, lexicon):
        return last
    while last - index < RUN and tokens.glued(last) and tokens.raw[last][0].isalnum():
        last += 1
    return last


def _is_code(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a token is one to three capitals that are no unit and so the end of an identifier: 4711-XB, 23-F."""
    token = tokens.raw[index]
    if not (token.isalpha() and token.isupper() and len(token) <= LONGEST_CODE):
        return False
    if tokens.glued(index + 1) and tokens.raw[index + 1][0].isalnum():
        return False
    return len(token) == 1 or not _is_known_ending(tokens, index, lexicon)


def _is_known_ending(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether letters right after digits are a unit, a multiplier, a currency or the ending of a number."""
    if tokens.words[index - 1] + tokens.words[index] in TECHNICAL_NAMES:
        return False
    if (
        power_of_ten(tokens, index)
        or lexicon.coins.at(tokens.words, index)
        or unit_at(tokens, index, lexicon)
        or stands_for_money(tokens, index)
    ):
        return True
    known = lexicon.suffix(tokens.raw[index], money=True) or lexicon.has("digit-ending", tokens.words[index])
    return bool(known) and not (tokens.glued(index + 1) and tokens.raw[index + 1][0].isdecimal())


def labelled(tokens: Tokens, first: int, lexicon: Lexicon) -> str | None:
    """The kind of what a label right before a number makes of it: Section 3, Room 101, Boeing 737, No. 5."""
    if hit := lexicon.labels.before(tokens.words, first) or _label_after_and(tokens, first, lexicon):
        return hit.meaning
    hit = lexicon.capital_labels.before(tokens.words, first)
    return hit.meaning if hit and tokens.raw[hit.first][0].isupper() else None


def _label_after_and(tokens: Tokens, first: int, lexicon: Lexicon) -> Hit[str] | None:
    """The label before a number, where an "and" is glued to it, as in Arabic."""
    word, prefix = tokens.word(first - 1), lexicon.joiner_prefix
    return lexicon.labels.at([word[len(prefix) :]], 0) if prefix and word.startswith(prefix) else None


def ordinal_at(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """The token after an ordinal that starts at a token: 2nd, twenty-first, 20-го."""
    if tokens.raw[index][0].isdecimal():
        after = index + 1
        if after < len(tokens) and lexicon.suffix(tokens.raw[after], money=False):
            return None
        if tokens.word(after) in HYPHENS and tokens.glued(after) and tokens.glued(after + 1):
            after += 1
        if _is_dotted_ordinal(tokens, index, lexicon):
            return index + 2
        glued = tokens.glued(after) and tokens.glued(index + 1)
        return after + 1 if glued and lexicon.has("ordinal-ending", tokens.word(after)) else None
    tens = lexicon.cardinals.at(tokens.words, index)
    if tens and tens.meaning >= 20 and tokens.word(tens.last) in HYPHENS:
        index = tens.last + 1
    hit = lexicon.ordinals.at(tokens.words, index)
    if not hit and lexicon.joiner_prefix:  # the Arabic fourteenth is "the fourth ten"
        hit = lexicon.ordinals.at(tokens.words, index - 1)
    return hit.last if hit and hit.last > index else None


def _is_dotted_ordinal(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a dot makes an ordinal of digits, as in German between a determiner and a noun: "der 2. Weltkrieg"."""
    noun = tokens.raw[index + 2] if index + 2 < len(tokens) else ""
    dotted = tokens.word(index + 1) == "." and tokens.glued(index + 1) and tokens.gap(index + 2) == " "
    return dotted and noun[:1].isupper() and lexicon.has("before-ordinal", tokens.word(index - 1))


def score_at(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> int | None:
    """The token after a score that starts with a numeral: 2-1, 0-0, 7/4, three-for-two, in sport also "3 to 1".

    "15-22" rises and is none without words of sport near it.
    """
    if last := _worded_score(tokens, numeral, lexicon):
        return last
    dash = numeral.last
    slashed = tokens.word(dash) == "/"
    if numeral.kind != "digits" or not (slashed or tokens.word(dash) in SCORE_DASHES) or not tokens.glued(dash):
        return None
    above, below = tokens.raw[numeral.first], tokens.word(dash + 1)
    if not (_is_score_number(above) and _is_score_number(below) and tokens.glued(dash + 1)):
        return None
    if slashed:
        return dash + 2 if int(above) > int(below) and _stands_alone(tokens, numeral, lexicon) else None
    falls = int(above) >= int(below) and not tokens.word(dash + 2).isalpha()
    return dash + 2 if falls or int(above) > int(below) or _is_sporting(tokens, numeral.first, lexicon) else None


def _stands_alone(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether two numbers with a slash are in a text and have no unit after them."""
    last = numeral.last + 2
    return not tokens.glued(last) and len(tokens) > last - numeral.first and unit_at(tokens, last, lexicon) is None


def _is_score_number(word: str) -> bool:
    return word.isdecimal() and len(word) <= LONGEST_SCORE


def _is_sporting(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word of sport is near a token."""
    near = tokens.words[max(0, index - RUN) : index + 1 + RUN]
    return any(lexicon.has("score-word", word) for word in near)


def _worded_score(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> int | None:
    """The token after two numbers with a word between: "14-of-22", and "3 to 1" that falls, near a word of sport."""
    link = numeral.last
    if tokens.word(link) in HYPHENS and lexicon.has("score-link", tokens.word(link + 1)):
        joined = tokens.word(link + 2) in HYPHENS and all(map(tokens.glued, range(link, link + 4)))
        after = tokens.word(link + 3)
        number = after.isdecimal() or lexicon.cardinals.at(tokens.words, link + 3)
        return link + 4 if joined and number else None
    if not lexicon.has("range-to", tokens.word(link)) or numeral.last - numeral.first > 1:
        return None
    if lexicon.between.before(tokens.words, numeral.first) or unit_at(tokens, link + 2, lexicon):
        return None
    above, below = tokens.words[numeral.first], tokens.word(link + 1)
    if not (_is_score_number(above) and _is_score_number(below)) or int(above) <= int(below):
        return None
    return link + 2 if _is_sporting(tokens, numeral.first, lexicon) else None


def is_name(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a bare number is part of a name: iPhone 11, S&P 500, the Big Ten."""
    if numeral.kind == "words":
        return _is_worded_name(tokens, numeral)
    token = tokens.raw[numeral.first]
    if numeral.last - numeral.first > 1 or not token.isdecimal() or len(token) > LONGEST_NAME_NUMBER:
        return False
    if len(token) > 1 and token[0] == "0" and numeral.first > 0:
        return True
    if lexicon.has("name-after", tokens.word(numeral.last)):
        return True
    return _follows_name(tokens, numeral.first, lexicon) and not _begins_phrase(tokens, numeral.last, lexicon)


def _is_worded_name(tokens: Tokens, numeral: Numeral) -> bool:
    first, last = numeral.first, numeral.last
    if not tokens.raw[first][0].isupper() or starts_sentence(tokens, first):
        return False
    capital_next = tokens.raw[last][0].isupper() if last < len(tokens) and not tokens.glued(last) else False
    owner = first - 2 if tokens.word(first - 1) == "s" and tokens.glued(first - 1) else first
    return capital_next or tokens.raw[owner - 1][0].isupper() or tokens.words[first - 1] == "of"


def _follows_name(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether the word before is a capitalised one that is no function word at the start of a sentence."""
    before = first - 1
    if before < 0 or not _is_capitalised(tokens.raw[before]) or tokens.gap(first) not in (" ", "\u00a0"):
        return False
    if lexicon.before.before(tokens.words, first) or lexicon.roles_before.before(tokens.words, first):
        return False
    word = tokens.words[before]
    return not (
        lexicon.is_function_word(word) or lexicon.has("calendar", word) or (len(word) > 3 and word.endswith("ly"))
    )


def _is_capitalised(token: str) -> bool:
    """Whether a word has a capital, first or within, as iPhone has."""
    return token[0].isalpha() and token.lower() != token


def _begins_phrase(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """Whether a noun or a plural verb follows, so that the number counts: "Aleppo 15 people", "Homs 12 were"."""
    word = tokens.word(last)
    if lexicon.has("plural-verb", word) or lexicon.roles_after.at(tokens.words, last):
        return True
    if lexicon.has("verb", word) or lexicon.has("finite", word):
        return False
    if last >= len(tokens) or not tokens.raw[last][0].isalpha():
        return False
    noun = not tokens.raw[last][0].isupper() or lexicon.capital_nouns
    return noun and not tokens.glued(last) and not lexicon.is_function_word(word)


def is_address(tokens: Tokens, last: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised name of a street follows: 49 Zorro Ranch Road."""
    limit = min(len(tokens), last + RUN // 2)
    while last < limit and tokens.gap(last) == " ":
        ordinal = ordinal_at(tokens, last, lexicon)
        if not ordinal and not tokens.raw[last][0].isupper():
            return False
        if lexicon.has("street", tokens.words[last]):
            return True
        last = ordinal or last + 1
    return False


def is_clock(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a bare number after "at" or before a part of the day is the hour: Italian "alle 14", "dalle 18.15"."""
    hour, mark, minutes = tokens.words[numeral.first].partition(".")
    if numeral.last - numeral.first > 1 or not hour.isdecimal() or not 0 <= int(hour) <= LAST_HOUR:
        return False
    if mark and not (len(minutes) == len("59") and minutes.isdecimal() and int(minutes) < SIXTY):
        return False
    if lexicon.day_parts.at(tokens.words, numeral.last):
        return True
    hit = lexicon.clocks.before(tokens.words, numeral.first)
    if hit is None or (hit.meaning == WITH_MINUTES and not mark):
        return False
    return not _begins_phrase(tokens, numeral.last, lexicon)


def is_year(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether four bare digits are a year: not before a noun of people or things, other than what years have."""
    token = tokens.raw[numeral.first]
    if numeral.last - numeral.first > 1 or len(token) != 4 or not token.isdecimal() or len(tokens) == 1:
        return False
    if not FIRST_YEAR <= int(token) <= LAST_YEAR:
        return False
    return not _begins_phrase(tokens, numeral.last, lexicon) or lexicon.has("of-year", tokens.word(numeral.last))


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token may be the first of its sentence."""
    return index == 0 or tokens.raw[index - 1] in SENTENCE_ENDS or "\n" in tokens.gap(index)
