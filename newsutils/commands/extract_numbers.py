"""Add the quantities found in the text, with their meaning."""

from importlib import import_module
from typing import Any

import click

from newsutils.commands.base import FilterCommand, text_options
from newsutils.filter import Annotate, Filter

VAGUE = "newsutils.numbers.vague"


def _print_vague(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """Print what vague words mean at least, for every language, and end."""
    if value is None or context.resilient_parsing:
        return
    for lang, word, least in import_module(VAGUE).vague_table():
        click.echo(f"{lang}\t{word}\t{least}")
    context.exit()


@click.command("extract-numbers", cls=FilterCommand, adds="newsutils.numbers.annotate:Added")
@click.option("--all", "everything", is_flag=True, help="Also list dates, years, identifiers and other non-quantities.")
@click.option(
    "--vague",
    type=click.Choice(["table"]),
    is_eager=True,
    expose_value=False,
    callback=_print_vague,
    help="Print what vague words such as dozens mean at least, and exit.",
)
@text_options
def command(**options: Any) -> Filter:
    """Add the quantities found in the text, with their meaning.

    Adds `numbers`, a list of {start, end, text, qstart, qend, kind, value, min, max, min_open, max_open, bound, unit,
    si, currency, counted, role, ambiguous, rule}: start and end hold the numeral, qstart and qend also its bounds,
    currency and unit. `kind` is count, measure, money, percent, percentage_point, fraction or age. `bound` is one of
    = ~ > >= < <= range vague.

    `unit` is the English name of a unit ("kilometre", "barrel per day", "year of age") or currency; of a count in
    English it is the counted noun in the singular, to group by. `si` is a measure in SI units, `currency` the ISO 4217
    code. `counted` is the noun as it stands, with the modifiers before it and no "of" phrase; where a participle stands
    for people ("120 wounded") it is that, and of "17 of 20 drones" both numbers count drones. `role` is what became of
    those counted: killed, injured, displaced, detained, captured, missing, rescued, infected, destroyed. `ambiguous`
    says that the digits (1.234) or the currency may be read in another way.

    "Between A and B", "A-B" and "A to B" are one range; "from A to B" of a change is two values, with the rule
    "change". "One in five" is the fraction 0.2. Dozens are at least 24, scores 40, several 3, several hundred 300,
    hundreds 200, thousands 2,000, tens of thousands 20,000 and so on: their value and maximum are null (--vague table
    lists all). Nouns such as the French "une centaine" are about their number. Dates, years, identifiers, sections,
    scores, phones, versions and names are no quantities; --all lists them with their kind.

    Digits are read by the language of the record: 1,234.5 in English, 1.234,5 in German, 12,34,567 in India; Arabic,
    Persian and Indic digits too. Words are known in ar, de, en, es, fr, hi, it, pt, ru and uk.

    \b
    Example:
      newsutils extract-numbers stories.jsonl | jq -c '.numbers[] | [.text, .value, .counted, .role]'
    """
    return Annotate("extract-numbers", "newsutils.numbers.annotate:annotator", options)
