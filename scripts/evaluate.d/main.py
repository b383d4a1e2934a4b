"""Scores every extractor on gold data and prints one table, or JSON, or the floors that the figures hold."""

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from metrics import figures
from tasks import TASKS, Task

SLACK = 0.002
"""How far below today's figure a floor is set: less than one gold item in five hundred."""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gold file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def write(path: Path, rows: Iterator[Mapping[str, Any]] | list[Mapping[str, Any]]) -> Path:
    """Write records as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def predictions(task: Task, gold: list[dict[str, Any]], folder: Path) -> list[Mapping[str, Any]]:
    """What the program says of the gold's texts, as its scorer takes it."""
    if not task.pipeline:
        return [{"id": one["id"], **page(one)} for one in gold]
    fed = write(folder / "fed.jsonl", map(task.feed, gold))
    # Bad records are the program's loss: they are missing from its output, and the scorer counts them so.
    ran = subprocess.run(["newsutils", "pipe", task.pipeline, fed], stdout=subprocess.PIPE, check=False)
    made = map(json.loads, ran.stdout.splitlines())
    return [{"id": record["id"], **task.predict(record)} for record in made]


def page(gold: Mapping[str, Any]) -> dict[str, Any]:
    """What is read out of a page."""
    import msgspec

    import newsutils

    read = msgspec.to_builtins(newsutils.read_page(gold["html"].encode("utf-8"), gold["id"]))
    return {name: read.get(name, "") for name in ("text", "title", "published")}


def score(task: Task, root: Path, folder: Path) -> dict[str, Any]:
    """One row: the task's name, the hash of its gold, and its figures."""
    path, truth = root / task.gold, root / (task.truth or task.gold)
    gold = list(records(path))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    said = predictions(task, gold, folder)
    if task.measure:
        return {"task": task.name, "gold": digest, "figures": task.measure(gold, {one["id"]: one for one in said})}
    told = write(folder / "told.jsonl", said)
    plain = write(folder / "gold.jsonl", records(truth))
    scorer, *arguments = task.scorer
    printed = subprocess.run(
        [sys.executable, root.parent / "score" / scorer, *arguments, plain, told], stdout=subprocess.PIPE, check=True
    ).stdout.decode()
    return {"task": task.name, "gold": digest, "figures": figures(scorer, printed)}


def table(row: Mapping[str, Any]) -> str:
    """A row for a person to read."""
    said = "  ".join(f"{name} {value:.4g}" for name, value in row["figures"].items())
    return f"{row['task']:<40}{said}"


def raised(rows: list[Mapping[str, Any]], path: Path) -> dict[str, Any]:
    """The floors in a file, raised to what the rows reach; none is lowered while its gold is the same."""
    floors = json.loads(path.read_text()) if path.exists() else {}
    for row in rows:
        known = floors.get(row["task"], {})
        before = known.get("figures", {}) if known.get("gold") == row["gold"] else {}
        kept = {name: round(value - SLACK, 4) for name, value in row["figures"].items() if is_rate(name)}
        best = {name: max(value, before.get(name, value)) for name, value in kept.items()}
        floors[row["task"]] = {"gold": row["gold"], "figures": best}
    return floors


def is_rate(name: str) -> bool:
    """Whether more is better."""
    return "lost" not in name and name != "trapFP"


def main() -> None:
    """Read the command line, score, print."""
    options = argparse.ArgumentParser(prog="scripts/evaluate")
    options.add_argument("gold", type=Path)
    options.add_argument("fields", nargs="*")
    options.add_argument("--json", action="store_true", help="print one JSON object a row")
    options.add_argument("--write-floors", type=Path, metavar="FILE", help="raise the floors in FILE")
    asked = options.parse_args()
    rows = []
    for task in TASKS:
        if (asked.fields and task.field not in asked.fields) or not (asked.gold / task.gold).exists():
            continue
        with tempfile.TemporaryDirectory() as folder:
            rows.append(score(task, asked.gold, Path(folder)))
        print(json.dumps(rows[-1]) if asked.json else table(rows[-1]), flush=True)
    if asked.write_floors:
        asked.write_floors.write_text(json.dumps(raised(rows, asked.write_floors), indent=1) + "\n")


main()
