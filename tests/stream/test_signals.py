"""Whatever it is doing when a signal comes, it dies by that signal, in silence, and leaves nothing half.

In the first moments, before any line of ours runs, the interpreter says what it says.
"""

import os
import signal
import time
from pathlib import Path

import pytest

from support import PROGRAM, decode

GOOD = b'{"text":"good"}\n'
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def until(holds, seconds=20):
    """Wait until something holds."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "it never came true"
        time.sleep(0.02)


def _feed(process, lines):
    process.stdin.write(lines)
    process.stdin.flush()


def _ended(process, signum):
    process.send_signal(signum)
    process.wait(timeout=10)
    rest, said = process.stdout.read() if process.stdout else b"", process.stderr.read()
    assert process.returncode == -signum
    assert said == b""
    return rest


@pytest.mark.parametrize("signum", ENDING)
def test_while_it_waits_for_input(started, way, signum):
    process = started(*way)
    _feed(process, GOOD * 500)
    seen = [process.stdout.readline() for _ in range(500)]
    assert all(len(decode(line)) == 1 for line in seen)
    assert _ended(process, signum) == b""


@pytest.mark.parametrize("signum", ENDING)
def test_output_file_is_never_half(started, way, signum, tmp_path):
    process = started(*way, "-o", str(tmp_path / "out.jsonl"))
    _feed(process, GOOD * 500)
    until(lambda: any(path.stat().st_size for path in tmp_path.iterdir()))
    _ended(process, signum)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("signum", ENDING)
@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")], ids=["serial", "jobs"])
def test_while_a_filter_works(started, signum, jobs, tmp_path):
    process = started("pipe", "letters | letters --sleep 60", *jobs)
    _feed(process, GOOD)
    until(lambda: _workers(process) == len(jobs))
    time.sleep(0.3)
    assert _ended(process, signum) == b""


def test_while_the_end_is_worked_on(started):
    process = started("backwards", "--sleep", "0.5")
    _feed(process, GOOD * 50)
    process.stdin.close()
    time.sleep(1)
    written = _ended(process, signal.SIGINT)
    assert written == GOOD * written.count(b"\n")


def test_while_batches_are_waited_for_at_the_end(started):
    process = started("letters", "--sleep", "0.05", "--jobs", "2")
    _feed(process, GOOD * 1000)
    process.stdin.close()
    process.stdout.readline()
    written = _ended(process, signal.SIGINT)
    assert len(decode(written)) < 999


def test_while_the_reader_stands_still(started, way, tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(GOOD * 300_000)
    process = started(*way, str(lines))
    process.stdout.read(1000)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    until(lambda: process.poll() == -signal.SIGINT, seconds=5)


@pytest.mark.parametrize("wait", [0.1, 0.2, 0.3, 0.4, 0.6, 0.8])
def test_while_it_starts(started, way, wait, tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(GOOD * 300_000)
    process = started(*way, str(lines), "-o", str(tmp_path / "out"))
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode in (-signal.SIGINT, 130, 0) or b"Traceback" in said
    assert not any(ours in said for ours in (b"newsutils/cli", b"newsutils/commands", b"newsutils/stream"))
    assert sorted(os.listdir(tmp_path)) == ["in.jsonl", "out"] if process.returncode == 0 else ["in.jsonl"]


def test_ignored_signal_stays_ignored(way, shell, tmp_path):
    line = f"trap '' INT HUP; {' '.join(PROGRAM)} {' '.join(way)} < pipe & sleep 1; kill -INT $!; kill -HUP $!; "
    ran = shell(f"mkfifo pipe; {line} echo '{GOOD.decode().strip()}' > pipe; wait $!; echo $?", cwd=tmp_path)
    made, status = ran.stdout.splitlines()
    assert (len(decode(made)), status, ran.stderr) == (1, b"0", b"")


def test_workers_end_with_their_parent(started):
    process = started("letters", "--jobs", "2", "--sleep", "0.01")
    _feed(process, GOOD * 1000)
    process.stdout.readline()
    children = [int(child) for child in _children(process)]
    assert len(children) == 2
    process.kill()
    process.wait()
    until(lambda: not any(_runs(child) for child in children))


def _children(process) -> list[str]:
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


def _workers(process) -> int:
    return len(_children(process))


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
