import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsutils.record import Record, RecordError, hashed_id, record_id, text_field

ODD = b'{"a":0.10,"b":1e400,"c":123456789012345678901234567890,"d":"\\u00e9","e":{"x": [1, 2.50]},"f":null}'


def test_untouched_values_keep_their_bytes_and_their_order():
    record = Record.from_json(ODD)
    record.update({"n": 1})
    assert record.to_json() == ODD[:-1] + b',"n":1}'


def test_replaced_field_stays_where_it_was():
    record = Record.from_json(b'{"a":1,"b":2,"c":3}')
    record.update({"b": "two", "d": [1]})
    assert record.to_json() == b'{"a":1,"b":"two","c":3,"d":[1]}'


def test_values_are_read_as_they_would_be_after_a_pipe():
    record = Record.from_fields({"text": "a", "spans": ({"start": 0},)})
    assert record["spans"] == [{"start": 0}]
    assert Record.from_json(record.to_json()) == record


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"a":NaN}', "NaN is no JSON"),
        (b'{"a":"\\ud800"}', "lone surrogate"),
        (b'{"a":1', "truncated"),
        (b"[1]", "Expected `object`"),
        (b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}", "nested too deeply"),
        (b"Once upon a time", "newsutils read"),
    ],
)
def test_what_is_no_record_is_refused_with_the_reason(line, reason):
    with pytest.raises(RecordError, match=reason):
        Record.from_json(line)


def test_number_out_of_range_is_reported_only_when_it_is_read():
    record = Record.from_json(ODD)
    with pytest.raises(RecordError, match="'b'"):
        record["b"]


def test_update_is_all_or_nothing():
    record = Record.from_json(b'{"text":"a"}')
    with pytest.raises(RecordError, match="lone surrogate"):
        record.update({"good": 1, "bad": "\ud800"})
    assert record.to_json() == b'{"text":"a"}'


def test_text_field_wants_text():
    assert text_field({"text": "a"}) == "a"
    with pytest.raises(RecordError, match="no field 'text'"):
        text_field({})
    with pytest.raises(RecordError, match="'title' is no text"):
        text_field({"title": None}, "title")


def test_ids_come_from_the_record_then_the_url_then_the_text():
    assert record_id({"id": 7, "url": "u"}) == "7"
    assert record_id({"url": "u", "text": "t"}) == hashed_id("u")
    assert record_id({"text": "t"}) == hashed_id("t")
    assert len(hashed_id("t")) == 16


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=("Cs",))), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=("Cs",))), plain, max_size=5))
def test_any_plain_record_survives(fields):
    assert dict(Record.from_json(Record.from_fields(fields).to_json())) == fields
