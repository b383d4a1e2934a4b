"""Repair the text and take off the page furniture."""

from typing import Any

import click

from newsutils.commands.base import FilterCommand, names_out_of
from newsutils.filter import Annotate, Filter, Stream

CHANGED = ("text",)
STEPS = ("characters", "blanks", "lines", "head", "furniture")


@click.command("clean", cls=FilterCommand, adds="newsutils.cleaning.annotate:Added")
@click.option(
    "--level",
    type=click.Choice(["safe", "normal", "strict"]),
    default="normal",
    show_default=True,
    help="How readily a line is taken for furniture.",
)
@click.option(
    "--skip", callback=names_out_of(*STEPS), default="", metavar="STEPS", help=f"Leave out steps: {','.join(STEPS)}."
)
@click.option("--keep-raw", is_flag=True, help="Keep `raw_text`, and `alignment`, which leads back to it.")
@click.option("--lang", metavar="CODE", help="Language of records that have no `lang`, such as en or pt-BR.")
@click.option("--learn", is_flag=True, help="Also take off lines that return on pages of one `source`.")
def command(learn: bool, **options: Any) -> Filter:
    """Repair the text and take off the page furniture.

    Mends characters, blanks and broken lines; moves headline, dateline and byline to fields; takes menus, teasers and
    small print away. Changes `text`; adds `title`, `dateline`, `byline` and `published` (the day that a line beside the
    headline states) where the record has none, `removed` (what went, and why) and `kept_ratio`.

    The steps, in their order: `characters` (mojibake, odd blanks, invisible characters), `blanks` ("al -Tharda"),
    `lines` (hard wraps, broken sentences), `head` and `furniture`.

    At level `safe` only what is beyond doubt goes, and a headline that no `title` confirms stays in the text, too.
    `strict` takes every line that is rather furniture than not.

    With --learn, a line that returns on pages of a source is furniture there, whatever its numbers. Files are read
    twice, so that the first page is cleaned as well as the last. From standard input, or after another stage of `pipe`,
    records wait until enough pages of their source were seen, 2000 records at most; bad ones do not wait.

    \b
    Example:
      newsutils clean --level strict --keep-raw pages.jsonl
    """
    if learn:
        return Stream("clean", "newsutils.cleaning.learn:Learner", options, replaces=CHANGED, surveys=True)
    return Annotate("clean", "newsutils.cleaning.annotate:annotator", options, replaces=CHANGED)
