"""What an HTML page says: its paragraphs as a reader sees them, and what it says about itself.

One pass of the standard library's tokenizer, without a tree: a block element begins a new paragraph, white space folds,
and the elements that show no text are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from newsutils.reading.tables import words_of

_PROPERTY_NAMES = ("property", "name", "itemprop")
# Elements that hold what surrounds an article, and never the article.
_SURROUNDINGS = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "menu"))
# A stray tag of these does not end or open anything.
_VOID = frozenset(
    ("br", "hr", "img", "input", "link", "meta", "source", "wbr", "embed", "area", "base", "col", "track")
)
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass
class Paragraph:
    """A paragraph, whether it stands in an article or main element, and whether in a menu, a footer or a form."""

    text: str
    inside: bool
    surrounding: bool


@dataclass
class Markup:
    """What was found in a page; `meta` holds the first content of each property, `linked_data` raw JSON texts."""

    lang: str = ""
    canonical: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    linked_data: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


def read_markup(html: str) -> Markup:
    """Read an HTML page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return reader.markup


_Attributes = Sequence[tuple[str, str | None]]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.markup = Markup()
        self._pieces: list[str] = []
        self._unseen: str = ""
        self._depths = {"article": 0, "main": 0, "surroundings": 0}
        self._capture: list[str] | None = None
        self._json: bool = False
        self._blocks = words_of("block_elements.txt")
        self._hidden = words_of("unseen_elements.txt")

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag in self._hidden and not self._unseen:
            self._unseen = tag
            self._json = tag == "script" and (dict(attrs).get("type") or "").strip().lower() == "application/ld+json"
            self._capture = [] if self._json else None
        if self._unseen:
            return
        if tag in self._blocks:
            self.end_paragraph()
        elif tag == "br":
            self._pieces.append("\x00")
        self._note(tag, attrs)
        self._enter(tag, 1)

    def handle_startendtag(self, tag: str, attrs: _Attributes) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen:
                self._end_unseen()
            return
        if tag in self._blocks:
            self.end_paragraph(heading=tag == "h1", title=tag == "title")
        self._enter(tag, -1)

    def handle_data(self, data: str) -> None:
        if self._capture is not None:
            self._capture.append(data)
        elif not self._unseen:
            self._pieces.append(data)

    def end_paragraph(self, *, heading: bool = False, title: bool = False) -> None:
        """End the paragraph; what it holds is the page's title if its title element ends here, never a paragraph."""
        text = _folded("".join(self._pieces))
        self._pieces.clear()
        if not text:
            return
        if title:
            self.markup.title = self.markup.title or text
            return
        if heading:
            self.markup.headings.append(text)
        inside = self._depths["article"] > 0 or self._depths["main"] > 0
        self.markup.paragraphs.append(Paragraph(text, inside, self._depths["surroundings"] > 0))

    def _end_unseen(self) -> None:
        if self._json and self._capture:
            self.markup.linked_data.append("".join(self._capture))
        self._unseen, self._json, self._capture = "", False, None

    def _enter(self, tag: str, step: int) -> None:
        kind = "surroundings" if tag in _SURROUNDINGS else tag
        if kind in self._depths:
            self._depths[kind] = max(0, self._depths[kind] + step)

    def _note(self, tag: str, attrs: _Attributes) -> None:
        """What the head of the page says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.markup.lang = self.markup.lang or values.get("lang", "") or values.get("xml:lang", "")
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self.markup.canonical = self.markup.canonical or values.get("href", "").strip()
        elif tag == "time" and values.get("datetime"):
            self.markup.times.append(values["datetime"])
        elif tag == "meta":
            for name in _PROPERTY_NAMES:
                if values.get(name) and values.get("content"):
                    self.markup.meta.setdefault(values[name].lower(), values["content"].strip())


def _folded(text: str) -> str:
    """White space folded; a line feed where a br element stood, a blank line where several stood."""
    if "\x00" not in text:
        return _SPACES.sub(" ", text).strip()
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\x00")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()
