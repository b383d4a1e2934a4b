"""News whose places are marked: rows of a language and a text with [[ ]] around each, and how many are found."""

import re
from collections.abc import Iterable
from pathlib import Path

from newsutils.places import extract_places

_MARK = re.compile(r"\[\[(.+?)\]\]")


def marked_rows(path: Path) -> list[list[str]]:
    """The language and the text of each row of a file; lines that start with ``#`` are comments."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]


def recall_and_precision(rows: Iterable[list[str]]) -> tuple[float, float]:
    """The share of the marked places that are found, and of those found that are marked."""
    marked = told = right = 0
    for lang, line in rows:
        wanted = _MARK.findall(line)
        found = [place.text for place in extract_places(_MARK.sub(r"\1", line), lang)]
        marked, told = marked + len(wanted), told + len(found)
        right += len(set(wanted) & set(found))
    return right / marked, right / told
