"""Imports run one way: cli, commands, filter, libraries, record; and the stream knows no command and no library."""

import ast
from pathlib import Path

import pytest

from support import ROOT

PACKAGE = ROOT / "newsutils"
LIBRARIES = {"reading", "cleaning", "language", "sentences", "places", "numbers", "dates", "duplicates"}
MODULES = sorted(PACKAGE.rglob("*.py"))

ABOVE = {"cli", "commands", "filter", "stream", "pipeline"}
FORBIDDEN = {
    "record": LIBRARIES | ABOVE | {"annotation"},
    "annotation": LIBRARIES | ABOVE,
    "filter": LIBRARIES | {"cli", "commands", "stream", "pipeline"},
    "stream": LIBRARIES | {"cli", "commands", "pipeline"},
    "commands": LIBRARIES | {"cli", "pipeline"},
    **{library: ABOVE for library in LIBRARIES},
}
NO_LIBRARY_IMPORTS = {"click", "sys", "os", "subprocess", "multiprocessing", "time", "socket", "jsonlines", "tqdm"}


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_down(path):
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("newsutils.")}
    assert not ours & FORBIDDEN.get(part, set())


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_libraries_do_no_io(library):
    for path in (PACKAGE / library).rglob("*.py"):
        assert not {name.split(".")[0] for name in _imports(path)} & NO_LIBRARY_IMPORTS, path
