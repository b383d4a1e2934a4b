"""Boosted trees: how they are learned (LightGBM), and how they are stored for `newsutils.cleaning.trees`."""

import json
from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np

SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 12,
    "min_data_in_leaf": 30,
    "lambda_l2": 1.0,
    "seed": 0,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


def learned(rows: np.ndarray, body: np.ndarray, weights: np.ndarray, trees: int, share: float) -> lightgbm.Booster:
    """So many trees, each node of which chooses among that share of the features. Same input, same trees."""
    data = lightgbm.Dataset(rows, body, weight=weights / weights.mean())
    return lightgbm.train({**SETTINGS, "feature_fraction_bynode": share}, data, trees)


def stored(model: lightgbm.Booster, features: Sequence[str]) -> str:
    """The model over these features as JSON, a tree a line. The first tree holds the base, too."""
    known = model.dump_model()["tree_info"]
    trees = [json.dumps(_tree(one["tree_structure"]), separators=(",", ":")) for one in known]
    return f'{{"features":{json.dumps(features)},"base":0.0,"trees":[\n' + ",\n".join(trees) + "]}\n"


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 5)
    threshold = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], threshold, _tree(node["left_child"]), _tree(node["right_child"])]
