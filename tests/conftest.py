"""How tests run the real program."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support import PROGRAM, ROOT


def pytest_configure() -> None:
    """Take back the signals that a run in the background was told to ignore: the programs under test must not."""
    for number, handler in {signal.SIGINT: signal.default_int_handler, signal.SIGHUP: signal.SIG_DFL}.items():
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


@pytest.fixture(scope="session")
def newsutils() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run ``newsutils ARGUMENTS`` with bytes on standard input."""

    def run(*arguments: str, stdin: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*PROGRAM, *arguments], input=stdin, capture_output=True, timeout=60, **options)

    return run


@pytest.fixture
def plugin(monkeypatch):
    """Make the commands of ``tests/plugin`` known to the program."""
    known = [str(ROOT / "tests" / "plugin"), os.environ.get("PYTHONPATH")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, known)))


@pytest.fixture(scope="session")
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a line of bash in which ``newsutils`` is the program."""
    bin_folder = Path(sys.executable).parent

    def run(line: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}", **options.pop("env", {})}
        return subprocess.run(
            ["bash", "-c", line], capture_output=True, timeout=60, env=environment, **{"input": b"", **options}
        )

    return run
