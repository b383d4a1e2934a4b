"""Small Unix filters for news text, and the same functions for Python.

Each function takes a text and returns what the command of the same name adds to a record; :func:`pipe` runs whole
pipelines over records. Nothing is imported before it is used.

    >>> import newsutils
    >>> [sentence.start for sentence in newsutils.split_sentences("It rained. Then it stopped.")]
    [0, 11]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsutils.cleaning import clean
    from newsutils.dates import extract_dates
    from newsutils.duplicates import dedupe
    from newsutils.language import detect_language
    from newsutils.numbers import extract_numbers
    from newsutils.pipeline import pipe
    from newsutils.places import extract_places
    from newsutils.reading import read_page
    from newsutils.sentences import split_sentences

__version__ = "0.1.0"

__all__ = [
    "clean",
    "dedupe",
    "detect_language",
    "extract_dates",
    "extract_numbers",
    "extract_places",
    "pipe",
    "read_page",
    "split_sentences",
]

_HOMES = {
    "clean": "cleaning",
    "dedupe": "duplicates",
    "detect_language": "language",
    "extract_dates": "dates",
    "extract_numbers": "numbers",
    "extract_places": "places",
    "pipe": "pipeline",
    "read_page": "reading",
    "split_sentences": "sentences",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'newsutils' has no attribute {name!r}")
    return getattr(import_module(f"newsutils.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
