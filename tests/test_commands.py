"""What is promised of every command: help, documentation, schema, light start."""

import ast
import json
import subprocess
import sys

import click
import jsonschema
import pytest

import newsutils as library
from newsutils.cli import cli
from newsutils.commands import COMMANDS
from newsutils.commands.base import FilterCommand
from newsutils.record import hashed_id

from support import ROOT, decode, encode

HEAVY = {
    "dateparser",
    "ftfy",
    "jsonlines",
    "langdetect",
    "lxml",
    "marisa_trie",
    "msgspec",
    "numpy",
    "tqdm",
    "trafilatura",
    "xxhash",
    "zstandard",
    "importlib.metadata",
    "multiprocessing",
}
SMALL = {"cli", "filter", "__main__"}


def _command(name: str) -> click.Command:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    return command


def _filters() -> list[str]:
    return [name for name in COMMANDS if isinstance(_command(name), FilterCommand) and name != "pipe"]


def test_table_of_commands_is_that_of_the_modules():
    folder = ROOT / "newsutils" / "commands"
    modules = {path.stem.replace("_", "-"): path for path in folder.glob("*.py")}
    docs = {name: ast.get_docstring(ast.parse(path.read_text())) for name, path in modules.items()}
    assert {name: (docs[name] or "").splitlines()[0] for name in COMMANDS} == COMMANDS
    assert set(modules) - set(COMMANDS) == {"--init--", "base"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name):
    command = _command(name)
    assert command.name == name
    assert f"newsutils {name}" in command.help, "an example"
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
def test_nothing_heavy_is_imported_for_help(arguments):
    code = f"""
import sys
sys.argv = ["newsutils", *{arguments!r}]
from newsutils.__main__ import main
try:
    main()
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout
    assert "\\b" not in ran.stdout, "click's mark for a paragraph to leave as it is, in a raw docstring"
    loaded = set(ran.stderr.split())
    assert not loaded & HEAVY
    ours = {name.split(".")[1] for name in loaded if name.startswith("newsutils.")}
    assert ours <= SMALL | {"commands", "stream"}


@pytest.mark.parametrize("name", _filters())
def test_outputs_are_valid_by_the_schema_of_the_command(name, newsutils):
    schema = json.loads(newsutils("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    folders = [path.parent for path in (ROOT / "tests" / "cases" / name).glob("*/expected.jsonl")]
    assert folders
    for folder in folders:
        for record in decode((folder / "expected.jsonl").read_bytes()):
            jsonschema.validate(record, schema)


def test_schema_refuses_what_adds_nothing(newsutils):
    ran = newsutils("schema", "pipe")
    assert ran.returncode == 2
    assert b"adds no fields" in ran.stderr


def test_python_api_names_are_there_and_documented():
    for name in library.__all__:
        assert getattr(library, name).__doc__, name
    assert set(library.__all__) <= set(dir(library))
    with pytest.raises(AttributeError, match="no_such_thing"):
        library.no_such_thing  # noqa: B018


def test_ids_are_made_alike_by_every_command_that_needs_them(newsutils):
    record = b'{"url":"https://example.org/1","text":"The bridge fell into the river on Monday."}\n'
    [marked] = decode(newsutils("dedupe", "--mark", stdin=record).stdout)
    [part] = decode(newsutils("split-sentences", "--explode", stdin=record).stdout)
    assert marked["id"] == part["parent"] == hashed_id("https://example.org/1")


def test_one_id_with_two_texts_is_reported(newsutils):
    texts = ("The bridge fell into the river on Monday.", "Voters chose a new mayor in the old town.")
    ran = newsutils("dedupe", stdin=encode({"id": "1", "text": text} for text in texts))
    assert (ran.returncode, len(decode(ran.stdout))) == (1, 1)
    assert ran.stderr.startswith(b"newsutils dedupe: -:2: id '1' came before with another text\n")
