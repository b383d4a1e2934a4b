import pytest

from newsutils.places import extract_places
from newsutils.places.evidence import cues_of
from newsutils.places.model import Facts
from newsutils.places.resolve import Name
from newsutils.places.scoring import FEATURES, score, score_features


def _regions(text, **evidence):
    return {place.text: place.admin1 or place.country for place in extract_places(text, "en", **evidence)}


def test_words_of_a_country_speak_for_it():
    assert (
        max(cues_of(["The", "sheriff", "and", "the", "Republican", "congressman"]).items(), key=lambda cue: cue[1])[0]
        == "US"
    )
    assert cues_of(["Nothing", "of", "the", "kind"]) == {}
    american = "The sheriff told Republican commissioners in Birmingham that two felony suspects were arraigned."
    british = "The councillor told MPs in Birmingham that pensioners had paid £20 for parking near the pub."
    assert _regions(american)["Birmingham"] == "US-AL"
    assert _regions(british)["Birmingham"] == "GB-ENG"


def test_a_town_lies_in_the_county_that_the_text_names():
    assert _regions("Farmers in Paris and Henry County are to get a letter.")["Paris"] == "US-TN"
    assert _regions("Farmers in Paris and Lamar County are to get a letter.")["Paris"] == "US-TX"


def test_where_the_story_comes_from_is_evidence():
    text = "The council of Springfield met on Monday."
    assert _regions(text, dateline="SPRINGFIELD, Mass.")["Springfield"] == "US-MA"
    assert _regions(text, source="The Illinois Register")["Springfield"] == "US-IL"


def test_an_unlisted_place_lies_among_the_others():
    text = "Fires burned near Lyon. In Villeurbanne a school closed. The Ecole Zurbenne in the north stayed open."
    places = {place.text: place for place in extract_places(text, "en")}
    assert all(place.country == "FR" for place in places.values())


@pytest.mark.parametrize("facts", [Facts(), Facts(9, 3, 255), Facts(0, 0, 0), Facts(4, 1, -1)])
def test_facts_of_words_are_packed_without_loss(facts):
    assert Facts.unpacked(facts.packed()) == facts
    assert facts.packed() < 1 << 16


def test_the_score_says_how_sure_it_is():
    sure, unsure = Name("a", (), weights=[0.99]), Name("a", (), weights=[0.3])
    weights = dict.fromkeys(FEATURES, 0.0) | {"margin": 1.0, "weight": 1.0}
    assert len(score_features(1.0, sure, "none")) == len(FEATURES)
    assert score(weights, 9.0, sure, "none") > score(weights, 1.0, sure, "none")
    assert 0 < score(weights, 1.0, unsure, "none") < 1


def test_scores_of_clear_and_doubtful_places():
    clear = {place.text: place.score for place in extract_places("Ministers met in Cairo, Egypt.", "en")}
    (doubtful,) = extract_places("Ministers of Springfield met.", "en")
    assert min(clear.values()) > doubtful.score
