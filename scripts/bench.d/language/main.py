"""Language detectors beside ours: accuracy on gold by the size of texts, claims for unknown languages, and CPU time.

Gold is JSON Lines (also .gz) with `text`, `lang` and `size`; texts in a language of which no other detector than ours
says that it does not know it are given with --unknown. The peers are installed into an environment of their own, made
on the first run in the user's cache folder.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peers import compare

PACKAGES = ["msgspec", "numpy", "langdetect", "py3langid", "pycld2"]
SAME = {"nb": "no", "nn": "no", "zh-cn": "zh", "zh-tw": "zh", "zh-Hant": "zh", "iw": "he", "un": "und"}
"""Other names of languages."""

Detector = Callable[[str], str]
"""A text to an ISO 639 code; empty for none."""


def _ours() -> Detector:
    from newsutils.language import detect_language

    return lambda text: detect_language(text).lang


def _langdetect() -> Detector:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def find(text: str) -> str:
        try:
            return detect(text)
        except LangDetectException:
            return "und"

    return find


def _py3langid() -> Detector:
    from py3langid import classify

    return lambda text: classify(text)[0]


def _pycld2() -> Detector:
    from pycld2 import detect, error

    def find(text: str) -> str:
        try:
            return detect("".join(filter(str.isprintable, text)))[2][0][1]
        except error:
            return "und"

    return find


DETECTORS = {"langdetect": _langdetect, "newsutils": _ours, "py3langid": _py3langid, "pycld2": _pycld2}


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a gold file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def measure(find: Detector, known: list[dict[str, Any]]) -> tuple[dict[str, float], float]:
    """Accuracy by size, and CPU seconds."""
    began = time.process_time()
    told = [find(one["text"]) for one in known]
    seconds = time.process_time() - began
    right: dict[str, list[bool]] = {}
    for one, lang in zip(known, told, strict=True):
        right.setdefault(one["size"], []).append(SAME.get(lang, lang) == one["lang"])
    return {size: sum(hits) / len(hits) for size, hits in right.items()}, seconds


def report(paths: list[Path], unknown: Path | None) -> None:
    """Print a table; CPU is a ratio to langdetect's."""
    known = [record for path in paths for record in records(path)]
    others = records(unknown) if unknown else []
    rows = {}
    for name, make in DETECTORS.items():
        try:
            find = make()
            find(known[0]["text"])  # what is loaded once counts for nobody
        except ImportError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        withheld = sum(find(one["text"]).startswith("und") for one in others) / max(1, len(others))
        rows[name] = (*measure(find, known), withheld)
    sizes = list(dict.fromkeys(one["size"] for one in known))
    unit = rows["langdetect"][1] if "langdetect" in rows else 1.0
    print(f"{'accuracy':<12}", *(f"{size:>6}" for size in sizes), "   CPU  ms a text  unknown withheld")
    for name, (right, seconds, withheld) in rows.items():
        each = 1000 * seconds / len(known)
        print(
            f"{name:<12}",
            *(f"{right[size]:.4f}" for size in sizes),
            f"{seconds / unit:>6.3f} {each:>9.3f} {withheld:>9.3f}",
        )


UNKNOWN = ("--unknown", {"type": Path, "help": "texts in languages that have no statistics"})
compare("language", __doc__, PACKAGES, report, options=[UNKNOWN])
