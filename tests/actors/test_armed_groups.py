"""Armed groups that are not one another: rivals, coalitions and their members, groups and their offshoots."""

import pytest

from dragoman.codebook.gazetteer import Gazetteer


def test_a_coalition_of_gangs_is_not_one_of_its_gangs(read) -> None:
    found = read("Viv Ansanm burned a school. The G9 gang and G-Pèp fought for a road.", "2024-05-05")
    assert [m.actor for m in found.mentions if m.actor and m.actor.startswith("group:")] == [
        "group:viv-ansanm",
        "group:g9",
        "group:g-pep",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Comando Vermelho", "First Capital Command"),
        ("Cali cartel", "Medellin cartel"),
        ("New IRA", "Real IRA"),
        ("Russian Volunteer Corps", "Freedom of Russia Legion"),
        ("Tigray Defence Forces", "Tigray People's Liberation Front"),
        ("Lehi", "Irgun"),
        ("Congo River Alliance", "M23"),
        ("Segunda Marquetalia", "Estado Mayor Central"),
        ("Azawad Liberation Front", "National Movement for the Liberation of Azawad"),
        ("La Nueva Familia Michoacana", "La Familia Michoacana"),
    ],
)
def test_groups_that_are_often_told_together_are_two(read, one: str, other: str) -> None:
    found = read(f"The {one} attacked the {other} on Monday.", "2024-12-05")
    assert len({m.actor for m in found.mentions if m.actor and m.actor.startswith("group:")}) == 2


def test_new_groups_belong_to_a_state_and_are_armed(gazetteer: Gazetteer) -> None:
    for ident, state in [
        ("lakurawa", "NGA"),
        ("wazalendo", "COD"),
        ("karenni-ndf", "MMR"),
        ("chapitos", "MEX"),
    ]:
        entry = gazetteer.entries[f"group:{ident}"]
        assert entry.state == state
        assert entry.sector in ("REB", "PRM", "CRM")


def test_the_fighters_of_a_group_whose_name_has_two_words_are_the_group(read) -> None:
    found = read("Viv Ansanm gunmen burned a school.", "2024-05-05")
    assert "group:viv-ansanm" in [m.actor for m in found.mentions if "gunmen" in m.text]


def test_what_a_group_is_called_beside_its_name_is_the_group(read) -> None:
    found = read(
        "The Azawad Liberation Front, a coalition of Tuareg rebels, shelled a base, and it seized a town.",
        "2025-05-05",
    )
    told = {m.text: m.actor for m in found.mentions}
    assert told["a coalition of Tuareg rebels"] == told["it"] == "group:fla-azawad"
