from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.sentences import split_sentences

PIECES = (
    """. |? |." |\n|\n\n|\u00a0| |。|」|«|Mr. |U.S. |1. |2. |3. |A. |the|The |...|al-|é|\u200f|• |(|)|؟ |"""
    """५|x@y.z |\r\n|\u2028"""
)
MARKS_AND_WORDS = st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join)


@given(MARKS_AND_WORDS | st.text(max_size=60), st.sampled_from(["", "en", "de", "ru", "ar", "zh", "ja", "xx"]))
def test_spans_hold_every_character_that_is_no_white_space(text, lang):
    position = 0
    for sentence in split_sentences(text, lang):
        assert position <= sentence.start < sentence.end <= len(text)
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        position = sentence.end
    assert not text[position:].strip()


@pytest.mark.parametrize("text", ["", " \n\u00a0 "])
def test_white_space_has_no_sentence(text):
    assert split_sentences(text, "en") == []


def test_text_and_rule_are_given_on_request():
    plain = split_sentences("It rained. He left.", "en")
    full = split_sentences("It rained. He left.", "en", with_text=True, explain=True)
    assert [(one.start, one.end) for one in plain] == [(one.start, one.end) for one in full] == [(0, 10), (11, 19)]
    assert [(one.text, one.rule) for one in full] == [("It rained.", "plain"), ("He left.", "end of text")]


HOSTILE = [". ", "! ", '? "A', '?" ', "U.S. A ", ": 1. A", "A. ", ".)", "1. ", "Х г. Аб ", "Ａ．", "\n", 'ab."Cd ', "x"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_hostile_text(unit):
    """Twice the text takes about twice the time; the bound leaves room for a busy machine, not for a square."""
    lang = "ru" if "г." in unit else "en"

    def seconds(length):
        text = unit * (length // len(unit))
        began = process_time()
        split_sentences(text, lang)
        return process_time() - began

    assert min(seconds(400_000) for _ in range(3)) < 6 * min(seconds(100_000) for _ in range(3)) + 0.2
