"""Print the JSON Schema of what a command adds."""

import json
from importlib import import_module

import click

from newsutils.commands.base import FilterCommand


@click.command("schema")
@click.argument("name", metavar="COMMAND")
@click.pass_context
def command(context: click.Context, name: str) -> None:
    """Print the JSON Schema of what a command adds.

    It describes the fields that COMMAND adds to a record, and their entries.

    \b
    Example:
      newsutils schema extract-numbers
    """
    group = context.find_root().command
    assert isinstance(group, click.Group)
    _, found, _ = group.resolve_command(context, [name])
    if not isinstance(found, FilterCommand) or found.adds is None:
        raise click.UsageError(f"`{name}` adds no fields")
    click.echo(json.dumps(added_schema(found.adds), indent=2))


def added_schema(adds: str) -> dict[str, object]:
    """The JSON Schema of a ``TypedDict`` named as ``"module:name"``."""
    import msgspec

    module, _, name = adds.partition(":")
    schema = msgspec.json.schema(getattr(import_module(module), name))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
