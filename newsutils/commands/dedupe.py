"""Drop copies: each story once."""

from typing import Any

import click

from newsutils.commands.base import FilterCommand
from newsutils.filter import Filter, Stream

RELATIONS = ("exact", "near", "contained", "superset", "update", "template")


def _relations(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    for name in names:
        if name not in RELATIONS:
            raise click.BadParameter(f"{name!r} is none of {', '.join(RELATIONS)}")
    return names


@click.command("dedupe", cls=FilterCommand, adds="newsutils.duplicates.annotate:Added")
@click.option("--mark", is_flag=True, help="Drop nothing, only mark.")
@click.option(
    "--drop",
    default="exact,near,contained",
    callback=_relations,
    metavar="RELATIONS",
    show_default=True,
    help="Drop records that stand in these relations to an earlier one.",
)
@click.option("--field", default="text", show_default=True, metavar="NAME", help="Compare this field.")
def command(**options: Any) -> Filter:
    """Drop copies: each story once.

    Compares each record with those that stayed before it. A record that repeats one is dropped, or passes with
    `duplicate_of`, `relation`, `similarity` and `containment`. The relation is exact, near, contained (it lies in the
    earlier record), superset (it holds the earlier one), update (the same story with other numbers, which stand in
    `changed`) or template (alike, but another story: no `duplicate_of`).

    \b
    Example:
      newsutils dedupe --mark stories.jsonl | grep '"relation":"update"'
    """
    return Stream("dedupe", "newsutils.duplicates.annotate:stream", options)
