"""Finds the kept document that a new text repeats."""

from collections import Counter

import numpy as np

from newsutils.duplicates.hashmap import HashMap
from newsutils.duplicates.kept import Kept, KeptDocuments
from newsutils.duplicates.postings import Indices, Postings
from newsutils.duplicates.sketch import Sketch, at_level
from newsutils.duplicates.tokens import Flags, Hashes
from newsutils.duplicates.verdict import Match, Overlap, relation_of

# A shingle of this many kept documents is boilerplate: it is neither counted nor noted again.
MOST_DOCUMENTS = 12
# Fewer shared shingles than this are chance.
LEAST_SHARED = 3
# How many candidates are looked at, those with the most shared shingles first.
MOST_CANDIDATES = 8


class Index:
    """Kept documents, their postings, and the comparison of a new text with them.

    Only documents that are no copies are kept, and a text is compared with them alone: a chain of look-alikes cannot
    make one story of two.
    """

    def __init__(self) -> None:
        self.documents = KeptDocuments()
        self._wholes = HashMap()
        self._postings = Postings()

    def judge(self, sketch: Sketch) -> tuple[Match, Hashes]:
        """What a new text repeats, and those of its shingles that are no boilerplate."""
        whole = self._wholes.get(sketch.identity)
        if whole is not None:
            return Match("exact", whole, 1.0, 1.0), sketch.shingles
        which, documents = self._postings.find(sketch.shingles)
        if not len(which):
            return Match(), sketch.shingles
        telling = np.bincount(which, minlength=len(sketch.shingles)) < MOST_DOCUMENTS
        return self._best(sketch, which, documents, telling), sketch.shingles[telling]

    def _best(self, sketch: Sketch, which: Indices, documents: Indices, telling: Flags) -> Match:
        counted = telling[which]
        which, documents = which[counted], documents[counted]
        alike, new = Match(), _as_kept(sketch, int(np.count_nonzero(telling)))
        for document, shared in Counter(documents.tolist()).most_common(MOST_CANDIDATES):
            if shared < LEAST_SHARED:
                break
            match = _compare(new, self.documents[document], document, sketch.shingles[which[documents == document]])
            if match.is_duplicate:
                return match
            alike = max(alike, match, key=lambda one: one.containment)
        return alike

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> int:
        """Keep a document under its id, found by these of its shingles; returns its number."""
        document = self.documents.add(name, sketch, len(shingles))
        self._wholes.setdefault(sketch.identity, document)
        self._postings.add(shingles, document)
        return document


def _as_kept(sketch: Sketch, shingles: int) -> Kept:
    return Kept(
        shingles, sketch.level, sketch.words, frozenset(sketch.numbers.tolist()), frozenset(sketch.names.tolist())
    )


def _compare(new: Kept, old: Kept, document: int, shared: Hashes) -> Match:
    level = max(new.level, old.level)
    common = int(np.count_nonzero(at_level(shared, level)))
    if common < LEAST_SHARED:
        return Match()
    overlap = _overlap(
        new, old, common / (new.shingles >> level - new.level), common / (old.shingles >> level - old.level)
    )
    relation = relation_of(overlap)
    if not relation:
        return Match()
    return Match(relation, document, round(overlap.similarity, 3), round(overlap.containment, 3))


def _overlap(new: Kept, old: Kept, of_new: float, of_old: float) -> Overlap:
    shorter, longer = (new, old) if new.words < old.words else (old, new)
    return Overlap(
        min(1.0, of_new),
        min(1.0, of_old),
        shorter.words,
        len(shorter.numbers),
        len(shorter.names),
        len(shorter.numbers - longer.numbers),
        len(shorter.names - longer.names),
    )
