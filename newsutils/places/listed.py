"""Recognition by the gazetteer alone, for text without a tagger: listed names, less what its surroundings forbid."""

from collections.abc import Sequence

from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of
from newsutils.places.matching import Match

SMALLEST = 15_000
"""Smaller places are taken only where "in" or the like stands before."""
SHORTEST = 4
"""Shorter keys are taken only for countries and regions in capitals: "US", "N.Y."."""
LARGE = 200_000
"""In a script without capitals, whose words are shorter too, towns so large are taken in spite of a short name."""
_BEFORE_PEOPLE = frozenset(["title", "fore"])
_NOT_PLACES = frozenset(["common", "time", "agency", "demonym", "function", "title", "organisation"])


def is_listed_place(words: Sequence[str], match: Match, gazetteers: Gazetteers) -> bool:
    """Whether a match is likely to mean a place, by its size and the words beside it."""
    best = gazetteers.foremost(match.key)[0]
    word = words[match.first]
    if len(match.key) < SHORTEST and not (_without_case(word) and best.population >= LARGE):
        return best.kind in ("country", "region") and word.isupper()
    if (match.last - match.first == 1 and _NOT_PLACES & classes_of(word.lower())) or _is_part_of_name(words, match):
        return False
    before = classes_of(words[match.first - 1].lower()) if match.first else frozenset()
    return "inside" in before or best.population >= SMALLEST


def _without_case(word: str) -> bool:
    return len(word) > 2 and word.lower() == word.upper()


def _is_part_of_name(words: Sequence[str], match: Match) -> bool:
    """Whether a person's or an organisation's name goes on before or after."""
    before = words[match.first - 1] if match.first else ""
    after = words[match.last] if match.last < len(words) else ""
    if _BEFORE_PEOPLE & classes_of(before.lower()) or (before[:1].isupper() and _sure_capital(words, match.first - 1)):
        return True
    return after[:1].isupper() and not classes_of(after.lower()) & {"type", "time", "function"}


def _sure_capital(words: Sequence[str], at: int) -> bool:
    """Whether a word has its capital for itself, not for the start of a sentence."""
    return at > 0 and words[at - 1] not in '.!?"“”' and not classes_of(words[at].lower())
