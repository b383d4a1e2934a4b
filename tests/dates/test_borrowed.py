"""Languages that have no word file are read with the words that dateparser has."""

import pytest

from newsutils.dates import extract_dates
from newsutils.dates.borrowed import borrowed

PUBLISHED = "2013-03-20"  # a Wednesday

MEANINGS = [
    ("nl", "De dijk brak op maandag 18 maart 2013.", ["2013-03-18"]),
    (
        "nl",
        "Gisteren en 3 dagen geleden, in mei 2012 en vorige week.",
        ["2013-03-19", "2013-03-17", "2012-05", "2013-W11"],
    ),
    ("nl", "Volgende maand zijn er 5 miljoen in de mei.", ["2013-04", "2013-05"]),
    ("pl", "Most runął 5 maja 2012 i wczoraj.", ["2012-05-05", "2013-03-19"]),
    ("tr", "Köprü 5 Mayıs 2012 Pazar ve dün çöktü.", ["2012-05-05", "2013-03-17", "2013-03-19"]),
    ("fi", "Silta romahti 3. toukokuuta 2012.", ["2012-05-03"]),
    ("cs", "Most spadl 3. května 2012 a včera.", ["2012-05-03", "2013-03-19"]),
    ("ca", "El pont va caure el 3 de maig de 2012 i fa 3 dies.", ["2012-05-03", "2013-03-17"]),
    ("ja", "橋は2012年5月3日に落ちた。5月10日に会談、2012年12月に終わる。", ["2012-05-03", "2013-05-10", "2012-12"]),
    ("zh", "大桥2012年5月3日垮塌，4月重建。", ["2012-05-03", "2013-04"]),
    ("ko", "다리는 2012년 5월 3일 무너졌다.", ["2012-05-03"]),
]


@pytest.mark.parametrize(("lang", "text", "values"), MEANINGS, ids=[text for _, text, _ in MEANINGS])
def test_meaning(lang, text, values):
    assert [date.value for date in extract_dates(text, lang, published=PUBLISHED)] == values


def test_days_of_no_calendar_are_no_dates():
    assert extract_dates("2012年13月40日", "zh", published=PUBLISHED) == []


@pytest.mark.parametrize("lang", ["", "xx", "../en", "EN"])
def test_other_languages_have_no_rows(lang):
    assert borrowed(lang) == []
