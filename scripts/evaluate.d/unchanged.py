#!/usr/bin/env python3
"""The share of good texts whose visible characters cleaning left alone.

usage: unchanged.py GOLD.jsonl PRED.jsonl [-v]

Invisible characters and the kind and number of blanks aside. With -v, the place of the first change in each other text.
"""

import json
import re
import sys
from pathlib import Path

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
AROUND = 30


def visible(text: str) -> str:
    """The text without invisible characters, with single blanks."""
    return " ".join(INVISIBLE.sub("", text).split())


def difference(before: str, after: str) -> str:
    """Where two texts begin to differ."""
    pairs = enumerate(zip(before, after, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    here = slice(max(0, at - AROUND), at + AROUND)
    return f"{before[here]!r} became {after[here]!r}"


def records(name: str) -> list[dict[str, str]]:
    """The records of a file."""
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").split("\n") if line]


def main() -> None:
    """Compare the texts of two files."""
    gold, told = map(records, sys.argv[1:3])
    texts = {record["id"]: visible(record["text"]) for record in told}
    pairs = [(record["id"], visible(record["text"]), texts.get(record["id"], "")) for record in gold]
    changed = [(name, before, after) for name, before, after in pairs if before != after]
    for name, before, after in changed if "-v" in sys.argv[3:] else ():
        print(name, difference(before, after), file=sys.stderr)
    print(json.dumps({"unchanged": round(1 - len(changed) / len(pairs), 4), "n": len(pairs)}))


main()
