"""The whole cleaner: what goes is listed, nothing else goes, and every clean span is found in the raw text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.cleaning import clean
from newsutils.cleaning.edits import Alignment, Edit, apply

BODY = [
    "The council of the small town on the river voted late on Monday to repair the old bridge, officials said.",
    "It has been closed since the flood of the past spring, which carried away two of its piers and much of the bank.",
    "Work will begin in June and last for about nine months, the mayor said after the vote, which was unanimous.",
    "“We had asked for a new one, but the money that the county gave was only enough for repairs,” she added.",
]
TAIL = [
    "You might also like",
    "Latest news",
    "Mayor opens the fair... Two hurt in a crash on Main Street Rain for days",
]
ARTICLE = "\n\n".join(["Council votes to repair old bridge", *BODY, *TAIL])


@pytest.mark.parametrize("level", ["normal", "strict"])
def test_tail_goes_and_is_listed(level):
    cleaned = clean(ARTICLE, level=level)
    assert cleaned.text.split("\n\n") == BODY
    assert [gone.text for gone in cleaned.removed] == ["Council votes to repair old bridge", *TAIL]
    assert {gone.reason for gone in cleaned.removed[1:]} == {"furniture after"}
    assert 0.7 < cleaned.kept_ratio < 1


@pytest.mark.parametrize("level", ["safe", "normal", "strict"])
def test_a_clean_article_stays_as_it_is(level):
    cleaned = clean("\n\n".join(BODY), level=level)
    assert (cleaned.text, cleaned.removed, cleaned.kept_ratio) == ("\n\n".join(BODY), [], 1.0)


def test_skipped_steps_do_nothing():
    text = f"a\u200b  b ,\n\n\n\n{ARTICLE}"
    assert clean(text, skip=("characters", "blanks", "lines", "head", "furniture")).text == text


def test_removed_text_is_found_in_the_raw_text():
    for gone in clean(ARTICLE).removed:
        assert ARTICLE[gone.start : gone.end] == gone.text


def test_repeated_lines_go():
    line = "The Gazette has been printed in this town since the year 1887 and is read in every house."
    cleaned = clean("\n\n".join([*BODY[:2], line, *BODY[2:]]), repeated={line})
    assert [(gone.reason, gone.text) for gone in cleaned.removed] == [("repeated", line)]


def test_empty_texts():
    for text in ("", " ", "\n\n", "\u200b"):
        assert clean(text).text == ""


PIECES = st.sampled_from(
    [
        *BODY,
        *TAIL,
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "  ",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "\r\n",
        " ,",
        " -",
        "- ",
        "â€™",
        "é",
    ]
) | st.text(max_size=8)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_clean_span_is_found_in_the_raw_text(text):
    cleaned = clean(text)
    for clean_at, raw_at, length in cleaned.alignment.runs:
        assert cleaned.text[clean_at : clean_at + length] == text[raw_at : raw_at + length]
    covered = {at + step for at, _, length in cleaned.alignment.runs for step in range(length)}
    # What has no origin of its own is a blank or a line feed, or repaired mojibake.
    loose = {cleaned.text[at] for at in range(len(cleaned.text)) if at not in covered}
    assert all(not char.isascii() or char.isspace() for char in loose)
    for gone in cleaned.removed:
        assert 0 <= gone.start <= gone.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), st.sampled_from(["safe", "normal", "strict"]))
def test_every_letter_stays_or_is_listed(text, level):
    cleaned = clean(text, level=level, skip=("characters",))
    found = {raw_at + step for _, raw_at, length in cleaned.alignment.runs for step in range(length)}
    found |= {at for gone in cleaned.removed for at in range(gone.start, gone.end)}
    assert [char for at, char in enumerate(text) if char.isalnum() and at not in found] == []


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=5)
)
def test_alignments_compose(text, wanted):
    edits, at = [], 0
    for start, length, new in sorted(wanted):
        if start >= at and start + length <= len(text):
            edits.append(Edit(start, start + length, new))
            at = start + length
    middle, first = apply(text, edits)
    last, second = apply(middle, [Edit(0, 1, "x")] if middle else [])
    both = first.then(second)
    assert (both.raw_length, both.clean_length) == (len(text), len(last))
    for clean_at, raw_at, length in both.runs:
        assert last[clean_at : clean_at + length] == text[raw_at : raw_at + length]
    for start in range(len(last)):
        low, high = both.raw_span(start, start + 1)
        assert 0 <= low <= high <= len(text)


def test_identity_leads_back_to_itself():
    assert Alignment.identity(5).raw_span(1, 3) == (1, 3)


@pytest.mark.parametrize(
    ("step", "kept"),
    [
        ("characters", "zero\u200bwidth"),
        ("blanks", "the old bridge , officials"),
        ("lines", "since the flood\n\nof the past"),
        ("head", "Council votes to repair old bridge"),
        ("furniture", "Latest news"),
    ],
)
def test_each_step_can_be_left_out(step, kept):
    spoilt = ARTICLE.replace("old bridge,", "old bridge ,").replace("since the flood of", "since the flood\n\nof")
    spoilt = spoilt.replace("months", "zero\u200bwidth")
    assert kept not in clean(spoilt).text
    assert kept in clean(spoilt, skip=(step,) if step != "head" else ("head", "furniture")).text


HOSTILE = {
    "blanks": "a" + " " * 1_000_000 + "b",
    "line feeds": "a" + "\n" * 1_000_000 + "b",
    "one word": "a" * 1_000_000,
    "hyphens": " -a" * 333_000,
    "leaning": "a- " * 333_000,
    "commas": "a ,\n" * 250_000,
    "short lines": "ab\n" * 333_000,
    "wrapped": ("word " * 14 + "wo-\n") * 14_000,
    "mojibake": "â€™" * 333_000,
    "openers": "You might also like\n" * 50_000,
    "mixed": ("x" * 300 + ".\n" + "-y z\u00a0") * 3_300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_linear_time(name):
    started = time.process_time()
    clean(HOSTILE[name])
    assert time.process_time() - started < 30
