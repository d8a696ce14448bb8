# ruff: noqa: E501 - the cases stand one a line
"""Places: what a name stands for, by table, and where events took place."""

import json
import shutil
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.areas import AREAS, COMPILED, area_rows, write_compiled_areas
from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.codebook.place_keys import fold
from dragoman.codebook.places import ARCHIVE, FOLDER, Archive, Gazetteer
from dragoman.errors import CodebookError
from dragoman.find.actor_cities import Capitals
from dragoman.find.event_places import PlacesOfEvents
from dragoman.find.places import find_places, resolve_names, shipped_gazetteer
from dragoman.language import load
from dragoman.record import Event, Evidence, Span, Status

from .sentences import flat, report

BELGRADE, PARIS_FR, PARIS_TX, TBILISI = 792680, 2988507, 4717560, 611717


@cache
def parsed(text):
    return load().parse(text, [Span(0, len(text))])


def given_names(marked):
    """The report of a text with its [names] taken out of their brackets, and the spans of the names."""
    text, spans = "", []
    for part in marked.split("["):
        name, bracket, rest = part.partition("]")
        if bracket:
            spans.append(Span(len(text), len(text) + len(name)))
        text += name + rest
    return report(text), spans


# text with [names], what they stand for: (name, country, precision) each
RESOLVED = [
    ("Guards left [Tripoli], [Libya]. In [Tripoli], northern [Lebanon]’s largest city, a mill burned.", [("Tripoli", "LBY", "city"), ("Libya", "LBY", "country"), ("Tripoli", "LBN", "city"), ("Lebanon", "LBN", "country")]),
    ("Guards left [Valencia], [Spain], for [Valencia], a [Venezuelan] city.", [("Valencia", "ESP", "city"), ("Spain", "ESP", "country"), ("Valencia", "VEN", "city"), ("Venezuela", "VEN", "country")]),
    ("Guards in [Paris], the [Canadian] envoy said, left the city.", [("Paris", "FRA", "city"), ("Canada", "CAN", "country")]),
    ("He flew to [Belgrade].", [("Belgrade", "SRB", "city")]),
    ("He flew to [Belgrade], [Montana].", [("Belgrade", "USA", "city"), ("Montana", "USA", "region")]),
    ("He lives in [Paris].", [("Paris", "FRA", "city")]),
    ("He lives in [Paris], [Texas].", [("Paris", "USA", "city"), ("Texas", "USA", "region")]),
    ("A shot in [Paris], [Texas]. The mayor of [Paris] spoke.", [("Paris", "USA", "city"), ("Texas", "USA", "region"), ("Paris", "USA", "city")]),
    ("He lives in [London].", [("London", "GBR", "city")]),
    ("He lives in [London], [Ontario].", [("London", "CAN", "city"), ("Ontario", "CAN", "region")]),
    ("Roads in [Springfield], [Illinois].", [("Springfield", "USA", "city"), ("Illinois", "USA", "region")]),
    ("[Georgia]’s leader spoke in [Tbilisi].", [("Georgia", "GEO", "country"), ("Tbilisi", "GEO", "city")]),
    ("[Georgia]’s governor spoke in [Atlanta] and [Savannah].", [("Georgia", "USA", "region"), ("Atlanta", "USA", "city"), ("Savannah", "USA", "city")]),
    ("Rebels near [Goma] in eastern [Congo].", [("Goma", "COD", "city"), ("Democratic Republic of the Congo", "COD", "country")]),
    ("They met in [Brazzaville], [Congo].", [("Brazzaville", "COG", "city"), ("Republic of the Congo", "COG", "country")]),
    ("Troops entered [Kiev].", [("Kyiv", "UKR", "city")]),
    ("Troops entered [Kyiv].", [("Kyiv", "UKR", "city")]),
    ("Troops entered the [Donetsk region].", [("Donetsk region", "UKR", "region")]),
    ("Troops entered [Donetsk].", [("Donetsk", "UKR", "city")]),
    ("Troops left [Crimea].", [("Crimea", "UKR", "region")]),
    ("Troops left the [Gaza Strip].", [("Gaza Strip", "PSE", "region")]),
    ("A raid in [Jenin] in the [West Bank].", [("Jenin", "PSE", "city"), ("West Bank", "PSE", "region")]),
    ("Shells fell on [Deir al-Zor].", [("Deir ez-Zor", "SYR", "city")]),
    ("Envoys came from the [US] and the [UK].", [("United States", "USA", "country"), ("United Kingdom", "GBR", "country")]),
    ("Envoys came from [Czech Republic].", [("Czechia", "CZE", "country")]),
    ("Envoys came from [North Macedonia].", [("North Macedonia", "MKD", "country")]),
    ("Envoys came from [Bosnia-Herzegovina].", [("Bosnia and Herzegovina", "BIH", "country")]),
    ("Envoys came from [Kosovo].", [("Kosovo", "XKX", "country")]),
    ("Ships in the [Red Sea].", [("Red Sea", None, "region")]),
    ("Ships in the [Strait of Hormuz].", [("Strait of Hormuz", None, "region")]),
    ("He toured the [Balkans].", [("Balkans", None, "region")]),
    ("Fighting in the [Donbas].", [("Donbas", "UKR", "region")]),
    ("A flood in [St. Petersburg].", [("Saint Petersburg", "RUS", "city")]),
    ("A flood in [St. Petersburg], [Florida].", [("St. Petersburg", "USA", "city"), ("Florida", "USA", "region")]),
    ("A fire in [Orange County], [California].", [("Orange County", "USA", "region"), ("California", "USA", "region")]),
    ("He lives in [New York].", [("New York", "USA", "city")]),
    ("He lives in the state of [New York].", [("New York", "USA", "region")]),
    ("Horses of [Saratoga Springs], [New York].", [("Saratoga Springs", "USA", "city"), ("New York", "USA", "region")]),
    ("He lives in [Washington D.C.]", [("Washington", "USA", "city")]),
    ("A statement of the [U.N.]", [("U.N.", None, None)]),
    ("Pilgrims in [Mecca].", [("Makkah", "SAU", "city")]),
    ("They met in [Washington].", [("Washington", "USA", "city")]),
    ("They met in [Vienna], [Austria].", [("Vienna", "AUT", "city"), ("Austria", "AUT", "country")]),
    ("They met in [Alexandria]. [Egypt] was host.", [("Alexandria", "EGY", "city"), ("Egypt", "EGY", "country")]),
    ("They met in [Alexandria], [Virginia].", [("Alexandria", "USA", "city"), ("Virginia", "USA", "region")]),
    ("They met in [Cordoba]. [Argentina] was host.", [("Córdoba", "ARG", "city"), ("Argentina", "ARG", "country")]),
    ("They met in [Tripoli]. [Lebanon] was host.", [("Tripoli", "LBN", "city"), ("Lebanon", "LBN", "country")]),
    ("They met in [Tripoli]. [Libya] was host.", [("Tripoli", "LBY", "city"), ("Libya", "LBY", "country")]),
    ("Fighting in the [Lebanese] city of [Tripoli]. [Libya] denied it.", [("Lebanon", "LBN", "country"), ("Tripoli", "LBN", "city"), ("Libya", "LBY", "country")]),
    ("Fighting in [Lebanon]'s port of [Tripoli]. [Libya] denied it.", [("Lebanon", "LBN", "country"), ("Tripoli", "LBN", "city"), ("Libya", "LBY", "country")]),
    ("[Lebanon]'s army left. It had entered [Tripoli] for [Libya].", [("Lebanon", "LBN", "country"), ("Tripoli", "LBY", "city"), ("Libya", "LBY", "country")]),
    ("[Lebanon]'s [Tripoli] danced. [Libyan] rebels entered [Tripoli] at noon.", [("Lebanon", "LBN", "country"), ("Tripoli", "LBN", "city"), ("Libya", "LBY", "country"), ("Tripoli", "LBY", "city")]),
    ("Rebels held [Tripoli], [Libya]. In [Tripoli], [Lebanon], banks shut.", [("Tripoli", "LBY", "city"), ("Libya", "LBY", "country"), ("Tripoli", "LBN", "city"), ("Lebanon", "LBN", "country")]),
    ("They met in [Leon], near [Managua]. [Mexico] was host.", [("León", "NIC", "city"), ("Managua", "NIC", "city"), ("Mexico", "MEX", "country")]),
    ("He was shot in [Palma]. [Mozambique] was silent.", [("Palma", "MOZ", "city"), ("Mozambique", "MOZ", "country")]),
    ("He was shot in [Palma]. [Spain] was silent.", [("Palma", "ESP", "city"), ("Spain", "ESP", "country")]),
    ("He was shot in [El Alto].", [("El Alto", "BOL", "city")]),
    ("[Turkey]'s [Syria] policy failed.", [("Turkey", "TUR", "country"), ("Syria", "SYR", "country")]),
    ("They met in northern [Syria].", [("Syria", "SYR", "country")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), RESOLVED, ids=[r[0] for r in RESOLVED])
def test_names(marked, expected):
    held, spans = given_names(marked)
    found = resolve_names(held, spans)
    assert [(m.place.name, m.place.country, m.place.precision) for m in found] == expected
    assert all(m.reason for m in found)


def test_ids_are_those_of_geonames():
    held, spans = given_names("[Belgrade] and [Tbilisi], then [Paris]; [Paris], [Texas]")
    assert [m.place.geoname_id for m in resolve_names(held, spans)][:2] == [BELGRADE, TBILISI]
    ids = {m.place.geoname_id for m in resolve_names(*given_names("He left [Paris].")[:2])}
    assert ids == {PARIS_FR}
    assert resolve_names(*given_names("He left [Paris], [Texas].")[:2])[0].place.geoname_id == PARIS_TX


def test_a_country_is_no_point_and_a_town_is():
    country, town = resolve_names(*given_names("[Serbia]’s capital is [Belgrade].")[:2])
    assert (country.place.lat, country.place.lon, country.place.precision) == (None, None, "country")
    assert town.place.lat == pytest.approx(44.8, abs=0.1)
    assert town.place.lon == pytest.approx(20.5, abs=0.1)


def test_unknown_names_are_kept_without_a_country():
    (found,) = resolve_names(*given_names("He left [Qwxzville].")[:2])
    assert (found.place.name, found.place.country, found.place.geoname_id) == ("Qwxzville", None, None)


# text, trigger, the event's country and place name (None: no place of its own)
EVENTS = [
    ("The envoy arrived in Cairo on Monday.", "arrived", ("EGY", "Cairo")),
    ("Poland has sent 1,000 troops to Lithuania.", "sent", ("LTU", "Lithuania")),
    ("Officials said in Geneva that rebels attacked a convoy outside Goma.", "attacked", ("COD", "Goma")),
    ("Officials said in Geneva that rebels attacked a convoy outside Goma.", "said", ("CHE", "Geneva")),
    ("Officials said in Geneva that rebels attacked a convoy.", "attacked", None),
    ("Forces shelled the town of Izium, killing three people.", "shelled", ("UKR", "Izyum")),
    ("A bomb killed 30 people in Kabul.", "killed", ("AFG", "Kabul")),
    ("The minister condemned Russia.", "condemned", None),
    ("Talks between Iran and Turkey were held in Muscat.", "held", ("OMN", "Muscat")),
    ("Protesters marched through Springfield, Illinois.", "marched", ("USA", "Springfield")),
    ("The president visited Beijing and urged Berlin to act.", "visited", ("CHN", "Beijing")),
    ("The president visited Beijing and urged Berlin to act.", "urged", None),
    ("Germany imposed sanctions on Iran.", "imposed", None),
    ("Israel launched strikes across the Gaza Strip.", "launched", ("PSE", "Gaza Strip")),
    ("Troops clashed with rebels 30 km north of Goma.", "clashed", ("COD", "Goma")),
    ("Troops clashed with rebels between Goma and Bukavu.", "clashed", ("COD", "Goma")),
    ("The Lyon court jailed the activist.", "jailed", ("FRA", "Lyon")),
    ("The US imposed sanctions on a bank in Moscow.", "imposed", None),
    ("Washington condemned the attack in Kabul.", "condemned", None),
    ("The army shelled rebel positions in the mountains of Tigray.", "shelled", ("ETH", "Tigray")),
    ("French police killed a man.", "killed", None),
    ("Soldiers took Goma on Friday.", "took", ("COD", "Goma")),
    ("Gambia took Myanmar to court.", "took", None),
    ("Nepal freed six monks, as it had agreed in Vienna.", "freed", None),
    ("Ann flew to Quito, where she was received by Peru's envoy.", "received", ("ECU", "Quito")),
    ("Ann, who was born in Quito, was received by Peru's envoy.", "received", None),
    # of a phrase that hangs on what was done, on who did it or on a party to it
    ("Police arrested dozens of clerks in Lyon.", "arrested", ("FRA", "Lyon")),
    ("Norway signed a pact with the guerrillas in Quito.", "signed", ("ECU", "Quito")),
    ("Norway signed a pact with a bank in Quito.", "signed", None),
    ("Norway criticised a pact with the guerrillas in Quito.", "criticised", None),
    ("Jets bombed a barracks on the road to Goma.", "bombed", ("COD", "Goma")),
    ("Norway criticised the road to Goma.", "criticised", None),
    ("The army shelled farms west of Beirut on Friday.", "shelled", ("LBN", "Beirut")),
    ("Police dragged a man out of a church in Lima.", "dragged", ("PER", "Lima")),
    ("Oman allowed inspectors into Kerman.", "allowed", ("IRN", "Kerman")),
    ("Bandits shot six men near the border with Chad.", "shot", None),
    ("Bandits shot six men in Chad.", "shot", ("TCD", "Chad")),
    # coordinated verbs share it, unless one tells of it, moves on, or takes another place
    ("Bandits overran Goma and expelled its bishop.", "expelled", ("COD", "Goma")),
    ("Bandits stormed a church in Goma and seized the bishop.", "seized", ("COD", "Goma")),
    ("Bandits stormed a church in Goma and seized a village.", "seized", None),
    ("The coastguard boarded a boat off Beirut and arrested its crew.", "arrested", ("LBN", "Beirut")),
    ("The king visited Oslo and flew home.", "flew", None),
    ("The king left Oslo and shot six bears.", "shot", None),
    # what stands before them is of all of them
    ("In Oslo, the king met the envoy and urged Peru to act.", "urged", ("NOR", "Oslo")),
    ("The king met the envoy in Oslo and urged Peru to act.", "urged", None),
    ("In Lima, bandits blocked a road; travellers were evacuated.", "evacuated", ("PER", "Lima")),
    ("Bandits blocked a road in Lima; Chile evacuated its envoy.", "evacuated", None),
    # so of a participle, and of those who were about it then
    ("Bandits raided a convoy, killing six in Goma.", "raided", ("COD", "Goma")),
    ("Bandits raided a convoy, fleeing to Chad.", "raided", None),
    ("The council, meeting in Oslo, eased its ban.", "eased", ("NOR", "Oslo")),
    ("In Lima, police shot a man who was looting a bank.", "looting", ("PER", "Lima")),
    ("In Lima, police shot a man who had looted a bank.", "looted", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), EVENTS)
def test_events_take_their_own_place(text, trigger, expected):
    (sentence,) = parsed(text)
    index = next(w.i for w in sentence.words if w.text == trigger)
    place = PlacesOfEvents(find_places(report(text), [sentence])).of(index, sentence)
    assert (place and (place.country, place.name)) == expected


def test_what_was_asked_before_changes_no_answer():
    text = "A bomb killed 30 people in Kabul. Talks were held in Muscat and failed. All is well."
    sentences = load().parse(text, [Span(0, len(text))])
    places = find_places(report(text), sentences)
    alone = [PlacesOfEvents(places).of(w.i, s) for s in sentences for w in s.words]
    of_events = PlacesOfEvents(places)
    backwards = [of_events.of(w.i, s) for s in reversed(sentences) for w in reversed(s.words)]
    assert backwards[::-1] == alone == [of_events.of(w.i, s) for s in sentences for w in s.words]
    assert {p and p.name for p in alone} == {"Kabul", "Muscat", None}


def test_a_described_state_is_a_place_where_something_stands():
    text = "Peacekeepers have been stationed in the breakaway province since 1999."
    phrase = "the breakaway province"
    span = Span(text.index(phrase), text.index(phrase) + len(phrase))
    places = find_places(report(text), parsed(text), actors_found={span: "XKX"})
    (sentence,) = parsed(text)
    index = next(w.i for w in sentence.words if w.text == "stationed")
    assert PlacesOfEvents(places).of(index, sentence).country == "XKX"
    assert find_places(report(text), parsed(text), actors_found={span: "person:x"}) == ()


def test_a_group_that_no_gazetteer_knows_is_no_place():
    text = "Three men were shot at a post near Zurbaq."
    span = Span(text.index("Zurbaq"), len(text) - 1)
    assert [m.text for m in find_places(report(text), parsed(text))] == ["Zurbaq"]
    assert find_places(report(text), parsed(text), actors_found={span: "group:zurbaq"}) == ()
    assert len(find_places(report(text), parsed(text), actors_found={span: "person:zurbaq"})) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "others"),
    [
        ("Thousands marched in Tehran, Shiraz and Mashhad.", "marched", ["“Shiraz”, “Mashhad”"]),
        ("Police shot six men in Lyon and Nice.", "shot", ["“Nice”"]),
        ("Police shot six men in Lyon, France.", "shot", []),
        ("Rebels attacked a camp near Gao in northern Mali.", "attacked", []),
        ("The envoy flew from Cairo to Amman.", "flew", []),
    ],
)
def test_of_several_places_the_others_are_named(text, trigger, others):
    sentences = parsed(text)
    (sentence,) = sentences
    word = next(w for w in sentence.words if w.text == trigger)
    where = PlacesOfEvents(find_places(report(text), sentences))
    evidence = (Evidence(sentence.span, word.span),)
    place = where.of(word.i, sentence)
    event = Event("e", "X", None, (), (), Status.ACTUAL, False, evidence, "", place=place, steps=("coded",))
    (noted,) = where.noted([event], sentences)
    assert noted.steps[0] == "coded"
    assert [s.split("several, with ")[1] for s in noted.steps[1:]] == others


def test_adjectives_and_names_inside_names_are_mentions_that_place_nothing():
    text = "French soldiers and the Missouri Highway Patrol searched a barn near Lyon."
    found = {m.text: (m.how, m.place.country) for m in find_places(report(text), parsed(text))}
    assert found["French"] == ("adjective", "FRA")
    assert found["Lyon"] == ("name", "FRA")
    assert found.get("Missouri") in (("part", "USA"), ("name", "USA"))


def test_every_state_is_found_by_its_adjective():
    gazetteer, actors = shipped_gazetteer(), load_gazetteer()
    for words, terms in actors.terms.items():
        states = {t.ref for t in terms if t.what == "entry" and t.form == "adjective"}
        known = [s for s in states if actors.entries[s].kind == "state" and not actors.entries[s].until]
        for state in known:
            if gazetteer.division(state) is not None:
                assert state in {e.country for e in gazetteer.named(words)}, words


# A name is read by the other names of its report: text with [names] and the GeoNames ids
BY_COMPANY = [
    ("A chase through [Lamar County]. He left [Paris] for [Tyler].", "Paris", 4717560),
    ("[Paris] is a city in [France].", "Paris", 2988507),
    ("The [Lebanon] fire chief served in [Reading] and [Lancaster], in [Pennsylvania].", "Lebanon", 5197517),
    ("[Lebanon] borders [Syria].", "Lebanon", 272103),
    ("Wolves near [Dillon]. Ranchers in [Beaverhead County] and [Helena].", "Dillon", 5648657),
    ("He moved from [Cleveland], Tenn., to [Chicago].", "Cleveland", 4614088),
    ("He moved from [Jackson, Tenn.] to [Chicago].", "Jackson, Tenn.", 4632595),
    ("Schools in [Mendoza] and [Rosario] in [Argentina].", "Mendoza", 3844421),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "name", "identifier"), BY_COMPANY, ids=[c[0] for c in BY_COMPANY])
def test_a_name_is_read_by_the_company_it_keeps(marked, name, identifier):
    found = {m.text: m for m in resolve_names(*given_names(marked)[:2])}
    assert found[name].place.geoname_id == identifier, found[name].reason


def test_the_dateline_is_no_place_of_the_story():
    text = "BERLIN - Rebels attacked a convoy near Goma."
    held = report(text, dateline=Span(0, 6))
    assert [m.text for m in find_places(held, parsed(text))] == ["Goma"]


def test_other_names_and_spellings_meet():
    gazetteer = shipped_gazetteer()
    for one, other in [
        ("Kiev", "Kyiv"),
        ("Saint Petersburg", "St. Petersburg"),
        ("Bogota", "Bogotá"),
        ("USA", "U.S."),
    ]:
        shared = {e.geoname_id for e in gazetteer.named(one)} & {e.geoname_id for e in gazetteer.named(other)}
        assert shared, (one, other)


def test_the_gazetteer_holds_the_world():
    gazetteer = shipped_gazetteer()
    assert 100_000 < len(gazetteer) < 170_000
    for code in ("SRB", "XKX", "USA", "PSE", "US.TX", "UA.11"):
        assert gazetteer.division(code) is not None
    assert gazetteer.division("ZZZ") is None
    assert gazetteer.named("no such place at all") == ()
    assert (FOLDER / "places.zip").stat().st_size < 4_200_000


def test_a_damaged_gazetteer_names_its_file(tmp_path):
    (tmp_path / "places.zip").write_bytes(b"no archive")
    with pytest.raises(CodebookError, match=r"places\.zip"):
        Gazetteer.open(tmp_path)


def test_a_misspelt_key_names_its_line(tmp_path):
    (tmp_path / "places.zip").write_bytes((FOLDER / "places.zip").read_bytes())
    (tmp_path / "areas.yaml").write_text("areas:\n  - {name: Atlantis, contry: GRC}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"areas\.yaml:2.*contry"):
        Gazetteer.open(tmp_path)
    (tmp_path / "areas.yaml").write_text("names:\n  - {same-as: QQQ, also: [Nowhere]}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"areas\.yaml:2.*QQQ"):
        Gazetteer.open(tmp_path)


def test_an_added_area_is_found(tmp_path):
    (tmp_path / "places.zip").write_bytes((FOLDER / "places.zip").read_bytes())
    (tmp_path / "areas.yaml").write_text(
        "areas:\n  - {name: Far Thule, countries: [GRC]}\n", encoding="utf-8"
    )
    (entry,) = Gazetteer.open(tmp_path).named("far thule")
    assert (entry.kind, entry.country) == ("area", "GRC")


def test_the_compiled_areas_are_those_of_the_yaml(tmp_path):
    (tmp_path / AREAS).write_bytes((FOLDER / AREAS).read_bytes())
    codes = Archive(FOLDER / ARCHIVE).codes
    fresh = write_compiled_areas(tmp_path, codes).read_text(encoding="utf-8")
    held = (FOLDER / COMPILED).read_text(encoding="utf-8")
    assert json.loads(held) == json.loads(fresh), "run python -m dragoman.codebook.gazetteer_cache"
    assert area_rows(FOLDER, codes) == json.loads(held)["rows"]


def test_changed_areas_are_read_anew(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "places")
    source = tmp_path / "places" / AREAS
    more = source.read_text(encoding="utf-8") + "  - {name: Far Thule, countries: [GRL]}\n"
    source.write_text(more, encoding="utf-8")
    assert [e.country for e in Gazetteer.open(tmp_path / "places").named("Far Thule")] == ["GRL"]


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    for mention in find_places(report(text), [flat(text)] if text.strip() else []):
        assert mention.span.of(text) == mention.text


def test_the_words_before_a_town_say_in_which_country_it_lies():
    text = "Troops shelled the Sudanese border town of Gallabat on Sunday."
    sudanese = Span(text.index("Sudanese"), text.index("Sudanese") + 8)
    found = find_places(report(text), parsed(text), actors_found={sudanese: "SDN"})
    assert [m.place.country for m in found if m.text == "Gallabat"] == ["SDN"]


def test_a_division_after_the_comma_makes_a_town_of_a_common_word():
    text = "They came from Centre, Alabama, for the clinic."
    found = find_places(report(text), parsed(text))
    assert next((m.text, m.place.country, m.place.precision) for m in found) == ("Centre", "USA", "city")


def test_the_division_in_a_publishers_name_is_a_weak_hint():
    text = "Police in Springfield closed a road."
    (town,) = find_places(report(text), parsed(text))
    (hinted,) = find_places(replace(report(text), publisher="The Oregon Herald"), parsed(text))
    assert (town.place.lon, hinted.place.lon) == (
        pytest.approx(-93.3, abs=0.1),
        pytest.approx(-123.0, abs=0.1),
    )


def test_a_place_that_no_gazetteer_knows_is_of_the_country_told_beside_it():
    told = {}
    for text in (
        "Soldiers stormed the Chadian village of Qorbane.",
        "Soldiers stormed Qorbane in Chad.",
        "Soldiers stormed Qorbane on Monday.",
        "Soldiers stormed Qorbane. Chad spoke of it.",
    ):
        found = find_places(report(text), parsed(text))
        told[text] = next((m.place.country for m in found if m.text == "Qorbane"), None)
    assert list(told.values()) == ["TCD", "TCD", None, None]


def test_a_state_that_begins_the_next_clause_tells_of_no_town():
    text = "In Tripoli, Lebanon said that it would wait. Libya agreed."
    sentences = load().parse(text, [Span(0, len(text))])
    assert next(m.place.country for m in find_places(report(text), sentences) if m.text == "Tripoli") == "LBY"


def test_a_capital_without_its_name_is_the_capital():
    capital_of = Capitals(load_gazetteer().terms)

    def placed(text):
        held = report(text)
        found = find_places(held, load().parse(text, [Span(0, len(text))]), capital_of=capital_of)
        return [m.place.name for m in found if m.kind == "capital"]

    assert placed("Talks were held in the Kenyan capital on Monday.") == ["Nairobi"]
    assert placed("Talks were held in Kenya's capital.") == ["Nairobi"]
    assert placed("Talks were held in the Kenyan capital, Nairobi.") == ["Nairobi"]
    assert placed("Kenyan capital flight rose.") == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He left San Jose, in the department of Beni.", "San Jose", "BOL"),
        ("He left San Jose in the Bolivian department of Beni.", "San Jose", "BOL"),
        ("In the department of Beni, he left the city of San Jose.", "San Jose", "BOL"),
        # a capital that is not called a town of the division is itself, and so it is in another sentence
        ("In the department of Beni, he wrote to San Jose.", "San Jose", "CRI"),
        ("In the department of Beni, he wrote. He left the city of San Jose.", "San Jose", "CRI"),
    ],
)
def test_a_division_beside_a_town_tells_its_state(text, name, country):
    places = find_places(report(text), parsed(text))
    assert {m.place.country for m in places if m.text == name} == {country}


def test_what_sounds_like_a_name_is_told_anew_for_other_countries() -> None:
    held = shipped_gazetteer()
    assert held.sounding("Bakhmoot", {"SYR"}) == ()
    assert [e.name for e in held.sounding("Bakhmoot", {"UKR"})] == ["Bakhmut"]
    assert held.sounding("Bakhmoot", ()) == ()
