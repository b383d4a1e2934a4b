"""Date expressions are looked for around numerals alone; what is found there is what the whole text would show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.numbers import blocks, extract_numbers

PIECES = [
    "the mayor said ",
    "on the 3rd of May ",
    "5 ",
    "May ",
    "two years ago, ",
    "Sun Oct. 7 ",
    "by 21h30 ",
    "at 7.30 a.m. ",
    "Friday. ",
    "1998 ",
    "about XIX ",
    "century ",
    "in ",
    "women's ",
    "the '90s\n\n",
    "5-day ",
    "21 Сентября ",
]


@pytest.mark.parametrize("lang", ["en", "fr", "ru"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=9))
def test_nothing_is_lost(lang: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = extract_numbers(text, lang, everything=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_is_beyond", lambda *_: False)
        assert extract_numbers(text, lang, everything=True) == found
