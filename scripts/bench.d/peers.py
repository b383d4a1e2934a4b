"""An environment for the peers of a benchmark, beside the project's own."""

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newsutils"
INSIDE = "--inside"


def interpreter(name: str, packages: Sequence[str]) -> Path:
    """The Python of an environment that has these packages.

    It is made in the user's cache folder when it is first needed. A package that does not install is said and left out.
    """
    folder = CACHE / f"bench-{name}"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in packages:
            if subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=False).returncode:
                print(f"{package} did not install and is left out", file=sys.stderr)
    return python


def run_with(name: str, packages: Sequence[str]) -> int:
    """Run the script again, with ``--inside``, by the interpreter that has these packages and newsutils from here."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
    command = [interpreter(name, packages), *sys.argv, INSIDE]
    return subprocess.run(command, env=environment, check=False).returncode
