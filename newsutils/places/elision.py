"""Words that have lost their vowel, apart from the names after them: "l'Ukraine", "dell'Ucraina", "d'Algérie"."""

from collections.abc import Iterator

from newsutils.places.gazetteer.localised import Localised
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.names import token_key
from newsutils.places.tokens import Tokens
from newsutils.places.vocabulary import vocabulary_of

APOSTROPHE = "'"
_OTHER_APOSTROPHES = str.maketrans("’ʼ", "''")
OF = "d'"
"""Stands inside longer names, too: "Côte d'Ivoire"."""


def without_elisions(tokens: Tokens, gazetteers: Gazetteers) -> Tokens:
    """The tokens, those with an elided word and a name apart. Linear.

    Args:
        tokens: those of a text.
        gazetteers: those for its language; names that they list with what looks elided stay whole ("L'Aquila").
    """
    if not isinstance(gazetteers, Localised) or not vocabulary_of(gazetteers.lang).elided:
        return tokens
    parts = [part for at in range(len(tokens.words)) for part in _parts(tokens, at, gazetteers)]
    words, starts, ends = map(list, zip(*parts, strict=True)) if parts else ([], [], [])
    return Tokens(words, starts, ends)


def _parts(tokens: Tokens, at: int, gazetteers: Localised) -> Iterator[tuple[str, int, int]]:
    word, start, end = tokens.words[at], tokens.starts[at], tokens.ends[at]
    length = _elided(tokens, at, gazetteers)
    if length:
        yield word[:length].translate(_OTHER_APOSTROPHES), start, start + length
    yield word[length:], start + length, end


def _elided(tokens: Tokens, at: int, gazetteers: Localised) -> int:
    """How many letters of a token are an elided word and its apostrophe."""
    word = tokens.words[at].translate(_OTHER_APOSTROPHES)
    length = word.find(APOSTROPHE) + 1
    if not 0 < length < len(word) or not word[length].isupper():
        return 0
    elided = word[:length].lower()
    in_name = elided == OF and at > 0 and tokens.words[at - 1][0].isupper()
    whole = in_name or (word[0].isupper() and gazetteers.is_own_name(token_key(word)))
    return length if elided in vocabulary_of(gazetteers.lang).elided and not whole else 0
