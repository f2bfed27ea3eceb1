"""Money, units and arithmetic against published facts."""

from collections.abc import Callable
from typing import Any

import pytest

Use = Callable[..., Any]
Refusal = Callable[..., str]


@pytest.mark.parametrize(
    ("source", "target", "date", "rate"),
    [
        # ecb.europa.eu, euro foreign exchange reference rates: the first day, the dollar's
        # highest and lowest, and the day the Swiss National Bank gave up its floor.
        ("EUR", "USD", "1999-01-04", 1.1789),
        ("EUR", "USD", "2000-10-26", 0.8252),
        ("EUR", "USD", "2008-07-15", 1.5990),
        ("euro", "Swiss franc", "2015-01-15", 1.0280),
        ("eur", "jpy", "1999-01-04", 133.73),
    ],
)
def test_reference_rates(use: Use, source: str, target: str, date: str, rate: float) -> None:
    found = use("convert_currency", amount=100, from_currency=source, to_currency=target, date=date)
    assert found == {"amount": round(100 * rate, 2), "rate": rate, "date": date}


def test_cross_rates_go_through_the_euro(use: Use) -> None:
    # 1999-01-04: 133.73 yen and 1.1789 dollars to the euro.
    found = use("convert_currency", amount=1000, from_currency="$", to_currency="yen", date="1999-01-04")
    assert found["amount"] == pytest.approx(1000 * 133.73 / 1.1789, abs=0.01)
    assert found["rate"] == pytest.approx(133.73 / 1.1789, rel=1e-5)


def test_a_day_without_a_rate_takes_the_last_earlier_one(use: Use) -> None:
    # 2014-03-29 was a Saturday; CurrencyConverter's README gives 72.67 for Friday.
    found = use("convert_currency", amount=100, from_currency="USD", to_currency="EUR", date="2014-03-29")
    assert found["date"] == "2014-03-28"
    assert found["amount"] == pytest.approx(72.675, abs=0.01)
    later = use("convert_currency", amount=1, from_currency="USD", to_currency="EUR", date="2099-01-01")
    assert later == use("convert_currency", amount=1, from_currency="USD", to_currency="EUR")


def test_an_ended_currency_says_whose_rate_it_is(use: Use) -> None:
    # The kuna's last rate, before the euro came on 2023-01-01.
    assert use("convert_currency", amount=1, from_currency="HRK", to_currency="EUR")["date"] == "2022-12-30"


def test_currencies_refuse(refusal: Refusal) -> None:
    def convert(**changed: Any) -> str:
        return refusal(
            "convert_currency", **{"amount": 1, "from_currency": "USD", "to_currency": "EUR", **changed}
        )

    assert "did you mean Swiss franc?" in convert(from_currency="Swis franc")
    assert "AUD, BRL" in convert(from_currency="AED")
    assert "before 1999-01-04" in convert(date="1998-12-31")
    assert "does not exist" in convert(date="2025-02-30")
    assert "too large" in convert(amount=1e300)


@pytest.mark.parametrize(
    ("value", "source", "target", "result", "unit"),
    [
        # International yard and pound agreement of 1959: mile 1609.344 m, pound 0.45359237 kg.
        (100, "km", "miles", 62.1371, "mile"),
        (10, "lb", "kg", 4.53592, "kilogram"),
        (100, "sqft", "square meters", 9.2903, "meter²"),
        (60, "mph", "km/h", 96.5606, "kilometer/hour"),
        (1, "Mile", "KM", 1.60934, "kilometer"),
        # SI brochure: nautical mile 1852 m, knot one of these an hour.
        (1, "nautical mile", "kilometers", 1.852, "kilometer"),
        (1, "knots", "km per hour", 1.852, "kilometer/hour"),
        # NIST SP 811: gallon (US) 231 cubic inches = 3.785411784 l.
        (1, "gallon", "liters", 3.78541, "liter"),
        # Fahrenheit's scale: water freezes at 32 and boils at 212.
        (0, "°C", "°F", 32, "degree Fahrenheit"),
        (212, "fahrenheit", "Celsius", 100, "degree Celsius"),
        (-40, "C", "F", -40, "degree Fahrenheit"),
        (0, "K", "degrees Celsius", -273.15, "degree Celsius"),
        (1_234_567.5, "m", "cm", 123_456_750, "centimeter"),
    ],
)
def test_convert_units(use: Use, value: float, source: str, target: str, result: float, unit: str) -> None:
    found = use("convert_units", value=value, from_unit=source, to_unit=target)
    assert found == {"value": result, "unit": unit}


def test_units_refuse(refusal: Refusal) -> None:
    def convert(source: str, target: str = "km", value: float = 1) -> str:
        return refusal("convert_units", value=value, from_unit=source, to_unit=target)

    assert convert("kg") == "kilogram measures mass and kilometer length; give two units of the same kind."
    assert convert("kilomters") == 'There is no unit "kilomters"; did you mean kilometer?'
    assert "such as km, mile" in convert("wxyzzy")
    assert "no unit" in convert("km**9**9**9")
    assert "too large" in convert("km", "mm", 1e99)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("0.1 + 0.2", 0.3),
        ("10 / 4", 2.5),
        ("10 / 5", 2),
        ("7 // 2 + 7 % 2", 4),
        ("2 ^ 10", 1024),
        ("3 \N{MULTIPLICATION SIGN} 4 ÷ 5 \N{MINUS SIGN} 1", 1.4),
        ("2 ** 100", 1_267_650_600_228_229_401_496_703_205_376),
        ("round(sqrt(2), 3)", 1.414),
        ("max(1, 2, 3) - min(4, 5) + abs(-6) + floor(1.9) + ceil(1.1)", 8),
        ("pi", 3.14159265359),
        ("1 / 3", 0.333333333333),
    ],
)
def test_calculate(use: Use, expression: str, value: float) -> None:
    assert use("calculate", expression=expression) == {"value": value}


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("9**9**9", "grows beyond 1e100"),
        ("10**99 * 10**99", "grows beyond 1e100"),
        ("1e400", "grows beyond 1e100"),
        ("1 / 0", "divides by zero"),
        ("0 ** -1", "divides by zero"),
        ("(-8) ** 0.5", "no real number"),
        ("True", "no real number"),
        ("sqrt(-1)", "cannot be calculated"),
        ("__import__('os').system('true')", "cannot be calculated"),
        ("(1).__class__", "cannot be calculated"),
        ("'a' * 10**9", "cannot be calculated"),
        ("[0] * 10**9", "cannot be calculated"),
        ("factorial(100000)", "cannot be calculated"),
        ("1,234 + 1", "thousands separators"),
        ("2 +", "cannot be calculated"),
        ("", "cannot be calculated"),
        ("1 + " * 100 + "1", "at most 200"),
    ],
)
def test_calculate_refuses(refusal: Refusal, expression: str, sentence: str) -> None:
    assert sentence in refusal("calculate", expression=expression)
