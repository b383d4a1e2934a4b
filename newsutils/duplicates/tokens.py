"""Words of texts as 64-bit hashes, with what they are: plain words, numbers or names.

All words of some texts are hashed at once with numpy: their letters are the terms of one polynomial, whose sum over a
word, divided by the power at which it starts, is its hash. Case, composition, the blanks and quotes between
words, the dots of initialisms, the commas of numbers and variants of spelling make no difference.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

Letters = np.ndarray[Any, np.dtype[np.integer[Any]]]
Hashes = np.ndarray[tuple[int, ...], np.dtype[np.uint64]]
Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Kinds = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]

# Kinds of characters. Up to DOT they part words.
SPACE, COMMA, STOP, DOT, LOWER, UPPER, DIGIT, IDEOGRAPH, IGNORED = range(9)

BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that it has an inverse modulo 2**64

# Tables of characters are made when a text needs them: ASCII, the alphabets and marks of most scripts, all of a plane.
_TABLE_SIZES = (0x80, 0x3000, 0x10000)

# Above this share of capitalised words, capitals are the style of the text and mark no names.
CAPITALS_ARE_STYLE = 0.5

# Blanks around each text spare the look before and after a character its checks.
_MARGIN = "  "


class Tokens(NamedTuple):
    """The words of texts, in order: their hashes, and which are numbers, names and ideographs (words of one sign).

    The words of a text end before the place in `ends` that belongs to it, and begin where those before it end.
    """

    hashes: Hashes
    numbers: Flags
    names: Flags
    ideographs: Flags
    ends: Places

    @property
    def starts(self) -> Places:
        """Where the words of each text begin."""
        return starts_of(self.ends)


def starts_of(ends: Places) -> Places:
    """Where parts begin that follow one another."""
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1]
    return starts


def counts_in(flags: Flags, starts: Places, ends: Places) -> Places:
    """How many flags are set in each part."""
    before = np.zeros(len(flags) + 1, dtype=np.intp)
    np.cumsum(flags, out=before[1:])
    return before[ends] - before[starts]


def tokenize(texts: Sequence[str]) -> Tokens:
    """The words of some texts, hashed, all in one go: numpy works on many texts as fast as on one."""
    kinds, letters, text_ends = _read(texts)
    if _join_numbers_and_initialisms(kinds) or letters.itemsize > 1:
        left = kinds != IGNORED
        text_ends = np.cumsum(left)[text_ends - 1]
        kinds, letters = kinds[left], letters[left]
    starts, ends = _bounds(kinds)
    first = kinds.take(starts)
    word_ends = np.searchsorted(starts, text_ends)
    hashes, numbers = _unify_variants(_hash(letters, starts), first == DIGIT)
    return Tokens(hashes, numbers, _names(kinds, first, ends, word_ends), first == IDEOGRAPH, word_ends)


def _read(texts: Sequence[str]) -> tuple[Kinds, Letters, Places]:
    """The kind and the letter of each character, and where the texts end; there may be characters to ignore."""
    if all(map(str.isascii, texts)):
        return _read_ascii(texts)
    texts = [unicodedata.normalize("NFC", text) for text in texts]
    joined = _with_margins(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    largest = int(codes.max())
    if largest > 0xFFFF:
        codes = np.where(codes > 0xFFFF, _stand_ins(codes), codes)
        largest = 0xFFFF
    table_of_kinds, table_of_letters = _characters(next(size for size in _TABLE_SIZES if largest < size))
    return table_of_kinds.take(codes), table_of_letters.take(codes), _ends_of(texts)


def _read_ascii(texts: Sequence[str]) -> tuple[Kinds, Letters, Places]:
    kinds, letters = _ascii_tables()
    data = _with_margins(texts).encode("ascii")
    return (
        np.frombuffer(bytearray(data.translate(kinds)), np.uint8),
        np.frombuffer(data.translate(letters), np.uint8),
        _ends_of(texts),
    )


def _with_margins(texts: Sequence[str]) -> str:
    return _MARGIN + _MARGIN.join(texts) + _MARGIN


def _ends_of(texts: Sequence[str]) -> Places:
    return np.cumsum([len(_MARGIN) + len(text) for text in texts], dtype=np.intp)


def _stand_ins(codes: Letters) -> Letters:
    """Characters of the first plane for those beyond: a blank for a symbol, an ideograph or a letter for such."""
    ideographs, letters = 0x4E00 + codes % 0x5000, 0xA000 + codes % 0x400
    symbols = (codes >= 0x1D000) & (codes < 0x1E000) | (codes >= 0x1F000) & (codes < 0x20000)
    return np.where(symbols, 0x20, np.where(codes >= 0x20000, ideographs, letters))


@cache
def _ascii_tables() -> tuple[bytes, bytes]:
    kinds, letters = _characters(_TABLE_SIZES[0])
    return kinds.tobytes().ljust(256, b"\0"), letters.astype(np.uint8).tobytes().ljust(256, b"\0")


@cache
def _characters(size: int) -> tuple[Kinds, Letters]:
    """The kind of each character below `size`, and the code of its letter: one for both cases, 0 between words."""
    folded = [unicodedata.normalize("NFKC", chr(code)).lower()[0] for code in range(size)]
    kinds = np.array([_kind(chr(code)) for code in range(size)], dtype=np.uint8)
    letters = np.array([ord("s") if letter == "z" else ord(letter) for letter in folded], dtype=np.uint32)  # -ise, -ize
    letters[kinds <= DOT] = 0
    return kinds, letters


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if character in _KINDS_OF_MARKS:
        return _KINDS_OF_MARKS[character]
    if category == "Nd":
        return DIGIT
    if category in ("Cf", "Cs"):
        return IGNORED
    if category == "Lo" and _is_ideograph(ord(character)):
        return IDEOGRAPH
    if category[0] in "LMN" or character == "_":
        return UPPER if category in ("Lu", "Lt") else LOWER
    return SPACE


_KINDS_OF_MARKS = {",": COMMA, ".": DOT} | dict.fromkeys("!?:\n\r\u2028\u2029。！？؟۔।…", STOP)


def _is_ideograph(code: int) -> bool:
    """Whether the script writes words without spaces: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han."""
    return 0x0E00 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF


def _join_numbers_and_initialisms(kinds: Kinds) -> bool:
    """Make "1,234" and "U.S." one word each, by ignoring comma and dot, and "2.40" one with its dot.

    Says whether there is anything to ignore.
    """
    marks = ((kinds == COMMA) | (kinds == DOT)).nonzero()[0]
    before = kinds.take(marks - 1)
    between_like = (before == kinds.take(marks + 1)) & (before >= UPPER)
    marks, before = marks[between_like], before[between_like]
    if not len(marks):
        return False
    kinds[marks[before == DIGIT]] = np.where(kinds[marks[before == DIGIT]] == DOT, DIGIT, IGNORED)
    initials = marks[(before == UPPER) & (kinds[marks - 2] <= DOT)]
    kinds[initials[kinds[initials] == DOT]] = IGNORED
    return True


def _bounds(kinds: Kinds) -> tuple[Places, Places]:
    """Where words start and end; an ideograph is a word of its own."""
    inside = kinds > DOT
    changes = inside[1:] != inside[:-1]
    if kinds.max() < IDEOGRAPH:
        edges = changes.nonzero()[0] + 1
        return edges[::2], edges[1::2]
    signs = kinds == IDEOGRAPH
    edges = changes | signs[1:] | signs[:-1]
    return (edges & inside[1:]).nonzero()[0] + 1, (edges & inside[:-1]).nonzero()[0] + 1


def _hash(letters: Letters, starts: Places) -> Hashes:
    powers, inverses = _powers(len(letters))
    if not len(starts):
        return powers[:0]
    terms = letters * powers[: len(letters)]
    sums: Hashes = np.add.reduceat(terms, starts)
    sums *= inverses.take(starts)
    return sums


def _powers(length: int) -> tuple[Hashes, Hashes]:
    """Powers of the base from the first on, and inverse ones from the zeroth on, modulo 2**64, for `length` letters."""
    return _power_table(max(12, length.bit_length()))


@cache
def _power_table(bits: int) -> tuple[Hashes, Hashes]:
    inverse = pow(int(BASE), -1, 1 << 64)
    return _running_product(int(BASE), int(BASE), 1 << bits), _running_product(1, inverse, 1 << bits)


def _running_product(first: int, factor: int, size: int) -> Hashes:
    factors = np.full(size, factor, dtype=np.uint64)
    factors[0] = first
    return np.cumprod(factors, dtype=np.uint64)


def _names(kinds: Kinds, first: Kinds, ends: Places, text_ends: Places) -> Flags:
    """Capitalised words that do not begin a sentence, in texts where capitals are not the style."""
    capitalised: Flags = first == UPPER
    text_starts = starts_of(text_ends)
    sizes = text_ends - text_starts
    style = counts_in(capitalised, text_starts, text_ends) > CAPITALS_ARE_STYLE * sizes
    before = kinds.take(ends[:-1])
    capitalised[1:] &= (before < STOP) | (before > DOT)
    capitalised[text_starts[sizes > 0]] = False
    if style.any():
        capitalised[style.repeat(sizes)] = False
    return capitalised


def _unify_variants(hashes: Hashes, numbers: Flags) -> tuple[Hashes, Flags]:
    variants = _variants()
    places = variants.maybe[hashes & _VARIANT_BITS].nonzero()[0]
    known = np.searchsorted(variants.spelled, hashes[places])
    sure = variants.spelled[known] == hashes[places]
    places, known = places[sure], known[sure]
    hashes[places] = variants.standard[known]
    numbers[places] |= variants.is_number[known]
    return hashes, numbers


class _Variants(NamedTuple):
    """Hashes of variants, sorted; what each stands for, and whether that is a number; which low bits such hashes have.

    The last variant is the largest hash, so that the place of any hash can be looked at.
    """

    spelled: Hashes
    standard: Hashes
    is_number: Flags
    maybe: Flags


_VARIANT_BITS = np.uint64(0xFFFF)


@cache
def _variants() -> _Variants:
    table = (files(__package__) / "data" / "variants.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    known = {_hash_word(word): (_hash_word(to), to.isdigit()) for to, words in rows for word in words.split()}
    known[_LARGEST_HASH] = (_LARGEST_HASH, False)
    spelled = sorted(known)
    maybe = np.zeros(int(_VARIANT_BITS) + 1, dtype=np.bool_)
    maybe[[one & int(_VARIANT_BITS) for one in spelled]] = True
    return _Variants(
        np.array(spelled, dtype=np.uint64),
        np.array([known[one][0] for one in spelled], dtype=np.uint64),
        np.array([known[one][1] for one in spelled], dtype=np.bool_),
        maybe,
    )


_LARGEST_HASH = (1 << 64) - 1


def _hash_word(word: str) -> int:
    _, letters, _ = _read([word])
    return int(_hash(letters, np.array([len(_MARGIN)]))[0])
