"""How likely it is that a mention is a place and the right one: a logistic model over what found and resolved it.

The weights, in ``data/resolver.json``, are fitted to predictions of cross-validation, so that of the mentions with a
score of 0.8 eight in ten are right (``data/MODELS.md`` has the table).
"""

import math
from collections.abc import Mapping
from operator import mul

from newsutils.places.place import Resolved
from newsutils.places.resolve import Name

FEATURES = ("always", "margin", "rule", "weight", "only", "country", "container", "relative", "none")
NOTHING = (0.0,) * len(FEATURES)
LEAST = 1e-3
MOST_MARGIN = 60.0


def score_features(margin: float | None, name: Name, resolved: Resolved) -> list[float]:
    """What speaks for a mention, beside ``FEATURES``.

    Args:
        margin: by how much the tagger would rather have it; None where rules found it.
        name: its name, resolved.
        resolved: how its point was found.
    """
    listed = resolved == "gazetteer"
    weight = min(max(name.weights[0], LEAST), 1 - LEAST) if listed else 0.5
    return [
        1.0,
        math.sqrt(min(max(margin, 0.0), MOST_MARGIN)) if margin is not None else 0.0,
        margin is None,
        math.log(weight / (1 - weight)),
        listed and len(name.candidates) == 1,
        listed and name.candidates[0].kind == "country",
        resolved == "container",
        resolved == "relative",
        resolved == "none",
    ]


def score(weights: Mapping[str, float], margin: float | None, name: Name, resolved: Resolved) -> float:
    """The probability that a mention is a place and its point the right one; without a point, that it is a place."""
    features = score_features(margin, name, resolved)
    total = sum(map(mul, map(weights.get, FEATURES, NOTHING), features))
    return 1 / (1 + math.exp(-total))
