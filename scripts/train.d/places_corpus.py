"""The corpora that extract-places is trained on, as documents with features and labels."""

import importlib.util
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from newsutils.places.features import Context, look_around, run_contexts, runs, spelled_context, word_features
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.matching import find_matches
from newsutils.places.model import BEGIN, INSIDE, NOTHING, OFFSETS, OTHER_BEGIN, OTHER_INSIDE, OUT, Facts
from newsutils.places.recase import recased
from newsutils.places.tagger import EDGE
from newsutils.places.tokens import Tokens, tokenise

CORPORA = ("lgl", "trnews", "gwn", "geovirus")
OWN = "reports"
"""What stands for the corpus of texts that were written for training; it is always trained on, never measured."""
MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}")
FAR_FEATURES = ("w=", "h=", "k=", "c=", "K=", "U=")
"""What a token sees of the words two before and two after it."""


@dataclass
class Run:
    """A stretch of tokens: the first, the numbers of each one's features, their gold labels."""

    first: int
    features: list[np.ndarray]
    gold: list[int]


@dataclass
class Document:
    """A text with its gold."""

    corpus: str
    record: dict[str, Any]
    tokens: Tokens
    runs: list[Run] = field(default_factory=list)


class Features:
    """Numbers for features.

    Args:
        words: what is known of each word.
    """

    def __init__(self, words: Mapping[str, Facts]) -> None:
        self.words = words
        self.numbers: dict[str, int] = {}
        self._of_word = lru_cache(maxsize=None)(self._number_word)
        self._of_context = lru_cache(maxsize=None)(self._number)

    def facts(self, lower: str) -> Facts:
        """What is known of a word in lower case."""
        return self.words.get(lower, NOTHING)

    def _number(self, names: Iterable[str]) -> np.ndarray:
        return np.array([self.numbers.setdefault(name, len(self.numbers)) for name in names], dtype=np.int32)

    def _number_word(self, word: str, offset: int) -> np.ndarray:
        seen = word_features(word, self.facts)
        if abs(offset) == 2:
            seen = [feature for feature in seen if feature.startswith(FAR_FEATURES)]
        return self._number(f"{offset}{feature}" for feature in seen)

    def of_token(self, words: Sequence[str], at: int, context: Context) -> np.ndarray:
        """All features of a token."""
        around = [words[at + step] if 0 <= at + step < len(words) else EDGE for step in OFFSETS]
        parts = [self._of_word(word, step) for word, step in zip(around, OFFSETS, strict=True)]
        return np.concatenate([*parts, self._of_context(tuple(spelled_context(context)))])


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def prepare(gold: Path, features: Features) -> list[Document]:
    """Read the corpora, tokenise, look up, and number the features of every token of a run."""
    marked = [(corpus, record) for corpus in CORPORA for record in load(gold / f"places/{corpus}.jsonl")]
    return [
        _document(corpus, record, features) for corpus, record in [*marked, *((OWN, record) for record in reports())]
    ]


def reports() -> Iterator[dict[str, Any]]:
    """The records of ``places_reports.txt``; its head says what the marks mean."""
    for number, line in enumerate(Path(__file__).with_name("places_reports.txt").read_text().splitlines()):
        if not line.startswith("#"):
            yield {"id": number, **_marked(line)}


def _marked(line: str) -> dict[str, Any]:
    text, places, reach = "", [], 0
    for mark in MARK.finditer(line):
        text += line[reach : mark.start()]
        reach = mark.end()
        name, *told = (mark[1] or mark[2]).split("|")
        place = {"start": len(text), "end": len(text) + len(name), "optional": not mark[1]}
        if len(told) > 1:
            place |= dict(zip(("lat", "lon"), map(float, told[1].split(",")), strict=True))
        places.append(place)
        text += name
    return {"text": text + line[reach:], "places": places}


def _document(corpus: str, record: dict[str, Any], features: Features) -> Document:
    gazetteers = open_gazetteers()
    document = Document(corpus, record, recased(tokenise(record["text"]), features.facts))
    words = document.tokens.words
    labels = gold_labels(document)
    seen = look_around(words, find_matches(document.tokens, gazetteers), gazetteers, features.facts)
    for run in runs(words, seen.capitals):
        contexts = run_contexts(words, run, seen, gazetteers, features.facts)
        found = [features.of_token(words, at, context) for at, context in zip(range(*run), contexts, strict=True)]
        document.runs.append(Run(run[0], found, labels[run[0] : run[1]]))
    return document


def tokens_in(tokens: Tokens, start: int, end: int) -> range:
    """The tokens that share a character with a span."""
    first = max(0, bisect_right(tokens.starts, start) - 1)
    while first < len(tokens.words) and tokens.ends[first] <= start:
        first += 1
    last = first
    while last < len(tokens.words) and tokens.starts[last] < end:
        last += 1
    return range(first, last)


def gold_labels(document: Document) -> list[int]:
    """The label of each token; required mentions win over optional ones."""
    labels = [OUT] * len(document.tokens.words)
    for place in sorted(document.record["places"], key=lambda place: bool(place.get("optional"))):
        inside = tokens_in(document.tokens, place["start"], place["end"])
        if inside and not any(labels[at] for at in inside):
            begin, further = (OTHER_BEGIN, OTHER_INSIDE) if place.get("optional") else (BEGIN, INSIDE)
            labels[inside[0]] = begin
            for at in inside[1:]:
                labels[at] = further
    return labels


def scorer(gold: Path) -> Any:
    """The scoring module beside the gold, GOLD/../score/places.py."""
    spec = importlib.util.spec_from_file_location("score_places", gold.parent / "score/places.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
