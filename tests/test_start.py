"""The price of starting stays near the least there is."""

import resource
import subprocess
import sys

import pytest

from support import PROGRAM

BARE = """
import click
@click.command()
@click.option("--number", default=1, help="A number.")
def main(number):
    "A bare program."
main()
"""


def _cpu(command) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("pipe", "--help")], ids=" ".join)
def test_help_costs_little_more_than_a_bare_click_program(arguments):
    ours, bare = [], []
    for _ in range(9):
        ours.append(_cpu([*PROGRAM, *arguments]))
        bare.append(_cpu([sys.executable, "-c", BARE, "--help"]))
    assert sorted(ours)[4] < 1.5 * sorted(bare)[4]
