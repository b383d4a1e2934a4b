"""Step 4, head: headline, byline and dateline leave the text for fields of their own.

They are looked for above and at the start of the first paragraph of running text, and nowhere else. A headline that the
record already knows is taken out where it stands there; an unknown one is a long line without an end mark shortly above
the running text. A dateline is the place, with a date or an agency, before the dash that opens the first paragraph
(Associated Press Stylebook, "datelines").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsutils.cleaning.edits import Edit
from newsutils.cleaning.marks import COLONS, COMMAS, ends_sentence, last_mark
from newsutils.cleaning.phrases import holds_phrase, opens_tail
from newsutils.cleaning.tables import lines_of, words_of

_HEAD_LINES = 400
_NEAR = 15
_PROSE = 80
_HEADLINE = range(12, 121)
_LONG, _PER_LINE, _PER_SHARE, _PER_COPY = 50, 0.5, 60, 30
_COMPARED = 3000
_MOST_DIGITS = 0.15
_TITLE_KEY = 60

_OPENING = re.compile(
    r"(?P<place>[^\n(–—:|]{2,60}?)"
    r"(?P<agency> ?\([^()\n]{2,30}\))?"
    r"(?:\.? ?(?:--|[-–—]) (?=[\"“„«'‘]?\w)|: (?=\w))"
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,40}|[\u30a0-\u30ff\u3400-\u9fff]{2}")
_DATE_WORD = re.compile(r"\d{1,4}(?:st|nd|rd|th)?[.,]?\Z|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?,?\Z")
_MOST_PLACE_WORDS = 7
_NAME_END = re.compile(r"\s*(?:[|•·/–—\d(]|, (?=[a-zà-öø-ÿа-яё])|\b(?:on|at|für|for|updated|published)\b)")
_MOST_NAME_WORDS = 12
_LONGEST_DAY_LINE = 120
_YEAR = re.compile(r"\b(?:19|20)\d\d|[./]\d\d\b")


class Line(NamedTuple):
    """A line of the head and where it starts."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the line ends, before its line feed."""
        return self.start + len(self.text)


class Head(NamedTuple):
    """What the head of a page says, and the edits that take it out of the text.

    `dated` are the short lines with a year beside the headline, those after it first: where a page states its day.
    """

    title: str | None
    byline: str | None
    dateline: str | None
    dated: list[str]
    edits: list[Edit]


def read_head(text: str, title: str | None = None, *, sure: bool = False) -> Head:
    """Find headline, byline and dateline.

    Args:
        text: a repaired text.
        title: the headline, if it is known.
        sure: leave a headline that is not known in the text, too, since it may be a part of the body.
    """
    above, prose = _split_head(text)
    headline = _known_headline(above, title) if title else _headline(text, above, prose)
    byline_at, byline = _byline(above[-_NEAR:])
    dateline, opening = _dateline(prose)
    edits = [_without_line(text, line, "title") for line in headline if title or not sure]
    if byline_at is not None and byline_at not in headline:
        edits.append(_without_line(text, byline_at, "byline"))
    if dateline is not None and prose is not None:
        edits.append(Edit(prose.start, prose.start + opening, "", "dateline"))
    found = title or (headline[0].text if headline else None)
    return Head(found, byline, dateline, _dated(above[-_NEAR:], headline), sorted(edits))


def _split_head(text: str) -> tuple[list[Line], Line | None]:
    """The lines above the first paragraph of running text, and that paragraph."""
    above: list[Line] = []
    for line in _lines(text):
        if len(line.text) >= _PROSE and ends_sentence(line.text):
            return above, line
        above.append(line)
        if len(above) == _HEAD_LINES:
            break
    return above, None


def _lines(text: str) -> Iterator[Line]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield Line(start, text[start:end])
        start = end + 1


def _headline(text: str, above: list[Line], prose: Line | None) -> list[Line]:
    """The line that looks most like a headline shortly above an article: long, close to it, of its words, repeated."""
    if prose is None:
        return []
    candidates = [line for line in above[-_NEAR:] if _looks_like_headline(line.text)]
    if len(candidates) < 2:
        return candidates
    told = _content_words(text[prose.start : prose.start + _COMPARED])
    page = "\n".join(line.text for line in above)

    def likeness(at: int, line: Line) -> float:
        words = _content_words(line.text)
        share = len(words & told) / len(words) if words else 0.0
        copied = page.count(line.text) > 1
        return min(len(line.text), _LONG) + _PER_LINE * at + _PER_SHARE * share + _PER_COPY * copied

    return [max((likeness(at, line), line) for at, line in enumerate(candidates))[1]]


def _content_words(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.casefold()))


def _looks_like_headline(line: str) -> bool:
    mark = last_mark(line)
    return (
        len(line) in _HEADLINE
        and line.count(" ") >= 2
        and not line[0].islower()
        and (mark in "?!" or not ends_sentence(line))
        and mark not in COLONS
        and mark not in COMMAS
        and sum(map(str.isdigit, line)) <= _MOST_DIGITS * len(line)
        and not (_name_after_label(line) or opens_tail(line) or holds_phrase(line))
    )


def _dated(above: Sequence[Line], headline: Sequence[Line]) -> list[str]:
    start = headline[-1].start if headline else -1
    after = [line for line in above if line.start > start]
    before = [line for line in reversed(above) if line.start < start]
    near = (line.text for line in (*after, *before))
    return [line for line in near if len(line) <= _LONGEST_DAY_LINE and _YEAR.search(line)]


def _known_headline(above: list[Line], title: str) -> list[Line]:
    """The lines that repeat the title, alone or with the name of the site."""
    key = _letters(title)
    return [line for line in above if key and _same_headline(key, line.text)]


def _same_headline(key: str, line: str) -> bool:
    letters = _letters(line[: 4 * len(key) + 80])
    return letters == key or (len(key) >= 15 and letters.startswith(key) and len(letters) < len(key) + 30)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _byline(above: Sequence[Line]) -> tuple[Line | None, str | None]:
    for line in above:
        name = _name_after_label(line.text)
        if name:
            return line, name
    return None, None


def _name_after_label(line: str) -> str | None:
    if len(line) > 100:
        return None
    lowered = line.lower()
    for label in lines_of("byline_labels.txt"):
        if lowered.startswith(label) and line[len(label) : len(label) + 1] in (" ", ":"):
            name = _NAME_END.split(line[len(label) + 1 :].strip(), maxsplit=1)[0].strip(" ,.:")
            words = name.split()
            if 2 <= len(words) <= _MOST_NAME_WORDS and not (_is_common(words[0]) or _is_common(words[-1])):
                return name
    return None


def _dateline(prose: Line | None) -> tuple[str | None, int]:
    """The dateline that opens the paragraph, and the length of the opening."""
    opening = _OPENING.match(prose.text) if prose else None
    if opening is None or prose is None:
        return None, 0
    place = opening["place"].strip()
    colon = opening[0].endswith(": ")
    following = prose.text[opening.end() :].lstrip("\"“„«'‘")[:1]
    if following.islower() or not _is_place(place, capitals=colon):
        return None, 0
    return (place + (opening["agency"] or "")).strip(), opening.end()


def _is_place(text: str, *, capitals: bool) -> bool:
    """Could the text be a place, with a date or an agency? `capitals`: it must stand in capital letters."""
    words = text.replace("/", " ").split()
    if len(words) > _MOST_PLACE_WORDS or not words or _is_common(words[0]):
        return False
    if capitals and not text.isupper():
        return False
    return all(_may_stand_in_place(word, before) for before, word in pairwise(["", *words]))


def _may_stand_in_place(word: str, before: str) -> bool:
    """A capitalised word, a particle, a number of a date, or the month after it."""
    return (
        not _is_common(word)
        or word.partition("-")[0].lower() in words_of("place_particles.txt")
        or bool(_DATE_WORD.match(word) or _DATE_WORD.match(before))
    )


def _is_common(word: str) -> bool:
    """Does the word begin with a small letter or no letter at all?"""
    return word[0].islower() or not word[0].isalpha()


def _without_line(text: str, line: Line, reason: str) -> Edit:
    """Take a line out, with the line feeds after it."""
    end = line.end
    while end < len(text) and text[end] == "\n":
        end += 1
    return Edit(line.start, end, "", reason)
