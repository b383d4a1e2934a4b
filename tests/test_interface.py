"""Names that people's scripts rely on: commands, their options, the fields they add. None goes without a warning.

``interface.json`` lists the names that were published; running this file writes the names of now. A name that is to go
stays for one minor release, with a warning on standard error, and leaves the list with the next major release.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from newsutils.cli import cli
from newsutils.commands import COMMANDS
from newsutils.commands.base import FilterCommand
from newsutils.commands.schema import added_schema

LIST = Path(__file__).parent / "interface.json"


def _options(command: click.Command) -> set[str]:
    return {name for one in command.params if isinstance(one, click.Option) for name in one.opts}


def _fields(schema: Mapping[str, Any]) -> Iterator[str]:
    """The fields that a schema tells of, those of entries as ``Number.value``."""
    for one in schema["$defs"].values():
        outer = "" if one["title"] == "Added" else f"{one['title']}."
        yield from (f"{outer}{field}" for field in one.get("properties", {}))


def _names(command: click.Command) -> dict[str, list[str]]:
    adds = command.adds if isinstance(command, FilterCommand) else None
    fields = _fields(added_schema(adds)) if adds else ()
    return {"options": sorted(_options(command)), "fields": sorted(fields)}


def interface() -> dict[str, dict[str, list[str]]]:
    """All names as they are now."""
    found = {name: cli.get_command(click.Context(cli), name) for name in COMMANDS}
    return {name: _names(command) for name, command in found.items() if command is not None}


def test_no_published_name_is_gone():
    published, now = json.loads(LIST.read_text()), interface()
    assert set(published) <= set(now)
    gone = {
        f"{name}: {one}"
        for name in published
        for kind in published[name]
        for one in published[name][kind]
        if one not in now[name][kind]
    }
    assert not gone


if __name__ == "__main__":
    LIST.write_text(json.dumps(interface(), indent=1) + "\n")
