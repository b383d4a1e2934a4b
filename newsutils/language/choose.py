"""The language whose rules to use for a record: cheap, without letter statistics."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from newsutils.language.scripts import count_scripts, languages_of, main_script, sample_of
from newsutils.language.tables import rows

OWN_LETTERS_SHARE = 0.02


def language_of(record: Mapping[str, Any], default: str | None, text: str) -> str:
    """The language to read a record in, as a primary subtag ("en", "ar", "zh"); "" for unknown.

    The record's own `lang` decides, else `default`, else the script of the text where that names one language.
    """
    known = record.get("lang")
    return primary_subtag(known if isinstance(known, str) else "") or primary_subtag(default or "") or by_script(text)


def primary_subtag(tag: str) -> str:
    """The language of a BCP 47 tag: "zh-Hant-TW" gives "zh"; "und" and "und-Ethi" give ""."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return "" if language == "und" else language


def by_script(text: str) -> str:
    """The language that a text's letters alone speak for, "" for Latin ones, which speak for none."""
    sample = sample_of(text)
    if sample.isascii():
        return ""
    counts = count_scripts(sample)
    script = main_script(counts)
    if script == "Latn":
        return ""
    candidates = languages_of(script)
    return _by_own_letters(sample, candidates, counts.total()) or next(iter(candidates), "")


def _by_own_letters(sample: str, candidates: tuple[str, ...], letters: int) -> str:
    if len(candidates) < 2:
        return ""
    counts = Counter(sample)
    for language, own in _letters_of_languages().items():
        if language in candidates and sum(counts[letter] for letter in own) >= OWN_LETTERS_SHARE * letters:
            return language
    return ""


@cache
def _letters_of_languages() -> dict[str, frozenset[str]]:
    return {language: frozenset(letters) for language, letters in rows("letters.tsv")}
