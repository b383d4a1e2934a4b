"""News sentences in ten languages: values, bounds, counted nouns, roles, and what is no quantity."""

from typing import Any

import pytest

from newsutils.numbers import extract_numbers

Row = tuple[Any, str, str | None, str | None]

SENTENCES: list[tuple[str, str, list[Row]]] = [
    (
        "en",
        "At least 43 people were killed and more than 120 wounded when an F-16 bombed a market on 12 March 2017.",
        [(43, ">=", "people", "killed"), (120, ">", "wounded", "injured")],
    ),
    (
        "en",
        "Army units destroyed two T-72 tanks and three vehicles on the M5, killing nine militants.",
        [(2, "=", "T-72 tanks", "destroyed"), (3, "=", "vehicles", "destroyed"), (9, "=", "militants", "killed")],
    ),
    (
        "en",
        "Nearly 1.2 million people have been displaced, including 400,000 children, the agency said.",
        [(1_200_000, "~", "people", "displaced"), (400_000, "=", "children", "displaced")],
    ),
    (
        "en",
        "Some 200 Iraqi soldiers backed by 15 tanks captured 3 villages.",
        [
            (200, "~", "Iraqi soldiers", None),
            (15, "=", "tanks", None),
            (3, "=", "villages", "captured"),
        ],
    ),
    (
        "es",
        "Al menos 43 personas murieron y más de 120 resultaron heridas en el ataque del 12 de marzo de 2017.",
        [(43, ">=", "personas", "killed"), (120, ">", None, "injured")],
    ),
    (
        "es",
        "Un F-16 derribó dos drones y mató a siete combatientes.",
        [
            (2, "=", "drones", "destroyed"),
            (7, "=", "combatientes", "killed"),
        ],
    ),
    (
        "fr",
        "Quelque 1 200 réfugiés palestiniens ont fui ; entre 30 et 40 enfants sont portés disparus.",
        [(1200, "~", "réfugiés", "displaced"), ((30, 40), "range", "enfants", "missing")],
    ),
    ("fr", "Près de quatre-vingt-dix maisons ont été détruites.", [(90, "~", "maisons", "destroyed")]),
    (
        "de",
        "Mindestens 43 Menschen wurden getötet und mehr als 120 verletzt, wie die G7 im Artikel 5 festhielten.",
        [(43, ">=", "Menschen", "killed"), (120, ">", None, "injured")],
    ),
    ("de", "Fast dreiundzwanzig alte Häuser wurden zerstört.", [(23, "~", "alte Häuser", "destroyed")]),
    (
        "it",
        "Tre soldati e due civili sono morti, altri cinque sono rimasti feriti.",
        [
            (3, "=", "soldati", "killed"),
            (2, "=", "civili", "killed"),
            (5, "=", None, "injured"),
        ],
    ),
    ("it", "Circa duecentocinquanta profughi sono fuggiti.", [(250, "~", "profughi", "displaced")]),
    (
        "pt",
        "A polícia prendeu 14 suspeitos; dezenas de milhares de civis foram deslocados em 2015.",
        [
            (14, "=", "suspeitos", "detained"),
            (20_000, "vague", "civis", "displaced"),
        ],
    ),
    (
        "ru",
        "Около 1200 палестинских беженцев бежали; от 30 до 40 детей пропали без вести.",
        [
            (1200, "~", "палестинских беженцев", "displaced"),
            ((30, 40), "range", "детей", "missing"),
        ],
    ),
    ("ru", "Силы ПВО сбили 15 беспилотников над трассой М-5.", [(15, "=", "беспилотников", "destroyed")]),
    (
        "uk",
        "Щонайменше 43 людини загинули, у тому числі троє дітей.",
        [
            (43, ">=", "людини", "killed"),
            (3, "=", "дітей", "killed"),
        ],
    ),
    (
        "ar",
        "قتل 43 شخصا على الأقل وأصيب أكثر من 120 آخرين في غارة لطائرة إف-16.",
        [
            (43, ">=", "شخصا", "killed"),
            (120, ">", None, "injured"),
        ],
    ),
    ("ar", "نزح نحو ٢٠٠ ألف لاجئ.", [(200_000, "~", "لاجئ", "displaced")]),
    (
        "hi",
        "हमले में कम से कम 43 लोग मारे गए और 120 से अधिक घायल हो गए।",
        [
            (43, ">=", "लोग", "killed"),
            (120, ">", None, "injured"),
        ],
    ),
    ("hi", "पांच सैनिक शहीद हुए और धारा 370 को 2019 में हटाया गया।", [(5, "=", "सैनिक", "killed")]),
]


SENTENCES += [
    ("de", "Elf Bergleute wurden nach langer Suche gerettet.", [(11, "=", "Bergleute", "rescued")]),
    (
        "ru",
        "Армия уничтожила 25 террористов и две машины.",
        [
            (25, "=", "террористов", "killed"),
            (2, "=", "машины", "destroyed"),
        ],
    ),
    ("uk", "Кількість загиблих зросла до 72.", [(72, "=", None, "killed")]),
    ("ru", "До 72 домов разрушены.", [(72, "<=", "домов", "destroyed")]),
    ("ar", "اعتقلت الشرطة 14 متظاهرا.", [(14, "=", "متظاهرا", "detained")]),
    ("hi", "मरने वालों की संख्या 72 हो गई।", [(72, "=", None, "killed")]),
]


@pytest.mark.parametrize(("lang", "text", "rows"), SENTENCES)
def test_sentence(lang: str, text: str, rows: list[Row]) -> None:
    found = extract_numbers(text, lang)
    values = [
        one.value if one.value is not None else one.min if one.max is None else (one.min, one.max) for one in found
    ]
    assert list(zip(values, (one.bound for one in found), strict=True)) == [row[:2] for row in rows]
    assert [one.counted for one in found] == [row[2] for row in rows]
    assert [one.role for one in found] == [row[3] for row in rows]


@pytest.mark.parametrize(
    ("lang", "text", "value", "currency"),
    [
        ("es", "Costó 3.500 millones de euros.", 3_500_000_000, "EUR"),
        ("fr", "Une aide de 3,5 milliards d'euros.", 3_500_000_000, "EUR"),
        ("de", "Hilfen von 20 Mio. Dollar.", 20_000_000, "USD"),
        ("it", "Aiuti per mezzo milione di dollari.", 500_000, "USD"),
        ("pt", "Ajuda de R$ 3,5 bilhões.", 3_500_000_000, "BRL"),
        ("ru", "Помощь в 3,5 млрд рублей.", 3_500_000_000, "RUB"),
        ("uk", "Допомога у 20 млн гривень.", 20_000_000, "UAH"),
        ("ar", "مساعدات بقيمة 3.5 مليار دولار.", 3_500_000_000, "USD"),
        ("hi", "सरकार ने 3.5 लाख करोड़ रुपये दिए।", 3_500_000_000_000, "INR"),
    ],
)
def test_money(lang: str, text: str, value: float, currency: str) -> None:
    (found,) = extract_numbers(text, lang)
    assert (found.value, found.currency) == (value, currency)


def test_a_vowel_sign_that_stands_alone_is_passed_over() -> None:
    found = extract_numbers("قتل 5 أشخاص ـ ً وجرح 7", "ar")
    assert [one.value for one in found] == [5, 7]
