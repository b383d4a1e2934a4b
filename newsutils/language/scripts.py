"""The scripts of a text, counted on a bounded sample of its letters."""

from bisect import bisect_right
from collections import Counter
from functools import cache

from newsutils.language.tables import rows

SAMPLE_LENGTH = 600

# Text in any script carries Latin names, Japanese is mixed of kana and Han characters, Korean may hold Han ones: the
# first of these scripts that has more than its share of the letters decides, then any other that has OTHER_SHARE.
SHARES = (("Kana", 0.1), ("Hang", 0.3))
OTHER_SHARE = 0.3


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
    if place < 0 or not letter.isalpha():
        return ""
    last, script = blocks[place]
    return script if ord(letter) <= last else ""


def main_script(counts: Counter[str]) -> str:
    """The script that decides on a text's language, "" where there are no letters."""
    letters = counts.total()
    for script, share in SHARES:
        if counts[script] > share * letters:
            return script
    return max(counts, key=lambda script: _rank(script, counts[script], letters), default="")


def _rank(script: str, count: int, letters: int) -> tuple[bool, int, str]:
    return script != "Latn" and count > OTHER_SHARE * letters, count, script


def languages_of(script: str) -> tuple[str, ...]:
    """The languages written in a script that there are letter statistics for; () where there are none."""
    return languages_by_script().get(script, ())


@cache
def languages_by_script() -> dict[str, tuple[str, ...]]:
    """Each script's languages, the one that most news in the script is written in first."""
    return {script: tuple(languages.split()) for script, languages in rows("scripts.tsv")}


@cache
def _blocks() -> tuple[list[int], list[tuple[int, str]]]:
    blocks = [(int(first, 16), int(last, 16), script) for first, last, script in rows("blocks.tsv")]
    return [first for first, _, _ in blocks], [(last, script) for _, last, script in blocks]
