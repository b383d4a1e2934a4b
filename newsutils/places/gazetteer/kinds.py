"""The kinds of places, and the kind of each GeoNames feature."""

from functools import cache
from importlib import resources

UNKNOWN = "unknown"


@cache
def kinds() -> tuple[str, ...]:
    """All kinds, in the order of the numbers that stand for them in a gazetteer file."""
    return tuple(kind for kind, _ in _lines())


def kind_of_feature(feature_class: str, feature_code: str) -> str:
    """The kind of a GeoNames feature class and code, as ("P", "PPLC") gives "town"."""
    features = _features()
    return features.get(f"{feature_class}.{feature_code}") or features.get(f"{feature_class}.*", UNKNOWN)


@cache
def _features() -> dict[str, str]:
    return {feature: kind for kind, features in _lines() for feature in features.split()}


def _lines() -> list[tuple[str, str]]:
    text = resources.files(__package__).joinpath("data/kinds.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(kind, features) for kind, _, features in rows]


def kinds_of_class(feature_class: str) -> frozenset[str]:
    """The kinds of a GeoNames feature class, as "H" gives sea, river, lake and more."""
    return frozenset(kind for feature, kind in _features().items() if feature.startswith(f"{feature_class}."))
