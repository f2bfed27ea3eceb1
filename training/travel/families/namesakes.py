"""Cities that share their name with a larger one, and what tells them apart: a country or a state."""

from __future__ import annotations

from training.travel.draw import Draw, Slot, after_comma

IN_STATES = """
Birmingham, Alabama|Paris, Texas|Portland, Maine|Portland, Oregon|Springfield, Illinois|
Springfield, Missouri|Springfield, Massachusetts|Columbus, Ohio|Columbus, Georgia|Athens, Georgia|
Rome, Georgia|Richmond, Virginia|Richmond, California|Cambridge, Massachusetts|Rochester, New York|
Rochester, Minnesota|Kansas City, Missouri|Kansas City, Kansas|Arlington, Texas|Arlington, Virginia|
Aurora, Colorado|Aurora, Illinois|Jacksonville, Florida|Jackson, Mississippi|Charleston, South Carolina|
Charleston, West Virginia|Columbia, South Carolina|Columbia, Missouri|Lafayette, Louisiana|
Burlington, Vermont|Bloomington, Indiana|Peoria, Illinois|Peoria, Arizona|Wilmington, North Carolina|
Wilmington, Delaware|Manchester, New Hampshire|Dublin, Ohio|Dublin, California|Naples, Florida|
Melbourne, Florida|Moscow, Idaho|Lincoln, Nebraska|Augusta, Georgia|Augusta, Maine|Concord, New Hampshire|
Salem, Oregon|Salem, Massachusetts|Albany, New York|Albany, Georgia|Glendale, Arizona|
Pasadena, California|Pasadena, Texas|Alexandria, Virginia|Alexandria, Louisiana|St. Petersburg, Florida|
Vancouver, Washington|Toledo, Ohio|Newark, New Jersey|Newark, Delaware|Bristol, Tennessee|
Florence, South Carolina|Lexington, Kentucky|Nashua, New Hampshire|Monroe, Louisiana|Decatur, Illinois|
Decatur, Alabama|Fayetteville, Arkansas|Fayetteville, North Carolina|Lancaster, Pennsylvania|
Medford, Oregon|Quincy, Massachusetts|Troy, Michigan|Lawrence, Kansas|Norfolk, Virginia|
Oxford, Mississippi|Plymouth, Minnesota"""
"""Cities of the USA with their states; the tools take them written so."""

IN_COUNTRIES = """
London, Canada|Paris, United States|Birmingham, United States|Cambridge, United States|Cambridge, Canada|
Córdoba, Spain|Mérida, Venezuela|Mérida, Spain|Santiago, Dominican Republic|Granada, Nicaragua|
Hyderabad, Pakistan|Alexandria, United States|Barcelona, Venezuela|Cartagena, Spain|Guadalajara, Spain|
Toledo, Spain|Vancouver, United States|Perth, United Kingdom|Newcastle, South Africa|
Hamilton, New Zealand|Victoria, Canada|Wellington, South Africa|San José, Costa Rica|
Melbourne, United States|Manchester, United States|Dublin, United States|Athens, United States|
Naples, United States|Rome, United States|Moscow, United States|Tripoli, Lebanon|León, Spain|
León, Nicaragua|La Paz, Mexico|Kingston, Canada|Halifax, United Kingdom|Boston, United Kingdom|
York, United States|Lincoln, United Kingdom|Worcester, United Kingdom|Worcester, South Africa|
Richmond, United Kingdom|Richmond, Canada|Rosario, Philippines|Santa Cruz, Philippines|
San Juan, Argentina|San Juan, Philippines|Salamanca, Spain|Cuenca, Spain|Plymouth, United States|
Bristol, United States|Oxford, United States|Durham, United Kingdom|Lima, United States|
Florence, United States|Brest, France|Bergen, Netherlands|Panama City, United States|Madrid, Colombia|
Windsor, United Kingdom|Sydney, Canada|Santa Fe, United States|Concepción, Paraguay|San Miguel, Argentina|
San Pedro, Philippines|Salem, United States|Córdoba, Mexico|Formosa, Brazil|Palmas, Brazil|Zamora, Spain|
Pamplona, Colombia|Linares, Spain|Los Ángeles, Chile|San Francisco, Argentina|San Francisco, El Salvador|
San Antonio, Chile"""
"""Cities with their countries; the name alone would mean another city."""


def namesake(draw: Draw) -> Slot:
    """One of these cities, meant as the arguments of a tool that takes a city and a country."""
    pairs = _pairs(IN_STATES if draw.chance(0.5) else IN_COUNTRIES)
    city = draw.of_split(sorted({city for city, _ in pairs}))
    return _slot(draw, *draw.one([pair for pair in pairs if pair[0] == city]))


def two_namesakes(draw: Draw) -> tuple[Slot, Slot]:
    """A city, said with its country or state, and another one of the same name."""
    pairs = _pairs(f"{IN_STATES}|{IN_COUNTRIES}")
    several = [city for city, _ in pairs if sum(city == other for other, _ in pairs) > 1]
    city = draw.of_split(sorted(set(several)))
    first, second = draw.random.sample([pair for pair in pairs if pair[0] == city], 2)
    return _slot(draw, *first), _slot(draw, *second)


def _pairs(table: str) -> list[tuple[str, str]]:
    cities = [entry.strip().partition(", ") for entry in table.split("|")]
    return [(city, where) for city, _, where in cities]


def _slot(draw: Draw, city: str, where: str) -> Slot:
    if (city, where) in _pairs(IN_STATES):
        return Slot(draw.one((f"{city}, {where}", f"{city} in {where}")), {"city": f"{city}, {where}"})
    said = draw.said_country(where).said
    with_comma = f"{city}, {after_comma(said)}"
    return Slot(draw.one((with_comma, f"{city} in {said}")), {"city": city, "country": where})
