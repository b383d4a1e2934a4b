"""The table of units against pint."""

from decimal import Decimal

import pint
import pytest

from newsutils.numbers.units import to_si, units

OTHER_NAMES = {
    "percentage point": None,
    "basis point": None,
    "parts per million": None,
    "parts-per-billion": None,
    "per mille": None,
    "mile per gallon": None,
    "decibel": None,
    "decade": None,
    "newton metre": "newton*metre",
    "pound-foot": "foot_pound",
    "foot pound-force": "foot_pound",
    "pound-mass": "pound",
    "ounce": "ounce",
    "light year": "light_year",
    "kilometre per hour": "kilometre/hour",
    "mile per hour": "mile/hour",
    "metre per second": "metre/second",
    "brake horsepower": "horsepower",
    "metric horsepower": "metric_horsepower",
    "revolutions per minute": "1/minute",
    "beats per minute": "1/minute",
    "megabit per second": "megabit/second",
    "gigabit per second": "gigabit/second",
    "milliampere-hour": "milliampere*hour",
    "tonne": "metric_ton",
    "kilotonne": "kilometric_ton",
    "megatonne": "megametric_ton",
    "barrel": "oil_bbl",
    "megapixel": "megapixel",
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "quart": "US_liquid_quart",
    "pint": "US_pint",
    "cup": "US_liquid_cup",
    "fluid ounce": "US_fluid_ounce",
    "furlong": "furlong",
    "short ton": "short_ton",
    "long ton": "long_ton",
}
SQUARES = {"square": 2, "cubic": 3}


def pint_name(name: str) -> str | None:
    if name in OTHER_NAMES:
        return OTHER_NAMES[name]
    power = SQUARES.get(name.split(" ")[0])
    return (
        f"{name.split(' ')[1]}**{power}"
        if power
        else "*".join(name.split(" "))
        if "hour" in name
        else name.replace(" ", "_")
    )


def test_factors_are_those_of_pint() -> None:
    registry = pint.UnitRegistry()
    for name, unit in units().items():
        other = pint_name(name)
        if other is None:
            continue
        plain = "" if unit.si == "1" else unit.si.replace("m2", "m**2").replace("m3", "m**3").replace(" ", "*")
        expected = registry.Quantity(10, other).to(plain or "dimensionless").magnitude
        assert float(10 * unit.factor + unit.offset) == pytest.approx(expected, rel=1e-3), name


def test_to_si() -> None:
    assert to_si(70, "kilometre") == (70_000, "m")
    assert to_si(0, "degree Celsius") == (Decimal("273.15"), "K")
    rate = to_si(24, "barrel per day")
    assert rate is not None
    assert rate.unit == "m3/s"
    assert to_si(1, "share") is None
