"""Amounts in another currency at the European Central Bank's reference rates (CurrencyConverter)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from umi.errors import ToolError
from umi.tools.travel.countries import currency_codes
from umi.tools.travel.dates import parse_date
from umi.tools.travel.figures import finite, rounded, significant
from umi.tools.travel.names import check_name, normalise, quote, suggestion

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

# The ECB's names of the currencies it quotes or has quoted, singular; then signs and short names.
_NAMES = """
EUR euro; USD US dollar; JPY Japanese yen; BGN Bulgarian lev; CYP Cypriot pound; CZK Czech koruna
DKK Danish krone; EEK Estonian kroon; GBP pound sterling; HUF Hungarian forint; LTL Lithuanian litas
LVL Latvian lats; MTL Maltese lira; PLN Polish zloty; ROL old Romanian leu; RON Romanian leu
SEK Swedish krona; SIT Slovenian tolar; SKK Slovak koruna; CHF Swiss franc; ISK Icelandic krona
NOK Norwegian krone; HRK Croatian kuna; RUB Russian rouble; TRL old Turkish lira; TRY Turkish lira
AUD Australian dollar; BRL Brazilian real; CAD Canadian dollar; CNY Chinese yuan renminbi
HKD Hong Kong dollar; IDR Indonesian rupiah; ILS Israeli shekel; INR Indian rupee; KRW South Korean won
MXN Mexican peso; MYR Malaysian ringgit; NZD New Zealand dollar; PHP Philippine peso; SGD Singapore dollar
THB Thai baht; ZAR South African rand
"""
_OTHER_NAMES = """
EUR €; USD $; USD dollar; USD American dollar; GBP £; GBP pound; GBP British pound; JPY yen; JPY ¥; INR ₹
KRW ₩; ILS ₪; CHF franc; CNY yuan; CNY renminbi; CNY RMB; CNY Chinese yuan; THB baht; ZAR rand
PLN zloty; HUF forint
"""


def convert_currency(
    amount: float, from_currency: str, to_currency: str, date: str | None = None
) -> dict[str, Any]:
    """Convert money at the ECB reference rate of a day.

    On weekends, holidays and after the end of the data the last earlier rate counts;
    ``date`` says whose it is. ``amount`` has two decimals, ``rate`` six significant digits.

    Args:
        amount: Sum of money
        from_currency: ISO code such as USD
        to_currency: ISO code such as EUR
        date: Day as YYYY-MM-DD, default the latest known
    """
    amount = finite(amount, "amount")
    source, target = _code(from_currency), _code(to_currency)
    day = _rate_day(source, target, parse_date(date) if date else _last_day())
    rate = float(_converter().convert(1, source, target, date=day))
    return {
        "amount": rounded(amount * rate, 2),
        "rate": significant(rate, 6),
        "date": day.isoformat(),
    }


@cache
def _converter() -> CurrencyConverter:
    """The rates bundled with the package; it never asks the network for these."""
    from currency_converter import CurrencyConverter

    return CurrencyConverter()


@cache
def _codes() -> dict[str, str]:
    """Normalised code, name or sign → ISO code."""
    pairs = [entry.strip().partition(" ") for entry in _NAMES.strip().replace("\n", ";").split(";")]
    others = [entry.strip().partition(" ") for entry in _OTHER_NAMES.strip().replace("\n", ";").split(";")]
    by_name = {normalise(name): code for code, _, name in [*pairs, *others]}
    return {**by_name, **{code.lower(): code for code in _converter().currencies}}


def _code(name: str) -> str:
    """The ISO code for a code, name ("US dollars") or sign.

    Raises:
        ToolError: the ECB has no rates for it; the sentence says which are close.
    """
    key = check_name(name, "currency")
    code = _codes().get(key) or _codes().get(key.removesuffix("s"))
    if code is None:
        raise ToolError(f"The European Central Bank has no rate for {quote(name)}; {_hint(name)}")
    return code


def _hint(name: str) -> str:
    """Close codes and names, but none for a real currency: AUD is no help to somebody with AED."""
    current = sorted(code for code, span in _converter().bounds.items() if span.last_date == _last_day())
    otherwise = f"it has {', '.join(current)}"
    if name.strip().upper() in currency_codes():
        return f"{otherwise}."
    named = [entry.strip() for entry in _NAMES.strip().replace("\n", ";").split(";")]
    return suggestion(name, [*current, *(entry[4:] for entry in named)], otherwise)


def _last_day() -> date:
    last: date = _converter().bounds["EUR"].last_date
    return last


def _rate_day(source: str, target: str, day: date) -> date:
    """The last day up to this one that has rates for both currencies.

    Raises:
        ToolError: there is none; the sentence says from when on there are rates.
    """
    from currency_converter import RateNotFoundError

    bounds = [_converter().bounds[code] for code in (source, target)]
    first = max(bound.first_date for bound in bounds)
    day = min(day, *(bound.last_date for bound in bounds))
    while day >= first:
        try:
            _converter().convert(1, source, target, date=day)
        except RateNotFoundError:
            day -= timedelta(days=1)
        else:
            return day
    raise ToolError(f"There are no common rates for {source} and {target} before {first}; take a later date.")
