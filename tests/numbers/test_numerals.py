"""Number words and digits of ten languages, and their separators."""

import pytest

from newsutils.numbers import extract_numbers
from newsutils.numbers.digits import read_digits


@pytest.mark.parametrize(
    ("lang", "words", "value"),
    [
        ("en", "three crore twelve lakh", 31_200_000),
        ("en", "two point five million", 2_500_000),
        ("en", "fifty - two", 52),
        ("en", "2 crore 50 lakh", 25_000_000),
        ("en", "101-1/8", 101.125),
        ("es", "dos mil cuarenta y un millones mil seiscientos cincuenta y tres", 2_041_001_653),
        ("es", "cero siete", 7),
        ("fr", "soixante et onze", 71),
        ("fr", "quatre-vingt-dix-neuf mille", 99_000),
        ("de", "sechshundertvierunddreißigtausendfünfzehn", 634_015),
        ("de", "siebzehnhundertdreiundsechzig", 1763),
        ("it", "trecentoquarantadue", 342),
        ("pt", "dois mil e duzentos", 2200),
        ("ru", "тремястами шестьюдесятью семью", 367),
        ("ru", "полторы тысячи", 1500),
        ("uk", "дев’ятсот тисяч", 900_000),
        ("ar", "ثلاثمائة وخمسة وعشرون", 325),
        ("ar", "ألف ومئتان", 1200),
        ("hi", "पंद्रह लाख इकतीस हज़ार चार सौ बाईस", 1_531_422),
        ("hi", "डेढ़ लाख", 150_000),
    ],
)
def test_number_words(lang: str, words: str, value: float) -> None:
    (found,) = extract_numbers(words, lang)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("digits", "decimal", "value"),
    [
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ",", 1234.5),
        ("1'234.5", ".", 1234.5),
        ("12,34,567", ".", 1_234_567),
        ("١٬٢٣٤٫٥", ".", 1234.5),
        ("१,२३४", ".", 1234),
        ("۱۲۳۴", ".", 1234),
        ("1.234.567", ".", 1_234_567),
    ],
)
def test_separators(digits: str, decimal: str, value: float) -> None:
    read = read_digits(digits, decimal)
    assert read is not None
    assert float(read.value) == value


def test_three_decimals_may_be_thousands() -> None:
    (found,) = extract_numbers("It lost 1.234 points.")
    assert (found.value, found.ambiguous) == (1.234, True)
    (found,) = extract_numbers("Es verlor 1.234 Punkte.", "de")
    assert (found.value, found.ambiguous) == (1234, False)


def test_what_is_no_number() -> None:
    assert read_digits("192.168.1.2", ".") is None
    assert read_digits("1" * 41, ".") is None


@pytest.mark.parametrize(("text", "lang"), [("1\u202f234\u202f567 t", "fr"), ("816\u00a0000 t", "en")])
def test_groups_with_spaces(text: str, lang: str) -> None:
    (found,) = extract_numbers(text, lang)
    assert found.unit == "tonne"
    assert found.value in (1_234_567, 816_000)
