"""Train the paragraph model of read and measure it.

usage: python scripts/train.d/reading.py GOLD [--measure] [-o FILE]

GOLD is a folder with `cleaning/pages_{aeb,fundus}.jsonl.gz`: `html`, and the true body in `gold`. A paragraph is of
the body if most of its four-word runs are, or if it is a paragraph of it. Each page is learned with and without what
trafilatura extracts. `--measure` prints five-fold cross-validation by site instead of writing weights: the shingle F1
of each set, with the extractor and without it. Needs LightGBM and the extra html.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from bodies import WORDS, body_of, shingles
from boosted import learned, stored
from lightgbm import Booster

from newsutils.reading.article import EXTRACTED, evidence_of, which_are_body
from newsutils.reading.blocks import NAMES, block_features
from newsutils.reading.linked_data import find_article
from newsutils.reading.markup import Paragraph, read_markup
from newsutils.reading.metadata import title_of

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "newsutils/reading/data/block_model.json"
SETS = ("aeb", "fundus")
FOLDS = 5
TREES, SHARE = 150, 0.5


class Page(NamedTuple):
    """A page: its set and site, its paragraphs, their words and those of its body, which are body, their rows."""

    set: str
    source: str
    paragraphs: list[Paragraph]
    words: list[list[str]]
    gold: list[str]
    body: np.ndarray
    rows: dict[bool, np.ndarray]
    """By whether the extractor was asked."""

    @property
    def weights(self) -> np.ndarray:
        """Of its paragraphs: pages count alike, long paragraphs more."""
        return np.array([max(1, len(words)) for words in self.words]) ** 0.5 / max(1, len(self.gold)) ** 0.5


def read_pages(gold: Path) -> Iterator[Page]:
    """The pages of all sets that have paragraphs."""
    for name in SETS:
        with gzip.open(gold / f"cleaning/pages_{name}.jsonl.gz", "rt", encoding="utf-8") as records:
            yield from (read_page(name, record) for record in map(json.loads, records))


def read_page(name: str, record: dict[str, Any]) -> Page:
    """One page of the gold."""
    markup = read_markup(record["html"])
    article = find_article(markup.linked_data)
    title = title_of(markup, article)
    words = [WORDS.findall(one.text) for one in markup.paragraphs]
    rows = {
        asked: np.array(
            block_features(markup.paragraphs, title, evidence_of(record["html"], markup, article, asked)), np.float32
        )
        for asked in (True, False)
    }
    return Page(
        name,
        record["source"],
        markup.paragraphs,
        words,
        WORDS.findall(record["gold"]),
        body_of(words, record["gold"]),
        rows,
    )


def train(pages: Sequence[Page]) -> Booster:
    """The model of these pages."""
    both = [(page, asked) for page in pages for asked in (True, False)]
    rows, body = np.vstack([page.rows[asked] for page, asked in both]), np.concatenate([page.body for page, _ in both])
    return learned(rows, body, np.concatenate([page.weights for page, _ in both]), TREES, SHARE)


def measure(pages: Sequence[Page]) -> None:
    """Print what the model keeps of the pages of sites that it has not seen."""
    sites = sorted({page.source for page in pages})
    fold = dict(zip(sites, np.random.RandomState(0).permutation(len(sites)) % FOLDS, strict=True))
    scored: list[tuple[str, bool, float, float]] = []
    for held in range(FOLDS):
        model = train([page for page in pages if fold[page.source] != held])
        for page in (page for page in pages if fold[page.source] == held):
            for asked, rows in page.rows.items():
                sure = model.predict(rows)
                keep = which_are_body(page.paragraphs, sure.tolist(), rows[:, EXTRACTED].tolist())
                scored.append((page.set, asked, *rates(page, keep)))
    for name in SETS:
        for asked in (True, False):
            p, r = np.mean([row[2:] for row in scored if row[:2] == (name, asked)], axis=0)
            print(
                f"{name}\t{'with' if asked else 'without'} extractor\tF1 {2 * p * r / (p + r):.4f} P {p:.4f} R {r:.4f}"
            )


def rates(page: Page, keep: Sequence[bool]) -> tuple[float, float]:
    """Shingle precision and recall."""
    ours = shingles([word for words, kept in zip(page.words, keep, strict=True) if kept for word in words])
    theirs = shingles(page.gold)
    common = (ours & theirs).total()
    return common / max(1, ours.total()), common / max(1, theirs.total())


def main() -> None:
    """Read the command line, then train or measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--measure", action="store_true", help="cross-validate instead of writing weights")
    options.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    asked = options.parse_args()
    pages = list(read_pages(asked.gold))
    if asked.measure:
        return measure(pages)
    asked.output.write_text(stored(train(pages), NAMES), encoding="utf-8")
    return None


main()
