"""Headline, byline and dateline leave the text for fields of their own."""

import pytest

from newsutils.cleaning import clean
from newsutils.cleaning.head import read_head

BODY = "The council voted on Monday to repair the old bridge, which has been closed since the flood in spring."


def test_headline_byline_and_dateline():
    text = f"Council votes to repair old bridge\n\nBy Jane Miller | 3 May 2021\n\nSPRINGFIELD, Ohio (AP) — {BODY}"
    cleaned = clean(text)
    assert (cleaned.title, cleaned.byline, cleaned.dateline) == (
        "Council votes to repair old bridge",
        "Jane Miller",
        "SPRINGFIELD, Ohio (AP)",
    )
    assert cleaned.text == BODY
    assert [gone.reason for gone in cleaned.removed] == ["title", "byline", "dateline"]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Provinces – ", "Provinces"),
        ("Damascus, SANA- ", "Damascus, SANA"),
        ("Deir al-Zor, Syria (Reuters) - ", "Deir al-Zor, Syria (Reuters)"),
        ("LINDI: ", "LINDI"),
        ("BERLIN -- ", "BERLIN"),
        ("МОСКВА, 5 мая — ", "МОСКВА, 5 мая"),
    ],
)
def test_datelines(opening, dateline):
    head = read_head(opening + BODY)
    assert head.dateline == dateline


@pytest.mark.parametrize(
    "opening",
    ["He said this – and more: ", "Leipzig: ", "The mayor – who is new – spoke. ", "The 42-year-old said: ", "(AP) — "],
)
def test_no_datelines(opening):
    assert read_head(opening + BODY).dateline is None


def test_a_known_title_goes_where_it_stands_and_no_other_line():
    text = f"News and more\n\nBridge to be repaired - The Gazette\n\n{BODY}"
    head = read_head(text, "Bridge to be repaired after all")
    assert head.edits == []
    head = read_head(text, "Bridge to be repaired")
    assert [text[edit.start : edit.end].strip() for edit in head.edits] == ["Bridge to be repaired - The Gazette"]


def test_a_body_without_headline_has_none():
    assert read_head(f"{BODY}\n\n{BODY}").title is None
