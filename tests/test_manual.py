"""The manual pages say what the help says, in a form that `man` takes."""

import os
import shutil
import subprocess

import pytest

from newsutils.commands import COMMANDS


def test_pages_of_all_commands_are_written(newsutils, tmp_path):
    assert newsutils("man", "--write", str(tmp_path / "man1")).returncode == 0
    pages = {path.name: path.read_text() for path in (tmp_path / "man1").iterdir()}
    assert set(pages) == {"newsutils.1", *(f"newsutils-{name}.1" for name in COMMANDS)}
    for name, line in COMMANDS.items():
        assert f"newsutils\\-{name.replace('-', chr(92) + '-')} \\- {line}" in pages[f"newsutils-{name}.1"]


def test_page_holds_description_options_and_conventions(newsutils):
    page = newsutils("man", "extract-numbers").stdout.decode()
    for said in (".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", r".B \-j, \-\-jobs N", "are one range", ".SH SEE ALSO"):
        assert said in page
    whole = newsutils("man").stdout.decode()
    for said in (".SH COMMANDS", "Exit codes:", "of a key that comes twice, the last counts", "_NEWSUTILS_COMPLETE"):
        assert said in whole
    assert r".B \-\-alternate\-names" in newsutils("man", "gazetteer").stdout.decode()


def test_page_of_another_package(newsutils, plugin):
    assert b"Count the letters" in newsutils("man", "letters").stdout


def test_what_has_no_page_or_no_folder_is_a_usage_error(newsutils):
    for arguments in (["no-such-command"], ["--write", "/dev/null/man1"]):
        ran = newsutils("man", *arguments)
        assert (ran.returncode, ran.stdout) == (2, b"")
        assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["newsutils", "newsutils-extract-numbers", "newsutils-gazetteer"])
def test_man_takes_the_pages(newsutils, name, tmp_path):
    if not shutil.which("man") or not shutil.which("groff"):
        pytest.skip("man and groff are not here")
    newsutils("man", "--write", str(tmp_path / "man1"))
    shown = subprocess.run(
        ["man", "--warnings", name],
        env={**os.environ, "MANPATH": str(tmp_path), "MANPAGER": "cat"},
        capture_output=True,
    )
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b"SYNOPSIS" in shown.stdout
