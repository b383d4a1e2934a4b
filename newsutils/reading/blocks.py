"""What a paragraph of a page looks like: the numbers that the model of `newsutils.reading.body` judges.

To what a line of text says by itself and among its neighbours (`newsutils.cleaning.features`) comes what only the page
says: the elements that it stands in and how they are called, its links, and how much of it and of its surroundings
others take for the article: an extractor, and the page's own linked data.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log1p
from typing import NamedTuple

from newsutils.cleaning.features import NAMES as LINE_NAMES
from newsutils.cleaning.features import page_features
from newsutils.reading.markup import Paragraph

KINDS = (
    "body", "article", "related", "comment", "share", "people", "caption", "ad", "signup", "menu", "date", "lead",
    "box", "hidden",
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_OWN = HEADINGS | {"p", "li"}
_TAGS = ("p", "li", "heading", "figcaption", "cell", "quote")
_PLACE_NAMES = (
    *_TAGS, "in_list", "inside", "surrounding", "depth", "linked", "in_lead", "parent_mass", "grandparent_mass",
    "parent_linked",
)  # fmt: skip
_EVIDENCE_NAMES = ("share", "parent", "grandparent", "before", "after", "to_first", "to_last", "page")
NAMES = (
    *LINE_NAMES,
    *_PLACE_NAMES,
    *(f"kind_{kind}" for kind in KINDS),
    *(f"extracted_{name}" for name in _EVIDENCE_NAMES),
    *(f"stated_{name}" for name in _EVIDENCE_NAMES),
)
"""The columns, in order."""

# One word each of the scripts that are written without blanks.
_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]|\w+?(?=[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f])|\w+"
)
_RUN = 4
_FAR = 8
_PROSE = 50
_MOST_MASS = 600
_NO_EVIDENCE = [-1.0] * len(_EVIDENCE_NAMES)


class Evidence(NamedTuple):
    """What others take for the article, each empty if there is none: an extractor, the linked data; and the lead."""

    extracted: str = ""
    stated: str = ""
    lead: str = ""


def block_features(paragraphs: Sequence[Paragraph], title: str, evidence: Evidence) -> list[list[float]]:
    """A row of numbers a paragraph, named by `NAMES`."""
    lines = page_features([" ".join(one.text.split()) or " " for one in paragraphs], title).rows
    words = [_WORDS.findall(one.text) for one in paragraphs]
    page = _Page(paragraphs)
    lead = set(_runs(_WORDS.findall(evidence.lead)))
    extracted = page.evidence(words, evidence.extracted)
    stated = page.evidence(words, evidence.stated)
    return [
        [*lines[at], *page.place(at, float(_share(words[at], lead))), *page.kinds(at), *extracted[at], *stated[at]]
        for at in range(len(paragraphs))
    ]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of so many words; a shorter text is one run."""
    return [tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))] if words else []


def _share(words: Sequence[str], known: set[tuple[str, ...]]) -> float:
    runs = _runs(words)
    return sum(run in known for run in runs) / len(runs) if runs else 0.0


def _known_runs(text: str) -> set[tuple[str, ...]]:
    """The runs of a text, and its short lines as they are."""
    known = set(_runs(_WORDS.findall(text)))
    for line in text.split("\n"):
        if line and len(line) < _PROSE and len(words := _WORDS.findall(line)) < _RUN:
            known.add(tuple(words))
    return known


class _Page:
    """The paragraphs of a page and what their elements hold."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._parents = [_ancestor(one, 0) for one in paragraphs]
        self._grandparents = [_ancestor(one, 1) for one in paragraphs]
        self._masses = [min(len(one.text), _MOST_MASS) if len(one.text) >= _PROSE else 0 for one in paragraphs]
        self._mass = sum(self._masses) or 1
        self._parent_mass = _sums(self._parents, self._masses)
        self._grandparent_mass = _sums(self._grandparents, self._masses)
        self._parent_size = _sums(self._parents, [len(one.text) for one in paragraphs])
        self._parent_linked = _sums(self._parents, [one.linked for one in paragraphs])

    def place(self, at: int, in_lead: float) -> list[float]:
        """Where a paragraph stands, named by `_PLACE_NAMES`."""
        one = self._paragraphs[at]
        names = [element.name for element in one.elements]
        parent, grandparent = self._parents[at], self._grandparents[at]
        return [
            *(float(_tag(names) == tag) for tag in _TAGS),
            float(any(name in ("ul", "ol", "dl", "nav") for name in names[-5:])),
            float(one.inside),
            float(one.surrounding),
            float(min(len(names), 40)),
            one.linked / max(1, len(one.text)),
            in_lead,
            self._parent_mass[parent] / self._mass,
            self._grandparent_mass[grandparent] / self._mass,
            self._parent_linked[parent] / max(1.0, self._parent_size[parent]),
        ]

    def kinds(self, at: int) -> list[float]:
        """How many elements out of a paragraph the next one of each kind is, at most `_FAR`."""
        found = dict.fromkeys(KINDS, float(_FAR))
        for distance, element in enumerate(reversed(self._paragraphs[at].elements[-_FAR:])):
            for kind in element.kinds:
                found[kind] = min(found[kind], float(distance))
        return list(found.values())

    def evidence(self, words: Sequence[Sequence[str]], text: str) -> list[list[float]]:
        """How much of each paragraph and of its surroundings is in a text, named by `_EVIDENCE_NAMES`."""
        known = _known_runs(text)
        if not known:
            return [_NO_EVIDENCE] * len(words)
        shares = [_share(one, known) for one in words]
        held = [share * mass for share, mass in zip(shares, self._masses, strict=True)]
        parents, grandparents = _sums(self._parents, held), _sums(self._grandparents, held)
        inside = [at for at, share in enumerate(shares) if share > 0.5 and self._masses[at]]
        first, last = (inside[0], inside[-1]) if inside else (0, len(shares))
        padded = [0.0, *shares, 0.0]
        return [
            [
                share,
                parents[self._parents[at]] / max(1.0, self._parent_mass[self._parents[at]]),
                grandparents[self._grandparents[at]] / max(1.0, self._grandparent_mass[self._grandparents[at]]),
                padded[at],
                padded[at + 2],
                _signed_log(at - first),
                _signed_log(at - last),
                sum(held) / self._mass,
            ]
            for at, share in enumerate(shares)
        ]


def _ancestor(paragraph: Paragraph, level: int) -> int:
    """The number of the element around a paragraph's own one, or that many further out; 0 for the page."""
    own = bool(paragraph.elements) and paragraph.elements[-1].name in _OWN
    at = len(paragraph.elements) - 1 - own - level
    return paragraph.elements[at].number if at >= 0 else 0


def _tag(names: Sequence[str]) -> str:
    """The kind of the innermost element that has one."""
    for name in reversed(names[-3:]):
        if name in ("td", "th"):
            return "cell"
        if name in HEADINGS:
            return "heading"
        if name in ("blockquote", "q"):
            return "quote"
        if name in _TAGS:
            return name
    return ""


def _sums(keys: Iterable[int], values: Iterable[float]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for key, value in zip(keys, values, strict=True):
        found[key] += value
    return found


def _signed_log(distance: int) -> float:
    return log1p(distance) if distance >= 0 else -log1p(-distance)
