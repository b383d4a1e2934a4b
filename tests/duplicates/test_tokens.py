import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.duplicates.tokens import tokenize


def words(text):
    return tokenize([text]).hashes.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. paid 1,234 dlrs", "the US paid 1234 dollars"),
        ("They organize “it”", 'they organise "it"'),
        ("10 pct of one mln", "ten percent of 1 million"),
        ("Cafe\u0301 au lait", "Café au\u00a0lait"),
        ("co\u00adoperation\u200b talks", "cooperation talks"),
        ("Ａｎｋａｒａ", "Ankara"),
    ],
)
def test_style_makes_no_difference(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("2.40", "240"), ("1986", "1987"), ("Hama", "Homs"), ("a b", "ab")])
def test_matter_makes_a_difference(one, other):
    assert words(one) != words(other)


def test_numbers_and_names_are_told():
    tokens = tokenize(["Shares of Volvo rose 2.5 pct. They had lost three in Oslo."])
    assert tokens.names.tolist() == [False, False, True] + [False] * 8 + [True]
    assert [place for place, is_number in enumerate(tokens.numbers) if is_number] == [4, 9]


def test_capitals_as_style_are_no_names():
    assert not tokenize(["THE MINISTER SAID IN ANKARA"]).names.any()


def test_ideographs_are_words():
    tokens = tokenize(["北京 hello 東京都"])
    assert tokens.ideographs.tolist() == [True, True, False, True, True, True]


def test_same_word_at_another_place():
    first, *_, last = words("peace " + "x" * 5000 + " peace")
    assert first == last


@settings(deadline=None)
@given(st.text())
def test_any_text_has_words_of_equal_length_arrays(text):
    tokens = tokenize([text])
    assert len(tokens.hashes) == len(tokens.numbers) == len(tokens.names) == len(tokens.ideographs)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1))
def test_words_are_those_between_blanks(listed):
    assert words(" ".join(listed)) == [one for word in listed for one in words(word)]


@settings(deadline=None)
@given(
    st.lists(st.text() | st.sampled_from(["U.S.", "1,234 and", "Ada said", "VELDEN", "北京 hello", "Caf\u0065\u0301"]))
)
def test_texts_have_the_same_words_together_as_alone(texts):
    together = tokenize(texts)
    for text, start, end in zip(texts, together.starts.tolist(), together.ends.tolist(), strict=True):
        alone = tokenize([text])
        for one, other in zip(alone[:4], together[:4], strict=True):
            assert one.tolist() == other[start:end].tolist()
