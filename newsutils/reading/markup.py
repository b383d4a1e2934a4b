"""What an HTML page says: its paragraphs as a reader sees them, and what it says about itself.

One pass over the tokens, without a tree: a block element begins a new paragraph, white space folds,
and the elements that show no text are left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsutils.reading.tables import kinds_of, words_of
from newsutils.reading.tokens import Start, Text, tokens_of

_PROPERTY_NAMES = ("property", "name", "itemprop")
# Elements that hold what surrounds an article, and never the article.
_SURROUNDINGS = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "menu"))
_CLOSED_BY_NEXT = frozenset(("p", "li", "dd", "dt"))
_DEEPEST = 60
_NAMING_ATTRIBUTES = ("class", "id", "role", "itemprop", "data-testid", "data-component")
_LONGEST_NAME = 200
_NONE: frozenset[str] = frozenset()
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Element(NamedTuple):
    """An open block element: its number on the page, its name, and the kinds of its class, id and role."""

    number: int
    name: str
    kinds: frozenset[str]


@dataclass
class Paragraph:
    """A paragraph and where it stands.

    Attributes:
        text: its text.
        inside: whether it is in an article or main element.
        surrounding: whether it is in a menu, a footer or a form.
        elements: the block elements that it is in, the outermost first.
        linked: how many characters of it are in links.
    """

    text: str
    inside: bool
    surrounding: bool
    elements: tuple[Element, ...] = ()
    linked: int = 0


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
        self._open: list[Element] = []
        self._elements = 0
        self._links = 0
        self._linked = 0
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
            if tag != "hr":
                self._open_element(tag, attributes)
        elif tag == "a":
            self._links = 1
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
            self._close_element(tag)
        elif tag == "a":
            self._links = 0
        self._enter(tag, -1)

    def text(self, text: str) -> None:
        """Text between tags."""
        if self._json:
            self.markup.linked_data.append(text)
        elif not self._unseen:
            self._pieces.append(text)
            self._linked += len(text) if self._links else 0

    def end_paragraph(self, *, heading: bool = False, title: bool = False) -> None:
        """End the paragraph; what it holds is the page's title if its title element ends here, never a paragraph."""
        text = _folded("".join(self._pieces))
        linked, self._linked = min(self._linked, len(text)), 0
        self._pieces.clear()
        if not text:
            return
        if title:
            self.markup.title = self.markup.title or text
            return
        if heading:
            self.markup.headings.append(text)
        inside = self._depths["article"] > 0 or self._depths["main"] > 0
        surrounding, elements = self._depths["surroundings"] > 0, tuple(self._open)
        for part in text.split("\n\n"):
            self.markup.paragraphs.append(Paragraph(part, inside, surrounding, elements, min(linked, len(part))))

    def _open_element(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._open and (self._open[-1].name == "p" or self._open[-1].name == tag in _CLOSED_BY_NEXT):
            self._open.pop()  # its end tag may be left out
        if len(self._open) < _DEEPEST:
            self._elements += 1
            named = " ".join(attributes.get(name, "") for name in _NAMING_ATTRIBUTES)
            self._open.append(Element(self._elements, tag, kinds_of(named[:_LONGEST_NAME]) if named.strip() else _NONE))

    def _close_element(self, tag: str) -> None:
        """Close the element of that name, and with it those in it; nothing if none is open."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == tag:
                del self._open[depth:]
                return

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
