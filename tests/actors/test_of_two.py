"""Words for two who were just named: the former, both, the neighbours, and a neighbour of one of them."""

import pytest

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str, nth: int = 0) -> str | None:
    return [m.actor for m in found.mentions if m.text == text][nth]


def pair(found: ActorsFound, text: str) -> tuple[str, ...]:
    return found.pairs.get(next(m.span for m in found.mentions if m.text == text), ())


def test_the_former_and_the_latter_are_the_two_joined_before(read) -> None:
    found = read("Ghana and Togo denounced Benin; the former recalled its envoy.")
    assert who(found, "former") == "GHA"
    found = read("Ghana and Togo quarrelled. The latter accused Benin. The former thanked France.")
    assert (who(found, "latter"), who(found, "former")) == ("TGO", "GHA")
    assert who(read("Ann Obi met Ben Lee. The latter was late."), "latter") == "person:ben-lee"


def test_of_three_none_is_the_former_and_a_former_minister_is_not_alone(read) -> None:
    found = read("Ghana, Togo and Benin quarrelled. The former thanked France.")
    assert "former" not in [m.text for m in found.mentions]
    found = read("Ghana and Togo quarrelled. The former minister thanked France.")
    assert "former" not in [m.text for m in found.mentions]


def test_both_alone_are_the_two_of_the_sentence_before(read) -> None:
    found = read("Ghana praised Togo. Both were glad. Kenya will visit both.")
    assert pair(found, "Both") == pair(found, "both") == ("GHA", "TGO")
    assert not read("Ghana praised Togo and blamed Benin. Both were glad.").pairs
    assert not read("Ghana praised Togo. Both Kenya and Benin were glad.").pairs


def test_neighbours_and_parties_between_whom_something_is_are_two(read) -> None:
    found = read("Ghana blamed Togo for the raid. The neighbours then recalled their envoys.")
    assert pair(found, "The neighbours") == ("GHA", "TGO")
    found = read("Ghana cut ties with Togo. The pope called for talks between the parties.")
    assert pair(found, "the parties") == ("GHA", "TGO")
    # Neighbours of a victim, and parties at an election.
    assert not read("A man died in Ghana. The neighbours were shocked.").pairs
    assert not read("Ghana cut ties with Togo. The parties lost votes.").pairs


def test_what_both_countries_have_each_has(read) -> None:
    found = read("Ghana blamed Togo. Both countries' navies are on alert.")
    assert pair(found, "Both countries' navies") == ("GHA.MIL.navy", "TGO.MIL.navy")


@pytest.mark.parametrize(
    ("text", "neighbour", "state"),
    [
        ("Bolivia expelled Chile's envoy and halted trade with its neighbour.", "its neighbour", "CHL"),
        ("Peru and Spain met. Peru then signed a pact with its neighbour.", "its neighbour", None),
        # Bolivia lies beside both.
        ("Bolivia met Chile and Peru. Bolivia then praised its neighbour.", "its neighbour", None),
    ],
)
def test_a_neighbour_is_the_one_state_named_that_lies_beside(read, text, neighbour, state) -> None:
    found = read(text)
    assert [m.actor for m in found.mentions if m.text == neighbour] == ([state] if state else [])


def test_the_borders_are_of_states_of_the_gazetteer(gazetteer: Gazetteer) -> None:
    for border in gazetteer.readings.borders:
        one, other = border.split("-")
        assert one < other
        assert {gazetteer.entries[one].kind, gazetteer.entries[other].kind} == {"state"}


@pytest.mark.parametrize(
    ("text", "words", "two"),
    [
        (
            "Ghana and Togo signed a pact. Benin demanded money from both states.",
            "both states",
            ("GHA", "TGO"),
        ),
        ("Ghana and Togo signed a pact. Benin wrote to both capitals.", "both capitals", ("GHA", "TGO")),
    ],
)
def test_both_states_and_capitals_are_the_two_who_stood_together(
    read, text: str, words: str, two: tuple[str, str]
) -> None:
    assert pair(read(text), words) == two


def test_ministers_of_two_states_are_two(read) -> None:
    found = read("The foreign ministers of Ghana and Togo met, and both ministers signed a protocol.")
    assert [s.rsplit("-", 1)[-1] for s in pair(found, "both ministers")] == ["ghana", "togo"]
    found = read("Ghana and Togo fell out. The foreign ministers of the two countries will meet.")
    states = {a.id: a.state for a in found.actors}
    assert [states[s] for s in pair(found, "The foreign ministers of the two countries")] == ["GHA", "TGO"]
