"""What is said of a number: the fields of ``numbers`` in a record, in their order."""

import msgspec


class SIValue(msgspec.Struct, frozen=True):
    """A measure in SI units; a range has ``min`` and ``max`` and no value."""

    value: float | int | None
    min: float | int | None
    max: float | int | None
    unit: str


class Number(msgspec.Struct, frozen=True):
    """A number in a text.

    Attributes:
        start: first code point of the numeral.
        end: code point after the numeral.
        text: the numeral as it stands.
        qstart: first code point of the quantity, with bound words and currency sign.
        qend: code point after the quantity, with unit and bound words.
        kind: count, measure, money, percent, percentage_point, fraction or age; with ``everything`` also what only
            looks like a quantity: date, time, year, ordinal, identifier, section, phone, score, version, name, list.
        value: the value; None for a range, a vague plural and what is no quantity.
        min: the least it may be, None for no limit. An exact number has ``min`` and ``max`` equal to its value.
        max: the most it may be.
        min_open: whether ``min`` itself is left out ("more than 50").
        max_open: whether ``max`` itself is left out.
        bound: = ~ > >= < <= range or vague.
        unit: the unit's English name ("kilometre", "year of age"), for money its name or a rate ("dollar per barrel"),
            for a count in English the counted noun in the singular ("new case").
        si: the measure in SI units, where the unit is one.
        currency: ISO 4217 code.
        counted: the noun that is counted, with the modifiers before it.
        role: what became of those counted: killed, injured, displaced, detained, captured, missing, rescued, infected
            or destroyed.
        ambiguous: whether the digits or the currency may be read in another way.
        rule: what made it a number.
        field: the field of the record, where it is not "text".
        sentence: index of the sentence in which it starts, where the record has sentences.
    """

    start: int
    end: int
    text: str
    qstart: int
    qend: int
    kind: str
    value: float | int | None
    min: float | int | None
    max: float | int | None
    min_open: bool
    max_open: bool
    bound: str
    unit: str | None
    si: SIValue | None
    currency: str | None
    counted: str | None
    role: str | None
    ambiguous: bool
    rule: str
    field: str | msgspec.UnsetType = msgspec.UNSET
    sentence: int | msgspec.UnsetType = msgspec.UNSET
