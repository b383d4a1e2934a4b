import json

import pytest

from newsutils.duplicates.annotate import stream
from newsutils.duplicates.select import select
from newsutils.record import Record

LEAD = (
    "The transport ministry of Norland closed the bridge over the Aster on Tuesday after engineers found cracks in two "
    "of its eleven pillars. Some 14,000 cars cross the bridge every day and would have to take the ferry at Lissing."
)
REST = (
    " Residents of Holm complained that the ferry takes no more than 40 cars an hour. A contractor from Velden is to "
    "begin repairs next week."
)
OTHER = "The council of Lissing met on Monday and adopted its budget for the coming year without a debate."
RECORDS = [
    {"id": "cut", "text": LEAD, "published": "2024-03-02"},
    {"id": "other", "text": OTHER, "published": "2024-03-05"},
    {"id": "whole", "text": LEAD + REST, "published": "2024-03-03"},
    {"id": "early", "text": "HOLM (NNA) - " + LEAD, "published": "2024-03-01"},
]


def run(records, **options):
    filter_ = select(**options)
    for record in records:
        assert filter_.push(Record.from_fields(record)) == ()
    return list(filter_.end())


@pytest.mark.parametrize(("keep", "best"), [("longest", "whole"), ("earliest", "early")])
def test_the_best_record_of_a_story_stays_in_its_place(keep, best):
    kept = run(RECORDS, keep=keep, drop=("exact", "near", "contained", "superset"))
    assert [one["id"] for one in kept] == [one["id"] for one in RECORDS if one["id"] in (best, "other")]


def test_the_others_are_marked_by_their_relation_to_the_best():
    marked = run(RECORDS, keep="longest", mark=True)
    assert [one.get("duplicate_of") for one in marked] == ["whole", None, None, "whole"]
    assert marked[0]["relation"] == "contained"


def test_an_exact_copy_with_the_same_id_is_dropped():
    assert [one["id"] for one in run([*RECORDS, RECORDS[2]], keep="longest")].count("whole") == 1


def test_ids_may_be_numbers():
    records = [{**record, "id": place} for place, record in enumerate(RECORDS)]
    assert [one.get("duplicate_of") for one in run(records, keep="longest", mark=True)] == ["2", None, None, "2"]


def test_dates_are_compared_as_moments():
    dates = ["2024-03-01T10:00:00+09:00", "2024-03-01", "2024-03-01T02:00:00Z", "1 March"]
    records = [{**record, "published": date} for record, date in zip(RECORDS, dates, strict=True)]
    assert run(records, keep="earliest", mark=True)[2]["duplicate_of"] == "cut"


def test_an_empty_input_gives_nothing():
    assert run([], keep="longest") == []


def test_clusters_are_written_for_all_records(tmp_path):
    path = tmp_path / "clusters.jsonl"
    filter_ = stream(clusters=str(path))
    for record in RECORDS:
        filter_.push(Record.from_fields(record))
    filter_.end()
    assert pairs(path) == [("cut", "cut"), ("other", "other"), ("whole", "cut"), ("early", "cut")]
    run(RECORDS, keep="longest", clusters=str(path))
    assert pairs(path) == [("cut", "whole"), ("other", "other"), ("whole", "whole"), ("early", "whole")]


def pairs(path):
    return [tuple(json.loads(line).values()) for line in path.read_text().splitlines()]
