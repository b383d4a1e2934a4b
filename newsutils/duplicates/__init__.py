"""Each story once, no story lost.

The words of a text, freed of style, give shingles of four words; a third of these, chosen by the value of their hash,
are its sketch. An inverted index gives the kept documents that share some. From the shared part follow similarity and
containment in both directions. What shares half of its wording is a copy only if the numbers and names of the shorter
text stand in the longer one: a report with the same sentences about another day is none. Texts are compared with kept
documents only, so that chains of look-alikes never merge stories.
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
