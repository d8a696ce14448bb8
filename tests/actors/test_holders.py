"""Which of two states of one name is meant: the known holder of the office told with it decides."""

import pytest

from dragoman.find.actors import ActorsFound


def state(found: ActorsFound, text: str) -> str | None:
    actor = found.actor(next(m.actor for m in found.mentions if m.text == text))
    assert actor is not None
    return actor.state


@pytest.mark.parametrize(
    ("text", "day", "word", "of"),
    [
        ("Congo's President Pascal Lissouba fled.", "1997-10-20", "Congo's President Pascal Lissouba", "COG"),
        ("Congolese President Lissouba fled.", "1997-10-20", "Congolese President Lissouba", "COG"),
        ("President Denis Sassou Nguesso of Congo rests.", "2012-03-03", "Congo", "COG"),
        ("Congo's President Joseph Kabila rests.", "2012-03-03", "Congo's President Joseph Kabila", "COD"),
        # An unknown president tells nothing, nor does somebody who held another office.
        ("Congo's President Ngoma Moke rests.", "2012-03-03", "Congo's President Ngoma Moke", "COD"),
    ],
)
def test_a_known_holder_tells_which_state_has_the_office(read, text, day, word, of) -> None:
    assert state(read(text, day), word) == of


def test_the_rest_of_the_report_means_the_same_state(read) -> None:
    found = read(
        "President Denis Sassou Nguesso of Congo rests. Congolese troops left Kinshasa.", "2012-03-03"
    )
    assert state(found, "Congolese troops") == "COG"


def test_each_state_has_its_own_holder(read) -> None:
    found = read("Congo's President Joseph Kabila met Congo's President Denis Sassou Nguesso.", "2012-03-03")
    assert state(found, "Congo's President Denis Sassou Nguesso") == "COG"
    assert state(found, "Congo's President Joseph Kabila") == "COD"


def test_who_has_held_no_office_yet_is_no_former_holder(read) -> None:
    for day, sector in (("2003-05-05", None), ("2013-05-05", "GOV"), ("2019-05-05", "ELI")):
        found = read("Dilma Rousseff spoke in Brazil.", day)
        actor = found.actor(next(m.actor for m in found.mentions if m.text == "Dilma Rousseff"))
        assert actor is not None
        assert (actor.state, actor.sector) == ("BRA", sector)
