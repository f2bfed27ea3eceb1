"""English names of the language codes that GeoNames lists for countries (ISO 639-1, else 639-3)."""

_TABLE = """
aa Afar; ady Adyghe; af Afrikaans; ak Akan; am Amharic; ar Arabic; arc Aramaic; as Assamese; av Avar
ay Aymara; az Azerbaijani; bal Balochi; be Belarusian; bem Bemba; ber Berber; bg Bulgarian
bho Bhojpuri; bi Bislama; bm Bambara; bn Bengali; br Breton; bs Bosnian; ca Catalan; ceb Cebuano
ch Chamorro; chk Chuukese
cmn Mandarin Chinese; co Corsican; cs Czech; cu Church Slavonic; cy Welsh; da Danish; dag Dagbani; de German
diq Zaza; dje Zarma; dv Dhivehi; dz Dzongkha; ee Ewe; el Greek; en English; es Spanish; et Estonian; eu Basque
fa Persian; ff Fula; fi Finnish; fil Filipino; fj Fijian; fo Faroese; fr French; frp Franco-Provençal
fuc Pulaar; fud East Futuna; fy Frisian; ga Irish; gag Gagauz; gd Scottish Gaelic; gil Gilbertese; gl Galician
gn Guarani; gu Gujarati; gv Manx; ha Hausa; hak Hakka Chinese; haw Hawaiian; he Hebrew; hi Hindi
hns Caribbean Hindustani; ho Hiri Motu; hr Croatian; ht Haitian Creole; hu Hungarian; hy Armenian; hz Herero
id Indonesian; ig Igbo; ilo Ilocano; is Icelandic; it Italian; iu Inuktitut; ja Japanese; jv Javanese
ka Georgian; kbp Kabiye; kg Kongo; kk Kazakh; kl Greenlandic; km Khmer; kn Kannada; ko Korean; kos Kosraean
kr Kanuri; ktu Kituba; ku Kurdish; kun Kunama; ky Kyrgyz; la Latin; lb Luxembourgish; lg Luganda; ln Lingala
lo Lao; loz Lozi; lt Lithuanian; lua Luba-Kasai; lue Luvale; lun Lunda; lv Latvian; men Mende; meu Motu
mey Hassaniya Arabic; mg Malagasy; mh Marshallese; mi Māori; miq Miskito; mk Macedonian; ml Malayalam
mn Mongolian; mnk Mandinka; mos Mossi; mr Marathi; ms Malay; mt Maltese; mwl Mirandese; my Burmese; na Nauruan
nan Min Nan Chinese; naq Khoekhoe; nb Norwegian Bokmål; nd Northern Ndebele; ne Nepali; niu Niuean; nl Dutch
nn Norwegian Nynorsk; no Norwegian; nr Southern Ndebele; nrf Norman; nso Northern Sotho; ny Chichewa
oc Occitan; om Oromo; or Odia; pa Punjabi; pap Papiamento; pau Palauan; pl Polish; pon Pohnpeian
pov Guinea-Bissau Creole; ps Pashto; pt Portuguese; qu Quechua; rm Romansh; rn Kirundi; ro Romanian
rom Romani; ru Russian; rw Kinyarwanda; sc Sardinian; sd Sindhi; se Northern Sami; sg Sango
sh Serbo-Croatian; si Sinhala; sk Slovak; sl Slovene; sm Samoan; sma Southern Sami; smn Inari Sami
sn Shona; snk Soninke; so Somali
sov Sonsorolese; sq Albanian; sr Serbian; srn Sranan Tongo; ss Swazi; st Sotho; sv Swedish; sw Swahili
swk Malawi Sena; ta Tamil; te Telugu; tem Temne; tet Tetum; tg Tajik; th Thai; ti Tigrinya; tig Tigre
tk Turkmen; tkl Tokelauan; tl Tagalog; tn Tswana; to Tongan; tox Tobian; tpi Tok Pisin; tr Turkish; ts Tsonga
tt Tatar; tum Tumbuka; tvl Tuvaluan; tw Twi; ty Tahitian; ug Uyghur; uk Ukrainian; ur Urdu; uz Uzbek; ve Venda
vi Vietnamese; vmw Makhuwa; wls Wallisian; wo Wolof; wuu Wu Chinese; xh Xhosa; yap Yapese; yo Yoruba
yue Cantonese; za Zhuang; zh Chinese; zu Zulu
"""

LANGUAGES = {
    code: name
    for code, _, name in (
        entry.strip().partition(" ") for entry in _TABLE.strip().replace("\n", ";").split(";")
    )
}
"""Code → English name; rare codes that are no living language's (``sit``, ``cau``) are left out."""
