"""Who an unnamed official, a bare noun or a pronoun stands for, told by the sentences around it."""

import pytest

from dragoman.find.actors import ActorsFound
from dragoman.record import Actor


def actor(found: ActorsFound, text: str, nth: int = 0) -> Actor:
    known = found.actor([m for m in found.mentions if m.text == text][nth].actor)
    assert known is not None
    return known


PERU = "Peru and Peruvian miners want a treaty. Peru will sign it, Peru's congress said.\n"


def test_an_official_belongs_to_the_subject_of_the_sentence_before(read) -> None:
    found = read(
        f"{PERU}Santiago rejects the plan. Foreign Ministry spokesman Andres Villalba called it a trick."
    )
    assert actor(found, "Foreign Ministry spokesman Andres Villalba").state == "CHL"


def test_an_official_may_belong_to_an_organisation(read) -> None:
    found = read(f"{PERU}The European Commission is worried. Spokeswoman Petra Novotna called for calm.")
    assert actor(found, "Spokeswoman Petra Novotna").state == "EU"


def test_a_new_paragraph_does_not_inherit_the_subject(read) -> None:
    found = read(f"{PERU}Santiago rejects the plan.\nForeign Ministry spokesman Andres Villalba was pleased.")
    assert actor(found, "Foreign Ministry spokesman Andres Villalba").state == "PER"


def test_the_opening_of_a_sentence_tells_where_its_officials_serve(read) -> None:
    found = read(f"{PERU}In Quito, Foreign Minister Rosa Alarcon recalled the Peruvian envoy's words.")
    assert actor(found, "Foreign Minister Rosa Alarcon").state == "ECU"


def test_whose_belongs_to_the_one_named_before_it(read) -> None:
    found = read(f"{PERU}Chile, whose government left the pact, was silent.")
    assert actor(found, "government").id == "CHL.GOV"


def test_the_army_is_the_one_that_was_called_so_and_no_troops_in_passing(read) -> None:
    found = read(
        "The Malian army shelled a village on Monday.\nNiger ruled out sending troops. "
        "The army denied the charge."
    )
    assert actor(found, "The army").id == "MLI.MIL"


def test_the_minister_is_the_only_minister_of_the_report(read) -> None:
    found = read("Latvian Foreign Minister Ilze Ozola met the press. “We agree,” the minister said.")
    assert actor(found, "the minister").id == "person:ilze-ozola"


def test_a_top_diplomat_is_the_foreign_minister_of_the_state_between(read) -> None:
    found = read("Latvian Foreign Minister Ilze Ozola met the press. The top Latvian diplomat smiled.")
    assert actor(found, "The top Latvian diplomat").id == "person:ilze-ozola"


def test_an_office_is_held_by_whom_the_report_names_further_on(read) -> None:
    found = read(
        "Egypt's foreign minister flew to Rome on Friday.\nEgyptian Foreign Minister Nabil Sedky was hopeful."
    )
    assert actor(found, "Egypt's foreign minister").id == "person:nabil-sedky"


def test_a_description_and_a_titled_name_are_one(read) -> None:
    found = read("The Polisario Front's chief delegate, General Salem Brika, blamed Morocco for the raid.")
    assert actor(found, "The Polisario Front's chief delegate").id == actor(found, "General Salem Brika").id


def test_the_one_by_whom_something_is_done_goes_on_as_it(read) -> None:
    found = read(
        "The Kremlin praised the pact.\n"
        "The drills were suspended by Georgia last year, and it declined to comment."
    )
    assert actor(found, "it").id == "GEO"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Serbia opposes any change of borders by force.", "force"),
        ("Serbia sent relief convoys to Bosnia.", "relief convoys"),
        ("Serbia moved tanks to the opposite bank.", "the opposite bank"),
        ("Serbia will not be a party to this war.", "a party"),
    ],
)
def test_words_that_name_nobody_here(read, text: str, word: str) -> None:
    found = read(text)
    assert word not in [m.text for m in found.mentions]
    assert word in [d.span.of(text) for d in found.dropped]


def test_a_title_that_one_state_has_tells_the_state_where_the_report_names_it(read) -> None:
    found = read(f"{PERU}The miners wrote to Washington.\nSecretary of State Alan Merrow answered.")
    assert actor(found, "Secretary of State Alan Merrow").state == "USA"
    found = read(f"{PERU}The miners wrote to the pope.\nSecretary of State Alan Merrow answered.")
    assert actor(found, "Secretary of State Alan Merrow").state != "USA"


def test_who_sides_with_another_is_named_alone(read) -> None:
    assert actor(read("Cuba recalls envoy as Chile sides with Peru"), "Chile").id == "CHL"


def test_the_same_noun_in_another_country_is_another_body(read) -> None:
    found = read("The Malian army shelled a village.\nIn Niamey, the army denied any part in it.")
    assert actor(found, "the army").state == "NER"


def test_an_organisation_has_no_foreign_minister(read) -> None:
    found = read(f"{PERU}The European Commission is worried. Foreign Minister Rosa Alarcon was calm.")
    assert actor(found, "Foreign Minister Rosa Alarcon").state == "PER"


def test_somebodys_country_is_the_state_that_they_serve(read) -> None:
    found = read(
        "Kenyan President William Ruto thanked France. His country will send police, he said, "
        "and four of his country's soldiers will follow."
    )
    assert actor(found, "His country").id == "KEN"
    assert actor(found, "his country's soldiers").id == "KEN.MIL"


def pair(found: ActorsFound, text: str) -> tuple[str, ...]:
    span = next(m.span for m in found.mentions if m.text == text)
    return found.pairs[span]


def test_both_together_are_the_two_told_of_last(read) -> None:
    found = read(
        "Chilean President Gabriel Boric met Peruvian President Dina Boluarte. Chile and Peru share a sea. "
        "The two leaders signed a pact. The two countries hope. Both sides are content."
    )
    assert pair(found, "The two leaders") == ("person:gabriel-boric", "person:dina-boluarte")
    assert pair(found, "The two countries") == pair(found, "Both sides") == ("CHL", "PER")


def test_two_of_an_office_are_those_of_the_two_states_and_so_are_they(read) -> None:
    found = read("Relations between Chile and Peru are poor. The two presidents said that they would meet.")
    assert pair(found, "The two presidents") == pair(found, "they") == ("CHL", "PER")


def test_two_of_one_state_are_no_pair(read) -> None:
    found = read("Chile and Peru massed troops. Brazil's two vice-presidents resigned.")
    assert not found.pairs


def test_whoever_acts_on_both_is_neither(read) -> None:
    found = read("Chile and Peru massed troops. Brazil called on both sides to talk.")
    assert pair(found, "both sides") == ("CHL", "PER")


def test_a_third_who_offers_to_mediate_is_none_of_the_two(read) -> None:
    found = read("Chile raised tariffs on Peru. Brazil offered to mediate. The two governments will talk.")
    assert pair(found, "The two governments") == ("CHL", "PER")


def test_leaders_without_names_are_those_of_the_two_states(read) -> None:
    found = read("Chile and Peru share a sea. The two presidents met in May.")
    assert pair(found, "The two presidents") == ("CHL", "PER")


def test_two_of_whom_only_one_or_three_were_named_stay_a_group(read) -> None:
    assert not read("Chile is a state. Both sides met in May.").pairs
    assert not read("Chile, Peru and Brazil met. Both sides were content.").pairs


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (
            "Chile condemned the raid in Peru. The interior minister, Ana Salas, said in Lima it was over.",
            "Ana Salas",
            "PER",
        ),
        (
            "Norway protested to Canada. The governor, Joe Lund, said in Winnipeg that he was sorry.",
            "Joe Lund",
            "CAN",
        ),
        # Spain has another prime minister by the lists, and Equatorial Guinea none.
        (
            "Spain halved its aid. The prime minister, Jose Ndong, said in Malabo that it was a trick.",
            "Jose Ndong",
            "GNQ",
        ),
        # Ministers speak abroad.
        (
            "Chile is calm. The foreign minister, Ana Salas, said in Geneva that it was over.",
            "Ana Salas",
            "CHL",
        ),
        (
            "Spain is calm. The foreign minister, Ana Salas, said in Vienna that it was over.",
            "Ana Salas",
            "ESP",
        ),
    ],
)
def test_where_a_minister_speaks_tells_whose_he_is(read, text: str, name: str, state: str) -> None:
    assert actor(read(text), name).state == state


def test_the_ambassador_named_is_the_one_told_of_without_a_name(read) -> None:
    found = read("Norway summoned the Canadian ambassador. The ambassador, Joe Lund, rejected the charge.")
    assert actor(found, "the Canadian ambassador") == actor(found, "Joe Lund")
    assert actor(found, "Joe Lund").state == "CAN"
    assert len([a for a in found.actors if a.role is not None]) == 1


def test_an_envoy_is_the_ambassador_told_of_without_a_name(read) -> None:
    found = read("Norway expelled Canada's ambassador. The envoy, Joe Lund, left on Friday.")
    assert actor(found, "Canada's ambassador").id == "person:joe-lund"


def test_an_ambassador_of_another_name_is_another(read) -> None:
    found = read("Norway met the Canadian ambassador, Joe Lund. The ambassador, Ann Obi, left. Norway paid.")
    assert actor(found, "Joe Lund") != actor(found, "Ann Obi")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Mustafa Abdel Jalil of the National Transitional Council says the Libyan leader must go.",
            "the Libyan leader",
            "person:muammar-gaddafi",
        ),
        (
            "The head of Zambia's central bank, Ann Banda, met the Zambian leader.",
            "the Zambian leader",
            "person:michael-sata",
        ),
        ("Opposition leader Ann Banda met the Zambian leader.", "the Zambian leader", "person:michael-sata"),
        (
            "Zambian leader Ann Banda spoke. The Zambian leader was ill.",
            "The Zambian leader",
            "person:ann-banda",
        ),
    ],
)
def test_the_leader_of_a_state_leads_the_state_and_no_body_of_it(
    read, text: str, words: str, who: str
) -> None:
    found = read(text, published="2011-10-01" if "Zambia" in text else "2011-05-01")
    assert actor(found, words).id == who


def test_guinea_is_none_of_those_with_a_longer_name(read) -> None:
    found = read("Guinea's trade minister flew to Equatorial Guinea and met President Obiang in Malabo.")
    assert actor(found, "Guinea's trade minister").state == "GIN"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Police in Gabon arrested two members of the Democratic Party.", "the Democratic Party", "GAB"),
        ("The Democratic Party lost the U.S. Senate.", "The Democratic Party", "USA"),
        ("Malta voted. The Labour Party won in Malta.", "The Labour Party", "MLT"),
        ("the Labour Party", "the Labour Party", "GBR"),
        ("The Labour Party won in London.", "The Labour Party", "GBR"),
        ("In Ghana, the Freedom Party boycotted the vote.", "the Freedom Party", "GHA"),
        ("Russia sent a ship. In Ghana, the Progress Party protested.", "the Progress Party", "GHA"),
        ("Chad asked governments for tents.", "governments", None),
        ("India was flooded. Aid agencies appealed for help.", "Aid agencies", None),
        ("India was flooded. Aid agencies in India appealed for help.", "Aid agencies", "IND"),
        ("India was flooded. Indian aid agencies appealed for help.", "Indian aid agencies", "IND"),
        ("Kenya thanked India and India paid. Cuba sent 200 doctors.", "200 doctors", "CUB"),
        ("Kenya thanked India and India paid. Cuba met 200 doctors in Kenya.", "200 doctors", "KEN"),
    ],
)
def test_a_body_without_a_word_of_place_takes_no_stranger_s_state(
    read, text: str, words: str, state: str | None
) -> None:
    assert actor(read(text), words).state == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Rwanda sent tanks. Uganda's defence minister, Ben Okello, said that its soldiers had left.", "UGA"),
        ("Peru paid. The Chilean foreign minister said that its army would stay.", "CHL"),
        ("Peru paid. Chile's minister accused Peru of hiding its army.", "PER"),
        ("Peru paid. Chile's minister said that Bolivia had moved its army.", "BOL"),
    ],
)
def test_its_is_the_state_whose_minister_speaks_where_no_other_is_named(read, text: str, state: str) -> None:
    found = read(text)
    assert [actor(found, m.text).state for m in found.mentions if m.text == "its"] == [state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Bolsonaro flown to Paris as daughter weeps.", "BRA"),
        ("Trial in Paris opens as widow weeps.", None),
    ],
)
def test_a_kinsman_of_nobody_has_the_state_of_who_is_named_and_not_of_the_place(
    read, text: str, state: str | None
) -> None:
    found = read(text, published="2019-05-01")
    assert actor(found, "widow" if "widow" in text else "daughter").state == state


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Bolivia is calm. Bolivians fled to the embassy in La Paz.", "the embassy", None),
        ("Bolivia is calm. Bolivians fled to the Chilean embassy in La Paz.", "the Chilean embassy", "CHL"),
    ],
)
def test_an_embassy_is_not_of_the_state_whose_city_it_is_in(read, text: str, words: str, state) -> None:
    assert actor(read(text), words).state == state


def test_a_neighbour_of_a_state_is_no_person_of_it(read) -> None:
    found = read("Chad accused its southern neighbour of arming rebels.")
    assert not any("neighbour" in a.name for a in found.actors)


def test_a_president_elect_is_no_former_president_and_conscripts_are_soldiers(read) -> None:
    found = read("Mexico's president-elect, Ann Luna, met Bolivian conscripts.")
    role = actor(found, "Ann Luna").role
    assert role is not None
    assert role.office == "president-elect"
    assert actor(found, "Bolivian conscripts").id == "BOL.MIL"


@pytest.mark.parametrize(
    ("text", "word", "two"),
    [
        (
            "Georgian troops fought Abkhaz fighters. Russia met Turkey in Sochi. The two sides paused.",
            "The two sides",
            ("GEO", "abkhaz-fighters"),
        ),
        (
            "Ethnic Albanian rebels fought the Macedonian army. Albania and Macedonia have borders. "
            "Norway urged both sides to talk.",
            "both sides",
            ("ethnic-albanian-rebels", "MKD"),
        ),
        (
            "Chad and Sudan clashed. France and Egypt will mediate. Both sides wait.",
            "Both sides",
            ("TCD", "SDN"),
        ),
        (
            "Fighting between Sudan's army and the RSF went on. Both sides lost.",
            "Both sides",
            ("SDN", "SDN.RSF"),
        ),
        ("M23 rebels attacked the Congolese army. Both sides agreed.", "Both sides", ("group:m23", "COD")),
    ],
)
def test_both_sides_are_the_two_who_fought(read, text: str, word: str, two: tuple[str, str]) -> None:
    assert {s.split(":", 2)[-1] for s in pair(read(text), word)} == {s.split(":", 2)[-1] for s in two}


def test_two_governments_are_states_though_rebels_fought(read) -> None:
    found = read("Rebels fought Chadian troops. Chad and Sudan share a border. The two governments met.")
    assert pair(found, "The two governments") == ("TCD", "SDN")


def test_three_who_fought_are_no_two_sides(read) -> None:
    assert not read("Chad, Sudan and Libya clashed. Kenya urged both sides to stop.").pairs


def test_the_two_sides_are_the_pair_of_their_own_sentence(read) -> None:
    found = read(
        "Chad held talks with Sudan and blamed bandits.\n\nKenya's minister telephoned both governments "
        "and called on the two sides to stop."
    )
    assert pair(found, "the two sides") == pair(found, "both governments") == ("TCD", "SDN")


@pytest.mark.parametrize("words", ["The three states", "The three Arab countries", "All three governments"])
def test_counted_states_are_those_that_acted_together(read, words: str) -> None:
    found = read(f"Jordan, Egypt and Bahrain left the talks. {words} said they would return.")
    (they,) = [m.span for m in found.mentions if m.text == "they"]
    assert found.pairs[they] == ("JOR", "EGY", "BHR")


def test_other_states_are_counted_anew(read) -> None:
    assert not read("Jordan, Egypt and Bahrain left. Ann Obi toured three countries.").pairs
    assert not read("Jordan, Egypt and Bahrain left. The four states will return.").pairs


def test_several_states_are_no_people_and_act_as_they(read) -> None:
    found = read("Four Arab states accused Qatar of backing rebels. They withdrew their envoys.")
    arabs = actor(found, "Arab states")
    assert arabs.sector != "CVL"
    assert actor(found, "They") == arabs


def test_one_state_or_body_with_a_plural_name_is_one(read) -> None:
    found = read("The United Nations rebuked Chad. It withdrew its envoys.")
    assert actor(found, "It").id == "UN"


@pytest.mark.parametrize(
    ("text", "word", "owner"),
    [
        ("Kenya left the ICC. Judges there indicted a minister.", "Judges", "ICC"),
        ("Chad complained to the United Nations. Officials there were silent.", "Officials", "UN"),
        ("The United Nations praised Ghana. Judges there met.", "Judges", "GHA"),
        ("Kenya left the ICC. Crowds marched in Uganda. Judges there met.", "Judges", "UGA"),
    ],
)
def test_judges_there_are_of_the_body_or_place_named_just_before(
    read, text: str, word: str, owner: str
) -> None:
    assert actor(read(text), word).state == owner


@pytest.mark.parametrize(
    ("text", "phrase", "state"),
    [
        ("Rebels in Victoria, Seychelles, burnt a bank.", "Rebels", "SYC"),
        ("Rebels in Victoria, Australia, burnt a bank.", "Rebels", "AUS"),
        ("Police in Lebanon, Pennsylvania, arrested three students.", "Police", "USA"),
        ("Police in Lebanon arrested three students.", "Police", "LBN"),
        ("Spain protested. Police in the Kenyan capital, Nairobi, arrested three students.", "Police", "KEN"),
        ("Spain protested. Rebels in a northern Malian village shot a nun.", "Rebels", "MLI"),
        ("Militants attacked Palma in Mozambique on Monday.", "Militants", "MOZ"),
        ("Bolivian miners marched. Police in El Alto shot two of them.", "Police", "BOL"),
        ("Libya armed rebels. In the Lebanese city of Tripoli, police freed a man.", "police", "LBN"),
    ],
)
def test_people_are_of_the_country_of_the_place_that_they_are_in(read, text, phrase, state) -> None:
    found = read(text)
    mention = next(m for m in found.mentions if m.text == phrase)
    assert found.actor(mention.actor).state == state


def test_who_says_what_a_pronoun_does_is_rather_meant_than_another_subject(read) -> None:
    found = read(
        "Norway and Norwegian fishermen want a treaty. "
        "Norway offered a ship on Monday, and Benin said that it would send a crew."
    )
    assert actor(found, "it").id == "BEN"
    found = read(
        "Ann Obi met Ann Obi's voters. "
        "While Ben Obi ruled out a meeting, Femi Ade said that he was willing to talk."
    )
    assert actor(found, "he").name == "Femi Ade"


def test_what_was_done_to_somebody_is_not_told_of_who_says_it(read) -> None:
    found = read(
        "Ben Obi was furious. Ben Obi was arrested on Monday, and Femi Ade said that he had been beaten."
    )
    assert actor(found, "he").name == "Ben Obi"


def test_this_newspaper_is_the_one_that_reports_and_no_paper_told_of_before(read) -> None:
    told = "The news was read on Peruvian state television. A clerk told {} that the road was shut."
    assert not [m for m in read(told.format("this newspaper")).mentions if m.text == "this newspaper"]
    assert [m for m in read(told.format("the television channel")).mentions if "channel" in m.text]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Brazzaville said that Congo would host the talks with Kinshasa.", "COG"),
        ("Kinshasa said that Congo would send envoys to Brazzaville.", "COD"),
        ("Congo shut its border, a day after Kinshasa and Brazzaville had quarrelled.", "COD"),
    ],
)
def test_of_two_readings_with_as_many_words_for_them_that_of_the_last_before_is_taken(
    read, text: str, state: str
) -> None:
    assert actor(read(text), "Congo").id == state
