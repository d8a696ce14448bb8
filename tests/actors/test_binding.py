"""A pronoun never means who does to it what its own clause says."""

import pytest

from dragoman.find.actors import ActorsFound


def meant(found: ActorsFound, word: str) -> str | None:
    return next((m.actor for m in found.mentions if m.text == word), None)


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Malian rebels seized Lere from Nigerien soldiers, killing six of them.", "them", "NER.MIL"),
        ("Rebels fought Chadian soldiers and captured three of them.", "them", "TCD.MIL"),
        ("Hassan Sheikh won the vote in Somalia. William Ruto called to praise him.", "him", None),
        (
            "Ian Khama spoke first. Robert Mugabe, who had told him to be quiet, left.",
            "him",
            "person:ian-khama",
        ),
        (
            "Police jailed Ali Ping. Raila Odinga told the African Union to suspend him.",
            "him",
            "person:ali-ping",
        ),
    ],
)
def test_whoever_does_it_is_not_whom_it_is_done_to(read, text: str, word: str, actor: str | None) -> None:
    found = meant(read(text), word)
    assert found == actor if actor else found != "person:william-ruto"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Peru's president, Ollanta Humala, asked Congress to give him new powers.", "him", "humala"),
        ("Ali Ping lost the vote, leaving him without a seat.", "him", "person:ali-ping"),
        ("The rebels left Goma, taking their weapons with them.", "them", "rebels"),
    ],
)
def test_what_others_do_to_the_subject_may_be_done_to_it(read, text: str, word: str, actor: str) -> None:
    assert actor in (meant(read(text), word) or "")


def test_another_subject_may_act_on_that_of_the_clause_before(read) -> None:
    found = read("Tom Otieno met voters. They were tired and he cheered them.")
    assert meant(found, "them") == meant(found, "They")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("John Kerry said the attack had been ordered by Assad, when he left the talks.", "assad"),
        ("Antonio Guterres said the truce was broken by Paul Kagame, because he sent troops.", "kagame"),
        ("Barack Obama was greeted by Ben Obi when he landed.", "obama"),
    ],
)
def test_by_whom_a_thing_was_done_goes_on_before_who_tells_of_it(read, text: str, actor: str) -> None:
    assert actor in (meant(read(text), "he") or "")


def test_whoever_spoke_before_says_more(read) -> None:
    found = read(
        "Tom Otieno said the vote would be held.\nThe mayor, who met Ali Ping, wept.\n“It was bad,” he said."
    )
    assert meant(found, "he") == "person:tom-otieno"


@pytest.mark.parametrize("marks", ["“”", "‘’", "''"])
def test_who_is_quoted_speaks_of_the_hero_and_neither_of_himself_nor_of_the_last_speaker(read, marks) -> None:
    found = read(
        "Robert Mugabe flew to Egypt. Tom Otieno said the vote was unfair. "
        f"Omar Bongo said: {marks[0]}We received him as a hero. He was elected.{marks[1]}"
    )
    assert meant(found, "him") == meant(found, "He") == "person:robert-mugabe"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        (
            "Omar Bongo spoke. Robert Mugabe telephoned Ian Khama and told him to wait.",
            "him",
            "person:ian-khama",
        ),
        ("Finland sanctioned Belarus's central bank and its chief.", "its", "BLR.GOV.central-bank"),
        ("Chadian police beat Libyans who had left their stalls.", "their", "group:libyans"),
        ("Chadian police, who had left their posts, beat Libyans.", "their", "TCD.COP"),
    ],
)
def test_the_second_deed_is_done_to_whom_the_first_was(read, text: str, word: str, actor: str) -> None:
    assert meant(read(text), word) == actor


def test_those_spoken_to_are_those_asked(read) -> None:
    found = read("Togo's airlines cut flights. Ian Khama spoke to both mediators and urged them to wait.")
    assert meant(found, "them") == meant(found, "both mediators")
