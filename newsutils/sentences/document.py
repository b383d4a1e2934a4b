"""One text, and what it says about itself that helps with its hard places; each worked out when first asked for."""

import re
from functools import cached_property

from newsutils.sentences.characters import LINE_BREAKS, LOWER, MARKS

WIDEST_WRAP = 130
_CERTAIN_WRAP = re.compile(rf"^(.*[^{MARKS}\s])[ \t]*\r?\n(?=[{LOWER}])", re.MULTILINE)
_LOWER_WORD = re.compile(rf"(?<![\w.'’-])[{LOWER}]{{2,24}}(?![\w.])")


class Document:
    """A text with its evidence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = 0  # of the sentence that is being read

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that stand somewhere in lower case: with a capital they probably begin a sentence."""
        return frozenset(_LOWER_WORD.findall(self.text))

    @cached_property
    def wrap_width(self) -> int:
        """The width at which lines were broken, in characters; 0 when they were not.

        A line whose successor goes on in lower case was broken for its width; the widest such line tells it.
        """
        widths = (len(line) for line in _CERTAIN_WRAP.findall(self.text))
        return max((width for width in widths if width <= WIDEST_WRAP), default=0)

    def wrapped_at(self, position: int, word: str) -> bool:
        """Whether the line that ends at a position was broken because the word after it found no room."""
        head = self.text[max(0, position - WIDEST_WRAP - 1) : position]
        line = re.split(f"[{LINE_BREAKS}]", head)[-1]
        return len(line) <= WIDEST_WRAP and len(line) + 1 + len(word) > self.wrap_width > 0
