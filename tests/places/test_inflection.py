"""Names in Cyrillic letters in the cases of Russian and Ukrainian."""

import re
from pathlib import Path

import pytest

from newsutils.places import PlaceFinder, extract_places
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.inflection import nominative, nominatives

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cyrillic_news.tsv").read_text(encoding="utf-8").splitlines()
    if line[0] != "#"
]
MARK = re.compile(r"\[\[(.+?)\]\]")


def test_places_are_found_in_any_case_and_hardly_anything_else():
    marked = told = right = 0
    for lang, line in ROWS:
        wanted = MARK.findall(line)
        found = [place.text for place in extract_places(MARK.sub(r"\1", line), lang)]
        marked, told = marked + len(wanted), told + len(found)
        right += len(set(wanted) & set(found))
    assert right / marked >= 0.90
    assert right / told >= 0.96


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("донецке", "Donetsk"),
        ("авдеевкои", "Avdiyivka"),
        ("авдіівці", "Avdiyivka"),
        ("харкові", "Kharkiv"),
        ("тернополя", "Ternopil"),
        ("кременчуці", "Kremenchuk"),
        ("нижнего новгорода", "Nizhniy Novgorod"),
        ("кривому розі вчора", "Kryvyy Rih"),
        ("ростову на дону", "Rostov-on-Don"),
        ("белгородскои области", "Belgorod Oblast"),
        ("сум", "Sumy"),
    ],
)
def test_the_nominative_is_what_the_gazetteer_has(words, place):
    gazetteers = open_gazetteers()
    assert gazetteers.foremost(nominative(words.split(), gazetteers))[0].name == place


@pytest.mark.parametrize("words", ["зеленським", "вчора увечері", "ы", ""])
def test_other_words_are_no_names(words):
    assert nominative(words.split(), open_gazetteers()) == ""


def test_a_name_that_is_listed_as_it_stands_is_itself():
    assert nominative(["рени"], open_gazetteers()) == "рени"
    assert nominatives("рени")[0] == "рени"


def test_a_list_of_names_holds_in_every_case():
    found = PlaceFinder(deny=["Киев"]).find("Из Киева и Львова.", "ru")
    assert [place.text for place in found] == ["Львова"]
