"""The extra ``html`` is evidence, not a condition: pages are read without it, and everything else to the same bytes."""

import shlex
import subprocess
from pathlib import Path

import pytest

from newsutils.reading import read_page
from newsutils.reading.article import trafilatura_body

from support import PROGRAM

CASES = sorted((Path(__file__).parent.parent / "cases" / "read").iterdir())
WITHOUT = "import sys; sys.modules['trafilatura'] = None; from newsutils.__main__ import main; main()"

PARAGRAPHS = [
    "The council of the small town on the river voted late on Monday to repair the old bridge, officials said.",
    "It has been closed since the flood of last spring, which carried away two of its piers and a part of the road.",
    "Work will begin in June and is to cost about four million, the mayor told reporters after the meeting.",
]
PAGE = (
    "<!doctype html><html><head><title>Bridge to be repaired | The Gazette</title></head><body>"
    "<nav class='menu'><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
    "<div class='article-body'><h1>Bridge to be repaired</h1>"
    + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    + "<figure><img src='a.jpg'><figcaption>The bridge. Photo: A. Reed</figcaption></figure></div>"
    "<div class='related-stories'><h2>You might also like</h2><ul>"
    + "".join(f"<li><a href='/{n}'>Another story about the town, number {n}</a></li>" for n in range(6))
    + "</ul></div><footer class='footer'><p>© The Gazette. All rights reserved. Terms apply.</p></footer>"
    "</body></html>"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_cases_without_the_extra(case):
    arguments = ["read", *shlex.split((case / "args").read_text())]
    ran = subprocess.run([PROGRAM[0], "-c", WITHOUT, *arguments], cwd=case, capture_output=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ((case / "expected.jsonl").read_bytes(), b"")


def test_the_extra_is_there_for_the_tests():
    assert trafilatura_body(PAGE)


@pytest.mark.parametrize("extra", [True, False], ids=["with", "without"])
def test_the_article_and_nothing_else(monkeypatch, extra):
    if not extra:
        monkeypatch.setattr("newsutils.reading.article.trafilatura_body", lambda html: "")
    assert read_page(PAGE.encode()).text.split("\n\n") == PARAGRAPHS


def test_an_extractor_that_fails_costs_nothing(monkeypatch):
    import trafilatura

    def fail(*arguments, **options):
        raise ValueError("no tree")

    monkeypatch.setattr(trafilatura, "extract", fail)
    assert read_page(PAGE.encode()).text.split("\n\n") == PARAGRAPHS


def test_a_body_that_only_the_linked_data_has():
    story = "\\n\\n".join(PARAGRAPHS)
    data = f'{{"@type": "NewsArticle", "headline": "Bridge", "articleBody": "{story}"}}'
    page = f"<html><script type='application/ld+json'>{data}</script><p>Please enable scripts to read on.</p></html>"
    assert read_page(page.encode()).text.split("\n\n") == PARAGRAPHS
