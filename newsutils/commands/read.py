"""Read pages and make a record of each."""

import click

from newsutils.commands.base import ReadCommand
from newsutils.filter import Read

FORMS = ("page", "jsonl", "csv", "tsv", "warc")


@click.command("read", cls=ReadCommand, adds="newsutils.reading.annotate:Added")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="What the files are, if their names do not say so (page: text, HTML or a feed).",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Take FIELD of a table's column, or a JSON object's field, of another name; may be given several times.",
)
@click.option("--encoding", metavar="NAME", default="", help="What pages and tables are written in, if not found out.")
def command(paths: tuple[str, ...], form: str | None, columns: tuple[str, ...], encoding: str) -> Read:
    """Read pages and make a record of each.

    PATH is a file, a folder, or a glob pattern in quotes; `-` or none is standard input. A file is known by the ending
    of its name or by its first bytes:

    \b
      .html .txt          a page; its encoding is found out
      .rss .atom .xml     a feed, RSS or Atom: a record an entry
      .csv .tsv           a table whose first row names its columns: a record a row
      .jsonl              JSON objects, a record each
      .warc .wet          a web archive: a record a page; other records are passed over

    Each may be compressed (.gz .zst .bz2 .xz). In tables and JSON objects, `text` or `html` (a whole page, from which
    the rest is read) must be a column, or be named: --map text=body --map published=date. Other columns stay.

    Gives `id`, `url`, `source`, `title`, `byline`, `published`, `retrieved`, `lang` and `text`, those that the page
    has. Install `newsutils[html]` for the best reading of HTML.

    \b
    Examples:
      newsutils read pages/ crawl.warc.gz > pages.jsonl
      newsutils read --map text=body --map title=headline stories.csv > stories.jsonl
    """
    options = {"columns": _named(columns), "encoding": _known(encoding)}
    return Read(
        "read",
        "newsutils.reading.annotate:annotator",
        options={name: value for name, value in options.items() if value},
        paths=paths,
        form=form or "",
    )


def _named(columns: tuple[str, ...]) -> dict[str, str]:
    """The column of each field."""
    named = {}
    for one in columns:
        field, equals, column = one.partition("=")
        if not (field and equals and column):
            raise click.UsageError(f"--map {one}: write FIELD=COLUMN")
        named[field] = column
    return named


def _known(encoding: str) -> str:
    import codecs

    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        raise click.UsageError(f"--encoding {encoding}: there is no such encoding") from None
