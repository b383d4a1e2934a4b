"""A page's bytes to a record: the work of `newsutils read`."""

from collections.abc import Callable, Mapping
from typing import Any, TypedDict

import msgspec

from newsutils.reading.page import read_page


class Added(TypedDict, total=False):
    """The fields that `read` gives a record; what a page does not say is left out.

    `id`: made of the page's address, else of its text. `url`: the address that the page calls its own. `source`: the
    host of that address, else the name of the page. `title`, `byline`: headline and authors. `published`: ISO 8601
    date or time. `lang`: BCP 47 tag that the page claims. `text`: the article, or the whole text where the page is
    plain text.
    """

    id: str
    url: str
    source: str
    title: str
    byline: str
    published: str
    lang: str
    text: str


def annotator() -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """The work of `read`: a mapping with ``name`` (str) and ``data`` (bytes) to the fields of the page's record."""

    def read(page: Mapping[str, Any]) -> dict[str, Any]:
        fields: dict[str, Any] = msgspec.to_builtins(read_page(page["data"], page["name"]))
        return fields

    return read
