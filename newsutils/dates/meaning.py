"""What a date expression means, and what one needs to know to tell."""

from datetime import date
from typing import NamedTuple

from newsutils.dates.periods import Period
from newsutils.dates.tense import direction


class Meaning(NamedTuple):
    """A resolved expression: TIMEX3 type and value, and the calendar days it covers where it covers known ones."""

    type: str
    value: str | None
    grain: str
    first: date | None = None
    last: date | None = None


class Context(NamedTuple):
    """What is known when an expression is resolved.

    Attributes:
        text: the whole text.
        start: where the expression starts in it.
        end: where it ends.
        lang: the language of the text.
        base: the day of publication, None where it is not known.
        spoken: the period of each grain that was spoken of last, for "that year" and "the following day".
    """

    text: str
    start: int
    end: int
    lang: str
    base: date | None
    spoken: dict[str, Period]

    def direction(self) -> int:
        """The tense of the clause: -1 past, 1 future, 0 unknown."""
        return direction(self.text, self.start, self.end, self.lang)


def of_period(period: Period) -> Meaning:
    """The meaning of an expression that names a period."""
    return Meaning("date", *period)


def unknown(grain: str) -> Meaning:
    """The meaning of a relative expression that nothing ties to the calendar."""
    return Meaning("date", None, grain)
