"""Finds the kept document that a new text repeats."""

from collections import Counter

import numpy as np

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
        self._postings = Postings()

    def judge(self, sketch: Sketch) -> tuple[Match, Hashes]:
        """What a new text repeats, and those of its shingles that are no boilerplate."""
        whole = np.array([sketch.identity], dtype=np.uint64)
        which, documents = self._postings.find(np.concatenate((sketch.shingles, whole)))
        if not len(which):
            return Match(), sketch.shingles
        exact = documents[which == len(sketch.shingles)]
        for document in exact.tolist():
            if self.documents.identity(document) == sketch.identity:
                return Match("exact", document, 1.0, 1.0), sketch.shingles
        spread = np.bincount(which, minlength=len(sketch.shingles) + 1)[:-1]
        telling = spread < MOST_DOCUMENTS
        return self._best(sketch, which, documents, telling), sketch.shingles[telling]

    def _best(self, sketch: Sketch, which: Indices, documents: Indices, telling: Flags) -> Match:
        counted = np.append(telling, False)[which]
        which, documents = which[counted], documents[counted]
        alike = Match()
        for document, shared in Counter(documents.tolist()).most_common(MOST_CANDIDATES):
            if shared < LEAST_SHARED:
                break
            shingles = sketch.shingles[which[documents == document]]
            match = _compare(sketch, int(telling.sum()), document, self.documents[document], shingles)
            if match.is_duplicate:
                return match
            alike = max(alike, match, key=lambda one: one.containment)
        return alike

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> int:
        """Keep a document under its id, found by these of its shingles; returns its number."""
        document = self.documents.add(name, sketch, len(shingles))
        self._postings.add(np.append(shingles, np.uint64(sketch.identity)), document)
        return document


def _compare(sketch: Sketch, telling: int, document: int, old: Kept, shared: Hashes) -> Match:
    level = max(sketch.level, old.level)
    common = int(at_level(shared, level).sum())
    if common < LEAST_SHARED:
        return Match()
    of_new = common / (telling >> (level - sketch.level))
    of_old = common / (old.shingles >> (level - old.level))
    overlap = _overlap(sketch, old, of_new, of_old)
    relation = relation_of(overlap)
    if not relation:
        return Match()
    return Match(relation, document, round(overlap.similarity, 3), round(overlap.containment, 3))


def _overlap(sketch: Sketch, old: Kept, of_new: float, of_old: float) -> Overlap:
    shorter, longer = (sketch, old) if sketch.words < old.words else (old, sketch)
    return Overlap(
        min(1.0, of_new),
        min(1.0, of_old),
        shorter.words,
        len(shorter.numbers),
        len(shorter.names),
        len(shorter.numbers - longer.numbers),
        len(shorter.names - longer.names),
    )
