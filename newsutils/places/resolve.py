"""Which place a name means: every candidate is weighed by features of itself and of the document around it.

A log-linear model: the weights in ``data/resolver.json`` are trained by ``scripts/train.d/places_resolver.py`` (see
``data/MODELS.md``). Mentions of one name in one document have one sense, but where the text itself says otherwise
("Paris, Texas and Paris, France"). In the first round a candidate is weighed by itself and by the container that the
text names; in later ones also by the countries and regions of the other names and by its distance from them.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from importlib import resources
from operator import mul

import msgspec

from newsutils.places.gazetteer.entry import Entry
from newsutils.places.geometry import EARTH_KM
from newsutils.places.names import name_key

MOST_CANDIDATES = 60
SECOND_ROUND = 12
ROUNDS = 3
"""How often the names vote: what one round has settled, the next can build on."""
MOST_NEIGHBOURS = 40
NEAR_KM = 150.0
FAR_DOT = math.cos(5 * NEAR_KM / EARTH_KM)
SURE = 0.8
METROPOLIS = 5_000_000
COUNTY = 2
"""Where counties and the like begin in `Entry.divisions`."""
WIDE = frozenset(["country", "continent", "area", "ocean", "sea"])
CHAINING = frozenset(["country", "region"])
TOWN_LIKE = frozenset(["town", "neighbourhood"])
KINDS_OF_FEATURES = (
    TOWN_LIKE,
    frozenset(["country"]),
    frozenset(["region"]),
    frozenset(["county", "district"]),
    frozenset(["area", "continent"]),
    frozenset(["river", "sea", "ocean", "lake", "strait", "canal", "water"]),
    frozenset(["mountain", "island", "desert", "park", "terrain"]),
)
"""The kinds behind the features "town" to "terrain"."""


@dataclass(slots=True)
class Name:
    """One name of a document with all its mentions.

    Attributes:
        key: the name key.
        candidates: the places that it may mean.
        count: how often it is mentioned.
        containers: indices of names that the text says it lies in.
        chained: those of them that only a comma parts from it: "Paris, Texas".
        type_kinds: kinds that a word beside it speaks for ("county", "river").
        weights: the probability of each candidate.
        partly: the candidates bear only the beginning of the name, which itself is not listed.
    """

    key: str
    candidates: tuple[Entry, ...]
    count: int = 1
    containers: set[int] = field(default_factory=set)
    chained: set[int] = field(default_factory=set)
    type_kinds: set[str] = field(default_factory=set)
    weights: list[float] = field(default_factory=list)
    partly: bool = False


FEATURES = (
    "people", "people_squared", "town", "country", "region", "county", "area", "water", "terrain", "main_name",
    "first", "share", "gap", "in_container", "outside_container", "type_fits", "type_differs", "town_type_fits",
    "home_country", "home_region", "cue", "cue_abroad", "lies_in_named", "holds_named",
    "country_votes", "region_votes", "near", "near_sure", "only_region",
)  # fmt: skip
LOCAL, VOTED = FEATURES.index("home_country"), FEATURES.index("country_votes")
"""Features from the first on need the whole document, those from the second on what its other names mean."""


class Weights(msgspec.Struct, frozen=True):
    """The weight of each feature.

    Attributes:
        first: in the first round, which knows only the local features.
        second: in the later ones.
        score: in the score of the outcome, see :mod:`newsutils.places.scoring`.
    """

    first: dict[str, float]
    second: dict[str, float]
    score: dict[str, float] = {}

    def vector(self, second: bool) -> list[float]:
        """The weights of a round, in the order of ``FEATURES``."""
        weights = self.second if second else self.first
        return [weights.get(feature, 0.0) for feature in (FEATURES if second else FEATURES[:LOCAL])]


@cache
def trained_weights() -> Weights:
    """The weights that ship with the package."""
    text = resources.files(__package__).joinpath("data/resolver.json").read_bytes()
    return msgspec.json.decode(text, type=Weights)


def local_features(name: Name, names: Sequence[Name]) -> list[list[float]]:
    """The features of each candidate that need no other resolution, as far as ``LOCAL``."""
    most = max((candidate.population for candidate in name.candidates), default=0)
    total = sum(candidate.population for candidate in name.candidates)
    return [
        _local_features(name, candidate, rank, names, most, total) for rank, candidate in enumerate(name.candidates)
    ]


def _local_features(
    name: Name, candidate: Entry, rank: int, names: Sequence[Name], most: int, total: int
) -> list[float]:
    people = math.log10(candidate.population + 1) / 7
    kind = candidate.kind
    inside = [_lies_in(candidate, names[at]) for at in name.containers]
    return [
        people,
        people * people,
        *_kind_features(kind),
        _is_main_name(name, candidate),
        rank == 0,
        candidate.population / (total + 1),
        people - math.log10(most + 1) / 7,
        any(inside),
        bool(inside) and not any(inside),
        kind in name.type_kinds,
        bool(name.type_kinds) and kind not in name.type_kinds,
        "town" in name.type_kinds and kind == "town",
    ]


@cache
def _kind_features(kind: str) -> tuple[bool, ...]:
    return tuple(kind in kinds for kinds in KINDS_OF_FEATURES)


_main_key = lru_cache(maxsize=1 << 14)(name_key)


def _is_main_name(name: Name, candidate: Entry) -> bool:
    """Whether the place is chiefly known by this name; New York City is without the last word, too."""
    main = _main_key(candidate.name)
    return main == name.key or (
        candidate.population > METROPOLIS and main == name.key + " city" and candidate.country == "US"
    )


def _lies_in(candidate: Entry, container: Name) -> bool:
    """Whether a candidate lies in, and is not, a place that the container's name may mean."""
    for entry in container.candidates:
        if entry.is_division and entry.divisions[-1] in candidate.divisions and entry is not candidate:
            return not (candidate.is_division and candidate.divisions == entry.divisions)
    return False


def _is_in_chain(candidate: Entry, name: Name, names: Sequence[Name]) -> bool:
    """Whether a candidate lies in the country or region that follows its name after a comma, if one does."""
    chained = [names[at] for at in name.chained if names[at].candidates and names[at].candidates[0].kind in CHAINING]
    return not chained or any(_lies_in(candidate, container) for container in chained)


@dataclass(slots=True)
class Home:
    """Where the document comes from.

    Attributes:
        countries: codes of those that its source, title and dateline name.
        regions: the same of regions.
        cues: how strongly its words speak for a country, from 0 to 1.
    """

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    cues: Mapping[str, float] = field(default_factory=dict)


def resolve(names: Sequence[Name], home: Home, weights: Weights | None = None) -> None:
    """Set the probability of each name's candidates, and sort the candidates by it."""
    weights = weights or trained_weights()
    rows = with_setting(names, first_round(names, weights.vector(second=False)), home)
    vector = weights.vector(second=True)
    for _ in range(ROUNDS):
        voted = with_votes(names, rows)
        rows = [[row[:VOTED] for row in _rank(name, full, vector)] for name, full in zip(names, voted, strict=True)]


def first_round(names: Sequence[Name], vector: Sequence[float]) -> list[list[list[float]]]:
    """Rank all candidates by their local features; keep the best and return their features.

    Of a name before a comma and a country or region only those candidates are kept that lie there, if any do.
    """
    for name in names:
        name.candidates = (
            tuple(entry for entry in name.candidates if _is_in_chain(entry, name, names)) or name.candidates
        )
    rows = [local_features(name, names) for name in names]
    return [_rank(name, local, vector) for name, local in zip(names, rows, strict=True)]


def with_setting(names: Sequence[Name], rows: Sequence[list[list[float]]], home: Home) -> Sequence[list[list[float]]]:
    """The features of the candidates that are left, where there are several with what the document says of them."""
    setting = Setting(names, home)
    return [
        [row + setting.features(name.key, entry) for row, entry in zip(local, name.candidates, strict=True)]
        if len(local) > 1
        else local
        for name, local in zip(names, rows, strict=True)
    ]


def with_votes(names: Sequence[Name], rows: Sequence[list[list[float]]]) -> list[list[list[float]]]:
    """The features of the candidates that are left, where there are several with what the other names say."""
    votes = Votes(names)
    return [
        [row + found for row, found in zip(known, votes.features(at, name.candidates), strict=True)]
        if len(known) > 1
        else known
        for at, (name, known) in enumerate(zip(names, rows, strict=True))
    ]


def _rank(name: Name, rows: list[list[float]], vector: Sequence[float]) -> list[list[float]]:
    """Sort the candidates of a name and their features by probability; keep the best."""
    probabilities = softmax([sum(map(mul, vector, row)) for row in rows])
    order = sorted(range(len(rows)), key=lambda at: -probabilities[at])[:SECOND_ROUND]
    name.candidates = tuple(name.candidates[at] for at in order)
    name.weights = [probabilities[at] for at in order]
    return [rows[at] for at in order]


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities from log-linear scores."""
    if not scores:
        return []
    top = max(scores)
    parts = [math.exp(score - top) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


class Setting:
    """What a document says of candidates, whatever its other names turn out to mean."""

    def __init__(self, names: Sequence[Name], home: Home) -> None:
        self._home = home
        self._most_cue = max(home.cues.values(), default=0.0)
        self._divisions = _by_key(names, of_divisions=True)
        self._places_in = _by_key(names, of_divisions=False)
        self._named = Counter(code for codes in self._divisions.values() for code in codes)
        self._inside = Counter(code for codes in self._places_in.values() for code in codes)

    def features(self, key: str, candidate: Entry) -> list[float]:
        """The features of a candidate of a name, from ``LOCAL`` to ``VOTED``."""
        divisions = candidate.divisions
        country = divisions[0] if divisions else ""
        region = divisions[1] if len(divisions) > 1 else ""
        cue = self._home.cues.get(country, 0.0)
        return [
            country in self._home.countries,
            region in self._home.regions,
            cue,
            bool(country) and self._most_cue - cue,
            len(divisions) > COUNTY and self._lies_in_named(key, divisions),
            len(divisions) > COUNTY and candidate.is_division and self._holds_named(key, divisions[-1]),
        ]

    def _lies_in_named(self, key: str, divisions: Sequence[str]) -> bool:
        """Whether one of these is a county, or the like, that another name may mean."""
        own = self._divisions[key]
        return any(self._named[code] > (code in own) for code in divisions[COUNTY:])

    def _holds_named(self, key: str, code: str) -> bool:
        """Whether a place that another name may mean lies in this county, or the like."""
        return self._inside[code] > (code in self._places_in[key])


class Votes:
    """What the names of a document say about each other after a round."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._shares = [math.sqrt(name.count) for name in names]
        self._by_name = [_division_weights(name) for name in names]
        self._all: defaultdict[str, float] = defaultdict(float)
        for share, divisions in zip(self._shares, self._by_name, strict=True):
            for code, weight in divisions.items():
                self._all[code] += share * weight
        self._total = sum(self._shares)
        leading = [(at, name.candidates[0], name.weights[0]) for at, name in enumerate(names) if name.candidates]
        leading = leading[:MOST_NEIGHBOURS]
        self._points = [
            (at, *_unit(entry.lat, entry.lon), self._shares[at] * weight, weight > SURE)
            for at, entry, weight in leading
            if entry.kind not in WIDE
        ]
        self._said = {entry.divisions[-1] for _, entry, _ in leading if entry.is_division}

    def features(self, at: int, candidates: Sequence[Entry]) -> list[list[float]]:
        """The features of the candidates of name `at` that follow from the other names, from ``VOTED`` on."""
        vote = cache(partial(self._vote, at))  # they lie in few countries
        return [self._features(at, candidate, vote) for candidate in candidates]

    def _features(self, at: int, candidate: Entry, vote: Callable[[str], float]) -> list[float]:
        divisions = candidate.divisions
        region = divisions[1] if len(divisions) > 1 else ""
        return [
            vote(divisions[0] if divisions else ""),
            vote(region),
            *self._nearness(at, candidate),
            region in self._said and not candidate.is_division,
        ]

    def _vote(self, at: int, code: str) -> float:
        own = self._shares[at]
        others = self._all.get(code, 0.0) - own * self._by_name[at].get(code, 0.0)
        return others / (self._total - own + 0.5)

    def _nearness(self, at: int, candidate: Entry) -> tuple[float, float]:
        """The share of other names that are near, and how near the nearest sure one is: 1 for the same spot."""
        x, y, z = _unit(candidate.lat, candidate.lon)
        total = nearest = 0.0
        for other, other_x, other_y, other_z, share, is_sure in self._points:
            dot = x * other_x + y * other_y + z * other_z
            if dot > FAR_DOT and other != at:
                near = math.exp(-EARTH_KM * math.acos(min(1.0, dot)) / NEAR_KM)
                total += share * near
                if is_sure and near > nearest:
                    nearest = near
        return total / (self._total - self._shares[at] + 0.5), nearest


def _by_key(names: Sequence[Name], *, of_divisions: bool) -> Mapping[str, set[str]]:
    """The same of all names with one key: the Paris in Texas says nothing of the one in France."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        found[name.key] |= _counties(name, of_divisions=of_divisions)
    return found


def _counties(name: Name, *, of_divisions: bool) -> set[str]:
    """The counties, and the like, that a name may mean, or those in which its other candidates lie."""
    return {
        code
        for entry in name.candidates
        if entry.is_division == of_divisions
        for code in (entry.divisions[COUNTY:][-1:] if of_divisions else entry.divisions[COUNTY:])
    }


def _division_weights(name: Name) -> Mapping[str, float]:
    """How probable each country and region is for a name."""
    found: defaultdict[str, float] = defaultdict(float)
    for entry, weight in zip(name.candidates, name.weights, strict=True):
        for code in entry.divisions[:2]:
            found[code] += weight
    return found


@lru_cache(maxsize=1 << 14)
def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    """The point as a unit vector; the dot product of two is the cosine of the angle between them."""
    north, east = math.radians(lat), math.radians(lon)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
