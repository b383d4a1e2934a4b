"""Words of a text as 64-bit hashes, with what they are: plain words, numbers or names.

All words of a text are hashed at once with numpy: a polynomial over their letters, taken as differences of one running
sum over the text. Case, composition, the blanks and quotes between words, the dots of initialisms, the commas of
numbers and variants of spelling make no difference.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

Codes = np.ndarray[Any, np.dtype[np.uint32]]
Hashes = np.ndarray[Any, np.dtype[np.uint64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Kinds = np.ndarray[Any, np.dtype[np.uint8]]

# Kinds of characters. Up to STOP they part words.
SPACE, STOP, LOWER, UPPER, DIGIT, IDEOGRAPH, IGNORED = range(7)

BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse modulo 2**64
MIXER = np.uint64(0xBF58476D1CE4E5B9)  # of splitmix64
HALF = np.uint64(32)

# Tables of characters are made when a text needs them: ASCII, the alphabets and marks of most scripts, all of a plane.
_TABLE_SIZES = (0x80, 0x3000, 0x10000)

# Above this share of capitalised words, capitals are the style of the text and mark no names.
CAPITALS_ARE_STYLE = 0.5


class Tokens(NamedTuple):
    """The words of a text in order: their hashes, and which are numbers, names and ideographs (words of one sign)."""

    hashes: Hashes
    numbers: Flags
    names: Flags
    ideographs: Flags


def tokenize(text: str) -> Tokens:
    """The words of a text, hashed."""
    codes = _codes(text)
    kinds, letters = _lookup(codes)
    _join_numbers_and_initialisms(codes, kinds)
    ignored = kinds == IGNORED
    if ignored.any():
        kinds, letters = kinds[~ignored], letters[~ignored]
    starts, ends = _bounds(kinds)
    hashes, numbers = _unify_variants(_hash(letters, starts, ends), kinds[starts] == DIGIT)
    return Tokens(hashes, numbers, _names(kinds, starts, ends), kinds[starts] == IDEOGRAPH)


def _codes(text: str) -> Codes:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _lookup(codes: Codes) -> tuple[Kinds, Hashes]:
    largest = int(codes.max(initial=0))
    if largest > 0xFFFF:
        codes = np.where(codes > 0xFFFF, _stand_ins(codes), codes)
        largest = 0xFFFF
    kinds, letters = _characters(next(size for size in _TABLE_SIZES if largest < size))
    return kinds[codes], letters[codes]


def _stand_ins(codes: Codes) -> Codes:
    """Characters of the first plane for those beyond: a blank for a symbol, an ideograph or a letter for such."""
    ideographs, letters = 0x4E00 + codes % 0x5000, 0xA000 + codes % 0x400
    symbols = (codes >= 0x1D000) & (codes < 0x1E000) | (codes >= 0x1F000) & (codes < 0x20000)
    return np.where(symbols, np.uint32(SPACE), np.where(codes >= 0x20000, ideographs, letters)).astype(np.uint32)


@cache
def _characters(size: int) -> tuple[Kinds, Hashes]:
    """The kind of each character below `size`, and the number that stands for its letter: one for both cases."""
    folded = [unicodedata.normalize("NFKC", chr(code)).lower()[0] for code in range(size)]
    kinds = np.array([_kind(chr(code)) for code in range(size)], dtype=np.uint8)
    letters = np.array([ord("s") if letter == "z" else ord(letter) for letter in folded], dtype=np.uint64)  # -ise, -ize
    return kinds, (letters + np.uint64(1)) * MIXER


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character in ".!?:\n\r\u2028\u2029。！？؟۔।…":
        return STOP
    if category == "Nd":
        return DIGIT
    if category in ("Cf", "Cs"):
        return IGNORED
    if category == "Lo" and _is_ideograph(ord(character)):
        return IDEOGRAPH
    if category[0] in "LMN" or character == "_":
        return UPPER if category in ("Lu", "Lt") else LOWER
    return SPACE


def _is_ideograph(code: int) -> bool:
    """Whether the script writes words without spaces: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han."""
    return 0x0E00 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF


def _join_numbers_and_initialisms(codes: Codes, kinds: Kinds) -> None:
    """Make "1,234" and "U.S." one word each, without comma and dot, and "2.40" one with its dot."""
    marks = np.flatnonzero((codes == ord(".")) | (codes == ord(",")))
    marks = marks[(marks > 0) & (marks < len(codes) - 1)]
    before, after, dots = kinds[marks - 1], kinds[marks + 1], codes[marks] == ord(".")
    in_number = (before == DIGIT) & (after == DIGIT)
    kinds[marks[in_number & ~dots]] = IGNORED
    kinds[marks[in_number & dots]] = DIGIT
    lone = (before == UPPER) & (after == UPPER) & dots & (kinds[np.maximum(marks - 2, 0)] <= STOP)
    kinds[marks[lone]] = IGNORED


def _bounds(kinds: Kinds) -> tuple[Any, Any]:
    """Where words start and end; an ideograph is a word of its own."""
    inside = np.zeros(len(kinds) + 2, dtype=np.bool_)
    np.greater(kinds, STOP, out=inside[1:-1])
    changes = inside[1:] != inside[:-1]
    signs = kinds == IDEOGRAPH
    if signs.any():
        starts_here = signs | np.append(False, signs[:-1])
        starts = np.flatnonzero((changes[:-1] | starts_here) & inside[1:-1])
        ends = np.flatnonzero((changes[1:] | signs | np.append(signs[1:], False)) & inside[1:-1]) + 1
        return starts, ends
    edges = np.flatnonzero(changes)
    return edges[::2], edges[1::2]


def _hash(letters: Hashes, starts: Any, ends: Any) -> Hashes:
    powers, inverses = _powers(len(letters))
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    return mix((sums[ends] - sums[starts]) * inverses[starts])


def mix(hashes: Hashes) -> Hashes:
    """Spread the bits of hashes."""
    hashes = (hashes ^ (hashes >> HALF)) * MIXER
    return hashes ^ (hashes >> HALF)


def _powers(length: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and their inverses, modulo 2**64, for at least `length` letters."""
    return _power_table(max(12, length.bit_length()))


@cache
def _power_table(bits: int) -> tuple[Hashes, Hashes]:
    inverse = pow(int(BASE), -1, 1 << 64)
    return _running_product(int(BASE), 1 << bits), _running_product(inverse, 1 << bits)


def _running_product(factor: int, size: int) -> Hashes:
    factors = np.full(size, factor, dtype=np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


def _names(kinds: Kinds, starts: Any, ends: Any) -> Flags:
    """Capitalised words that do not begin a sentence."""
    capitalised: Flags = kinds[starts] == UPPER
    if capitalised.sum() > CAPITALS_ARE_STYLE * len(starts):
        return np.zeros(len(starts), dtype=np.bool_)
    capitalised[:1] = False
    capitalised[1:] &= kinds[ends[:-1]] != STOP
    return capitalised


def _unify_variants(hashes: Hashes, numbers: Flags) -> tuple[Hashes, Flags]:
    spelled, standard, is_number = _variants()
    places = np.searchsorted(spelled, hashes)
    found = spelled[places] == hashes
    if found.any():
        hashes[found] = standard[places[found]]
        numbers[found] |= is_number[places[found]]
    return hashes, numbers


@cache
def _variants() -> tuple[Hashes, Hashes, Flags]:
    """Sorted hashes of variants, the hashes of what they stand for, and whether that is a number."""
    table = (files(__package__) / "data" / "variants.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    pairs = sorted((_hash_word(word), standard) for standard, words in rows for word in words.split())
    spelled = np.array([spelled for spelled, _ in pairs] + [2**64 - 1], dtype=np.uint64)
    standard = np.array([_hash_word(word) for _, word in pairs] + [2**64 - 1], dtype=np.uint64)
    return spelled, standard, np.array([word.isdigit() for _, word in pairs] + [False])


def _hash_word(word: str) -> int:
    codes = _codes(word)
    _, letters = _lookup(codes)
    return int(_hash(letters, np.array([0]), np.array([len(codes)]))[0])
