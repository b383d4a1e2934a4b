"""Whether a clause speaks of the past or of the future, read from the words around a date.

A date without its year, or a day of the week, has two readings, the last and the next. News tells of the past; a word
of the future near it in the same sentence ("will", "scheduled", "until") turns the reading.
"""

import re
from functools import cache
from importlib.resources import files

from newsutils.dates.lexicon import MARKS

REACH = 120
_SENTENCE_END = re.compile(r"(?<!\b\w)[.!?…।؟][\"'”’)]?\s+(?=[^\W\d_a-zа-яё])|\n")


def direction(text: str, start: int, end: int, lang: str) -> int:
    """-1 for a clause of the past, 1 for one of the future, 0 where nothing tells.

    The signal nearest before ``text[start:end]`` in its sentence decides, else the one nearest after it, at most
    ``REACH`` characters away; a hint decides only where there is nothing else.
    """
    signals = _signals(lang)
    behind = _SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    ahead = _SENTENCE_END.split(text[end : end + REACH])[0]
    found = [(False, len(behind) - match.end(), str(match.lastgroup)) for match in signals.finditer(behind)]
    found += [(True, match.start(), str(match.lastgroup)) for match in signals.finditer(ahead)]
    found = [signal for signal in found if signal[2] != "other"]
    if not found:
        return 0
    _, _, _, tense = min((name.startswith("hint"), after, distance, name) for after, distance, name in found)
    return 1 if tense.endswith("future") else -1


@cache
def _signals(lang: str) -> re.Pattern[str]:
    """The signals of a language as one pattern with the groups ``future`` and ``past``."""
    lang = lang or "en"
    text = files(__package__).joinpath("data/tense.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.startswith(f"{lang}\t")]
    groups = [f"(?P<{tense}>{'|'.join(map(_form, forms.split(' | ')))})" for _, tense, forms in rows]
    bounded = rf"(?<![\w{MARKS}])(?:{'|'.join(groups)})(?![\w{MARKS}])"
    return re.compile(bounded if groups else r"(?!)", re.IGNORECASE)


def _form(form: str) -> str:
    return re.escape(form).replace(r"\*", rf"[\w{MARKS}]{{1,20}}").replace(r"\ ", r"\s{1,3}").replace("'", "['’]")
