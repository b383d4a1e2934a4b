"""English nouns in the singular, so that what is counted can be grouped: "new cases" and "one new case" alike."""

from newsutils.numbers.lexicon import Lexicon
from newsutils.numbers.nouns import is_plural

_SIBILANTS = ("sses", "shes", "ches", "xes", "zzes")


def singular_phrase(phrase: str, lexicon: Lexicon) -> str:
    """A noun phrase in lower case with its head, the last word, in the singular."""
    before, blank, head = phrase.lower().rpartition(" ")
    return f"{before}{blank}{_singular(head, lexicon)}"


def _singular(word: str, lexicon: Lexicon) -> str:
    if irregular := lexicon.singulars.get(word):
        return irregular
    if not is_plural(word, lexicon) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_SIBILANTS) else word[:-1]
