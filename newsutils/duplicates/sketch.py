"""The sketch of a text: a sample of its word shingles, and the numbers and names that it states.

The sample is taken by the value of the hash (FracMinHash: L. Irber et al., "Lightweight compositional analysis of
metagenomes with FracMinHash", 2022), so that two texts sample the same of what they share and the shares of their
samples estimate both similarity and containment, whatever their lengths.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import xxhash

from newsutils.duplicates.tokens import Flags, Hashes, Tokens, tokenize

SHINGLE_WORDS = 4
SHINGLE_IDEOGRAPHS = 6
# One shingle in this many is sampled, and of a long text half, a quarter, … of those.
SPARSENESS = 3
LARGEST_SAMPLE = 256

_FACTOR = np.uint64(0xBF58476D1CE4E5B9)  # of splitmix64
_HALF = np.uint64(32)
_LOW_BITS = np.uint64(0xFFFFFFFF)

Facts = np.ndarray[Any, np.dtype[np.uint16]]


class Sketch(NamedTuple):
    """What is compared of a text.

    Attributes:
        identity: 64 bits that stand for the whole text: the same for texts of the same words.
        shingles: distinct hashes of the sampled shingles, sorted.
        level: how often the sample was halved.
        words: the number of words.
        numbers, names: 16 bits for each number and name in the text, in order.
    """

    identity: int
    shingles: Hashes
    level: int
    words: int
    numbers: Facts
    names: Facts


def sketch(text: str) -> Sketch:
    """The sketch of a text."""
    tokens = tokenize(text)
    shingles, level = _sample(_shingles(tokens))
    return Sketch(
        identity=identity_of(tokens.hashes),
        shingles=shingles,
        level=level,
        words=len(tokens.hashes),
        numbers=_facts(tokens.hashes, tokens.numbers),
        names=_facts(tokens.hashes, tokens.names),
    )


def numbers_in(written: Sequence[str]) -> list[int]:
    """What a sketch holds of numbers written in figures, for each of them."""
    tokens = tokenize(" ".join(written))
    facts: list[int] = _facts(tokens.hashes, tokens.numbers).tolist()
    return facts


def identity_of(words: Hashes) -> int:
    """64 bits that stand for these words in this order."""
    return xxhash.xxh3_64_intdigest(words.tobytes())


def _shingles(tokens: Tokens) -> Hashes:
    size = SHINGLE_IDEOGRAPHS if tokens.ideographs.sum() * 2 > len(tokens.hashes) else SHINGLE_WORDS
    count = len(tokens.hashes) - size + 1
    if count < 1:
        return tokens.hashes[:0]
    shingles = tokens.hashes[:count] * _FACTOR
    for place in range(1, size):
        shingles += tokens.hashes[place : place + count]
        shingles *= _FACTOR
    shingles ^= shingles >> _HALF
    shingles *= _FACTOR
    return shingles


def _sample(shingles: Hashes) -> tuple[Hashes, int]:
    level = 0
    sampled = _below(shingles, (1 << 32) // SPARSENESS)
    while len(sampled) > LARGEST_SAMPLE:
        level += 1
        sampled = _below(sampled, ((1 << 32) // SPARSENESS) >> level)
    return _distinct(sampled), level


def _distinct(shingles: Hashes) -> Hashes:
    """The hashes in order, each once; in place, if they are distinct already."""
    shingles.sort()
    repeated = shingles[1:] == shingles[:-1]
    return np.unique(shingles) if repeated.any() else shingles


def _below(shingles: Hashes, bound: int) -> Hashes:
    return shingles[(shingles & _LOW_BITS) < np.uint64(bound)]


def at_level(shingles: Hashes, level: int) -> Flags:
    """Which of the shingles a sample of this level holds."""
    held: Flags = (shingles & _LOW_BITS) < np.uint64(((1 << 32) // SPARSENESS) >> level)
    return held


def _facts(words: Hashes, which: Flags) -> Facts:
    return (words[which] >> np.uint64(48)).astype(np.uint16)
