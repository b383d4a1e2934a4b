"""Read pages and make a record of each."""

import click

from newsutils.commands.base import ReadCommand
from newsutils.filter import Read


@click.command("read", cls=ReadCommand, adds="newsutils.reading.annotate:Added")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def command(paths: tuple[str, ...]) -> Read:
    """Read pages and make a record of each.

    PATH is a text or HTML file, a folder, or a glob pattern in quotes; `-` or none is one page on standard input.
    Compressed pages (.gz .zst .bz2 .xz) are read too. The encoding is found out.

    Gives `id`, `url`, `source`, `title`, `byline`, `published`, `lang` and `text`, those that the page has.

    \b
    Example:
      newsutils read pages/ extra.html > pages.jsonl
    """
    return Read("read", "newsutils.reading.annotate:annotator", paths=paths)
