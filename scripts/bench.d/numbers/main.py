"""Extractors of numbers beside ours: F1 of values on gold, and CPU time in one run.

Gold is JSON Lines with `text`, `lang` and `numbers`, each with a `value`, or `min` and `max`. Values are compared as a
bag of each text, so that peers that rewrite the text and give no offsets can be compared too. The peers are installed
into an environment of their own, made on the first run in the user's cache folder. CQE, the strongest of them, is not
here: it pins old versions of spaCy and of a model.
"""

import json
import re
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from peers import compare, sample

# Recognizers-Text imports a name that newer versions of emoji have no more.
PACKAGES = ["emoji<2", "number-parser", "numerizer", "quantulum3", "recognizers-text-suite", "text2num"]
OURS_NEEDS = ["dateparser", "msgspec"]
DIGITS = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
YARDSTICK = "quantulum3"

Value = float | tuple[float | None, float | None]
Extractor = Callable[[str, str], Iterable[Value]]
"""Language and text to the values in it."""


def value_of(number: dict[str, Any]) -> Value:
    """A value, or the two ends of what has none."""
    if number.get("value") is not None:
        return rounded(number["value"])
    return tuple(None if number.get(end) is None else rounded(number[end]) for end in ("min", "max"))


def rounded(value: Any) -> float:
    """A value to six digits, as far as peers agree on one third."""
    return float(f"{float(value):.6g}")


def ours() -> Extractor:
    """Our values."""
    from newsutils.numbers import extract_numbers

    fields = ("value", "min", "max")
    return lambda lang, text: [
        value_of({name: getattr(one, name) for name in fields}) for one in extract_numbers(text, lang)
    ]


def quantulum3() -> Extractor:
    """The values of quantulum3, without its classifier."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

    return lambda _, text: [rounded(one.value) for one in parser.parse(text)]


def recognizers() -> Extractor:
    """The values of Recognizers-Text: of units, and of numbers that are in none of them."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    models = (recognize_currency, recognize_dimension, recognize_age, recognize_temperature, recognize_percentage)
    cultures = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "de": "de-de", "it": "it-it", "pt": "pt-br"}

    def extract(lang: str, text: str) -> Iterable[Value]:
        taken: list[range] = []
        for model in (*models, recognize_number):
            for one in model(text, cultures.get(lang, "en-us")):
                place = range(one.start, one.end + 1)
                value = (one.resolution or {}).get("value")
                if value and not any(set(place) & set(other) for other in taken):
                    taken.append(place)
                    yield rounded(str(value).strip("%").replace(",", ""))

    return extract


def rewritten(rewrite: Callable[[str, str], str]) -> Extractor:
    """The digits in what a peer makes of the text."""
    return lambda lang, text: [rounded(one.replace(",", "")) for one in DIGITS.findall(rewrite(lang, text))]


def numerizer() -> Extractor:
    """The values of numerizer."""
    from numerizer import numerize

    return rewritten(lambda _, text: numerize(text))


def text2num() -> Extractor:
    """The values of text2num."""
    from text_to_num import alpha2digit

    return rewritten(
        lambda lang, text: alpha2digit(text, lang if lang in ("en", "es", "fr", "de", "it", "pt") else "en")
    )


def number_parser() -> Extractor:
    """The values of number-parser."""
    from number_parser import parse

    return rewritten(lambda lang, text: parse(text, lang if lang in ("en", "es", "hi", "ru", "uk") else "en"))


PEERS = (ours, quantulum3, recognizers, numerizer, text2num, number_parser)


def told(extract: Callable[[str], Iterable[Value]], text: str) -> Counter[Value]:
    """What an extractor says of a text; nothing where it fails."""
    try:
        return Counter(extract(text))
    except Exception:
        return Counter()


def measure(extract: Extractor, records: list[dict[str, Any]], sample: int) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of values in per cent, and CPU seconds per million characters of the first records."""
    hits = said = wanted = length = 0
    spent = 0.0
    for one in records:
        gold = Counter(value_of(number) for number in one.get("numbers", ()))
        began = time.process_time()
        found = told(partial(extract, one.get("lang", "en")), one["text"])
        if length < sample:
            spent += time.process_time() - began
            length += len(one["text"])
        hits += (gold & found).total()
        said += found.total()
        wanted += gold.total()
    f1 = 200 * hits / max(1, said + wanted)
    return 100 * hits / max(1, said), 100 * hits / max(1, wanted), f1, spent * 1_000_000 / max(1, length)


def report(paths: list[Path], sample: int) -> None:
    """Print a table for each gold file, with the CPU time of each as a share of quantulum3's."""
    extractors = {peer.__name__: peer() for peer in PEERS}
    for extract in extractors.values():
        told(partial(extract, "en"), "It took five of 12 men 3.5 hours.")
    for path in paths:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = {name: measure(extract, records, sample) for name, extract in extractors.items()}
        print(f"{path.stem:<24}    P      R     F1   CPU s/MB   1/ of {YARDSTICK}")
        for name, (precision, recall, f1, seconds) in rows.items():
            share = rows[YARDSTICK][3] / max(seconds, 1e-9)
            print(f"{name:<24}{precision:>6.1f} {recall:>6.1f} {f1:>6.1f} {seconds:>10.3f} {share:>8.1f}")
        print(flush=True)


compare(
    "numbers",
    __doc__,
    [*OURS_NEEDS, *PACKAGES],
    report,
    options=[sample(50_000)],
)
