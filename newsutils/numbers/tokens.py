"""Text to tokens: words, runs of digits with their separators, fraction signs and single marks, with their offsets."""

import re
import unicodedata
from functools import lru_cache

# Vowel signs and other marks that belong to the letter before them, and the joiners within Persian and Indic words.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_FRACTIONS = "¼½¾⅐-⅞"
_LETTER = rf"(?:[^\W\d_{_FRACTIONS}]|[{_MARKS}])"
_CYRILLIC = "[\u0400-\u052f]"
TOKEN = re.compile(
    rf"\d+(?:[.,٫٬'’]\d+)*"
    rf"|{_CYRILLIC}+(?:['’‘ʼ]{_CYRILLIC}+)+"
    rf"|{_LETTER}+"
    rf"|[{_FRACTIONS}]"
    r"|[^\w\s]|_"
)
_ARABIC_VARIANTS = str.maketrans(
    "أإآٱىةؤئ", "ااااي\u0647وي", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


class Tokens:
    """The tokens of a text: as they stand (``raw``), folded for look-up (``words``), and where they start and end."""

    __slots__ = ("ends", "raw", "starts", "text", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """The tokens of ``text[start:end]``; their offsets are those of the whole text."""
        self.text = text
        matches = list(TOKEN.finditer(text, start, len(text) if end is None else end))
        self.raw = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.words = list(map(str.lower if text.isascii() else fold, self.raw))

    def __len__(self) -> int:
        return len(self.raw)

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < index < len(self.raw) and self.starts[index] == self.ends[index - 1]

    def word(self, index: int) -> str:
        """The folded token at an index, "" where there is none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """What stands between this token and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.raw) else "\n"


def fold(token: str) -> str:
    """A token as the word lists have it: lower case, composed, apostrophes straight, Arabic letters in one form."""
    return token.lower() if token.isascii() else _fold_letters(token)


def fold_text(text: str) -> str:
    """As ``fold``, for texts that will not come again."""
    return text.lower() if text.isascii() else _fold_letters.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _fold_letters(token: str) -> str:
    folded = unicodedata.normalize("NFC", token).lower().translate(_APOSTROPHES)
    return folded.translate(_ARABIC_VARIANTS)


def folded_words(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a phrase of a word list."""
    return tuple(fold(match[0]) for match in TOKEN.finditer(phrase))


def raw_words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase whose case matters, such as the symbol of a unit."""
    return tuple(match[0] for match in TOKEN.finditer(phrase))
