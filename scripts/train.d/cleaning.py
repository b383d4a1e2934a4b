"""Train the line model of clean and measure it.

usage: python scripts/train.d/cleaning.py GOLD [--measure] [-o FILE]

GOLD is a folder with `cleaning/plain_{full,box,flat,gold}.jsonl`: pages as plain text, the true body in `gold`. A line
is of the body if most of its four-word shingles are, or if it is a paragraph of it. Each page is learned from twice,
with its title known and with none. `--measure` prints five-fold cross-validation by site, the mean of two ways to form
the folds, of the lines kept at each level instead of writing weights: shingle F1 on pages whose title is not known, and
tokens lost on bodies that are clean already. Needs scikit-learn in the environment that newsutils is installed in.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bodies import WORDS, body_of, shingles
from boosted import stored
from sklearn.ensemble import HistGradientBoostingClassifier

from newsutils.cleaning import LEVELS, clean
from newsutils.cleaning.features import NAMES, page_features
from newsutils.cleaning.furniture import kept_lines

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "newsutils/cleaning/data/line_model.json"
KINDS = ("full", "box", "flat", "gold")
FOLDS, WAYS = 5, 2
TREES, LEAVES, RATE = 110, 12, 0.1
# Lines count by the fourth root of their length: a lost paragraph is worse than a lost subheading.
LENGTH_WEIGHT = 0.25


class Page(NamedTuple):
    """A page of one kind: its lines as words, their features, which of them are body, and the words of the body."""

    kind: str
    source: str
    titled: bool
    lines: list[str]
    words: list[list[str]]
    rows: np.ndarray
    body: np.ndarray
    gold: list[str]


def read_pages(gold: Path) -> Iterator[Page]:
    """The pages of all kinds, after the steps that come before the model."""
    for kind in KINDS:
        with (gold / f"cleaning/plain_{kind}.jsonl").open(encoding="utf-8") as records:
            for record in map(json.loads, records):
                yield from (read_page(kind, record, titled) for titled in (False, True))


def read_page(kind: str, record: dict[str, Any], titled: bool) -> Page:
    """One page of the gold, with its title known, where the gold has it, or with none."""
    title = record["title"] if titled and record["title"] != "None" else None
    before = clean(record["text"], title=title, lang=record["lang"], skip=("furniture",))
    lines = [line for line in before.text.split("\n") if line]
    words = [WORDS.findall(line) for line in lines]
    rows = np.array(page_features(lines, before.title or ""))
    body = body_of(words, record["gold"])
    return Page(kind, record["source"], titled, lines, words, rows, body, WORDS.findall(record["gold"]))


def train(pages: Sequence[Page]) -> HistGradientBoostingClassifier:
    """The model of these pages."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=30, l2_regularization=1.0,
        max_features=0.5, random_state=0,
    )  # fmt: skip
    weights = [max(1, len(words)) ** LENGTH_WEIGHT for page in pages for words in page.words]
    rows = np.vstack([page.rows for page in pages])
    return model.fit(rows, np.concatenate([page.body for page in pages]), sample_weight=weights)


def measure(pages: Sequence[Page]) -> None:
    """Print what each level keeps of the pages of sites that the model has not seen."""
    scored = [pair for way in range(WAYS) for pair in cross_validated(pages, way)]
    for level in LEVELS:
        print(level, *(f"{kind} {report(scored, kind, level)}" for kind in KINDS), sep="\t")


def cross_validated(pages: Sequence[Page], way: int) -> Iterator[tuple[Page, list[float]]]:
    """The pages without a title, scored by models that saw nothing of their sites."""
    sites = sorted({page.source for page in pages})
    fold = dict(zip(sites, np.random.RandomState(way).permutation(len(sites)) % FOLDS, strict=True))
    for held in range(FOLDS):
        model = train([page for page in pages if fold[page.source] != held])
        unseen = [page for page in pages if fold[page.source] == held and not page.titled]
        yield from ((page, model.predict_proba(page.rows)[:, 1].tolist()) for page in unseen)


def report(scored: Sequence[tuple[Page, list[float]]], kind: str, level: Any) -> str:
    """Shingle F1 of one kind of page at one level, and the share of the body's words that is lost."""
    precision, recall, lost, total = [], [], 0, 0
    for page, scores in scored:
        if page.kind != kind:
            continue
        keep = kept_lines(page.lines, scores, level)
        found = [word for words, kept in zip(page.words, keep, strict=True) if kept for word in words]
        ours, theirs = shingles(found), shingles(page.gold)
        common = (ours & theirs).total()
        precision += [common / ours.total()] if ours else []
        recall.append(common / theirs.total())
        lost += (Counter(page.gold) - Counter(found)).total()
        total += len(page.gold)
    p, r = np.mean(precision), np.mean(recall)
    return f"F1 {2 * p * r / (p + r):.4f} lost {100 * lost / total:.2f} %"


def main() -> None:
    """Train on all pages and write the weights, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    pages = list(read_pages(arguments.gold))
    if arguments.measure:
        measure(pages)
        return
    arguments.output.write_text(stored(train(pages), NAMES), encoding="utf-8")


if __name__ == "__main__":
    main()
