"""The cost of the stream: one trivial stage beside `cat`, the barest loop and `jq`; stages in a shell and fused; jobs.

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

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "tests" / "plugin")}
RUN = "newsutils letters"

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
    options.add_argument("--megabytes", type=int, default=100)
    options.add_argument("--runs", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records, few = Path(folder, "records.jsonl"), Path(folder, "few.jsonl")
        write_records(records, asked.megabytes * 1_000_000)
        write_records(few, 10_000_000)
        throughput(records, asked.runs)
        jobs(few, asked.runs)
    for name, line in {"one stage": RUN, "five in the shell": " | ".join([RUN] * 5), "two jobs": f"{RUN} -j 2"}.items():
        print(f"first record through a slow pipe, {name:<18}{latency(line):8.1f} ms")
    for name, arguments in {"serial": ["letters"], "two jobs": ["letters", "-j", "2"]}.items():
        print(f"megabytes while an endless stream passes, {name}: {peak(arguments, 12)}")


def throughput(records: Path, runs: int) -> None:
    """One trivial stage beside its peers, and five of them in both ways."""
    python = sys.executable
    lines = {
        "cat": "cat",
        "barest loop": f"{python} -c '{BAREST}'",
        "one stage": RUN,
        "five fused": "newsutils pipe 'letters | letters | letters | letters | letters'",
        "five in the shell": " | ".join([RUN] * 5),
        **({"jq -c .": "jq -c ."} if shutil.which("jq") else {}),
    }
    times = least(lines, records, runs)
    for name, seconds in times.items():
        said = f"{name:<20}{seconds:8.2f} s {seconds / times['cat']:8.1f} x cat"
        print(f"{said} {seconds / times['barest loop']:8.2f} x barest {seconds / times['one stage']:8.2f} x one stage")


def jobs(records: Path, runs: int) -> None:
    """Two workers beside none, at a millisecond of work a record."""
    times = least({name: f"{RUN} --work 0.001 {name}" for name in ("", "--jobs 2")}, records, runs)
    with tempfile.NamedTemporaryFile() as stats:
        cpu(f"{RUN} --work 0.001 --jobs 2 --stats {stats.name}", records)
        said = json.loads(Path(stats.name).read_text())
    parent = said["cpu_seconds_parent"] / said["cpu_seconds"]
    print(f"two jobs over none at 1 ms a record: {times['--jobs 2'] / times['']:.3f} x CPU, parent {parent:.1%} of it")


main()
