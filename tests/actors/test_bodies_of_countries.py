"""Names of bodies with a country's name inside: the body, of that country and the right sector."""

import pytest

from dragoman.find.actors import ActorsFound


def found_as(found: ActorsFound, name: str) -> tuple[str | None, str | None]:
    actor = next(a for a in found.actors if a.name == name)
    return actor.state, actor.sector


@pytest.mark.parametrize(
    ("text", "name", "state", "sector"),
    [
        ("Statistics Denmark said that exports fell.", "Statistics Denmark", "DNK", "GOV"),
        ("Amnesty International Peru blamed the police.", "Amnesty International Peru", "PER", "SOC"),
        ("Oxfam Ghana asked donors for help.", "Oxfam Ghana", "GHA", "SOC"),
        ("Toyota Uganda sued the port.", "Toyota Uganda", "UGA", "BUS"),
        ("Zambia Railways accused thieves of sabotage.", "Zambia Railways", "ZMB", "BUS"),
        ("Gambia Red Cross urged donors to send food.", "Gambia Red Cross", "GMB", "SOC"),
        (
            "The Uganda Bureau of Statistics rejected the claim.",
            "Uganda Bureau of Statistics",
            "UGA",
            "GOV",
        ),
        (
            "The Ghana Federation of Farmers criticised the tax.",
            "Ghana Federation of Farmers",
            "GHA",
            "AGR",
        ),
    ],
)
def test_the_name_is_the_body_of_its_country(read, text: str, name: str, state: str, sector: str) -> None:
    found = read(text)
    assert found_as(found, name) == (state, sector)
    assert state not in [m.actor for m in found.mentions]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The EU Turkey deal collapsed.", {"EU", "TUR"}),
        ("In June Canada accused India of murder.", {"CAN", "IND"}),
        ("Peru Congress rejected the bill.", {"PER.LEG"}),
        ("UNICEF Yemen warned of hunger.", {"UNICEF"}),
        ("US Congress rejected the bill.", {"USA.CONGRESS"}),
    ],
)
def test_countries_and_bodies_that_are_no_one_name_stay(read, text: str, actors: set[str]) -> None:
    assert {m.actor for m in read(text).mentions} == actors


def test_a_charity_has_no_army(read) -> None:
    found = read("Oxfam Ghana condemned the army for the raid.")
    assert next(m.actor for m in found.mentions if m.text == "the army") == "GHA.MIL"
