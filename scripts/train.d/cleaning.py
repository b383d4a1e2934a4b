"""Train the line model of clean and measure it.

usage: python scripts/train.d/cleaning.py GOLD [--measure] [-o FOLDER]

GOLD is a folder with `cleaning/plain_{full,box,flat,gold}.jsonl`: pages as plain text, the true body in `gold`. A line
is of the body if most of its four-word shingles are, or if it is a paragraph of it. Each page is learned from twice,
with its title known and with none. The second look learns from first looks of models that saw nothing of the site.
`--measure` prints five-fold cross-validation by site, the mean of two ways to form
the folds, of the lines kept at each level instead of writing weights: shingle F1 on pages whose title is not known, and
tokens lost on bodies that are clean already. Needs LightGBM in the environment that newsutils is installed in.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bodies import WORDS, body_of, shingles
from boosted import learned, stored
from lightgbm import Booster

from newsutils.cleaning import LEVELS, clean
from newsutils.cleaning.features import NAMES, page_features
from newsutils.cleaning.furniture import kept_lines
from newsutils.cleaning.line_model import FIRST, LEAST, SECOND
from newsutils.cleaning.second_look import NAMES as SECOND_NAMES
from newsutils.cleaning.second_look import second_features

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "newsutils/cleaning/data"
KINDS = ("full", "box", "flat", "gold")
FOLDS, WAYS = 5, 2
FIRST_TREES, SECOND_TREES, SHARE = 110, 140, 0.5
# Lines count by the fourth root of their length: a lost paragraph is worse than a lost subheading.
LENGTH_WEIGHT = 0.25


class Page(NamedTuple):
    """A page of one kind: its lines and their words, their features, which are body, and the words of the body."""

    kind: str
    source: str
    titled: bool
    lines: list[str]
    words: list[list[str]]
    rows: np.ndarray
    telling: list[frozenset[str]]
    body: np.ndarray
    gold: list[str]

    @property
    def weights(self) -> np.ndarray:
        """Of its lines."""
        return np.array([max(1, len(words)) for words in self.words]) ** LENGTH_WEIGHT


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
    rows, telling = page_features(lines, before.title or "")
    body = body_of(words, record["gold"])
    gold = WORDS.findall(record["gold"])
    return Page(kind, record["source"], titled, lines, words, np.array(rows), telling, body, gold)


class Model(NamedTuple):
    """What looks first, and what looks again."""

    first: Booster
    second: Booster

    def scores(self, page: Page) -> list[float]:
        """How sure it is of each line of a page, as `newsutils.cleaning.line_model` has it."""
        scores = self.first.predict(page.rows)
        return np.where(scores < LEAST, scores, self.second.predict(second_rows(page, scores))).tolist()


def train(pages: Sequence[Page]) -> Model:
    """The model of these pages."""
    looks = [pair for held, others in parts(pages, way=0) for pair in first_looks(learn_first(others), held)]
    rows = np.vstack([second_rows(page, scores) for page, scores in looks])
    unsure = np.concatenate([scores for _, scores in looks]) >= LEAST
    body, weights = (np.concatenate(one) for one in zip(*((page.body, page.weights) for page, _ in looks), strict=True))
    return Model(learn_first(pages), learned(rows[unsure], body[unsure], weights[unsure], SECOND_TREES, SHARE))


def learn_first(pages: Sequence[Page]) -> Booster:
    """What looks first."""
    rows, body = np.vstack([page.rows for page in pages]), np.concatenate([page.body for page in pages])
    return learned(rows, body, np.concatenate([page.weights for page in pages]), FIRST_TREES, SHARE)


def first_looks(first: Booster, pages: Sequence[Page]) -> Iterator[tuple[Page, np.ndarray]]:
    """Pages and how sure the first look is of their lines."""
    yield from ((page, first.predict(page.rows)) for page in pages)


def second_rows(page: Page, scores: np.ndarray) -> np.ndarray:
    """What the second look sees of a page."""
    return np.hstack([page.rows, np.array(second_features(page.lines, page.telling, scores.tolist()))])


def parts(pages: Sequence[Page], way: int) -> Iterator[tuple[list[Page], list[Page]]]:
    """The pages of a fifth of the sites, and all others, five times."""
    sites = sorted({page.source for page in pages})
    fold = dict(zip(sites, np.random.RandomState(way).permutation(len(sites)) % FOLDS, strict=True))
    for held in range(FOLDS):
        yield (
            [page for page in pages if fold[page.source] == held],
            [page for page in pages if fold[page.source] != held],
        )


def measure(pages: Sequence[Page]) -> None:
    """Print what each level keeps of the pages of sites that the model has not seen."""
    scored = [pair for way in range(WAYS) for pair in cross_validated(pages, way)]
    for level in LEVELS:
        print(level, *(f"{kind} {report(scored, kind, level)}" for kind in KINDS), sep="\t")


def cross_validated(pages: Sequence[Page], way: int) -> Iterator[tuple[Page, list[float]]]:
    """The pages without a title, scored by models that saw nothing of their sites."""
    for held, others in parts(pages, way):
        model = train(others)
        yield from ((page, model.scores(page)) for page in held if not page.titled)


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
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS, metavar="FOLDER")
    arguments = parser.parse_args()
    pages = list(read_pages(arguments.gold))
    if arguments.measure:
        measure(pages)
        return
    model = train(pages)
    (arguments.output / FIRST).write_text(stored(model.first, NAMES), encoding="utf-8")
    (arguments.output / SECOND).write_text(stored(model.second, (*NAMES, *SECOND_NAMES)), encoding="utf-8")


if __name__ == "__main__":
    main()
