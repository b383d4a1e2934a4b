"""Passages hold every number: to look at them alone finds what to look at the whole text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.numbers import extract, extract_numbers
from newsutils.numbers.lexicon import lexicon
from newsutils.numbers.passages import Passage, passages

SENTENCES = [
    "He left. ",
    "Two men fled. ",
    "It was 5 p.m. Then it rained. ",
    "A third of it burned.\n\n",
    "No. 5 won. ",
    "« Oui. » ",
]


def test_sentences_without_numbers_are_passed_over() -> None:
    text = "The mayor came. Three people met her. Nobody spoke."
    assert [text[start:end] for start, end in passages(text, lexicon("en"))] == ["Three people met her. "]


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_nothing_is_lost(sentences: list[str]) -> None:
    text = "".join(sentences)
    found = extract_numbers(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extract, "passages", lambda text, _: [Passage(0, len(text))])
        assert extract_numbers(text) == found
