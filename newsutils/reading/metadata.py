"""Title, byline, date, address and language of a page, from its linked data, its meta elements and its headings."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from newsutils.reading.linked_data import names_of, text_of
from newsutils.reading.markup import Markup
from newsutils.reading.tokens import resolved

_TITLE_PROPERTIES = ("og:title", "twitter:title", "dc.title", "sailthru.title", "headline")
_DATE_PROPERTIES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "last-modified",
)
_AUTHOR_PROPERTIES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SITE_PROPERTIES = ("og:site_name", "application-name")
_SUFFIX = re.compile(r"\s+(?:[|•·»«:—–-]|::)\s+|\s*[|｜]\s*")
_STAMP = re.compile(
    r"(?P<day>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d{1,9})? ?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
_SHORTEST_HEADLINE = 20
_PLACEHOLDER = re.compile(r"https?://|@")


def title_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """The headline, without the name of the site."""
    stated = [text_of(article.get("headline")), *(resolved(markup.meta.get(name, "")) for name in _TITLE_PROPERTIES)]
    candidates = [_folded(title) for title in (*stated, *markup.headings[:1], markup.title) if title]
    if not candidates:
        return ""
    sites = _site_names(markup)
    known = [*markup.headings, *candidates]
    title, *others = (_without_site(candidate, known, sites) for candidate in candidates)
    headline = next((other for other in others if _is_kicker_and(other, title)), title)
    variants = [one for one in (title, *others) if _letters(one) == _letters(headline)]
    return max(variants, key=variants.count)


def byline_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """The authors' names, separated by commas."""
    names = names_of(article.get("author")) or names_of(article.get("creator"))
    stated = (markup.meta.get(name, "") for name in _AUTHOR_PROPERTIES)
    names = names or [next((name for name in stated if name and not _PLACEHOLDER.search(name)), "")]
    return ", ".join(dict.fromkeys(_folded(name) for name in names if name))


def published_of(markup: Markup, article: Mapping[str, Any]) -> str:
    """When the page was published, in ISO 8601: a date, or a date and a time."""
    stated: Iterable[str] = (
        text_of(article.get("datePublished")),
        *(markup.meta.get(name, "") for name in _DATE_PROPERTIES),
        *markup.times[:3],
        text_of(article.get("dateCreated")),
    )
    return next(filter(None, map(iso_date, stated)), "")


def iso_date(text: str) -> str:
    """The ISO 8601 date or time that a text begins with, in its extended form; empty if there is none."""
    stamp = _STAMP.match(text.strip())
    if stamp is None:
        compact = _COMPACT.match(text.strip())
        return "-".join(compact.groups()) if compact else ""
    if not stamp["time"]:
        return stamp["day"]
    zone = stamp["zone"] or ""
    return f"{stamp['day']}T{stamp['time']}{zone[:3] + ':' + zone[-2:] if len(zone) > 1 else zone}"


def url_of(markup: Markup) -> str:
    """The page's own address, where it is a whole one."""
    stated = (markup.canonical, markup.meta.get("og:url", ""))
    return next((url for url in stated if url.startswith(("http://", "https://")) and host_of(url)), "")


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
    """Cut the title where another title or heading of the page ends, or before what names the site."""
    parts = [part.start() for part in _SUFFIX.finditer(title)]
    for cut in parts:
        if any(_letters(title[:cut]) == _letters(heading) for heading in known):
            return title[:cut].strip()
    for cut in parts:
        tail = _letters(title[cut:])
        if tail and any(
            tail == site or (len(site) > 3 and site in tail and len(tail) < 2 * len(site)) for site in sites
        ):
            return title[:cut].strip()
    return title


def _is_kicker_and(headline: str, title: str) -> bool:
    """Is the title the headline with a kicker before it, as in "Elections: The mayor stays"?"""
    kicker = title.removesuffix(headline).rstrip()
    return len(headline) >= _SHORTEST_HEADLINE and kicker.endswith(":") and len(kicker) < len(headline)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
