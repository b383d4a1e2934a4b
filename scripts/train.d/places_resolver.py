"""Train the resolver of extract-places and its score, and measure recognition and resolution together.

usage: python scripts/train.d/places_resolver.py GOLD [--measure] [-o FILE]

Trained on the gold mentions that have a point: a candidate within 161 km of it is right. The score is fitted to the
predictions of five-fold cross-validation of tagger and resolver together. `--measure` prints those, how far scores
keep what they say, and leave-one-corpus-out, instead of writing weights; texts with gold are then not counted for
which words are written with a capital. Needs numba and scikit-learn. The scorer is GOLD/../score/places.py.
"""

import argparse
from collections.abc import Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from msgspec import json
from msgspec.structs import replace
from places import tag, train_tagger
from places_corpus import CORPORA, OWN, Document, Features, prepare, scorer, tokens_in
from places_words import COUNTED, ROOT, words_of
from sklearn.linear_model import LogisticRegression

from newsutils.places.context import name_mentions
from newsutils.places.evidence import home_of
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.geometry import distance_km
from newsutils.places.locate import locate
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.place import Place
from newsutils.places.recognise import settle
from newsutils.places.resolve import FEATURES, LOCAL, Name, Weights, first_round, resolve, with_setting, with_votes
from newsutils.places.scoring import FEATURES as SCORED
from newsutils.places.scoring import score_features
from newsutils.places.tagger import Tagged
from newsutils.places.tokens import Tokens

FOLDS = 5
RIGHT_KM = 161.0
STEPS = 600
RATE = 0.1
DECAY = 0.0001
FLOORS = {"home_country": 0.3, "home_region": 1.0}
"""The corpora tell next to nothing of titles and sources, so what these are worth at least is set by hand."""
Example = tuple[np.ndarray, np.ndarray, float]
"""The features of a name's candidates, which of them are right, and how often the name is mentioned."""


def mentions_of(text: str, tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """Mentions for spans of the text; spans that share a token with the one before are left out."""
    found, reach = [], 0
    for start, end in sorted(spans):
        inside = tokens_in(tokens, start, end)
        if inside and inside[0] >= reach:
            reach = inside[-1] + 1
            found.append(Mention(inside[0], reach, start, end, name_key(text[start:end])))
    return found


class Case:
    """A document with its gold mentions."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.record = document.record
        self.tokens = document.tokens
        self.home = home_of([self.record.get("title")], self.tokens.words, open_gazetteers())
        required = [place for place in self.record["places"] if not place.get("optional")]
        self.points = {
            (place["start"], place["end"]): (place["lat"], place["lon"]) for place in required if "lat" in place
        }
        self.mentions = mentions_of(
            self.record["text"], self.tokens, [(place["start"], place["end"]) for place in required]
        )

    def examples(self, first: Sequence[float], second: bool) -> list[Example]:
        """What there is to learn from, with the features of the first or of the second round."""
        names, numbers = name_mentions(self.tokens.words, self.mentions, open_gazetteers())
        points: dict[int, list[tuple[float, float]]] = {}
        for mention, number in zip(self.mentions, numbers, strict=True):
            if (mention.start, mention.end) in self.points:
                points.setdefault(number, []).append(self.points[mention.start, mention.end])
        rows = first_round(names, first)
        if second:
            rows = with_votes(names, with_setting(names, rows, self.home))
        return [
            (np.array(rows[number], dtype=float), self._right(names[number], wanted), len(wanted) ** 0.5)
            for number, wanted in points.items()
            if len(names[number].candidates) > 1
        ]

    @staticmethod
    def _right(name: Name, points: Sequence[tuple[float, float]]) -> np.ndarray:
        return np.array(
            [
                np.mean([distance_km(entry.lat, entry.lon, *point) <= RIGHT_KM for point in points])
                for entry in name.candidates
            ]
        )


def fit(examples: Sequence[Example], size: int) -> np.ndarray:
    """Log-linear weights by gradient ascent (Adam) on the likelihood of the right candidates."""
    useful = [one for one in examples if one[1].sum() > 0 and one[1].min() < 1]
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    rows = np.concatenate([one[0] for one in useful])
    right = np.concatenate([one[1] for one in useful])
    share = np.concatenate([np.full(len(one[1]), one[2]) for one in useful])
    starts = np.cumsum([0, *(len(one[1]) for one in useful)])[:-1]
    owner = np.repeat(np.arange(len(useful)), [len(one[1]) for one in useful])
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        chance = scores / np.add.reduceat(scores, starts)[owner]
        good = chance * right
        target = good / np.maximum(np.add.reduceat(good, starts)[owner], 1e-9)
        slope = rows.T @ (share * (target - chance)) / share.sum() - DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def train_resolver(cases: Sequence[Case]) -> Weights:
    """The weights of both rounds."""
    flat = [0.0] * LOCAL
    flat[FEATURES.index("people")] = 1.0
    first = fit([one for case in cases for one in case.examples(flat, second=False)], LOCAL)
    second = fit([one for case in cases for one in case.examples(first.tolist(), second=True)], len(FEATURES))
    named = [
        {
            name: round(max(value, FLOORS.get(name, value)), 3)
            for name, value in zip(FEATURES, vector.tolist(), strict=False)
        }
        for vector in (first, second)
    ]
    return Weights(*named)


class Predicted(NamedTuple):
    """A document's places by models that have not seen it, and of those that are mentions what scores are made of."""

    case: Case
    places: list[Place]
    evidence: list[tuple[Place, list[float]]]


def predict(case: Case, tagged: Sequence[Tagged], weights: Weights) -> Predicted:
    """The document's places: what the tagger and the grammar find, resolved with these weights."""
    text, gazetteers = case.record["text"], open_gazetteers()
    mentions = settle(text, case.tokens, gazetteers, [], tagged)
    names, numbers = name_mentions(case.tokens.words, mentions, gazetteers)
    resolve(names, case.home, weights)
    own = [names[number] for number in numbers]
    places = locate(text, case.tokens, mentions, own, 0, "en")
    by_start = {mention.start: (mention.margin, name) for mention, name in zip(mentions, own, strict=True)}
    mentioned = [place for place in places if place.start in by_start]
    evidence = [(place, score_features(*by_start[place.start], place.resolved)) for place in mentioned]
    return Predicted(case, places, evidence)


def cross_validate(cases: Sequence[Case], size: int, folds: Sequence[Hashable]) -> list[Predicted]:
    """Predictions for every document by models that have not seen its fold; no fold is of texts always seen."""
    found = []
    for fold in dict.fromkeys(folds):
        if fold == OWN:
            continue
        held = [case for case, own in zip(cases, folds, strict=True) if own == fold]
        seen = [case for case, own in zip(cases, folds, strict=True) if own != fold]
        tagger, weights = train_tagger([case.document for case in seen], size), train_resolver(seen)
        found += [predict(case, tag(case.document, tagger), weights) for case in held]
    return found


def outcomes(predicted: Predicted, km: float = RIGHT_KM) -> Iterator[tuple[list[float], bool]]:
    """What each score is made of, and whether the place is right; what the gold leaves open is left out."""
    for place, evidence in predicted.evidence:
        gold = [one for one in predicted.case.record["places"] if one["start"] < place.end and one["end"] > place.start]
        if not gold:
            yield evidence, False
        elif not gold[0].get("optional") and place.lat is None:
            yield evidence, True
        elif not gold[0].get("optional") and "lat" in gold[0]:
            yield evidence, distance_km(place.lat, place.lon, gold[0]["lat"], gold[0]["lon"]) <= km


def fit_score(predicted: Iterable[Predicted]) -> dict[str, float]:
    """The weights that make scores of evidence."""
    evidence, right = zip(*(pair for one in predicted for pair in outcomes(one)), strict=True)
    model = LogisticRegression(C=10.0, fit_intercept=False, max_iter=1000).fit(np.array(evidence, dtype=float), right)
    return dict(zip(SCORED, np.round(model.coef_[0], 3).tolist(), strict=True))


def report(name: str, predictions: Sequence[Predicted], score: Any) -> None:
    """Print the strict and the overlap F1 of recognition, accuracy within 161 km, and F1 of both, for each corpus."""
    rows = []
    for corpus in CORPORA:
        own = [one for one in predictions if one.case.document.corpus == corpus]
        told = [
            {
                "id": one.case.record["id"],
                "places": [{"start": at.start, "end": at.end, "lat": at.lat, "lon": at.lon} for at in one.places],
            }
            for one in own
        ]
        said = score.score([one.case.record for one in own], told)
        rows.append([said[figure] for figure in ("strictF", "ovF", "acc161", "e2eF")])
    for label, row in [*zip(CORPORA, rows, strict=True), ("mean", np.mean(rows, axis=0))]:
        print(f"{name:22s} {label:10s} " + " ".join(f"{figure:.3f}" for figure in row), flush=True)


def report_scores(predictions: Sequence[Predicted]) -> None:
    """Print how many places of each tenth of the score are right; each half is scored by weights of the other."""
    pairs = []
    for half in (0, 1):
        weights = np.array(list(fit_score(predictions[1 - half :: 2]).values()))
        for one in predictions[half::2]:
            pairs += [(1 / (1 + np.exp(-np.dot(weights, evidence))), right) for evidence, right in outcomes(one)]
    for tenth in range(10):
        inside = [(score, right) for score, right in pairs if tenth <= 10 * score < tenth + 1]
        if inside:
            said, right = np.mean(inside, axis=0)
            print(
                f"score {tenth / 10:.1f}-{(tenth + 1) / 10:.1f}: n {len(inside):5d} mean {said:.3f} right {right:.3f}"
            )


def main() -> None:
    """Measure or train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "newsutils/places/data/resolver.json")
    options = parser.parse_args()
    features = Features(words_of(options.gold, COUNTED))
    cases = [Case(document) for document in prepare(options.gold, features)]
    size = len(features.numbers)
    predictions = cross_validate(
        cases, size, [OWN if case.document.corpus == OWN else at % FOLDS for at, case in enumerate(cases)]
    )
    if options.measure:
        print(f"{'':33s} strict overlap 161 km e2e")
        report("5-fold", predictions, scorer(options.gold))
        report_scores(predictions)
        by_corpus = cross_validate(cases, size, [case.document.corpus for case in cases])
        report("leave-one-corpus-out", by_corpus, scorer(options.gold))
    else:
        weights = replace(train_resolver(cases), score=fit_score(predictions))
        options.output.write_bytes(json.format(json.encode(weights), indent=1) + b"\n")
        print(options.output)


if __name__ == "__main__":
    main()
