"""What every filter command shares: its files, its output, its errors, and the way it is started.

A command's own file gives its help, its options and the filter that they make; :class:`FilterCommand` adds the
options of the stream and runs the filter over it. ``pipe`` builds the same filters without running them.
"""

import sys
from collections.abc import Callable
from typing import Any

import click

from newsutils.filter import Filter

STREAM_OPTIONS: tuple[click.Parameter, ...] = (
    click.Option(["-o", "--output"], metavar="FILE", help="Write to FILE, which appears when it is whole."),
    click.Option(
        ["--on-error"],
        type=click.Choice(["skip", "fail", "keep"]),
        default="skip",
        show_default=True,
        help="A bad line or record: report it and go on, stop there, or pass it on with `errors`.",
    ),
    click.Option(["--rejects"], metavar="FILE", help="Write the input lines of bad records to FILE."),
    click.Option(
        ["-j", "--jobs"],
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="Work in N processes; the output is the same.",
    ),
    click.Option(["--provenance"], is_flag=True, help="Add the command, version and options to each record."),
    click.Option(["--stats"], metavar="FILE", help="Write counts and times of each stage to FILE, as JSON."),
    click.Option(["-q", "--quiet"], is_flag=True, help="Only report failures: no progress, no warnings, no count."),
)

FILES: tuple[click.Parameter, ...] = (
    click.Argument(["files"], nargs=-1, metavar="[FILE]..."),
    click.Option(
        ["--encoding-errors"],
        type=click.Choice(["strict", "replace"]),
        default="strict",
        show_default=True,
        help="A line that is not UTF-8 is a bad one, or is read with U+FFFD in place of the bytes.",
    ),
)


def names_out_of(*known: str) -> Callable[[click.Context, click.Parameter, str], tuple[str, ...]]:
    """The callback of an option whose value is names out of a few, with commas between them."""

    def names(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
        found = tuple(filter(None, map(str.strip, value.split(","))))
        for name in found:
            if name not in known:
                raise click.BadParameter(f"{name!r} is none of {', '.join(known)}")
        return found

    return names


class FilterCommand(click.Command):
    """A command whose callback returns a filter, which is then run over the stream.

    Args:
        name: the command's name.
        adds: ``"module:name"`` of the ``TypedDict`` of fields that the filter adds, for ``schema``.
        attributes: what else a click command takes.
    """

    takes_files = True

    def __init__(self, name: str | None, adds: str | None = None, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.adds = adds
        self.own = [parameter.name for parameter in self.params]
        self.params = [*self.params, *(FILES if self.takes_files else ()), *STREAM_OPTIONS]

    def filter(self, context: click.Context) -> Filter:
        """The filter that the options on the command line ask for."""
        assert self.callback is not None, "a filter command has a callback that returns its filter"
        made: Filter = context.invoke(self.callback, **self._split(context, own=True))
        return made

    def invoke(self, context: click.Context) -> int:
        """Run the filter over the files and return the exit code."""
        from newsutils.stream.runner import run_filters

        options = self._split(context, own=False)
        filters = self.filters(context)
        if not filters[0].paths and not options.get("files") and _at_a_terminal():
            click.echo(self.get_help(context), err=True)
            return 2
        return run_filters(filters, command=self.name or "", **options)

    def filters(self, context: click.Context) -> list[Filter]:
        """The filters to run one after the other: one, except for ``pipe``."""
        return [self.filter(context)]

    def _split(self, context: click.Context, own: bool) -> dict[str, Any]:
        return {name: value for name, value in context.params.items() if (name in self.own) is own}


class ReadCommand(FilterCommand):
    """The filter command whose arguments are pages, not files of records."""

    takes_files = False


def text_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a command that reads text: ``--field`` and ``--lang``."""
    lang = click.option("--lang", metavar="CODE", help="Language of records that have no `lang`, such as en or pt-BR.")
    fields = click.option(
        "--field",
        "fields",
        multiple=True,
        default=("text",),
        metavar="NAME",
        help="Read this field; may be given several times.  [default: text]",
    )
    return fields(lang(command))


def _at_a_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
