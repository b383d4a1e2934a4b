"""Ways to clean text beside ours: what they keep of the article, what they repair, and CPU time over ftfy's in one run.

Gold is JSON Lines. With `text` and `gold`, the body, the tables say how much of the page's furniture goes and how much
of the body with it; with `kind` too, the text is damaged, and the table says how much of each kind of damage is undone
exactly, white space folded. On pages that our line model learned from, its figures are too good; those in
`newsutils/cleaning/data/line_model.md` are cross-validated. The peers are installed into an environment of their own,
made on the first run in the user's cache folder.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from peers import compare

PACKAGES = ["clean-text", "justext", "lxml_html_clean"]
OWN_NEEDS = ["dateparser", "ftfy", "msgspec"]
REPAIRS = ("head", "furniture")

WIDE = r"\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
WORDS = re.compile(rf"[{WIDE}]|\w+?(?=[{WIDE}])|\w+")

Cleaner = Callable[[str, str], str]
"""Text and language to the clean text."""


def ours(level: str, skip: tuple[str, ...] = ()) -> Cleaner:
    """Our cleaner at one level."""
    from newsutils.cleaning import clean

    return lambda text, lang: clean(text, lang=lang, level=level, skip=skip).text


def _nothing() -> Cleaner:
    return lambda text, _: text


def _ftfy() -> Cleaner:
    from ftfy import fix_text

    return lambda text, _: fix_text(text)


def _cleantext() -> Cleaner:
    from cleantext import clean

    return lambda text, _: clean(text, lower=False, to_ascii=False, no_line_breaks=False)


def _c4() -> Cleaner:
    """The line rules of the C4 corpus (C. Raffel et al., "Exploring the limits of transfer learning", 2020, 2.2)."""

    def is_kept(line: str) -> bool:
        ends = line.rstrip("\"'”’»)").endswith((".", "!", "?", "。", "！", "？"))
        return ends and len(line.split()) >= 5 and "javascript" not in line.lower() and "{" not in line

    return lambda text, _: "\n".join(line for line in text.split("\n") if is_kept(line.strip()))


def _justext() -> Cleaner:
    """The classifier jusText (J. Pomikálek, 2011), each line as a paragraph; English where it lacks the language."""
    from html import escape

    import justext

    names = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
             "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian_Bokmal", "nb": "Norwegian_Bokmal",
             "pl": "Polish", "cs": "Czech", "tr": "Turkish", "ru": "Russian", "uk": "Ukrainian", "id": "Indonesian",
             "ko": "Korean"}  # fmt: skip

    def cleaned(text: str, lang: str) -> str:
        page = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
        words = justext.get_stoplist(names.get(lang, "English"))
        found = justext.justext(f"<html><body>{page}</body></html>", words)
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)

    return cleaned


PEERS = [_nothing, _ftfy, _cleantext, _c4, _justext]
REPAIRERS = [_nothing, _ftfy, _cleantext]


def shingles(words: list[str], size: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `size` words, counted."""
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)) if words)


def bodies(records: list[dict], told: list[str]) -> str:
    """F1 of word 4-grams, from the means of precision and recall, and the share of the gold's words that is lost."""
    precision, recall, lost, total = [], [], 0, 0
    for record, text in zip(records, told, strict=True):
        gold, found = WORDS.findall(record["gold"]), WORDS.findall(text)
        ours, theirs = shingles(found), shingles(gold)
        common = (ours & theirs).total()
        precision += [common / ours.total()] if ours else []
        recall.append(common / max(1, theirs.total()))
        lost += (Counter(gold) - Counter(found)).total()
        total += len(gold)
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / len(recall)
    return f"{2 * p * r / (p + r or 1):>9.3f} {100 * lost / total:>8.2f}"


def repairs(records: list[dict], told: list[str]) -> str:
    """The share of texts of each kind of damage that are the gold's again."""
    right, count = Counter(), Counter()
    for record, text in zip(records, told, strict=True):
        count[record["kind"]] += 1
        right[record["kind"]] += text.split() == record["gold"].split()
    return " ".join(f"{right[kind] / count[kind]:>6.2f}" for kind in count)


def timed(cleaner: Cleaner, records: list[dict]) -> tuple[list[str], float]:
    """The clean texts, and the CPU seconds that they took; the least of two runs."""
    least = float("inf")
    for _ in range(2):
        began = time.process_time()
        told = [cleaner(record["text"], record.get("lang") or "") for record in records]
        least = min(least, time.process_time() - began)
    return told, least


def report(paths: list[Path]) -> None:
    """Print a table for each gold file."""
    for path in paths:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        damaged = "kind" in records[0]
        peers, score = (REPAIRERS, repairs) if damaged else (PEERS, bodies)
        own = {"newsutils": ours("normal", REPAIRS)} if damaged else {f"newsutils {one}": ours(one) for one in LEVELS}
        kinds = " ".join(f"{kind:>6}" for kind in dict.fromkeys(one.get("kind") for one in records) if kind)
        print(f"{path.stem:<18}{kinds if damaged else '       F1   lost %'}  CPU over ftfy")
        results = {name: timed(made, records) for name, made in own.items()}
        results |= {peer.__name__.strip("_"): timed(peer(), records) for peer in peers}
        for name, (told, seconds) in results.items():
            print(f"{name:<18}{score(records, told)} {seconds / results['ftfy'][1]:>14.2f}")
        print(flush=True)


LEVELS = ("safe", "normal", "strict")


compare("clean", __doc__, [*OWN_NEEDS, *PACKAGES], report)
