"""The cost of the stream: stages beside `cat`, the barest loop and `jq`; jobs; start-up; latency; memory.

Figures are CPU seconds of whole process trees, the least of some runs taken in turn, and their ratios.
"""

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "tests" / "plugin")}
RUN = "newsutils letters"

STAGES = {
    "one stage": RUN,
    "five fused": "newsutils pipe 'letters | letters --as b | letters --as c | letters --as d | letters --as e'",
    "five in the shell": " | ".join([RUN, *(f"{RUN} --as {name}" for name in "bcde")]),
}

BARE = """
import click
@click.command()
@click.option("--number", default=1, help="A number.")
def main(number):
    "A bare program."
main()
"""

BAREST = """
import sys, jsonlines, msgspec
encode = msgspec.json.Encoder().encode
reader = jsonlines.Reader(sys.stdin.buffer, loads=msgspec.json.Decoder(dict[str, msgspec.Raw]).decode)
writer = jsonlines.Writer(open(1, "wb", closefd=False), dumps=encode)
for record in reader.iter(type=dict, skip_empty=True):
    record["letters"] = msgspec.Raw(encode(len(msgspec.json.decode(record["text"]))))
    writer.write(record)
"""


def write_records(path: Path, size: int, words: int = 870) -> None:
    """Write some megabytes of records with ten fields and texts of about 5 kB."""
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyzéü"
    lexicon = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(5000)]
    with path.open("w", encoding="utf-8") as out:
        number = 0
        while out.tell() < size:
            number += 1
            known = {"id": f"{number:08x}", "url": f"https://example.org/{number}", "source": "example.org"}
            text = " ".join(chance.choices(lexicon, k=words))
            rest = {"title": "A title", "lang": "en", "score": 0.1, "tags": ["a", "b"], "published": "2024-05-01"}
            out.write(json.dumps({**known, **rest, "text": text}, ensure_ascii=False) + "\n")


def cpu(line: str, source: Path) -> float:
    """CPU seconds of a line of bash that reads a file and whose output is thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with source.open("rb") as stdin:
        subprocess.run(["bash", "-c", line], stdin=stdin, stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(lines: dict[str, str], source: Path, runs: int) -> dict[str, float]:
    """The least CPU seconds of each line, the lines taken in turn."""
    seen: dict[str, list[float]] = {name: [] for name in lines}
    for _ in range(runs):
        for name, line in lines.items():
            seen[name].append(cpu(line, source))
    return {name: min(times) for name, times in seen.items()}


def latency(line: str, tries: int = 20) -> float:
    """Milliseconds from a record's way in to its way out of a pipe that stays open; the median."""
    times = []
    with subprocess.Popen(
        ["bash", "-c", line], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        for _ in range(tries):
            began = time.perf_counter()
            process.stdin.write(b'{"text":"a"}\n')
            process.stdin.flush()
            process.stdout.readline()
            times.append(1000 * (time.perf_counter() - began))
        process.stdin.close()
    return sorted(times)[tries // 2]


def peak(arguments: list[str], seconds: float) -> list[int]:
    """Resident megabytes of a process tree, sampled while an endless stream goes through it."""
    with subprocess.Popen(
        ["newsutils", *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=ENVIRONMENT
    ) as process:
        threading.Thread(target=_feed, args=(process, seconds), daemon=True).start()
        sizes = []
        while process.poll() is None:
            time.sleep(seconds / 6)
            sizes.append(sum(map(_resident, [process.pid, *_children(process.pid)])) // 1024)
    return sizes[:-1]


def _feed(process: subprocess.Popen, seconds: float) -> None:
    line = json.dumps({"text": "word " * 1000}).encode() + b"\n"
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        process.stdin.write(line * 50)
    process.stdin.close()


def _children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def _resident(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="scripts/bench stream", description=__doc__)
    options.add_argument("--megabytes", type=int, default=100, help="size of the stream")
    options.add_argument("--runs", type=int, default=3, help="how often each line is run")
    options.add_argument("--seconds", type=float, default=12, help="how long the endless stream lasts")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records, few = Path(folder, "records.jsonl"), Path(folder, "few.jsonl")
        write_records(records, asked.megabytes * 1_000_000)
        write_records(few, asked.megabytes * 200_000)
        throughput(records, asked.runs)
        jobs(few, asked.runs)
    start(5 * asked.runs)
    for name, line in {**STAGES, "two jobs": f"{RUN} -j 2"}.items():
        print(f"a record through a slow pipe, {name:<20}{latency(line):8.1f} ms")
    for name, arguments in {"serial": ["letters"], "two jobs": ["letters", "-j", "2"]}.items():
        sizes = peak(arguments, asked.seconds)
        print(f"endless stream, {name}: {max(sizes)} MB at most; all along {sizes}")


def throughput(records: Path, runs: int) -> None:
    """One trivial stage beside its peers, and five of them in both ways."""
    lines = {
        "cat": "cat",
        "barest loop": f"{sys.executable} -c '{BAREST}'",
        **STAGES,
        **({"jq -c .": "jq -c ."} if shutil.which("jq") else {}),
    }
    times = least(lines, records, runs)
    for name, seconds in times.items():
        row = "".join(f"{seconds / times[peer]:9.2f} x {peer}" for peer in ("cat", "barest loop", "one stage"))
        print(f"{name:<20}{seconds:8.2f} s{row}")
    if "jq -c ." in times:
        print(f"one stage over jq -c .: {times['one stage'] / times['jq -c .']:.2f} x")


def jobs(records: Path, runs: int) -> None:
    """Two workers beside none, at a millisecond of work a record."""
    slow = f"{RUN} --work 0.001"
    with tempfile.NamedTemporaryFile() as stats:
        lines = {"one": slow, "two": f"{slow} --jobs 2 --stats {stats.name}"}
        times = least(lines, records, runs)
        said = json.loads(Path(stats.name).read_text())
    parent = said["cpu_seconds_parent"] / said["cpu_seconds"]
    print(f"two jobs over none at 1 ms a record: {times['two'] / times['one']:.3f} x CPU, parent {parent:.1%} of it")


def start(runs: int) -> None:
    """Help and version beside the help of a bare click program."""
    lines = {"bare click": f"{sys.executable} -c '{BARE}' --help"}
    lines |= {said: f"newsutils {said}" for said in ("--version", "--help", "clean --help", "extract-numbers --help")}
    times = least(lines, Path(os.devnull), runs)
    for name, seconds in times.items():
        print(f"start-up, {name:<24}{1000 * seconds:8.0f} ms{seconds / times['bare click']:9.2f} x bare click")


main()
