"""The quality of every extractor holds its floor on the gold that the floor was set for.

Floors are raised with ``scripts/evaluate GOLD --write-floors tests/floors.json``; lowering one is a commit of its own.
"""

import json
import subprocess

import pytest

from support import ROOT

GOLD = ROOT.parent / "shared" / "gold"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text())
FIELDS = ("sentences", "places", "numbers", "dates", "duplicates", "cleaning", "language", "pages")


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_figures_hold_their_floors(field):
    if not GOLD.is_dir():
        pytest.skip("the gold data is not here")
    ran = subprocess.run([ROOT / "scripts" / "evaluate", GOLD, field, "--json"], stdout=subprocess.PIPE, check=True)
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert rows
    fallen = [
        f"{row['task']}: {name} {row['figures'][name]:.4f} < {floor}"
        for row in rows
        if row["task"] in FLOORS and FLOORS[row["task"]]["gold"] == row["gold"]
        for name, floor in FLOORS[row["task"]]["figures"].items()
        if row["figures"][name] < floor
    ]
    assert fallen == []
