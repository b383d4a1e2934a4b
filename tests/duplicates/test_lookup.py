import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsutils.duplicates import Deduplicator
from newsutils.duplicates.sketch import sketch

SENTENCES = [
    f"{who} {did} the {what} of {where} on {day}."
    for who, did, day in [
        ("The council", "closed", "Monday"),
        ("A court", "reopened", "Friday"),
        ("Ada", "sold", "June 4"),
    ]
    for what in ("old bridge", "ferry", "market hall")
    for where in ("Lissing", "Holm", "Velden", "Asker")
]
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8).map(" ".join), max_size=20)


def verdicts(texts, sizes):
    deduplicator, records, told = Deduplicator(), list(enumerate(texts)), []
    for size in sizes:
        batch, records = records[:size], records[size:]
        found = sketch([text for _, text in batch])
        told += [
            deduplicator.judge({"id": str(name), "text": text}, one)
            for (name, text), one in zip(batch, found, strict=True)
        ]
    return told


@settings(deadline=None)
@given(TEXTS, st.lists(st.integers(1, 9)))
def test_what_is_found_does_not_depend_on_the_batches(texts, sizes):
    assert verdicts(texts, [*sizes, len(texts)]) == verdicts(texts, [1] * len(texts))


def test_sketches_of_several_batches_may_take_turns():
    ones, others = sketch(SENTENCES[:6]), sketch(SENTENCES[3:9])
    deduplicator = Deduplicator()
    for place, (one, other) in enumerate(zip(ones, others, strict=True)):
        deduplicator.judge({"id": f"a{place}", "text": SENTENCES[place]}, one)
        verdict = deduplicator.judge({"id": f"b{place}", "text": SENTENCES[place + 3]}, other)
        assert (verdict.relation == "exact") == (place + 3 in range(place + 1))


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_boilerplate_is_told_at_the_same_place(size):
    notice = "Sign up for the morning letter of the Norland Post and never miss a story again"
    texts = [f"{word} {word}{place} {notice}" for place, word in enumerate(SENTENCES)]
    assert verdicts(texts, [size] * len(texts)) == verdicts(texts, [1] * len(texts))
