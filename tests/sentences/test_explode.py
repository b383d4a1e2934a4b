import pytest

from newsutils.record import RecordError
from newsutils.sentences.explode import exploder

RECORD = {
    "id": "d7",
    "title": "Rain in Homs",
    "text": "It rained in Homs. Two roads closed.",
    "places": [{"start": 13, "end": 17, "text": "Homs", "sentence": 0}, {"start": 8, "end": 12, "field": "title"}],
    "numbers": [{"start": 19, "end": 22, "text": "Two"}],
}


def test_spans_move_into_their_sentence():
    first, second = exploder(lang="en")(RECORD)
    assert first["places"] == [{"start": 13, "end": 17, "text": "Homs"}]
    assert (first["numbers"], second["places"]) == ([], [])
    assert second == {
        "id": "d7.2",
        "parent": "d7",
        "title": "Rain in Homs",
        "start": 19,
        "end": 36,
        "text": "Two roads closed.",
        "places": [],
        "numbers": [{"start": 0, "end": 3, "text": "Two"}],
    }


def test_sentences_of_another_field_say_so():
    (part,) = exploder(fields=("title",), lang="en")(RECORD)
    assert (part["field"], part["text"]) == ("title", "Rain in Homs")
    assert part["places"] == [{"start": 8, "end": 12}]


def test_a_span_across_a_boundary_stays_with_the_parent():
    parts = exploder(lang="en")({"text": "One. Two.", "dates": [{"start": 2, "end": 6}]})
    assert [part["dates"] for part in parts] == [[], []]


@pytest.mark.parametrize("places", [5, ["Homs"], [{"end": 4}]])
def test_spans_that_are_none_are_reported(places):
    with pytest.raises(RecordError, match="places"):
        exploder()({"text": "Homs.", "places": places})
