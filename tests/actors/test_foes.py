"""Whose they are of whom no word tells it: whom a state harms, who acts where it happens."""

import pytest

from dragoman.find.actors import ActorsFound, find_actors
from dragoman.find.filed import filed_in
from dragoman.find.places import named_places
from dragoman.record import Report, Span


def state(found: ActorsFound, text: str) -> str | None:
    actor = found.actor(next(m.actor for m in reversed(found.mentions) if m.text == text))
    assert actor is not None
    return actor.state


@pytest.mark.parametrize(
    ("text", "word", "home"),
    [
        ("Chile shelled a Peruvian islet on Monday, killing three marines.", "three marines", "PER"),
        ("Peru was angry. Chile captured 40 soldiers.", "40 soldiers", "PER"),
        ("Chile captured 40 soldiers.", "40 soldiers", None),
        ("Norway sent Swedish diplomats home. Sweden expelled six diplomats.", "six diplomats", "NOR"),
        ("Latvia sent Belarusian diplomats home. Estonia expelled six diplomats.", "six diplomats", "BLR"),
        ("Chile shelled a farm in the Tacna region, killing nine civilians.", "nine civilians", "PER"),
        # Its own whom it sends, and those whom a body of its own harms.
        ("Peru was angry. Chile sent 40 soldiers.", "40 soldiers", "CHL"),
        ("Peru was calm. Chile's police wounded two soldiers.", "two soldiers", "CHL"),
    ],
)
def test_whom_a_state_captures_or_expels_is_none_of_its_own(
    read, text: str, word: str, home: str | None
) -> None:
    assert state(read(text), word) == home


@pytest.mark.parametrize(
    ("text", "word", "home"),
    [
        ("Sudan shut the port. Two Danish nurses were held by soldiers.", "soldiers", "SDN"),
        ("Crowds burned flags outside the Greek embassy in Baku. Police held six men.", "Police", "AZE"),
        ("Iran held nine Danish sailors and marines.", "marines", "DNK"),
        (
            "Chad shelled a plant in Kano, a week after bombs killed nine people at offices in Quito.",
            "nine people",
            "ECU",
        ),
        ("Togo shut a bridge. Foreign soldiers landed in Benin.", "Foreign soldiers", None),
        (
            "Ghana shut a bridge. An international team of doctors left.",
            "An international team of doctors",
            None,
        ),
        (
            "In Nepal, monks burned Indian flags. The government there hit back.",
            "The government",
            "NPL",
        ),
    ],
)
def test_they_are_of_the_state_where_it_happens(read, text: str, word: str, home: str | None) -> None:
    assert state(read(text), word) == home


FILED = "QUITO, May 3 (Reuters) - "


def filed(line: str, story: str) -> Report:
    text = line + story
    span = Span(0, len(line)) if line else None
    return Report(
        "0123456789abcdef", text, (Span(len(line), len(text)),), dateline=span, published="2022-05-03"
    )


@pytest.mark.parametrize(
    ("line", "home"),
    [
        (FILED, "ECU"),
        ("GULU, Uganda (AP) — ", "UGA"),
        ("MARCH, May 3 - ", None),
        ("OSLO/HELSINKI, Nov 6 - ", None),
        ("", None),
    ],
)
def test_the_dateline_tells_from_which_state(gazetteer, line: str, home: str | None) -> None:
    lies = {"Gulu": "UGA"}
    assert filed_in(filed(line, "It rained."), gazetteer, lambda name, at=None: lies.get(name)) == home


def test_the_police_of_a_report_are_those_of_where_it_was_filed(gazetteer) -> None:
    from dragoman import language

    story = (
        "Ecuador's foreign ministry summoned the Canadian consul over a mine that a Canadian firm runs. "
        "Police fired tear gas at demonstrators."
    )
    core = language.load()

    def police(report: Report) -> str | None:
        sentences = core.parse(report.text, report.body)
        found = find_actors(report, sentences, gazetteer, named_places(report, sentences))
        return state(found, "Police")

    assert police(filed(FILED, story)) == "ECU"
    # Where it is hardly told of, those of the dateline have no part in it.
    assert police(filed("GENEVA, May 3 - ", story)) != "CHE"


@pytest.mark.parametrize(
    ("text", "hit", "state"),
    [
        ("Syria said that Israel destroyed ten tanks near Quneitra.", "ten tanks", "SYR"),
        ("Israel shelled an army base on the coast.", "an army base", None),
    ],
)
def test_what_a_state_destroys_is_not_its_own(read, text: str, hit: str, state: str | None) -> None:
    found = read(text)
    actor = next(found.actor(m.actor) for m in found.mentions if m.text == hit)
    assert actor.state == state
    assert actor.id.startswith((f"{state}.", "r:"))
