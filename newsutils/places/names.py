"""Keys of names: what is left of a name when spelling that does not tell places apart is taken away.

The *name key* is exact but for case, accents, apostrophes, hyphens and a few short forms ("St." is "Saint"). The
*skeleton* folds the ways in which Arabic and its neighbours are written in Latin letters ("Deir Ezzor", "Dayr az
Zawr"); it confuses more, so it is used only where the document itself speaks for a country.
"""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ`´ʿʾ.][^\W_]+)*\.?")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʿʾ.ـ"))
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ə": "a"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ё": "е", "ґ": "г"}
)
_SHORT_FORMS = {"saint": "st", "mount": "mt", "fort": "ft", "sankt": "st", "sainte": "ste"}
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ad",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "an",
        "ath",
        "adh",
        "ed",
        "er",
        "es",
        "esh",
        "et",
        "ez",
        "en",
        "il",
        "l",
    ]
)
_GLUED_ARTICLE = re.compile(r"^[aei](?=(?:(ss|zz|rr|dd|tt|nn|shsh)|sh?sh))")
_FOLDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"q|ck|c(?![h])", "k"),
        (r"gh", "g"),
        (r"dh|ḏ", "d"),
        (r"th", "t"),
        (r"ch|tch", "sh"),
        (r"dj", "j"),
        (r"(?:i|y)*(?:ya|ia|ye|ie|iyye|yye)h?$", "ia"),
        (r"[ae]h?$", "a"),
        (r"a[iy]|e[iy]|ee|[iy]+|e", "i"),
        (r"a[uw]|o[uw]|oo|[ouw]+", "u"),
        (r"i+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=1 << 16)
def token_key(token: str) -> str:
    """The key of one word: lower case, without accents, apostrophes and inner dots.

    A dot at the end of an abbreviation stays where it alone tells it from a word ("Miss." is not "Miss").
    """
    if token.isascii() and token.isalnum():
        plain = token.lower()
        return _SHORT_FORMS.get(plain, plain)
    dotted = token.endswith(".") and token.count(".") == 1 and len(token) > 2
    plain = unicodedata.normalize("NFKD", token.casefold().translate(_APOSTROPHES).translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)) if not plain.isascii() else plain
    short = _SHORT_FORMS.get(plain, plain)
    return short + "." if dotted and short not in ("st", "mt", "ft", "ste") else short


def name_key(name: str) -> str:
    """The key of a name: the keys of its words, with a space between them."""
    return " ".join(filter(None, map(token_key, WORD.findall(name))))


def is_latin(word: str) -> bool:
    """Whether a word begins with a Latin letter, or what stands for one in ASCII."""
    return word[0].isascii() or unicodedata.name(word[0], "").startswith("LATIN")


def skeleton(key: str) -> str:
    """The transliteration key of a name key: articles dropped, vowels and consonants folded."""
    words = [word for word in key.split(" ") if word not in _ARTICLES]
    return " ".join(map(_fold, words))


@lru_cache(maxsize=1 << 12)
def _fold(word: str) -> str:
    word = _GLUED_ARTICLE.sub("", word)
    for pattern, replacement in _FOLDS:
        word = pattern.sub(replacement, word)
    return word
