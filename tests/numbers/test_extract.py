"""Values, units, bounds and counted nouns in English news."""

import pytest

from newsutils.numbers import Number, extract_numbers
from newsutils.numbers.scan import Scanner
from newsutils.numbers.vague import vague_table


def only(text: str, lang: str = "en") -> Number:
    (found,) = extract_numbers(text, lang)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The pass lies 2364 meters above the sea.", 2364, "metre"),
        ("The town is 70 km from the border.", 70, "kilometre"),
        ("A wind of 120 kilometres per hour tore roofs off.", 120, "kilometre per hour"),
        ("Turnout was 61.5 per cent.", 61.5, "percent"),
        ("Support fell by 3 percentage points.", 3, "percentage point"),
        ("They walked for three days.", 3, "day"),
        ("The camp covers a 45-acre site.", 45, "acre"),
        ("It reached minus 12 degrees Celsius.", -12, "degree Celsius"),
        ("Half an hour later it was over.", 0.5, "hour"),
        ("Pumps moved 3 million gallons of water a day.", 3_000_000, "gallon per day"),
        ("It spans 4 km squared.", 4, "square kilometre"),
        ("A density of 1.3 A/cm2 was seen.", 1.3, "ampere per square centimetre"),
        ("The star weighs 2.5 × 10^30 kilograms.", 25 * 10**29, "kilogram"),
        ("He weighed 208 pounds.", 208, "pound-mass"),
        ("You have five (5) days.", 5, "day"),
        ("It saw three thousand visitors per day.", 3000, "visitor per day"),
        ("It holds 5.6m Syrian refugees.", 5_600_000, "syrian refugee"),
    ],
)
def test_measures(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("Aid worth $3.5bn was pledged.", 3_500_000_000, "USD"),
        ("The fine was £2m.", 2_000_000, "GBP"),
        ("It cost 400 Syrian pounds.", 400, "SYP"),
        ("A debt of Rs 3.5 lakh crore remained.", 3_500_000_000_000, "INR"),
        ("They asked for 20,000 euros.", 20_000, "EUR"),
        ("The deficit grew to US$ 1.25 trillion.", 1_250_000_000_000, "USD"),
        ("Orders came to 30 MUSD.", 30_000_000, "USD"),
        ("Costs were MEUR 4.5 too high.", 4_500_000, "EUR"),
        ("They owe 64 USD million.", 64_000_000, "USD"),
        ("It cost nzd$15.", 15, "NZD"),
        ("A bid of PS8.1bn was made.", 8_100_000_000, "GBP"),
        ("A seat costs eleven dollars thirty two.", 11.32, "USD"),
        ("Theft cost tens of billions of pounds.", None, "GBP"),
        ("The plan costs 2 crore 50 lakh rupees.", 25_000_000, "INR"),
    ],
)
def test_money(text: str, value: float | None, currency: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.currency) == ("money", value, currency)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a million", 500_000),
        ("two dozen", 24),
        ("a hundred and one", 101),
        ("six hundred thirty-four thousand and fifteen", 634_015),
        ("two and a half million", 2_500_000),
        ("1.2 million", 1_200_000),
        ("nineteen hundred", 1900),
        ("12,34,567", 1_234_567),
        ("10 1/2", 10.5),
    ],
)
def test_numerals(words: str, value: float) -> None:
    assert only(f"The agency fed {words} people.").value == value


@pytest.mark.parametrize(
    ("phrase", "bound", "least", "most", "open_end"),
    [
        ("more than 50", ">", 50, None, True),
        ("at least 50", ">=", 50, None, False),
        ("50 or more", ">=", 50, None, False),
        ("up to 50", "<=", None, 50, False),
        ("fewer than 50", "<", None, 50, True),
        ("about 50", "~", None, None, False),
        ("50", "=", 50, 50, False),
        ("between 50 and 60", "range", 50, 60, False),
        ("50-60", "range", 50, 60, False),
        ("50 to 60", "range", 50, 60, False),
        ("dozens of", "vague", 24, None, False),
        ("scores of", "vague", 40, None, False),
        ("several hundred", "vague", 300, None, False),
        ("tens of thousands of", "vague", 20_000, None, False),
    ],
)
def test_bounds(phrase: str, bound: str, least: int | None, most: int | None, open_end: bool) -> None:
    found = only(f"The raid killed {phrase} rebels.")
    assert (found.bound, found.min, found.max, found.min_open or found.max_open) == (bound, least, most, open_end)
    assert (found.counted, found.role) == ("rebels", "killed")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The army shot down 18 enemy drones on Monday.", "enemy drones"),
        ("Police found 43 bodies.", "bodies"),
        ("Some 300 Palestinian women and children fled.", "Palestinian women"),
        ("One of the gunmen escaped.", "gunmen"),
        ("7 members of the council resigned.", "members"),
    ],
)
def test_counted_noun(text: str, counted: str) -> None:
    assert only(text).counted == counted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One in five residents fled.", 0.2),
        ("Nine out of 10 doctors agree.", 0.9),
        ("House prices fell by a fifth.", 0.2),
        ("Two thirds of the crop was lost.", 0.666667),
    ],
)
def test_shares(text: str, value: float) -> None:
    found = only(text)
    assert (found.kind, found.value) == ("fraction", pytest.approx(value, rel=1e-4))


@pytest.mark.parametrize(
    "text",
    [
        "Haddad, 52, died.",
        "The gunman, 52, fled.",
        "He turned 52 in May.",
        "Men over 52 may leave.",
        "A 52-year-old fled.",
        "He will be 52 in May.",
        "She was 52.",
        "Life expectancy is 52 there.",
    ],
)
def test_ages(text: str) -> None:
    found = only(text)
    assert (found.kind, found.unit, found.text) == ("age", "year of age", "52")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They found 12 bodies.", "body"),
        ("Police met two gunmen.", "gunman"),
        ("It has four wives.", "wife"),
        ("It lists 3 new viruses.", "new virus"),
        ("Two bosses left.", "boss"),
        ("Nine boxes fell.", "box"),
    ],
)
def test_what_is_counted_in_the_singular(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_a_part_has_the_unit_or_noun_of_its_whole() -> None:
    part, whole = extract_numbers("It has paid back 40 million of the 2.5 billion euros.")
    assert (part.currency, whole.currency) == ("EUR", "EUR")
    part, whole = extract_numbers("They shot down 17 of 20 drones.")
    assert (part.counted, part.role, whole.role) == ("drones", "destroyed", None)


def test_the_second_value_of_a_change_has_the_unit_of_the_first() -> None:
    found = extract_numbers("He went down from 164 pounds to 151 within a year.")
    assert [(one.value, one.unit, one.rule) for one in found] == [
        (164, "pound-mass", "change"),
        (151, "pound-mass", "change"),
    ]


def test_a_change_is_two_values_and_a_span_of_prices_one_range() -> None:
    assert [found.value for found in extract_numbers("Turnout rose from 40 to 55 percent.")] == [40, 55]
    (prices,) = extract_numbers("Bids ranged from $300 to $7 million.")
    assert (prices.min, prices.max, prices.currency) == (300, 7_000_000, "USD")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("It sold two old 747 Cargo jets.", "old 747 Cargo jets"),
        ("It ordered 35 A320neo planes.", "A320neo planes"),
        ("They sold 4,000 Model 5s abroad.", "Model 5s"),
        ("Four Type 45 destroyers sailed.", "Type 45 destroyers"),
        ("It lists 40 newly built homes.", "newly built homes"),
        ("Police held four critically.", None),
        ("It trades at 9 times sales.", "times"),
    ],
)
def test_designations_and_what_is_no_noun(text: str, counted: str | None) -> None:
    assert only(text).counted == counted


def test_the_measure_in_a_noun_is_a_quantity_of_its_own() -> None:
    bombs, pounds = extract_numbers("They dropped four 500-pound bombs.")
    assert (bombs.counted, pounds.text, pounds.unit) == ("500-pound bombs", "500", "pound-mass")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It rained for six straight months.", 6, "month"),
        ("They pump 400,000 more barrels a day.", 400_000, "barrel per day"),
        ("He ran for 86 rushing yards.", 86, "yard"),
        ("It weighs 12 short tons.", 12, "short ton"),
        ("The wall is 3 in thick.", 3, "inch"),
    ],
)
def test_modifiers_before_units(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.unit) == ("measure", value, unit)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It costs $200-$300.", 200, 300),
        ("Bids of £1.5bn-£2bn came.", 1_500_000_000, 2_000_000_000),
        ("It will raise €75m-€90m.", 75_000_000, 90_000_000),
    ],
)
def test_a_hyphen_between_two_signs_is_no_minus(text: str, least: int, most: int) -> None:
    found = only(text)
    assert (found.bound, found.min, found.max) == ("range", least, most)


def test_an_article_before_a_dollar_sign_is_no_currency() -> None:
    assert only("A $5 bill lay there.").currency == "USD"
    assert only("It cost A$5.").currency == "AUD"


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("Output fell to 9.5 million barrels from 11.2 million.", "measure", "barrel"),
        ("Sales came to $4 million, up from 3.1 million.", "money", "dollar"),
        ("Prices rose 0.8 percent in May and by 1.1 in June.", "percent", "percent"),
        ("The parcels weigh 35 and 60 grams.", "measure", "gram"),
    ],
)
def test_numbers_that_are_compared_or_joined_share_a_unit(text: str, kind: str, unit: str) -> None:
    assert [(found.kind, found.unit) for found in extract_numbers(text)] == [(kind, unit)] * 2


def test_a_change_in_percent_does_not_name_what_changed() -> None:
    assert [found.kind for found in extract_numbers("Sales rose 2 percent from 48 million.")] == ["percent", "count"]


@pytest.mark.parametrize(
    "row", ["3 5 7 12 9", "1 2\n3 4\n5 6", "8 09 7 10", "4 2 1/2 3 9", "5 6 7 people", "1 20 000 3"]
)
def test_cells_of_a_table_are_what_they_are_elsewhere(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = extract_numbers(row, everything=True)
    monkeypatch.setattr(Scanner, "_cell", lambda *_: None)
    assert extract_numbers(row, everything=True) == found


def test_the_table_of_vague_words() -> None:
    table = {(lang, word): least for lang, word, least in vague_table()}
    assert table["en", "dozens"] == 24
    assert table["en", "tens of thousands"] == 20_000
    assert table["fr", "dizaines de milliers"] == 20_000
