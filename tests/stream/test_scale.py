"""Large and endless streams: memory stays flat."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import PROGRAM

ENDLESS = """
import sys
while True:
    sys.stdout.buffer.write(b'{"text":"' + b"word " * 2000 + b'"}\\n')
"""


@pytest.mark.slow
def test_line_of_a_hundred_megabytes_passes(newsutils, way):
    size = 100_000_000
    ran = newsutils(*way, stdin=b'{"text":"' + b"a" * size + b'"}\n{"text":"b"}\n')
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.endswith(b'"letters":%d}\n{"text":"b","letters":1}\n' % size)


def test_large_records_are_spread_over_the_workers(newsutils):
    lines = b"".join(b'{"text":"%s"}\n' % (b"a" * size) for size in [300_000, 3] * 10)
    began = time.monotonic()
    ran = newsutils("letters", "--sleep", "0.4", "--jobs", "4", stdin=lines)
    took = time.monotonic() - began
    assert ran.stdout.count(b"\n") == 20
    assert took < 0.4 * 20, "one worker alone would have slept so long"


@pytest.mark.slow
def test_memory_is_flat_on_an_endless_stream(way):
    sizes = _sizes(way, seconds=8)
    assert len(sizes) > 10
    half = len(sizes) // 2
    assert max(sizes[half:]) < 1.1 * max(sizes[3:half])
    assert max(sizes) < 250_000


@pytest.mark.slow
def test_memory_is_flat_while_the_reader_stands_still(way):
    sizes = _sizes(way, seconds=5, reads=False)
    assert max(sizes) < 250_000


def _sizes(way, seconds, reads=True) -> list[int]:
    """Resident kilobytes of the program and its workers, sampled while it is fed."""
    endless = [sys.executable, "-c", ENDLESS]
    out = subprocess.DEVNULL if reads else subprocess.PIPE
    with (
        subprocess.Popen(endless, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as feeder,
        subprocess.Popen([*PROGRAM, *way], stdin=feeder.stdout, stdout=out) as process,
    ):
        time.sleep(1)
        sizes, ends = [], time.monotonic() + seconds
        while time.monotonic() < ends:
            sizes.append(sum(_resident(one) for one in [process.pid, *_children(process.pid)]))
            time.sleep(0.25)
        process.kill()
        feeder.kill()
    return sizes


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _resident(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
