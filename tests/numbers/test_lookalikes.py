"""What only looks like a quantity: nothing of it is given, unless everything is asked for."""

import pytest

from newsutils.numbers import extract_numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An F-16 took off.", "identifier"),
        ("The T-72 burned.", "identifier"),
        ("The G7 met.", "identifier"),
        ("The M5 is closed.", "identifier"),
        ("COVID-19 spread.", "identifier"),
        ("The S-400 fired.", "identifier"),
        ("A Boeing 737 landed.", "identifier"),
        ("They left Room 101.", "identifier"),
        ("Under Section 3, this holds.", "section"),
        ("Resolution 2254 stands.", "section"),
        ("She bought an iPhone 11 there.", "identifier"),
        ("He follows the S&P 500 daily.", "identifier"),
        ("It fell in 1967.", "year"),
        ("They met on 4 July 2019.", "date"),
        ("It began at 10:30 a.m. sharp.", "time"),
        ("Chelsea won 3-1.", "score"),
        ("Call +963 11 223 4455 now.", "phone"),
        ("Call 555-0134 now.", "phone"),
        ("Install 3.11.2 first.", "version"),
        ("The 2nd Division left.", "ordinal"),
        ("The twenty-first attack came.", "ordinal"),
        ("See https://example.org/2024/11 there.", "identifier"),
        ("It works 24/7 there.", "identifier"),
        ("She lives at 49 Old Ranch Road.", "identifier"),
        ("She made a 911 call.", "identifier"),
        ("He lost the tie-break 7/4 there.", "identifier"),
        ("It announced a two-for-one split.", "score"),
        ("He made 14-of-22 shots.", "score"),
        ("They lost 3 to 1 on Sunday.", "score"),
        ("The 1986/87 season began.", "date"),
    ],
)
def test_no_quantity(text: str, kind: str) -> None:
    assert extract_numbers(text) == []
    assert [found.kind for found in extract_numbers(text, everything=True)] == [kind]


@pytest.mark.parametrize("text", ["No one came.", "They hate one another.", "This one is new.", "He was the one."])
def test_one_as_a_pronoun(text: str) -> None:
    assert extract_numbers(text) == []


def test_the_numbers_of_a_labelled_list() -> None:
    kinds = [found.kind for found in extract_numbers("Articles 5, 6 and 7 apply.", everything=True)]
    assert kinds == ["section"] * 3
