"""Tagging of place names: a linear chain over the runs of capitalised words, decoded with the Viterbi algorithm.

The scores come from an averaged structured perceptron (Collins 2002, "Discriminative training methods for hidden
Markov models"). What a word adds to the scores of the tokens around it depends on the word alone, so the sums are kept
by word; those of a context by context.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsutils.places.features import (
    OFFSETS,
    SPELLED,
    Surroundings,
    context_features,
    context_parts,
    features_at,
    look_around,
    runs,
)
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of
from newsutils.places.matching import Match
from newsutils.places.model import BEGIN, INSIDE, LABELS, OTHER_BEGIN, OTHER_INSIDE, OUT, Model, Vector, trained_model

AFTER = {BEGIN: (BEGIN, INSIDE), OTHER_BEGIN: (OTHER_BEGIN, OTHER_INSIDE)}
EVERY = tuple(range(len(LABELS)))
BEFORE = (EVERY, EVERY, (BEGIN, INSIDE), EVERY, (OTHER_BEGIN, OTHER_INSIDE))
"""The labels that may stand before each label."""
EDGE = "\n"
PARTS = range(len(SPELLED))
MEMORY = 1 << 15
"""How many words at an offset, and how many parts of contexts, a tagger remembers."""
BIAS = 3.0
"""Always added to the score of a place: a name in a hundred more is found, and hardly one more is wrong."""


class Tagged(NamedTuple):
    """Tokens `first` up to, not with, `last` are a place's name; `margin`: by how much rather than not."""

    first: int
    last: int
    margin: float


class Tagger:
    """A model at work, with its memory of words."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._facts = model.word
        self._at_word = lru_cache(maxsize=MEMORY)(self._word_vector)
        self._at_part = lru_cache(maxsize=MEMORY)(self._part_vector)

    def tag(
        self, words: Sequence[str], matches: Sequence[Match], gazetteers: Gazetteers, bias: float = 0.0
    ) -> list[Tagged]:
        """The place names of a text.

        Args:
            words: its tokens.
            matches: the names of the gazetteer in it.
            gazetteers: the gazetteers that the matches come from.
            bias: what to add to the score of a place: above 0 more are found, below 0 fewer are wrong.
        """
        seen = look_around(words, matches, gazetteers, self._facts)
        found: list[Tagged] = []
        for run in runs(words):
            if run[1] - run[0] == 1 and "function" in classes_of(words[run[0]].lower()):
                continue  # the first word of a sentence
            emissions = self._emissions(words, run, seen, gazetteers, BIAS + bias)
            labels = decode(emissions, self._model.transitions)
            found += tagged_spans(labels, emissions, run[0])
        return found

    def _emissions(
        self, words: Sequence[str], run: tuple[int, int], seen: Surroundings, gazetteers: Gazetteers, bias: float
    ) -> list[Vector]:
        first, last = run
        around = [words[at] if 0 <= at < len(words) else EDGE for at in range(first - 2, last + 2)]
        emissions: list[Vector] = []
        for at in range(first, last):
            context = context_parts(context_features(words, at, run, seen, gazetteers, self._facts))
            seen_words = around[at - first : at - first + len(OFFSETS)]
            parts = [*map(self._at_part, PARTS, context), *map(self._at_word, seen_words, OFFSETS)]
            o, b, i, x, y = map(sum, zip(*parts, strict=True))
            emissions.append((o - bias, b, i, x, y))
        return emissions

    def _word_vector(self, word: str, offset: int) -> Vector:
        """What a word adds to the token from which it stands at an offset."""
        return self._model.vector(features_at(word, offset, self._facts))

    def _part_vector(self, number: int, part: tuple[str, ...]) -> Vector:
        """What one part of a context adds."""
        return self._model.vector(SPELLED[number](*part))


def decode(emissions: Sequence[Vector], transitions: Sequence[Sequence[float]]) -> list[int]:
    """The best sequence of labels for a run."""
    best: list[float] = [emissions[0][label] if label not in (INSIDE, OTHER_INSIDE) else -1e9 for label in EVERY]
    back: list[list[int]] = []
    for scores in emissions[1:]:
        came = [max(BEFORE[label], key=lambda prior: best[prior] + transitions[prior][label]) for label in EVERY]
        best = [best[came[label]] + transitions[came[label]][label] + scores[label] for label in EVERY]
        back.append(came)
    label = max(EVERY, key=best.__getitem__)
    labels = [label]
    for came in reversed(back):
        label = came[label]
        labels.append(label)
    return labels[::-1]


def tagged_spans(labels: Sequence[int], emissions: Sequence[Vector], offset: int) -> list[Tagged]:
    """The places in the labels of a run that starts at token `offset`."""
    found: list[Tagged] = []
    at = 0
    while at < len(labels):
        first = at
        at += 1
        if labels[first] != BEGIN:
            continue
        while at < len(labels) and labels[at] == INSIDE:
            at += 1
        margin = min(emissions[token][labels[token]] - emissions[token][OUT] for token in range(first, at))
        found.append(Tagged(offset + first, offset + at, margin))
    return found


@cache
def trained_tagger() -> Tagger:
    """The tagger that ships with the package."""
    return Tagger(trained_model())
