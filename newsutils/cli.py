"""The command line: a table of commands, each loaded only when it is called, and the exit codes of a good filter."""

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from newsutils import __version__
from newsutils.commands import COMMANDS, PLUGINS
from newsutils.filter import CannotStart
from newsutils.stream.errors import Exit, OutputError, ReaderGone, UsageError, say
from newsutils.stream.signals import Interrupted, die_by
from newsutils.stream.standard import hold_places

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Toolkit(click.Group):
    """A click group whose help is a table and whose commands are imported one by one."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of a usual pipeline, and of those of other packages."""
        return [*COMMANDS, *(entry.name for entry in _plugins())]

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import a command: one of ours, else one that another package provides."""
        if name in COMMANDS:
            command: click.Command = import_module(f"newsutils.commands.{name.replace('-', '_')}").command
            return command
        return _plugin(name)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _plugin(name: str) -> click.Command | None:
    for entry in _plugins():
        if entry.name == name:
            command: click.Command = entry.load()
            return command
    return None


def _plugins() -> Iterable["EntryPoint"]:
    from importlib.metadata import entry_points  # slow to load

    return entry_points(group=PLUGINS)


NOTES = """
A record is a JSON object on a line, in UTF-8, with a `text`. Values that a command does not touch pass byte for byte,
in their order; of a key that comes twice, the last counts; NaN, Infinity and lone surrogates are no JSON. Blank lines
are skipped. Input may be compressed (gz, zst, bz2, xz); files that are written are, if their names end so.

Every record leaves as soon as it is ready; with --jobs it may wait for those before it. Records are kept in memory by
`dedupe` (some bytes of each; see there) and, unless it reads files, by `clean --learn`.

\b
Exit codes:
  0    all went well
  1    a record failed; it was reported, the others are not touched by it
  2    it cannot be run as asked, or a file does not open
  74   the output could not be written
  130  interrupted
  141  the reader of the output went away
\b
Any option of a command has an environment variable: NEWSUTILS_CLEAN_JOBS=4
is `newsutils clean --jobs 4`.
\b
To complete commands and options in the shell (or zsh_source, fish_source):
  eval "$(_NEWSUTILS_COMPLETE=bash_source newsutils)"

Names of commands, options and fields are an interface: one that is to go is announced on standard error for one minor
release, and goes with the next major one.
"""


@click.group(cls=Toolkit, context_settings=HELP, epilog=NOTES)
@click.version_option(__version__, prog_name="newsutils", message="%(prog)s %(version)s")
def cli() -> None:
    """Small filters for news text: JSON Lines in, JSON Lines out.

    `read` makes records of pages; every other command adds to the records that pass, or drops some. Commands chain in
    a shell pipeline, or in one process with `pipe`.

    \b
      newsutils read pages/ | newsutils clean | newsutils extract-places > news.jsonl
    """


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code: 0 all well, 1 a record failed, 2 usage, 74 output failed."""
    try:
        with cli.make_context("newsutils", list(arguments), auto_envvar_prefix="NEWSUTILS") as context:
            return int(cli.invoke(context) or 0)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (UsageError, CannotStart) as error:
        say(f"newsutils: {error}")
        return Exit.USAGE
    except BrokenPipeError:
        raise
    except (OutputError, OSError) as error:  # the latter where click prints help
        say(f"newsutils: {error}")
        return Exit.OUTPUT


def main() -> None:
    """The program: exits with the code of :func:`run`, or dies by the signal that ended it."""
    if "_NEWSUTILS_COMPLETE" in os.environ:
        cli.main(prog_name="newsutils")
    hold_places()
    try:
        code = run(sys.argv[1:])
    except Interrupted as interrupted:
        die_by(interrupted.signum)
    except KeyboardInterrupt:
        die_by(signal.SIGINT)
    except (ReaderGone, BrokenPipeError):
        die_by(signal.SIGPIPE)
    else:
        sys.exit(code)
