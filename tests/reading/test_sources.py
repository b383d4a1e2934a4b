"""Feeds, rows and responses to records; dates as they are written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.reading.dates import date_of
from newsutils.reading.feed import is_feed, read_feed
from newsutils.reading.page import read_page
from newsutils.reading.response import page_of
from newsutils.reading.rows import read_object, read_row
from newsutils.record import RecordError


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-05-03T08:15:00.123+0100", "2021-05-03T08:15:00+01:00"),
        ("Mon, 03 May 2021 08:15:00 -0230", "2021-05-03T08:15:00-02:30"),
        ("3 May 2021 08:15:00 GMT", "2021-05-03T08:15:00+00:00"),
        ("Tue, 4 May 2021", "2021-05-04"),
        ("Wed May 05 08:15:00 2021", "2021-05-05T08:15:00"),
        ("3.5.2021, 8 Uhr", "2021-05-03"),
        ("2021/5/3", "2021-05-03"),
        ("05/03/2021", ""),
        ("Mon, 99 May 2021 08:15:00 GMT", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_of_pages_and_feeds(text, date):
    assert date_of(text) == date


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    assert date_of(text) == "" or date_of(text)[:4].isdigit()


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="article:published:time" content="2024-10-23T15:48:15+00:00">', "2024-10-23T15:48:15+00:00"),
        ('<meta itemprop="datePublished" content="2024-10-23">', "2024-10-23"),
        ('<link rel="canonical" href="https://gazette.example/2024/10/23/bridge">', "2024-10-23"),
    ],
)
def test_a_page_says_when_it_was_published(head, day):
    assert read_page(f"<html><head>{head}</head><p>Text.</p></html>".encode()).published == day


def test_the_date_that_a_reader_sees():
    body = "<p>The fair of 1 June 1920 is remembered here every year.</p><div class='date'>Published 3 May 2021</div>"
    assert read_page(f"<html lang=en>{body}</html>".encode()).published == "2021-05-03"
    assert read_page(b"<html lang=de><p>Stand: 25.04.2024 | 14:07 Uhr</p>").published == "2024-04-25"


def test_the_address_of_a_page():
    def url(html, known=""):
        return read_page(html.encode(), "name", "text/html", known).url

    known = "https://gazette.example/news/1?from=feed"
    assert url("<link rel=canonical href='/news/1'>", known) == "https://gazette.example/news/1"
    assert url("<link rel=canonical href='https://gazette.example/'>", known) == known
    assert url("<p>a", known) == known


def test_feeds_are_told_from_pages():
    assert is_feed("\ufeff<?xml version='1.0'?>\n<!-- a --><rss version='2.0'>")
    assert is_feed("<feed xmlns='http://www.w3.org/2005/Atom'>")
    assert not is_feed("<!doctype html><html><body><feed></feed>")
    assert not is_feed("Text about <rss> feeds")


def test_a_broken_feed_gives_what_it_has():
    entries = read_feed("<rss><channel><item><title>A & B</title><item><title>Two</title></item><item><description>C")
    assert [entry.title for entry in entries] == ["A & B", "Two", ""]
    assert read_feed("<rss><channel></channel></rss>") == []


@given(
    st.lists(st.sampled_from(["<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "a", "<link/>", "&lt;"]))
)
def test_any_feed_is_read(parts):
    read_feed("<rss>" + "".join(parts))


@pytest.mark.parametrize("unit", ["<item>", "<![CDATA[", "<a b='", "<item><title>", "]]>", "<item></item>", '<a "x" '])
def test_hostile_feeds_take_linear_time(unit):
    started = time.process_time()
    read_feed("<rss>" + unit * (300_000 // len(unit)))
    assert time.process_time() - started < 15


def test_rows_and_objects():
    row = {"id": "7", "Text": "Gr\xc3\xb6\xc3\x9fe", "empty": "", "kind": "a"}
    assert read_row(row, {"text": "Text"}) == {"id": "7", "text": "Größe", "kind": "a"}
    assert read_object(b'{"text":"a","published":"3.5.2021"}', {})["published"] == "2021-05-03"
    assert read_object(b'{"text":"a","published":"spring"}', {})["published"] == "spring"
    assert read_object(b'{"html":"<title>T</title><p>Para.","title":"Mine"}', {})["title"] == "Mine"
    with pytest.raises(RecordError, match="no text"):
        read_object(b'{"text":7}', {})


def test_what_is_no_page_is_passed_over():
    http = {"content-type": "application/http; msgtype=response"}
    assert page_of({"content-type": "image/png"}, b"x") is None
    assert page_of(http, b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n") is None
    assert page_of(http, b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>a") is not None
    assert page_of({"content-type": "text/plain"}, b" \n") is None


@given(st.binary(max_size=200))
def test_any_response_is_read_or_refused(data):
    try:
        page_of({"content-type": "application/http"}, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + data)
    except RecordError:
        return
