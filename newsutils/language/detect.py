"""The language of a text: its script where that decides, else letter statistics."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from newsutils.language.scripts import count_scripts, languages_by_script, languages_of, main_script, sample_of

UNDETERMINED = "und"

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[^\s@]{1,64}@\S+")
_LATIN = re.compile(r"[A-Za-z]+")


class Detected(msgspec.Struct, frozen=True):
    """A language (BCP 47) and how sure it is, from 0 to 1.

    "und" stands for a text without letters or in no language that is known, "und-" and an ISO 15924 code for a script
    without a known language ("und-Ethi"); their score is 0.
    """

    lang: str
    score: float


def detect_language(text: str, languages: Sequence[str] = ()) -> Detected:
    """The language of a text, judged by some 600 characters of its middle.

    Args:
        text: any text; addresses of pages and mail do not count.
        languages: the only ones it may be in, as ISO 639 codes; all that are known where none is named.

    Raises:
        ValueError: one of `languages` is not known.
    """
    check_known(languages)
    sample = _ADDRESS.sub(" ", sample_of(text))
    counts = count_scripts(sample)
    script = main_script(counts)
    if not script:
        return Detected(UNDETERMINED, 0.0)
    written = languages_of(script)
    candidates = tuple(language for language in written if not languages or language in languages)
    if not candidates:
        return Detected(f"{UNDETERMINED}-{script}", 0.0)
    if len(written) == 1:
        return Detected(candidates[0], _rounded(1 - counts["Latn"] / counts.total()))
    return _by_letters(sample if script == "Latn" else _LATIN.sub(" ", sample), candidates, script)


def _by_letters(sample: str, candidates: tuple[str, ...], script: str) -> Detected:
    from newsutils.language.bayes import most_likely

    found = most_likely(sample, candidates, script)
    return Detected(found[0], _rounded(found[1])) if found else Detected(UNDETERMINED, 0.0)


@cache
def known_languages() -> tuple[str, ...]:
    """The languages that can be told, as ISO 639 codes, sorted."""
    return tuple(sorted({language for languages in languages_by_script().values() for language in languages}))


def check_known(languages: Sequence[str]) -> None:
    """Raise ValueError if one of the languages is not known."""
    for language in languages:
        if language not in known_languages():
            raise ValueError(f"no letter statistics for {language!r}; there are for {' '.join(known_languages())}")


def _rounded(score: float) -> float:
    return round(score, 3)
