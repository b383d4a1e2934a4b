"""The counted noun: the head of the noun phrase after a numeral with the modifiers before it, no "of" phrase.

There is no parser here. How far a noun phrase goes is told by closed word lists and by endings, in one of the ways of
the language's ``noun-phrase`` setting: "english" and "hindi" collect words up to a function word or past the plural,
"german" goes to the first capital, "slavic" goes over adjectives, "first" takes the first noun.
"""

from collections.abc import Callable
from typing import NamedTuple

from newsutils.numbers.designations import ends_in_plural, is_designation
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.plurals import is_plural
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS

LONGEST = 8
APOSTROPHES = frozenset("'’")


class NounPhrase(NamedTuple):
    """The tokens ``first`` up to, not including, ``last``."""

    first: int
    last: int


def counted_noun(tokens: Tokens, index: int, lexicon: Lexicon, plural: bool) -> NounPhrase | None:
    """The noun that a numeral counts.

    Args:
        tokens: the text.
        index: the token after the numeral and its bounds.
        lexicon: the language.
        plural: whether the numeral wants a plural.
    """
    if tokens.glued(index) and lexicon.has("digit-ending", tokens.word(index)):
        return None
    first = _start(tokens, index, lexicon)
    way = _WAYS.get(lexicon.noun_phrase)
    if way is None:
        last = _english(tokens, first, lexicon, plural)
    else:
        last = _role_noun(tokens, first, lexicon) or way(tokens, first, lexicon)
    return NounPhrase(first, last) if last > first else None


def _start(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The first token of the noun phrase: past a hyphen, "of", and words such as "the" and "more"."""
    if tokens.word(index) in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        index += 1
    of = lexicon.has("partitive", tokens.word(index)) and "\n" not in tokens.gap(index)
    index += of
    for kind in ("determiner", "leader") if of else ("leader",):
        index += lexicon.has(kind, tokens.word(index)) and "\n" not in tokens.gap(index)
    return index


def _role_noun(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    """The token after a noun phrase that is a phrase of a role, such as "new cases"; 0 where none stands."""
    hit = lexicon.roles_after.at(tokens.words, first)
    return hit.last if hit and lexicon.has("last-noun", tokens.words[hit.last - 1]) else 0


def _is_noun_part(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a token may belong to a noun phrase at all."""
    if index >= len(tokens) or not tokens.raw[index][0].isalpha() or "\n" in tokens.gap(index):
        return False
    if lexicon.joined_article and tokens.words[index].startswith(lexicon.joined_article):
        return False  # Arabic "72 والجرحى", "72, and of the injured"
    return not lexicon.is_function_word(tokens.words[index]) and not lexicon.starts_numeral(tokens.words[index])


def _word_end(tokens: Tokens, index: int) -> int:
    """The token after a word, with what hangs on it by a hyphen or as a possessive ending."""
    last, limit = _glued_end(tokens, index), index + LONGEST
    while last < limit and _joins_letters(tokens, last):
        if not (tokens.glued(last + 1) and tokens.raw[last + 1][0].isalnum()):
            break
        last = _glued_end(tokens, last + 1)
    return last


def _joins_letters(tokens: Tokens, index: int) -> bool:
    """Whether a mark goes on a word: a hyphen, an apostrophe, or the slash of a designation (M109A5/A6)."""
    mark = tokens.word(index)
    slashed = mark == "/" and tokens.raw[index - 1].isdecimal()
    return tokens.glued(index) and (mark in HYPHENS or mark in APOSTROPHES or slashed)


def _glued_end(tokens: Tokens, index: int) -> int:
    """The token after letters and digits without a blank between them."""
    last, limit = index + 1, index + LONGEST
    while last < limit and tokens.glued(last) and tokens.raw[last][0].isalnum():
        last += 1
    return last


def _is_verb_alone(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb follows the numeral, which then counts what was named before: "30 died"."""
    return lexicon.has("finite", tokens.word(index))


def _english(tokens: Tokens, first: int, lexicon: Lexicon, plural: bool) -> int:
    last = first
    if _is_verb_alone(tokens, first, lexicon):
        return first
    if _is_attached(tokens, first):
        return _word_end(tokens, first)
    while last - first < LONGEST:
        last += last > first and plural and _joins_modifiers(tokens, last, lexicon)
        if not (is_designation(tokens, last, first, lexicon) or _is_noun_part(tokens, last, lexicon)):
            break
        word_end = _word_end(tokens, last)
        if last > first and _ends_before(tokens, last, word_end, lexicon, plural):
            break
        last = word_end
    if plural:
        last = _without_adverbs(tokens, first, last, lexicon)
    return first if plural and _begins_clause(tokens, first, last, lexicon) else last


def _without_adverbs(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> int:
    """The end of a noun phrase without what no plural is at it: "four critically", "30 short of", "two absent"."""
    while last > first and (tokens.words[last - 1].endswith("ly") or lexicon.has("no-head", tokens.words[last - 1])):
        last -= 1
    return last


def _begins_clause(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words after a number that wants a plural are a participle and its object: "is 73 raising hopes of"."""
    first += last - first > 1 and tokens.words[first].endswith("ly")
    if last <= first or is_plural(tokens.words[first], lexicon) or lexicon.roles_after.at(tokens.words, first):
        return False
    if not tokens.words[first].endswith(("ing", "ed")):
        return False
    return last - first == 1 or not is_plural(tokens.words[last - 1], lexicon)


def _is_attached(tokens: Tokens, index: int) -> bool:
    """Whether a word hangs on the numeral by a hyphen, as in "six-cylinder engine"."""
    word = tokens.word(index)[:1].isalpha()
    return word and tokens.word(index - 1) in HYPHENS and tokens.glued(index) and tokens.glued(index - 1)


def _joins_modifiers(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two modifiers of one noun: "Syrian and Russian warplanes", but not "women and children"."""
    if not lexicon.has("joiner", tokens.word(index)) or is_plural(tokens.words[index - 1], lexicon):
        return False
    if not (_is_noun_part(tokens, index + 1, lexicon) and _is_noun_part(tokens, index + 2, lexicon)):
        return False
    return is_plural(tokens.words[index + 2], lexicon) and not is_plural(tokens.words[index + 1], lexicon)


def _ends_before(tokens: Tokens, index: int, end: int, lexicon: Lexicon, plural: bool) -> bool:
    """Whether the noun phrase ends before a word: after a plural only another plural goes on ("arms dealers")."""
    word = tokens.words[end - 1]
    if is_plural(tokens.words[index - 1], lexicon) or ends_in_plural(tokens, index):
        last_word = lexicon.has("last-noun", tokens.words[index - 1])
        return last_word or not is_plural(word, lexicon) or lexicon.has("verb", word)
    if not plural and is_plural(word, lexicon) and word.islower():
        return True
    named = lexicon.roles_after.at(tokens.words, index) is not None and not is_plural(word, lexicon)
    participle = word.endswith("ed") or named
    adverb = tokens.words[index - 1].endswith("ly") and not named
    leads = is_plural(tokens.word(end), lexicon)
    modifies = plural and ((participle and adverb) or (leads and (participle or adverb)))
    return not modifies and (participle or lexicon.has("verb", word))


def _hindi(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    last = first
    if _is_verb_alone(tokens, first, lexicon) or _is_predicate(tokens, first, lexicon):
        return first
    while last - first < LONGEST // 2 and _is_noun_part(tokens, last, lexicon):
        word = tokens.words[last]
        verb = lexicon.has("verb", word) or (word.endswith(lexicon.verb_endings) if lexicon.verb_endings else False)
        verb = verb or lexicon.has("auxiliary", tokens.word(last + 1))
        if last > first and (verb or lexicon.roles_after.at(tokens.words, last)):
            break
        last += 1
    return last


def _is_predicate(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word of a role and its auxiliary stand where a noun would: "were burnt"."""
    hit = lexicon.roles_after.at(tokens.words, index)
    return hit is not None and any(lexicon.has("auxiliary", tokens.word(hit.last - back)) for back in (0, 1))


def _first(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    last = first
    if tokens.word(first).endswith(lexicon.verb_endings):
        return first
    while last - first < LONGEST // 2 and _is_noun_part(tokens, last, lexicon):
        word = tokens.words[last]
        if lexicon.has("calendar", word):
            break
        last = _word_end(tokens, last)
        if not lexicon.has("prenominal", word) or lexicon.roles_after.at(tokens.words, last - 1):
            break
    return first if last - first == 1 and lexicon.has("no-head", tokens.words[first]) else last


def _german(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    last = first
    while last - first < LONGEST // 2 and _is_noun_part(tokens, last, lexicon):
        start, last = last, _word_end(tokens, last)
        if tokens.raw[start][0].isupper() and not _is_of_town(tokens, start, last, lexicon):
            return last
        adverb = lexicon.has("role-skip", tokens.words[last - 1]) and lexicon.roles_after.at(tokens.words, last)
        if not (adverb or tokens.words[last - 1].endswith(("e", "en", "er", "es", "em"))):
            break
    return first


def _is_of_town(tokens: Tokens, index: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word in -er is the adjective of a town before its noun: "40 Kölner Kinder"."""
    if not tokens.words[last - 1].endswith("er") or tokens.words[index].startswith(lexicon.person_stems):
        return False
    noun = last < len(tokens) and tokens.raw[last][0].isupper() and tokens.gap(last) == " "
    return noun and not tokens.words[last].endswith("s")  # "3.000 Einwohner Mossuls"


def _slavic(tokens: Tokens, first: int, lexicon: Lexicon) -> int:
    last = first
    if tokens.word(first).endswith(lexicon.verb_endings):
        return first
    while last - first < LONGEST // 2 and _is_noun_part(tokens, last, lexicon):
        adjective = tokens.words[last].endswith(lexicon.adjective_endings)
        if last > first and not adjective and _is_slavic_verb(tokens, last, lexicon):
            break
        last = _word_end(tokens, last)
        if not adjective:
            break
    return last


def _is_slavic_verb(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word after what may be an adjective is no noun, but a verb: "рабочих бастуют"."""
    return lexicon.roles_after.at(tokens.words, index) is not None or tokens.words[index].endswith(lexicon.verb_endings)


_WAYS: dict[str, Callable[[Tokens, int, Lexicon], int]] = {
    "hindi": _hindi,
    "first": _first,
    "german": _german,
    "slavic": _slavic,
}
