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
    currency and unit. `bound` is one of = ~ > >= < <= range vague. `counted` is the noun that is counted, `role` what
    became of it: killed, injured, displaced, detained, captured, missing, rescued, infected, destroyed.

    "Between A and B", "A-B" and "A to B" are one range; "from A to B" of a change is two values. Dozens are at least
    24, scores 40, several 3, several hundred 300, hundreds 200, thousands 2,000, tens of thousands 20,000 and so on:
    their value and maximum are null.

    \b
    Example:
      newsutils extract-numbers stories.jsonl | jq -c '.numbers[] | [.text, .value, .counted, .role]'
    """
    return Annotate("extract-numbers", "newsutils.numbers.annotate:annotator", options)
