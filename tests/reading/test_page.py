"""Pages to records."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from newsutils.reading import is_html, read_page
from newsutils.reading.dates import iso_date
from newsutils.reading.markup import read_markup
from newsutils.record import RecordError

PARAGRAPH = "The council of the small town on the river voted late on Monday to repair the old bridge, officials said."


def page(head="", body=f"<p>{PARAGRAPH}</p>"):
    return read_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def test_plain_text_stands_as_it_is():
    read = read_page(b"A title\n\nA < b, and\nmore. ", "dir/story.txt")
    assert (read.text, read.source, read.title) == ("A title\n\nA < b, and\nmore. ", "dir/story.txt", UNSET)


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "\n<html lang=en>", "<?xml version='1.0'?><html>", "<P>text", "<!-- a -->"]
)
def test_html_is_told_from_text(start):
    assert is_html(start)
    assert not is_html("Text about " + start)


def test_the_source_is_the_host_of_the_address():
    assert page('<link rel="canonical" href="https://www.gazette.example/a">').source == "gazette.example"
    assert page('<link rel="canonical" href="/a">').source == "page.html"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Bridge to be repaired | The Gazette", "Bridge to be repaired"),
        ("Bridge to be repaired - Local - The Gazette", "Bridge to be repaired"),
        ("Bridge: a first step - and a second", "Bridge: a first step - and a second"),
    ],
)
def test_titles_without_the_site(title, headline):
    site = '<meta property="og:site_name" content="The Gazette">'
    heading = f"<h1>{headline}</h1><p>{PARAGRAPH}</p>"
    assert page(f"<title>{title}</title>{site}", heading).title == headline


@pytest.mark.parametrize(
    ("site", "title", "headline"),
    [
        ("The Gazette", "The Gazette | Bridge to be repaired", "Bridge to be repaired"),
        ("The Gazette", "Bridge to be repaired * The Gazette", "Bridge to be repaired"),
        ("川辺新聞デジタル", "古い橋を修理へ：川辺新聞デジタル", "古い橋を修理へ"),
        ("河报网", "古桥将被修复_河报网", "古桥将被修复"),
        ("河报网", "市长：古桥将被修复", "市长：古桥将被修复"),
    ],
)
def test_titles_without_the_site_where_no_heading_helps(site, title, headline):
    named = f'<meta property="og:site_name" content="{site}">'
    assert page(f'<meta charset="utf-8"><title>{title}</title>{named}').title == headline


def test_a_kicker_stays_where_all_titles_that_are_stated_have_it():
    kicked = "After the flood: The old bridge is to be repaired"
    stated = f'<meta property="og:title" content="{kicked}"><meta name="twitter:title" content="{kicked}">'
    plain = '<meta property="og:title" content="The old bridge is to be repaired">'
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{kicked}"}}</script>'
    heading = f"<h1>The old bridge is to be repaired</h1><p>{PARAGRAPH}</p>"
    assert page(data + stated, heading).title == kicked
    assert page(data + plain, heading).title == "The old bridge is to be repaired"


def test_linked_data_that_is_broken_is_no_error():
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    deep = '<script type="application/ld+json">' + "[" * 5000 + "</script>"
    assert page(broken + deep + "<title>Bridge to be repaired</title>").title == "Bridge to be repaired"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-05-03T08:15:00.123+0100", "2021-05-03T08:15:00+01:00"),
        ("2021-05-03 08:15", "2021-05-03T08:15"),
        ("2021-05-03T08:15:00Z", "2021-05-03T08:15:00Z"),
        ("20210503", "2021-05-03"),
        ("3 May 2021", ""),
        ("2021-19-03", ""),
    ],
)
def test_dates(text, date):
    assert iso_date(text) == date


def test_paragraphs_as_a_reader_sees_them():
    html = "<div>One <b>and</b>\n more<p>two<br>lines<script>not me</script></p></div><ul><li>a<li>b</ul>&amp;c"
    assert [one.text for one in read_markup(html).paragraphs] == ["One and more", "two\nlines", "a", "b", "&c"]


@given(st.text(alphabet="<>/!-p&; =\"'ab\n\x00[]", max_size=200))
def test_any_markup_is_read(html):
    assert isinstance(read_page(b"<p>" + html.replace("\0", "").encode()).text, str)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with suppress(RecordError):
        read_page(data)


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", "<a ", "<p>", "<a b='", "&", "&#", "<!", "</", "<script>", "<br>", "<p a=b ", "&#1", "<a b=\"'"],
)
def test_hostile_markup_takes_linear_time(unit):
    started = time.process_time()
    read_page(("<html>" + unit * (1_000_000 // len(unit))).encode())
    assert time.process_time() - started < 15
