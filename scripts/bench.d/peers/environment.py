"""An environment for the peers of a benchmark, beside the project's own."""

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newsutils"
INSIDE = "--inside"


def run_with(name: str, packages: Sequence[str]) -> int:
    """Run the script again, with ``--inside``, in an environment that has these packages and newsutils from here.

    The environment is made in the user's cache folder when it is first needed. A package that does not install is
    said and left out.
    """
    folder = CACHE / f"bench-{name}"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        for package in packages:
            if subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=False).returncode:
                print(f"{package} did not install and is left out", file=sys.stderr)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([python, sys.argv[0], *sys.argv[1:], INSIDE], env=environment, check=False).returncode
