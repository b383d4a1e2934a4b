"""What a paragraph looks like, and that the model looks at the same."""

from hypothesis import given
from hypothesis import strategies as st

from newsutils.reading.article import _model
from newsutils.reading.blocks import KINDS, NAMES, Evidence, block_features
from newsutils.reading.markup import read_markup
from newsutils.reading.tables import kinds_of

NOTHING = Evidence()


def row(html, at=0, evidence=NOTHING):
    return dict(zip(NAMES, block_features(read_markup(html).paragraphs, "", evidence)[at], strict=True))


def test_the_model_was_learned_on_these_columns():
    assert _model().features == NAMES, "train it again: scripts/train.d/reading.py"


def test_kinds_of_class_names():
    assert kinds_of("relatedStories") >= {"related"}
    assert kinds_of("c-author__bio") == {"people"}
    assert kinds_of("xyz") == frozenset()
    assert {kind for name in ("article-body", "ad hidden") for kind in kinds_of(name)} <= set(KINDS)


def test_where_a_paragraph_stands():
    html = "<article><div class='comments'><ul><li><a href='/'>A long link</a> and text</li></ul></div></article>"
    found = row(html)
    assert (found["inside"], found["li"], found["in_list"]) == (1, 1, 1)
    assert found["kind_comment"] == 2
    assert 0.5 < found["linked"] < 0.6
    assert found["extracted_share"] == found["stated_share"] == -1


def test_evidence_is_the_share_of_word_runs():
    html = "<p>One two three four five six.</p><p>Seven eight nine ten eleven.</p>"
    evidence = Evidence("One two three four five six.", "", "")
    assert [row(html, at, evidence)["extracted_share"] for at in (0, 1)] == [1, 0]


def test_end_tags_that_are_left_out():
    html = "<ul><li>One<li>Two<p>Three<p>Four</ul><p>Five"
    assert [[one.name for one in paragraph.elements] for paragraph in read_markup(html).paragraphs] == [
        ["ul", "li"],
        ["ul", "li"],
        ["ul", "li", "p"],
        ["ul", "li", "p"],
        ["p"],
    ]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<li>", "<a>", "</a>", "word ", "漢字", "<br><br>"]))
)
def test_any_markup_has_a_row_a_paragraph(parts):
    paragraphs = read_markup("".join(parts)).paragraphs
    rows = block_features(paragraphs, "", Evidence("word word", "漢字", "")) if paragraphs else []
    assert all(len(one) == len(NAMES) for one in rows)
    assert len(rows) == len(paragraphs)
