import tracemalloc
from datetime import datetime, timedelta

import pytest

from newsutils.duplicates import Deduplicator

DAY = 86400.0
STORY = (
    "The transport ministry of Norland closed the bridge over the Aster on Tuesday after engineers found cracks in two "
    "of its eleven pillars. Some 14,000 cars cross the bridge every day and would have to take the ferry at Lissing."
)


def judge(dates, window=30 * DAY):
    deduplicator = Deduplicator(window=window)
    return [
        deduplicator.judge({"id": str(place), "text": STORY, "published": date}).relation == "exact"
        for place, date in enumerate(dates)
    ]


def test_a_story_is_remembered_for_the_window():
    assert judge(["2024-01-01T08:00:00Z", "2024-01-30"]) == [False, True]


def test_a_story_is_forgotten_after_the_window_and_a_quarter():
    assert judge(["2024-01-01", "2024-02-08", "2024-02-08"]) == [False, True, False]


def test_one_date_from_the_far_future_makes_nothing_forgotten():
    assert judge(["2024-01-01", "2042-01-02", "2024-01-02", "2024-01-03"]) == [False, True, True, True]


@pytest.mark.parametrize("date", [None, "", "yesterday", 17, "2023-11-01"])
def test_a_record_without_a_date_or_late_counts_as_of_now(date):
    assert judge(["2024-01-01", date, "2024-01-25"]) == [False, True, True]


def test_memory_is_flat_over_an_endless_stream():
    deduplicator, start, peaks = Deduplicator(window=2 * DAY), datetime(2024, 1, 1), []
    tracemalloc.start()
    for place in range(3000):
        text = " ".join(f"{word}{place}" for word in STORY.split())
        deduplicator.judge({"id": str(place), "text": text, "published": str(start + timedelta(hours=place))})
        if place % 1000 == 999:
            peaks.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert peaks[2] < 1.2 * peaks[1]


def test_records_without_dates_may_come_first():
    assert judge([None, None, "2024-01-25"]) == [False, True, True]
