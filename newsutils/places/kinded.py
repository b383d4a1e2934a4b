"""Names after a word for their kind, listed or not: "im Landkreis Ahrweiler", "provincia de Jaén", "ville de Gao"."""

from collections.abc import Iterator, Sequence

from newsutils.places.gazetteer.localised import Localised
from newsutils.places.tokens import is_hyphen
from newsutils.places.vocabulary import Vocabulary, vocabulary_of

MOST_WORDS = 4


def find_kinded(words: Sequence[str], gazetteers: Localised) -> list[tuple[int, int]]:
    """Spans of tokens, (first, last), that a word for a kind of place announces. Linear.

    Args:
        words: the words and marks of a text.
        gazetteers: those for the language of the text.
    """
    vocabulary = vocabulary_of(gazetteers.lang)
    return [(first, _end(words, first, vocabulary)) for first in _starts(words, vocabulary)]


def _starts(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[int]:
    """Where a name begins that such a word announces, alone or, in a language with links, with one."""
    for at, word in enumerate(words):
        if word.lower() in vocabulary.naming:
            first = at + 1 if vocabulary.capitalises_nouns else at + 2
            linked = vocabulary.capitalises_nouns or (first < len(words) and words[at + 1] in vocabulary.link)
            if linked and first < len(words) and _is_name(words[first], vocabulary):
                yield first


def _end(words: Sequence[str], first: int, vocabulary: Vocabulary) -> int:
    """Where a name ends: after its capitals and hyphens; where nouns have capitals, after one word and its hyphens."""
    at = first + 1
    while at + 1 < len(words) and at < first + MOST_WORDS and is_hyphen(words[at]) and words[at + 1][0].isupper():
        at += 2
    while not vocabulary.capitalises_nouns and at < min(len(words), first + MOST_WORDS) and words[at][0].isupper():
        at += 1
    return at


def _is_name(word: str, vocabulary: Vocabulary) -> bool:
    return word[0].isupper() and len(word) > 1 and word.lower() not in vocabulary.function
