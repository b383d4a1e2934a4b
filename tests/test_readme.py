"""The README is true: its examples run, its table is that of the commands."""

import re
import shutil

import pytest

from newsutils.commands import COMMANDS

from support import ROOT

README = (ROOT / "README.md").read_text()
EXAMPLES = re.findall(r"^```console\n\$ (.+?)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("line", "shown"), EXAMPLES, ids=[line for line, _ in EXAMPLES])
def test_examples_give_what_they_show(shell, line, shown):
    if "jq" in line and not shutil.which("jq"):
        pytest.skip("jq is not here")
    assert shell(line, cwd=ROOT).stdout.decode() == shown


def test_examples_are_there():
    assert len(EXAMPLES) >= 2


def test_table_is_that_of_the_commands():
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", README, re.MULTILINE)
    assert dict(rows) == COMMANDS
