"""The sketch of a text: a sample of its word shingles, and the numbers and names that it states.

The sample is taken by the value of the hash (FracMinHash: L. Irber et al., "Lightweight compositional analysis of
metagenomes with FracMinHash", 2022), so that two texts sample the same of what they share and the shares of their
samples estimate both similarity and containment, whatever their lengths.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np
import xxhash

from newsutils.duplicates.tokens import Flags, Hashes, Places, Tokens, counts_in, starts_of, tokenize

SHINGLE_WORDS = 4
SHINGLE_IDEOGRAPHS = 6
# One shingle in this many is sampled, and of a long text half, a quarter, … of those.
SPARSENESS = 4
LARGEST_SAMPLE = 256

_FACTOR = np.uint64(0xBF58476D1CE4E5B9)  # of splitmix64
_HALF = np.uint64(32)
_LOW_BITS = np.uint64(0xFFFFFFFF)
_BOUND = np.uint64((1 << 32) // SPARSENESS)  # of the low bits of what is sampled
# How a fact is put together of hashes: the highest bits of its value, of the word before and of the word after it.
_VALUE_BITS, _CONTEXT_BITS = np.uint64(48), np.uint64(56)
_VALUE_SHIFT, _BEFORE_SHIFT = np.uint64(16), np.uint64(8)

Facts = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]


class Sketch(NamedTuple):
    """What is compared of a text.

    Attributes:
        identity: 64 bits that stand for the whole text: the same for texts of the same words.
        shingles: distinct hashes of the sampled shingles, sorted.
        level: how often the sample was halved.
        words: the number of words.
        numbers, names: the numbers and names of the text, in order, each as 16 bits of its hash, 8 of the word before
            it and 8 of the word after it.
        batch: the sketches that it was made with, if they are to be looked up together.
        place: its place among them.
    """

    identity: int
    shingles: Hashes
    level: int
    words: int
    numbers: Facts
    names: Facts
    batch: "Sketches | None" = None
    place: int = 0


@dataclass(frozen=True)
class Parts:
    """Values of several texts in one array, those of each text before its end."""

    values: np.ndarray[Any, Any]
    ends: Places

    @property
    def starts(self) -> Places:
        """Where those of each text begin."""
        return starts_of(self.ends)

    @cached_property
    def _bounds(self) -> list[int]:
        return [0, *self.ends.tolist()]

    def __getitem__(self, place: int) -> np.ndarray[Any, Any]:
        return self.values[self._bounds[place] : self._bounds[place + 1]]


@dataclass(frozen=True)
class Sketches(Sequence[Sketch]):
    """The sketches of texts that were made, and are looked up, together."""

    identities: Sequence[int]
    shingles: Parts
    levels: Sequence[int]
    words: Sequence[int]
    numbers: Parts
    names: Parts

    def __len__(self) -> int:
        return len(self.identities)

    @overload
    def __getitem__(self, place: int) -> Sketch: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sketch]: ...
    def __getitem__(self, place: int | slice) -> Sketch | Sequence[Sketch]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        return Sketch(
            self.identities[place],
            self.shingles[place],
            self.levels[place],
            self.words[place],
            self.numbers[place],
            self.names[place],
            self,
            place,
        )


def sketch(texts: Sequence[str]) -> Sketches:
    """The sketches of some texts."""
    tokens = tokenize(texts)
    shingles, levels = _sample(*_shingles(tokens), len(texts))
    return Sketches(
        identities=identities_of(tokens),
        shingles=shingles,
        levels=levels,
        words=(tokens.ends - tokens.starts).tolist(),
        numbers=_facts(tokens, tokens.numbers),
        names=_facts(tokens, tokens.names),
    )


def values_of(facts: Sequence[int]) -> list[int]:
    """What numbers or names are, without the words around them."""
    return [fact >> int(_VALUE_SHIFT) for fact in facts]


def numbers_in(written: Sequence[str]) -> list[int]:
    """The values of numbers written in figures, one for each of them."""
    tokens = tokenize([" ".join(written)])
    return values_of(_facts(tokens, tokens.numbers).values.tolist())


def identities_of(tokens: Tokens) -> list[int]:
    """64 bits for each text that stand for its words in their order."""
    words, digest = tokens.hashes.tobytes(), xxhash.xxh3_64_intdigest
    bounds = zip((8 * tokens.starts).tolist(), (8 * tokens.ends).tolist(), strict=True)
    return [digest(words[start:end]) for start, end in bounds]


def _shingles(tokens: Tokens) -> tuple[Hashes, Places]:
    """Hashes of all shingles, and in which text each stands."""
    starts, ends = tokens.starts, tokens.ends
    written_in_signs = 2 * counts_in(tokens.ideographs, starts, ends) > ends - starts
    sizes = np.where(written_in_signs, SHINGLE_IDEOGRAPHS, SHINGLE_WORDS)
    hashes = _shingles_of(tokens.hashes, SHINGLE_WORDS)
    if written_in_signs.any():
        places = written_in_signs.repeat(ends - starts)
        hashes[places] = _shingles_of(tokens.hashes, SHINGLE_IDEOGRAPHS)[places]
    texts = np.arange(len(ends)).repeat(ends - starts)
    whole = np.arange(len(hashes)) <= (ends - sizes).repeat(ends - starts)
    return hashes[whole], texts[whole]


def _shingles_of(words: Hashes, size: int) -> Hashes:
    """The hash of the words from each place on; without meaning at the last places."""
    hashes: Hashes = words * _FACTOR
    for place in range(1, min(size, len(words))):
        hashes[:-place] += words[place:]
        hashes *= _FACTOR
    hashes ^= hashes >> _HALF
    hashes *= _FACTOR
    return hashes


def _sample(shingles: Hashes, texts: Places, count: int) -> tuple[Parts, Sequence[int]]:
    """The sampled shingles of each of so many texts, sorted, each once, and the level of each sample."""
    levels = np.zeros(count, dtype=np.uint64)
    while True:
        sampled = (shingles & _LOW_BITS) < (_BOUND >> levels)[texts]
        shingles, texts = shingles[sampled], texts[sampled]
        too_many = np.bincount(texts, minlength=count) > LARGEST_SAMPLE
        if not too_many.any():
            return _distinct(shingles, texts, count), levels.tolist()
        levels += too_many


def _distinct(shingles: Hashes, texts: Places, count: int) -> Parts:
    """The hashes of each text, sorted in place, each once."""
    ends = np.cumsum(np.bincount(texts, minlength=count))
    start = 0
    for end in ends.tolist():
        shingles[start:end].sort()
        start = end
    again = (shingles[1:] == shingles[:-1]) & (texts[1:] == texts[:-1])
    if again.any():
        left = np.concatenate(([True], ~again))
        return Parts(shingles[left], np.cumsum(np.bincount(texts[left], minlength=count)))
    return Parts(shingles, ends)


def at_level(shingles: Hashes, level: int) -> Flags:
    """Which of the shingles a sample of this level holds."""
    held: Flags = (shingles & _LOW_BITS) < (_BOUND >> np.uint64(level))
    return held


def _facts(tokens: Tokens, which: Flags) -> Parts:
    before, after = np.zeros_like(tokens.hashes), np.zeros_like(tokens.hashes)
    before[1:], after[:-1] = tokens.hashes[:-1], tokens.hashes[1:]
    holds_words = tokens.ends > tokens.starts
    before[tokens.starts[holds_words]] = after[tokens.ends[holds_words] - 1] = 0
    places = which.nonzero()[0]
    facts = (
        tokens.hashes[places] >> _VALUE_BITS << _VALUE_SHIFT
        | before[places] >> _CONTEXT_BITS << _BEFORE_SHIFT
        | after[places] >> _CONTEXT_BITS
    )
    return Parts(facts.astype(np.uint32), np.searchsorted(places, tokens.ends))
