"""Speech told in other ways than with a verb of saying and its clause, and what only looks like it."""

from __future__ import annotations

import pytest

from dragoman.coding.statements import hear
from dragoman.find.quote_marks import find_quotations

from .conftest import Found, Parse, report_of

Said = tuple[str | None, str]


def said(parse: Parse, text: str) -> list[Said]:
    """The speaker's words and the content of each statement."""
    report = report_of(text)
    heard = hear(report, parse(report), find_quotations(report), Found((), ()))
    return [(s.speaker_text, s.content.of(text)) for s in heard.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor is convinced that the tram will pay.", ("The mayor", "the tram will pay")),
        ("Growers are worried that the frost will return.", ("Growers", "the frost will return")),
        ("The union accused the yard of hiding its debts.", ("The union", "of hiding its debts")),
        ("The guild refused to hand over its books.", ("The guild", "to hand over its books")),
        ("The dockers insist on a shorter shift.", ("The dockers", "on a shorter shift")),
        ("Lima has argued for a common coast guard.", ("Lima", "for a common coast guard")),
        ("The trainer hopes to field both brothers.", ("The trainer", "to field both brothers")),
        ("The bank expects exports to fall.", ("The bank", "exports to fall")),
        ("A militia claimed responsibility for the fire.", ("A militia", "for the fire")),
        ("The tribunal considers the levy too high.", ("The tribunal", "the levy too high")),
    ],
)
def test_more_than_verbs_of_saying_report(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police put the number of guests at 4,000.", ("Police", "the number of guests at 4,000")),
        (
            "In a survey of bakers 60 percent wanted a holiday.",
            ("a survey of bakers", "60 percent wanted a holiday"),
        ),
        ("A poll found 34 per cent in favour of the toll.", ("A poll", "34 per cent in favour of the toll")),
        ("Some 900 boats were lost, by the port's own count.", ("the port", "Some 900 boats were lost")),
    ],
)
def test_counts_and_polls_are_somebodys_word(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "It is not certain that the ferry will sail.",
        "She put the lamp on the shelf.",
        "The party lost four seats in the poll of May.",
        "The minister refused to comment.",
        "The premier stood by his account.",
    ],
)
def test_what_only_looks_like_it_reports_nothing(parse: Parse, text: str) -> None:
    assert said(parse, text) == []


def test_what_somebody_calls_a_thing_is_theirs(parse: Parse) -> None:
    assert ("the guild", "a trap") in said(parse, "The strikers walked into what the guild called a trap.")
    assert ("the bishop", "rash") in said(parse, "It was a step that the bishop called rash.")


def test_a_view_may_be_told_by_what_it_is(parse: Parse) -> None:
    assert ("Quito", "the pact still holds") in said(parse, "Quito's position is that the pact still holds.")


def test_what_is_asked_is_more_than_the_one_word_in_marks(parse: Parse) -> None:
    [asked] = said(parse, "The guild asked the mayor to stop the “slaughter” of its trade.")
    assert asked == ("The guild", "to stop the “slaughter” of its trade")


def test_a_phrase_in_marks_belongs_to_the_nearest_word_for_it(parse: Parse) -> None:
    found = said(parse, "The bishop denounced what he termed a “massacre” of the herds.")
    assert [speaker for speaker, _ in found] == ["he"]


def test_whoever_is_quoted_speaks_and_not_who_quotes(parse: Parse) -> None:
    assert said(parse, "“We are ready to sail,” the captain was quoted as saying.") == [
        ("the captain", "We are ready to sail")
    ]
    quoted = said(parse, "The paper quoted the captain as saying that the ship leaked.")
    assert ("the captain", "the ship leaked") in quoted


def test_a_second_verb_that_does_not_fit_the_content_is_the_speakers(parse: Parse) -> None:
    board = said(parse, "The board argues that fines alone will not help and recommends a code.")
    assert board == [("The board", "fines alone will not help"), ("The board", "a code")]
    court = said(
        parse,
        "The court struck the rule down, finding that it was vague and noting that nobody asked for it.",
    )
    assert [speaker for speaker, _ in court] == ["The court", "The court"]


def test_who_is_leaving_is_not_what_the_mayor_said(parse: Parse) -> None:
    [mayor] = said(parse, "“We are no museum with a view,” said the mayor, who is leaving in May.")
    assert mayor[1].startswith("We are no museum")
    assert "leaving" not in mayor[1]


def test_an_utterance_behind_a_colon_is_by_whom_the_words_before_are_about(parse: Parse) -> None:
    assert ("The skipper", "We were lost by noon.") in said(
        parse, "The skipper was blunt: “We were lost by noon.”"
    )
    assert said(parse, "Skipper's grief as owner walks free: “It is like losing them again”") == []
    [owner] = said(parse, "It was a bad night: “Nobody came at all,” the owner said.")
    assert owner[0] == "the owner"


def test_a_verb_of_a_phrase_alone_parts_no_sentence(parse: Parse) -> None:
    text = (
        "Peru, which owns the port, takes no side in the vote, and the navy, said to be split, keeps quiet."
    )
    assert "Peru" not in [speaker for speaker, _ in said(parse, text)]


def test_a_new_sentence_behind_marks_has_its_own_speaker(parse: Parse) -> None:
    found = said(
        parse,
        "The coach wrote that the season was “over, very much over!” He has argued that it began too late.",
    )
    assert ("He", "it began too late") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was she sorry? “Not a bit,” the pilot said.", [("the pilot", "Not a bit")]),
        ("“Never,” Moana replied. “Go home.”", [("Moana", "Never"), ("Moana", "Go home.")]),
        (
            "Does the yard want cranes? “Of course not,” the premier said. “We need a dock.”",
            [("the premier", "Of course not"), ("the premier", "We need a dock.")],
        ),
    ],
)
def test_a_quotation_is_parted_from_the_sentence_before(
    parse: Parse, text: str, expected: list[Said]
) -> None:
    assert said(parse, text) == expected


def test_who_closed_the_quotation_before_goes_on(parse: Parse) -> None:
    text = (
        "She held up a letter in which he wrote that he wanted “no dam, ever.” "
        "“He will drown this valley,” Amina Diallo said. “He knows it.”"
    )
    assert ("Amina Diallo", "He knows it.") in said(parse, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Asked whether the yard would close, Haas laughed.",
            (None, "whether the yard would close"),
        ),
        (
            "The bishop, asked why he had signed, left the room.",
            (None, "why he had signed"),
        ),
        ("Both pilots were asked who had given the order.", (None, "who had given the order")),
    ],
)
def test_a_question_was_put_by_somebody(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)


def test_whoever_was_asked_to_act_is_not_asked_a_question(parse: Parse) -> None:
    assert said(parse, "Asked to leave, the tenants packed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quarry sold nine barges, per the harbour's own log.",
            ("own log", "The quarry sold nine barges"),
        ),
        ("As she likes to tell visitors, the mill once fed a valley.", ("she", "the mill once fed a valley")),
        (
            "The bank knew what it owed, newly released letters reveal.",
            ("letters", "The bank knew what it owed"),
        ),
        ("The envoy charged that the votes were bought.", ("The envoy", "the votes were bought")),
    ],
)
def test_sources_named_beside_the_clause(parse: Parse, text: str, expected: Said) -> None:
    who, what = expected
    assert [s for s, content in said(parse, text) if content == what and who in (s or "")]


@pytest.mark.parametrize(
    "text",
    [
        "The toll is two euros, per car and per day.",
        "The ferry carried 40 tonnes per trip.",
        "As it ran to tell its master, the dog barked.",
    ],
)
def test_measures_and_errands_name_no_source(parse: Parse, text: str) -> None:
    assert said(parse, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reportedly, the two met in Oslo.", (None, "the two met in Oslo")),
        ("He fled after he allegedly shot two guards.", (None, "he allegedly shot two guards")),
        ("The bank closed and its owners reportedly left.", (None, "its owners reportedly left")),
    ],
)
def test_hearsay_is_the_word_of_nobody_named(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)


def test_what_only_a_thing_is_called_by_hearsay_is_no_clause(parse: Parse) -> None:
    assert said(parse, "The letter lay among the allegedly stolen papers.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The guild said the pier was safe, a claim that divers dispute.",
            ("The guild", "the pier was safe"),
        ),
        (
            "Aides insist that she will run, an ambition which her doctors do not share.",
            ("Aides", "she will run"),
        ),
        (
            "The clerk agreed to reopen the file, according to two of his colleagues.",
            ("The clerk", "to reopen the file"),
        ),
        (
            "The coroner wrote that the hull was “a coffin,” adding that the crew “never knew.”",
            ("The coroner", "the hull was “a coffin,”"),
        ),
        (
            "There is concern among growers that the canal will silt up.",
            ("growers", "the canal will silt up"),
        ),
    ],
)
def test_what_the_outlet_adds_is_not_said(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)


def test_what_a_speaker_calls_a_thing_is_said(parse: Parse) -> None:
    text = "The guild said it wanted a pier, a plan that divers oppose, and a dock."
    assert ("The guild", text[15:-1]) in said(parse, text)


def test_a_question_put_when_somebody_answered(parse: Parse) -> None:
    found = said(parse, "“I doubt it,” she said when asked if the yard would open.")
    assert (None, "if the yard would open") in found


def test_whom_a_passive_tells_of_says_nothing(parse: Parse) -> None:
    assert all(who is None for who, _ in said(parse, "Moana is widely considered a safe choice."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her answer was simple: “No, never.”", ("Her", "No, never.")),
        ("Her aunt was blunt: “No, never.”", ("Her aunt", "No, never.")),
        ("She made the argument that the toll was unfair.", ("She", "the toll was unfair")),
    ],
)
def test_an_answer_is_whoever_gave_its(parse: Parse, text: str, expected: Said) -> None:
    assert expected in said(parse, text)
