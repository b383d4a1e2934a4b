"""Every span says what stands at its offsets, whatever the text; and no text, however odd, makes a filter stumble."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsutils as library

FRAGMENTS = [
    "Aleppo", "Deir Ezzor", "70 km southeast of Raqqa", "Springfield, Ill.", "al -Tharda", "حلب", "Москва", "東京",
    "more than 50 people", "$3.5bn", "1.234,5", "१२३", "٣٤", "between 10 and 15", "twenty-five", "scores of homes",
    "on Tuesday", "14 November 2023", "last week", "3/4/2021", "in May", "10:30 a.m.", "since 1999",
    "Mr. Smith said.", "“Go!” he said.", "U.S.", "e.g.", "Nr. 5",
    "It rained. Then it stopped.", "Read more", "withdrew.The",
    "e\u0301", "👩‍👩‍👧", "\u00a0", "\u200f", "\u00ad", "\u2028",
    "\n", "\n\n", "\t", "\r\n", "\0", "\ud7ff", "ﬁ", "İ", "ß", "…", "--", "'", '"',
]  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(st.characters(exclude_categories=("Cs",)), max_size=5)).map(
    " ".join
)
EXTRACTORS = {"extract-places": "places", "extract-numbers": "numbers", "extract-dates": "dates"}


@pytest.mark.parametrize("command", EXTRACTORS)
@settings(max_examples=150, deadline=None)
@given(text=texts, lang=st.sampled_from(["en", "de", "ar", "ru", "zz", None]))
def test_spans_of_extractors_equal_their_text(command, text, lang):
    record = {"text": text, "title": text[::-1], **({"lang": lang} if lang else {})}
    stages = f"split-sentences | {command} --field text --field title"
    [made] = library.pipe(stages, [record])
    for span in made[EXTRACTORS[command]]:
        field = span.get("field", "text")
        assert made[field][span["start"] : span["end"]] == span["text"]
        assert span["start"] < span["end"]
        if field == "text" and "sentence" in span:
            held = made["sentences"][span["sentence"]]
            assert held["start"] <= span["start"] < held["end"]


@settings(max_examples=150, deadline=None)
@given(text=texts, lang=st.sampled_from(["en", "de", "zh", None]))
def test_sentences_hold_every_character_but_white_space(text, lang):
    [made] = library.pipe("split-sentences --text", [{"text": text, **({"lang": lang} if lang else {})}])
    spans = made["sentences"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in spans)
    assert all(first["end"] <= second["start"] for first, second in pairwise(spans))
    left = set(range(len(text))) - {at for one in spans for at in range(one["start"], one["end"])}
    assert not "".join(text[at] for at in sorted(left)).strip()


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_the_whole_pipeline_takes_any_text(text):
    stages = (
        "clean | detect-language | dedupe --mark | split-sentences | extract-places | extract-numbers | extract-dates"
    )
    [made] = library.pipe(stages, [{"text": text}])
    for name in EXTRACTORS.values():
        assert all(made["text"][one["start"] : one["end"]] == one["text"] for one in made[name])


@settings(max_examples=100, deadline=None)
@given(text=texts, field=st.sampled_from(list(EXTRACTORS.values())))
def test_explode_moves_spans_into_the_parts(text, field):
    command = {name: stage for stage, name in EXTRACTORS.items()}[field]
    [whole] = library.pipe(f"split-sentences | {command}", [{"text": text}])
    parts = list(library.pipe(f"{command} | split-sentences --explode", [{"text": text}]))
    assert len(parts) == len(whole["sentences"])
    for part in parts:
        assert whole["text"][part["start"] : part["end"]] == part["text"]
        assert all(part["text"][one["start"] : one["end"]] == one["text"] for one in part.get(field, []))
