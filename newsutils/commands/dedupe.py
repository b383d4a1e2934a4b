"""Drop copies: each story once."""

from importlib import import_module
from typing import Any

import click

from newsutils.commands.base import FilterCommand, names_out_of
from newsutils.filter import Filter, Prepare, Stream

UNITS = {"h": 3600, "d": 86400, "w": 604800}
RELATIONS = ("exact", "near", "contained", "superset", "update", "template")


def _seconds(_context: click.Context, _parameter: click.Parameter, value: str | None) -> float | None:
    if value is None:
        return None
    number, unit = value[:-1], value[-1:]
    if unit not in UNITS or not number.isdecimal() or not int(number):
        raise click.BadParameter(f"{value!r} is no span of time such as 30d or 12h")
    return float(int(number) * UNITS[unit])


@click.command("dedupe", cls=FilterCommand, adds="newsutils.duplicates.annotate:Added")
@click.option("--mark", is_flag=True, help="Drop nothing, only mark.")
@click.option(
    "--drop",
    default="exact,near,contained",
    callback=names_out_of(*RELATIONS),
    metavar="RELATIONS",
    show_default=True,
    help="Drop records that stand in these relations to an earlier one.",
)
@click.option("--field", default="text", show_default=True, metavar="NAME", help="Compare this field.")
@click.option("--window", callback=_seconds, metavar="SPAN", help="Forget stories after this span, such as 30d or 12h.")
@click.option("--index", metavar="FILE", help="Go on from the stories in FILE and add the new ones; made if missing.")
@click.option("--clusters", metavar="FILE", help="Write {id, cluster} of every record to FILE, dropped ones too.")
@click.option(
    "--by",
    type=click.Choice(["paragraph", "sentence"]),
    help="Drop nothing; mark the passages that an earlier record had in `repeated`.",
)
@click.option(
    "--keep",
    type=click.Choice(["first", "longest", "earliest"]),
    default="first",
    show_default=True,
    help="Which record of a story stays; longest and earliest read the records twice.",
)
@click.option("--info", is_flag=True, help="Say what is in the index and end.")
def command(info: bool, by: str | None, keep: str, **options: Any) -> Filter:
    """Drop copies: each story once.

    Compares each record with those that stayed before it. A record that repeats one is dropped, or passes with
    `duplicate_of`, `relation`, `similarity` and `containment`. The relation is exact, near, contained (it lies in the
    earlier record), superset (it holds the earlier one), update (the same story with other numbers, which stand in
    `changed`) or template (alike, but another story: no `duplicate_of`).

    With --window, memory is bounded: a story is forgotten when `published` has advanced by the span, or up to a quarter
    later. Time is the latest date that two dated records in a row have reached, so that one wrong date makes nothing
    forgotten. A record without a date, or older than that, counts as of then.

    With --by, the unit is the passage: `repeated` lists {start, end, text, first}, with the id of the first record that
    had it. Sentences are those that split-sentences added.

    With --keep longest or earliest, records are read twice: all are kept in a temporary file before the first is
    written.

    With --index, daily runs know the stories of earlier ones. A record whose id is in the index gets the same answer
    again, so that a run that was killed, or any other, can be repeated. One run at a time may use the file, with the
    --field and the version of the program that it was made with.

    \b
    Example:
      newsutils dedupe --mark stories.jsonl | grep '"relation":"update"'
    """
    if by:
        return _passages(by, keep, options)
    if keep != "first":
        _refuse(options, ("window", "index"), "--keep longest and earliest")
        return _stream("newsutils.duplicates.select:select", {"keep": keep}, options)
    _check_index(options, info)
    return _stream("newsutils.duplicates.annotate:stream", {}, options)


def _stream(work: str, more: dict[str, Any], options: dict[str, Any]) -> Filter:
    asked = {name: value for name, value in options.items() if value is not None}
    sketches = Prepare("dedupe", "newsutils.duplicates.annotate:sketches", {"field": options["field"]})
    writes = tuple(asked[name] for name in ("index", "clusters") if name in asked)
    return Stream("dedupe", work, asked | more, prepare=sketches, writes=writes)


def _passages(by: str, keep: str, options: dict[str, Any]) -> Filter:
    _refuse({**options, "keep": None if keep == "first" else keep}, ("window", "index", "clusters", "keep"), "--by")
    asked = {"by": by, "field": options["field"]}
    split = Prepare("dedupe", "newsutils.duplicates.annotate:split", asked)
    return Stream("dedupe", "newsutils.duplicates.annotate:passages", asked, prepare=split)


def _refuse(options: dict[str, Any], names: tuple[str, ...], who: str) -> None:
    for name in names:
        if options[name] is not None:
            raise click.UsageError(f"{who} cannot be used with --{name}")


def _check_index(options: dict[str, Any], info: bool) -> None:
    """Refuse an index that cannot be used before the first record is read; print what is in it."""
    if options["index"] is None:
        if info:
            raise click.UsageError("--info needs --index")
        return
    if options["window"] is not None:
        raise click.UsageError("--window and --index cannot be used together")
    store = import_module("newsutils.duplicates.store")
    try:
        if info:
            click.echo(store.describe(options["index"]))
            raise click.exceptions.Exit(0)
        store.check(options["index"], options["field"])
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--index") from None
