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
        margin: by how much the tagger would rather have it, None where rules found it.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    margin: float | None = None
