"""The same bytes wherever it is run, and what it can tell of a run."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from support import PROGRAM, decode

OPTIONS = {"sleep": 0.0, "work": 0.0, "name": "letters"}
LINES = '{"text":"Übung — 東京"}\n{"text":"b"}\n'.encode() * 50


def test_same_bytes_in_any_surroundings(newsutils, way, tmp_path):
    plain = newsutils(*way, stdin=LINES).stdout
    bare = {name: os.environ[name] for name in ("PATH", "PYTHONPATH")}
    for changed in (
        {"PYTHONUNBUFFERED": "1"},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kolkata"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {},
    ):
        ran = newsutils(*way, stdin=LINES, env={**bare, **changed})
        assert (ran.stdout, ran.stderr, ran.returncode) == (plain, b"", 0)


def test_read_only_folder_and_no_home_leave_no_trace(newsutils, way, tmp_path):
    tmp_path.chmod(0o555)
    ran = newsutils(*way, stdin=LINES, cwd=tmp_path, env={"PATH": os.environ["PATH"], **_path()})
    assert ran.returncode == 0
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("closing", "code", "count"), [("<&-", 2, 0), ("2>&-", 0, 100), (">&-", 74, 0), ("2>&- <&-", 2, 0)]
)
def test_closed_streams_raise_no_traceback(shell, way, closing, code, count, tmp_path):
    (tmp_path / "in").write_bytes(LINES)
    ran = shell(f"cat in | {' '.join(PROGRAM)} {' '.join(way)} {closing}", cwd=tmp_path)
    assert ran.returncode == code
    assert ran.stdout.count(b"\n") == count
    assert b"Traceback" not in ran.stderr


def test_closed_standard_error_hides_messages_not_failures(shell, way, tmp_path):
    ran = shell(f'printf \'nonsense\\n{{"text":"a"}}\' | {" ".join(PROGRAM)} {" ".join(way)} 2>&-', cwd=tmp_path)
    assert ran.returncode == 1
    assert len(decode(ran.stdout)) == 1


def test_provenance_says_what_was_done(newsutils):
    ran = newsutils("pipe", "letters --sleep 0 | words", "--provenance", stdin=b'{"text":"a"}\n')
    [made] = decode(ran.stdout)
    assert [one["command"] for one in made["provenance"]] == ["words"]
    [made] = decode(newsutils("pipe", "letters | running-number", "--provenance", stdin=b'{"text":"a"}\n').stdout)
    assert [one["command"] for one in made["provenance"]] == ["letters", "running-number"]
    [made] = decode(newsutils("letters", "--provenance", stdin=b'{"text":"a"}\n').stdout)
    assert made["provenance"] == [{"command": "letters", "version": "0.1.0", "options": OPTIONS}]


def test_stats_count_and_time_the_stages(newsutils, way, tmp_path):
    stats = tmp_path / "stats.json"
    lines = LINES + b'{"text":"refuse"}\nnonsense\n{"text":"drop"}\n'
    ran = newsutils(*way, "--stats", str(stats), stdin=lines)
    said = json.loads(stats.read_text())
    assert said["bytes_in"] == len(lines)
    assert said["bytes_out"] == len(ran.stdout)
    assert said["errors"] == 2
    assert 0 < said["cpu_seconds"] < 20
    [stage] = said["stages"]
    assert (stage["command"], stage["records_in"], stage["records_out"], stage["errors"]) == ("letters", 102, 100, 1)
    assert 0 < stage["cpu_seconds"] <= said["cpu_seconds"]


def test_progress_is_shown_to_a_person_and_to_nobody_else(way, tmp_path):
    (tmp_path / "in").write_bytes(LINES * 100)
    command = [*PROGRAM, *way, str(tmp_path / "in")]
    assert b"B/s" in _seen_at_a_terminal(command)
    assert _seen_at_a_terminal([*command, "--quiet"]) == b""


def _seen_at_a_terminal(command) -> bytes:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 4096):
            seen += part
    except OSError:
        pass
    os.close(ours)
    return seen


def test_help_comes_at_once_if_a_person_forgot_the_input():
    ours, theirs = pty.openpty()
    ran = subprocess.run([*PROGRAM, "letters"], stdin=theirs, capture_output=True, timeout=20)
    os.close(ours)
    os.close(theirs)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"Usage: newsutils letters")


def test_options_can_come_from_the_environment(newsutils, monkeypatch):
    monkeypatch.setenv("NEWSUTILS_LETTERS_SLEEP", "-1")
    assert newsutils("letters", stdin=LINES).returncode == 2
    assert newsutils("pipe", "letters", stdin=LINES).returncode == 2
    assert newsutils("letters", "--sleep", "0", stdin=LINES).returncode == 0


def test_shell_completion_knows_the_commands(newsutils, monkeypatch):
    for name, value in {
        "_NEWSUTILS_COMPLETE": "bash_complete",
        "COMP_WORDS": "newsutils spl",
        "COMP_CWORD": "1",
    }.items():
        monkeypatch.setenv(name, value)
    assert b"split-sentences" in newsutils().stdout


def test_plugin_help(newsutils):
    assert b"Count the letters" in newsutils("letters", "--help").stdout


@pytest.mark.slow
def test_plugin_can_be_installed(tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["setuptools>=64"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "shouting"\nversion = "1"\n'
        '[project.entry-points."newsutils.commands"]\nshout = "shouting:command"\n'
        '[tool.setuptools]\npy-modules = ["shouting"]\n'
    )
    (tmp_path / "shouting.py").write_text(
        "import click\nfrom newsutils.commands.base import FilterCommand\nfrom newsutils.filter import Annotate\n"
        "@click.command('shout', cls=FilterCommand)\ndef command():\n    'Make it loud.'\n"
        "    return Annotate('shout', 'shouting:make')\n"
        "def make():\n    return lambda record: {'text': record['text'].upper()}\n"
    )
    site = tmp_path / "site"
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--target", site, tmp_path], check=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    ran = subprocess.run([*PROGRAM, "shout"], input=b'{"text":"a"}', capture_output=True, env=environment)
    assert ran.stdout == b'{"text":"A"}\n'


def _path() -> dict[str, str]:
    return {"PYTHONPATH": os.environ["PYTHONPATH"]}
