"""The choice between the readings of a date that does not say its year: the last, the next or the nearest."""

from collections.abc import Callable, Iterable
from datetime import date

from newsutils.dates.meaning import Context
from newsutils.dates.periods import Period


def of_year(in_year: Callable[[int], Period], context: Context, near: int) -> Period | None:
    """The reading of a date that comes once a year.

    With a base: the one nearest to the base if it lies within ``near`` days of it, else what the tense of the clause
    says, else the nearest. Without a base: the one in the year that was spoken of last, or nearest to the day or month
    that was spoken of last.

    Args:
        in_year: gives the date in a year; may raise ValueError for the 29th of February.
        context: the base, the tense and what was said before.
        near: days.

    Returns:
        None where nothing is known of the year.
    """
    if context.base is None:
        return _after_spoken(in_year, context.spoken.get("last"))
    readings = list(_readings(in_year, context.base.year))
    nearest = min(readings, key=lambda period: _distance(period, context.base))
    if _distance(nearest, context.base) <= near:
        return nearest
    return by_tense(readings, context.base, context.direction()) or nearest


def _after_spoken(in_year: Callable[[int], Period], last: Period | None) -> Period | None:
    """The reading that a text means which goes on from the period it spoke of last."""
    if last is None or last.first is None:
        return None
    if last.grain not in ("day", "month"):
        return in_year(last.first.year)
    day = last.first
    return min(_readings(in_year, day.year), key=lambda period: _distance(period, day))


def by_tense(readings: list[Period], base: date, direction: int) -> Period | None:
    """The last reading that has begun, or the first that has not ended; None without a tense."""
    if direction < 0:
        return next((period for period in reversed(readings) if period.first and period.first <= base), None)
    return next((period for period in readings if period.last and period.last >= base), None) if direction else None


def _readings(in_year: Callable[[int], Period], year: int) -> Iterable[Period]:
    for candidate in range(year - 1, year + 2):
        try:
            yield in_year(candidate)
        except ValueError:
            continue


def _distance(period: Period, base: date | None) -> int:
    """Days between a base and a period; 0 within it."""
    if base is None or period.first is None or period.last is None:
        return 0
    return max((period.first - base).days, (base - period.last).days, 0)
