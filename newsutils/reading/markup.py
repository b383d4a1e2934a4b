"""What an HTML page says: its paragraphs as a reader sees them, and what it says about itself.

One pass over the tokens, without a tree: a block element begins a new paragraph, white space folds,
and the elements that show no text are left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsutils.reading.tables import words_of
from newsutils.reading.tokens import Start, Text, tokens_of

_PROPERTY_NAMES = ("property", "name", "itemprop")
# Elements that hold what surrounds an article, and never the article.
_SURROUNDINGS = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "menu"))
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
    for token in tokens_of(html):
        if isinstance(token, Text):
            reader.text(token.text)
        elif isinstance(token, Start):
            reader.start(token.name, token.attributes)
        else:
            reader.end(token.name)
    reader.end_paragraph()
    return reader.markup


class _Reader:
    """What has been read so far, and where in the page it stands."""

    def __init__(self) -> None:
        self.markup = Markup()
        self._pieces: list[str] = []
        self._unseen = ""
        self._json = False
        self._depths = {"article": 0, "main": 0, "surroundings": 0}
        self._blocks = words_of("block_elements.txt")
        self._hidden = words_of("unseen_elements.txt")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag."""
        if self._unseen:
            return
        if tag in self._hidden:
            self._unseen = tag
            self._json = tag == "script" and attributes.get("type", "").strip().lower() == "application/ld+json"
            return
        if tag in self._blocks:
            self.end_paragraph()
        elif tag == "br":
            self._pieces.append("\x00")
        self._note(tag, attributes)
        self._enter(tag, 1)

    def end(self, tag: str) -> None:
        """An end tag."""
        if self._unseen:
            if tag == self._unseen:
                self._unseen, self._json = "", False
            return
        if tag in self._blocks:
            self.end_paragraph(heading=tag == "h1", title=tag == "title")
        self._enter(tag, -1)

    def text(self, text: str) -> None:
        """Text between tags."""
        if self._json:
            self.markup.linked_data.append(text)
        elif not self._unseen:
            self._pieces.append(text)

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

    def _enter(self, tag: str, step: int) -> None:
        kind = "surroundings" if tag in _SURROUNDINGS else tag
        if kind in self._depths:
            self._depths[kind] = max(0, self._depths[kind] + step)

    def _note(self, tag: str, values: Mapping[str, str]) -> None:
        """What the head of the page says."""
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
