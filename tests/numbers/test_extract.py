"""Values, units, bounds and counted nouns in English news."""

import pytest

from newsutils.numbers import Number, extract_numbers
from newsutils.numbers.vague import vague_table


def only(text: str, lang: str = "en") -> Number:
    (found,) = extract_numbers(text, lang)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The pass lies 2364 meters above the sea.", 2364, "metre"),
        ("The town is 70 km from the border.", 70, "kilometre"),
        ("A wind of 120 kilometres per hour tore roofs off.", 120, "kilometre per hour"),
        ("Turnout was 61.5 per cent.", 61.5, "percent"),
        ("Support fell by 3 percentage points.", 3, "percentage point"),
        ("They walked for three days.", 3, "day"),
        ("The camp covers a 45-acre site.", 45, "acre"),
        ("It reached minus 12 degrees Celsius.", -12, "degree Celsius"),
        ("Half an hour later it was over.", 0.5, "hour"),
    ],
)
def test_measures(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Aid worth $3.5bn was pledged.", 3_500_000_000, "USD"),
        ("The fine was £2m.", 2_000_000, "GBP"),
        ("It cost 400 Syrian pounds.", 400, "SYP"),
        ("A debt of Rs 3.5 lakh crore remained.", 3_500_000_000_000, "INR"),
        ("They asked for 20,000 euros.", 20_000, "EUR"),
        ("The deficit grew to US$ 1.25 trillion.", 1_250_000_000_000, "USD"),
    ],
)
def test_money(text: str, value: float, currency: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.currency) == ("money", value, currency)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a million", 500_000),
        ("two dozen", 24),
        ("a hundred and one", 101),
        ("seven hundred twenty-one thousand and twelve", 721_012),
        ("two and a half million", 2_500_000),
        ("1.2 million", 1_200_000),
        ("nineteen hundred", 1900),
        ("12,34,567", 1_234_567),
        ("10 1/2", 10.5),
    ],
)
def test_numerals(words: str, value: float) -> None:
    assert only(f"The agency fed {words} people.").value == value


@pytest.mark.parametrize(
    ("phrase", "bound", "least", "most", "open_end"),
    [
        ("more than 50", ">", 50, None, True),
        ("at least 50", ">=", 50, None, False),
        ("50 or more", ">=", 50, None, False),
        ("up to 50", "<=", None, 50, False),
        ("fewer than 50", "<", None, 50, True),
        ("about 50", "~", None, None, False),
        ("50", "=", 50, 50, False),
        ("between 50 and 60", "range", 50, 60, False),
        ("50-60", "range", 50, 60, False),
        ("50 to 60", "range", 50, 60, False),
        ("dozens of", "vague", 24, None, False),
        ("scores of", "vague", 40, None, False),
        ("several hundred", "vague", 300, None, False),
        ("tens of thousands of", "vague", 20_000, None, False),
    ],
)
def test_bounds(phrase: str, bound: str, least: int | None, most: int | None, open_end: bool) -> None:
    found = only(f"The raid killed {phrase} rebels.")
    assert (found.bound, found.min, found.max, found.min_open or found.max_open) == (bound, least, most, open_end)
    assert (found.counted, found.role) == ("rebels", "killed")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The army shot down 15 terrorist drones in Idlib.", "terrorist drones"),
        ("Police found 43 bodies.", "bodies"),
        ("Some 300 Palestinian women and children fled.", "Palestinian women"),
        ("One of the gunmen escaped.", "gunmen"),
        ("7 members of the council resigned.", "members"),
    ],
)
def test_counted_noun(text: str, counted: str) -> None:
    assert only(text).counted == counted


def test_a_change_is_two_values_and_a_span_of_prices_one_range() -> None:
    assert [found.value for found in extract_numbers("Turnout rose from 40 to 55 percent.")] == [40, 55]
    (prices,) = extract_numbers("Prices ranged from $200 to $4 million.")
    assert (prices.min, prices.max, prices.currency) == (200, 4_000_000, "USD")


def test_the_table_of_vague_words() -> None:
    table = {(lang, word): least for lang, word, least in vague_table()}
    assert table["en", "dozens"] == 24
    assert table["en", "tens of thousands"] == 20_000
    assert table["fr", "dizaines de milliers"] == 20_000
