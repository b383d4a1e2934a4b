"""The tables that are written by hand, in ``data``."""

from functools import cache
from importlib import resources


@cache
def read_table(name: str, package: str = __package__) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated table in a package's ``data``; lines that start with ``#`` are comments."""
    text = resources.files(package).joinpath(f"data/{name}").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def transliterated() -> frozenset[str]:
    """The countries whose names reach Latin letters in many spellings."""
    return frozenset(code for (line,) in read_table("transliterated.txt") for code in line.split())
