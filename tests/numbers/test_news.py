"""Hard news sentences of the tables beside this file: every quantity in them with its meaning, and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newsutils.numbers import Number, extract_numbers

TABLES = [Path(__file__).with_name(name) for name in ("news.txt", "news_languages.txt")]
NONE = "-"


class Row(NamedTuple):
    """What a quantity says, as it is written in the table."""

    text: str
    kind: str
    value: str
    what: str
    role: str


class Sentence(NamedTuple):
    """A sentence and its quantities."""

    lang: str
    text: str
    rows: list[Row]


def sentences() -> Iterator[Sentence]:
    """The sentences of the tables."""
    blocks = (block for table in TABLES for block in table.read_text(encoding="utf-8").split("\n["))
    for block in blocks:
        if block.startswith("#"):
            continue
        head, *rest = block.splitlines()
        lang, text = head.split("] ", 1)
        rows = [Row(*(cell.strip() for cell in line.split("|"))) for line in rest if line.startswith("  ")]
        yield Sentence(lang, text, rows)


def row_of(found: Number) -> Row:
    """A number as the table writes it."""
    what = {"count": found.counted, "money": found.currency, "age": None, "fraction": None}.get(found.kind, found.unit)
    return Row(found.text, found.kind, value_of(found), what or NONE, found.role or NONE)


def value_of(found: Number) -> str:
    """A value with its bound, or a range."""
    if found.bound == "range":
        return f"{shown(found.min)}..{shown(found.max)}"
    value = found.value if found.value is not None else found.min
    return shown(value) if found.bound == "=" else f"{found.bound} {shown(value)}"


def shown(value: float | None) -> str:
    """A number with four decimals at most."""
    return NONE if value is None else str(round(value, 4))


@pytest.mark.parametrize("sentence", list(sentences()), ids=lambda sentence: f"{sentence.lang}: {sentence.text[:40]}")
def test_sentence(sentence: Sentence) -> None:
    found = extract_numbers(sentence.text, sentence.lang)
    assert [row_of(number) for number in found] == sentence.rows
