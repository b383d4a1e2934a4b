"""An averaged structured perceptron with dropped-out features, compiled with numba.

Several perceptrons are averaged, each with its own order of the runs. Every time a run is read a share of its features
is left out, so that no feature comes to be relied on alone (Søgaard and Johannsen 2012, "Robust learning in random
subspaces"). The gold labels must win by a margin.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numba
import numpy as np
from places_corpus import Run

from newsutils.places.model import INSIDE, LABELS, OTHER_INSIDE
from newsutils.places.tagger import BEFORE

EPOCHS = 10
ORDERS = 8
MARGIN = 3.0
DROPPED = 0.25
COUNT = len(LABELS)
NEVER = -1e9
ALLOWED = np.array([[before in BEFORE[label] for label in range(COUNT)] for before in range(COUNT)])
FIRST = np.array([NEVER if label in (INSIDE, OTHER_INSIDE) else 0.0 for label in range(COUNT)])


class Weights(NamedTuple):
    """Scores of the labels by feature, and of a label after a label."""

    features: np.ndarray
    moves: np.ndarray


def train(runs: Sequence[Run], size: int) -> Weights:
    """The averaged weights for `size` features."""
    tokens = [numbers for run in runs for numbers in run.features]
    ends = np.cumsum([0, *map(len, tokens)])
    gold = np.array([label for run in runs for label in run.gold])
    lengths = np.array([len(run.gold) for run in runs])
    starts = np.cumsum(lengths) - lengths
    features, moves = np.zeros((size, COUNT)), np.zeros((COUNT, COUNT))
    for seed in range(ORDERS):
        shuffle = np.random.default_rng(seed)
        order = np.concatenate([shuffle.permutation(len(runs)) for _ in range(EPOCHS)])
        learnt = _learn(np.concatenate(tokens), ends, gold, starts, lengths, order, size, seed)
        features += learnt[0] * (1 - DROPPED) / ORDERS
        moves += learnt[1] / ORDERS
    return Weights(features, moves)


@numba.njit(cache=True)
def _learn(numbers, ends, gold, starts, lengths, order, size, seed):
    """Read the runs in this order; give the averages of the weights over all steps."""
    np.random.seed(seed)
    weights, sums = np.zeros((size, COUNT)), np.zeros((size, COUNT))
    moves, move_sums = np.zeros((COUNT, COUNT)), np.zeros((COUNT, COUNT))
    for step in range(1, len(order) + 1):
        start, length = starts[order[step - 1]], lengths[order[step - 1]]
        begin = ends[start]
        kept = np.random.random(ends[start + length] - begin) >= DROPPED
        scores = np.full((length, COUNT), MARGIN)
        for token in range(length):
            scores[token, gold[start + token]] = 0.0
            for at in range(ends[start + token], ends[start + token + 1]):
                if kept[at - begin]:
                    scores[token] += weights[numbers[at]]
        guess = _best(scores, moves)
        for token in range(length):
            right, wrong = gold[start + token], guess[token]
            if right != wrong:
                for at in range(ends[start + token], ends[start + token + 1]):
                    if kept[at - begin]:
                        _move(weights, sums, numbers[at], right, numbers[at], wrong, step)
            if token and (right != wrong or gold[start + token - 1] != guess[token - 1]):
                _move(moves, move_sums, gold[start + token - 1], right, guess[token - 1], wrong, step)
    return weights - sums / len(order), moves - move_sums / len(order)


@numba.njit(cache=True)
def _move(values, sums, row, right, other_row, wrong, step):
    values[row, right] += 1.0
    sums[row, right] += step
    values[other_row, wrong] -= 1.0
    sums[other_row, wrong] -= step


@numba.njit(cache=True)
def _best(scores, moves):
    """The best labels for a run, as :func:`newsutils.places.tagger.decode` finds them."""
    length = len(scores)
    best, back = np.empty((length, COUNT)), np.zeros((length, COUNT), np.int64)
    best[0] = scores[0] + FIRST
    for token in range(1, length):
        for label in range(COUNT):
            top = -np.inf
            for before in range(COUNT):
                value = best[token - 1, before] + moves[before, label]
                if ALLOWED[before, label] and value > top:
                    top, back[token, label] = value, before
            best[token, label] = top + scores[token, label]
    labels = np.zeros(length, np.int64)
    labels[-1] = np.argmax(best[-1])
    for token in range(length - 1, 0, -1):
        labels[token - 1] = back[token, labels[token]]
    return labels
