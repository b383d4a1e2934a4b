"""A small gazetteer of invented and real places, written in a test's own folder."""

from contextlib import closing

import pytest

from newsutils.places.gazetteer.build import GazetteerBuilder
from newsutils.places.gazetteer.row import Row

ROWS = [
    Row("Freedonia", 10.0, 20.0, 1, "country", "FD", 900_000, ["Republic of Freedonia"], is_division=True),
    Row("Upper Province", 11.0, 21.0, 2, "region", "FD.01", 400_000, is_division=True),
    Row("Lower Province", 9.0, 19.0, 3, "region", "FD.02", 300_000, is_division=True),
    Row("Marxville", 11.5, 21.5, 4, "town", "FD.01", 120_000, ["Марксвилл"]),
    Row("Marxville", 8.5, 18.5, 5, "town", "FD.02", 9_000),
    Row("Dayr al Warda", 33.0, 36.0, 6, "town", "SY.99", 20_000),
]


@pytest.fixture
def small_gazetteer(tmp_path):
    """The path of a gazetteer with the six rows above."""
    path = tmp_path / "small.gaz"
    with closing(GazetteerBuilder(["SY"])) as builder, path.open("wb") as file:
        builder.set_iso("FD.01", "FD-UP")
        for row in ROWS:
            builder.add(row)
        builder.write(file, {"name": "small"})
    return path
