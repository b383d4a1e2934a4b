"""Which name a distance is said of: "Akuressa, some 160 km south of Colombo", "Ma'adan (a town 70 km …)"."""

from collections.abc import Sequence

from newsutils.places.directions import Words
from newsutils.places.mention import Mention
from newsutils.places.relative import MARKS
from newsutils.places.tokens import is_hyphen

MOST_TOKENS = 14
"""How many tokens may stand between a name and what is said of it."""
MOST_CONTAINERS = 3
"""How many places may stand one in the other before it."""
PARENTHESIS = frozenset([",", "(", "–", "—"])
ARTICLES = frozenset(["a", "an", "the"])
INSIDE = frozenset(["in", "of", "the", ","])


def subject_before(
    words: Sequence[str], mentions: Sequence[Mention], before: int, first: int, known: Words
) -> int | None:
    """The mention that words starting at a token are said of.

    Args:
        words: the tokens of the text.
        mentions: the mentions in order.
        before: the index of the last mention before those words, -1 for none.
        first: the first token of the words.
        known: the words of the language.

    Returns:
        The index of the mention; of "A in B" and "A, B" that of A. None where the words stand for themselves.
    """
    if before < 0 or not _says_of(words[mentions[before].last : first], known):
        return None
    for _ in range(MOST_CONTAINERS):
        if before == 0 or not _lies_in(words[mentions[before - 1].last : mentions[before].first], known):
            break
        before -= 1
    return before


def _says_of(between: Sequence[str], known: Words) -> bool:
    """Whether words tie what follows to the name before: marks and words such as "is located some"."""
    if len(between) > MOST_TOKENS or MARKS - PARENTHESIS & set(between):
        return False
    lower = [word.lower() for word in between]
    if all(_ties(word, known) for word in lower):
        return True
    described = next((at for at, word in enumerate(lower) if word in PARENTHESIS and lower[at + 1 : at + 2]), None)
    if (
        described is None
        or lower[described + 1] not in ARTICLES
        or not all(_ties(word, known) for word in lower[:described])
    ):
        return False
    return not any(word in ("and", "or") for word in lower) and all(word == word.lower() for word in between)


def _ties(word: str, known: Words) -> bool:
    return word in PARENTHESIS or is_hyphen(word) or known.has("about", word)


def _lies_in(between: Sequence[str], known: Words) -> bool:
    """Whether words say that the name before lies in the one after: "in", ",", "village in the"."""
    lower = [word.lower() for word in between]
    ties = {"in", ","} & set(lower)
    return bool(ties) and len(lower) <= 4 and all(word in INSIDE or known.has("about", word) for word in lower)
