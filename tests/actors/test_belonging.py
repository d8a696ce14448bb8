"""To which state a person belongs: by the title, by the years in office, and not by who stands near."""

import pytest

from dragoman.find.actors import ActorsFound
from dragoman.record import Actor


def actor(found: ActorsFound, text: str) -> Actor:
    known = found.actor(next(m.actor for m in found.mentions if m.text == text))
    assert known is not None
    return known


@pytest.mark.parametrize(
    ("text", "name", "state", "office"),
    [
        (
            "Latvian Foreign Minister Ilze Ozola, a close ally of Putin, left.",
            "Ilze Ozola",
            "LVA",
            "foreign-minister",
        ),
        (
            "Kenyan Defence Minister Tom Otieno, a guest of Erdogan, left.",
            "Tom Otieno",
            "KEN",
            "defence-minister",
        ),
        (
            "Kenyan diplomat Tom Otieno, the husband of a French senator, died.",
            "Tom Otieno",
            "KEN",
            "ambassador",
        ),
    ],
)
def test_a_friend_of_somebody_keeps_his_own_office(
    read, text: str, name: str, state: str, office: str
) -> None:
    found = read(text)
    known = next(a for a in found.actors if a.name.endswith(name))
    assert known.state == state
    assert known.role is not None
    assert known.role.office == office


def test_an_ally_of_a_state_is_none_of_its_officials(read) -> None:
    assert actor(read("Hun Sen, an old friend of Hanoi, spoke."), "Hun Sen").state == "KHM"


def test_the_widow_of_somebody_is_of_the_same_state_where_no_more_is_told(read) -> None:
    assert actor(read("Ada Obi, the widow of a Kenyan soldier, wept."), "Ada Obi").state == "KEN"


@pytest.mark.parametrize("whom", ["Chancellor Gerhard Schroeder", "the German president"])
def test_an_aide_serves_the_state_of_whom_he_helps(read, whom: str) -> None:
    found = read(f"Israel freed two men. Jens Maler, an aide to {whom}, flew to Cairo.")
    assert actor(found, "Jens Maler").state == "DEU"


def test_an_ambassador_to_a_state_is_none_of_its_own(read) -> None:
    assert actor(read("Kofi Odum, Ghana's envoy to France, wept."), "Kofi Odum").state == "GHA"


def test_a_known_person_has_the_state_of_the_office_and_not_of_the_report(read) -> None:
    found = read("Israel freed two men. Israel thanked Chancellor Gerhard Schroeder.", "2022-03-03")
    assert actor(found, "Chancellor Gerhard Schroeder").state == "DEU"


def test_an_organisation_employs_nobody_before_and_after_the_years_in_office(read) -> None:
    assert actor(read("Ban Ki-moon spoke.", "2010-03-03"), "Ban Ki-moon").state == "UN"
    assert actor(read("Ban Ki-moon spoke.", "2002-03-03"), "Ban Ki-moon").state == "KOR"
    assert actor(read("Peru mourns. Robert Zoellick spoke.", "2002-03-03"), "Robert Zoellick").state is None


def test_the_name_of_an_office_before_a_person_tells_the_state(read) -> None:
    found = read("US Trade Representative Robert Zoellick spoke.", "2002-03-03")
    assert actor(found, "Robert Zoellick").state == "USA"


def test_of_two_in_office_with_one_surname_the_state_before_the_title_tells(read) -> None:
    found = read("Singapore's Prime Minister Lee spoke. South Korean President Lee answered.", "2010-03-03")
    assert actor(found, "Singapore's Prime Minister Lee").id == "person:lee-hsien-loong"
    assert actor(found, "South Korean President Lee").id == "person:lee-myung-bak"


@pytest.mark.parametrize("before", ["A 30-year-old Peruvian", "A Kenyan-born Peruvian", "A Peruvian"])
def test_one_of_a_nation_is_a_citizen_and_not_the_state(read, before: str) -> None:
    citizen = actor(read(f"{before} was shot in Riga."), "Peruvian")
    assert (citizen.kind, citizen.state) == ("person", "PER")


def test_somebody_named_beside_a_nation_is_of_it(read) -> None:
    found = read("Police jailed an Australian, Ada Obi, on Monday.")
    assert actor(found, "Australian").id == actor(found, "Ada Obi").id == "person:ada-obi"
    assert actor(found, "Ada Obi").state == "AUS"


def test_an_adjective_before_a_noun_is_no_citizen(read) -> None:
    assert actor(read("A former Peruvian colony wept."), "Peruvian").id == "PER"
