"""Pages to records: the encoding found out, HTML told from text, the article and what is known about it taken out.

An HTML page is read in one linear pass over its tags. Its headline, authors and date come from its
JSON-LD (schema.org ``Article``), else from its meta elements; its body from ``articleBody`` where that is whole, else
from the paragraphs of its article elements, else from all of them. Plain text is taken as it stands:
`newsutils.cleaning` finds the article in it.
"""

from newsutils.reading.page import Page, is_html, read_page

__all__ = ["Page", "is_html", "read_page"]
