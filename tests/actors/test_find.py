"""Actors in reports of our own, as the shipped model parses them."""

import pytest

from dragoman.find.actors import ActorsFound
from dragoman.record import Actor, How, Mention


def mention(found: ActorsFound, text: str, nth: int = 0) -> Mention:
    return [m for m in found.mentions if m.text == text][nth]


def actor(found: ActorsFound, text: str, nth: int = 0) -> Actor:
    known = found.actor(mention(found, text, nth).actor)
    assert known is not None
    return known


TALKS = (
    "Zambian President Hakainde Hichilema met Graham Mulenga, the alliance's envoy, in Lusaka on Monday.\n"
    "The Zambian president said the talks had been useful. He praised the guest. "
    "Mulenga thanked Hichilema and said that Lusaka had kept its word.\n"
    "“We will not give up,” said the president. The two leaders will meet again."
)


def test_title_name_and_description_are_one_person(read) -> None:
    found = read(TALKS)
    president = actor(found, "Zambian President Hakainde Hichilema")
    assert (president.id, president.state, president.sector) == ("person:hakainde-hichilema", "ZMB", "GOV")
    assert president.role is not None
    assert (president.role.office, president.role.of, president.role.held_on) == (
        "president",
        "ZMB",
        "2022-03-03",
    )
    for text in ("The Zambian president", "Hichilema", "the president"):
        assert mention(found, text).actor == president.id
    assert mention(found, "He").how is How.PRONOUN
    assert mention(found, "He").actor == president.id


def test_surname_and_visitor(read) -> None:
    found = read(TALKS)
    assert actor(found, "Graham Mulenga").id == "person:graham-mulenga"
    assert mention(found, "Mulenga").actor == "person:graham-mulenga"


def test_a_capital_is_a_government_or_a_place(read) -> None:
    found = read(TALKS)
    governments = [m for m in found.mentions if m.text == "Lusaka"]
    assert [m.actor for m in governments] == ["ZMB"]
    assert governments[0].how is How.METONYM
    assert any(d.span.of(TALKS) == "Lusaka" and "city" in d.reason for d in found.dropped)


def test_we_in_a_quotation_is_left_to_who_knows_the_speaker(read) -> None:
    we = mention(read(TALKS), "We")
    assert (we.actor, we.how) == (None, How.PRONOUN)


def test_states_as_places_are_marked(read) -> None:
    found = read(
        "Uganda sent 500 troops to Somalia in May. Fighting went on in Somalia. Somalia thanked Uganda."
    )
    first, second, third = [m for m in found.mentions if m.text == "Somalia"]
    assert found.is_place(first)
    assert found.is_place(second)
    assert not found.is_place(third)
    assert "place" in second.reason
    assert actor(found, "500 troops").state == "UGA"


def test_forces_bodies_and_groups_get_state_and_sector(read) -> None:
    found = read(
        "Ethiopian soldiers and Eritrean troops shelled the town, the Ethiopian defence ministry said. "
        "Kenyan police arrested ethnic Somalis. The Kenyan parliament and the Supreme Court objected."
    )
    expected = {
        "Ethiopian soldiers": ("ETH", "MIL"),
        "Eritrean troops": ("ERI", "MIL"),
        "the Ethiopian defence ministry": ("ETH", "GOV"),
        "Kenyan police": ("KEN", "COP"),
        "ethnic Somalis": (None, "CVL"),
        "The Kenyan parliament": ("KEN", "LEG"),
        "the Supreme Court": ("KEN", "JUD"),
    }
    assert {t: (actor(found, t).state, actor(found, t).sector) for t in expected} == expected


def test_the_alliance_and_the_rebels(read) -> None:
    found = read(
        "The African Union (AU) condemned the coup in Mali. The bloc called on the army to step down.\n"
        "In the north, rebels of the Polisario Front attacked a convoy. The rebels lost four men, "
        "the Moroccan army said. NATO did not comment. The alliance has no base there."
    )
    assert mention(found, "The bloc").actor == "AU"
    assert actor(found, "The bloc").name == "African Union (AU)"
    assert mention(found, "The alliance").actor == "NATO"
    assert actor(found, "The rebels").sector == "REB"


def test_the_office_lists_name_who_is_only_described(read) -> None:
    text = "The French president called the German chancellor on Sunday."
    found = read(text, "2022-03-03")
    assert actor(found, "The French president").id == "person:emmanuel-macron"
    assert actor(found, "the German chancellor").id == "person:olaf-scholz"
    earlier = read(text, "2004-03-03")
    assert actor(earlier, "The French president").id == "person:jacques-chirac"
    unknown = read(text, None)
    assert actor(unknown, "The French president").id.startswith("r:")


def test_former_holders_hold_no_office(read) -> None:
    found = read("Tony Blair criticised Iran. Former Ghanaian president John Kufuor agreed.", "2015-03-03")
    blair, kufuor = actor(found, "Tony Blair"), actor(found, "Former Ghanaian president John Kufuor")
    assert (blair.state, blair.sector, blair.role) == ("GBR", "ELI", None)
    assert (kufuor.state, kufuor.sector) == ("GHA", "ELI")


def test_ambiguous_names_follow_their_context(read) -> None:
    bird = read("She put the turkey in the oven and made gravy for Thanksgiving. Turkey is best roasted.")
    assert not any(m.actor == "TUR" for m in bird.mentions)
    state = read("Georgia passed the bill on Monday, said a senator in Atlanta, and Alabama may follow.")
    assert actor(state, "Georgia").state == "USA"
    land = read("Georgia accused Russia of shelling a village near Tbilisi.")
    assert mention(land, "Georgia").actor == "GEO"
    assert mention(land, "Georgia").runner_up is not None


def test_capitals_in_headlines_do_not_hide_states(read) -> None:
    found = read("TURKEY AND GREECE SIGN ACCORD\n\nTurkey and Greece signed an accord on Friday.")
    assert mention(found, "TURKEY").actor == "TUR"
    assert mention(found, "GREECE").actor == "GRC"


def test_us_is_no_state_in_small_letters(read) -> None:
    found = read("The minister told us that the US had agreed.")
    assert [m.text for m in found.mentions if m.actor == "USA"] == ["the US"]


def test_unknown_persons_and_bodies_are_kept(read) -> None:
    found = read(
        "Ada Obi, a spokeswoman for the Lagos Dockers League, met Ugandan farmers. Obi said she was pleased."
    )
    assert actor(found, "Ada Obi").id == "person:ada-obi"
    assert mention(found, "Obi").actor == "person:ada-obi"
    assert mention(found, "she").actor == "person:ada-obi"
    assert actor(found, "Ugandan farmers").sector == "AGR"


def test_instruments_are_mentions_without_actor(read) -> None:
    found = read("Peru said the Lima Accords and UN Security Council Resolution 2231 still bind both sides.")
    instruments = {m.text for m in found.mentions if m.how is How.INSTRUMENT}
    assert "UN Security Council Resolution 2231" in instruments
    assert any("Lima Accords" in text for text in instruments)
    assert all(m.actor is None for m in found.mentions if m.how is How.INSTRUMENT)


def test_adjectives_may_share_a_noun(read) -> None:
    found = read("British, French and German diplomats arrived in Vienna.")
    states = [actor(found, t).state for t in ("British", "French", "German diplomats")]
    assert states == ["GBR", "FRA", "DEU"]
    assert {actor(found, t).sector for t in ("British", "French", "German diplomats")} == {"GOV"}


def test_led_and_backed_do_not_own(read) -> None:
    found = read("The Iranian-backed militia in Iraq fired on a base. The US-led coalition replied.")
    assert actor(found, "The Iranian-backed militia").state != "IRN"
    assert actor(found, "The Iranian-backed militia").sector == "PRM"


def test_a_counterpart_holds_the_same_office(read) -> None:
    found = read(
        "Zambian President Hakainde Hichilema spoke with his Chilean counterpart on Friday.", "2022-06-03"
    )
    assert actor(found, "his Chilean counterpart").id == "person:gabriel-boric"


def test_people_belong_to_the_place_and_not_to_who_acts(read) -> None:
    found = read("Chadian troops shelled the Libyan town of Kufra, killing nine people, Libya's army said.")
    assert actor(found, "nine people").state == "LBY"
    assert actor(found, "Chadian troops").state == "TCD"


def test_two_together_are_told_in_the_reason(read) -> None:
    found = read("Peru and Chile signed the treaty in 2019. Both countries have now left it.")
    both = mention(found, "Both countries")
    assert "PER" in both.reason
    assert "CHL" in both.reason


def test_names_that_only_look_like_states(read) -> None:
    found = read("The South China Morning Post said that fishing in the South China Sea had stopped.")
    assert not any(m.actor == "CHN" for m in found.mentions)


def test_an_acronym_in_brackets_is_remembered(read) -> None:
    found = read("The Lagos Dockers League (LDL) began a strike. Nigeria's government invited LDL to talks.")
    full = next(m for m in found.mentions if "Dockers League" in m.text)
    assert {m.actor for m in found.mentions if m.text == "LDL"} == {full.actor}


def test_the_senders_of_troops_own_them(read) -> None:
    found = read("The army accused Chad of moving tanks to the border.")
    assert actor(found, "tanks").state == "TCD"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Five Georgian and three Latvian soldiers were killed.", ["GEO.MIL", "LVA.MIL"]),
        ("Latvian and Azeri troops left the town.", ["LVA.MIL", "AZE.MIL"]),
        ("Kenya's and Uganda's armies left the town.", ["KEN.MIL", "UGA.MIL"]),
        ("Kenya and Uganda's army left the town.", ["KEN", "UGA.MIL"]),
    ],
)
def test_two_states_share_a_noun_across_a_number_and_an_apostrophe(
    read, text: str, actors: list[str]
) -> None:
    assert [m.actor for m in read(text).mentions][:2] == actors


def test_a_ship_named_after_a_person_is_none(read) -> None:
    found = read(
        "The French frigate Ada Obi left Brest. The carrier Tom Paris sailed. A minister wept in Paris."
    )
    assert not [a for a in found.actors if a.kind == "person" and a.name != "minister"]
    assert found.actor(mention(found, "The French frigate Ada Obi").actor).state == "FRA"


def test_whoever_is_named_after_an_office_is_a_person_still(read) -> None:
    assert "person:ada-obi" in [a.id for a in read("The ferry captain Ada Obi wept.").actors]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("North Korea fired shells. The South's navy answered.", "The South's navy", "KOR.MIL.navy"),
        ("Seoul is calm. The North said on Friday that it would talk.", "The North", "PRK"),
        ("South Sudan is at war. The North sent jets to Juba.", "The North", "SDN"),
    ],
)
def test_half_a_country_is_one_where_the_report_tells_which(read, text: str, word: str, actor: str) -> None:
    assert mention(read(text), word).actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell in the South.",
        "Seoul is calm. South Kivu is not.",
        "Seoul is calm. Rain fell North of the river.",
    ],
)
def test_elsewhere_it_is_a_direction_or_a_part_of_a_name(read, text: str) -> None:
    assert not {"South", "the South", "North", "South Kivu"} & {m.text for m in read(text).mentions}


def test_an_acronym_of_large_and_small_letters_is_no_word(read) -> None:
    assert [m.text for m in read("Let them shout, the minister said.").mentions] == ["the minister"]
    assert "group:lashkar-e-taiba" in {m.actor for m in read("LeT men fired at a hotel.").mentions}
