"""What ends a sentence, and how the text before a line break and after it looks. Shared by the steps that see lines."""

END_MARKS = frozenset(".!?…。．！？؟۔।॥։።፧၊။៕៖܀‼⁇⁈⁉")
COLONS = frozenset(":;：；፡፤؛")
COMMAS = frozenset(",،、，")
CLOSERS = "\"'”’»›)]}）］】」』〉》“‘ \u200c\u200d"


def last_mark(line: str) -> str:
    """The last character of a line beside closing quotation marks and brackets; empty if there is none."""
    return line[-12:].rstrip(CLOSERS)[-1:]


def ends_sentence(line: str) -> bool:
    """Does the line end with an end mark, quotation marks and brackets aside?"""
    return last_mark(line) in END_MARKS
