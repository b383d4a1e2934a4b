"""With which characters a rule of the grammar may begin, so that the engine tries it nowhere else."""

import re

_OPENING = re.compile(r"\(\?(:|<?[=!])")
_REPEAT = re.compile(r"\?|\{(\d),\d\}")


def first_characters(pattern: str) -> str:
    """The characters with which a match may begin, sorted.

    Args:
        pattern: single characters, groups without a name, look-arounds, ``|``, ``?`` and ``{m,n}``, nothing else.
    """
    return "".join(sorted(_alternatives(pattern, 0)[0]))


def _alternatives(pattern: str, index: int) -> tuple[set[str], bool, int]:
    """The first characters of alternatives, whether one may be empty, and the offset after them."""
    found, empty, index = _sequence(pattern, index)
    while pattern[index : index + 1] == "|":
        more, empty_too, index = _sequence(pattern, index + 1)
        found, empty = found | more, empty or empty_too
    return found, empty, index


def _sequence(pattern: str, index: int) -> tuple[set[str], bool, int]:
    found: set[str] = set()
    empty = True
    while index < len(pattern) and pattern[index] not in "|)":
        more, empty_too, index = _item(pattern, index)
        if empty:
            found, empty = found | more, empty_too
    return found, empty, index


def _item(pattern: str, index: int) -> tuple[set[str], bool, int]:
    """The same of one character, group or look-around, with its repeat."""
    if opening := _OPENING.match(pattern, index):
        found, empty, index = _alternatives(pattern, opening.end())
        found, empty = (found, empty) if opening[1] == ":" else (set(), True)
    else:
        found, empty = {pattern[index]}, False
    repeat = _REPEAT.match(pattern, index + 1)
    optional = repeat is not None and repeat[1] in (None, "0")
    return found, empty or optional, repeat.end() if repeat else index + 1
