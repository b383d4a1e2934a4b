"""Offsets are exact whatever the text holds, and time is linear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.numbers import extract_numbers

PIECES = st.sampled_from(
    ["5", "12,000", "3.5", "two", "hundred", "million", "$", "€", "%", "km", "-", "–", "to", "between", "and",
     "at least", "half", "a", "of", "people", "were", "killed", "F-16", "½", "😀", "\u00a0", "e\u0301", "\u202f", "\n",
     ",", ".", "(", ")", "dozens", "٣", "५", "per", "Section", "-5", "1/2", "bn", "2017", "years", "old", "’s",
     "737", "Max", "A320neo", "jets", "full", "from", "he is", "of"]
)  # fmt: skip


@given(
    st.lists(st.tuples(PIECES, st.sampled_from([" ", ""])), max_size=30), st.sampled_from(["en", "de", "ar", "", "xx"])
)
def test_text_is_what_stands_there(pieces: list[tuple[str, str]], lang: str) -> None:
    text = "".join(piece + space for piece, space in pieces)
    for found in extract_numbers(text, lang, everything=True):
        assert text[found.start : found.end] == found.text
        assert found.qstart <= found.start < found.end <= found.qend or found.qstart <= found.end


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "hi", "it"]))
def test_any_text(text: str, lang: str) -> None:
    for found in extract_numbers(text, lang):
        assert text[found.start : found.end] == found.text


def test_beside_emoji_and_marks() -> None:
    text = "😀 Cafe\u0301:\u00a0at least\u00a043 people 😀 were killed"
    (found,) = extract_numbers(text)
    assert (found.text, text[found.qstart : found.qend]) == ("43", "at least\u00a043")


def seconds(text: str) -> float:
    begin = time.process_time()
    extract_numbers(text)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    ["one ", "1", "1/2/3/4/", "10-10-", "1 1 ", "hundred and ", "may may ", "1,1,", " ", "F-", "between 1 and ", "(1",
     "5 killed ", "dozen ", "100 000 ", "+1 ", "www.", "@", "1.", "one-", "2 crore ", "five (5) ", "one in ", "5 (5",
     "$1 ", "of 1 ", "5m ", "1 - 2 ", "1×10^", "20 of the ", "killed 5, ", "P5+", "12 345 ", "5 tons of a b ",
     "5 A1b", "5 747 Max ", "$5-$6-", "he is 5 ", "5 full ", "5 of a's ", "5 to 3 ", "5% and by 3 ", "May 5-"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    seconds(text)
    assert seconds(text * 4) < 10 * (seconds(text) + 0.05)
