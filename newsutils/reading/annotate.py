"""A page's bytes, a feed, a row or a record of a web archive to records: the work of `newsutils read`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypedDict

from newsutils.reading.page import read_pages
from newsutils.reading.response import page_of
from newsutils.reading.rows import read_object, read_row


class Added(TypedDict, total=False):
    """The fields that `read` gives a record; what a page does not say is left out.

    `id`: made of the page's address, else of its text. `url`: the address that the page calls its own. `source`: the
    host of that address, else the name of the page. `title`, `byline`: headline and authors. `published`: ISO 8601
    date or time. `retrieved`: when a web archive got it. `lang`: BCP 47 tag that the page claims. `text`: the article,
    or the whole text where the page is plain text.
    """

    id: str
    url: str
    source: str
    title: str
    byline: str
    published: str
    retrieved: str
    lang: str
    text: str


Reader = Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]]


def annotator(*, columns: Mapping[str, str] | None = None, encoding: str = "") -> Reader:
    """The work of `read`: a page or row to the fields of its records, several for a feed, none for what is no page.

    Args:
        columns: the column of a table (or the field of a JSON object) for each field that is not called as it is.
        encoding: what pages and tables are written in; found out if empty.

    What it takes is a mapping with a ``name`` (str) and one of: ``data``, the bytes of a page; ``data`` and
    ``headers``, a record of a web archive; ``row``, the cells of a table; ``line``, a JSON object.
    """
    named = columns or {}
    charset = f"charset={encoding}" if encoding else ""

    def read(page: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        if "row" in page:
            return [read_row(page["row"], named, charset)]
        if "line" in page:
            return [read_object(page["line"], named)]
        if "headers" not in page:
            return read_pages(page["data"], page["name"], charset)
        response = page_of(page["headers"], page["data"])
        if response is None:
            return []
        content_type = f"{response.content_type}; {charset}" if charset else response.content_type
        return read_pages(response.data, page["name"], content_type, response.url, response.retrieved)

    return read
