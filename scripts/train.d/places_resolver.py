"""Train the resolver of extract-places and measure recognition and resolution together.

usage: python scripts/train.d/places_resolver.py GOLD [--measure] [-o FILE]

Trained on the gold mentions that have a point: a candidate within 161 km of it is right. `--measure` prints five-fold
cross-validation and leave-one-corpus-out of tagger and resolver together instead of writing weights.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from places import CORPORA, FOLDS, ROOT, Document, Features, predict, prepare, report, scorer, train, words_of

from newsutils.places.context import name_mentions
from newsutils.places.evidence import home_of
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.geometry import distance_km
from newsutils.places.grammar import find_built_names
from newsutils.places.locate import locate
from newsutils.places.mention import Mention
from newsutils.places.names import name_key
from newsutils.places.resolve import FEATURES, LOCAL, Name, Weights, first_round, resolve, with_votes
from newsutils.places.tokens import Tokens, tokenise

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
        inside = [
            at
            for at, (left, right) in enumerate(zip(tokens.starts, tokens.ends, strict=True))
            if left < end and right > start
        ]
        if inside and inside[0] >= reach:
            reach = inside[-1] + 1
            found.append(Mention(inside[0], reach, start, end, name_key(text[start:end])))
    return found


class Case:
    """A document with its gold mentions as names."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.record = document.record
        self.tokens = tokenise(self.record["text"])
        gazetteers = open_gazetteers()
        self.home = home_of([self.record.get("title")], gazetteers)
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
            rows = with_votes(names, rows, self.home)
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


def placed(case: Case, spans: Sequence[tuple[int, int]], weights: Weights) -> dict[str, Any]:
    """The document's places, recognised as given, resolved with these weights."""
    text = case.record["text"]
    built = [(case.tokens.starts[first], case.tokens.ends[last - 1]) for first, last in find_built_names(case.tokens)]
    mentions = mentions_of(text, case.tokens, merge_spans(built, spans))
    names, numbers = name_mentions(case.tokens.words, mentions, open_gazetteers())
    resolve(names, case.home, weights)
    found = locate(text, case.tokens, mentions, [names[number] for number in numbers], 0)
    return {
        "id": case.record["id"],
        "places": [{"start": p.start, "end": p.end, "lat": p.lat, "lon": p.lon, "score": p.score} for p in found],
    }


def merge_spans(built: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What the grammar finds, and what the tagger finds elsewhere."""
    return [*built, *(span for span in spans if not any(span[0] < end and span[1] > start for start, end in built))]


def cross_validate(cases: Sequence[Case], size: int, fold_of: Callable[[int, Case], Any]) -> dict[str, dict[str, Any]]:
    """Predictions for every document by models that have not seen its fold."""
    folds = [fold_of(at, case) for at, case in enumerate(cases)]
    found = {}
    for fold in sorted(set(folds), key=str):
        held = [case for case, own in zip(cases, folds, strict=True) if own == fold]
        seen = [case for case, own in zip(cases, folds, strict=True) if own != fold]
        tagger = train([case.document for case in seen], size)
        weights = train_resolver(seen)
        for case in held:
            spans = [(place["start"], place["end"]) for place in predict(case.document, *tagger)["places"]]
            found[case.record["id"]] = placed(case, spans, weights)
    return found


def report_points(name: str, cases: Sequence[Case], predictions: Mapping[str, dict[str, Any]], score: Any) -> None:
    """Print accuracy of resolution and the share found and rightly placed, for each corpus."""
    cells = []
    for corpus in CORPORA:
        own = [case.record for case in cases if case.document.corpus == corpus]
        found = score.score(own, [predictions[record["id"]] for record in own])
        cells.append(f"{corpus} {found['acc161']:.3f}/{found['e2eF']:.3f}")
    print(f"{name:22s} {'  '.join(cells)}", flush=True)


def main() -> None:
    """Measure or train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "newsutils/places/data/resolver.json")
    options = parser.parse_args()
    features = Features()
    features.words = words_of(options.gold)
    cases = [Case(document) for document in prepare(options.gold, features)]
    if options.measure:
        for name, fold_of in (
            ("5-fold", lambda at, _: at % FOLDS),
            ("leave-one-corpus-out", lambda _, case: case.document.corpus),
        ):
            predictions = cross_validate(cases, len(features.numbers), fold_of)
            documents = [case.document for case in cases]
            report(name, documents, predictions, scorer(options.gold))
            report_points("  within 161 km/e2e F", cases, predictions, scorer(options.gold))
    else:
        weights = train_resolver(cases)
        options.output.write_text(json.dumps({"first": weights.first, "second": weights.second}, indent=1) + "\n")
        print(options.output)


if __name__ == "__main__":
    main()
