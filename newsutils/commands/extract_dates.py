"""Add the dates and durations found in the text."""

from typing import Any

import click

from newsutils.commands.base import FilterCommand, text_options
from newsutils.filter import Annotate, Filter


@click.command("extract-dates", cls=FilterCommand, adds="newsutils.dates.annotate:Added")
@click.option(
    "--reference-date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Count relative dates of records without `published` from this day.",
)
@text_options
def command(reference_date: Any, **options: Any) -> Filter:
    """Add the dates and durations found in the text.

    Adds `dates`, a list of {start, end, text, type, value, grain, first, last, mod}: where the expression stands, its
    TIMEX3 type (date, time, duration, set) and value (1999-04, 1999-W14, 199X, P3D), what its words distinguish, and
    the first and last calendar day it covers. Relative dates ("Friday", "last week", "May 3") count from the record's
    `published`, else from --reference-date, else from the first full date in its `dateline` or first lines; without
    any of them their value is null.

    \b
    Example:
      newsutils extract-dates stories.jsonl | jq -c '.dates[] | [.text, .value]'
    """
    day = reference_date.date().isoformat() if reference_date else None
    return Annotate("extract-dates", "newsutils.dates.annotate:annotator", {"reference_date": day, **options})
