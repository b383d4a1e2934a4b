"""The documents that new ones are compared with, in flat arrays: about 100 bytes each beside their postings."""

from array import array
from typing import NamedTuple

from newsutils.duplicates.sketch import Sketch


class Kept(NamedTuple):
    """What is known of a kept document.

    Attributes:
        shingles: how many of its sampled shingles are indexed.
        level: how often its sample was halved.
        words: the number of its words.
        numbers, names: 16 bits for each distinct number and name.
    """

    shingles: int
    level: int
    words: int
    numbers: frozenset[int]
    names: frozenset[int]


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


class KeptDocuments:
    """Documents by number, from 0."""

    def __init__(self) -> None:
        self._shapes = array("I")  # three for each document: indexed shingles, level, words
        self._facts = array("H")
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

    def __getitem__(self, document: int) -> Kept:
        start, middle, end = self._fact_ends[2 * document : 2 * document + 3]
        shingles, level, words = self._shapes[3 * document : 3 * document + 3]
        return Kept(
            shingles,
            level,
            words,
            frozenset(self._facts[start:middle]),
            frozenset(self._facts[middle:end]),
        )

    def name(self, document: int) -> str:
        """The id of a document."""
        return self._names[document]
