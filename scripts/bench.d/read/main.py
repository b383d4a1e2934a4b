"""Readers of HTML pages beside ours: shingle F1 on gold, exact texts, and CPU time in one run.

Gold is JSON Lines (also .gz) with `html` and `gold`, the true body. The peers are installed into an environment of
their own, made on the first run in the user's cache folder.
"""

import gzip
import json
import logging
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from peers import compare

PACKAGES = [
    "msgspec", "langdetect", "numpy", "trafilatura", "lxml_html_clean", "resiliparse", "jusText", "readability-lxml",
    "newspaper4k",
]  # fmt: skip
WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|\w+?(?=[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f])|\w+")

Reader = Callable[[str, str], str]
"""HTML and language of a page to the text of its article."""


def _ours() -> Reader:
    from newsutils.reading import read_page

    return lambda html, _: read_page(html.encode()).text


def _ours_alone() -> Reader:
    from newsutils.reading import article, read_page

    def read(html: str, _: str) -> str:
        extract, article.trafilatura_body = article.trafilatura_body, lambda _: ""
        try:
            return read_page(html.encode()).text
        finally:
            article.trafilatura_body = extract

    return read


def _trafilatura() -> Reader:
    from trafilatura import extract

    return lambda html, _: extract(html, include_comments=False) or ""


def _trafilatura_precision() -> Reader:
    from trafilatura import extract

    return lambda html, _: extract(html, include_comments=False, favor_precision=True) or ""


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html, _: extract_plain_text(html, main_content=True, alt_texts=False)


def _justext() -> Reader:
    from justext import get_stoplist, get_stoplists, justext

    names = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "pl": "Polish"}
    stops = {code: get_stoplist(name) for code, name in names.items() if name in get_stoplists()}
    english = get_stoplist("English")

    def read(html: str, lang: str) -> str:
        return "\n\n".join(
            one.text for one in justext(html.encode(), stops.get(lang, english)) if not one.is_boilerplate
        )

    return read


def _readability() -> Reader:
    from lxml.html import fromstring
    from readability import Document

    return lambda html, _: "\n".join(fromstring(Document(html).summary()).itertext())


def _newspaper() -> Reader:
    from newspaper import Article

    def read(html: str, lang: str) -> str:
        article = Article("https://example.org/", language=lang or "en")
        article.download(input_html=html)
        article.parse()
        return article.text

    return read


READERS = {
    "newsutils": _ours,
    "newsutils without the extra": _ours_alone,
    "trafilatura": _trafilatura,
    "trafilatura, precision": _trafilatura_precision,
    "resiliparse": _resiliparse,
    "jusText": _justext,
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
}


def runs(words: list[str], size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of so many words, counted."""
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words)


def measure(read: Reader, pages: list[dict[str, Any]]) -> tuple[float, float, float, int, float]:
    """Shingle F1, P and R (means over pages), how many pages failed, and CPU seconds."""
    precision, recall, failed, seconds = [], [], 0, 0.0
    for page in pages:
        began = time.process_time()
        try:
            text = read(page["html"], page.get("lang", ""))
        except Exception:
            text, failed = "", failed + 1
        seconds += time.process_time() - began
        ours, theirs = runs(WORDS.findall(text)), runs(WORDS.findall(page["gold"]))
        common = (ours & theirs).total()
        precision += [common / ours.total()] if ours else []
        recall.append(common / theirs.total())
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / len(recall)
    return 2 * p * r / (p + r or 1), p, r, failed, seconds


def report(paths: list[Path]) -> None:
    """Print a table for each gold file; CPU is a ratio to trafilatura's."""
    logging.disable(logging.CRITICAL)
    for path in paths:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            pages = [json.loads(line) for line in lines]
        rows = {}
        for name, make in READERS.items():
            try:
                read = make()
            except ImportError as error:
                print(f"{name}: {error}", file=sys.stderr)
                continue
            with suppress(Exception):  # what is loaded once counts for nobody
                read(pages[0]["html"], "en")
            rows[name] = measure(read, pages)
        unit = rows["trafilatura"][-1] if "trafilatura" in rows else 1.0
        print(f"{path.name:<30} {'F1':>6} {'P':>6} {'R':>6} failed  CPU  ms a page")
        for name, (f1, p, r, failed, seconds) in rows.items():
            each = 1000 * seconds / len(pages)
            print(f"{name:<30} {f1:.4f} {p:.4f} {r:.4f} {failed:>6} {seconds / unit:>5.2f} {each:>9.1f}", flush=True)


compare("read", __doc__, PACKAGES, report)
