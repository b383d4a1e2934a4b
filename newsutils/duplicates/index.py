"""Finds the kept document that a new text repeats."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import xxhash

from newsutils.duplicates.hashmap import HashMap
from newsutils.duplicates.kept import Block, Kept, KeptDocuments
from newsutils.duplicates.lookup import Lookup
from newsutils.duplicates.postings import Indices
from newsutils.duplicates.sketch import Sketch, at_level, values_of
from newsutils.duplicates.tokens import Flags, Hashes
from newsutils.duplicates.verdict import Match, Overlap, agreement, relation_of

# A shingle of this many kept documents is boilerplate: it is neither counted nor noted again.
MOST_DOCUMENTS = 8
# Fewer shared shingles than this are chance.
LEAST_SHARED = 2
# How many candidates are looked at, those with the most shared shingles first.
MOST_CANDIDATES = 8


class Index:
    """Kept documents, their postings, and the comparison of a new text with them.

    Only documents that are no copies are kept, and a text is compared with them alone: a chain of look-alikes cannot
    make one story of two.
    """

    def __init__(self) -> None:
        self._documents = KeptDocuments()
        self._wholes = HashMap()
        self._lookup = Lookup()
        self._texts = HashMap()

    def text_of(self, name: str) -> int | None:
        """The 32 bits by which the text of an id is known; None for an id not seen yet."""
        return self._texts.get(_hash(name))

    def note(self, name: str, text: int) -> int | None:
        """Note the text of an id; returns what was noted for it before, None if it comes for the first time."""
        count = len(self._texts)
        known = self._texts.setdefault(_hash(name), text)
        return known if len(self._texts) == count else None

    def judge(self, sketch: Sketch) -> tuple[Match, Hashes]:
        """What a new text repeats, and those of its shingles that are no boilerplate."""
        whole = self._wholes.get(sketch.identity)
        if whole is not None:
            return Match("exact", self._documents.name(whole), 1.0, 1.0), sketch.shingles
        which, documents = self._lookup.find(sketch)
        if not len(which):
            return Match(), sketch.shingles
        telling = np.bincount(which, minlength=len(sketch.shingles)) < MOST_DOCUMENTS
        return self._best(sketch, which, documents, telling), sketch.shingles[telling]

    def _best(self, sketch: Sketch, which: Indices, documents: Indices, telling: Flags) -> Match:
        counted = telling[which]
        which, documents = which[counted], documents[counted]
        alike, new = Match(), _as_kept(sketch, int(np.count_nonzero(telling)))
        ranked = sorted(Counter(documents.tolist()).items(), key=lambda one: (-one[1], one[0]))
        for document, shared in ranked[:MOST_CANDIDATES]:
            if shared < LEAST_SHARED:
                break
            match = self._compare(new, document, sketch.shingles[which[documents == document]])
            if match.is_duplicate:
                return match
            alike = max(alike, match, key=lambda one: one.containment)
        return alike

    def _compare(self, new: Kept, document: int, shared: Hashes) -> Match:
        old = self._documents[document]
        overlap = _overlap(new, old, shared)
        relation = relation_of(overlap) if overlap else ""
        if not overlap or not relation:
            return Match()
        similarity, containment = round(overlap.similarity, 3), round(overlap.containment, 3)
        numbers = frozenset(values_of(old.numbers) if relation == "update" else ())
        return Match(relation, self._documents.name(document), similarity, containment, numbers)

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> None:
        """Keep a document under its id, found by these of its shingles."""
        document = self._documents.add(name, sketch, len(shingles))
        self._wholes.setdefault(sketch.identity, document)
        self._lookup.add(shingles, document)

    def keep_all(self, blocks: Iterable[Block], count: int) -> None:
        """Keep all documents of some blocks, about so many, of which the first ones are typical."""
        identities: list[Hashes] = [np.empty(0, np.uint64)]
        first = len(self._documents)
        for block in blocks:
            if len(self._documents) == first:
                self._lookup.reserve(count * len(block.shingles.values) // len(block.names))
            numbers = len(self._documents) + np.arange(len(block.names))
            self._documents.add_many(block)
            self._lookup.add_many(block.shingles.values, numbers.repeat(block.shingles.ends - block.shingles.starts))
            identities.append(block.identities)
        self._wholes.update(np.concatenate(identities), np.arange(first, len(self._documents), dtype=np.uint32))


def _as_kept(sketch: Sketch, shingles: int) -> Kept:
    return Kept(shingles, sketch.level, sketch.words, sketch.numbers.tolist(), sketch.names.tolist())


def _overlap(new: Kept, old: Kept, shared: Hashes) -> Overlap | None:
    """What two documents share, of which these are the shingles of both; None where that is chance."""
    level = max(new.level, old.level)
    common = int(np.count_nonzero(at_level(shared, level)))
    if common < LEAST_SHARED:
        return None
    shorter, longer = (new, old) if new.words < old.words else (old, new)
    return Overlap(
        min(1.0, common / (new.shingles >> level - new.level)),
        min(1.0, common / (old.shingles >> level - old.level)),
        shorter.words,
        agreement(shorter.numbers, longer.numbers),
        agreement(shorter.names, longer.names),
    )


def _hash(name: str) -> int:
    return xxhash.xxh3_64_intdigest(name.encode("utf-8", "surrogatepass"))
