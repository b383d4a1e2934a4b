"""Finds the kept document that a new text repeats."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import xxhash

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
        self._documents = KeptDocuments()
        self._wholes = HashMap()
        self._postings = Postings()
        self._texts = HashMap()

    def text_of(self, name: str) -> int | None:
        """The 32 bits by which the text of an id is known; None for an id not seen yet."""
        return self._texts.get(_hash(name))

    def note(self, name: str, text: int) -> None:
        """Note the text of an id."""
        self._texts.setdefault(_hash(name), text)

    def judge(self, sketch: Sketch) -> tuple[Match, Hashes]:
        """What a new text repeats, and those of its shingles that are no boilerplate."""
        whole = self._wholes.get(sketch.identity)
        if whole is not None:
            return Match("exact", self._documents.name(whole), 1.0, 1.0), sketch.shingles
        which, documents = self._postings.find(sketch.shingles)
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
        numbers = old.numbers if relation == "update" else frozenset()
        return Match(relation, self._documents.name(document), similarity, containment, numbers)

    def keep(self, name: str, sketch: Sketch, shingles: Hashes) -> None:
        """Keep a document under its id, found by these of its shingles."""
        document = self._documents.add(name, sketch, len(shingles))
        self._wholes.setdefault(sketch.identity, document)
        self._postings.add(shingles, document)

    def keep_all(self, documents: Sequence[tuple[str, Sketch]]) -> None:
        """Keep many documents at once, found by all shingles of their sketches."""
        first = len(self._documents)
        for document, (name, sketch) in enumerate(documents, first):
            self._documents.add(name, sketch, len(sketch.shingles))
            self._wholes.setdefault(sketch.identity, document)
        sizes = [len(sketch.shingles) for _, sketch in documents]
        numbers = np.arange(first, first + len(documents)).repeat(sizes)
        self._postings.add_many(np.concatenate([sketch.shingles for _, sketch in documents]), numbers)


def _as_kept(sketch: Sketch, shingles: int) -> Kept:
    return Kept(
        shingles, sketch.level, sketch.words, frozenset(sketch.numbers.tolist()), frozenset(sketch.names.tolist())
    )


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
        len(shorter.numbers),
        len(shorter.names),
        len(shorter.numbers - longer.numbers),
        len(shorter.names - longer.names),
    )


def _hash(name: str) -> int:
    return xxhash.xxh3_64_intdigest(name.encode("utf-8", "surrogatepass"))
