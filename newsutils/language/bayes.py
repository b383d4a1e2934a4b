"""Naive Bayes over sequences of one to three letters.

With the profiles of langdetect. Where langdetect draws sequences at random until one language leads, and so answers
differently from run to run, all of them are counted here: there is nothing to seed, the answer is always the same, and
it takes about a twentieth of the time.
"""

from collections import Counter
from functools import cache
from typing import Any

import numpy as np

from newsutils.language.profiles import SMOOTHING, letters_only, load_profiles, sequences
from newsutils.language.tables import rows

# A word of the table that parts close languages counts as much as this difference in log-likelihood.
WORD_WEIGHT = 6.0
# Sequences overlap, so they are no independent evidence: with this share of each, the scores are true probabilities.
INDEPENDENCE = 0.3
# Below this score two or more languages are as likely.
LEAST_SCORE = 0.4
# A text in a language without statistics takes the name of the most similar one. Its letters give it away (é and the
# like, a few in a hundred), and the share of its three-letter sequences that the other language does not have at all.
ENOUGH_LETTERS = 100
LEAST_KNOWN_LETTERS = 0.97
LEAST_KNOWN_SEQUENCES = 0.5
LEAST_KNOWN_SEQUENCES_LATIN = 0.64  # most languages without statistics are written in Latin letters
# And its sequences are rarer in the other language than those of a text in it: by so much (in natural logarithms, on
# average) that no text is, or by less where many are not known either. Measured on longer texts in Latin letters.
MANY_LETTERS = 250
MOST_SURPRISE = 1.55
DOUBTFUL_SURPRISE, DOUBTFUL_KNOWN_SEQUENCES = 1.1, 0.74

Floats = np.ndarray[Any, np.dtype[np.float64]]


def most_likely(text: str, languages: tuple[str, ...], script: str) -> tuple[str, float] | None:
    """The language of a text in one script, with its probability; None where no language fits or two fit alike."""
    letters, profiles = letters_only(text), load_profiles(languages)
    row, missing = profiles.rows.get, len(profiles.rows)
    likelihood = profiles.likelihood[[row(sequence, missing) for sequence in sequences(letters)]]
    evidence = likelihood.sum(axis=0, dtype=np.float64) + WORD_WEIGHT * _count_telling_words(letters, languages)
    best = int(evidence.argmax())
    score = 1 / float(np.exp((evidence - evidence[best]) * INDEPENDENCE).sum())
    if score < LEAST_SCORE or not _fits(letters, likelihood[:, best], float(profiles.expected[best]), script):
        return None
    return languages[best], score


def _count_telling_words(letters: str, languages: tuple[str, ...]) -> Floats:
    counts = Counter(language for word in letters.split() for language in _telling_words().get(word, ()))
    return np.array([counts[language] for language in languages], dtype=np.float64)


def _fits(letters: str, likelihood: np.ndarray[Any, np.dtype[np.float32]], expected: float, script: str) -> bool:
    """Whether a text is made of what its language has: `likelihood` is that of each of its sequences, short ones first.

    A short text is taken to be.
    """
    size = len(letters)
    if size < ENOUGH_LETTERS:
        return True
    in_words = size - letters.count(" ")
    known = likelihood > np.log(SMOOTHING) + 0.001
    within = np.array([letter != " " for letter in letters[1:-1]])
    triples = likelihood[2 * size - 1 :][within]
    share = known[2 * size - 1 :].sum() / in_words
    least = LEAST_KNOWN_SEQUENCES_LATIN if script == "Latn" else LEAST_KNOWN_SEQUENCES
    if known[:size].sum() < LEAST_KNOWN_LETTERS * in_words or share < least:
        return False
    if script != "Latn" or size < MANY_LETTERS:
        return True
    surprise = expected - float(triples.mean())
    return not (surprise > MOST_SURPRISE or (surprise > DOUBTFUL_SURPRISE and share < DOUBTFUL_KNOWN_SEQUENCES))


@cache
def _telling_words() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for language, words in rows("words.tsv"):
        for word in words.split():
            table[word] = (*table.get(word, ()), language)
    return table
