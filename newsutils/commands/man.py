"""Print the manual page of a command."""

import inspect
from collections.abc import Iterator, Mapping
from itertools import starmap
from pathlib import Path

import click

from newsutils import __version__
from newsutils.commands import COMMANDS


@click.command("man")
@click.argument("name", metavar="[COMMAND]", required=False)
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write the pages of all commands to FOLDER instead.",
)
@click.pass_context
def command(context: click.Context, name: str | None, folder: Path | None) -> None:
    """Print the manual page of a command.

    A page holds what --help says, laid out for `man`; without COMMAND, it is that of newsutils as a whole.

    With --write, `man newsutils-clean` and the like find the pages if FOLDER is on the manual's path, as
    ~/.local/share/man/man1 usually is.

    \b
    Example:
      newsutils man clean | man -l -
    """
    root = context.find_root()
    if folder is None:
        click.echo(_page(root, name), nl=False)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in (None, *COMMANDS):
            (folder / f"{_title(one)}.1").write_text(_page(root, one), encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}") from None


def _title(name: str | None) -> str:
    return f"newsutils-{name}" if name else "newsutils"


def _page(root: click.Context, name: str | None) -> str:
    if name is None:
        return page(root, _title(None), COMMANDS)
    assert isinstance(root.command, click.Group)
    _, found, _ = root.command.resolve_command(root, [name])
    assert found is not None, "click names an unknown command itself"
    below = click.Context(found, info_name=name, parent=root)
    return page(below, _title(name), {})


def page(context: click.Context, title: str, commands: Mapping[str, str]) -> str:
    """The manual page of a command, in roff.

    Args:
        context: a context of the command.
        title: the name of the page.
        commands: commands to list, with what each does.
    """
    command = context.command
    first, _, rest = (command.help or "").partition("\n")
    parts = [
        f'.TH {_plain(title.upper())} 1 "" "newsutils {__version__}" "newsutils"',
        _section("NAME", f"{_plain(title)} \\- {_plain(first)}"),
        _section("SYNOPSIS", _usage(context)),
        _section("DESCRIPTION", _paragraphs(inspect.cleandoc(rest))),
        _section("OPTIONS", _options(context)),
        _section("COMMANDS", "\n".join(starmap(_entry, commands.items()))),
        *_below(context, given=bool(commands)),
        _section("NOTES", _paragraphs(command.epilog or "")),
        "" if commands else _section("SEE ALSO", ".BR newsutils (1)"),
    ]
    return "\n".join(filter(None, parts)) + "\n"


def _below(context: click.Context, given: bool) -> Iterator[str]:
    """Sections on the commands of a group, unless they have pages of their own."""
    if given or not isinstance(context.command, click.Group):
        return
    for name in context.command.list_commands(context):
        found = context.command.get_command(context, name)
        assert found is not None
        below = click.Context(found, info_name=name, parent=context)
        text = [_usage(below), _paragraphs(inspect.cleandoc(found.help or "")), _options(below)]
        yield _section(_plain(name.upper()), "\n.PP\n".join(text))


def _section(name: str, text: str) -> str:
    return f".SH {name}\n{text}" if text else ""


def _usage(context: click.Context) -> str:
    words = context.command.collect_usage_pieces(context)
    return f".B {_plain(context.command_path)}\n{_plain(' '.join(words))}"


def _options(context: click.Context) -> str:
    options = (one for one in context.command.get_params(context) if isinstance(one, click.Option))
    return "\n".join(_entry(*said) for one in options if (said := one.get_help_record(context)))


def _entry(name: str, text: str) -> str:
    return f".TP\n.B {_plain(name)}\n{_plain(text)}"


def _paragraphs(text: str) -> str:
    """Paragraphs of a help text; click leaves those that begin with a backspace as they are."""
    return "\n.PP\n".join(_paragraph(one) for one in text.strip("\n").split("\n\n") if one)


def _paragraph(text: str) -> str:
    if text.startswith("\b\n"):
        lines = text.replace("\b\n", "").splitlines()
        return "\n".join([".nf", *map(_plain, lines), ".fi"])
    return _plain(" ".join(text.split()))


def _plain(text: str) -> str:
    """Text that roff takes as it is."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
