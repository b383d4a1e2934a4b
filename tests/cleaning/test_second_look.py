"""What a line is told by the lines around it, once they have been looked at."""

from newsutils.cleaning.line_model import line_scores
from newsutils.cleaning.second_look import NAMES, second_features

BODY = "The council voted late on Monday to repair the old bridge across the river, the mayor said."
LINES = ["Home", BODY, BODY, "More news", "Teaser", BODY]
WORDS = [frozenset(line.lower().split()) for line in LINES]
SCORES = [0.01, 0.9, 0.8, 0.01, 0.05, 0.6]


def named(lines, words, scores):
    return [dict(zip(NAMES, row, strict=True)) for row in second_features(lines, words, scores)]


def test_what_the_lines_around_are_taken_for():
    rows = named(LINES, WORDS, SCORES)
    assert rows[1]["previous_look"] == rows[0]["first_look"] < 0 < rows[2]["first_look"] == rows[1]["next_look"]
    assert rows[0]["previous_look"] == rows[0]["second_previous_look"] == rows[5]["next_look"]


def test_where_a_line_stands_beside_the_body():
    rows = named(LINES, WORDS, SCORES)
    assert [row["from_first"] for row in rows] == [-1, 0, 1, 2, 3, 4]
    assert [row["from_last"] for row in rows] == [-2, -1, 0, 1, 2, 3]
    assert [row["furniture_from_core"] for row in rows] == [0, 0, 0, 1, 2, 2]
    assert rows[5]["share_before"] == 1
    assert rows[5]["body_before"] > rows[1]["body_before"] > rows[0]["body_before"] == 0


def test_words_of_the_body_are_those_of_other_lines():
    rows = named(LINES, WORDS, SCORES)
    assert rows[1]["body_words"] == 1
    assert rows[3]["body_words"] == 0
    alone = named(LINES[:2], WORDS[:2], SCORES[:2])
    assert alone[1]["body_words"] == 0


def test_each_line_is_scored_whatever_it_holds():
    for lines in (["-"], ["..."] * 3, [BODY], ["\u200d", "x" * 5000]):
        scores = line_scores(lines)
        assert len(scores) == len(lines)
        assert all(0 <= score <= 1 for score in scores)
