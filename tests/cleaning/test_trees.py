"""Boosted trees as they stand in a data file."""

import math

from newsutils.cleaning.features import NAMES
from newsutils.cleaning.trees import Trees, load_trees


def test_a_row_falls_to_one_leaf_of_each_tree():
    trees = Trees(["size", "words"], 0.5, [[0, 1.0, -1.0, [1, 2.5, 0.25, 2.0]], 0.125])
    for row, total in (([1.0, 9.0], -0.375), ([1.1, 2.5], 0.875), ([2.0, 3.0], 2.625)):
        assert math.isclose(trees.probability(row), 1 / (1 + math.exp(-total)))


def test_the_model_is_made_for_the_features():
    assert load_trees("line_model.json").features == NAMES
