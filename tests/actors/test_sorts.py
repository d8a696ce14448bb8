"""What sort of actor a noun makes: soldiers, officials, a load of flour, or nobody."""

import pytest

from dragoman.find.actors import ActorsFound


def sort(found: ActorsFound, text: str) -> tuple[str | None, str | None]:
    actor = found.actor(next(m.actor for m in found.mentions if m.text == text))
    assert actor is not None
    return actor.state, actor.sector


@pytest.mark.parametrize(
    ("text", "word", "state", "sector"),
    [
        ("Latvian officers wept.", "Latvian officers", "LVA", "MIL"),
        ("A Latvian sabotage group crossed the river.", "A Latvian sabotage group", "LVA", "MIL"),
        ("A Kurdish Syrian group left the town.", "A Kurdish Syrian group", "SYR", None),
        ("A Latvian delegation left.", "A Latvian delegation", "LVA", "GOV"),
        ("Police officers wept in Riga.", "Police officers", "LVA", "COP"),
        ("The Malian convoy left.", "The Malian convoy", "MLI", "MIL"),
        ("A convoy of the Red Cross left.", "A convoy of the Red Cross", None, "SOC"),
        ("Peru wept. A UN-backed court jailed a Peruvian general.", "A UN-backed court", None, "JUD"),
        ("Peru wept. The special court sat.", "The special court", None, "JUD"),
        ("Peru wept. A court jailed a Peruvian general.", "A court", "PER", "JUD"),
        ("Peru wept. A military tribunal sat.", "A military tribunal", "PER", "JUD"),
    ],
)
def test_the_state_and_the_sector_of_a_noun(
    read, text: str, word: str, state: str | None, sector: str | None
) -> None:
    assert sort(read(text), word) == (state, sector)


@pytest.mark.parametrize(
    "text",
    [
        "Chad watched a convoy of 30 lorries carrying flour.",
        "Chad shares intelligence with Niger.",
        "Chad's police used too much force.",
        "Chad studied the patrol data.",
        "Chad froze nine bank accounts.",
        "Chad left the four-party talks.",
    ],
)
def test_loads_means_and_data_are_nobody(read, text: str) -> None:
    assert {m.text for m in read(text).mentions} <= {"Chad", "Niger", "Chad's police"}


def test_the_force_and_the_artillery_of_a_state_are_somebody(read) -> None:
    assert sort(read("The Kenyan force left. Israeli artillery fired."), "Israeli artillery") == (
        "ISR",
        "MIL",
    )


def test_a_poet_is_no_aid_worker(read) -> None:
    (poet,) = [a for a in read("Polish poet Ada Obi left.").actors if a.kind == "person"]
    assert poet.role is not None
    assert poet.role.office == "writer"


@pytest.mark.parametrize(
    ("text", "word", "sector"),
    [
        ("Chile's navy shot down a Peruvian bomber.", "a Peruvian bomber", "MIL"),
        ("Chile intercepted two Peruvian bombers.", "two Peruvian bombers", "MIL"),
        ("Chile's police shot a Peruvian bomber.", "a Peruvian bomber", "REB"),
    ],
)
def test_a_bomber_that_is_shot_down_is_an_aircraft(read, text: str, word: str, sector: str) -> None:
    assert sort(read(text), word) == ("PER", sector)
