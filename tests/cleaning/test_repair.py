"""The three steps that repair: each kind of damage undone, good text left as it is."""

import pytest

from newsutils.cleaning import clean

REPAIRS = ("head", "furniture")


def repaired(text, lang=""):
    return clean(text, lang=lang, skip=REPAIRS).text


GOOD = [
    "Pre- and post-war houses stand in low- to middle-income areas.",
    "Die Staats- und Armeeführung tagte; Läufer und -läuferinnen warteten.",
    "It was below -30 outside, and the well-known man said “no” – twice.",
    "El ministro -que no dimite- habló ayer en Madrid.",
    "Les pêcheurs sont là ; pourquoi ? Parce que…",
    "نمی‌خواهم به خانه بروم.",
    "Café déjà vu — “naïve” façade, Ångström, 12 °C, £5.",
    "First paragraph of the text.\n\nSecond paragraph of the text.",
    "A poem\nhas lines\nof its own",
]


@pytest.mark.parametrize("text", GOOD)
def test_good_text_stays(text):
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("The mayorâ€™s plan", "The mayor’s plan"),
        ("Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82, Ð¼Ð¸Ñ\x80!", "Привет, мир!"),
        ("zero\u200bwidth and so\u00adft", "zerowidth and soft"),
        ("one\u00a0two\u2009three", "one two three"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("left\u200e and right\u202a", "left and right"),
    ],
)
def test_characters(damaged, whole):
    assert repaired(damaged) == whole


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Mafraq al -Tharda fell", "Mafraq al-Tharda fell"),
        ("of ISIS- affiliated groups", "of ISIS-affiliated groups"),
        ("a 17 -year- old boy , they said", "a 17-year-old boy, they said"),
        ("two  blanks   or more ", "two blanks or more"),
        ("some 43 ,922 people", "some 43,922 people"),
    ],
)
@pytest.mark.parametrize("lang", ["en", ""])
def test_blanks(damaged, whole, lang):
    assert repaired(damaged, lang) == whole


def test_dash_after_an_agency_is_no_hyphen():
    assert repaired("Damascus, SANA- The army moved.") == "Damascus, SANA- The army moved."


WRAPPED = """\
The council of the small town on the river voted late on Monday night to
repair the old bridge. It has been closed since the flood of last spring
carried away two of its wooden piers. Much of the bank was gone as well.
Work will begin in June and last for about nine months, the mayor said
after the vote. No one was against it.
Residents had asked for a new bridge, but the money that the county gave
was only enough for repairs, and no one else offered to pay for the rest.
"""


def test_hard_wraps_are_undone():
    paragraphs = repaired(WRAPPED).split("\n\n")
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["The", "Residents"]
    assert " ".join(paragraphs) == " ".join(WRAPPED.split())


def test_hyphens_at_line_ends():
    torn = WRAPPED.replace("night to\nrepair", "night re-\npaired").replace(
        "mayor said\nafter", "so-called well-\nknown"
    )
    joined = repaired(torn.replace("No one", "The well-known man"))
    assert "Monday night repaired the old bridge" in joined
    assert "the so-called well-known the vote" in joined


def test_a_sentence_broken_by_a_blank_line_is_rejoined():
    broken = "The air force hit the vehicles in strikes against their gatherings\n\nand positions in the east of Hama."
    assert repaired(broken) == broken.replace("\n\n", " ")


def test_a_dash_by_itself_promises_more():
    text = (
        "The bridge had stood for a hundred years and was used by up to 4,000 people -\n"
        "most of them farmers from the\nvillages on the other bank of the river in the north, the mayor said."
    )
    assert clean(text).text == text.replace("\n", " ")


def test_menus_are_not_rejoined():
    menu = "home\n\nworld\n\nsport and leisure\n\nabout us"
    assert repaired(menu) == menu


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("it", "La regione di Norba -NRB verso il nord ha un porto."),
        ("ru", "Это важно как- вот в случае жалоб."),
        ("de", "Im Wohn- und Pflegeheim und im anderen Wohn- und Pflegeheim."),
        ("en", "It fell to -30 in the night."),
    ],
)
def test_dashes_and_suspended_hyphens_stay(lang, text):
    assert repaired(text, lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Die neue Pflege- Serie hält, was sie verspricht."),
        ("ru", "Об этом сообщили члены -основатели союза."),
    ],
)
def test_a_single_blank_beside_a_hyphen_may_be_a_slip(lang, text):
    assert repaired(text, lang) == text


@pytest.mark.parametrize(
    ("lang", "torn", "whole"),
    [
        ("de", "Heute berät der US- Senat.", "Heute berät der US-Senat."),
        ("de", "Die 42- Jährige lacht.", "Die 42-Jährige lacht."),
        ("de", "So hält die Lärmschutz- Decke am Fluss -Damm.", "So hält die Lärmschutz-Decke am Fluss-Damm."),
        ("pt", "Voltou a vê -las ontem.", "Voltou a vê-las ontem."),
        ("ru", "Кто -то стучит.", "Кто-то стучит."),
        ("ru", "Члены -основатели и врачи -юристы.", "Члены-основатели и врачи-юристы."),
    ],
)
def test_blanks_beside_hyphens_that_are_no_slips(lang, torn, whole):
    assert repaired(torn, lang) == whole


def test_a_compound_that_stands_elsewhere_is_closed_up():
    assert repaired("Glenn- Ross is a village. In Glenn-Ross, all is well.", "en").startswith("Glenn-Ross is")
    assert repaired("The bank is top -20 here, and top-20 there.", "en").startswith("The bank is top-20")


@pytest.mark.parametrize(("torn", "whole"), [("some-\nthing", "something"), ("long-\nterm", "long-term")])
def test_words_that_are_written_as_one(torn, whole):
    text = WRAPPED.replace("night to\nrepair", f"night {torn}").replace("No one", "Some long term thing")
    assert f"Monday night {whole} the old bridge" in repaired(text)


def test_signs_around_a_misread_character_keep_their_place():
    cleaned = clean("0á\x80 7á\x80 1")
    assert cleaned.text == "0ဠ7ဠ1"
    assert [tuple(run) for run in cleaned.alignment.runs] == [(0, 0, 1), (2, 4, 1), (4, 8, 1)]
