"""The day from which a record's dates count, and records that are no good."""

import pytest

from newsutils.dates.annotate import annotator
from newsutils.record import RecordError

TEXT = "The convoy left yesterday."


def value(record, **options):
    return [date.value for date in annotator(lang="en", **options)({"text": TEXT, **record})["dates"]]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"published": "2016-08-05"}, "2016-08-04"),
        ({"published": "2016-08-05T23:59:00+03:00", "dateline": "May 3, 2001"}, "2016-08-04"),
        ({"published": "Fri, 05 Aug 2016 10:00:00 GMT"}, "2016-08-04"),
        ({"published": "5 August 2016"}, "2016-08-04"),
        ({"published": "in spring", "dateline": "Homs, May 3, 2001"}, "2001-05-02"),
        ({"published": None, "dateline": None}, None),
        ({}, None),
    ],
)
def test_base(record, expected):
    assert value(record) == [expected]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("HOMS, May 3, 2016 (AP) - ", "2016-05-02"),
        ("HOMS, Syria — 3 May 2016 — ", "2016-05-02"),
        ("A long headline\nPublished on 3 May 2016, 10:30 GMT\n", "2016-05-02"),
        (
            "By Ann Lee, our own correspondent in Homs | Updated 9:32 AM ET, Tue May 3, 2016 in world news\n",
            "2016-05-02",
        ),
        ("Last updated on: 3rd May 2016 at 10.15am and first published by the Daily News of Homs\n", "2016-05-02"),
        ("The war, which had begun with protests on 15 March 2011 in the south, went on. ", None),
        ("2 September 1945 in a crowded square of the old town he proclaimed a republic that was to fall. ", None),
        ("On the hill\n15 March 2011, the leader of the protest said he would not leave before it was over. ", None),
    ],
)
def test_first_lines(head, expected):
    made = annotator(lang="en")({"text": head + TEXT})["dates"]
    assert made[-1].value == expected


def test_reference_date_must_be_a_day():
    with pytest.raises(ValueError, match="isoformat"):
        annotator(reference_date="yesterday")


def test_reference_date_stands_behind_published():
    assert value({}, reference_date="2016-08-05") == ["2016-08-04"]
    assert value({"published": "2001-05-03"}, reference_date="2016-08-05") == ["2001-05-02"]


@pytest.mark.parametrize(
    "record",
    [{"text": 3}, {"published": 3}, {"published": ["2016"]}, {"sentences": 3}, {"sentences": [1]}, {"sentences": [{}]}],
)
def test_bad_records(record):
    with pytest.raises(RecordError):
        annotator()({"text": TEXT, **record})
    with pytest.raises(RecordError):
        annotator()({})
