"""The ways to run one filter over one stream: alone, in two worker processes, in ``pipe``, and both."""

import os
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent / "plugin"
WAYS = {
    "serial": ("letters",),
    "jobs": ("letters", "--jobs", "2"),
    "pipe": ("pipe", "letters"),
    "pipe-jobs": ("pipe", "letters", "--jobs", "2"),
}


@pytest.fixture(autouse=True)
def _plugin(monkeypatch):
    before = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(PLUGIN), before])))


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def way(request):
    """The arguments that run the filter ``letters`` in one of the ways."""
    return request.param
