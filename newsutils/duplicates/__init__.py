"""Each story once, no story lost.

The words of a text, freed of style, give shingles of four words; a quarter of these, chosen by the value of their hash,
are its sketch. An inverted index gives the kept documents that share some. From the shared part follow similarity and
containment in both directions. What shares half of its wording is a copy only if the longer text has no other numbers
and names in the places of the shorter one's: a report with the same sentences about another day is none. Texts are
compared with kept documents only, so that chains of look-alikes never merge stories.

`sketch` makes sketches of `tokens`, many at once. `index` has what is known of the texts before: `kept` documents, the
`postings` that find them, by way of `lookup`, and exact copies in a `hashmap`; `window` is an index that forgets,
`store` one on disk. `verdict` tells the relation of two texts from what they share. `deduplicator` puts these together,
and `annotate` and `select` are the filters made of it; `passages` is the same for parts of texts, by hashes alone.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsutils.duplicates.deduplicator import Deduplicator, Verdict, dedupe

__all__ = ["Deduplicator", "Verdict", "dedupe"]


def __getattr__(name: str) -> Any:
    """Load the library, and numpy with it, when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newsutils.duplicates import deduplicator

    return getattr(deduplicator, name)
