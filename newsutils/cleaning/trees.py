"""Boosted decision trees, as they are kept in a data file: how sure it is that a row of numbers is of the kind.

A tree is a leaf (a number) or ``[feature, threshold, left, right]``; a row goes left where its feature is at most the
threshold. The sum of the leaves that a row falls into is the logarithm of its odds (J. Friedman, "Greedy function
approximation: a gradient boosting machine", Annals of Statistics 29, 2001).
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

Tree = Any
"""A float, or a list of a feature's index, a threshold and two trees."""


class Trees:
    """A sum of trees over rows whose numbers are named by `features`."""

    def __init__(self, features: Sequence[str], base: float, trees: Sequence[Tree]) -> None:
        self.features = tuple(features)
        self._base = base
        self._trees = [_tupled(tree) for tree in trees]

    def probability(self, row: Sequence[float]) -> float:
        """How sure it is that the row is of the kind, between 0 and 1."""
        total = self._base
        for node in self._trees:
            while node.__class__ is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return 1.0 / (1.0 + exp(-total))


@cache
def load_trees(name: str) -> Trees:
    """The trees of a data file of this package."""
    stored = json.loads((files(__package__) / "data" / name).read_text(encoding="utf-8"))
    return Trees(stored["features"], stored["base"], stored["trees"])


def _tupled(tree: Tree) -> Any:
    """A tree of tuples, which are walked faster than lists."""
    if not isinstance(tree, list):
        return float(tree)
    feature, threshold, left, right = tree
    return (feature, threshold, _tupled(left), _tupled(right))
