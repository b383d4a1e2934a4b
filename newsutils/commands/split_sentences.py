"""Split the text into sentences."""

from typing import Any

import click

from newsutils.commands.base import FilterCommand, text_options
from newsutils.filter import Annotate, Explode, Filter


@click.command("split-sentences", cls=FilterCommand, adds="newsutils.sentences.annotate:Added")
@click.option("--text", "with_text", is_flag=True, help="Give each sentence its text beside its offsets.")
@click.option("--explain", is_flag=True, help="Give each sentence the rule that made its end.")
@click.option("--explode", is_flag=True, help="Write one record a sentence instead of one a document.")
@text_options
def command(explode: bool, **options: Any) -> Filter:
    """Split the text into sentences.

    Adds `sentences`, a list of {start, end}: half-open offsets in code points of the text. The sentences are in order,
    do not overlap and hold every character that is not white space.

    \b
    Example:
      newsutils split-sentences --explode stories.jsonl | wc -l
    """
    if explode:
        return Explode("split-sentences", "newsutils.sentences.explode:exploder", options)
    return Annotate("split-sentences", "newsutils.sentences.annotate:annotator", options)
