"""Text in capitals as it would stand in a sentence, so that what is learnt from sentences holds for headlines."""

from collections.abc import Iterator, Sequence

from newsutils.places.lexicon import classes_of
from newsutils.places.matching import ARTICLES
from newsutils.places.model import NO_CASE, WordFacts
from newsutils.places.tokens import Tokens, is_hyphen

SHORTEST = 4
"""Fewer words in capitals may be a name or an acronym."""
MOSTLY_LOWER = 6
"""A word with a smaller class of case is written without a capital."""


def recased(tokens: Tokens, facts: WordFacts) -> Tokens:
    """The tokens, those of lines in capitals with capitals where names have them; offsets stay. Linear."""
    words = list(tokens.words)
    for first, last in _in_capitals(tokens.words):
        for at in range(first, last):
            words[at] = _recased(tokens.words, at, facts)
    return tokens._replace(words=words)


def _in_capitals(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches without a small letter, from a word in capitals to another, that have at least ``SHORTEST``."""
    capitals = [at for at, is_capital in enumerate(map(str.isupper, words)) if is_capital]
    first = count = last = 0
    for at in capitals:
        if not count or any(map(_has_small, words[last + 1 : at])):
            if count >= SHORTEST:
                yield first, last + 1
            first, count = at, 0
        last = at
        count += len(words[at]) > 1 and words[at].isalpha()
    if count >= SHORTEST:
        yield first, last + 1


def _has_small(word: str) -> bool:
    return word.upper() != word


def _recased(words: Sequence[str], at: int, facts: WordFacts) -> str:
    lower = words[at].lower()
    classes = classes_of(lower)
    if classes & {"agency", "acronym"}:
        return words[at]
    article = lower in ARTICLES and at + 1 < len(words) and is_hyphen(words[at + 1])
    if article or "function" in classes or NO_CASE < facts(lower).case < MOSTLY_LOWER:
        return lower
    return words[at].capitalize()
