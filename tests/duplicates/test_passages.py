import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.duplicates.passages import PassageFinder
from newsutils.record import RecordError

NOTICE = "Sign up for the morning letter of the Norland Post."
NEWS = "The council of Lissing met on Monday and adopted its budget."
MORE = "A ferry ran aground off Holm with forty people on board."


def repeated(*texts, unit="paragraph"):
    finder = PassageFinder(unit)
    return [finder.repeated({"id": str(place), "text": text}) for place, text in enumerate(texts)]


def test_a_paragraph_of_an_earlier_record_is_found_where_it_stands():
    first, second = repeated(f"{NEWS}\n\n{NOTICE}", f"{MORE}\n\n  {NOTICE.upper()} \n")
    assert first == []
    assert [(one.text, one.first) for one in second] == [(NOTICE.upper(), "0")]


def test_short_passages_and_those_of_the_same_record_do_not_count():
    assert repeated(f"{NEWS}\n{NEWS}\nBy our staff", "By our staff") == [[], []]


def test_sentences_are_those_of_the_record():
    finder = PassageFinder("sentence")
    finder.repeated({"id": "a", "text": NEWS, "sentences": [{"start": 0, "end": len(NEWS)}]})
    spans = [{"start": 0, "end": len(MORE)}, {"start": len(MORE) + 1, "end": len(MORE) + 1 + len(NEWS)}]
    (found,) = finder.repeated({"id": "b", "text": f"{MORE} {NEWS}", "sentences": spans})
    assert (found.start, found.text, found.first) == (len(MORE) + 1, NEWS, "a")


@pytest.mark.parametrize("sentences", [None, "x", [1], [{"start": 0}], [{"start": 0, "end": 99}]])
def test_a_record_without_sentences_fails_alone(sentences):
    with pytest.raises(RecordError, match="sentences"):
        PassageFinder("sentence").repeated({"id": "a", "text": NEWS, "sentences": sentences})


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from([NOTICE, NEWS, MORE, " ", "\r"]), max_size=4), max_size=4))
def test_spans_equal_their_text(parts):
    texts = ["\n".join(lines) for lines in parts]
    for text, found in zip(texts, repeated(*texts), strict=True):
        assert all(text[one.start : one.end] == one.text for one in found)
