"""One text, and what it says about itself that helps with its hard places; each worked out when first asked for."""

import re
from functools import cached_property

from newsutils.sentences.characters import LOWER, MARKS, OPENERS

EVIDENCE = 20_000
"""Characters of a text that are looked at for evidence: more than a story has, and little in a huge text."""

LONGEST_WORD = 24
WRAP_WIDTHS = range(40, 131)
_SHELL = OPENERS.replace("\\", "")
_CERTAIN_WRAP = re.compile(rf"\n(?=[{LOWER}])(?<=[^{MARKS}]\n)")
_LOWER_WORD = re.compile(rf"(?<![\w.'’-])[{LOWER}]{{2,24}}(?![\w.])")


class Document:
    """A text with its evidence."""

    def __init__(self, text: str) -> None:
        self.text = text

    def words_before(self, position: int, begin: int) -> tuple[str, str]:
        """The word that ends at a position, without what opens it, and the one before that; "" where there is none.

        Args:
            position: offset after the word.
            begin: offset from which to look.
        """
        head = self.text[max(begin, position - LONGEST_WORD) : position]
        words = head.rsplit(None, 2)
        if not words or head[-1].isspace():
            return "", ""
        return words[-1].strip(_SHELL), words[-2].strip(_SHELL) if len(words) > 1 else ""

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that stand somewhere in lower case: with a capital they probably begin a sentence."""
        return frozenset(_LOWER_WORD.findall(self.text[:EVIDENCE]))

    @cached_property
    def wrap_width(self) -> int:
        """The width at which lines were broken, in characters; 0 when they were not.

        A line whose successor goes on in lower case was broken for its width; the widest such line tells it.
        """
        widths = (self.width_before(place.start()) for place in _CERTAIN_WRAP.finditer(self.text, 0, EVIDENCE))
        return max((width for width in widths if width in WRAP_WIDTHS), default=0)

    def width_before(self, position: int) -> int:
        """How many characters of the line stand before a position; no more than the widest wrap and one."""
        begin = self.text.rfind("\n", max(0, position - WRAP_WIDTHS.stop), position) + 1
        return min(position - begin, WRAP_WIDTHS.stop)
