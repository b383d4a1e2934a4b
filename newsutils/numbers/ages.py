"""Ages without "years old": by "aged" and such before them, as an aside, as a limit, or said of a person."""

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.nouns import counted_noun
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens

YEAR = "year"
SMALLEST_SAID, LARGEST_AGE = 3, 120
SUBJECT_REACH, CLAUSE_REACH = 2, 12
LIMITS = frozenset({"<", ">"})
CLAUSE_ENDS = frozenset(".;:!?()")


def may_be_age(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether a quantity is a bare count or a number of years, and not years of something."""
    of_something = lexicon.has("partitive", tokens.word(found.outer_last))
    return found.kind == COUNT or (found.unit == YEAR and not of_something)


def is_age(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether the words around a number that may be an age show that it is one."""
    first = found.outer_first
    if any(lexicon.ages_before.before(tokens.words, index) for index in (first, found.first)):
        return True
    verb = lexicon.age_verbs.before(tokens.words, first)
    limit = found.kind == COUNT and found.bound in LIMITS and lexicon.has("age-person", tokens.word(first - 1))
    if not (verb or limit or _is_said_of_person(tokens, found, lexicon)):
        return False
    return not counted_noun(tokens, found.outer_last, lexicon, plural=True)


def _is_said_of_person(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether "is" and such stand between a pronoun, or what has an age, and a number: "he will be 35 in May"."""
    copula, after = found.outer_first - 1, tokens.word(found.outer_last)
    value = found.value
    if not lexicon.has("age-copula", tokens.word(copula)) or found.kind != COUNT:
        return False
    if not (isinstance(value, int) and SMALLEST_SAID <= value <= LARGEST_AGE) or lexicon.has("after-no-age", after):
        return False
    if after and not after[0].isalnum() and tokens.glued(found.outer_last) and after not in ".,;:!?)\"”'’":
        return False
    return _is_subject(tokens, copula, lexicon) or (
        found.bound in LIMITS and _speaks_of_people(tokens, copula, lexicon)
    )


def _speaks_of_people(tokens: Tokens, copula: int, lexicon: Lexicon) -> bool:
    """Whether people stand right before a copula and the limit of their age: "half of the ministers are under 40"."""
    return copula > 0 and tokens.words[copula - 1].startswith(lexicon.person_stems)


def _is_subject(tokens: Tokens, copula: int, lexicon: Lexicon) -> bool:
    """Whether a person is what a copula speaks of: "he", "who", or in its clause "age", "expectancy", "youngest"."""
    before = tokens.words[max(0, copula - SUBJECT_REACH) : copula]
    if any(lexicon.has("age-subject", word) for word in before):
        return True
    for index in range(copula - 1, max(-1, copula - CLAUSE_REACH), -1):
        if tokens.words[index] in CLAUSE_ENDS:
            return False
        if lexicon.has("age-word", tokens.words[index]):
            return True
    return False


def is_aside(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number stands between commas after a person: "Maddon, 66, said", "the gunman, 24, opened fire"."""
    value, first, last = found.value, found.outer_first, found.outer_last
    if not isinstance(value, int) or not 0 < value <= LARGEST_AGE or first < 2 or tokens.word(first - 1) != ",":
        return False
    if tokens.word(last + 1) == "," or not tokens.raw[first - 2][0].isalpha():
        return False
    if tokens.raw[first - 2][0].isupper():
        return tokens.word(last) in {",", "."} or lexicon.has("joiner", tokens.word(last))
    noun = not lexicon.is_function_word(tokens.words[first - 2])
    return noun and tokens.word(last) == "," and tokens.raw[last + 1 : last + 2] != [] and found.kind == COUNT
