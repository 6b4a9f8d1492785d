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
# Names that texts in Vietnamese print besides CLDR's: the spellings of the Party's papers, older names.
_VIETNAMESE = """
AE: Các Tiểu vương quốc A-rập thống nhất, Tiểu vương quốc Ả Rập Thống nhất
AF: Áp-ga-ni-xtan
AM: Ác-mê-ni-a
AO: Ăng-gô-la
AR: Ác-hen-ti-na
AU: Úc
AZ: A-déc-bai-gian
BD: Băng-la-đét
BG: Bun-ga-ri
BN: Bru-nây
BO: Bô-li-vi-a
BR: Bra-xin
BT: Bu-tan
BW: Bốt-xoa-na
BY: Bê-la-rút
CA: Ca-na-đa
CG: Công-gô
CH: Thụy Sỹ
CI: Bờ Biển Ngà
CL: Chi-lê
CM: Ca-mơ-run
CO: Cô-lôm-bi-a
CR: Cốt-xta Ri-ca
CU: Cu Ba, Cu-ba
CZ: Cộng hòa Séc
DM: Đô-mi-ni-ca
DO: Đô-mi-ni-ca-na
DZ: An-giê-ri
EC: Ê-cu-a-đo
EE: E-xtô-ni-a
ET: Ê-ti-ô-pi-a
FJ: Phi-gi
GE: Gru-di-a, Gioóc-gi-a
GH: Ga-na, Gha-na
GT: Goa-tê-ma-la
HN: Hon-đu-rát
HR: Crô-a-ti-a
HT: Ha-i-ti
HU: Hung-ga-ri
ID: In-đô-nê-xi-a
IE: Ai-len
IL: I-xra-en
IQ: I-rắc
IR: I-ran
IS: Ai-xơ-len
JO: Gioóc-đa-ni
KE: Kê-ni-a
KP: Bắc Triều Tiên, Bắc Hàn
KR: Nam Hàn
KW: Cô-oét
KZ: Ca-dắc-xtan
LK: Xri Lan-ca
LT: Lít-va
LU: Lúc-xăm-bua
LV: Lát-vi-a
LY: Li-bi
MD: Môn-đô-va
MG: Ma-đa-gát-xca
MT: Man-ta
MU: Mô-ri-xơ
MV: Man-đi-vơ
MX: Mê-hi-cô
MY: Ma-lai-xi-a
MZ: Mô-dăm-bích
NA: Na-mi-bi-a
NG: Ni-giê-ri-a
NI: Ni-ca-ra-goa
NP: Nê-pan
NZ: Niu Di-lân, Niu Di Lân, Tân Tây Lan
OM: Ô-man
PA: Pa-na-ma
PE: Pê-ru
PH: Phi-líp-pin
PK: Pa-ki-xtan
PY: Pa-ra-goay
QA: Ca-ta
RO: Ru-ma-ni
RS: Xéc-bi-a
RU: Liên bang Nga
RW: Ru-an-đa
SA: Ả Rập Xê Út, Ả-rập Xê-út, A-rập Xê-út
SD: Xu-đăng
SG: Xinh-ga-po, Singapo
SI: Xlô-ve-ni-a
SK: Xlô-va-ki-a
SN: Xê-nê-gan
SY: Xi-ri
TL: Đông Ti-mo, Ti-mo Lét-xtê
TN: Tuy-ni-di
TZ: Tan-da-ni-a
UA: U-crai-na
UG: U-gan-đa
UY: U-ru-goay
UZ: U-dơ-bê-ki-xtan
VA: Va-ti-căng, Tòa thánh
VE: Vê-nê-xu-ê-la, Vê-nê-du-ê-la
YE: Y-ê-men
ZM: Dăm-bi-a
ZW: Dim-ba-bu-ê
"""
# Short names that only texts in Vietnamese print; nobody types them with the word before.
_SHORT = """
GB: nước Anh, phía Anh, với Anh, sang Anh, tại Anh, từ Anh, Anh quốc, Anh mở, Anh ký, Anh cam kết, Anh công bố
IT: nước Ý, phía Ý, với Ý, sang Ý, tại Ý, từ Ý, Thủ tướng Ý, Tổng thống Ý
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
Lang Son, Bim Son, Sam Son, Tay Son, Hoang Lien Son, Truong Son,
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
VIETNAMESE = _table(_VIETNAMESE)
_BY_CODE = (COUNTRIES, VIETNAMESE, _table(_ADJECTIVES), _table(_SHORT))
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
