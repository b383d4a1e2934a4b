import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsutils.places import extract_places
from newsutils.places.annotate import annotator
from newsutils.places.gazetteer.union import open_gazetteers
from newsutils.places.recognise import settle
from newsutils.places.tagger import Tagged
from newsutils.places.tokens import tokenise
from newsutils.record import RecordError

PIECES = [
    "Paris",
    "Texas",
    ",",
    " ",
    "in",
    "al-",
    "Wadi",
    "Homs",
    ".",
    "U.S.",
    "’s",
    "(",
    "دمشق",
    "Москва",
    "\n",
    "-",
    "of",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map(" ".join))
@example("Paris Paris al- Paris")
def test_spans_hold_their_text_and_do_not_overlap(text):
    reach = 0
    for place in extract_places(text):
        assert text[place.start : place.end] == place.text
        assert place.start >= reach
        assert place.end > place.start
        assert 0 <= place.score <= 1
        assert (place.lat is None) == (place.lon is None) == (place.radius_km is None)
        reach = place.end


@pytest.mark.parametrize(
    "piece",
    [
        "Paris, Texas, ",
        "al-",
        "Wadi al-",
        "A ",
        "in ",
        "New York City of ",
        "U.S.",
        "(",
        "’",
        "Homs and ",
        "دير ",
        "Новой ",
        "Ростове-на-",
        "a-A ",
    ],
)
def test_hostile_text_takes_linear_time(piece):
    def seconds(size):
        text = piece * (size // len(piece))
        begin = time.process_time()
        extract_places(text)
        return time.process_time() - begin

    seconds(1 << 12)
    assert seconds(1 << 18) < 3 * seconds(1 << 17) + 0.5


def _found(text, **evidence):
    return [(place.text, place.country, place.admin1) for place in extract_places(text, "en", **evidence)]


def test_comma_chains_choose_the_container():
    assert _found("He lived in Paris, Texas.") == [("Paris", "US", "US-TX"), ("Texas", "US", "US-TX")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He was born in King's Lynn.", "King's Lynn"),
        ("Police in Prince George’s County said so.", "Prince George’s County"),
        ("They met in Cox's Bazar.", "Cox's Bazar"),
        ("He left Syria's north.", "Syria"),
    ],
)
def test_a_possessive_may_be_part_of_a_name(text, name):
    assert [place[0] for place in _found(text)] == [name]


def test_a_numbered_road_has_its_number():
    text = "A truck burned on Highway 10 at noon."
    (found,) = settle(text, tokenise(text), open_gazetteers(), [], [Tagged(4, 5, 1.0)])
    assert text[found.start : found.end] == "Highway 10"


def test_a_degree_is_no_place():
    assert [place[0] for place in _found("Anna Smith, M.D., works in Boston.")] == ["Boston"]


def test_one_sense_a_document():
    found = _found("He lived in Paris, Texas. He loved Paris.")
    assert found[-1] == ("Paris", "US", "US-TX")


def test_possessive_and_abbreviation():
    assert [name for name, *_ in _found("Syria's army left Nashville, Tenn.")] == ["Syria", "Nashville", "Tenn."]


def test_an_unlisted_village_lies_where_its_container_lies():
    village, town = extract_places(
        "They entered Khirbet al-Nasiriyah village in the eastern countryside of Homs.", "en"
    )
    assert (village.text, village.resolved, village.country) == ("Khirbet al-Nasiriyah", "container", "SY")
    assert (village.lat, village.lon) == (town.lat, town.lon)


def test_nothing_recognised_is_dropped():
    (village,) = extract_places("They entered Khirbet al-Nasiriyah village.", "en")
    assert (village.resolved, village.lat, village.radius_km) == ("none", None, None)


def test_annotator_marks_fields_and_sentences():
    record = {
        "title": "Rain in Oslo",
        "text": "Sun. Rain in Bergen.",
        "sentences": [{"start": 0, "end": 4}, {"start": 5, "end": 20}],
    }
    added = annotator(fields=("title", "text"))(record)
    assert [(place.text, place.field, place.sentence) for place in added["places"] if place.field] != []
    assert [place.text for place in added["places"]] == ["Oslo", "Bergen"]
    assert added["places"][1].sentence == 1
    assert [focus.country for focus in added["focus"]] == ["NO"]


@pytest.mark.parametrize("record", [{}, {"text": 1}, {"text": "a", "sentences": 3}, {"text": "a", "sentences": ["x"]}])
def test_a_bad_record_is_a_record_error(record):
    with pytest.raises(RecordError):
        annotator()(record)
