"""The rules for the ends of lines: blank lines, list items and headings end sentences, wrapped lines do not."""

import re

from newsutils.sentences.characters import BULLETS, LINE_BREAKS, MARKS
from newsutils.sentences.document import Document

_BREAK = re.compile(f"\r\n|[{LINE_BREAKS}]")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")


def rule_at_line_break(document: Document, candidate: re.Match[str], gap: str, goes_on: bool) -> str:
    """The name of the rule by which a sentence ends at a line break; "" where none does.

    Args:
        document: the text.
        candidate: the place, whose match ends before the next word and what opens it.
        gap: the white space there, with at least one line break.
        goes_on: whether the next word cannot begin a sentence.
    """
    opened, word = candidate.group("opened", "word")
    if _is_item(document.text, candidate.end(), opened):
        return "list item"
    if goes_on and not _closed(document.text, candidate.start()):
        return ""
    if len(_BREAK.findall(gap)) > 1:
        return "blank line"
    return "" if document.wrapped_at(candidate.start(), word) else "line break"


def _is_item(text: str, position: int, opened: str) -> bool:
    return any(character in BULLETS for character in opened) or _NUMBERED.match(text, position) is not None


def _closed(text: str, position: int) -> bool:
    """Whether the line that ends here has its closing mark; a candidate that begins with a mark stands on it."""
    return text[position] in MARKS or text[position - 1 : position] in tuple(MARKS)
