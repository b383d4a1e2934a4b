"""Boosted trees as they are stored for `newsutils.cleaning.trees`."""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier


def stored(model: HistGradientBoostingClassifier, features: Sequence[str]) -> str:
    """The model over these features as JSON, a tree a line. scikit-learn has no public way to its histogram trees."""
    trees = [json.dumps(_tree(iteration[0].nodes, 0), separators=(",", ":")) for iteration in model._predictors]
    base = round(float(model._baseline_prediction.item()), 5)
    return f'{{"features":{json.dumps(features)},"base":{base},"trees":[\n' + ",\n".join(trees) + "]}\n"


def _tree(nodes: np.ndarray, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 5)
    threshold = float(f"{node['num_threshold']:.6g}")
    return [int(node["feature_idx"]), threshold, _tree(nodes, node["left"]), _tree(nodes, node["right"])]
