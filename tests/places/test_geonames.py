import zipfile

import pytest
from click.testing import CliRunner

from newsutils.commands.gazetteer import command
from newsutils.places.gazetteer.reader import Gazetteer

LINES = [
    (900, "Freedonia", "Fridoniya", "10.0", "20.0", "A", "PCLI", "FD", "00", "", "900000"),
    (901, "Upper Province", "", "11.0", "21.0", "A", "ADM1", "FD", "01", "", "400000"),
    (902, "Marxville", "Marxburg,Марксвилл", "11.5", "21.5", "P", "PPL", "FD", "01", "", "120000"),
    (903, "Hamlet", "", "11.6", "21.6", "P", "PPL", "FD", "01", "", "12"),
    (904, "Duck Lake", "", "11.7", "21.7", "H", "LK", "FD", "01", "", "0"),
    (905, "Abroad", "", "50.0", "50.0", "P", "PPL", "XY", "01", "", "5000"),
]


def _line(geonameid, name, alternates, lat, lon, kind, code, country, admin1, admin2, people):
    cells = [geonameid, name, name, alternates, lat, lon, kind, code, country, "", admin1, admin2, "", "", people]
    return "\t".join(map(str, [*cells, "", "", "UTC", "2020-01-01"])) + "\n"


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "FD.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not the table")
        archive.writestr("FD.txt", "".join(_line(*line) for line in LINES))
    return path


def _run(*arguments):
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_build_and_look_up(dump, tmp_path):
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("1\t902\ten\tGrouchoville\t\t\t\t\t\t\n2\t902\tlink\thttps://example.org\t\t\t\t\t\t\n")
    path = tmp_path / "fd.gaz"
    ran = _run("build", "--geonames", dump, "--alternate-names", names, "--country", "FD", "-o", path)
    assert ran.exit_code == 0, ran.output
    gazetteer = Gazetteer(path)
    assert len(gazetteer) == 5
    assert {gazetteer.find(key)[0].geonameid for key in ("marxville", "marxburg", "марксвилл", "grouchoville")} == {902}
    assert gazetteer.find("marxville")[0].divisions == ("FD", "FD.01")
    assert gazetteer.find("upper province")[0].is_division
    assert gazetteer.find("duck lake")[0].kind == "lake"
    assert '"Marxville"' in _run("lookup", "Grouchoville", "--gazetteer", path).output
    assert "5 places" in _run("info", path).output


def test_choice_of_classes_and_people(dump, tmp_path):
    path = tmp_path / "fd.gaz"
    _run("build", "--geonames", dump, "--classes", "AP", "--min-population", 1000, "-o", path)
    gazetteer = Gazetteer(path)
    assert (gazetteer.find("hamlet"), gazetteer.find("duck lake")) == ((), ())
    assert len(gazetteer) == 4


def test_a_bad_line_is_named_and_leaves_no_file(tmp_path):
    dump = tmp_path / "bad.txt"
    dump.write_text(_line(*LINES[0]) + "nonsense\n")
    ran = _run("build", "--geonames", dump, "-o", tmp_path / "bad.gaz")
    assert ran.exit_code == 1
    assert "bad.txt:2" in ran.output
    assert [path.name for path in tmp_path.iterdir()] == ["bad.txt"]
