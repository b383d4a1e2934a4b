"""Spans are exact, and no input is slow."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.dates import extract_dates, find_expressions
from newsutils.dates.lexicon import LANGUAGES

WORDS = ["May 3", "1998", "Friday", "last", "the", "week", "9:15", "p.m.", "3/4/1998"]
MARKS = [" ", "\u00a0", "👩\u200d👩\u200d👧", "e\u0301", ",", "-"]
HOSTILE = ["one ", "1", "1/2/3/", "10-10-", "may ", "May 3, ", "1 1 ", "the the first ", "Monday, ", "'80s", "\n "]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(WORDS + MARKS) | st.text(max_size=5)).map("".join), st.sampled_from(["", "xx", *LANGUAGES])
)
def test_spans_are_exact_and_in_order(text, lang):
    end = 0
    for date in extract_dates(text, lang, published="1998-02-13"):
        assert text[date.start : date.end] == date.text
        assert end <= date.start < date.end
        end = date.end


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit):
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        sum(1 for _ in find_expressions(text, "en"))
        return time.process_time() - start

    assert seconds(200_000) < 3 * seconds(100_000) + 0.2


def test_a_megabyte_of_dates():
    text = "He met them on May 3, will leave on Friday and returns in March. " * 16_000
    start = time.process_time()
    assert len(extract_dates(text, "en", published="1998-02-13")) == 48_000
    assert time.process_time() - start < 30
