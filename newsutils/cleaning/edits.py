"""Edits of a text, and the alignment that leads every character of the result back to where it came from.

A cleaning step looks at a text and says what it would replace; `apply` does it. Alignments of successive steps compose,
so that a span of the final text is found in the text as it was scraped.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``. An edit with a reason takes something away that the caller will list."""

    start: int
    end: int
    new: str = ""
    reason: str = ""


class Run(NamedTuple):
    """`length` characters that stand unchanged at `clean` in the new text and at `raw` in the old one."""

    clean: int
    raw: int
    length: int


class Alignment:
    """The runs of characters that two texts share, in order; what lies between them was replaced."""

    __slots__ = ("_starts", "clean_length", "raw_length", "runs")

    def __init__(self, runs: Sequence[Run], clean_length: int, raw_length: int) -> None:
        self.runs = runs
        self.clean_length = clean_length
        self.raw_length = raw_length
        self._starts: list[int] = []

    @classmethod
    def identity(cls, length: int) -> "Alignment":
        """The alignment of a text of that length with itself."""
        return cls([Run(0, 0, length)] if length else [], length, length)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the old text that became ``[start, end)`` of the new one.

        A boundary inside replaced text moves outwards, to the nearest character that both texts share.
        """
        if start >= end:
            here = self._raw_start(start)
            return here, here
        return self._raw_start(start), self._raw_end(end)

    def then(self, later: "Alignment") -> "Alignment":
        """Compose: `self` leads from the middle text to the raw one, `later` from the new text to the middle one."""
        runs: list[Run] = []
        inner = iter(self.runs)
        low = next(inner, None)
        for high in later.runs:
            while low is not None and low.clean < high.raw + high.length:
                start = max(low.clean, high.raw)
                end = min(low.clean + low.length, high.raw + high.length)
                if start < end:
                    _extend(runs, Run(high.clean + start - high.raw, low.raw + start - low.clean, end - start))
                if low.clean + low.length > high.raw + high.length:
                    break
                low = next(inner, None)
        return Alignment(runs, later.clean_length, self.raw_length)

    def _raw_start(self, position: int) -> int:
        index = self._run_at(position)
        if index < 0:
            return 0
        run = self.runs[index]
        return run.raw + min(position - run.clean, run.length)

    def _raw_end(self, position: int) -> int:
        index = self._run_at(position - 1)
        if index >= 0 and position <= (run := self.runs[index]).clean + run.length:
            return run.raw + position - run.clean
        return self.runs[index + 1].raw if index + 1 < len(self.runs) else self.raw_length

    def _run_at(self, position: int) -> int:
        if not self._starts:
            self._starts = [run.clean for run in self.runs]
        return bisect_right(self._starts, position) - 1


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """The edited text and its alignment with the old one. The edits are in order and do not overlap."""
    pieces: list[str] = []
    runs: list[Run] = []
    clean = raw = 0
    for edit in edits:
        clean = _keep(text, raw, edit.start, clean, pieces, runs)
        pieces.append(edit.new)
        clean += len(edit.new)
        raw = edit.end
    clean = _keep(text, raw, len(text), clean, pieces, runs)
    return "".join(pieces), Alignment(runs, clean, len(text))


def _keep(text: str, start: int, end: int, clean: int, pieces: list[str], runs: list[Run]) -> int:
    """Take ``text[start:end]`` over as it is; returns the length of the new text."""
    if start < end:
        pieces.append(text[start:end])
        _extend(runs, Run(clean, start, end - start))
    return clean + end - start


def _extend(runs: list[Run], run: Run) -> None:
    """Append a run, or lengthen the last one where both texts go on without a gap."""
    if runs:
        last = runs[-1]
        if last.clean + last.length == run.clean and last.raw + last.length == run.raw:
            runs[-1] = Run(last.clean, last.raw, last.length + run.length)
            return
    runs.append(run)
