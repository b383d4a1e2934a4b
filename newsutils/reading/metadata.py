"""Title, byline, address and language of a page, from its linked data, its meta elements and its headings."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from newsutils.reading.linked_data import names_of, text_of
from newsutils.reading.markup import Markup
from newsutils.reading.tokens import resolved

_TITLE_PROPERTIES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "headline")
_AUTHOR_PROPERTIES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SITE_PROPERTIES = ("og:site_name", "application-name")
# Chinese and Japanese sites leave the blanks out.
_WIDE = "[\u3040-\u30ff\u3400-\u9fff]"
_SEPARATOR = re.compile(rf"\s+(?:[|•·»«›‹:/*~—–-]|::)\s+|\s*[|｜：]\s*|(?<={_WIDE})[_–—-](?={_WIDE})")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
_SHORTEST_HEADLINE = 20
_PLACEHOLDER = re.compile(r"https?://|@")


def title_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """The headline, without the name of the site."""
    named = [text_of(article.get("headline")), *(resolved(markup.meta.get(name, "")) for name in _TITLE_PROPERTIES)]
    stated = [_folded(title) for title in named if title]
    shown = [_folded(title) for title in (*markup.headings[:1], markup.title) if title]
    if not stated and not shown:
        return ""
    sites = _site_names(markup)
    known = [*markup.headings, *stated, *shown]
    titles = [_without_site(title, known, sites) for title in (*stated, *shown)]
    # What is shown is no witness against a kicker, which often has an element of its own above the heading.
    headline = next((other for other in titles[1 : len(stated)] if _is_kicker_and(other, titles[0])), titles[0])
    variants = [title for title in titles if _letters(title) == _letters(headline)]
    return max(variants, key=variants.count)


def byline_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """The authors' names, separated by commas."""
    names = names_of(article.get("author")) or names_of(article.get("creator"))
    stated = (markup.meta.get(name, "") for name in _AUTHOR_PROPERTIES)
    names = names or [next((name for name in stated if name and not _PLACEHOLDER.search(name)), "")]
    return ", ".join(dict.fromkeys(_folded(name) for name in names if name))


def url_of(markup: Markup, known: str = "") -> str:
    """The page's own address, else where it came from; one of a site's front page counts less.

    Args:
        markup: the page.
        known: where it came from, if that is known.
    """
    stated = [_joined(known, url) for url in (markup.canonical, markup.meta.get("og:url", ""), known) if url]
    whole = [url for url in stated if url.startswith(("http://", "https://")) and host_of(url)]
    return next((url for url in whole if urlsplit(url).path.strip("/")), next(iter(whole), ""))


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def host_of(url: str) -> str:
    """The host of an address, without ``www.``; empty if there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def lang_of(markup: Markup) -> str:
    """The language that the page claims, as a BCP 47 tag; empty if it is none."""
    stated = (markup.lang, markup.meta.get("og:locale", ""), markup.meta.get("content-language", ""))
    tags = (tag.strip().replace("_", "-") for tag in stated)
    return next((tag for tag in tags if _LANG.match(tag)), "")


def _folded(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _site_names(markup: Markup) -> list[str]:
    names = [markup.meta.get(name, "") for name in _SITE_PROPERTIES]
    return [_letters(name) for name in (*names, host_of(url_of(markup)).rpartition(".")[0]) if name]


def _without_site(title: str, known: list[str], sites: list[str]) -> str:
    """Cut the title where another title or heading of the page ends, or before or after what names the site."""
    parts = list(_SEPARATOR.finditer(title))
    for part in parts:
        if any(_letters(title[: part.start()]) == _letters(heading) for heading in known):
            return title[: part.start()].strip()
    for part in parts:
        if _names_site(_letters(title[part.start() :]), sites):
            return title[: part.start()].strip()
    if parts and _letters(title[: parts[0].start()]) in sites:
        return title[parts[0].end() :].strip()
    return title


def _names_site(tail: str, sites: list[str]) -> bool:
    return bool(tail) and any(
        tail == site or (len(site) > 3 and site in tail and len(tail) < 2 * len(site)) for site in sites
    )


def _is_kicker_and(headline: str, title: str) -> bool:
    """Is the title the headline with a kicker before it, as in "Elections: The mayor stays"?"""
    kicker = title.removesuffix(headline).rstrip()
    return len(headline) >= _SHORTEST_HEADLINE and kicker.endswith(":") and len(kicker) < len(headline)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
