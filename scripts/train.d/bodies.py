"""Which lines or paragraphs of a page are of its body, by the true body: what models of pages learn from."""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|\w+?(?=[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f])|\w+")
"""A word; a character, of scripts that write without blanks."""


def body_of(lines: Sequence[list[str]], gold: str) -> np.ndarray:
    """Which lines, given as their words, are of the body: by most of their shingles, or as a paragraph of it."""
    known = set(shingles(WORDS.findall(gold)))
    paragraphs = {tuple(WORDS.findall(paragraph)) for paragraph in gold.split("\n")}
    return np.array([tuple(line) in paragraphs or _mostly(line, known) for line in lines])


def _mostly(line: list[str], known: set[tuple[str, ...]]) -> bool:
    own = shingles(line) if len(line) > 3 else Counter()
    return sum(shingle in known for shingle in own) > 0.5 * len(own)


def shingles(words: Sequence[str], size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `size` words, counted."""
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words)
