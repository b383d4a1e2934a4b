"""The body of an article: the paragraphs of the page that a model takes for it.

The model (boosted trees over `newsutils.reading.blocks`) weighs what each paragraph is like, where it stands, what the
page's linked data states, and what trafilatura (A. Barbaresi, ACL 2021) extracts where it is installed, the extra
``html``. It was learned with and without the latter (scripts/train.d/reading.py), so that it reads pages in any case.
"""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, NamedTuple

from newsutils.cleaning.trees import Trees
from newsutils.reading.blocks import HEADINGS, NAMES, Evidence, block_features
from newsutils.reading.linked_data import text_of
from newsutils.reading.markup import Markup, Paragraph, read_markup

EXTRACTED = NAMES.index("extracted_share")


class Doubt(NamedTuple):
    """How sure the model must be of a paragraph between the first and the last that are surely body, and of others."""

    within: float
    beyond: float


# By what trafilatura says of the paragraph; chosen by cross-validation by site (scripts/train.d/reading.py --measure).
TAKEN, LEFT, NOT_ASKED = Doubt(0.15, 0.3), Doubt(0.5, 0.6), Doubt(0.25, 0.5)
_SURELY_BODY, _PROSE = 0.7, 50
_TEASER, _MORE = 800, 1.25
_MOST_PARAGRAPHS = 20_000
_TAG = re.compile(r"<(?:p|br|div|/p)\b[^<>]{0,500}>", re.IGNORECASE)
_GAP = re.compile(r"[ \t]*\n\s*")


def body_of(html: str, markup: Markup, article: Mapping[str, Any], title: str) -> str:
    """The text of the article without its headline, its paragraphs separated by blank lines.

    Where the page shows but a teaser of what its linked data states, that is the body.
    """
    evidence = evidence_of(html, markup, article)
    body = _joined(body_paragraphs(markup.paragraphs[:_MOST_PARAGRAPHS], title, evidence))
    return _without_headline(evidence.stated if _is_whole(evidence.stated, body) else body, title)


def _is_whole(stated: str, shown: str) -> bool:
    """Does the page show no more than a teaser of what its linked data states?"""
    return len(shown) < _TEASER and len(stated) > _MORE * len(shown)


def evidence_of(html: str, markup: Markup, article: Mapping[str, Any], extract: bool = True) -> Evidence:
    """What others take for the article; without the extractor if not `extract`."""
    lead = markup.meta.get("og:description") or markup.meta.get("description", "")
    return Evidence(trafilatura_body(html) if extract else "", stated_body(article), lead)


def body_paragraphs(paragraphs: Sequence[Paragraph], title: str, evidence: Evidence) -> list[Paragraph]:
    """The paragraphs of the body; those that are in no menu, footer or form if the model takes none."""
    rows = block_features(paragraphs, title, evidence) if paragraphs else []
    sure = [_model().probability(row) for row in rows]
    chosen = which_are_body(paragraphs, sure, [row[EXTRACTED] for row in rows])
    kept = [one for one, keep in zip(paragraphs, chosen, strict=True) if keep]
    while kept and _is_heading(kept[-1]):  # of what is no part of the body
        kept.pop()
    return kept or [one for one in paragraphs if not one.surrounding] or list(paragraphs)


def _is_heading(paragraph: Paragraph) -> bool:
    return bool(paragraph.elements) and paragraph.elements[-1].name in HEADINGS


def which_are_body(paragraphs: Sequence[Paragraph], sure: Sequence[float], extracted: Sequence[float]) -> list[bool]:
    """Which paragraphs are of the body.

    Args:
        paragraphs: the paragraphs.
        sure: how sure the model is of each.
        extracted: the share of each that was extracted, -1 if no extractor was asked.
    """
    core = [at for at, p in enumerate(sure) if p > _SURELY_BODY and len(paragraphs[at].text) >= _PROSE]
    span = range(core[0], core[-1] + 1) if core else range(0)
    doubts = (NOT_ASKED if share < 0 else TAKEN if share > 0.5 else LEFT for share in extracted)
    least = (doubt.within if at in span else doubt.beyond for at, doubt in enumerate(doubts))
    return [p > one for p, one in zip(sure, least, strict=True)]


def trafilatura_body(html: str) -> str:
    """What trafilatura takes for the article; empty if it is not installed, finds nothing or fails."""
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        return trafilatura.extract(html, include_comments=False) or ""
    except Exception:  # One page that a parser cannot take is read by our own means
        return ""


def stated_body(article: Mapping[str, Any]) -> str:
    """The ``articleBody`` of the linked data as paragraphs."""
    body = text_of(article.get("articleBody"))
    if _TAG.search(body):
        return _joined(read_markup(body).paragraphs)
    return _GAP.sub("\n\n", body)


@cache
def _model() -> Trees:
    stored = json.loads((files(__package__) / "data" / "block_model.json").read_text(encoding="utf-8"))
    return Trees(stored["features"], stored["base"], stored["trees"])


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return "\n\n".join(one.text for one in paragraphs)


def _without_headline(body: str, title: str) -> str:
    """The body without the paragraphs that are the headline again; the body itself if it is nothing else."""
    kept = [paragraph for paragraph in body.split("\n\n") if " ".join(paragraph.split()) != title]
    return "\n\n".join(kept) or body
