"""English plurals: which words are one, and nouns in the singular, so that what is counted can be grouped."""

from newsutils.numbers.lexicon import Lexicon

_SIBILANTS = ("sses", "shes", "ches", "xes", "zzes")


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether an English word looks like a plural."""
    if lexicon.has("plural", word) or word in lexicon.singulars:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'" and not lexicon.has("singular", word)


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
