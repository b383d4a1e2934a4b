"""A model of the user's own as evidence: what it takes for places, people and organisations.

Names that it takes for places and that are not found otherwise are mentions too. A mention that is only a part of what
it takes for a person's name is none: the Paris of "Paris Hilton".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

from newsutils.places.lists import mention_at
from newsutils.places.mention import Mention
from newsutils.places.tokens import Tokens

PLACES = frozenset(["GPE", "LOC", "FAC", "LOCATION", "PLACE"])
"""Labels of places in the usual schemes: OntoNotes, CoNLL, WikiNER."""
PEOPLE = frozenset(["PERSON", "PER"])
NOT_NAMES = frozenset(["the", "a", "an", "'", "’", "s", ",", ".", "-"])


class Labelled(NamedTuple):
    """A name that a model has found: its code points and its label."""

    start: int
    end: int
    label: str


NameModel = Callable[[str], list[Labelled]]
"""A text to the names in it."""


@cache
def open_model(name: str) -> NameModel:
    """Open a model that is named as ``spacy:MODEL``, a package or a folder.

    Raises:
        ValueError: the name has another form.
        ImportError: spaCy is not installed.
        OSError: there is no such model.
    """
    kind, _, model = name.partition(":")
    if kind != "spacy" or not model:
        raise ValueError(f"{name!r} is not of the form spacy:MODEL")
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise ImportError(f"{error}; spaCy comes with `pip install newsutils[ner]`") from None
    pipeline = spacy.load(model)

    def find(text: str) -> list[Labelled]:
        return [Labelled(one.start_char, one.end_char, one.label_) for one in pipeline(text).ents]

    return find


def with_evidence(text: str, tokens: Tokens, mentions: Sequence[Mention], found: Sequence[Labelled]) -> list[Mention]:
    """The mentions, less those that the model speaks against, with those that it alone has found."""
    people = [_tokens(tokens, one) for one in found if one.label in PEOPLE]
    within = _covered(people) - {first for first, last in people if last - first == 1}
    whole = set(people)
    kept = [one for one in mentions if one.first not in within or (one.first, one.last) in whole]
    taken = _covered((one.first, one.last) for one in kept)
    for first, last in (_tokens(tokens, one) for one in found if one.label in PLACES):
        if first < last and taken.isdisjoint(range(first, last)):
            kept.append(mention_at(text, tokens, first, last))
            taken.update(range(first, last))
    return sorted(kept, key=lambda mention: mention.first)


def _covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for first, last in spans for at in range(first, last)}


def _tokens(tokens: Tokens, one: Labelled) -> tuple[int, int]:
    """The whole tokens of a span, without an article before and marks around."""
    first, last = bisect_left(tokens.starts, one.start), bisect_right(tokens.ends, one.end)
    while first < last and tokens.words[first].lower() in NOT_NAMES:
        first += 1
    while first < last and tokens.words[last - 1].lower() in NOT_NAMES:
        last -= 1
    return first, max(first, last)
