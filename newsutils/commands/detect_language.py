"""Add the language of each record."""

from typing import Any

import click

from newsutils.commands.base import FilterCommand
from newsutils.filter import Annotate, Filter


def _codes(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in value.split(",") if code.strip())


@click.command("detect-language", cls=FilterCommand, adds="newsutils.language.annotate:Added")
@click.option("--languages", callback=_codes, default="", metavar="CODES", help="Only these, such as en,fr,ar.")
@click.option("--force", is_flag=True, help="Detect it anew where a record has a `lang`.")
@click.option("--field", default="text", show_default=True, metavar="NAME", help="Read this field.")
def command(**options: Any) -> Filter:
    """Add the language of each record.

    Adds `lang`, a BCP 47 code, and `lang_score`, how sure it is. "und" stands for no language that is known, "und-Ethi"
    and the like for a script without a known one. A record that has a `lang` passes as it is.

    \b
    Example:
      newsutils detect-language --languages en,ar stories.jsonl
    """
    detect = Annotate(
        "detect-language", "newsutils.language.annotate:annotator", options, replaces=("lang", "lang_score")
    )
    try:
        detect.make()
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--languages") from None
    return detect
