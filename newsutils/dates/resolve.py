"""From an expression to its meaning: each rule of the grammar has a function that reads it."""

from collections.abc import Callable

from newsutils.dates import (
    calendar_rules,
    clock_rules,
    day_rules,
    holiday_rules,
    length_rules,
    relative_rules,
    weekday_rules,
)
from newsutils.dates.expressions import Expression
from newsutils.dates.meaning import Context, Meaning
from newsutils.dates.parts import Parts

RULES: dict[str, Callable[[Parts, Context], Meaning | None]] = {
    "time_day": clock_rules.clock_time,
    "day_time": clock_rules.clock_time,
    "clock_time": clock_rules.clock_time,
    "part_day": clock_rules.part_of_day,
    "day_part": clock_rules.part_of_day,
    "weekday_part": clock_rules.weekday_part,
    "part_ref": clock_rules.part_of_day,
    "every": length_rules.every,
    "weekdays": length_rules.every,
    "often": length_rules.often,
    "year_month": calendar_rules.year_month,
    "known_day": holiday_rules.known_day,
    "dotted_day": calendar_rules.dotted_day,
    "numeric": calendar_rules.numeric,
    "written": calendar_rules.written,
    "month_day": calendar_rules.day_of_month,
    "day_month": calendar_rules.day_of_month,
    "day_month_year": calendar_rules.day_of_month,
    "weekday_of_week": weekday_rules.weekday_of_week,
    "nth_weekday": weekday_rules.nth_weekday,
    "weekday_next": weekday_rules.weekday_next,
    "weekday_day": weekday_rules.weekday_and_day,
    "weekday": weekday_rules.weekday,
    "alone": relative_rules.day_alone,
    "edge": relative_rules.edge,
    "week_of": relative_rules.week_of,
    "beside": relative_rules.beside,
    "beside_day": day_rules.beside_day,
    "day_ref": relative_rules.day_ref,
    "day_of_month": relative_rules.day_of_month,
    "holiday": holiday_rules.holiday,
    "month_year": calendar_rules.month,
    "rel_month": calendar_rules.month,
    "month_next": calendar_rules.month_next,
    "month": calendar_rules.month,
    "season": calendar_rules.season,
    "quarter": calendar_rules.quarter,
    "half": calendar_rules.half,
    "years_of": calendar_rules.years,
    "years": calendar_rules.years,
    "bare_years": calendar_rules.years,
    "century": calendar_rules.century,
    "back_from": day_rules.counted_from_day,
    "back": relative_rules.counted,
    "ahead": relative_rules.counted,
    "rel_count": length_rules.duration,
    "rel_units": relative_rules.several,
    "same_unit": relative_rules.same_unit,
    "rel_unit": relative_rules.unit,
    "fiscal_year": calendar_rules.year,
    "spelled_year": calendar_rules.year,
    "bare_year": calendar_rules.year,
    "unit_end": calendar_rules.end_of_unit,
    "unit_ref": relative_rules.unit_ref,
    "the_unit": relative_rules.unit,
    "length": length_rules.length,
    "in_units": relative_rules.in_units,
    "count_unit": length_rules.duration,
}


def resolve(expression: Expression, context: Context) -> Meaning | None:
    """What an expression means; None for what turns out to be no date, such as the 31st of June."""
    try:
        return RULES[expression.rule](Parts(expression.tokens), context)
    except (ValueError, OverflowError):
        return None
