"""The rules for the ends of lines: blank lines, list items and headings end sentences, wrapped lines do not."""

import re

from newsutils.sentences.characters import BULLETS, LINE_BREAKS, MARKS
from newsutils.sentences.document import LONGEST_WORD, WRAP_WIDTHS, Document

LINE_RULE = "line break"
_CLOSED = frozenset(MARKS)
_ADDRESS = ("http://", "https://", "www.")
_ITEM = re.compile(rf"[{BULLETS}]|\d{{1,3}}[.)]\s")


def rule_at_line_break(document: Document, start: int, end: int, *, goes_on: bool = False) -> str:
    """The name of the rule by which a sentence ends at a line break; "" where none does.

    Args:
        document: the text.
        start: offset of the last mark before the break, or of the break itself.
        end: offset of the first character of the next line.
        goes_on: whether the next word cannot begin a sentence.
    """
    text = document.text
    goes_on = goes_on and not text.startswith(_ADDRESS, end)
    if not goes_on and not document.wrap_width:
        return LINE_RULE
    if _ITEM.match(text, end):
        return "list item"
    closed = text[start] in _CLOSED or text[start - 1 : start] in _CLOSED or text[start - 4 : start].isdigit()
    if goes_on and not closed:
        return ""
    return "" if _wrapped(document, start, end) else LINE_RULE


def _wrapped(document: Document, start: int, end: int) -> bool:
    """Whether a line was broken because the word after it found no room."""
    gap = document.text[start:end]
    if any(gap.count(line_break) > 1 for line_break in LINE_BREAKS):
        return False
    width = document.width_before(start)
    word = document.text[end : end + LONGEST_WORD].split(None, 1)
    return width in WRAP_WIDTHS and width + 1 + len(word[0]) > document.wrap_width
