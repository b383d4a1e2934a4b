"""The phrases of news sites' furniture, and a fast way to find them in a line."""

import re
from collections.abc import Sequence
from functools import cache

from newsutils.cleaning.tables import lines_of

_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LONGEST_OPENER = 80
_SIGNS = '.,:"”“'


class Phrases:
    """Phrases that open the tail of a page, and phrases found anywhere in a line of furniture.

    A phrase is found by its first word; one of a script without blanks by trying each.
    """

    def __init__(self, openers: Sequence[str], furniture: Sequence[str]) -> None:
        self._openers, self._wide_openers = _by_first_word(openers)
        self._furniture, self._wide_furniture = _by_first_word(furniture)
        self._firsts = frozenset(self._furniture)

    def opens_tail(self, line: str, words: Sequence[str], wide: bool) -> bool:
        """Does the line, in lower case, begin with an opener and go on for a few words at most?"""
        if not words or len(line) > _LONGEST_OPENER:
            return False
        if wide and line.startswith(self._wide_openers):
            return True
        known = self._openers.get(words[0].strip("!?…"))
        return known is not None and any(_begins(line, phrase) for phrase in known)

    def found_in(self, line: str, words: Sequence[str], wide: bool) -> list[str]:
        """The phrases of furniture in a line, which is in lower case."""
        first = () if self._firsts.isdisjoint(words) else self._firsts.intersection(words)
        found = [phrase for word in first for phrase in self._furniture[word] if phrase in line]
        if wide:
            found += [phrase for phrase in self._wide_furniture if phrase in line]
        return found


@cache
def phrases() -> Phrases:
    """The phrases of the data files."""
    return Phrases(lines_of("tail_openers.txt"), lines_of("furniture_phrases.txt"))


def lower(text: str) -> str:
    """The text in lower case; a Turkish İ becomes one letter, as the phrases have it, and not an i and a dot."""
    lowered = text.lower()
    return lowered if text.isascii() else lowered.replace("i\u0307", "i")


def words_in(lowered: str) -> list[str]:
    """The words of a text in lower case, without the commonest signs around and in them."""
    for sign in _SIGNS:
        lowered = lowered.replace(sign, "")
    return lowered.split()


def opens_tail(line: str) -> bool:
    """Does a line, as it stands on the page, open the tail of a page?"""
    lowered = lower(line[: _LONGEST_OPENER + 1])
    return phrases().opens_tail(lowered, words_in(lowered), wide=not line.isascii())


def holds_phrase(line: str) -> bool:
    """Does a line, as it stands on the page, hold a phrase of furniture?"""
    lowered = lower(line)
    return bool(phrases().found_in(lowered, words_in(lowered), wide=not line.isascii()))


def _by_first_word(known: Sequence[str]) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for phrase in known:
        if not _WITHOUT_BLANKS.search(phrase):
            table.setdefault(words_in(phrase)[0], []).append(phrase)
    return table, tuple(phrase for phrase in known if _WITHOUT_BLANKS.search(phrase))


def _begins(line: str, phrase: str) -> bool:
    return line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalpha()
