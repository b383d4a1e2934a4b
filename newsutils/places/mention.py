"""A mention of a place on its way from the text to a point."""

from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """A name that stands for a place.

    Attributes:
        first: its first token.
        last: one past its last token.
        start: its first code point.
        end: one past the last.
        key: its name key.
        certainty: how sure the recogniser is, as the tagger's margin; above zero where it would rather have it.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    certainty: float = 0.0
