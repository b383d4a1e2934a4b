import pytest

from newsutils.language.annotate import annotator
from newsutils.record import RecordError

FRENCH = "Le ministre a déclaré lundi que les discussions reprendraient."


def test_adds_language_and_score():
    added = annotator()({"text": FRENCH})
    assert added["lang"] == "fr"
    assert added["lang_score"] > 0.9


def test_a_known_language_is_left():
    assert annotator()({"text": FRENCH, "lang": "pt-BR"}) == {}
    assert annotator()({"text": FRENCH, "lang": ""})["lang"] == "fr"
    assert annotator(force=True)({"text": FRENCH, "lang": "pt-BR"})["lang"] == "fr"


def test_another_field():
    assert annotator(field="title")({"text": FRENCH, "title": "Президент выступил с речью"})["lang"] == "ru"


@pytest.mark.parametrize("record", [{}, {"text": None}, {"text": 7}])
def test_a_record_without_text_fails_alone(record):
    with pytest.raises(RecordError):
        annotator()(record)


def test_unknown_languages_are_refused_at_once():
    with pytest.raises(ValueError, match="'tlh'"):
        annotator(languages=["tlh"])
