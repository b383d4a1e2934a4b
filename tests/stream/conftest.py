"""The ways to run one filter over one stream: alone, in two worker processes, in ``pipe``, and both."""

import subprocess
from contextlib import suppress

import pytest

from support import PROGRAM

WAYS = {
    "serial": ("letters",),
    "jobs": ("letters", "--jobs", "2"),
    "pipe": ("pipe", "letters"),
    "pipe-jobs": ("pipe", "letters", "--jobs", "2"),
}


@pytest.fixture(autouse=True)
def _plugin(plugin):
    """All filters of the tests of the stream are those of the plugin."""


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def way(request):
    """The arguments that run the filter ``letters`` in one of the ways."""
    return request.param


@pytest.fixture
def started():
    """Start the program with pipes; it is ended with the test."""
    running = []

    def start(*arguments, **options):
        process = subprocess.Popen(
            [*PROGRAM, *arguments],
            **{"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        with suppress(BrokenPipeError), process:  # closes its pipes
            pass
