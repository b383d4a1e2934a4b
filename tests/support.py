"""What tests share: where the program is, and JSON Lines in and out."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "newsutils"]


def encode(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Records as JSON Lines."""
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in records)


def decode(lines: bytes) -> list[dict[str, Any]]:
    """JSON Lines as records."""
    return [json.loads(line) for line in lines.splitlines()]
