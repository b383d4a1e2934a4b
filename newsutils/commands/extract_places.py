"""Find the places that the text mentions and put them on the map."""

from importlib import import_module
from typing import Any

import click

from newsutils.commands.base import FilterCommand, text_options
from newsutils.filter import Annotate, Filter

NAMES = click.Path(exists=True, dir_okay=False)
SMALL = 64_000_000
"""Bytes of a gazetteer that is checked from end to end; a larger one would take longer than the work often does."""


def _checked(_: click.Context, parameter: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths, if every one is a gazetteer."""
    for path in paths:
        try:
            gazetteer = import_module("newsutils.places.gazetteer.reader").Gazetteer(path)
            if gazetteer.path.stat().st_size <= SMALL:
                gazetteer.verify()
        except (OSError, ValueError) as error:
            raise click.BadParameter(str(error), param=parameter) from None
    return paths


def _model(_: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    """The name of a model, if it has the form of one; it is opened with the first record."""
    if name is not None and not (name.startswith("spacy:") and name.removeprefix("spacy:")):
        raise click.BadParameter("is not of the form spacy:MODEL", param=parameter)
    return name


@click.command("extract-places", cls=FilterCommand, adds="newsutils.places.annotate:Added")
@click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    metavar="FILE",
    callback=_checked,
    help="Search this gazetteer too (see `newsutils gazetteer`); may be given several times.",
)
@click.option(
    "--builtin/--no-builtin", show_default=True, default=True, help="Search the gazetteer that is built in, too."
)
@click.option("--allow", multiple=True, type=NAMES, metavar="FILE", help="Names, one a line, that are places.")
@click.option("--deny", multiple=True, type=NAMES, metavar="FILE", help="Names, one a line, that are none.")
@click.option(
    "--ner",
    callback=_model,
    metavar="spacy:MODEL",
    help="Take the names that your own spaCy model finds as evidence; needs newsutils[ner].",
)
@click.option(
    "--bias",
    type=click.FloatRange(-100, 100),
    default=0.0,
    metavar="NUMBER",
    help="Above 0 find more names, below 0 be surer of those found; 10 and -10 make a difference.",
)
@click.option("--alternatives", type=click.IntRange(0), default=0, metavar="N", help="Give N other readings of each.")
@text_options
def command(**options: Any) -> Filter:
    """Find the places that the text mentions and put them on the map.

    Adds `places`, a list of {start, end, text, name, geonameid, lat, lon, radius_km, kind, country, admin1, score,
    resolved}, and `focus`, the countries that the record is about. `resolved` says how the point was found:
    `gazetteer`, `container` (of the place around it), `relative` (so far in that direction) or `none`. The record's
    `title`, `dateline` and `source` count as evidence.

    "70 km to the southeast of Raqqa" is a place too: the point so far from Raqqa, of the name before the phrase or,
    where there is none, of the phrase. Where "the outskirts of", "east of" or "near" stands before a name, `part` says
    so, and the point and the radius are those of the part.

    In English, names are recognised by a learned model too; elsewhere those that the gazetteer has are found, in Latin,
    Arabic and Cyrillic letters, the last in the cases of Russian and Ukrainian. In German, Spanish, French, Italian and
    Portuguese the languages' own names of well-known places are known, and common words are told from villages.

    \b
    Example:
      newsutils extract-places stories.jsonl | jq -c '.places[] | [.text, .lat, .lon]'
    """
    if not options["builtin"] and not options["gazetteers"]:
        raise click.UsageError("--no-builtin leaves nothing to search: give a --gazetteer")
    return Annotate("extract-places", "newsutils.places.annotate:annotator", options)
