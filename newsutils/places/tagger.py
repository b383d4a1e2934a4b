"""Tagging of place names: a linear chain over the runs of capitalised words, decoded with the Viterbi algorithm.

The scores come from an averaged structured perceptron (Collins 2002, "Discriminative training methods for hidden
Markov models"). What a word adds to the scores of the tokens around it depends on the word alone, so the sums are kept
by word; those of a context by context.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import inf
from operator import add
from typing import NamedTuple

from newsutils.places.features import (
    SPELLED,
    Surroundings,
    look_around,
    run_contexts,
    runs,
    word_features,
)
from newsutils.places.gazetteer.union import Gazetteers
from newsutils.places.lexicon import classes_of
from newsutils.places.matching import Match
from newsutils.places.model import (
    BEGIN,
    INSIDE,
    LABELS,
    OFFSETS,
    OTHER_BEGIN,
    OTHER_INSIDE,
    OUT,
    Model,
    Packed,
    trained_model,
    unpack,
)

EVERY = tuple(range(len(LABELS)))
BEFORE = (EVERY, EVERY, (BEGIN, INSIDE), EVERY, (OTHER_BEGIN, OTHER_INSIDE))
"""The labels that may stand before each label."""
FIRST = tuple(-inf if label in (INSIDE, OTHER_INSIDE) else 0.0 for label in EVERY)
"""Added to the scores of the first token: a further token of a name cannot be first."""
Scores = Sequence[float]
"""One for each label."""
EDGE = "\n"
PARTS = range(len(SPELLED))
MEMORY = 1 << 15
"""How many words, and how many parts of contexts, a tagger remembers."""
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
        self._columns = columns(model.transitions)
        self._at_word = lru_cache(maxsize=MEMORY)(self._word_scores)
        self._at_part = lru_cache(maxsize=MEMORY)(self._part_score)

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
        for run in runs(words, seen.capitals):
            if run[1] - run[0] == 1 and "function" in classes_of(words[run[0]].lower()):
                continue  # the first word of a sentence
            emissions = self._emissions(words, run, seen, gazetteers, (BIAS + bias) * self._model.scale)
            labels = decode(emissions, self._columns)
            found += tagged_spans(labels, emissions, run[0], self._model.scale)
        return found

    def _emissions(
        self, words: Sequence[str], run: tuple[int, int], seen: Surroundings, gazetteers: Gazetteers, bias: float
    ) -> list[Scores]:
        first, last = run
        around = [self._at_word(words[at] if 0 <= at < len(words) else EDGE) for at in range(first - 2, last + 2)]
        contexts = run_contexts(words, run, seen, gazetteers, self._facts)
        emissions: list[Scores] = []
        for at, context in enumerate(contexts):
            one, two, three, four, five = around[at : at + len(OFFSETS)]
            score = sum(map(self._at_part, PARTS, context))
            o, b, i, x, y = unpack(score + one[0] + two[1] + three[2] + four[3] + five[4])
            emissions.append((o - bias, b, i, x, y))
        return emissions

    def _word_scores(self, word: str) -> tuple[Packed, ...]:
        """What a word adds to the token from which it stands at each offset."""
        return self._model.word_scores(word_features(word, self._facts))

    def _part_score(self, number: int, part: tuple[str, ...]) -> Packed:
        """What one part of a context adds."""
        return self._model.context_score(SPELLED[number](*part))


def columns(transitions: Sequence[Scores]) -> list[list[float]]:
    """For each label the scores of all that may stand before it; the others can never win."""
    return [[transitions[before][label] if before in BEFORE[label] else -inf for before in EVERY] for label in EVERY]


def decode(emissions: Sequence[Scores], columns: Sequence[Scores]) -> list[int]:
    """The best sequence of labels for a run, by the :func:`columns` of the transitions."""
    best = list(map(add, emissions[0], FIRST))
    if len(emissions) == 1:
        return [best.index(max(best))]
    back: list[list[int]] = []
    for scores in emissions[1:]:
        came, reached = [], []
        for column, score in zip(columns, scores, strict=True):
            ways = list(map(add, best, column))
            top = max(ways)
            came.append(ways.index(top))
            reached.append(top + score)
        best = reached
        back.append(came)
    label = best.index(max(best))
    labels = [label]
    for came in reversed(back):
        label = came[label]
        labels.append(label)
    return labels[::-1]


def tagged_spans(labels: Sequence[int], emissions: Sequence[Scores], offset: int, scale: float = 1.0) -> list[Tagged]:
    """The places in the labels of a run that starts at token `offset`; `scale`: what is 1 in the emissions."""
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
        found.append(Tagged(offset + first, offset + at, margin / scale))
    return found


@cache
def trained_tagger() -> Tagger:
    """The tagger that ships with the package."""
    return Tagger(trained_model())
