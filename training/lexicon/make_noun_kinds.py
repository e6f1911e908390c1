#!/usr/bin/env python3
"""Compiles data/lexicon/en/noun_kinds.tsv: what kind of thing common nouns stand for.

    python3 training/lexicon/make_noun_kinds.py --gum gum-train.conllu [--out data/lexicon/en]

Counts, for each noun of the training part of UD English GUM (annotations CC BY 4.0), the entity types of the mentions
that it heads; a noun seen twice or more takes the type that 6 in 10 of them have. The lists below say what news needs
more of, and overrule. Only facts are taken. The output is sorted and the same on every machine.
"""

import argparse
import collections
import re
from pathlib import Path

DATE = "2026-11-22"
LEAST_SEEN = 2
LEAST_SHARE = 0.6
TYPES = {"person": "person", "organization": "organisation", "place": "place", "event": "event", "object": "other",
         "abstract": "other", "animal": "other", "plant": "other", "substance": "other", "time": "other"}
ENTITY = re.compile(r"\([^()]+\)?|[^()]+\)")

PERSON = """
accountant activist administrator admiral adviser advisor agent aide ambassador analyst applicant archbishop archdeacon
architect arbiter assailant assistant astronaut athlete attacker attendant attorney auditor baker banker barrister
biologist bishop bodyguard boss boxer broker builder bystander campaigner captain cardinal caretaker cashier chair
chairperson chancellor chaplain chef chemist chief civilian clerk cleric climber coach colonel columnist commander
commentator commissioner commuter comrade conductor consul consultant contractor controller coordinator coroner
correspondent counsel counsellor counterpart courier cousin coxswain creditor critic curator cyclist dealer dean
defendant defender delegate demonstrator dentist deportee deputy detainee detective developer dictator dignitary
diplomat dispatcher diver docker donor economist elder electrician employer engineer envoy epidemiologist evacuee
examiner executive exile explorer farmer fighter financier firefighter fisherman fisher foreman fugitive gardener
general geologist governor graduate grower guard gunman gunner harvester helmsman herder hostage hostess
hydrologist immigrant insider inspector insurgent interpreter investigator investor islander journalist judge juror
keeper killer labourer laborer landowner landlord lawmaker lawyer lecturer legislator lender lieutenant lobbyist
magistrate major manager marine mariner marshal medic mediator mercenary merchant messenger midfielder militant
militiaman miner minister moderator monarch motorist negotiator neighbour neighbor newcomer nominee notary novelist
nurse observer occupant offender officeholder officer official ombudsman onlooker operator organiser organizer orphan
owner painter panellist paramedic partner passenger passer-by patient patriarch pedestrian pensioner perpetrator
pharmacist photographer physicist pilot planner player policeman policewoman politician pope porter postmaster
predecessor prefect premier president priest prime prince princess principal prisoner procurator producer professional
prosecutor protester protestor provost publican purser rebel recipient refugee registrar relative reporter
representative rescuer researcher resident respondent retailer rival ruler runner sailor scientist scorer secretary
senator sergeant shareholder sheikh shepherd sheriff shipowner shooter shopkeeper signatory skipper smuggler soldier
solicitor solicitor-general specialist spokesperson spy staffer statesman stepfather stepmother steward striker
strongman student successor sultan superintendent supervisor supplier supporter surgeon surveyor survivor suspect
teacher teammate technician teenager tenant terrorist tradesman trader trainee trainer translator treasurer trooper
tutor undersecretary undertaker unionist vendor vet veteran vicar vice-president viceroy victim villager virologist
voter warden warlord warrior watchman winner witness worker worshipper youngster youth pontiff emperor referee umpire
linesman goalkeeper forward winger defender breeder buyer seller customer client subscriber caller crewman seaman
stevedore trucker driver rider biker carer caregiver childminder inmate convict plaintiff claimant appellant
complainant deponent informant whistleblower whistle-blower leaker hacker scammer trafficker poacher fellow
cofounder co-founder founder co-author author pundit strategist pollster psychologist psychiatrist therapist
paediatrician pediatrician cardiologist obstetrician midwife radiologist technologist seismologist volcanologist
meteorologist climatologist historian archaeologist anthropologist sociologist linguist philosopher
"""
FEMALE = """
actress aunt bride businesswoman chairwoman congresswoman councilwoman countess daughter duchess empress fiancee
fiancée girl girlfriend godmother goddess grandmother granddaughter grandma heiress heroine hostess housewife lady
landlady midwife mistress mom mother mother-in-law mum niece nun policewoman princess queen schoolgirl sister
sister-in-law spokeswoman sportswoman stepmother stewardess waitress widow wife woman fisherwoman saleswoman mrs ms
miss madam madame dame baroness lady hajia ma'am signora senora señora frau mademoiselle begum
"""
MALE = """
boy boyfriend bridegroom brother brother-in-law businessman chairman congressman councilman dad duke emperor father
father-in-law fireman fisherman foreman gentleman godfather godson grandfather grandpa grandson groom gunman guy
husband king lad man monk nephew policeman prince salesman schoolboy serviceman son son-in-law spokesman sportsman
stepfather stepson uncle waiter watchman widower mr sir lord sheikh sheik ayatollah imam don signor senor señor herr
monsieur baron fr pope patriarch sultan emir alhaji mullah
"""
GROUP = """
army-men audience band community congregation couple crew crowd delegation duo electorate family gang household mob
pair people population public staff trio troop workforce youth delegation clan tribe personnel crowd folk manpower
pairing mourners militia kin
"""
ORGANISATION = """
academy administration agency airline alliance army arm assembly association authority bank batallion battalion body
board branch brigade broadcaster brokerage bureau cabinet carrier cartel caucus chamber charity church club coalition
college command commission committee company confederation conglomerate congress consortium cooperative co-operative
corporation council court daily department directorate division embassy employer faction federation fire-brigade firm
fleet force foundation franchise garrison government group guild hospital institute institution inspectorate insurer
institute joint-venture junta judiciary laboratory lawfirm league legislature lender maker manufacturer mayor's
media military militia ministry mission mosque movement multinational municipality museum navy network newspaper
newsroom ngo operator opposition orchestra organisation organization outfit outlet panel paper parliament
parliamentary-group partnership party patrol platoon police police-force port-authority presidency press prosecution
publisher refinery regiment registry regime regulator retailer ring school secretariat senate service side squad
squadron start-up startup station store subsidiary supermarket syndicate team thinktank think-tank trade-union tribunal
troupe trust union unit university utility watchdog weekly wing coastguard watchdog tribunal ministry gendarmerie
constabulary conservancy cooperative credit-union exchange fund insurer miner shipowner manufacturer supplier lab
"""
PLACE = """
area bank bay beach block border canal capital city coast continent corridor country county delta desert district
enclave estuary exclave field forest gulf harbour harbor hamlet headland hemisphere hill island isle islet jungle
kingdom lagoon lake land lowland mainland metropolis mountain municipality nation neighbourhood neighborhood ocean
outskirts park parish peninsula plain plateau planet prefecture province quarter realm reef region republic
reservoir river riverbank sea shoal shore site slope slum spot state strait suburb sultanate superpower territory town
township valley village volcano ward waters wetland zone emirate neighbour-state
"""
FACILITY = """
airbase airfield airport apartment bakery barracks base bridge building bunker camp canteen car-park cathedral cell
cemetery checkpoint chapel church clinic complex compound corridor courthouse courtroom dam depot dock dockyard dormitory
factory farm ferry-terminal flat garage garden gate gym hall hangar harbour headquarters highway home hospital hostel
hotel house hut jail jetty kitchen laboratory lane launchpad library lighthouse lock mall market mill mine monument morgue
mosque motorway nursery office outpost palace pier pipeline plant plaza port power-station premises prison pump quay
railway ranch refinery residence restaurant road room runway school shelter shop shrine silo smelter square stadium
station store street studio substation tavern temple tent terminal theatre theater tower track tunnel villa wall ward
warehouse well wharf workshop yard mausoleum
"""
VEHICLE = """
aeroplane aircraft airliner airplane ambulance armored-car barge bicycle bike boat bulldozer bus cab canoe car carrier
catamaran coach convoy corvette craft cruiser cutter destroyer dhow dinghy drone excavator ferry fishing-boat freighter
frigate glider helicopter hovercraft jeep jet launch liner locomotive lorry minibus minivan motorbike motorboat
motorcycle pickup plane rickshaw rocket satellite scooter ship shuttle sloop spacecraft speedboat steamer submarine
supertanker tank tanker taxi tractor trailer train tram trawler truck tug tugboat van vehicle vessel warship yacht
"""
WEAPON = """
ammunition artillery bomb bullet device explosive firearm grenade gun handgun knife machete machine-gun mine missile
mortar pistol revolver rifle rocket shell shotgun spear sword torpedo warhead weapon
"""
LAW = """
accord act agreement amendment article bill charter clause code constitution convention deal decree directive edict
law legislation ordinance pact protocol regulation resolution rule statute treaty truce ceasefire
"""
EVENT = """
accident ambush assault attack bombing blast blackout burglary campaign ceremony clash collapse collision conference
conflict coup crackdown crash crisis cyclone demonstration derailment disaster drill drought earthquake election
epidemic eruption evacuation exercise explosion fight final fire flood funeral game heatwave hearing hurricane incident
inquiry inquest invasion investigation killing landslide march massacre match meeting murder offensive operation outage
outbreak pandemic poll probe protest quake race raid rally referendum rescue revolution riot robbery season session
shooting siege spill storm strike summit surge talks tournament tremor trial tsunami typhoon unrest uprising vote walkout
war wildfire
"""
LISTS = (("other", "-", ""), ("event", "-", EVENT), ("law", "-", LAW), ("weapon", "-", WEAPON),
         ("vehicle", "-", VEHICLE), ("place", "-", PLACE), ("facility", "-", FACILITY),
         ("organisation", "-", ORGANISATION), ("group", "-", GROUP), ("person", "-", PERSON), ("person", "F", FEMALE),
         ("person", "M", MALE))


def types_of_nouns(path):
    """{noun: Counter of entity types} over the mentions that a noun heads."""
    counts = collections.defaultdict(collections.Counter)
    for sentence in sentences(path):
        opened = collections.defaultdict(list)
        for at, row in enumerate(sentence):
            found = re.search(r"Entity=([^|]+)", row[9])
            for part in ENTITY.findall(found.group(1)) if found else ():
                name, *rest = part.strip("()").split("-")
                if part.startswith("("):
                    opened[name].append((at, rest[0]))
                if part.endswith(")") and opened[name]:
                    first, kind = opened[name].pop()
                    head = head_of(sentence, first, at)
                    if head is not None and head[3] == "NOUN":
                        counts[head[2].lower()][TYPES.get(kind, "other")] += 1
    return counts


def sentences(path):
    rows = []
    for line in open(path, encoding="utf-8"):
        if line[0].isdigit():
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif line == "\n" and rows:
            yield rows
            rows = []


def head_of(sentence, first, last):
    """The one row of [first, last] whose governor is outside."""
    heads = [row for row in sentence[first : last + 1] if not first < int(row[6]) <= last + 1]
    return heads[0] if len(heads) == 1 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", required=True, type=Path)
    parser.add_argument("--out", type=Path, default=Path("data/lexicon/en"))
    arguments = parser.parse_args()
    rows = {}
    for noun, types in types_of_nouns(arguments.gum).items():
        kind, count = max(sorted(types.items()), key=lambda row: row[1])
        if sum(types.values()) >= LEAST_SEEN and count >= LEAST_SHARE * sum(types.values()) and noun.isalpha():
            rows[noun] = (kind, "-")
    for kind, gender, words in LISTS:
        rows.update({word: (kind, gender) for word in words.split()})
    head = ("# What common nouns stand for: the lemma, the kind of thing, F or M where it tells the gender of a person.\n"
            "# Source: types of mentions in UD English GUM (training part, annotations CC BY 4.0), counted by noun; lists\n"
            "# compiled for Crossread. Licence: CC BY 4.0.\n"
            f"# Made by: training/lexicon/make_noun_kinds.py, {DATE}.\n")
    lines = sorted("\t".join((noun, *row)) for noun, row in rows.items())
    (arguments.out / "noun_kinds.tsv").write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"noun_kinds.tsv: {len(lines)} rows")


if __name__ == "__main__":
    main()
