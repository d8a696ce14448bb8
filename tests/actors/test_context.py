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
