"""Bounds and approximations: "at least", "up to" and "nearly" before a numeral, "or more" and "-plus" after it."""

import unicodedata
from typing import NamedTuple

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.numerals import Value
from newsutils.numbers.phrases import Hit
from newsutils.numbers.tokens import Tokens

EXACT = "="
ABOUT = "~"
RANGE = "range"
VAGUE = "vague"
FILLERS = 2
CHAIN = 3
GOAL_REACH = 8


class Bound(NamedTuple):
    """A bound sign, one of = ~ > >= < <=, and the first token of what says it."""

    sign: str
    first: int


class Limits(NamedTuple):
    """The ends of what a quantity may be, and whether each end itself is left out; None is no limit."""

    least: Value | None
    most: Value | None
    least_open: bool = False
    most_open: bool = False


def bound_before(tokens: Tokens, first: int, lexicon: Lexicon) -> Bound:
    """The bound that stands before a quantity. Of several in a row ("up to about 50") the one that limits counts."""
    bound = Bound(EXACT, first)
    for _ in range(CHAIN):
        hit = _nearest(tokens, bound.first, lexicon)
        if hit is None or _is_goal(tokens, hit, lexicon):
            break
        bound = Bound(bound.sign if bound.sign not in (EXACT, ABOUT) else hit.meaning, hit.first)
    return bound


def _nearest(tokens: Tokens, first: int, lexicon: Lexicon) -> Hit[str] | None:
    if hit := lexicon.before.before(tokens.words, first):
        return hit
    for skipped in range(1, FILLERS + 1):
        if not lexicon.has("filler", tokens.word(first - skipped)):
            break
        hit = lexicon.before.before(tokens.words, first - skipped)
        if hit and hit.last - hit.first > 1:
            return hit
    return None


def _is_goal(tokens: Tokens, hit: Hit[str], lexicon: Lexicon) -> bool:
    """Whether "up to" is where a change arrives, and no bound: "rose (by 5 %) to 72" with the Russian word for both."""
    last = hit.last - lexicon.has("determiner", tokens.words[hit.last - 1])  # Spanish "hasta los 1.184"
    if not lexicon.has("range-to", tokens.word(last - 1)):
        return False
    reach = GOAL_REACH if last - hit.first == 1 else 1
    before = tokens.words[max(0, hit.first - reach) : hit.first]
    return any(lexicon.has("change", word) for word in before)


def bound_after(tokens: Tokens, last: int, lexicon: Lexicon) -> Hit[str] | None:
    """The bound that starts right after a quantity."""
    hit = lexicon.after.at(tokens.words, last)
    if hit is None or "\n" in tokens.gap(last):
        return None
    adds = tokens.word(hit.last)[:1].isdecimal() or unicodedata.category(tokens.word(hit.last)[:1] or " ") == "Sc"
    return None if adds else hit


def limits(value: Value | None, sign: str) -> Limits:
    """The ends that a bound sets to a value."""
    if sign in (">", ">="):
        return Limits(value, None, least_open=sign == ">")
    if sign in ("<", "<="):
        return Limits(None, value, most_open=sign == "<")
    return Limits(value, value) if sign == EXACT else Limits(None, None)
