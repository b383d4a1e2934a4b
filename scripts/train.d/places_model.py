"""Writing the features of the tagger, and their scores, as :mod:`newsutils.places.model` reads them."""

import re
from array import array
from collections.abc import Mapping, Sequence

from marisa_trie import Trie

from newsutils.places.mapped import Items, smallest
from newsutils.places.model import OFFSETS

OF_WORD = re.compile(r"(-?\d)(.+)", re.DOTALL)
"""The name of a feature of a word: its offset, and what it is at any offset."""


def sections(rows: Mapping[str, Sequence[int]]) -> list[tuple[str, Items]]:
    """The sections of the model that hold scores.

    Args:
        rows: the scores of the labels by the name of the feature.
    """
    of_words: dict[str, dict[int, Sequence[int]]] = {}
    of_contexts: dict[str, Sequence[int]] = {}
    for name, row in rows.items():
        if found := OF_WORD.fullmatch(name):
            of_words.setdefault(found[2], {})[OFFSETS.index(int(found[1]))] = row
        else:
            of_contexts[name] = row
    return [*_of_contexts(of_contexts), *_of_words(of_words)]


def _of_contexts(rows: Mapping[str, Sequence[int]]) -> list[tuple[str, Items]]:
    trie = Trie(rows)
    names = sorted(rows, key=trie.__getitem__)
    return [("features", trie.tobytes()), ("scores", array("h", [score for name in names for score in rows[name]]))]


def _of_words(rows: Mapping[str, Mapping[int, Sequence[int]]]) -> list[tuple[str, Items]]:
    trie = Trie(rows)
    first, offsets, scores = [0], array("B"), array("h")
    for name in sorted(rows, key=trie.__getitem__):
        for offset, row in sorted(rows[name].items()):
            offsets.append(offset)
            scores.extend(row)
        first.append(len(offsets))
    return [
        ("word_features", trie.tobytes()),
        ("word_first", smallest(first, len(offsets))),
        ("word_offsets", offsets),
        ("word_scores", scores),
    ]
