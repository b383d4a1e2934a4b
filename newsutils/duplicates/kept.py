"""The documents that new ones are compared with, in flat arrays: about 100 bytes each beside their postings."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from newsutils.duplicates.sketch import Parts, Sketch
from newsutils.duplicates.tokens import Hashes, Places


class Kept(NamedTuple):
    """What is known of a kept document.

    Attributes:
        shingles: how many of its sampled shingles are indexed.
        level: how often its sample was halved.
        words: the number of its words.
        numbers, names: see :class:`Sketch`.
    """

    shingles: int
    level: int
    words: int
    numbers: Sequence[int]
    names: Sequence[int]


class Block(NamedTuple):
    """Many documents to keep, in columns.

    Attributes:
        names: their ids.
        identities, levels, words: see :class:`Sketch`.
        shingles: those that are indexed.
        numbers: how many of its facts are numbers.
        facts: the numbers of each, then its names.
    """

    names: Sequence[str]
    identities: Hashes
    levels: Sequence[int]
    words: Sequence[int]
    shingles: Parts
    numbers: Places
    facts: Parts


class Names:
    """Ids by number, from 0."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        start, end = self._ends[number : number + 2]
        return self._bytes[start:end].decode("utf-8", "surrogatepass")

    def add(self, name: str) -> None:
        """Add the id with the next number."""
        self._bytes += name.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def add_many(self, names: Iterable[str]) -> None:
        """Add ids with the next numbers."""
        encoded = [name.encode("utf-8", "surrogatepass") for name in names]
        start = len(self._bytes)
        self._bytes += b"".join(encoded)
        self._ends.frombytes((np.cumsum(list(map(len, encoded)), dtype=np.uint64) + np.uint64(start)).tobytes())


class KeptDocuments:
    """Documents by number, from 0."""

    def __init__(self) -> None:
        self._shapes = array("I")  # three for each document: indexed shingles, level, words
        self._facts = array("I")
        self._fact_ends = array("Q", [0])  # two for each document: the end of its numbers, the end of its names
        self._names = Names()

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str, sketch: Sketch, shingles: int) -> int:
        """Keep a document of which so many shingles are indexed and return its number."""
        self._shapes.extend((shingles, sketch.level, sketch.words))
        for facts in (sketch.numbers, sketch.names):
            self._facts.frombytes(facts.tobytes())
            self._fact_ends.append(len(self._facts))
        self._names.add(name)
        return len(self) - 1

    def add_many(self, block: Block) -> None:
        """Keep many documents."""
        shapes = np.stack((block.shingles.ends - block.shingles.starts, block.levels, block.words), axis=1)
        self._shapes.frombytes(shapes.astype(np.uint32).tobytes())
        middles = block.facts.starts + block.numbers
        ends = np.stack((middles, block.facts.ends), axis=1) + len(self._facts)
        self._facts.frombytes(block.facts.values.tobytes())
        self._fact_ends.frombytes(ends.astype(np.uint64).tobytes())
        self._names.add_many(block.names)

    def __getitem__(self, document: int) -> Kept:
        start, middle, end = self._fact_ends[2 * document : 2 * document + 3]
        shingles, level, words = self._shapes[3 * document : 3 * document + 3]
        return Kept(shingles, level, words, self._facts[start:middle], self._facts[middle:end])

    def name(self, document: int) -> str:
        """The id of a document."""
        return self._names[document]
