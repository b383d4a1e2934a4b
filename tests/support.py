"""What tests share: where the program is, and JSON Lines in and out."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "newsutils"]

TELL_PEAK = """
import atexit, sys
def tell():
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
atexit.register(tell)
from newsutils.__main__ import main
main()
"""


def encode(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Records as JSON Lines."""
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in records)


def decode(lines: bytes) -> list[dict[str, Any]]:
    """JSON Lines as records."""
    return [json.loads(line) for line in lines.splitlines()]


def peak_memory(*arguments: str) -> int:
    """The most memory that ``newsutils ARGUMENTS`` took, in kB.

    The program tells it of itself: the operating system's account of a child begins with the memory of its parent.
    """
    ran = subprocess.run(
        [sys.executable, "-c", TELL_PEAK, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    return int(ran.stderr.split()[-1])
