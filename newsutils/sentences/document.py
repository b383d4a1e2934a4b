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


class Document:
    """A text with its evidence.

    Attributes:
        text: all of it.
        begin: where the sentence begins whose end is being looked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.begin = 0

    def word_before(self, position: int) -> str:
        """The word of this sentence that ends at a position, bare of quotes and brackets; "" for none."""
        begin = position - LONGEST_WORD
        if begin < self.begin:
            begin = self.begin
        word = self.text[self.text.rfind(" ", begin, position) + 1 or begin : position]
        return word if word.isalnum() else _bare(word)

    def last_word_before(self, position: int) -> str:
        """The word before a position, whether blanks stand between them or not; "" for none."""
        words = self.text[max(self.begin, position - LONGEST_WORD) : position].split()
        return words[-1] if words else ""

    def second_word_before(self, position: int) -> str:
        """The word before that one."""
        head = self.text[max(self.begin, position - 2 * LONGEST_WORD) : position].rsplit(None, 2)
        return head[-2].strip(_SHELL) if len(head) > 1 else ""

    def first_word(self) -> str:
        """The first word of this sentence."""
        return self.text[self.begin : self.begin + LONGEST_WORD].split(None, 1)[0].strip(_SHELL)

    def has_in_lower_case(self, word: str) -> bool:
        """Whether a word stands somewhere in lower case, so that with a capital it probably begins a sentence."""
        return self.text.find(f" {word.lower()} ", 0, EVIDENCE) >= 0

    @cached_property
    def wrap_width(self) -> int:
        """The width at which lines were broken, in characters; 0 when they were not.

        A line whose successor goes on in lower case was broken for its width; the widest such line tells it.
        """
        if not _CERTAIN_WRAP.search(self.text, 0, EVIDENCE):
            return 0
        widths = (self.width_before(place.start()) for place in _CERTAIN_WRAP.finditer(self.text, 0, EVIDENCE))
        return max((width for width in widths if width in WRAP_WIDTHS), default=0)

    def width_before(self, position: int) -> int:
        """How many characters of the line stand before a position; no more than the widest wrap and one."""
        begin = self.text.rfind("\n", max(0, position - WRAP_WIDTHS.stop), position) + 1
        return min(position - begin, WRAP_WIDTHS.stop)


def _bare(word: str) -> str:
    """What stands after the last white space, without what opens or closes it."""
    return "" if not word or word[-1].isspace() else word.split()[-1].strip(_SHELL)
