"""Letter statistics of languages: how likely each has each sequence of one to three letters.

The counts are the profiles that langdetect carries, made from Wikipedia; so are the rules by which a character becomes
a letter of a profile. https://github.com/Mimino666/langdetect, after N. Shuyo, "Language Detection Library for Java".
"""

from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, NamedTuple

import msgspec
import numpy as np
from langdetect.utils.ngram import NGram

SMOOTHING = 0.5 / 10_000  # langdetect's alpha over its base frequency: what a sequence that a profile lacks counts as
LONGEST_SEQUENCE = 3


class Profiles(NamedTuple):
    """The statistics of some languages.

    `rows` gives the row of a sequence, `likelihood` the natural logarithm of its share in each language, a column each;
    the last row stands for every sequence that no language has. `expected` is the mean of that logarithm over the
    three-letter sequences within words that a text of each language is to have.
    """

    languages: tuple[str, ...]
    rows: dict[str, int]
    likelihood: np.ndarray[Any, np.dtype[np.float32]]
    expected: np.ndarray[Any, np.dtype[np.float64]]


@lru_cache(maxsize=8)
def load_profiles(languages: tuple[str, ...]) -> Profiles:
    """Read the profiles of these languages; about 4 ms each."""
    shares = [_shares(language) for language in languages]
    rows = {sequence: row for row, sequence in enumerate(dict.fromkeys(chain.from_iterable(shares)))}
    table = np.zeros((len(rows) + 1, len(languages)), dtype=np.float32)
    for column, share in enumerate(shares):
        table[[rows[sequence] for sequence in share], column] = list(share.values())
    likelihood = np.log(table + np.float32(SMOOTHING))
    within = [row for sequence, row in rows.items() if len(sequence) == LONGEST_SEQUENCE and sequence[1] != " "]
    certain = table[within] / np.maximum(table[within].sum(axis=0), SMOOTHING)
    return Profiles(languages, rows, likelihood, (certain * likelihood[within]).sum(axis=0, dtype=np.float64))


def _shares(language: str) -> dict[str, float]:
    profile = msgspec.json.decode((files("langdetect") / "profiles" / language).read_bytes())
    totals = profile["n_words"]
    return {
        sequence: count / totals[len(sequence) - 1]
        for sequence, count in profile["freq"].items()
        if len(sequence) <= LONGEST_SEQUENCE
    }


def letters_only(text: str) -> str:
    """The text in lower case as the profiles spell it: words of letters, each between single blanks."""
    spelled = NGram.normalize_vi(text.lower()).translate(_spelling())
    return f" {' '.join(spelled.split())} "


def sequences(letters: str) -> list[str]:
    """All runs of one to three characters; a blank stands for a word's edge, and those that span one count for none."""
    return [letters[start : start + size] for size in (1, 2, 3) for start in range(len(letters) - size + 1)]


class _Spelling(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = NGram.normalize(chr(code))
        return self[code]


@cache
def _spelling() -> _Spelling:
    return _Spelling()
