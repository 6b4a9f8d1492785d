"""Names by which texts print countries and organisations, besides their usual ones; names of no partner.

Tables of their own, not `also_known_as`: texts print them, and no page should call Myanmar "Burma".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from bamboo.reading.demonyms import DEMONYMS

# ISO code: short, full and former names.
_COUNTRIES = """
AE: UAE, U.A.E.
BN: Brunei Darussalam
BO: Plurinational State of Bolivia
CD: Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, Zaire
CG: Republic of the Congo, Republic of Congo, Congo-Brazzaville
CI: Ivory Coast, Côte d'Ivoire
CN: People's Republic of China, PRC, P.R. China
CV: Cabo Verde
CZ: Czech Republic
DE: Federal Republic of Germany
FM: Federated States of Micronesia
GB: UK, U.K., Britain, Great Britain, United Kingdom of Great Britain and Northern Ireland
HK: Hong Kong, Hong Kong (China)
ID: Republic of Indonesia
IR: Islamic Republic of Iran
KP: Democratic People's Republic of Korea, DPRK
KR: Republic of Korea, ROK
LA: Lao PDR, Lao People's Democratic Republic
LK: Ceylon
MD: Republic of Moldova
MK: Macedonia
MM: Burma, Myanmar
MO: Macao, Macau
NL: Holland
PS: Palestine, State of Palestine
RU: Russian Federation
SA: Kingdom of Saudi Arabia
SK: Slovak Republic
SY: Syrian Arab Republic
SZ: Swaziland, Kingdom of Eswatini
TH: Kingdom of Thailand
TL: East Timor, Timor Leste
TR: Turkey, Türkiye, Turkiye
TW: Republic of China, Chinese Taipei
TZ: United Republic of Tanzania
US: USA, U.S.A., U.S., United States of America
VA: Holy See, Vatican
VE: Bolivarian Republic of Venezuela
"""
# Short names that only texts in Vietnamese print; nobody types them with the word before.
_SHORT = """
GB: nước Anh, phía Anh, với Anh, sang Anh, tại Anh, từ Anh, Anh quốc, Anh mở, Anh ký, Anh cam kết, Anh công bố
JP: phía Nhật, nước Nhật, với Nhật, sang Nhật, tại Nhật
US: Mỹ
"""
# Second halves of Vietnamese pairs: "Việt - Trung".
_PAIRED = """
AU: Úc
CN: Trung
CU: Cuba
DE: Đức
FR: Pháp
GB: Anh
IN: Ấn
IT: Ý
JP: Nhật
KH: Campuchia
KR: Hàn
LA: Lào
RU: Nga
TH: Thái
US: Mỹ
"""
_ORGANISATIONS = """
European Union: EU, Liên minh châu Âu, Liên minh Châu Âu
United Nations: UN, U.N., Liên Hợp Quốc, Liên hợp quốc, Liên Hiệp Quốc, Liên hiệp quốc
World Trade Organization: WTO
World Health Organization: WHO
International Monetary Fund: IMF
"""
_ADJECTIVES = """
KP: North Korean
SS: South Sudanese
TW: Taiwanese
"""
# Places and bodies whose names contain that of a partner or a person, and are not that one.
_OTHERS = """
South China Sea, East China Sea, China Sea, Indochina, South China Morning Post, Indian Ocean Rim Association,
Indian Ocean Rim, Indian Ocean, West Indian, West Indies, American Indian, Sea of Japan, Gulf of Thailand,
Gulf of Mexico, New Mexico, Northern Ireland, Gulf of Guinea, New Guinea, Persian Gulf, New South Wales,
Jordan River, Lake Chad, Turkish Republic of Northern Cyprus, Northern Cyprus, Georgia State,
Ho Chi Minh City, Ho Chi Minh Trail, Ho Chi Minh Thought, Ho Chi Minh Mausoleum, Ho Chi Minh Campaign,
Ho Chi Minh Communist Youth Union, Ho Chi Minh National Academy of Politics, Thành phố Hồ Chí Minh,
TP Hồ Chí Minh, TP. Hồ Chí Minh, Biển Nam Trung Hoa, Ấn Độ Dương, Bắc Mỹ, Nam Mỹ, Trung Mỹ,
châu Mỹ, Châu Mỹ, Mỹ La-tinh, Mỹ Latinh, Mỹ Latin, Mỹ La tinh, Mỹ Lai, Mỹ Tho, Mỹ Đình, Mỹ Sơn, Phú Mỹ
"""


def _table(rows: str) -> dict[str, tuple[str, ...]]:
    split = (row.split(": ") for row in rows.strip().splitlines())
    return {key: tuple(names.split(", ")) for key, names in split}


COUNTRIES = _table(_COUNTRIES)
ORGANISATIONS = _table(_ORGANISATIONS)
_BY_CODE = (COUNTRIES, _table(_ADJECTIVES), _table(_SHORT))
_HALVES = _table(_PAIRED)


def of_country(iso: str) -> Iterator[str]:
    """Names and adjectives that texts print for a country, besides those of CLDR and of its record."""
    for table in _BY_CODE:
        yield from table.get(iso, ())
    for half in _HALVES.get(iso, ()):
        yield from (f"Việt - {half}", f"Việt-{half}", f"Việt Nam - {half}")


@cache
def of_nobody(codes: frozenset[str]) -> tuple[str, ...]:
    """Names of countries that have none of these codes, and of places and bodies that are no partner."""
    found = [name.strip() for name in _OTHERS.replace("\n", " ").split(",")]
    english = Locale("en").territories
    for code in sorted(set(english) - codes):
        if len(code) == 2 and code.isalpha():
            usual = str(english[code])
            found += [usual, *DEMONYMS.get(usual, ()), *of_country(code)]
    return tuple(name for name in dict.fromkeys(found) if name)
