"""The grammar and its words: what other commands rely on when they avoid dates."""

from collections import Counter
from itertools import product

import pytest

from newsutils.dates import find_expressions
from newsutils.dates.first import first_characters
from newsutils.dates.grammar import EMPTY_CLASSES, grammar
from newsutils.dates.lexicon import LANGUAGES, lexicon
from newsutils.dates.lists import CHAINS, LISTS
from newsutils.dates.resolve import RULES


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 3 May 1998 at noon", [("3 May 1998 at noon", "time")]),
        ("in 1998", [("1998", "year")]),
        ("every Friday", [("every Friday", "set")]),
        ("for 20 minutes", [("20 minutes", "duration")]),
        ("late last week", [("late last week", "date")]),
    ],
)
def test_kinds(text, found):
    assert [(text[one.start : one.end], one.kind) for one in find_expressions(text, "en")] == found


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("abc", "a"),
        ("a?b{0,1}c|d", "abcd"),
        ("(?:a|b?)c", "abc"),
        ("(?<=x)(?!y|z)a{1,3}b", "a"),
        ("(?:(?:a|b)?c?){1,2}(?=x)d", "abcd"),
    ],
)
def test_first_characters(pattern, first):
    assert first_characters(pattern) == first


def test_every_rule_is_read_by_a_function():
    inner = {later for _, later in CHAINS.values()}
    assert set(grammar().kinds) | inner == set(RULES) | LISTS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_classes_of_words_are_classes_of_the_grammar(lang):
    unknown = {word.kind for word in lexicon(lang).words.values()} - set(grammar().classes)
    assert unknown <= {"nodate", "namemonth"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_has_one_class(lang):
    from newsutils.dates.lexicon import entries

    affixes = {"prefix", "ordsuffix", "yearsuffix", "monthcue"}
    forms = Counter(form.removesuffix(".") for kind, _, form in entries(lang) if kind not in affixes)
    assert [form for form, times in forms.items() if times > 1] == []


def test_an_unknown_language_is_read_with_the_english_words():
    assert [one.rule for one in find_expressions("May 3, 1998", "xx")] == ["month_day"]


def test_no_expression_is_made_of_empty_classes_alone():
    rules = grammar()
    alphabet = {rules.classes[name] for name in (EMPTY_CLASSES | {"day", "number", "amount", ",", "-"}) - {"nodate"}}
    texts = ("".join(classes) for length in (1, 2, 3) for classes in product(alphabet | {rules.other}, repeat=length))
    assert [text for text in texts if rules.pattern.search(text)] == []
