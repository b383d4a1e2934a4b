"""Writing the features of the tagger, and their scores, as :mod:`newsutils.places.model` reads them."""

import re
from array import array
from collections.abc import Mapping, Sequence

from marisa_trie import Trie

from newsutils.places.mapped import Items, smallest
from newsutils.places.model import LABELS, OFFSETS, ROW, ROW_BYTES, pack

NOTHING = (0,) * len(LABELS)
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
    return [("features", trie.tobytes()), ("scores", b"".join(_as_bytes([rows[name]]) for name in names))]


def _of_words(rows: Mapping[str, Mapping[int, Sequence[int]]]) -> list[tuple[str, Items]]:
    trie = Trie(rows)
    first, offsets, scores = [0], array("B"), b""
    for name in sorted(rows, key=trie.__getitem__):
        low, high = min(rows[name]), max(rows[name])
        offsets.append(low)
        scores += _as_bytes([rows[name].get(offset, NOTHING) for offset in range(low, high + 1)])
        first.append(len(scores) // ROW_BYTES)
    return [
        ("word_features", trie.tobytes()),
        ("word_first", smallest(first, first[-1])),
        ("word_offset", offsets),
        ("word_scores", scores),
    ]


def _as_bytes(rows: Sequence[Sequence[int]]) -> bytes:
    """Rows as the digits of one number, the first the lowest."""
    total = sum(pack(row) << ROW * at for at, row in enumerate(rows))
    return total.to_bytes(ROW_BYTES * len(rows), "little", signed=True)
