"""Output is whole or absent, in time, and its end is told by the exit code."""

import os
import subprocess
import time

from support import PROGRAM, decode

GOOD = b'{"text":"good"}\n'
DELAY = 0.1
"""Seconds after which a record must have come through a pipe that is open but silent."""


def _answer_time(process) -> float:
    process.stdin.write(GOOD)
    process.stdin.flush()
    began = time.monotonic()
    assert process.stdout.readline()
    return time.monotonic() - began


def test_slow_pipe_is_answered_at_once(started, way):
    process = started(*way)
    _answer_time(process)  # loads the program
    assert min(_answer_time(process) for _ in range(5)) < DELAY


def test_five_stages_in_the_shell_answer_at_once():
    line = " | ".join([" ".join([*PROGRAM, "letters"])] * 5)
    with subprocess.Popen(["bash", "-c", line], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        _answer_time(process)
        assert min(_answer_time(process) for _ in range(5)) < DELAY
        process.stdin.close()


def test_output_file_appears_when_it_is_whole(started, way, tmp_path):
    out = tmp_path / "out.jsonl"
    process = started(*way, "-o", str(out))
    process.stdin.write(GOOD)
    process.stdin.flush()
    time.sleep(0.5)
    assert not out.exists()
    process.communicate()
    assert len(decode(out.read_bytes())) == 1
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_output_file_keeps_its_mode_and_its_link(newsutils, way, tmp_path):
    real, link, new = tmp_path / "real", tmp_path / "link", tmp_path / "new"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    newsutils(*way, "-o", str(link), stdin=GOOD)
    newsutils(*way, "-o", str(new), stdin=GOOD, umask=0o027)
    assert link.is_symlink()
    assert real.read_bytes() == new.read_bytes() != b"old"
    assert real.stat().st_mode & 0o777 == new.stat().st_mode & 0o777 == 0o640


def test_output_to_a_device_does_not_replace_it(newsutils, way):
    ran = newsutils(*way, "-o", "/dev/stdout", stdin=GOOD)
    assert len(decode(ran.stdout)) == 1
    assert newsutils(*way, "-o", "/dev/null", stdin=GOOD).returncode == 0
    assert not os.path.isfile("/dev/null")


def test_output_never_overwrites_its_input(newsutils, shell, way, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_bytes(GOOD)
    ran = newsutils(*way, str(path), "-o", str(tmp_path / "." / "in.jsonl"))
    assert (ran.returncode, path.read_bytes()) == (2, GOOD)
    assert b"would overwrite the input" in ran.stderr
    program = " ".join([*PROGRAM, *way])
    for line in (f"{program} {path} >> {path}", f"{program} < {path} >> {path}", f"{program} < {path} -o {path}"):
        assert (shell(line).returncode, path.read_bytes()) == (2, GOOD)


def test_outputs_do_not_overwrite_each_other(newsutils, tmp_path):
    out = str(tmp_path / "out")
    for names in (("-o", out, "--rejects", out), ("-o", out, "--stats", out), ("--rejects", out, "--stats", out)):
        ran = newsutils("letters", *names, stdin=GOOD)
        assert (ran.returncode, os.listdir(tmp_path)) == (2, [])
        assert b"need a file each" in ran.stderr
    assert newsutils("letters", "--rejects", "/dev/null", "--stats", "/dev/null", stdin=GOOD).returncode == 0


def test_full_disk_exits_with_74(shell, way):
    line = f"for i in $(seq 1000); do echo '{GOOD.decode().strip()}'; done | {' '.join(PROGRAM)} {' '.join(way)}"
    for target in ("> /dev/full", "-o /dev/full"):
        ran = shell(f"{line} {target}")
        assert ran.returncode == 74
        assert b"No space left on device" in ran.stderr
        assert b"Traceback" not in ran.stderr


def test_help_on_a_full_disk_exits_with_74(shell):
    ran = shell(f"{' '.join(PROGRAM)} --help > /dev/full")
    assert ran.returncode == 74
    assert b"Traceback" not in ran.stderr


def test_reader_that_goes_away_ends_it_silently(shell, way):
    line = f"yes '{GOOD.decode().strip()}' | {' '.join(PROGRAM)} {' '.join(way)} | head -n 3; echo ${{PIPESTATUS[1]}}"
    ran = shell(line)
    *records, status = ran.stdout.splitlines()
    assert (len(records), status, ran.stderr) == (3, b"141", b"")


def test_reader_that_stops_for_a_while_gets_everything(started, way, tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(GOOD * 100_000)
    process = started(*way, str(lines))
    process.stdout.read(1000)
    time.sleep(3)
    rest = process.stdout.read()
    assert process.wait() == 0
    assert (1000 + len(rest)) % len(b'{"text":"good","letters":4}\n') == 0
    assert rest.count(b"\n") >= 99_900
