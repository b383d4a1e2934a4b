import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.duplicates import Deduplicator, dedupe
from newsutils.duplicates.sketch import numbers_in
from newsutils.record import RecordError

STORY = (
    "The transport ministry of Norland closed the bridge over the Aster on Tuesday after engineers found cracks in two "
    "of its eleven pillars.\n\nMinister Ada Brandt said some 14,000 cars cross the bridge every day and would have to "
    'take the ferry at Lissing. "We cannot say how long this will last," she told reporters.\n\nThe bridge, which '
    "was opened in 1968, carries the only road between the island of Holm and the mainland. Residents of Holm "
    "complained that the ferry takes no more than 40 cars an hour.\n\nA contractor from Velden is to begin repairs "
    "next week. They will cost about 3.5 million crowns, the ministry said, and the state will pay for them."
)
PARAGRAPHS = STORY.split("\n\n")
REPORT = (
    "Shares on the {city} exchange ended {way} on {day}, and their index stood at {index} points in moderate trade. "
    "Dealers said that turnover stood at {turnover} million crowns, and that lenders gained most while shipping shares "
    "were little changed. The currency was quoted at {rate} to the dollar late in the day."
)
MONDAY = REPORT.format(city="Velden", way="higher", day="Monday", index="2,412", turnover="318", rate="8.41")
TUESDAY = REPORT.format(city="Velden", way="lower", day="Tuesday", index="2,377", turnover="295", rate="8.52")


def judge(*texts):
    deduplicator = Deduplicator()
    return [deduplicator.judge({"id": str(place), "text": text}) for place, text in enumerate(texts)][-1]


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("exact", STORY.upper().replace("\n\n", "\n")),
        ("near", "VELDEN (NNA) - " + STORY.replace("14,000", "14000").replace("said", "says")),
        ("contained", "\n\n".join(PARAGRAPHS[:2])),
        ("superset", STORY + "\n\n" + TUESDAY),
        ("update", STORY.replace("14,000", "16,500")),
    ],
)
def test_relations(relation, text):
    verdict = judge(STORY, text)
    assert (verdict.relation, verdict.duplicate_of) == (relation, "0")
    assert 0 < verdict.similarity <= verdict.containment <= 1


def test_an_update_says_what_changed():
    assert judge(STORY, STORY.replace("14,000", "16,500")).changed == ["16,500"]


@given(st.lists(st.from_regex(r"[0-9٣۴५]+([.,][0-9٣۴५]+)*", fullmatch=True)))
def test_each_number_in_figures_is_one_word(written):
    assert len(numbers_in(written)) == len(written)


def test_the_same_sentences_about_another_day_are_a_template():
    verdict = judge(MONDAY, TUESDAY)
    assert verdict.relation == "template"
    assert not verdict.duplicate_of


def test_other_stories_have_no_verdict():
    assert not judge(STORY, MONDAY).relation


def test_a_round_up_is_no_copy_of_a_brief_in_it():
    others = " ".join(f"In town {place} the council met about matter {place * 7} of the year." for place in range(40))
    assert judge(PARAGRAPHS[0], PARAGRAPHS[0] + "\n\n" + others).relation is not None
    assert not judge(PARAGRAPHS[0], PARAGRAPHS[0] + "\n\n" + others).duplicate_of


def test_a_round_up_does_not_join_the_stories_in_it():
    assert not judge(STORY, TUESDAY, STORY + "\n\n" + TUESDAY, MONDAY).duplicate_of
    assert judge(STORY, TUESDAY, STORY + "\n\n" + TUESDAY, TUESDAY + " Gold was steady.").duplicate_of == "1"


@pytest.mark.parametrize("text", ["", "…", "Rain.", "Rain in Oslo", "Rain in Oslo today"])
def test_short_texts_are_compared_as_a_whole(text):
    assert judge(text, text).relation == "exact"
    assert not judge(text, text + " again").relation


def test_texts_in_scripts_without_spaces():
    story = "外相は月曜日に記者団に対し首都での協議は来週再開されると述べ双方が合意に近づいているとの見方を示した。"
    longer = story + "協議には近隣の三か国の代表も加わり停戦の監視と捕虜の交換について話し合うことになっている。"
    assert judge(longer, "【共同】" + longer).duplicate_of == "0"
    assert not judge(STORY, longer).relation
    assert not judge(longer, "首相は火曜日に来年度の予算案を国会に提出し与野党に早期の成立を呼びかけた。").relation


def test_one_id_with_two_texts_is_reported():
    deduplicator = Deduplicator()
    deduplicator.judge({"id": "a", "text": STORY})
    assert deduplicator.judge({"id": "a", "text": STORY}).relation == "exact"
    with pytest.raises(RecordError, match="'a'"):
        deduplicator.judge({"id": "a", "text": MONDAY})


@pytest.mark.parametrize("record", [{}, {"id": "a"}, {"id": "a", "text": None}])
def test_a_record_without_text_fails_alone(record):
    with pytest.raises(RecordError):
        Deduplicator().judge(record)


def test_dedupe_drops_copies_and_keeps_the_rest():
    texts = {"a": STORY, "b": PARAGRAPHS[0], "c": MONDAY, "d": STORY, "e": TUESDAY}
    records = [{"id": name, "text": text, "kept": 1} for name, text in texts.items()]
    assert [one["id"] for one in dedupe(records)] == ["a", "c", "e"]
    assert [one.get("duplicate_of") for one in dedupe(records, drop=())] == [None, "a", None, "a", None]


@settings(deadline=None)
@given(st.lists(st.sampled_from([STORY, MONDAY, TUESDAY, *PARAGRAPHS]), max_size=12))
def test_each_text_stays_at_most_once(texts):
    records = [{"id": str(place), "text": text} for place, text in enumerate(texts)]
    kept = [one["text"] for one in dedupe(records)]
    assert len(kept) == len(set(kept))
    assert kept == [one["text"] for one in dedupe([{**one} for one in records])]


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_is_judged(one, other):
    judge(one, other)


@pytest.mark.parametrize("unit", ["a", "a ", "1,", "U.S.", "漢", "ﷺ", "war and peace "])
def test_time_is_linear_in_the_text(unit):
    def seconds(size):
        started = time.process_time()
        judge(unit * (size // len(unit)), "x")
        return time.process_time() - started

    seconds(200_000)
    assert seconds(2_000_000) < 4 * max(seconds(1_000_000), 0.2)
