"""Designations within a noun phrase: letters and digits that name the type of what is counted, and measures of it.

"35 A320neo planes", "two old 747 Cargo jets", "31 M1A1 Abrams tanks", "900 Model 5s", "four 500-pound bombs".
"""

import itertools

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.plurals import is_plural
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS

LONGEST_TYPE_NUMBER = 4
WORDS_TO_PLURAL = 3
DECADE_DIGITS = (2, 4)


def is_designation(tokens: Tokens, index: int, first: int, lexicon: Lexicon) -> bool:
    """Whether a designation starts at a token of a noun phrase.

    Args:
        tokens: the text.
        index: the token.
        first: the first token of the noun phrase.
        lexicon: the language.
    """
    if index >= len(tokens) or "\n" in tokens.gap(index) or not tokens.raw[index].isalnum():
        return False
    if tokens.raw[index].isdecimal():
        after = index + 1 + (tokens.word(index + 1) in HYPHENS and tokens.glued(index + 1))
        attached = tokens.glued(after) and _has_case(tokens.word(after))
        return attached or (index > first and _is_type_number(tokens, index, lexicon))
    return tokens.glued(index + 1) and tokens.raw[index + 1].isdecimal() and _has_case(tokens.words[index])


def _has_case(word: str) -> bool:
    """Whether a word is of a script with small letters and capitals; the others write no blanks, or digits so."""
    return word.upper() != word.lower()


def _is_type_number(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a bare number beside a capitalised word leads to a plural: "747 Cargo jets", "Type 45 destroyers"."""
    after = tokens.raw[index + 1 : index + 1 + WORDS_TO_PLURAL]
    if len(tokens.raw[index]) > LONGEST_TYPE_NUMBER or tokens.gap(index + 1) != " " or not after[0].isalpha():
        return False
    words = itertools.takewhile(lambda word: word.isalpha() and not lexicon.is_function_word(word), after)
    capital = after[0][0].isupper() or tokens.raw[index - 1][0].isupper()
    return capital and any(word.islower() and is_plural(word, lexicon) for word in words)


def ends_in_plural(tokens: Tokens, index: int) -> bool:
    """Whether the plural of a designation ends before a token: "Model 5s", "two 747s", but not in "1980s buildings"."""
    number = tokens.word(index - 2)
    decade = number.endswith("0") and len(number) in DECADE_DIGITS
    return tokens.word(index - 1) == "s" and tokens.glued(index - 1) and number.isdecimal() and not decade
