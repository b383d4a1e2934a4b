"""Recognition by the gazetteer alone, for text without a tagger: listed names, less what its surroundings forbid."""

from collections.abc import Sequence

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.inflection import is_cyrillic
from newsutils.places.lexicon import classes_of
from newsutils.places.matching import Match
from newsutils.places.names import token_key
from newsutils.places.tokens import is_hyphen

SMALLEST = 15_000
"""Smaller places are taken only where "in" or the like stands before."""
SHORTEST = 4
"""Shorter keys are taken only for countries and regions in capitals: "US", "N.Y."."""
LARGE = 200_000
"""In a script without capitals, whose words are shorter too, towns so large are taken in spite of a short name."""
_BEFORE_PEOPLE = frozenset(["title", "fore"])
_NOT_PLACES = frozenset(["common", "time", "agency", "demonym", "function", "title", "organisation"])
_LIKE_PEOPLE = ("ов", "ев", "ин", "ын", "ии", "ыи", "ои")
"""How keys of Cyrillic names end that are people's, too: Пушкин, Жуковский."""
_ADJECTIVES = ("ая", "ой", "ую", "ое", "ого", "ому", "ом", "ий", "ый", "ої", "ій", "ою")
SENTENCE_ENDS = frozenset('.!?"“”«')


def is_listed_place(words: Sequence[str], match: Match, gazetteers: Gazetteers) -> bool:
    """Whether a match is likely to mean a place, by its size and the words beside it."""
    best = gazetteers.foremost(match.key)[0]
    word = words[match.first]
    before = classes_of(words[match.first - 1].lower()) if match.first else frozenset()
    if len(match.key) < SHORTEST and not (_is_plain(word, before) and best.population >= LARGE):
        return best.kind in ("country", "region") and word.isupper()
    if match.last - match.first == 1 and _NOT_PLACES & classes_of(word.lower()):
        return False
    if is_cyrillic(word[0]) and _follows_adjective(words, match):
        return False
    if _is_declined(words, match):
        return "inside" in before or (best.population >= SMALLEST and _may_stand_alone(words, match, best.population))
    if best.kind == "country" and is_cyrillic(word[0]):
        return True
    return ("inside" in before or best.population >= SMALLEST) and not _is_part_of_name(words, match)


def _is_plain(word: str, before: frozenset[str]) -> bool:
    """Whether a short word is likely to be a name: in a script without capitals, or a Cyrillic one after "in"."""
    return (len(word) > 2 and word.lower() == word.upper()) or ("inside" in before and is_cyrillic(word[0]))


def _is_declined(words: Sequence[str], match: Match) -> bool:
    """Whether a Cyrillic name stands in another case than the nominative; it then belongs to what stands before it."""
    if not is_cyrillic(words[match.first][0]):
        return False
    return match.key != " ".join(token_key(word) for word in words[match.first : match.last] if not is_hyphen(word))


def _may_stand_alone(words: Sequence[str], match: Match, people: int) -> bool:
    """Whether a name in another case may be a place's without "in" before it: no person's, no common word."""
    starts = match.first == 0 or words[match.first - 1] in SENTENCE_ENDS
    if starts or match.key.startswith(token_key(words[match.last - 1])):
        return False
    goes_on = match.last < len(words) and words[match.last][0].isupper()
    return people >= LARGE or not (goes_on or match.key.endswith(_LIKE_PEOPLE))


def _follows_adjective(words: Sequence[str], match: Match) -> bool:
    """Whether a Cyrillic name goes on before: "Северной Ирландии", "Вест-Индию"."""
    before = words[match.first - 1] if match.first else "."
    return is_hyphen(before) or (before[0].isupper() and before.lower().endswith(_ADJECTIVES))


def _is_part_of_name(words: Sequence[str], match: Match) -> bool:
    """Whether a person's or an organisation's name goes on before or after."""
    before = words[match.first - 1] if match.first else ""
    after = words[match.last] if match.last < len(words) else ""
    if _BEFORE_PEOPLE & classes_of(before.lower()) or (before[:1].isupper() and _sure_capital(words, match.first - 1)):
        return True
    return after[:1].isupper() and not classes_of(after.lower()) & {"type", "time", "function"}


def _sure_capital(words: Sequence[str], at: int) -> bool:
    """Whether a word has its capital for itself, not for the start of a sentence."""
    return at > 0 and words[at - 1] not in SENTENCE_ENDS and not classes_of(words[at].lower())
