"""Places in German, Spanish, French, Italian and Portuguese: their names there, and words that are none."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import marked_rows, recall_and_precision

from newsutils.places import PlaceFinder, extract_places
from newsutils.places.gazetteer.localised import LANGUAGES, in_language
from newsutils.places.gazetteer.tables import read_table
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.names import name_key
from newsutils.places.vocabulary import vocabulary_of

ROWS = marked_rows(Path(__file__).parent / "foreign_news.tsv")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_places_are_found_and_hardly_anything_else(lang):
    recall, precision = recall_and_precision(row for row in ROWS if row[0] == lang)
    assert recall >= 0.93
    assert precision >= 0.93


@pytest.mark.parametrize(
    ("lang", "name", "place"),
    [
        ("de", "Polen", "Poland"), ("de", "Island", "Iceland"), ("de", "Genf", "Geneva"), ("de", "Kiew", "Kyiv"),
        ("de", "Berlins", "Berlin"), ("es", "Grecia", "Greece"), ("es", "Alemania", "Germany"),
        ("es", "Bruselas", "Brussels"), ("fr", "Londres", "London"), ("fr", "Pays-Bas", "Netherlands"),
        ("it", "Mosca", "Moscow"), ("it", "Germania", "Germany"), ("pt", "Pequim", "Beijing"), ("pt", "Japão", "Japan"),
        ("ru", "Колумбия", "Colombia"), ("uk", "Словаччина", "Slovakia"), ("ar", "كولومبيا", "Colombia"),
    ],
)  # fmt: skip
def test_a_language_has_its_own_names_of_places(lang, name, place):
    assert in_language(open_gazetteers(), lang).find(name_key(name))[0].name == place


def test_each_own_name_is_that_of_a_place():
    gazetteers = open_gazetteers()
    for kind, country, name, *_ in read_table("exonyms.tsv"):
        found = [entry for entry in gazetteers.find(name_key(name)) if entry.kind == kind]
        assert any(country in ("", entry.country) for entry in found), (kind, country, name)


def test_own_names_are_of_one_language_alone():
    assert [place.text for place in extract_places("Island und Irland", "de")] == ["Island", "Irland"]
    assert not extract_places("The Island was quiet.", "en")
    assert in_language(open_gazetteers(), "en") is open_gazetteers()


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("de", "Das Essen war gut.", []),
        ("de", "Die Bahn fuhr nach Essen.", ["Essen"]),
        ("de", "Er lebt im ukrainischen Bachmut.", ["Bachmut"]),
        ("de", "Die Firma aus Kiel gehört zwei Hamburgern.", ["Kiel"]),
        ("de", "Susanne Raab und Raab allein", []),
        ("de", "Die US-Regierung und die Corona-Lage", ["US"]),
        ("de", "Die Krankheit heißt ME, die Datei MS.", []),
        ("es", "La reunión fue larga.", []),
        ("es", "Dijo Clinton que no.", []),
        ("es", "el alcalde de Lucena", ["Lucena"]),
        ("fr", "Les Seychelles d'aujourd'hui, l’Italie d'hier", ["Seychelles", "Italie"]),
        ("fr", "un hôtel de la Côte d'Ivoire", ["Côte d'Ivoire"]),
        ("fr", "dans la ville de Ndiaganiao-Sud", ["Ndiaganiao-Sud"]),
        ("it", "L'Aquila e l'Aia, nell'Ucraina", ["L'Aquila", "Aia", "Ucraina"]),
        ("pt", "Para Lisboa, o navio", ["Lisboa"]),
        ("de", "Москва und Київ", ["Москва", "Київ"]),
    ],
)
def test_words_beside_a_name_decide(lang, text, places):
    found = extract_places(text, lang)
    assert [place.text for place in found] == places
    assert all(text[place.start : place.end] == place.text for place in found)


def test_gazetteers_of_the_user_are_searched_too(small_gazetteer):
    finder = PlaceFinder(gazetteers=[small_gazetteer])
    found = finder.find("Er kam aus Marxville nach Deutschland.", "de")
    assert [place.text for place in found] == ["Marxville", "Deutschland"]
    alone = PlaceFinder(gazetteers=[small_gazetteer], builtin=False)
    assert [place.text for place in alone.find("Er kam aus Marxville nach Deutschland.", "de")] == ["Marxville"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_of_the_vocabulary_is_no_place_by_its_own_name(lang):
    gazetteers, never = in_language(open_gazetteers(), lang), vocabulary_of(lang).never
    own = {word for word in never if gazetteers.is_own_name(name_key(word))}
    assert own <= {"oder", "seine", "nils", "fez"}


WORDS = ["l'Italie", "d’Or", "L'Aquila", "Stadt", "Halle", "-", "ville", "de", "La", "Côte", "d'Ivoire", "US", "."]


@given(st.lists(st.sampled_from(WORDS), max_size=20), st.sampled_from(LANGUAGES))
def test_places_stand_where_they_say_and_none_over_another(words, lang):
    text = " ".join(words).replace(" - ", "-")
    places = extract_places(text, lang)
    assert all(text[place.start : place.end] == place.text for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))
