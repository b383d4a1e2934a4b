"""Ages without "years old": by "aged" and such before them, as an aside, as a limit, or said of a person."""

from newsutils.numbers.bounds import EXACT
from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.nouns import counted_noun
from newsutils.numbers.quantity import COUNT, Quantity
from newsutils.numbers.tokens import Tokens
from newsutils.numbers.words import HYPHENS

YEAR = "year"
SMALLEST_SAID, LARGEST_AGE = 3, 120
SUBJECT_REACH, CLAUSE_REACH, STREET_REACH, NOUN_REACH = 2, 12, 4, 6
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
    if lexicon.bare_ages and found.unit == YEAR and _is_of_person(tokens, found, lexicon):
        return True
    verb = lexicon.age_verbs.before(tokens.words, first)
    limit = found.kind == COUNT and found.bound in LIMITS and lexicon.has("age-person", tokens.word(first - 1))
    if not (verb or limit or _is_said_of_person(tokens, found, lexicon)):
        return False
    return not counted_noun(tokens, found.outer_last, lexicon, plural=True)


def _is_of_person(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether years hang on a person: "il nipote di 9 anni", "подросток 15 лет", "les moins de 12 ans"."""
    before = tokens.word(found.outer_first - 1)
    direct = found.bound != EXACT or lexicon.noun_phrase == "slavic"
    if (direct and lexicon.has("age-person", before)) or (found.bound in LIMITS and lexicon.has("age-article", before)):
        return True
    if not lexicon.has("partitive", before):
        return False
    return lexicon.has("age-person", tokens.word(found.outer_first - 2)) or _is_of_one(tokens, found, lexicon)


def _is_of_one(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether "a ... of N years" is no term but someone so old: "un pompier de 27 ans", not "une peine de 27 ans"."""
    if not isinstance(found.value, int) or not SMALLEST_SAID <= found.value <= LARGEST_AGE:
        return False
    for index in range(found.outer_first - 2, max(-1, found.outer_first - NOUN_REACH), -1):
        word = tokens.words[index]
        if lexicon.articles.at(tokens.words, index):
            return index < found.outer_first - 2
        if lexicon.is_function_word(word) or lexicon.has("term", word) or not (word.isalpha() or word in HYPHENS):
            return False
    return False


def is_bracketed(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number in brackets is the age of the person named before: "Lukas Brandt (31)", "die Frau (34)"."""
    value, bracket = found.value, found.outer_first - 1
    if tokens.word(bracket) != "(" or not isinstance(value, int) or not SMALLEST_SAID <= value <= LARGEST_AGE:
        return False
    person = lexicon.has("age-person", tokens.word(bracket - 1))
    if tokens.word(found.outer_last) != ")":
        return person and lexicon.has("joiner", tokens.word(found.outer_last))
    return person or (lexicon.bracket_ages and all(_is_name(tokens, bracket - back, lexicon) for back in (1, 2)))


def _is_name(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a token may be the name of a person: a capital and then small letters, and no function word."""
    token = tokens.raw[index] if index >= 0 else ""
    return token.istitle() and len(token) > 1 and not lexicon.is_function_word(tokens.words[index])


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


def _joins_years(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether "and" and a number of years follow a bare number: "двое грабителей, 22 и 31 года, ..."."""
    joined = lexicon.has("joiner", tokens.word(index)) and tokens.word(index + 1).isdecimal()
    unit = lexicon.units.at(tokens.words, index + 2) if joined else None
    return unit is not None and unit.meaning == YEAR


def _is_street(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a name is that of a street, as a word before it says: "вул. Чупринки, 71"."""
    return any(lexicon.has("street-before", tokens.word(index - back)) for back in range(1, STREET_REACH))


def is_aside(tokens: Tokens, found: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number stands between commas after a person: "Ashby, 58, said", "the gunman, 24, opened fire"."""
    value, first, last = found.value, found.outer_first, found.outer_last
    if not isinstance(value, int) or not 0 < value <= LARGEST_AGE or first < 2 or tokens.word(first - 1) != ",":
        return False
    if lexicon.has("calendar", tokens.words[first - 2]) or _is_street(tokens, first - 2, lexicon):
        return False
    if lexicon.has("calendar", tokens.word(last + 1)):  # "am Dienstag, 16. Juni"
        return False
    if tokens.word(last + 1) == "," or not tokens.raw[first - 2][0].isalpha():
        return False
    if tokens.raw[first - 2][0].isupper():
        return tokens.word(last) in {",", "."} or lexicon.has("joiner", tokens.word(last))
    if lexicon.bare_ages and lexicon.has("age-person", tokens.words[first - 2]):
        return not tokens.word(last)[:1].isalpha() or lexicon.has("joiner", tokens.word(last))
    noun = not lexicon.is_function_word(tokens.words[first - 2])
    if lexicon.bare_ages and noun and _joins_years(tokens, last, lexicon):
        return True
    bare = found.kind == COUNT or lexicon.bare_ages
    return noun and tokens.word(last) == "," and tokens.raw[last + 1 : last + 2] != [] and bare
