"""How newspapers name a country by its adjective: "the Cambodian People's Party", "African nations".

A table of its own, not `also_known_as`: nobody looks for a partner under its adjective, and no page
should call Cambodia "Cambodian". What a source prints otherwise ("Lao PDR") belongs into the record.
"""

from __future__ import annotations

# English name -> adjectives. Adjectives of several states (Korean, Congolese, American of two continents
# aside) are left out: they name none of them.
_BY_NAME = """
Afghanistan: Afghan
Africa: African
Albania: Albanian
Algeria: Algerian
Angola: Angolan
Argentina: Argentine, Argentinian
Armenia: Armenian
Asia: Asian
Australia: Australian
Austria: Austrian
Azerbaijan: Azerbaijani
Bangladesh: Bangladeshi
Belarus: Belarusian
Belgium: Belgian
Brazil: Brazilian
Brunei: Bruneian
Bulgaria: Bulgarian
Cambodia: Cambodian
Canada: Canadian
Chile: Chilean
China: Chinese
Colombia: Colombian
Croatia: Croatian
Cuba: Cuban
Cyprus: Cypriot
Czechia: Czech
Denmark: Danish
Ecuador: Ecuadorian
Egypt: Egyptian
Estonia: Estonian
Ethiopia: Ethiopian
Europe: European
Fiji: Fijian
Finland: Finnish
France: French
Georgia: Georgian
Germany: German
Ghana: Ghanaian
Greece: Greek
Hungary: Hungarian
Iceland: Icelandic
India: Indian
Indonesia: Indonesian
Iran: Iranian
Iraq: Iraqi
Ireland: Irish
Israel: Israeli
Italy: Italian
Jamaica: Jamaican
Japan: Japanese
Jordan: Jordanian
Kazakhstan: Kazakh, Kazakhstani
Kenya: Kenyan
Kuwait: Kuwaiti
Laos: Lao, Laotian
Latin America: Latin American
Latvia: Latvian
Lebanon: Lebanese
Lithuania: Lithuanian
Luxembourg: Luxembourgish
Malawi: Malawian
Malaysia: Malaysian
Mexico: Mexican
Middle East: Middle Eastern
Mongolia: Mongolian
Morocco: Moroccan
Mozambique: Mozambican
Nepal: Nepali, Nepalese
Netherlands: Dutch
Nigeria: Nigerian
Norway: Norwegian
Pakistan: Pakistani
Palestine: Palestinian
Panama: Panamanian
Peru: Peruvian
Philippines: Philippine, Filipino
Poland: Polish
Portugal: Portuguese
Qatar: Qatari
Romania: Romanian
Russia: Russian
Saudi Arabia: Saudi, Saudi Arabian
Senegal: Senegalese
Serbia: Serbian
Singapore: Singaporean
Slovakia: Slovak
Slovenia: Slovenian
South Africa: South African
South Korea: South Korean
Spain: Spanish
Sri Lanka: Sri Lankan
Sweden: Swedish
Switzerland: Swiss
Syria: Syrian
Tanzania: Tanzanian
Thailand: Thai
Tunisia: Tunisian
Turkey: Turkish
Ukraine: Ukrainian
United Arab Emirates: Emirati
United Kingdom: British
United States: American
Uruguay: Uruguayan
Uzbekistan: Uzbek
Venezuela: Venezuelan
Yemen: Yemeni
Zambia: Zambian
Zimbabwe: Zimbabwean
"""
DEMONYMS: dict[str, tuple[str, ...]] = {
    name: tuple(adjectives.split(", "))
    for name, adjectives in (line.split(": ") for line in _BY_NAME.strip().splitlines())
}
