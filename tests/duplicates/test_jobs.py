"""Sketches are made in batches, by other processes if asked for, and the output is the same."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from support import PROGRAM, ROOT, encode

STORY = (
    "A fire in a warehouse in {town} kept {crews} crews busy for five hours on Friday, and the road to {town} harbour "
    "stayed closed until {hour}:40. Police in {town} said that nobody was hurt and that the damage was put at {crews} "
    "million crowns by the owner, a maker of {town}ware, who thanked the crews."
)
TEXTS = [
    text
    for place in range(60)
    for story in [STORY.format(town=f"Asker{place % 7}", crews=place % 5 + 3, hour=place % 4 + 10)]
    for text in (
        f"{story} It was fire number {place} of the year in the district of Norland.",
        story.partition(" Police")[0],
        f"The council of place {place} met on day {place} and adopted budget {place * 7} without a debate, it said.",
    )
]
RECORDS = [
    {"id": str(place), "text": text, "published": f"2024-05-{place // 10 + 1:02}"} for place, text in enumerate(TEXTS)
]
BAD = [
    b"no record\n",
    b'{"id":"x"}\n',
    b'{"id":"y","text":17}\n',
    b'{"id":"0","text":"other"}\n',
    b"\n",
    b'{"text":"\\ud800"}\n',
]


@pytest.fixture
def lines():
    made = [encode([record]) for record in RECORDS]
    for place, line in enumerate(BAD * 3):
        made.insert(7 * place + 5, line)
    return b"".join(made)


WAYS = [
    (),
    ("--on-error", "keep"),
    ("--on-error", "fail"),
    ("--mark", "--window", "2d"),
    ("--keep", "longest", "--on-error", "keep"),
    ("--keep", "earliest", "--mark"),
    ("--by", "paragraph"),
]


@pytest.mark.parametrize("way", WAYS)
def test_jobs_give_the_same_bytes_and_errors(newsutils, lines, way):
    serial, parallel = (newsutils("dedupe", *way, *jobs, stdin=lines) for jobs in ((), ("--jobs", "3")))
    assert serial.stdout == parallel.stdout
    assert serial.stderr == parallel.stderr
    assert serial.returncode == parallel.returncode == 1


def test_in_a_pipe_the_filters_before_it_work_in_the_workers_too(newsutils, lines):
    stages = "split-sentences | dedupe --mark | extract-numbers"
    serial, parallel = (newsutils("pipe", stages, *jobs, stdin=lines) for jobs in ((), ("--jobs", "2")))
    assert serial.stdout == parallel.stdout
    assert sorted(serial.stderr.splitlines()) == sorted(parallel.stderr.splitlines())
    shell = newsutils("split-sentences", stdin=lines)
    for command in (("dedupe", "--mark"), ("extract-numbers",)):
        shell = newsutils(*command, stdin=shell.stdout)
    assert shell.stdout == serial.stdout


def test_a_batch_says_no_more_than_its_records_one_by_one(newsutils):
    started = subprocess.Popen([*PROGRAM, "dedupe", "--mark"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    one_by_one = b""
    for record in RECORDS[:40]:
        started.stdin.write(encode([record]))
        started.stdin.flush()
        one_by_one += started.stdout.readline()
    started.communicate()
    assert one_by_one == newsutils("dedupe", "--mark", stdin=encode(RECORDS[:40])).stdout


def test_a_worker_that_is_killed_costs_nothing(newsutils, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_bytes(encode(RECORDS))
    command = [*PROGRAM, "dedupe", "--jobs", "2", "--mark"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        process.stdin.write(encode(RECORDS[:90]))
        process.stdin.flush()
        first = b"".join(process.stdout.readline() for _ in range(90))
        os.kill(int(_children(process.pid)[0]), signal.SIGKILL)
        time.sleep(0.1)
        rest = process.communicate(encode(RECORDS[90:]))[0]
    assert first + rest == newsutils("dedupe", "--mark", str(source)).stdout


def _children(process):
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def test_stats_count_the_work_of_both_halves(newsutils, tmp_path):
    path = tmp_path / "stats.json"
    newsutils("dedupe", "--mark", "--stats", str(path), stdin=encode(RECORDS))
    (stage,) = json.loads(path.read_text())["stages"]
    assert (stage["records_in"], stage["records_out"]) == (len(RECORDS), len(RECORDS))
    assert stage["cpu_seconds"] > 0
