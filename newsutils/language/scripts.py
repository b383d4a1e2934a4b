"""The scripts of a text, counted on a bounded sample of its letters."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

SAMPLE_LENGTH = 600

# Shares of the letters from which on a text is in the language of these scripts: Japanese mixes its kana with Han
# characters, Korean and Chinese mix theirs with Latin names. In this order, the first that holds decides.
MIXED_SCRIPTS = (("Kana", 0.1), ("Hang", 0.3), ("Hani", 0.3))


class Block(msgspec.Struct, frozen=True):
    """A range of letters: code points from first to last, both inside, the script and the languages written in it."""

    first: int
    last: int
    script: str
    languages: tuple[str, ...]


def sample_of(text: str, length: int = SAMPLE_LENGTH) -> str:
    """The middle of a text, at most `length` characters: a head holds datelines and names, a tail links."""
    start = max(0, (len(text) - length) // 2)
    return text[start : start + length]


def count_scripts(sample: str) -> Counter[str]:
    """How many letters of each script (an ISO 15924 code) a text holds; what is no letter of a script is left out."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(sample).items():
        script = script_of(letter)
        if script:
            counts[script] += count
    return counts


@cache
def script_of(letter: str) -> str:
    """The ISO 15924 code of a letter's script, "" for any other character."""
    starts, blocks = _blocks()
    place = bisect_right(starts, ord(letter)) - 1
    known = place >= 0 and ord(letter) <= blocks[place].last and letter.isalpha()
    return blocks[place].script if known else ""


def main_script(counts: Counter[str]) -> str:
    """The script that decides on a text's language, "" where there are no letters."""
    letters = counts.total()
    for script, share in MIXED_SCRIPTS:
        if counts[script] > share * letters:
            return script
    return max(counts, key=lambda script: (counts[script], script), default="")


@cache
def languages_of(script: str) -> tuple[str, ...]:
    """The languages with a profile that are written in a script, the first the most common one; () where none is."""
    return next((block.languages for block in _blocks()[1] if block.script == script), ())


@cache
def letters_of_languages() -> dict[str, frozenset[str]]:
    """The letters that tell a language from the others of its script, the more telling languages first."""
    return {language: frozenset(letters) for language, letters in _rows("letters.tsv")}


@cache
def _blocks() -> tuple[list[int], list[Block]]:
    blocks = [
        Block(int(first, 16), int(last, 16), script, () if languages == "-" else tuple(languages.split()))
        for first, last, script, languages in _rows("scripts.tsv")
    ]
    return [block.first for block in blocks], blocks


def _rows(name: str) -> Iterator[list[str]]:
    table = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
