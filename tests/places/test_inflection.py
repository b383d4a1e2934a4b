"""Names in Cyrillic letters in the cases of Russian and Ukrainian."""

from pathlib import Path

import pytest
from marked import marked_rows, recall_and_precision

from newsutils.places import PlaceFinder
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.inflection import nominative, nominatives

ROWS = marked_rows(Path(__file__).parent / "cyrillic_news.tsv")


def test_places_are_found_in_any_case_and_hardly_anything_else():
    recall, precision = recall_and_precision(ROWS)
    assert recall >= 0.90
    assert precision >= 0.96


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
