"""The closed lists of the corpus: what a kind, an act, a type, a mode, a status ... may be.

They follow the dossier's contract and PLOVER's types; the guide says what each is for.
"""

KINDS = frozenset("person organisation place group facility vehicle weapon law product event other".split())

ACTS = frozenset(
    "say announce report confirm admit deny accuse condemn praise threaten warn demand order offer promise "
    "accept reject ask advise".split()
)

# Type -> its modes.
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
    "ACCIDENT": "",
    "DISASTER": "",
    "HEALTH": "",
    "CRIME": "",
    "TRIAL": "",
    "ELECTION": "",
    "ECONOMY": "",
    "BUSINESS": "",
    "SCIENCE": "",
    "SPORT": "",
    "CULTURE": "",
    "DEATH": "",
}
TYPES = frozenset(MODES)
VERBAL_TYPES = frozenset("AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())

CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
    "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
    "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs "
    "trafficking".split()
)

STATUSES = frozenset("asserted alleged denied negated planned threatened hypothetical requested".split())
UNREAL = frozenset("denied negated planned threatened hypothetical requested".split())  # may lie after publication

FURNITURE = frozenset(
    "section reading_time caption credit related navigation notice dateline byline share advert headline".split()
)
NOTICES = frozenset("machine_translation correction update embargo opinion".split())

LINEAGE = frozenset("same near abridged releaded part quoted".split())
SLOTS = frozenset("count casualties date place actor recipient instrument cause status wording".split())
VERDICTS = frozenset("agreed disputed revised compatible single".split())

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN MED HLH LAB REF OPP PRE REL SOC "
    "IGO NGO ISM IMG MNC UNO EUR SPO SCI ART".split()
)

VOICES = frozenset(
    "agency broadcaster broadsheet tabloid state_media local live_blog business_wire translated magazine online "
    "party_paper press_release science_desk sports_desk".split()
)
ENGLISHES = frozenset("british american south_asian african australian translated international".split())
CAME = frozenset("own agency reprint abridged releaded part press_release follow_up correction".split())

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself "
    "it its itself they them their theirs themselves this that these those who whom whose which one both".split()
)

# Written before a person's name and no part of it; found by the reader, so nobody has to mark them.
HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Mx Dr Dr. Mr. Mrs. Ms. Prof Prof. Professor Sir Dame Lord Lady Gen Gen. Col Col. Lt Lt. Maj "
    "Maj. Capt Capt. Sgt Sgt. Cpl Adm. Rev Rev. Fr Hon Hon. Sheikh Sheikha Shaikh Ayatollah Hojatoleslam Mullah "
    "Imam Maulana Mufti Alhaji Hajia Malam Chief Oba Pa Daw U Ko Ma Datuk Dato Tun Tan Pandit Shri Smt Sri Begum "
    "Dom Don Doña Madame Monsieur Herr Frau Señor Señora Signor Sayyid Emir Pope Cardinal Bishop Archbishop "
    "Brother Sister Judge Justice Mama Mzee Nana Haji Ustaz Kyai Ato Weizero Engr Engr. Barr. Comrade Cde "
    "Seri General Brigadier Colonel Lieutenant Major Captain Admiral Commodore Sergeant Corporal Havildar Subedar "
    "Inspector Detective Superintendent Father Reverend Venerable".split()
)
