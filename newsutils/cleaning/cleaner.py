"""The cleaner: five steps over a text, each of which edits what the one before it left."""

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from typing import Literal

import msgspec

from newsutils.cleaning.blanks import run_edits, stray_edits
from newsutils.cleaning.characters import character_edits, mojibake_edits
from newsutils.cleaning.edits import Alignment, Edit, apply
from newsutils.cleaning.furniture import Level, furniture_edits
from newsutils.cleaning.head import read_head
from newsutils.cleaning.lines import gap_edits, rejoin_edits
from newsutils.cleaning.wrapping import unwrap_edits

Step = Literal["characters", "blanks", "lines", "head", "furniture"]
STEPS: tuple[Step, ...] = ("characters", "blanks", "lines", "head", "furniture")
LEVELS: tuple[Level, ...] = ("safe", "normal", "strict")


class Removed(msgspec.Struct, frozen=True):
    """Text that is gone: why, what, and where it stood in the raw text."""

    reason: str
    text: str
    start: int
    end: int


class Cleaned(msgspec.Struct, frozen=True):
    """A clean text and everything that was taken from it.

    `kept_ratio` is the share of the letters and marks of the repaired page that stand in `text`; `alignment` leads
    every span of `text` back to the raw text.
    """

    text: str
    title: str | None
    dateline: str | None
    byline: str | None
    published: str | None
    removed: list[Removed]
    kept_ratio: float
    alignment: Alignment


class _Draft:
    """A text on its way through the steps, and what was taken from it so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.alignment = Alignment.identity(len(text))
        self.removed: list[Removed] = []

    def edit(self, edits: Iterable[Edit]) -> None:
        listed = list(edits)
        if not listed:
            return
        for edit in listed:
            if edit.reason:
                self.removed.append(self._removed(edit))
        self.text, alignment = apply(self.text, listed)
        self.alignment = self.alignment.then(alignment)

    def _removed(self, edit: Edit) -> Removed:
        text = self.text[edit.start : edit.end]
        start = edit.start + len(text) - len(text.lstrip())
        text = text.strip()
        return Removed(edit.reason, text, *self.alignment.raw_span(start, start + len(text)))


def clean(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    lang: str = "",
    level: Level = "normal",
    skip: Collection[Step] = (),
    repeated: Container[str] = (),
) -> Cleaned:
    """Make a scraped text the article and nothing else.

    Args:
        text: the text of a page.
        title: the headline, where it is known.
        published: when the page was published, where it is known; else the day that a line beside the headline states.
        lang: the primary language subtag, or empty.
        level: how much doubt a line needs to be taken for furniture: "safe" takes only the surest, and leaves a
            headline that is not known in the text, too.
        skip: steps to leave out.
        repeated: repaired lines that are known to return on other pages of the source.
    """
    draft = _Draft(text)
    for step, passes in _repairs(lang):
        for edits in passes if step not in skip else ():
            draft.edit(edits(draft.text))
    head = read_head(draft.text, title, sure=level == "safe") if "head" not in skip else None
    if head is not None:
        draft.edit(head.edits)
    if "furniture" not in skip:
        known = (head.title if head else title) or ""
        draft.edit(furniture_edits(draft.text, title=known, level=level, repeated=repeated))
        draft.edit(gap_edits(draft.text))
    return Cleaned(
        text=draft.text,
        title=head.title if head else title,
        dateline=head.dateline if head else None,
        byline=head.byline if head else None,
        published=published or (_stated_day(head.dated, lang) if head else None),
        removed=sorted(draft.removed, key=lambda gone: gone.start),
        kept_ratio=_kept_ratio(draft),
        alignment=draft.alignment,
    )


_Pass = Callable[[str], Iterable[Edit]]


def _repairs(lang: str) -> tuple[tuple[Step, tuple[_Pass, ...]], ...]:
    """The passes of the three steps that repair and take nothing away."""
    return (
        ("characters", (mojibake_edits, character_edits)),
        ("blanks", (run_edits, lambda text: stray_edits(text, lang))),
        ("lines", (gap_edits, unwrap_edits, rejoin_edits)),
    )


def _stated_day(lines: Sequence[str], lang: str) -> str | None:
    if not lines:
        return None
    from newsutils.dates.base import stated_day  # few pages without a known day of publication state one

    return stated_day(lines, lang)


def _kept_ratio(draft: _Draft) -> float:
    kept = _solid(draft.text)
    whole = kept + sum(_solid(gone.text) for gone in draft.removed)
    return round(kept / whole, 4) if whole else 1.0


def _solid(text: str) -> int:
    """The number of characters that are no blanks."""
    return len(text) - text.count(" ") - text.count("\n")
