"""Looks up the sketches of a batch in the postings at once, as if each came after the one before it was noted.

What the documents of a batch hold is noted together too, when the batch is over, or before a sketch that shares hashes
with an earlier one of its batch is looked up by itself. So what is found does not depend on what came in one batch.
"""

import numpy as np

from newsutils.duplicates.postings import Indices, Postings, documents_of, entries_of, keys_of
from newsutils.duplicates.sketch import Parts, Sketch, Sketches
from newsutils.duplicates.tokens import Flags, Hashes

Found = tuple[Indices, Indices]


class Lookup:
    """Postings that are read and written in batches."""

    def __init__(self) -> None:
        self._postings = Postings()
        self._batch: Sketches | None = None
        self._found: list[Found | None] = []
        self._pending: list[tuple[Hashes, int]] = []

    def find(self, sketch: Sketch) -> Found:
        """All pairs of a shingle and a document that holds it, as :meth:`Postings.find` gives them."""
        if sketch.batch is not self._batch:
            self._settle()
            self._batch = sketch.batch
            self._found = self._all(sketch.batch.shingles) if sketch.batch else []
        found = self._found[sketch.place] if self._found else None
        if found is None:
            self._settle()
            return self._postings.find(sketch.shingles)
        return found

    def add(self, hashes: Hashes, document: int) -> None:
        """Note that a document, whose sketch was looked up last, holds these hashes."""
        self._pending.append((hashes, document))

    def reserve(self, count: int) -> None:
        """Make room at once for so many hashes more."""
        self._postings.reserve(count)

    def add_many(self, hashes: Hashes, documents: Indices) -> None:
        """Note which document holds each of these hashes, in any order."""
        self._settle()
        self._batch = None
        self._postings.add(hashes, documents)

    def _settle(self) -> None:
        if self._pending:
            numbers = np.array([document for _, document in self._pending])
            sizes = [len(hashes) for hashes, _ in self._pending]
            self._postings.add(np.concatenate([hashes for hashes, _ in self._pending]), numbers.repeat(sizes))
            self._pending = []

    def _all(self, shingles: Parts) -> list[Found | None]:
        """What is found for each sketch; None for one that shares hashes with an earlier one."""
        which, documents = self._postings.find(shingles.values)
        order = np.argsort(which, kind="stable")
        which, documents = which[order], documents[order]
        starts, ends = shingles.starts, shingles.ends
        bounds = zip(np.searchsorted(which, starts).tolist(), np.searchsorted(which, ends).tolist(), strict=True)
        alone = ~_shares_with_earlier(shingles)
        return [
            (which[low:high] - start, documents[low:high]) if is_alone else None
            for start, (low, high), is_alone in zip(starts.tolist(), bounds, alone.tolist(), strict=True)
        ]


def _shares_with_earlier(shingles: Parts) -> Flags:
    """Whether each text has a hash, as far as postings tell hashes apart, that an earlier one has."""
    texts = np.arange(len(shingles.ends)).repeat(shingles.ends - shingles.starts)
    entries = np.sort(entries_of(shingles.values, texts))
    shares = np.zeros(len(shingles.ends), dtype=np.bool_)
    shares[documents_of(entries[1:][keys_of(entries[1:]) == keys_of(entries[:-1])])] = True
    return shares
