"""Building gazetteers with the real program, from dumps in GeoNames' format that are made here."""

import random
import zipfile

import pytest

from newsutils.places.gazetteer.reader import Gazetteer

from support import decode, peak_memory

LINES = [
    (900, "Freedonia", "Fridoniya", "10.0", "20.0", "A", "PCLI", "FD", "00", "", "900000"),
    (901, "Upper Province", "", "11.0", "21.0", "A", "ADM1", "FD", "01", "", "400000"),
    (902, "Marxville", "Marxburg,Марксвилл", "11.5", "21.5", "P", "PPL", "FD", "01", "", "120000"),
    (903, "Hamlet", "", "11.6", "21.6", "P", "PPL", "FD", "01", "", "12"),
    (904, "Duck Lake", "", "11.7", "21.7", "H", "LK", "FD", "01", "", "0"),
    (905, "Abroad", "", "50.0", "50.0", "P", "PPL", "XY", "01", "", "5000"),
]
SYLLABLES = ["ka", "lo", "mar", "ten", "vi", "sel", "dor", "ba", "ri", "nu", "tha", "qui", "zem", "pol", "gre", "han"]
HEADS = ["", "", "", "", "", "", "San ", "Wadi ", "Upper "]


def _line(geonameid, name, alternates, lat, lon, kind, code, country, admin1, admin2, people):
    cells = [geonameid, name, name, alternates, lat, lon, kind, code, country, "", admin1, admin2, "", "", people]
    return "\t".join(map(str, [*cells, "", "", "UTC", "2020-01-01"])) + "\n"


def _write_dump(path, names_path, count):
    """A dump of `count` invented places, most of them with other names, and other names in a file of their own."""
    chance = random.Random(count)

    def name():
        return chance.choice(HEADS) + "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 5))).title()

    with path.open("w") as dump, names_path.open("w") as names:
        for number in range(1, count + 1):
            others = ",".join(name() for _ in range(chance.choice((0, 0, 1, 3))))
            kind, code = chance.choice((("P", "PPL"), ("P", "PPL"), ("H", "STM"), ("T", "MT")))
            lat, lon = f"{chance.uniform(-60, 70):.5f}", f"{chance.uniform(-180, 180):.5f}"
            country, admin1 = chance.choice(("SY", "US", "FR")), f"{chance.randint(1, 40):02d}"
            people = chance.choice((0, 0, 120, 90_000))
            dump.write(_line(number, name(), others, lat, lon, kind, code, country, admin1, "7", people))
            names.write(f"{number}\t{number}\ten\tOther{number}\t\t\t\t\t\t\n")


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "FD.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not the table")
        archive.writestr("FD.txt", "".join(_line(*line) for line in LINES))
    return path


@pytest.fixture
def build(newsutils, tmp_path):
    """Run `gazetteer build` with an output in the test's folder."""

    def run(*arguments, output="out.gaz"):
        ran = newsutils("gazetteer", "build", *map(str, arguments), "-o", str(tmp_path / output))
        return ran, tmp_path / output

    return run


def test_build_and_look_up(build, dump, tmp_path, newsutils):
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("1\t902\ten\tGrouchoville\t\t\t\t\t\t\n2\t902\tlink\thttps://example.org\t\t\t\t\t\t\n")
    ran, path = build("--geonames", dump, "--alternate-names", names, "--country", "FD")
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert b"5 places" in ran.stderr
    gazetteer = Gazetteer(path)
    assert len(gazetteer) == 5
    assert {gazetteer.find(key)[0].geonameid for key in ("marxville", "marxburg", "марксвилл", "grouchoville")} == {902}
    assert gazetteer.find("marxville")[0].divisions == ("FD", "FD.01")
    assert gazetteer.find("upper province")[0].is_division
    assert gazetteer.find("duck lake")[0].kind == "lake"
    assert gazetteer.find("https example org") == ()
    looked = newsutils("gazetteer", "lookup", "Grouchoville", "--gazetteer", str(path))
    assert [(looked.returncode, one["name"], one["lat"]) for one in decode(looked.stdout)] == [(0, "Marxville", 11.5)]
    told = newsutils("gazetteer", "info", str(path)).stdout.decode()
    assert "5 places" in told
    assert "GeoNames" in told
    assert "FD.zip" in told


def test_look_up_of_what_is_not_there(newsutils, tmp_path):
    none = newsutils("gazetteer", "lookup", "Nowhere at All")
    assert (none.returncode, none.stdout, none.stderr) == (1, b"", b"")
    ran = newsutils("gazetteer", "lookup", "Paris", "--gazetteer", str(tmp_path / "none.gaz"))
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"none.gaz: No such file" in ran.stderr


def test_choice_of_classes_and_people(build, dump):
    _, path = build("--geonames", dump, "--classes", "AP", "--min-population", 1000)
    gazetteer = Gazetteer(path)
    assert (gazetteer.find("hamlet"), gazetteer.find("duck lake")) == ((), ())
    assert len(gazetteer) == 4


def test_names_of_divisions_and_countries(build, dump, tmp_path):
    admin, info = tmp_path / "admin1CodesASCII.txt", tmp_path / "countryInfo.txt"
    admin.write_text("FD.01\tHigh Province\tHaut Province\t901\n")
    info.write_text("#ISO\tISO3\n" + "\t".join(["FD", "FDN", "1", "FD", "Freeland", *[""] * 11, "900", "", ""]) + "\n")
    _, path = build("--geonames", dump, "--admin-codes", admin, "--country-info", info)
    found = [Gazetteer(path).find(key)[0].name for key in ("high province", "haut province", "freeland")]
    assert found == ["Upper Province", "Upper Province", "Freedonia"]


def test_a_table_of_ones_own(build, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text(
        "\ufeffLon;Name;lat;names;country;admin1;kind;note\n"
        '38.5;"Camp Alpha; north";36.5;Alpha|Альфа;sy;SY-RA;facility;x\n'
        "\n"
        "39;Khirbet Beta;35.5;;SY;;;\n",
        encoding="utf-8",
    )
    ran, path = build("--csv", table)
    assert ran.returncode == 0, ran.stderr
    gazetteer = Gazetteer(path)
    (alpha,), (beta,) = gazetteer.find("альфа"), gazetteer.find("khirbet beta")
    assert (alpha.name, alpha.lat, alpha.lon, alpha.kind, alpha.admin1) == (
        ("Camp Alpha; north", 36.5, 38.5, "facility", "SY-RA")
    )
    assert (beta.kind, beta.country, beta.geonameid, beta.admin1) == ("town", "SY", 0, "")


def test_several_sources_are_merged_and_the_first_is_kept(build, dump, tmp_path):
    other = tmp_path / "more.txt"
    other.write_text(
        _line(902, "Marx Ville", "", "1", "2", "P", "PPL", "FD", "01", "", 5) + _line(*LINES[5][:1], *LINES[5][1:])
    )
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon,id\nHamlet Prime,11,21,903\nNew Place,12,22,\nNewer Place,13,23,\n")
    _, path = build("--geonames", dump, "--geonames", other, "--csv", table)
    gazetteer = Gazetteer(path)
    assert len(gazetteer) == 8
    assert [len(gazetteer.find(key)) for key in ("marxville", "marx ville", "abroad", "new place")] == [1, 0, 1, 1]
    assert (gazetteer.find("hamlet"), gazetteer.find("hamlet prime")[0].geonameid) == ((), 903)


BAD = [
    ("nonsense", "1 columns, where the table has 19"),
    (_line(*LINES[2][:3], "north", *LINES[2][4:]).strip("\n"), "latitude 'north' is no number from -90 to 90"),
    (_line("9e9", *LINES[2][1:]).strip("\n"), "geonameid '9e9' is no whole number"),
    (_line(99999999999, *LINES[2][1:]).strip("\n"), "geonameid '99999999999' is no whole number"),
]


@pytest.mark.parametrize(("line", "reason"), BAD)
def test_a_bad_line_is_named_and_costs_no_other(build, tmp_path, line, reason):
    dump = tmp_path / "bad.txt"
    dump.write_text(_line(*LINES[0]) + line + "\n" + _line(*LINES[2]))
    ran, path = build("--geonames", dump)
    assert ran.returncode == 1
    assert f"{dump}:2: {reason}" in ran.stderr.decode()
    assert len(Gazetteer(path)) == 2


def test_bytes_that_are_no_text_are_named(build, tmp_path):
    dump = tmp_path / "bad.txt"
    dump.write_bytes(_line(*LINES[0]).encode() + b"\xff\xfe\n")
    ran, _ = build("--geonames", dump)
    assert (ran.returncode, f"{dump}:2: not UTF-8" in ran.stderr.decode()) == (1, True)


def test_stop_at_the_first_bad_line(build, tmp_path):
    dump = tmp_path / "bad.txt"
    dump.write_text(_line(*LINES[0]) + "nonsense\n")
    ran, _ = build("--geonames", dump, "--on-error", "fail")
    assert ran.returncode == 1
    assert b"bad.txt:2: 1 columns" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["bad.txt"]


@pytest.mark.parametrize(
    ("option", "content", "reason"),
    [
        ("--geonames", "a page\nof prose\n", "no line of it is what it should be"),
        ("--csv", "place,latitude\nA,1\n", ":1: the first line names no column name, lat, lon"),
        ("--csv", "", ":1: the first line names no column"),
    ],
)
def test_a_file_of_another_kind_is_refused(build, tmp_path, option, content, reason):
    source = tmp_path / "source"
    source.write_text(content)
    ran, path = build(option, source)
    assert (ran.returncode, path.exists()) == (2, False)
    assert f"{source}{'' if reason.startswith(':') else ': '}{reason}" in ran.stderr.decode()


def test_usage(build, dump):
    ran, path = build()
    assert (ran.returncode, path.exists()) == (2, False)
    assert build("--geonames", dump, output="FD.zip")[0].returncode == 2
    assert build("--geonames", dump, output="no/such/folder.gaz")[0].returncode == 2


def test_a_damaged_file_is_refused_before_use(build, dump, newsutils):
    _, path = build("--geonames", dump)
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 255
    path.write_bytes(data)
    told = newsutils("gazetteer", "info", str(path))
    assert (told.returncode, b"damaged in its section" in told.stderr) == (2, True)
    ran = newsutils("extract-places", "--gazetteer", str(path), stdin=b'{"text": "x"}\n')
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"damaged in its section" in ran.stderr


def _check(path, count):
    gazetteer = Gazetteer(path)
    assert len(gazetteer) == count
    for number in range(1, count + 1, count // 50):
        (entry,) = gazetteer.find(f"other{number}")
        assert entry.geonameid == number
        assert entry in gazetteer.find(f"other{number}")
        assert gazetteer.keys_at_start(f"other{number} and") != []


def test_a_dump_of_thousands(build, tmp_path):
    _write_dump(tmp_path / "all.txt", tmp_path / "names.txt", 5000)
    ran, path = build("--geonames", tmp_path / "all.txt", "--alternate-names", tmp_path / "names.txt")
    assert ran.returncode == 0
    _check(path, 5000)


def test_keys_in_shards_answer_as_in_one(tmp_path, monkeypatch):
    from newsutils.places.gazetteer import postings
    from newsutils.places.gazetteer.compile import Sources, compile_sources
    from newsutils.places.gazetteer.lines import Reading

    _write_dump(tmp_path / "all.txt", tmp_path / "names.txt", 300)
    gazetteers = []
    for run in (10**6, 100):
        monkeypatch.setattr(postings.Postings.__init__, "__defaults__", (run,))
        with (tmp_path / f"{run}.gaz").open("wb") as file:
            sources = Sources(geonames=(tmp_path / "all.txt",), alternate_names=(tmp_path / "names.txt",))
            compile_sources(file, sources, Reading(), "test")
        gazetteers.append(Gazetteer(tmp_path / f"{run}.gaz"))
    one, many = gazetteers
    assert (one.meta["shards"], many.meta["shards"]) == (1, postings.SHARDS)
    assert one.names == many.names
    for entry in one:
        text = entry.name.lower() + " of the east"
        assert one.find(entry.name.lower()) == many.find(entry.name.lower())
        longest = [key for key in one.keys_at_start(text) if text[len(key)] == " "]
        assert longest == [key for key in many.keys_at_start(text) if text[len(key)] == " "]


MOST_MB = 300


@pytest.mark.slow
def test_millions_in_bounded_memory(tmp_path):
    _write_dump(tmp_path / "all.txt", tmp_path / "names.txt", 2_000_000)
    sources = ["--geonames", str(tmp_path / "all.txt"), "--alternate-names", str(tmp_path / "names.txt")]
    path = tmp_path / "out.gaz"
    most = peak_memory("gazetteer", "build", "--quiet", *sources, "-o", str(path))
    assert most < MOST_MB * 1024
    _check(path, 2_000_000)
