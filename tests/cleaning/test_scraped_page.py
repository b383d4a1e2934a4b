"""A real page, as it was scraped, from `read` to sentences; the page is no part of the repository."""

import re
from itertools import pairwise

import pytest

from newsutils.cleaning.phrases import opens_tail

from support import ROOT, decode

PAGE = ROOT.parent / "shared" / "samples" / "article.txt"
SENTENCES = 14


def letters(text):
    return re.sub(r"\W", "", text)


def parts(page):
    """The headline, the paragraphs of the body and the lines of the tail, the first of which opens it."""
    lines = [line.strip() for line in page.split("\n") if line.strip()]
    tail = next(at for at, line in enumerate(lines) if opens_tail(line))
    return lines[0], lines[1:tail], lines[tail:]


@pytest.fixture(scope="module")
def record(shell):
    if not PAGE.exists():
        pytest.skip("the sample page is not here")
    ran = shell(f"newsutils read '{PAGE}' | newsutils clean | newsutils split-sentences --text")
    assert (ran.returncode, ran.stderr) == (0, b"")
    return decode(ran.stdout)[0]


def test_the_body_is_whole_and_nothing_else_is_left(record):
    title, body, tail = parts(PAGE.read_text(encoding="utf-8"))
    assert record["title"] == title
    opening = record.get("dateline", "")
    assert letters(opening + record["text"]) == letters("".join(body))
    assert [gone["text"] for gone in record["removed"] if gone["reason"].startswith("furniture")] == tail


def test_each_sentence_is_whole(record):
    assert len(record["sentences"]) == SENTENCES
    assert all(one["text"].rstrip()[-1] in ".!?”" for one in record["sentences"])


def test_a_sentence_torn_by_a_blank_line_is_one(record):
    _, body, _ = parts(PAGE.read_text(encoding="utf-8"))
    torn = [(left, right) for left, right in pairwise(body) if right[0].islower()]
    assert torn
    for left, right in torn:
        assert any(left[-20:] + " " + right[:20] in one["text"] for one in record["sentences"])
