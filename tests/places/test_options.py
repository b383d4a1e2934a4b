"""Options of extract-places, with the real program."""

import importlib.util
import os
import subprocess
import sys

import pytest

from newsutils.places import PlaceFinder
from newsutils.places.lists import NameList, read_names
from newsutils.places.mention import Mention
from newsutils.places.ner import Labelled, with_evidence
from newsutils.places.tokens import tokenise

from support import decode, encode

TEXT = "Shelling hit Salt Point and Homs near the Red Barn, SANA said."
STAND_IN = '''
"""A stand-in for spaCy that knows one pipeline."""
from types import SimpleNamespace

def load(name):
    if name != "tiny":
        raise OSError(f"Can't find model {name!r}")
    def pipeline(text):
        found = [("Qux Hollow", "GPE"), ("Homs", "PERSON"), ("the Zed River", "LOC"), ("Tuesday", "DATE")]
        spans = [(text.find(name), name, label) for name, label in found if name in text]
        ents = [SimpleNamespace(start_char=at, end_char=at + len(name), label_=label) for at, name, label in spans]
        return SimpleNamespace(ents=ents)
    return pipeline
'''


def _places(ran):
    assert (ran.returncode, ran.stderr) == (0, b"")
    return [place for record in decode(ran.stdout) for place in record["places"]]


def _texts(ran):
    return [place["text"] for place in _places(ran)]


@pytest.fixture
def extract(newsutils):
    """Run extract-places over one text."""
    return lambda *arguments, text=TEXT, **options: newsutils(
        "extract-places", *map(str, arguments), stdin=encode([{"text": text, "lang": "en"}]), **options
    )


def test_allow_and_deny(extract, tmp_path):
    allow, deny = tmp_path / "allow.txt", tmp_path / "deny.txt"
    allow.write_text("# ours\nRed Barn\n\nSALT point\n")
    deny.write_text("Homs\n")
    texts = _texts(extract("--allow", allow, "--deny", deny))
    assert {"Red Barn", "Salt Point"} <= set(texts)
    assert "Homs" not in texts
    assert "Homs" in _texts(extract())


def test_what_is_allowed_gets_the_point_of_what_it_lies_in(extract, tmp_path):
    allow = tmp_path / "allow.txt"
    allow.write_text("Red Barn\n")
    barn, homs = _places(extract("--allow", allow, text="Shells hit Red Barn in Homs, Syria."))[:2]
    assert (barn["resolved"], barn["lat"], barn["lon"]) == ("container", homs["lat"], homs["lon"])


def test_a_list_that_is_none_is_an_error(extract, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("One Two Three Four Five Six Seven\n")
    assert extract("--allow", tmp_path / "none").returncode == 2
    ran = extract("--deny", long)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"more than 6 words" in ran.stderr
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\n")
    assert extract("--deny", bad).returncode == 2


def test_names_in_a_list_take_the_longest():
    names = NameList(["New York", "new york city", "Ōsaka"])
    tokens = tokenise("From New York City to New York and Osaka, new york")
    assert [" ".join(tokens.words[first:last]) for first, last in names.spans(tokens)] == (
        ["New York City", "New York", "Osaka"]
    )


def test_read_names(tmp_path):
    path = tmp_path / "names.txt"
    path.write_text("\ufeffA B\n# no\n\n C \n", encoding="utf-8")
    assert read_names(str(path)) == ["A B", "C"]


def test_alternatives(extract):
    (place,) = _places(extract("--alternatives", 3, text="He moved to Springfield."))
    assert len(place["alternatives"]) == 3
    assert place["geonameid"] not in {other["geonameid"] for other in place["alternatives"]}
    scores = [place["score"], *(other["score"] for other in place["alternatives"])]
    assert scores == sorted(scores, reverse=True)


def test_own_gazetteers_with_and_without_the_builtin_one(extract, small_gazetteer):
    text = "He moved from Marxville to Paris."
    assert {place["country"] for place in _places(extract("--gazetteer", small_gazetteer, text=text))} == {"FD", "FR"}
    (alone,) = _places(extract("--gazetteer", small_gazetteer, "--no-builtin", text="He moved to Marxville."))
    assert (alone["country"], alone["admin1"], alone["geonameid"]) == ("FD", "FD-UP", 4)
    assert extract("--no-builtin").returncode == 2


def test_a_model_of_ones_own(extract, tmp_path):
    (tmp_path / "spacy.py").write_text(STAND_IN)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    text = "They walked from Qux Hollow along the Zed River to Aleppo on Tuesday."
    ran = extract("--ner", "spacy:tiny", text=text, env=environment)
    assert _texts(ran) == ["Qux Hollow", "Zed River", "Aleppo"]
    missing = extract("--ner", "spacy:huge", text=text, env=environment)
    assert (missing.returncode, missing.stdout) == (2, b"")
    assert b"Can't find model 'huge'" in missing.stderr


@pytest.mark.parametrize("name", ["tiny", "spacy:", "other:tiny"])
def test_a_model_of_no_kind_is_refused(extract, name):
    ran = extract("--ner", name)
    assert (ran.returncode, b"spacy:MODEL" in ran.stderr) == (2, True)


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed")
def test_what_the_model_needs_is_named(extract):
    ran = extract("--ner", "spacy:tiny")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"pip install newsutils[ner]" in ran.stderr


def test_a_pipeline_of_spacy(extract, tmp_path):
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Qux Hollow"}])
    pipeline.to_disk(tmp_path / "model")
    assert "Qux Hollow" in _texts(extract("--ner", f"spacy:{tmp_path / 'model'}", text="Rain in Qux Hollow."))


def test_a_part_of_a_persons_name_is_no_place():
    text = "Paris Hilton met Jordan in the Jordan of old."
    tokens = tokenise(text)
    mentions = [Mention(0, 1, 0, 5, "paris", 9.0), Mention(3, 4, 17, 23, "jordan", 9.0)]
    found = [Labelled(0, 12, "PERSON"), Labelled(17, 23, "PERSON"), Labelled(27, 37, "LOC"), Labelled(0, 5, "GPE")]
    assert [(one.start, one.end) for one in with_evidence(text, tokens, mentions, found[:3])] == [(17, 23), (31, 37)]


def test_spacy_is_not_imported_unless_asked_for():
    code = "import newsutils, sys; newsutils.extract_places('Paris'); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_finder_needs_a_gazetteer():
    with pytest.raises(ValueError, match="no gazetteer"):
        PlaceFinder(builtin=False)


def test_bias_trades_sureness_for_more(newsutils):
    text = "Voters in Tuscola, Corbin and Sylvan favour Judge Monroe, said Dallas Carter of Lincoln Tech."
    ran = [newsutils("extract-places", "--bias", bias, stdin=encode([{"text": text}])) for bias in ("-60", "0", "60")]
    counts = [len(_places(one)) for one in ran]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
