"""The grammar of date expressions, compiled to one regular expression over classes of words.

Every class is one character, so that a text becomes a short string of classes and a rule an ordinary pattern on it.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsutils.dates.first import first_characters

_SYMBOL = re.compile(r"[a-z_]+|[A-Z_]+|\(\?(?:=|!|<=|<!)|[(),\-/|]|\?|\{\d,\d\}")

# No expression is made of words of these classes, numbers of other than four digits and marks alone, nor of numerals.
EMPTY_CLASSES = frozenset(
    {"the", "a", "of", "in", "after_in", "on", "and", "to", "before", "approx", "more", "less", "few", "card"}
    | {"kind_of", "andhalf", "label", "thing", "nodate"}
)


class Grammar(NamedTuple):
    """The character of each class, the rules as one pattern with a named group each, and the kind of each rule."""

    classes: dict[str, str]
    pattern: re.Pattern[str]
    kinds: dict[str, str]
    other: str = "."


@cache
def grammar() -> Grammar:
    """The grammar of ``data/grammar.txt``."""
    classes: dict[str, str] = {}
    shorthands: dict[str, str] = {}
    kinds: dict[str, str] = {}
    rules: list[str] = []
    for line in _lines():
        head, mark, body = re.split(r"(:| =)", line, maxsplit=1)
        pattern = _translated(body, shorthands, classes)
        if mark == ":":
            name, kind = head.split()
            kinds[name] = kind
            rules.append(f"(?=[{first_characters(pattern)}])(?P<{name}>{pattern})")
        else:
            shorthands[head.strip()] = f"(?:{pattern})"
    return Grammar(classes, re.compile(f"{shorthands['START']}(?:{'|'.join(rules)})"), kinds)


def _lines() -> list[str]:
    text = files(__package__).joinpath("data/grammar.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _translated(body: str, shorthands: dict[str, str], classes: dict[str, str]) -> str:
    """A pattern over names as a pattern over characters; a class seen first here gets its character."""
    return "".join(_symbol(symbol, shorthands, classes) for symbol in _SYMBOL.findall(body))


def _symbol(symbol: str, shorthands: dict[str, str], classes: dict[str, str]) -> str:
    if symbol == "(":
        return "(?:"
    if symbol in shorthands:
        return shorthands[symbol]
    if symbol.islower() or symbol in ",-/":
        return classes.setdefault(symbol, chr(0x100 + len(classes)))
    return symbol
