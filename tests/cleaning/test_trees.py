"""Boosted trees as they stand in a data file."""

import math

from newsutils.cleaning.features import NAMES
from newsutils.cleaning.line_model import FIRST, SECOND
from newsutils.cleaning.second_look import NAMES as SECOND_NAMES
from newsutils.cleaning.trees import Trees, load_trees


def test_a_row_falls_to_one_leaf_of_each_tree():
    trees = Trees(["size", "words"], 0.5, [[0, 1.0, -1.0, [1, 2.5, 0.25, 2.0]], 0.125])
    for row, total in (([1.0, 9.0], -0.375), ([1.1, 2.5], 0.875), ([2.0, 3.0], 2.625)):
        assert math.isclose(trees.probability(row), 1 / (1 + math.exp(-total)))


def test_a_sum_that_is_surely_low_ends_early():
    trees = Trees(["size"], 0.0, [-0.5] * 10 + [9.0] * 10)
    assert trees.probability([1.0]) == 1 / (1 + math.exp(5.0))
    assert Trees(["size"], 0.0, [-0.3] * 10 + [9.0] * 10).probability([1.0]) > 0.99


def test_the_models_are_made_for_the_features():
    assert load_trees(FIRST).features == NAMES
    assert load_trees(SECOND).features == (*NAMES, *SECOND_NAMES)
