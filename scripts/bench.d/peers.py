"""An environment for the peers of a benchmark, beside the project's own, and the options that benchmarks share."""

import argparse
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

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


def compare(
    name: str,
    about: str,
    packages: Sequence[str],
    report: Callable[..., None],
    *,
    options: Sequence[tuple[str, dict[str, Any]]] = (),
    before: Callable[[list[Path]], None] = lambda _: None,
) -> None:
    """The command line of a benchmark: gold goes to its report, made in the environment of the peers.

    Args:
        name: the folder of the benchmark.
        about: what ``--help`` says.
        packages: what the peers and newsutils need there.
        report: called with the gold's paths and the options.
        options: each a name and what argparse is told of it.
        before: called with the gold's paths outside of that environment.
    """
    parser = argparse.ArgumentParser(prog=f"scripts/bench {name}", description=about)
    parser.add_argument("gold", nargs="+", type=Path)
    for option, attributes in options:
        parser.add_argument(option, **attributes)
    parser.add_argument(INSIDE, action="store_true", help=argparse.SUPPRESS)
    asked = vars(parser.parse_args())
    gold = asked.pop("gold")
    if asked.pop("inside"):
        return report(gold, **asked)
    before(gold)
    return sys.exit(_run_with(name, packages))


def sample(size: int) -> tuple[str, dict[str, Any]]:
    """The option that says on how many characters to time each peer; `size` if it is not given."""
    return "--sample", {"type": int, "default": size, "help": "characters to time each on"}


def _run_with(name: str, packages: Sequence[str]) -> int:
    """Run the script again, with ``--inside``, by the interpreter that has these packages and newsutils from here."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parent}"}
    command = [interpreter(name, packages), *sys.argv, INSIDE]
    return subprocess.run(command, env=environment, check=False).returncode
