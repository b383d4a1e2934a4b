"""Headline, byline and dateline leave the text for fields of their own."""

import pytest

from newsutils.cleaning import clean
from newsutils.cleaning.head import read_head

from support import decode, encode

BODY = "The council voted on Monday to repair the old bridge, which has been closed since the flood in spring."


def test_headline_byline_and_dateline():
    text = f"Council votes to repair old bridge\n\nBy Jane Miller | 3 May 2021\n\nSPRINGFIELD, Ohio (AP) — {BODY}"
    cleaned = clean(text)
    assert (cleaned.title, cleaned.byline, cleaned.dateline) == (
        "Council votes to repair old bridge",
        "Jane Miller",
        "SPRINGFIELD, Ohio (AP)",
    )
    assert cleaned.text == BODY
    assert [gone.reason for gone in cleaned.removed] == ["title", "byline", "dateline"]


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Provinces – ", "Provinces"),
        ("Damascus, SANA- ", "Damascus, SANA"),
        ("Deir al-Zor, Syria (Reuters) - ", "Deir al-Zor, Syria (Reuters)"),
        ("LINDI: ", "LINDI"),
        ("BERLIN -- ", "BERLIN"),
        ("МОСКВА, 5 мая — ", "МОСКВА, 5 мая"),
    ],
)
def test_datelines(opening, dateline):
    head = read_head(opening + BODY)
    assert head.dateline == dateline


@pytest.mark.parametrize(
    "opening",
    ["He said this – and more: ", "Leipzig: ", "The mayor – who is new – spoke. ", "The 42-year-old said: ", "(AP) — "],
)
def test_no_datelines(opening):
    assert read_head(opening + BODY).dateline is None


def test_a_known_title_goes_where_it_stands_and_no_other_line():
    text = f"News and more\n\nBridge to be repaired - The Gazette\n\n{BODY}"
    head = read_head(text, "Bridge to be repaired after all")
    assert head.edits == []
    head = read_head(text, "Bridge to be repaired")
    assert [text[edit.start : edit.end].strip() for edit in head.edits] == ["Bridge to be repaired - The Gazette"]


def test_a_body_without_headline_has_none():
    assert read_head(f"{BODY}\n\n{BODY}").title is None


PAGES = [
    (
        "de",
        "Stadtrat will die alte Brücke erneuern",
        "Von Jana Müller",
        "Jana Müller",
        "ALTDORF (dpa) – Der Stadtrat hat am Montag beschlossen, die alte Brücke zu erneuern, wie die Stadt mitteilte.",
        "ALTDORF (dpa)",
    ),
    (
        "fr",
        "Le conseil veut réparer le vieux pont",
        "Par Jeanne Meunier",
        "Jeanne Meunier",
        "VILLENEUVE (AFP) – Le conseil a décidé lundi de réparer le vieux pont, fermé depuis la crue du printemps.",
        "VILLENEUVE (AFP)",
    ),
    (
        "es",
        "El concejo quiere reparar el viejo puente",
        "Por Ana Molina",
        "Ana Molina",
        "VILLANUEVA, 3 may (EFE).- El concejo decidió el lunes reparar el puente, cerrado desde la crecida del río.",
        "VILLANUEVA, 3 may (EFE)",
    ),
    (
        "ru",
        "Совет решил починить старый мост",
        "Автор: Анна Мельник",
        "Анна Мельник",
        "НОВГОРОД, 3 мая — Городской совет решил в понедельник починить старый мост, закрытый после весеннего паводка.",
        "НОВГОРОД, 3 мая",
    ),
    (
        "ar",
        "المجلس يقرر إصلاح الجسر القديم في المدينة",
        "بقلم أحمد علي",
        "أحمد علي",
        "قرر المجلس البلدي يوم الاثنين إصلاح الجسر القديم الذي أغلق منذ فيضان الربيع، كما قال رئيس البلدية.",
        None,
    ),
]


@pytest.mark.parametrize(("lang", "title", "line", "byline", "lead", "dateline"), PAGES)
def test_heads_in_several_languages(lang, title, line, byline, lead, dateline):
    text = "\n\n".join([title, line, lead])
    cleaned = clean(text, lang=lang, skip=("furniture",))
    assert (cleaned.title, cleaned.byline, cleaned.dateline) == (title, byline, dateline)
    assert lead.endswith(cleaned.text)


def test_a_headline_shares_words_with_the_story_and_a_rubric_does_not():
    text = "\n\n".join(["Opinions and analysis of the day", "Old bridge gets its repair", "News of the day", BODY])
    assert read_head(text).title == "Old bridge gets its repair"


def test_a_standfirst_is_no_headline():
    standfirst = "The bridge that was closed since the flood of the past spring is to be repaired and " + "more " * 10
    assert read_head(f"{standfirst}\n\n{BODY}").title is None


TITLE = "Bridge swept away in the north"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["3 May 1999", TITLE, "Published 12 April 2021 | Updated 2 hours ago"], "2021-04-12"),
        (["Menu", "May 4, 2021", TITLE], "2021-05-04"),
        ([TITLE, "By Jane Miller and John Smith in Ashford, posted on May 5, 2021"], "2021-05-05"),
        ([TITLE, "Photo: the river as it looked from the old mill on 3 May 1999, a year before the flood"], None),
        ([TITLE, "Monday"], None),
    ],
)
def test_the_day_beside_the_headline(lines, published):
    cleaned = clean("\n\n".join([*lines, BODY]), lang="en")
    assert (cleaned.title, cleaned.published) == (TITLE, published)


def test_a_known_day_stays_and_relative_dates_count_from_a_found_one(newsutils):
    end = "It rained on Friday, and the town was cut off from the coast for days."
    text = f"{TITLE}\n\n12 April 2021\n\n{BODY}\n\n{end}"
    records = [{"text": text, "lang": "en"}, {"text": text, "lang": "en", "published": "2020-01-01"}]
    found, known = decode(newsutils("pipe", "clean | extract-dates", stdin=encode(records)).stdout)
    assert (found["published"], known["published"]) == ("2021-04-12", "2020-01-01")
    assert "2021-04-09" in [date["value"] for date in found["dates"]]
    without = decode(newsutils("clean", "--skip", "head", stdin=encode(records[:1])).stdout)
    assert "published" not in without[0]


def test_the_day_on_the_first_line_of_a_page_without_headline():
    assert clean(f"12 April 2021\n\n{BODY}", lang="en").published == "2021-04-12"
