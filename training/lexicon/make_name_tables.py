#!/usr/bin/env python3
"""Compiles the tables of names in data/lexicon/en from public data.

    python3 training/lexicon/make_name_tables.py --data FOLDER [--out data/lexicon/en]

FOLDER holds, unpacked (a file that ends in .zst is read through the zstd command):
  factbook.jsonl        an extract, a JSON object a country, of factbook/factbook.json @ 8662a8b (public domain)
  country-codes.csv     datasets/country-codes @ caa72d1 data/country-codes.csv (ODC-PDDL)
  world-cities.csv      datasets/world-cities @ 49974c6 data/world-cities.csv (GeoNames, CC BY 4.0)
  forenames.csv         sigpwned/popular-names-by-country-dataset @ eb62e13 common-forenames-by-country.csv (CC0)
  surnames.csv          the same, common-surnames-by-country.csv (CC0)
  female.txt, male.txt  the Names corpus of Mark Kantrowitz, NLTK data @ 5db857e names.zip (free use with credit)
  gmb.tsv               training part of Groningen Meaning Bank 2.2.0 with names (Bos et al. 2017; public-domain news)
  wikigold.conll        WikiGold (Balasuriya et al. 2009, CC BY 4.0), four of five documents
  politics.conll        CrossNER politics, train and dev (Liu et al. 2021, Wikipedia text, CC BY-SA)
  re3d.conll            re3d, permissive sources of the training part (Dstl, OGL and public domain)
  ewt.conllu, gum.conllu  training parts of UD English EWT and GUM (CC BY-SA 4.0), for counts of words only
  masc.zip              MASC tagged, NLTK data @ 5db857e (American National Corpus; free use)

Only facts are taken: names, and counts of words. The output is sorted and the same on every machine.
"""

import argparse
import collections
import csv
import io
import json
import re
import subprocess
import textwrap
import unicodedata
import zipfile
from pathlib import Path

DATE = "2026-11-22"


def open_text(folder, name):
    """A text stream of the file, from NAME or NAME.zst."""
    path = folder / name
    if path.exists():
        return open(path, encoding="utf-8-sig", newline="")
    command = ["zstd", "-dc", "--long=27", str(folder / (name + ".zst"))]
    packed = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return io.StringIO(packed.stdout.decode("utf-8-sig"))


def write(out, name, header, rows):
    """Writes a table: header lines, then the rows sorted, each once."""
    lines = sorted({"\t".join(map(str, row)) for row in rows})
    wrapped = [line for paragraph in header for line in textwrap.wrap(paragraph, 116)]
    text = "".join(f"# {line}\n" for line in wrapped) + f"# Made by: training/lexicon/make_name_tables.py, {DATE}.\n"
    (out / name).write_text(text + "".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(lines)} rows")


def clean(name):
    """A name without what stands in brackets, in NFC, with straight apostrophes and single blanks."""
    name = re.sub(r"\([^)]*\)|\*|\[[^\]]*\]", "", name or "")
    name = unicodedata.normalize("NFC", name).replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
    return re.sub(r"\s+", " ", name).strip(" ;,:-")


def is_name(name):
    return bool(re.fullmatch(r"[^\W\d_][^\t\d]*", name)) and len(name) > 1


# ---- countries -----------------------------------------------------------------------------------------------------

# What the sources lack: everyday names of states, and words for peoples.
COUNTRY_ALIASES = """US USA|U. S. USA|U. K. GBR|U.S. USA|U.S USA|USA USA|U.S.A. USA|America USA
United States of America USA|United States USA|UK GBR|U.K. GBR|Britain GBR|Great Britain GBR|England GBR
Scotland GBR|Wales GBR|Northern Ireland GBR|United Kingdom GBR|UAE ARE|U.A.E. ARE|Emirates ARE|North Korea PRK
South Korea KOR|DPRK PRK|Republic of Korea KOR|Korea KOR|Ivory Coast CIV|Cote d'Ivoire CIV|Burma MMR|Myanmar MMR
Holland NLD|Netherlands NLD|The Netherlands NLD|Russia RUS|Russian Federation RUS|Soviet Union SUN|USSR SUN
Yugoslavia YUG|Czechoslovakia CSK|East Germany DDR|West Germany DEU|Turkey TUR|Turkiye TUR|Türkiye TUR|Vatican VAT
Vatican City VAT|Holy See VAT|Palestine PSE|Palestinian Territories PSE|Gaza PSE|West Bank PSE|Gaza Strip PSE
Kosovo XKX|Taiwan TWN|Hong Kong HKG|Macau MAC|Macao MAC|Czech Republic CZE|Czechia CZE|Slovakia SVK|Bosnia BIH
Bosnia-Herzegovina BIH|Bosnia and Herzegovina BIH|Macedonia MKD|North Macedonia MKD|Swaziland SWZ|Eswatini SWZ
East Timor TLS|Timor-Leste TLS|DRC COD|DR Congo COD|Democratic Republic of Congo COD
Democratic Republic of the Congo COD|Congo COG|Republic of Congo COG|Zaire COD|Cape Verde CPV|Gambia GMB|Bahamas BHS
Maldives MDV|Philippines PHL|Syria SYR|Iran IRN|Laos LAO|Moldova MDA|Tanzania TZA|Bolivia BOL|Venezuela VEN
Vietnam VNM|Brunei BRN|KSA SAU|Saudi SAU|Saudi Arabia SAU|PRC CHN|China CHN|Sao Tome and Principe STP
Papua New Guinea PNG|Micronesia FSM|St. Lucia LCA|St Lucia LCA|Trinidad and Tobago TTO|Trinidad TTO
Central African Republic CAF|CAR CAF|Greenland GRL|Puerto Rico PRI|Palestinian Authority PSE|Chechnya RUS|Crimea UKR
Islamic Republic IRN|Islamic Republic of Iran IRN|Antigua and Barbuda ATG|Dominican Republic DOM"""

DEMONYMS = """American USA|British GBR|English GBR|Scottish GBR|Welsh GBR|Northern Irish GBR|Irish IRL
Dutch NLD|French FRA|Swiss CHE|Spanish ESP|Russian RUS|Soviet SUN|Palestinian PSE|Kosovar XKX|Taiwanese TWN
Israeli ISR|Saudi SAU|Emirati ARE|Qatari QAT|Kuwaiti KWT|Iraqi IRQ|Afghan AFG|Pakistani PAK|Yemeni YEM|Omani OMN
Bahraini BHR|Kurdish IRQ|Chechen RUS|Tibetan CHN|Uyghur CHN|Uighur CHN|North Korean PRK|South Korean KOR|Korean KOR
Filipino PHL|Philippine PHL|Argentine ARG|Argentinian ARG|Bosnian BIH|Czech CZE|Slovak SVK|Danish DNK|Finnish FIN
Swedish SWE|Turkish TUR|Polish POL|Portuguese PRT|Thai THA|Chinese CHN|Japanese JPN|Burmese MMR|Congolese COD
Ivorian CIV|Hungarian HUN|Greek GRC|Cypriot CYP|Serbian SRB|Serb SRB|Croatian HRV|Croat HRV|Icelandic ISL
Peruvian PER|Catalan ESP|Basque ESP|Yugoslav YUG|Zairean COD|Ukrainian UKR|Monegasque MCO"""
PEOPLES = """Americans USA|Koreans KOR|Britons GBR|Brits GBR|Scots GBR|Englishmen GBR|Dutchman NLD
Frenchman FRA|Frenchmen FRA|Frenchwoman FRA|Spaniard ESP|Spaniards ESP|Dane DNK|Danes DNK|Finn FIN|Finns FIN
Swede SWE|Swedes SWE|Turk TUR|Turks TUR|Pole POL|Poles POL|Serbs SRB|Croats HRV|Kurds IRQ|Filipinos PHL|Filipina PHL
Israelis ISR|Iraqis IRQ|Saudis SAU|Emiratis ARE|Qataris QAT|Kuwaitis KWT|Afghans AFG|Pakistanis PAK|Yemenis YEM
Omanis OMN|Bahrainis BHR|Palestinians PSE|Kosovars XKX|Chechens RUS|Tibetans CHN|Uyghurs CHN|Uighurs CHN|Czechs CZE
Slovaks SVK|Thais THA|Bangladeshis BGD|Greeks GRC|Irishman IRL|Cypriots CYP|Bosnians BIH|Icelander ISL
Icelanders ISL|New Zealander NZL|New Zealanders NZL|Argentines ARG|Soviets SUN|Basques ESP|Catalans ESP|Azeris AZE"""


def pairs_of(block):
    for item in block.replace("\n", "|").split("|"):
        name, code = item.rsplit(" ", 1)
        yield name, code


def read_countries(folder):
    """(records of the factbook with a three-letter code, code by English name)."""
    codes = {}
    with open_text(folder, "country-codes.csv") as lines:
        for row in csv.DictReader(lines):
            code = row["ISO3166-1-Alpha-3"]
            for column in ("CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en"):
                name = clean(re.sub(r"^the ", "", row[column] or ""))
                if is_name(name):
                    codes.setdefault(name, code)
            codes.setdefault(("fips", (row["FIPS"] or "").lower()), code)
    records = []
    with open_text(folder, "factbook.jsonl") as lines:
        for line in lines:
            record = json.loads(line)
            code = codes.get(("fips", record["gec"])) or codes.get(clean(record.get("short")))
            if code:
                records.append((code, record))
    return records, {name: code for name, code in codes.items() if isinstance(name, str)}


def country_rows(records, codes):
    rows = dict(pairs_of(COUNTRY_ALIASES))
    for name, code in codes.items():
        rows.setdefault(name, code)
    for code, record in records:
        for key in ("short", "long"):
            name = clean((record.get(key) or "").split(";")[0].split(" note ")[0])
            if is_name(name) and name.lower() not in ("none", "na"):
                rows.setdefault(name, code)
    remarks = ("(", "/", "sometimes", "current")
    return sorted((n, c) for n, c in rows.items() if len(n) < 60 and not any(w in n for w in remarks))


def demonym_rows(records):
    rows = {}
    for name, code in pairs_of(DEMONYMS):
        rows[name] = (code, "adjective")
    for name, code in pairs_of(PEOPLES):
        rows[name] = (code, "people")
    for code, record in records:
        for part in re.split(r"[;,]| or ", record.get("nationality_adj") or ""):
            word = clean(part)
            if re.fullmatch(r"[A-Z][\w' -]+", word) and len(word.split()) <= 2 and word.lower() not in ("none", "na"):
                rows.setdefault(word, (code, "adjective"))
        for part in re.split(r"[;,]| or ", record.get("nationality_noun") or ""):
            plural = re.match(r"\s*([A-Z][\w' -]+)\(s\)", part)
            if plural:
                rows.setdefault(clean(plural[1]) + "s", (code, "people"))
    for stop in ("NA", "None", "Channel Islanders", "Singapore", "Hong Kong", "Puerto", "New Zealand", "Taiwan"):
        rows.pop(stop, None)
    return [(name, *value) for name, value in rows.items() if not any(w in name for w in ("note", "former", "term"))]


# ---- places --------------------------------------------------------------------------------------------------------

REGIONS = """Middle East|Near East|Far East|Asia|Africa|Europe|North America|South America|Latin America
Central America|Antarctica|Oceania|Australasia|East Asia|South Asia|Southeast Asia|Central Asia|Western Europe
Eastern Europe|Central Europe|Northern Europe|Southern Europe|West Africa|East Africa|North Africa|Southern Africa
Central Africa|sub-Saharan Africa|Horn of Africa|Sahel|Maghreb|Levant|Balkans|Caucasus|Scandinavia|Baltics|Caribbean
West Indies|Persian Gulf|Gulf|Arabian Gulf|Strait of Hormuz|Red Sea|Black Sea|Mediterranean|Mediterranean Sea
Baltic Sea|North Sea|Caspian Sea|Dead Sea|South China Sea|East China Sea|Yellow Sea|Sea of Japan|Arabian Sea
Gulf of Aden|Gulf of Mexico|Gulf of Oman|Bay of Bengal|Indian Ocean|Pacific|Pacific Ocean|Atlantic|Atlantic Ocean
Arctic|Arctic Ocean|English Channel|Suez Canal|Panama Canal|Bosphorus|Dardanelles|Taiwan Strait|Golan Heights|Golan
West Bank|Gaza Strip|Gaza|Kashmir|Jammu|Punjab|Sindh|Balochistan|Baluchistan|Kurdistan|Iraqi Kurdistan|Donbas
Donbass|Donetsk|Luhansk|Crimea|Transnistria|Abkhazia|South Ossetia|Nagorno-Karabakh|Chechnya|Dagestan|Siberia
Tatarstan|Xinjiang|Tibet|Inner Mongolia|Darfur|Tigray|Western Sahara|Somaliland|Puntland|Catalonia|Bavaria
Korean Peninsula|Sinai|Sinai Peninsula|Arabian Peninsula|Sahara|Himalayas|Alps|Andes|Amazon|Rocky Mountains|Rockies
Midwest|New England|Silicon Valley|Wall Street|Capitol Hill|East Jerusalem|West Jerusalem|Old City|Temple Mount
Green Zone|White House|Kremlin|Downing Street|Ground Zero|Manhattan|Brooklyn|Queens|Bronx|Hollywood|Broadway|Mars
Moon|Earth|Nile|Euphrates|Tigris|Danube|Rhine|Ganges|Mekong|Yangtze|Mount Everest|Everest|Lake Victoria|Normandy
Tuscany|Sicily|Sardinia|Corsica|Crete|Hawaii|Alaska|Washington D.C.|Washington DC|D.C.|New York City|New York
Los Angeles|L.A.|San Francisco|Hiroshima|Chernobyl|Fukushima|Auschwitz|Srebrenica|Guantanamo|Guantanamo Bay
Guantánamo|Falkland Islands|Falklands|Gibraltar|Ulster|Yorkshire|Cornwall|Queensland|New South Wales|Victoria
Tasmania|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland
Nunavut|Yukon|Northwest Territories|Lapland|Zealand|Calif.|Fla.|Tex.|Mass.|Conn.|Pa.|N.Y.|N.J.|Ill.|Mich.|Ariz.
Colo.|Va.|Md.|Ga.|Tenn.|Wash.|Minn.|Wis.|Ore.|Mo.|La.|Ky.|Okla.|Kan.|Nev.|N.C.|S.C.|N.M.|N.H.|East Coast|West Coast
Gulf Coast|Gold Coast|Ivory Coast|Americas|Iberia|Benelux|Mesopotamia|Kurdish region|Al-Aqsa|Haram al-Sharif
Panjshir|Helmand|Kandahar"""

# Parts of divisions' lists that are words, not names.
NOT_PLACES = {"note", "none", "administrative divisions", "capital", "city", "federal", "province", "region",
              "district", "islands", "state"}
SMALL_IN_PLACES = ("de", "del", "do", "da", "la", "al", "el")


def region_rows(records):
    rows = {clean(name) for name in REGIONS.replace("\n", "|").split("|")}
    for _, record in records:
        divisions = record.get("admin_divisions") or ""
        listed = divisions.split(";", 1)[1] if ";" in divisions else ""
        for part in re.split(r"[,;]", listed):
            name = clean(part)
            words = name.split()
            written_as_name = all(w[0].isupper() or w in SMALL_IN_PLACES for w in words)
            if (is_name(name) and 3 < len(name) and len(words) <= 3 and written_as_name
                    and name.lower() not in NOT_PLACES):
                rows.add(name)
    return [(name,) for name in rows]


def city_rows(folder, codes, common):
    """Cities over 15,000 people, less those whose name is an ordinary word."""
    rows = set()
    by_name = {**codes, **dict(pairs_of(COUNTRY_ALIASES))}
    with open_text(folder, "world-cities.csv") as lines:
        for row in csv.DictReader(lines):
            name = clean(row["name"])
            words = name.split()
            if not is_name(name) or len(words) > 4 or len(name) < 4 or not name[0].isupper():
                continue
            if len(words) == 1 and plain(name) in common:
                continue
            rows.add((name, by_name.get(row["country"]) or by_name.get(row["country"].split(",")[0], "")))
    best = {}
    for name, code in sorted(rows):
        best.setdefault(name, code)
    return list(best.items())


CAPITALS = """Washington USA|Jerusalem ISR|Tel Aviv ISR|Kiev UKR|The Hague NLD|Ramallah PSE|Taipei TWN|Pyongyang PRK
Peking CHN|Rangoon MMR|New Delhi IND|Delhi IND|Pretoria ZAF|Cape Town ZAF|Pristina XKX|Kishinev MDA
Sanaa YEM|Sana'a YEM"""


def capital_rows(records):
    rows = []
    for code, record in records:
        name = clean(re.split(r"[;,(]", record.get("capital") or "")[0])
        if is_name(name) and len(name.split()) <= 3 and name.lower() != "none" and not name.startswith("administered"):
            rows.append((name, code))
    return rows + list(pairs_of(CAPITALS))


# ---- people --------------------------------------------------------------------------------------------------------

EXTRA_FORENAMES = """
Mohammed Muhammad Mohamed Mohammad Mohamad Ahmed Ahmad Ali Hassan Hasan Hussein Hossein Husain Hussain Abdul
Abdullah Abdallah Omar Umar Ibrahim Ismail Yusuf Yousef Yasser Saddam Bashar Hafez Hamid Hamad Khalid Khaled Saeed
Said Mahmoud Mehmood Mustafa Qasem Qassem Javad Reza Majid Amir Tamim Shah Imran Nawaz Benazir Asif Pervez Hamza
Osama Ayman Anwar Gamal Hosni Recep Tayyip Vladimir Sergei Dmitry Mikhail Boris Igor Oleg Yuri Volodymyr Viktor
Jinping Xi Narendra Rahul Sonia Manmohan Kofi Nelson Cyril Uhuru Yoweri Paul Goodluck Olusegun Muhammadu Joko
Rodrigo Luiz Dilma Evo Hugo Fidel Raul Angela Emmanuel Ursula Olaf Giorgia Silvio Matteo Mariano Pedro Benjamin
Binyamin Ehud Ariel Shimon Yitzhak Naftali Yair Mahathir Anwar Aung Ban Kim Antonio Xavier Boutros Shinzo Fumio
Junichiro Yoshihide Moon Park Lee Tsai Carrie Condoleezza Barack Donald Hillary Kamala Kelly Nikki Mike Joe Jared
Ivanka Jeb Mitt Newt Rudy"""


def forename_rows(folder):
    sexes = collections.defaultdict(set)
    with open_text(folder, "forenames.csv") as lines:
        for row in csv.DictReader(lines):
            for column in ("Romanized Name", "Localized Name"):
                name = clean(row[column])
                if re.fullmatch(r"[^\W\d_][\w'-]+", name) and name[0].isupper() and is_latin(name):
                    sexes[name].add(row["Gender"])
    for sex, file in (("F", "female.txt"), ("M", "male.txt")):
        with open_text(folder, file) as lines:
            for line in lines:
                name = clean(line)
                if re.fullmatch(r"[A-Z][\w'-]+", name):
                    sexes[name].add(sex)
    for name in EXTRA_FORENAMES.split():
        if name not in sexes:
            sexes[name].add("B")
    return [(name, next(iter(kinds)) if len(kinds) == 1 else "B") for name, kinds in sexes.items()]


def is_latin(name):
    return all(ord(c) < 0x250 or unicodedata.combining(c) for c in name)


def surname_rows(folder):
    rows = set()
    with open_text(folder, "surnames.csv") as lines:
        for row in csv.DictReader(lines):
            for column in ("Romanized Name", "Localized Name"):
                name = clean(row[column])
                if re.fullmatch(r"[^\W\d_][\w' -]+", name) and name[0].isupper() and is_latin(name):
                    rows.add((name,))
    return rows


# ---- counts --------------------------------------------------------------------------------------------------------

TITLES = set("""
mr mrs ms dr sir lord lady gen general president prime minister senator sen gov governor rep king queen prince
princess pope ayatollah sheikh sheik mullah imam colonel col major captain lieutenant sergeant ambassador
secretary chancellor chairman spokesman spokeswoman judge justice professor prof u.s. us israeli iraqi iranian
palestinian russian british french german foreign vice former deputy defense defence attorney state supreme
leader""".split())
KINDS = {"per": 0, "person": 0, "politician": 0, "geo": 1, "loc": 1, "location": 1, "country": 1, "org": 2,
         "organisation": 2, "politicalparty": 2}


def tagged_sentences(folder):
    """Lists of (token, tag) from all name corpora."""
    for name in ("gmb.tsv", "wikigold.conll", "politics.conll", "re3d.conll"):
        rows = []
        with open_text(folder, name) as lines:
            for line in lines:
                cells = line.split()
                if len(cells) >= 2 and not line.startswith(("#", "-DOCSTART-")):
                    rows.append((cells[0], cells[-1]))
                elif rows:
                    yield rows
                    rows = []
        if rows:
            yield rows


def names_in(rows):
    """(kind, first, end) of the names of one sentence, titles and articles left out; IO and IOB tags."""
    current, first = None, 0
    for at, (_, tag) in enumerate([*rows, ("", "O")]):
        prefix, _, kind = tag.partition("-")
        index = KINDS.get(kind.lower())
        if prefix == "I" and index is not None and index == current:
            continue
        if current is not None:
            yield current, without_title(rows, current, first, at), at
        current, first = index, at


def without_title(rows, kind, first, end):
    """The first word of a name behind its title or article; at least one word is left."""
    while first + 1 < end and (rows[first][0].lower() in ("the", "a", "an") or
                               (kind == 0 and rows[first][0].lower().rstrip(".") in TITLES)):
        first += 1
    return first


def name_word_rows(folder):
    """How often a word stands in names of persons, places, organisations: alone, first, within or last."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for rows in tagged_sentences(folder):
        for kind, first, end in names_in(rows):
            words = [row[0] for row in rows[first:end] if not re.fullmatch(r"[\W_]+|'s", row[0])]
            for at, word in enumerate(words):
                if word[0].isupper():
                    counts[(plain(word), place_in_name(at, len(words)))][kind] += 1
    return [(word, place, *found) for (word, place), found in counts.items()
            if sum(found) >= 3 and re.search(r"[^\W\d_]", word)]


def place_in_name(at, count):
    if count == 1:
        return "only"
    return "first" if at == 0 else "last" if at == count - 1 else "inner"


def context_rows(folder):
    """How often a word stands before or after names of persons, places, organisations."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for rows in tagged_sentences(folder):
        for kind, first, end in names_in(rows):
            if first > 0:
                counts[(plain(rows[first - 1][0]), "before")][kind] += 1
            if end < len(rows):
                counts[(plain(rows[end][0]), "after")][kind] += 1
    return [(word, side, *found) for (word, side), found in counts.items()
            if sum(found) >= 5 and not re.search(r"\d|\s", word)]


def plain(word):
    return word.lower().replace("\u2019", "'")


def running_words(folder):
    """(word, whether it begins a sentence) of the corpora of plain English."""
    for name in ("ewt.conllu", "gum.conllu"):
        with open_text(folder, name) as lines:
            for line in lines:
                cells = line.split("\t")
                if len(cells) == 10 and cells[0].isdigit():
                    yield cells[1], cells[0] == "1"
    with open_text(folder, "gmb.tsv") as lines:
        first = True
        for line in lines:
            cells = line.split("\t")
            if len(cells) < 3:
                first = True
                continue
            yield cells[0], first
            first = cells[0] in ("\"", "``", "'")
    archive = zipfile.ZipFile(folder / "masc.zip")
    for name in sorted(n for n in archive.namelist() if n.endswith(".txt")):
        first = True
        for item in archive.read(name).decode("utf-8", "replace").split():
            word = item.rpartition("_")[0]
            yield word, first
            first = word in (".", "!", "?", "\"", "``", ":")


def common_words(folder):
    """Words written small in at least half of the places where a capital would tell."""
    small, capital = collections.Counter(), collections.Counter()
    for word, first in running_words(folder):
        if first or not re.fullmatch(r"[^\W\d_][\w'-]*", word) or (word.isupper() and len(word) > 1):
            continue
        (small if word[0].islower() else capital)[plain(word)] += 1
    return {w for w, n in small.items() if n >= 2 and n >= capital[w]}, small | capital


# Endings of English words that names seldom have.
ENDINGS = ("ly", "ing", "ings", "ed", "tion", "tions", "ment", "ments", "ness", "able", "ible", "ful", "less", "ally",
           "ists", "isms", "ers", "ors", "ities", "ances", "ences", "ships", "hood", "wards", "wise",
           "body", "thing", "where")


def derived_words(background, seen, names):
    """Words by their endings, common in English (once in three million words), that no corpus or table of names has."""
    for line in background:
        word, _, rarity = line.partition("\t")
        if line.startswith("#") or not word.endswith(ENDINGS) or len(word) <= 5 or int(rarity) >= 650:
            continue
        if word not in seen and word not in names:
            yield word


# ---- organisations -------------------------------------------------------------------------------------------------

ORGANISATIONS = """United Nations|U.N.|UN|Security Council|UN Security Council|United Nations Security Council
General Assembly|NATO|Nato|European Union|EU|African Union|AU|Arab League|OPEC|Opec|IMF|International Monetary Fund
World Bank|WTO|WHO|World Health Organization|UNESCO|Unesco|UNICEF|Unicef|UNHCR|UNRWA|IAEA|OECD|ASEAN|G7|G8|G20
Interpol|INTERPOL|Red Cross|Red Crescent|ICRC|Amnesty International|Human Rights Watch|Greenpeace|Oxfam
Save the Children|Doctors Without Borders|CIA|FBI|NSA|NASA|Nasa|FAA|FDA|EPA|SEC|DEA|ATF|IRS|CDC|Pentagon|Congress
Senate|House of Representatives|Supreme Court|House of Commons|House of Lords|Commons|Parliament|Knesset|Duma
State Duma|Bundestag|Lok Sabha|Rajya Sabha|Majlis|Loya Jirga|State Department|Justice Department|Treasury
Federal Reserve|Fed|Reuters|AP|Associated Press|AFP|Agence France-Presse|BBC|CNN|Fox News|NBC|CBS|ABC|MSNBC|NPR|PBS
Al Jazeera|Al-Jazeera|Al Arabiya|Al-Arabiya|New York Times|Washington Post|Wall Street Journal|Guardian
Financial Times|Daily Telegraph|Le Monde|Der Spiegel|Xinhua|TASS|Tass|Interfax|RIA|IRNA|Irna|Tasnim|Fars|Mehr News
ISNA|Press TV|SPA|WAM|SANA|Kyodo|Yonhap|KCNA|Anadolu|Anadolu Agency|DPA|EFE|ANSA|PTI|Press Trust of India|Bloomberg
Dow Jones|Nasdaq|Twitter|Facebook|Google|Microsoft|Apple|Amazon|YouTube|Instagram|Whatsapp|WhatsApp|Telegram|TikTok
Huawei|Samsung|Sony|Toyota|Honda|Boeing|Airbus|Lockheed Martin|Raytheon|BP|Shell|Exxon|Exxon Mobil|Chevron|Gazprom
Rosneft|Aramco|Saudi Aramco|Total|Siemens|Volkswagen|BMW|Daimler|Ford|General Motors|GM|IBM|Intel|Goldman Sachs
JP Morgan|JPMorgan|Morgan Stanley|Citigroup|HSBC|Deutsche Bank|Barclays|UBS|Credit Suisse|Lehman Brothers|Moody's
Standard & Poor's|Fitch|Walmart|Wal-Mart|McDonald's|Coca-Cola|Pfizer|Moderna|AstraZeneca|FIFA|UEFA|IOC|NFL|NBA|MLB
NHL|ICC|International Criminal Court|International Court of Justice|Mossad|Shin Bet|MI5|MI6|KGB|FSB|GRU|ISI|Basij
IRGC|Revolutionary Guards|Revolutionary Guard|Quds Force|Qods Force|Islamic Revolutionary Guard Corps
Islamic Revolutionary Guards Corps|Labour|Labour Party|Conservative Party|Tories|Tory|Liberal Democrats
Democratic Party|Republican Party|Likud|Kadima|Fatah|ANC|African National Congress|BJP|Bharatiya Janata Party
Communist Party|PLO|PKK|GCC|Gulf Cooperation Council|OSCE|Commonwealth|Taliban Council|Muslim Brotherhood|YPG|SDF
Peshmerga|RSF|Wagner|Wagner Group|European Commission|European Parliament|European Central Bank|ECB
Council of Europe|Bank of England|Scotland Yard|Metropolitan Police|Home Office|Foreign Office|Coast Guard
National Guard|Air Force|US Air Force|U.S. Air Force|Royal Air Force|Royal Navy|Marine Corps|Homeland Security
Secret Service|Politburo|Hamas government|Harvard|Yale|Oxford University|Cambridge University|Stanford|MIT
Ukrainska Pravda|Gulf News|Khaleej Times|Jerusalem Post|Haaretz|Times of India|Economic Times|Hindustan Times|Dawn
South China Morning Post|Global Times|People's Daily|Nikkei|Asahi Shimbun|Labor Party|Green Party|Greens
Greens Party|Shin Bet|Civil Defence|Civil Defense|White Helmets|World Food Programme|World Food Program|WFP|FAO|UNDP
UNEP|ILO|ECOWAS|Ecowas|Mercosur|SADC|SAARC|APEC|CIS"""
GROUPS = """Hamas|Hezbollah|Hizbullah|Hizballah|Taliban|Taleban|al-Qaeda|al-Qaida|al-Qa'ida|Al Qaeda
Islamic State|ISIS|ISIL|IS|Daesh|Houthis|Houthi|Boko Haram|al-Shabaab|al-Shabab|Al Shabaab|Islamic Jihad
Palestinian Islamic Jihad|Farc|FARC|ELN|ETA|IRA|Tamil Tigers|Lashkar-e-Taiba|Jaish-e-Mohammed|Jemaah Islamiyah
Abu Sayyaf|Haqqani network|al-Nusra Front|Nusra Front|Kataib Hezbollah|Kata'ib Hizballah|Hashd al-Shaabi
Popular Mobilization Forces|Popular Mobilisation Forces|Lord's Resistance Army|Ansar al-Islam|Ansar Allah
Aum Shinrikyo|Shining Path|Red Brigades|Sinn Fein|Kurdistan Workers' Party|Free Syrian Army|Janjaweed|M23|Tuaregs
Seleka|Séléka|anti-Balaka"""
# Acronyms of the factbook's lists that are words or names of something else.
NOT_ACRONYMS = {"C", "CE", "CD", "CP", "FZ", "IDA", "NAM", "CAN", "PIF", "EAC", "CICA", "D-8", "ECO", "AMU", "BIS"}


def organisation_rows(records):
    rows = {clean(name): "organisation" for name in ORGANISATIONS.replace("\n", "|").split("|")}
    rows.update({clean(name): "group" for name in GROUPS.replace("\n", "|").split("|")})
    for _, record in records:
        for part in (record.get("intl_orgs") or "").split(","):
            name = clean(part)
            if re.fullmatch(r"[A-Z][A-Z]{2,}", name) and name not in NOT_ACRONYMS:
                rows.setdefault(name, "organisation")
        for part in (record.get("lower_parties") or "").split(";"):
            match = re.match(r"\s*([A-Z][\w' -]+?) \(([A-Z]{2,6})\)", part)
            if match:
                rows.setdefault(clean(match[1]), "organisation")
        for part in (record.get("terrorist_groups") or "").split(";"):
            name = clean(re.split(r"[–/]", part)[0])
            if is_name(name) and len(name.split()) <= 5:
                rows.setdefault(name, "group")
        for key in ("lower_chamber", "upper_chamber", "legislature"):
            name = clean(record.get(key) or "")
            if is_name(name) and 1 < len(name.split()) <= 4:
                rows.setdefault(name, "organisation")
    return [(name, kind) for name, kind in rows.items() if "\t" not in name and len(name) > 1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("data/lexicon/en"))
    args = parser.parse_args()
    records, codes = read_countries(args.data)
    common, seen = common_words(args.data)
    forenames, surnames = forename_rows(args.data), surname_rows(args.data)
    factbook = "factbook/factbook.json @ 8662a8b (2026-05-17, public domain)"
    write(args.out, "countries.tsv", [
        "Names of countries and what is called by a country's name: the name, the three-letter code (ISO "
        "3166; SUN, YUG, CSK, DDR for",
        "states that are no more, XKX Kosovo).",
        f"Source: {factbook}; datasets/country-codes @ caa72d1 (ODC-PDDL); additions by hand. Licence: public domain."],
        country_rows(records, codes))
    write(args.out, "demonyms.tsv", [
        "Words for what and who belongs to a country: the word, the country's code, adjective (\"Iraqi\") or "
        "people (\"Iraqis\").",
        f"Source: {factbook}; additions by hand. Licence: public domain."], demonym_rows(records))
    write(args.out, "capitals.tsv", [
        "Seats of government: the city, the code of the country that it stands for.",
        f"Source: {factbook}; additions by hand. Licence: public domain."], capital_rows(records))
    write(args.out, "regions.tsv", [
        "Places that are no countries and no towns: parts of the world, seas, provinces, well-known sites.",
        f"Source: {factbook}; additions by hand. Licence: public domain."], region_rows(records))
    write(args.out, "cities.tsv", [
        "Towns of more than 15,000 people whose name is no ordinary word: the name, the country's code "
        "(empty: not known).",
        "Source: datasets/world-cities @ 49974c6, from GeoNames (geonames.org). Licence: CC BY 4.0."],
        city_rows(args.data, codes, common))
    write(args.out, "forenames.tsv", [
        "Forenames: the name; F borne by women, M by men, B by both or not known.",
        "Source: sigpwned/popular-names-by-country-dataset @ eb62e13 (CC0); the Names corpus of Mark "
        "Kantrowitz (free use with credit);",
        "additions by hand. Licence: as the sources."], forenames)
    write(args.out, "surnames.tsv", [
        "Family names that are common somewhere in the world.",
        "Source: sigpwned/popular-names-by-country-dataset @ eb62e13. Licence: CC0."], surnames)
    write(args.out, "name_words.tsv", [
        "How often a word stands in names: the word; where (only, first, inner, last word of the name); how "
        "many names of persons,",
        "places, organisations. Words seen three times or more.",
        "Source: counts over Groningen Meaning Bank 2.2.0 (Bos et al. 2017; our training part), WikiGold "
        "(Balasuriya et al. 2009, CC BY 4.0),",
        "CrossNER politics (Liu et al. 2021, CC BY-SA), re3d (Dstl; permissive sources). Licence: counts are "
        "facts; credit as given."],
        name_word_rows(args.data))
    write(args.out, "name_contexts.tsv", [
        "How often a word stands next to names: the word; before or after the name; how many names of "
        "persons, places, organisations.",
        "Pairs seen five times or more.",
        "Source and licence: as name_words.tsv."], context_rows(args.data))
    cities = city_rows(args.data, codes, common)
    names = {plain(row[0]) for rows in (forenames, surnames, cities, name_word_rows(args.data)) for row in rows}
    with open(args.out / "background.tsv", encoding="utf-8") as background:
        common |= set(derived_words(background, seen, names))
    write(args.out, "small_words.tsv", [
        "Words of English that are written small at least as often as with a capital, places where every "
        "word has one left out.",
        "Source: counts over the training parts of UD English EWT and GUM (CC BY-SA 4.0), Groningen Meaning "
        "Bank 2.2.0 (training part) and",
        "MASC tagged (American National Corpus); words with English endings from background.tsv (wordfreq, "
        "CC BY-SA 4.0). Licence: CC BY-SA 4.0."],
        [(w,) for w in common])
    write(args.out, "organisations.tsv", [
        "Organisations known by name or acronym: the name; organisation, or group (armed or political movements).",
        f"Source: {factbook}; additions by hand. Licence: public domain."], organisation_rows(records))


if __name__ == "__main__":
    main()
