import time

import pytest

from newsutils.places.gazetteer.reader import Gazetteer
from newsutils.places.gazetteer.tables import read_table
from newsutils.places.gazetteer.union import builtin, open_gazetteers
from newsutils.places.mapped import MappedFileError
from newsutils.places.names import name_key


def test_places_come_back_as_they_went_in(small_gazetteer):
    gazetteer = Gazetteer(small_gazetteer)
    assert len(gazetteer) == 6
    first, second = gazetteer.find("marxville")
    assert (first.name, first.lat, first.lon, first.geonameid, first.kind) == ("Marxville", 11.5, 21.5, 4, "town")
    assert first.population == pytest.approx(120_000, rel=0.1)
    assert (first.divisions, first.admin1, first.country) == (("FD", "FD.01"), "FD-UP", "FD")
    assert (second.geonameid, second.admin1) == (5, "FD.02")


def test_divisions_know_that_they_are_divisions(small_gazetteer):
    gazetteer = Gazetteer(small_gazetteer)
    assert [gazetteer.find(key)[0].is_division for key in ("freedonia", "upper province", "marxville")] == (
        [True, True, False]
    )


def test_keys_in_other_scripts_and_skeletons(small_gazetteer):
    gazetteer = Gazetteer(small_gazetteer)
    assert gazetteer.find("марксвилл")[0].geonameid == 4
    assert gazetteer.find_skeleton("dir uarda")[0].geonameid == 6
    assert gazetteer.find("nowhere") == ()


def test_prefixes(small_gazetteer):
    assert Gazetteer(small_gazetteer).keys_at_start("upper province of ") == ["upper province"]


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: data[:100], lambda data: b"", lambda data: data + b"x"]
)
def test_a_damaged_file_is_refused(small_gazetteer, damage):
    small_gazetteer.write_bytes(damage(small_gazetteer.read_bytes()))
    with pytest.raises(MappedFileError):
        Gazetteer(small_gazetteer)


def test_a_file_of_another_kind_is_refused(tmp_path):
    path = tmp_path / "text.gaz"
    path.write_text("no gazetteer " * 100)
    with pytest.raises(MappedFileError, match="not a file of this kind"):
        Gazetteer(path)


def test_several_gazetteers_answer_as_one(small_gazetteer):
    both = open_gazetteers((small_gazetteer,))
    assert both.find("marxville")[0].country == "FD"
    assert both.find("syria")[0].country == "SY"


def test_the_builtin_one_opens_in_milliseconds():
    builtin()
    begin = time.process_time()
    Gazetteer(builtin().path)
    assert time.process_time() - begin < 0.05


@pytest.mark.parametrize(
    ("key", "kind", "country"),
    [
        ("us", "country", "US"),
        ("tenn.", "region", "US"),
        ("bayern", "region", "DE"),
        ("euphrates", "river", ""),
        ("دمشق", "region", "SY"),
        ("paris", "town", "FR"),
    ],
)
def test_the_builtin_one_knows_what_news_names(key, kind, country):
    entries = builtin().find(key)
    assert (kind, country) in [(entry.kind, entry.country) for entry in entries[:3]]


def test_the_builtin_one_holds_contested_places_by_all_their_names():
    for _, name, lat, lon, country, aliases in read_table("conflict.tsv"):
        for known in filter(None, (name, *aliases.split("|"))):
            found = [one for one in builtin().find(name_key(known)) if one.country == country]
            assert any(abs(one.lat - float(lat)) + abs(one.lon - float(lon)) < 0.2 for one in found), known
