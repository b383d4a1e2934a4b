"""Run several commands as one process."""

import shlex

import click

from newsutils.commands.base import FilterCommand
from newsutils.filter import Filter


class PipeCommand(FilterCommand):
    """The command that runs the filters of other commands."""

    def filters(self, context: click.Context) -> list[Filter]:
        """The filters of the stages, in order."""
        return filters_of(context.params["stages"], context)


def filters_of(pipeline: str, context: click.Context) -> list[Filter]:
    """The filters that a pipeline names, in order; the context is one below that of the program."""
    return [_filter(context, words) for words in split_stages(pipeline)]


def split_stages(pipeline: str) -> list[list[str]]:
    """Split a pipeline as a shell does: words between ``|``.

    Raises:
        click.UsageError: a stage is empty, or a quotation mark is open.
    """
    lexer = shlex.shlex(pipeline, posix=True, punctuation_chars="|")
    lexer.whitespace_split, lexer.commenters = True, ""
    stages: list[list[str]] = [[]]
    try:
        for word in lexer:
            stages.append([]) if word == "|" else stages[-1].append(word)
    except ValueError as error:
        raise click.UsageError(f"pipeline {pipeline!r}: {error}") from None
    if not all(stages):
        raise click.UsageError(f"pipeline {pipeline!r}: a stage is empty")
    return stages


def _filter(context: click.Context, words: list[str]) -> Filter:
    group = context.find_root().command
    assert isinstance(group, click.Group)
    name, command, arguments = group.resolve_command(context, words)
    if not isinstance(command, FilterCommand) or isinstance(command, PipeCommand):
        raise click.UsageError(f"`{name}` is no filter and cannot be a stage of a pipeline")
    stage = command.make_context(name, arguments, parent=context.find_root())
    _refuse_stream_options(stage, command)
    return command.filter(stage)


def _refuse_stream_options(stage: click.Context, command: FilterCommand) -> None:
    for name in stage.params:
        source = stage.get_parameter_source(name)
        if name not in command.own and source is not None and source.name == "COMMANDLINE" and stage.params[name]:
            raise click.UsageError(f"{name!r} belongs to the pipe as a whole, not to its stage `{command.name}`")


@click.command("pipe", cls=PipeCommand)
@click.argument("stages")
def command(stages: str) -> None:
    """Run several commands as one process.

    STAGES is a pipeline in quotes, written as in the shell but without `newsutils`. The output is the same as that of
    the commands chained by the shell; records are parsed and written once. Options of the stream, such as --output,
    are given to `pipe` itself.

    \b
    Example:
      newsutils pipe 'read pages/ | clean | dedupe | extract-numbers' -o news.jsonl
    """
