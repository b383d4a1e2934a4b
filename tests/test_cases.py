"""Golden cases: each folder ``cases/COMMAND/CASE`` is run as library call, as command, in ``pipe`` and over two worker
processes: the same bytes.

A folder holds ``args`` (the options, one line), ``input.jsonl`` if the command reads records, and ``expected.jsonl``.
"""

import shlex
from pathlib import Path

import msgspec
import pytest

import newsutils as library

from support import decode

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/expected.jsonl"))


def _line(case: Path) -> str:
    return f"{case.parent.name} {(case / 'args').read_text().strip()}".strip()


def _input(case: Path) -> bytes:
    path = case / "input.jsonl"
    return path.read_bytes() if path.exists() else b""


@pytest.fixture(params=FOLDERS, ids=[f"{path.parent.name}/{path.name}" for path in FOLDERS])
def case(request, monkeypatch):
    monkeypatch.chdir(request.param)
    return request.param


def test_as_library_call(case):
    made = library.pipe(_line(case), decode(_input(case)))
    assert b"".join(msgspec.json.encode(one) + b"\n" for one in made) == (case / "expected.jsonl").read_bytes()


def test_as_command(case, newsutils):
    ran = newsutils(*shlex.split(_line(case)), stdin=_input(case))
    assert (ran.stdout, ran.stderr, ran.returncode) == ((case / "expected.jsonl").read_bytes(), b"", 0)


def test_in_pipe(case, newsutils):
    ran = newsutils("pipe", _line(case), stdin=_input(case))
    assert (ran.stdout, ran.stderr, ran.returncode) == ((case / "expected.jsonl").read_bytes(), b"", 0)


def test_in_two_processes(case, newsutils):
    ran = newsutils("pipe", _line(case), "--jobs", "2", stdin=_input(case))
    if b"takes no --jobs" in ran.stderr:
        assert (ran.stdout, ran.returncode) == (b"", 2)
    else:
        assert (ran.stdout, ran.stderr, ran.returncode) == ((case / "expected.jsonl").read_bytes(), b"", 0)


def test_every_filter_command_has_cases():
    from newsutils.commands import COMMANDS

    with_cases = {path.parent.name for path in FOLDERS}
    assert with_cases == set(COMMANDS) - {"pipe", "schema", "gazetteer", "man"}
