"""What expressions mean: each line one expression, its language, the day of publication, its type and value."""

import pytest

from newsutils.dates import extract_dates

PUBLISHED = "2014-05-21"  # a Wednesday

MEANINGS = [
    # days of the calendar
    ("The truce of 3 May 2012 held.", "date", "2012-05-03"),
    ("It was signed on May 3, 2012.", "date", "2012-05-03"),
    ("It was signed on the 3rd of May, 2012.", "date", "2012-05-03"),
    ("They met on Friday, May 16.", "date", "2014-05-16"),
    ("The deadline is Jan. 15.", "date", "2015-01-15"),
    ("The bridge fell on Aug. 30.", "date", "2013-08-30"),
    ("Filed 2012-05-03 in court.", "date", "2012-05-03"),
    ("Filed on 5/3/2012 in court.", "date", "2012-05-03"),
    ("Filed on 3.5.2012 in court.", "date", "2012-05-03"),
    ("It rained on Christmas Day 2013.", "date", "2013-12-25"),
    ("It rained on the 3rd of next month.", "date", "2014-06-03"),
    ("It fell on Thanksgiving 2013.", "date", "2013-11-28"),
    ("It fell last Memorial Day.", "date", "2013-05-27"),
    ("Published 23-Sep-2013 in court.", "date", "2013-09-23"),
    # weekdays and the days around
    ("Two men were shot on Monday.", "date", "2014-05-19"),
    ("Two men were shot on Wednesday.", "date", "2014-05-21"),
    ("The council will vote on Friday.", "date", "2014-05-23"),
    ("Talks are to resume next Monday.", "date", "2014-05-26"),
    ("It began last Wednesday.", "date", "2014-05-14"),
    ("He left on Tuesday of last week.", "date", "2014-05-13"),
    ("The trial opened on Friday the 16th.", "date", "2014-05-16"),
    ("He spoke yesterday.", "date", "2014-05-20"),
    ("He left the day before yesterday.", "date", "2014-05-19"),
    ("He left on Tuesday last week.", "date", "2014-05-13"),
    ("He left two weeks ago Tuesday.", "date", "2014-05-06"),
    ("He left a year ago today.", "date", "2013-05-21"),
    ("Shops open the day after Thanksgiving 2013.", "date", "2013-11-29"),
    ("It snowed the week before Christmas 2013.", "date", "2013-W51"),
    ("The vote is on Election Day.", "date", "2014-11-04"),
    ("He was a child on 9/11.", "date", "2001-09-11"),
    ("It was after the Sept. 11 attacks.", "date", "2001-09-11"),
    # weeks, months, quarters, years
    ("Prices fell from the same month last year.", "date", "2013-05"),
    ("Prices rise by year's end.", "date", "2014-12-31"),
    ("Prices fell at year-end 2012.", "date", "2012-12-31"),
    ("They praised his March visit as a success.", "date", "2014-03"),
    ("The data of 2014-03 are in.", "date", "2014-03"),
    ("Prices rose last week.", "date", "2014-W20"),
    ("Prices rose last month.", "date", "2014-04"),
    ("Prices will rise next year.", "date", "2015"),
    ("It happened in March.", "date", "2014-03"),
    ("It happened in March 2011.", "date", "2011-03"),
    ("It happened last August.", "date", "2013-08"),
    ("Sales in the third quarter of 2013 fell.", "date", "2013-Q3"),
    ("The harvest failed in the summer of 2012.", "date", "2012-SU"),
    ("In the second half of 2013 it grew.", "date", "2013-H2"),
    ("It was clear over the weekend of protest.", "date", "2014-W20-WE"),
    ("It will be clear over the weekend of protest.", "date", "2014-W21-WE"),
    ("It is quiet this weekend.", "date", "2014-W21-WE"),
    ("It rained on Good Friday, they say.", "date", "2014-04-18"),
    ("It rained on Easter Monday 2016.", "date", "2016-03-28"),
    ("The Good Friday Agreement was signed in 1998.", "date", "1998"),
    ("It fell on the last day of March.", "date", "2014-03-31"),
    ("It fell in the first week of May 2012.", "date", "2012-W18"),
    ("It fell in the last quarter of 2011.", "date", "2011-Q4"),
    ("It was on the 15th, he wrote.", "date", "2014-05-15"),
    ("The day before, it had rained.", "date", "2014-05-20"),
    ("The weeklong strike is over.", "duration", "P1W"),
    ("It rained for three consecutive days.", "duration", "P3D"),
    ("It will rain for two more weeks.", "duration", "P2W"),
    ("They met in the week of March 10.", "date", "2014-W11"),
    ("It ended two and a half years ago.", "date", "2011-11"),
    ("It lasted two and a half years.", "duration", "P2.5Y"),
    ("It lasted an hour and a half.", "duration", "PT1.5H"),
    ("It fell on Patriots' Day.", "date", "2014-04-21"),
    ("Fri 16 May was the day.", "date", "2014-05-16"),
    ("The hearing was postponed until Friday.", "date", "2014-05-23"),
    ("Talks resume Monday in Bern.", "date", "2014-05-26"),
    ("The pope meets with bishops Saturday.", "date", "2014-05-24"),
    ("The budget cuts take effect Friday.", "date", "2014-05-23"),
    ("The bodies were not found until Friday.", "date", "2014-05-16"),
    ("The war began in 1914.", "date", "1914"),
    ("In nineteen ninety-six a bomb went off.", "date", "1996"),
    ("The crisis of the 1990s is over.", "date", "199X"),
    ("Songs of the '80s filled the hall.", "date", "198X"),
    ("Songs of the early 80s filled the hall.", "date", "198X"),
    ("A church of the 19th century burned.", "date", "18XX"),
    # units before and after
    ("He died two weeks ago.", "date", "2014-W19"),
    ("He died three years ago.", "date", "2011"),
    ("He died several years ago.", "date", "PAST_REF"),
    # times
    ("The train left at 9:15 p.m. on Monday.", "time", "2014-05-19T21:15"),
    ("Shots were heard last night.", "time", "2014-05-20TNI"),
    ("Shots were heard on Monday evening.", "time", "2014-05-19TEV"),
    ("Shots were heard at 1800 GMT.", "time", "2014-05-21T18:00"),
    ("Shots were heard at 10.45pm.", "time", "2014-05-21T22:45"),
    # durations and sets
    ("The siege lasted three months.", "duration", "P3M"),
    ("A four-day truce began.", "duration", "P4D"),
    ("They talked for two hours.", "duration", "PT2H"),
    ("It went on for several weeks.", "duration", "PXW"),
    ("Over the past two years it grew.", "duration", "P2Y"),
    ("They meet every Friday.", "set", "XXXX-WXX-5"),
    ("They meet every two weeks.", "set", "P2W"),
    ("They meet every 2 April.", "set", "XXXX-04-02"),
    ("The bill is paid annually.", "set", "P1Y"),
]


@pytest.mark.parametrize(("text", "kind", "value"), MEANINGS, ids=[text for text, _, _ in MEANINGS])
def test_meaning(text, kind, value):
    found = extract_dates(text, "en", published=PUBLISHED)
    assert [(date.type, date.value) for date in found] == [(kind, value)]


NO_DATES = [
    "In 1998-86-13 calls 2000 troops or 1920 pixels answered.",
    "The March on Black Friday went day-to-day; a fall of prices came now.",
    "We may march on.",
    "The year-old war and the month-old strike ended before the quarter-finals in the Year of the Snake.",
    "USA Today and Saturday Night Live; Mon Dieu, the Sun rose and they Sat down to March Madness.",
    "April Jones, June Carter and others flew on Flight 1549 under Resolution 1973; it was a Tuesday.",
    "The peak is 2364 meters high.",
    "It cost $1998 and 2,014 people came.",
    "She is 44 years old, the 17-year-olds are in the 20s.",
    "About three-quarters of it burned.",
    "No. 50 Route F-16, version 1.2.3",
    "The 31st of June does not exist on 31 June 2012.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text):
    assert extract_dates(text, "en", published=PUBLISHED) == []


def test_days_of_a_list_are_dates_of_their_own():
    found = extract_dates("Strikes on 3, 4 and 5 May 2012 and on June 7-8.", "en", published=PUBLISHED)
    assert [date.value for date in found] == ["2012-05-03", "2012-05-04", "2012-05-05", "2014-06-07", "2014-06-08"]
    assert [date.text for date in found] == ["3", "4", "5 May 2012", "June 7", "8"]


def test_months_and_days_that_share_a_year():
    found = extract_dates("From May 3 to June 5, 2012, in March and April 2011.", "en", published=PUBLISHED)
    assert [date.value for date in found] == ["2012-05-03", "2012-06-05", "2011-03", "2011-04"]


def test_chains_go_forward():
    text = "It rained Sunday to Thursday, between November and January, on Friday and Thursday, in the 1998-99 winter."
    found = extract_dates(text, "en", published=PUBLISHED)
    days = ["2014-05-18", "2014-05-22", "2013-11", "2014-01", "2014-05-16", "2014-05-15", "1998", "1999"]
    assert [date.value for date in found] == days
    assert [date.text for date in found][-2:] == ["the 1998", "99"]


def test_months_of_this_year():
    found = extract_dates("From January to March this year it rained.", "en", published=PUBLISHED)
    assert [date.value for date in found] == ["2014-01", "2014-03"]


def test_a_day_of_a_year_spoken_of():
    found = extract_dates("A storm in 1999: on May 3 of that year it snowed.", "en", published=PUBLISHED)
    assert [date.value for date in found] == ["1999", "1999-05-03"]


def test_a_day_before_a_number_of_things_is_no_list():
    found = extract_dates("On May 3, 20 people died. On Friday 13 people died.", "en", published=PUBLISHED)
    assert [date.text for date in found] == ["May 3", "Friday"]


def test_what_was_said_before_is_remembered():
    text = "It began in March 2011. The following month and that year it spread; the following year it ended."
    found = extract_dates(text, "en", published=PUBLISHED)
    assert [date.value for date in found] == ["2011-03", "2011-04", "2011", "2012"]


def test_days_and_months_lie_beside_what_was_said():
    text = "He came on 14 March 2012. The day after, he left. By May of that year he was back."
    assert [date.value for date in extract_dates(text, "en")] == ["2012-03-14", "2012-03-15", "2012-05"]


def test_first_and_last_day_and_modifier():
    (found,) = extract_dates("It ended in late February 2012.", "en")
    assert (found.first, found.last, found.grain, found.mod) == ("2012-02-01", "2012-02-29", "month", "END")


@pytest.mark.parametrize("words", ["yesterday", "Friday", "last week", "May 3", "in March", "two weeks ago", "tonight"])
def test_relative_dates_without_a_base_have_no_value(words):
    (found,) = extract_dates(f"It ended {words}.", "en")
    assert (found.value, found.first, found.last) == (None, None, None)


def test_the_year_without_a_base_is_the_one_spoken_of():
    found = extract_dates("It began in May 2012. By the end of the year it was over.", "en")
    assert [(date.value, date.mod) for date in found] == [("2012-05", None), ("2012", "END")]


def test_a_month_without_a_base_takes_the_year_spoken_of():
    found = extract_dates("The war of 1939 began on 1 September; in October it was over.", "en")
    assert [date.value for date in found] == ["1939", "1939-09-01", "1939-10"]


def test_published_may_carry_a_time():
    (found,) = extract_dates("He spoke yesterday.", "en", published="2014-05-21T13:37:00Z")
    assert found.value == "2014-05-20"


def test_published_must_be_a_day():
    with pytest.raises(ValueError, match="isoformat"):
        extract_dates("He spoke yesterday.", "en", published="in May")
