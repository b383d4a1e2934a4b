"""De-duplication beside rensa and datasketch, JSON Lines in to JSON Lines out, on records that it generates.

Four tables: documents per CPU second, peak memory a kept document, the second of two daily runs on a stored index
beside the same day in memory, and peak memory over a stream with --window. The peers are installed into an environment
of their own, made on the first run in the user's cache folder; shingles of five words, threshold .7, 128 permutations.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from peers import interpreter

PACKAGES = ["datasketch", "msgspec", "numpy", "rensa"]

WORDS, LEXICON, NAMES = 140, 50_000, 5_000
NAME_EVERY, NUMBER_EVERY = 12, 20
COPIES, RECENT = 0.2, 5_000
"""Share of copies, and how many stories back they reach."""


class Cost(NamedTuple):
    """What a process took: CPU seconds and peak resident kilobytes."""

    seconds: float
    kilobytes: int


def stories(seed: int) -> Iterator[str]:
    """Texts of about 140 words of Zipfian frequency, with names and numbers; no two are alike."""
    chance = np.random.default_rng(seed)
    letters = np.array(list("etaoinshrdlucmfwypvbgk"))
    lexicon = ["".join(letters[chance.integers(0, len(letters), size)]) for size in chance.integers(2, 10, LEXICON)]
    names = [word.capitalize() for word in lexicon[-NAMES:]]
    shares = 1 / np.arange(1, LEXICON + 1)
    bounds = np.cumsum(shares / shares.sum())
    while True:
        words = [lexicon[place] for place in np.searchsorted(bounds[:-1], chance.random(WORDS)).tolist()]
        words[5::NAME_EVERY] = [names[place] for place in chance.integers(0, NAMES, len(words[5::NAME_EVERY]))]
        words[9::NUMBER_EVERY] = [str(number) for number in chance.integers(2, 99_999, len(words[9::NUMBER_EVERY]))]
        yield " ".join(words) + "."


def copy(text: str, chance: np.random.Generator) -> str:
    """A copy as it stands, one with some words exchanged, or the first part."""
    words = text.split()
    match chance.integers(3):
        case 1:
            for place in chance.integers(0, len(words), 3).tolist():
                words[place] = words[place - 1]
        case 2:
            words = words[: int(len(words) * chance.uniform(0.4, 0.8))]
    return " ".join(words)


def write(path: Path, count: int, seed: int, hours: float = 0.01) -> None:
    """Write records so many hours apart, a fifth of them copies of recent ones."""
    chance, fresh, recent = np.random.default_rng(seed), stories(seed), deque(maxlen=RECENT)
    start, encode = datetime(2024, 1, 1), msgspec.json.Encoder().encode
    with path.open("wb") as file:
        for number in range(count):
            if recent and chance.random() < COPIES:
                text = copy(recent[int(chance.integers(len(recent)))], chance)
            else:
                text = next(fresh)
                recent.append(text)
            published = (start + timedelta(hours=hours * number)).isoformat()
            file.write(encode({"id": f"{seed}-{number}", "published": published, "text": text}) + b"\n")


def run(command: list[Any], source: Path, target: Path | None = None) -> Cost:
    """The cost of a filter over a file."""
    with source.open("rb") as stdin, (target or Path(os.devnull)).open("wb") as stdout:
        process = subprocess.Popen(list(map(str, command)), stdin=stdin, stdout=stdout)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def count_lines(path: Path) -> int:
    """How many records a file has."""
    with path.open("rb") as file:
        return sum(1 for _ in file)


Novel = Callable[[str, list[str]], bool]
"""Takes an id and shingles; says whether no earlier text is like it, and remembers it if so."""


def _rensa() -> Novel:
    from rensa import RMinHash, RMinHashDeduplicator

    known = RMinHashDeduplicator(threshold=0.7, num_perm=128, use_lsh=True, num_bands=16)

    def is_new(name: str, shingles: list[str]) -> bool:
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(shingles)
        return bool(known.add(name, sketch))

    return is_new


def _datasketch() -> Novel:
    from datasketch import MinHash, MinHashLSH

    known = MinHashLSH(threshold=0.7, num_perm=128)

    def is_new(name: str, shingles: list[str]) -> bool:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([shingle.encode() for shingle in shingles])
        if known.query(sketch):
            return False
        known.insert(name, sketch, check_duplication=False)
        return True

    return is_new


PEERS = {"rensa": _rensa, "datasketch": _datasketch}


def peer(name: str) -> None:
    """Run a peer as a filter: the least that one would write around the library."""
    is_new, decode = PEERS[name](), msgspec.json.Decoder().decode
    for line in sys.stdin.buffer:
        record = decode(line)
        words = re.findall(r"\w+", record["text"].lower())
        shingles = [" ".join(words[place : place + 5]) for place in range(max(1, len(words) - 4))]
        if is_new(record["id"], shingles):
            sys.stdout.buffer.write(line)


OURS = ["newsutils", "dedupe", "--quiet"]


def speed(folder: Path, count: int, runs: int) -> None:
    """Documents per CPU second, the best of some runs taken in turn."""
    write(folder / "speed.jsonl", count, 1)
    filters = {"newsutils": OURS, "newsutils --jobs 2": [*OURS, "--jobs", "2"]}
    filters |= {name: [interpreter("dedupe", PACKAGES), __file__, "--peer", name] for name in PEERS}
    best = dict.fromkeys(filters, float("inf"))
    for _ in range(runs):
        for name, command in filters.items():
            best[name] = min(best[name], run(command, folder / "speed.jsonl").seconds)
    for name, seconds in best.items():
        print(f"{name:<22}{count / seconds:10.0f} documents per CPU second {best['rensa'] / seconds:8.2f} x rensa")


def memory(folder: Path, count: int) -> None:
    """Peak memory a kept document, over that of one document."""
    whole, one, kept = folder / "memory.jsonl", folder / "one.jsonl", folder / "kept.jsonl"
    write(whole, count, 2)
    write(one, 1, 2)
    filters = {"newsutils": OURS, "rensa": [interpreter("dedupe", PACKAGES), __file__, "--peer", "rensa"]}
    for name, command in filters.items():
        base, cost = run(command, one), run(command, whole, kept)
        size = 1024 * (cost.kilobytes - base.kilobytes) / count_lines(kept)
        print(f"{name:<22}{size:10.0f} bytes a kept document of {count} read {cost.seconds:8.0f} CPU s", flush=True)


def daily(folder: Path, stored: int, day: int) -> None:
    """The second daily run on an index beside the same day in memory."""
    index, known, new = folder / "stories.index", folder / "known.jsonl", folder / "new.jsonl"
    write(known, stored, 3)
    write(new, day, 4)
    built = run([*OURS, "--index", index], known).seconds
    alone, second = run(OURS, new).seconds, run([*OURS, "--index", index], new).seconds
    print(f"an index of {stored}: {built:.0f} CPU s, {index.stat().st_size / stored:.0f} bytes a record on disk")
    print(f"a day of {day}: {second:.1f} CPU s on the index, {alone:.1f} in memory: {second / alone:.2f} x", flush=True)


def window(folder: Path, count: int) -> None:
    """Peak memory over a stream and one four times as long."""
    for factor in (1, 4):
        path = folder / "stream.jsonl"
        write(path, factor * count, 5, hours=0.1)
        cost = run([*OURS, "--window", "7d"], path)
        print(f"--window over {factor * count} records: {cost.kilobytes // 1024} MB", flush=True)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="scripts/bench dedupe", description=__doc__)
    options.add_argument("--speed", type=int, default=10_000, metavar="N", help="records of the speed table")
    options.add_argument("--runs", type=int, default=3, help="runs of the speed table")
    options.add_argument("--memory", type=int, default=100_000, metavar="N", help="records of the memory table")
    options.add_argument("--stored", type=int, default=50_000, metavar="N", help="records that the index holds")
    options.add_argument("--day", type=int, default=10_000, metavar="N", help="records of the second daily run")
    options.add_argument("--window", type=int, default=20_000, metavar="N", help="records of the shorter stream")
    options.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.peer:
        return peer(asked.peer)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speed(folder, asked.speed, asked.runs)
        memory(folder, asked.memory)
        daily(folder, asked.stored, asked.day)
        window(folder, asked.window)
    return None


main()
