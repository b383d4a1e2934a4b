"""Text to tokens: words, runs of digits with their separators, fraction signs and single marks, with their offsets."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

# Vowel signs and other marks that belong to the letter before them, and the joiners within Persian and Indic words.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_FRACTIONS = "¼½¾⅐-⅞"
_LETTERS = rf"(?:[^\W\d_{_FRACTIONS}]+|[{_MARKS}]+)"
_CYRILLIC = "[\u0400-\u052f]"
# To look for what is no blank first, and for plain letters before others, says nothing new but doubles the speed.
TOKEN = re.compile(
    r"((?=\S)(?:[A-Za-z]+(?![A-Za-z\u0080-\U0010ffff])"
    r"|\d+(?:[.,٫٬'’]\d+)*"
    rf"|{_CYRILLIC}+(?:['’‘ʼ]{_CYRILLIC}+)+"
    rf"|{_LETTERS}+"
    rf"|[{_FRACTIONS}]"
    r"|[^\w\s]|_))"
)
# Apostrophes are one, Arabic letters have one form, and Arabic vowel signs are left out.
_VARIANTS = {
    **dict(zip("’‘ʼأإآٱىةؤئ", "'''ااااي\u0647وي", strict=True)),
    **dict.fromkeys("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670", ""),
}
_VARIANT = re.compile(f"[{''.join(_VARIANTS)}]")


class Tokens:
    """The tokens of a text: as they stand (``raw``), folded for look-up (``words``), and where they start and end."""

    __slots__ = ("_gaps", "ends", "raw", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """The tokens of ``text[start:end]``; their offsets are those of the whole text."""
        self.text = text
        part = text[start:end]
        pieces = TOKEN.split(part)  # gap, token, gap, ... token, gap
        offsets = list(accumulate(map(len, pieces), initial=start))
        self.raw = pieces[1::2]
        self._gaps = pieces[::2]
        self._gaps[0] = self._gaps[-1] = "\n"
        self.starts = offsets[1:-1:2]
        self.ends = offsets[2::2]
        self.words = list(map(str.lower if part.isascii() else fold, self.raw))

    def __len__(self) -> int:
        return len(self.raw)

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < index < len(self._gaps) and not self._gaps[index]

    def word(self, index: int) -> str:
        """The folded token at an index, "" where there is none."""
        try:
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def gap(self, index: int) -> str:
        """What stands between this token and the one before it."""
        return self._gaps[index] if 0 < index < len(self._gaps) else "\n"


def fold(token: str) -> str:
    """A token as the word lists have it: lower case, composed, apostrophes straight, Arabic letters in one form."""
    return token.lower() if token.isascii() else _fold_letters(token)


def fold_text(text: str) -> str:
    """As ``fold``, for texts that will not come again."""
    return text.lower() if text.isascii() else _fold_letters.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _fold_letters(token: str) -> str:
    folded = unicodedata.normalize("NFC", token).lower()
    return _VARIANT.sub(lambda found: _VARIANTS[found[0]], folded) or folded  # a vowel sign that stands alone stays


def folded_words(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase of a word list."""
    return tuple(fold(match[0]) for match in TOKEN.finditer(phrase))


def raw_words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase whose case matters, such as the symbol of a unit."""
    return tuple(match[0] for match in TOKEN.finditer(phrase))
