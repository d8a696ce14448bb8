"""Other words for whoever is named beside them: before the name, after it, or by the word for their kind."""

import pytest

from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str) -> str | None:
    return next((m.actor for m in found.mentions if m.text == text), None)


def same(found: ActorsFound, one: str, other: str) -> bool:
    return who(found, one) is not None and who(found, one) == who(found, other)


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        (
            "Ghana spoke to Kofi Bao in Accra. The rebel leader refused to disarm.",
            "The rebel leader",
            "Kofi Bao",
        ),
        ("Ghana sent a letter to Kofi Bao. The former mayor did not answer.", "The former mayor", "Kofi Bao"),
        ("Troops met Kofi Bao on Monday, but the colonel fled.", "the colonel", "Kofi Bao"),
    ],
)
def test_an_untitled_person_is_called_otherwise(read, text, description, name) -> None:
    assert same(read(text), description, name)


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        # who has an office, who was arrested, and one of two, may be anybody
        (
            "Ghana spoke to the mayor, Kofi Bao. The rebel leader refused to disarm.",
            "The rebel leader",
            "Kofi Bao",
        ),
        ("Police arrested Kofi Bao on Monday. The colonel said so.", "The colonel", "Kofi Bao"),
        (
            "Ghana wrote to Kofi Bao and Ada Obi. The former mayor did not answer.",
            "The former mayor",
            "Ada Obi",
        ),
        (
            "Ghana wrote to Kofi Bao.\n\nTogo fell silent. It rained. The colonel wept.",
            "The colonel",
            "Kofi Bao",
        ),
    ],
)
def test_others_are_not(read, text, description, name) -> None:
    assert not same(read(text), description, name)


def test_the_deposed_leader_led_the_state_that_is_told_of(read) -> None:
    found = read(
        "Soldiers in Mali detained President Ibrahim Boubacar Keita. A Togolese envoy rang "
        "the deposed leader.",
        "2020-08-20",
    )
    assert who(found, "the deposed leader") == "person:ibrahim-boubacar-keita"


def test_bare_officers_are_the_police_told_of(read) -> None:
    found = read("Chilean police closed a road. Students wept. Lawyers said that officers had beaten them.")
    assert who(found, "officers") == "CHL.COP"
    assert (
        who(read("Chilean police closed a road. The 30 officers who fled are Peruvians."), "officers") is None
    )


def test_the_largest_rebel_group_is_named_in_the_next_breath(read) -> None:
    found = read("Colombia and the country's largest rebel group met on Monday. The FARC asked for a truce.")
    assert same(found, "the country's largest rebel group", "FARC") or same(
        found, "the country's largest rebel group", "The FARC"
    )
    found = read("Colombia and a rebel group met on Monday. The FARC asked for a truce.")
    assert not same(found, "a rebel group", "FARC")


def test_the_army_chief_comes_back_with_rank_and_name(read) -> None:
    found = read("Chad's army chief fled on Monday. General Idriss Saleh crossed into Niger.")
    assert same(found, "Chad's army chief", "General Idriss Saleh")
    found = read("Chad's army chief fled on Monday. Nigerian General Idriss Saleh crossed into Niger.")
    assert not same(found, "Chad's army chief", "Nigerian General Idriss Saleh")


def test_those_of_a_kind_are_the_group_told_of(read) -> None:
    found = read("Trotskyist rebels shelled Goma. Soldiers fled. The Trotskyists freed two clerks.")
    assert same(found, "Trotskyist rebels", "Trotskyists")


def test_a_junta_that_asks_a_state_is_not_its_own(read) -> None:
    text = "Mali's army jailed the president. Guinea closed its border. The junta asked Guinea to open it."
    assert who(read(text), "The junta") == "MLI.MIL"


def test_rivals_are_the_two_told_of_and_bear_their_states(read) -> None:
    found = read("Ghana and Togo recalled their envoys. The nuclear-armed rivals have fought two wars.")
    assert next(iter(found.pairs.values()), ()) == ("GHA", "TGO")
    assert not read("Ghana and Togo shut a road. His rivals wept.").pairs


def test_the_army_is_that_of_the_place_of_the_sentence_before(read) -> None:
    text = "Mali's army shelled Kidal. It rained.\n\nIn Accra, students fought soldiers. The army fired."
    assert who(read(text), "The army") == "GHA.MIL"
    text = (
        "Mali's army shelled Kidal. It rained.\n\nIn Accra, students fought soldiers.\n\nThe army fled Kidal."
    )
    assert who(read(text), "The army") == "MLI.MIL"


def test_the_men_of_a_commander_are_armed(read) -> None:
    found = read("The rebel commander Kofi Bao fled to Togo. His men burned six mills.")
    assert {a.sector for a in found.actors if a.id == who(found, "His men")} == {"REB"}
    found = read("The mayor, Kofi Bao, fled to Togo. His men burned six mills.")
    assert {a.sector for a in found.actors if a.id == who(found, "His men")} != {"REB"}


def test_a_capital_is_that_of_the_state_of_its_day(read) -> None:
    assert who(read("Moscow blamed Norway. The Kremlin wept.", "1984-03-20"), "Moscow") == "SUN"
    assert who(read("Moscow blamed Norway. The Kremlin wept.", "1984-03-20"), "The Kremlin") == "SUN.GOV"
    assert who(read("Moscow blamed Norway. The Kremlin wept.", "1994-03-20"), "Moscow") == "RUS"
