from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.statements import Heard, hear
from dragoman.find.quote_marks import find_quotations
from dragoman.record import Form, Span, TimeSpan

from .cases import CASES, Case
from .conftest import Found, Parse, actors_in, report_of

# The share of the invented cases that must be read exactly, with the shipped parser: raise it with the model.
FLOOR = 0.9


def read(parse: Parse, case: Case) -> list[tuple[str | None, str, str, str]]:
    report = report_of(case.text)
    heard = hear(report, parse(report), find_quotations(report), Found((), ()))
    return [(s.speaker_text, s.verb or "", s.form.value, s.content.of(report.text)) for s in heard.statements]


def right(case: Case, found: list[tuple[str | None, str, str, str]]) -> bool:
    if case.none:
        return not found

    def same(f: tuple[str | None, str, str, str], e: tuple[str | None, str, str, str]) -> bool:
        speaker = (f[0] is None) if e[0] is None else e[0] in (f[0] or "")
        return speaker and f[1:] == e[1:]

    return len(found) == len(case.said) and all(any(same(f, e) for f in found) for e in case.said)


def test_invented_cases_are_read_exactly(parse: Parse) -> None:
    missed = [(c.name, found) for c in CASES if not right(c, found := read(parse, c))]
    share = 1 - len(missed) / len(CASES)
    assert share >= FLOOR, f"{share:.1%} of {len(CASES)}; missed: {missed}"


REPORT = """Minister Tanaka met Governor Reyes on Monday.

“We will open the strait,” Tanaka told Reyes. “The navy said that it could be done.”

According to Reyes, Japan believes that the treaty is dead. The strait is closed."""

CAST = (
    ("person:tanaka", "Tanaka", ("Minister Tanaka", "Tanaka"), "person"),
    ("person:reyes", "Reyes", ("Governor Reyes", "Reyes"), "person"),
    ("JPN", "Japan", ("Japan",), "state"),
    ("force:navy", "navy", ("The navy",), "force"),
)


def heard_in(parse: Parse, text: str = REPORT) -> tuple[Heard, str]:
    report = report_of(text)
    return hear(report, parse(report), find_quotations(report), actors_in(text, *CAST)), text


def chain(heard: Heard, offset: int) -> list[str | None]:
    return [a.speaker for a in heard.speaker_at(offset)]


def test_speakers_are_the_actors_that_the_mentions_stand_for(parse: Parse) -> None:
    heard, text = heard_in(parse)
    by_words = {s.content.of(text): s for s in heard.statements}
    assert by_words["We will open the strait"].speaker == "person:tanaka"
    assert by_words["We will open the strait"].addressees == ("person:reyes",)
    assert by_words["the treaty is dead"].speaker == "JPN"


TOGETHER = """Minister Tanaka and Governor Reyes said that the strait would open.

Governor Reyes told Minister Tanaka and Japan that it would not. Japan, Tanaka said, was ready.

Both men said that the talks had failed."""


def test_all_who_speak_together_are_speakers(parse: Parse) -> None:
    report = report_of(TOGETHER)
    named = actors_in(TOGETHER, *CAST, ("group:men", "both men", ("Both men",), "group"))
    both = Span(TOGETHER.index("Both men"), TOGETHER.index("Both men") + len("Both men"))
    cast = replace(named, pairs={both: ("person:tanaka", "person:reyes")})
    heard = hear(report, parse(report), find_quotations(report), cast)
    spoken = [(s.speaker, s.speakers) for s in heard.statements]
    assert spoken[0] == ("person:tanaka", ("person:tanaka", "person:reyes"))
    assert spoken[1] == ("person:reyes", ("person:reyes",))
    assert spoken[-1] == ("group:men", ("person:tanaka", "person:reyes"))
    assert all(not set(s.speakers) & set(s.addressees) for s in heard.statements)


def test_nobody_speaks_together_where_nobody_known_speaks(parse: Parse) -> None:
    text = "Two bakers said that bread would be dear."
    report = report_of(text)
    heard = hear(report, parse(report), find_quotations(report), Found((), ()))
    assert [s.speakers for s in heard.statements] == [()]


def test_any_character_stands_on_the_word_of_its_speakers_outermost_first(parse: Parse) -> None:
    heard, text = heard_in(parse)
    assert chain(heard, text.index("open the strait")) == ["person:tanaka"]
    assert chain(heard, text.index("could be done")) == ["person:tanaka", "force:navy"]
    assert chain(heard, text.index("is dead")) == ["person:reyes", "JPN"]
    assert chain(heard, text.index("met Governor")) == []
    assert chain(heard, text.index("is closed")) == []


def test_the_first_person_is_the_innermost_speaker(parse: Parse) -> None:
    heard, text = heard_in(parse)
    assert heard.speaker_of(text.index("We will")) == "person:tanaka"
    assert heard.speaker_of(text.index("met Governor")) is None


def test_nested_statements_name_the_statement_that_reports_them(parse: Parse) -> None:
    heard, text = heard_in(parse)
    by_words = {s.content.of(text): s for s in heard.statements}
    inner = next(s for s in heard.statements if s.speaker == "JPN")
    outer = next(s for s in heard.statements if s.id == inner.inside)
    assert outer.speaker == "person:reyes"
    assert by_words["We will open the strait"].inside is None


def test_a_headline_speaks_only_for_a_known_actor(parse: Parse) -> None:
    for title, speaker in (
        ("Tanaka: strait opens on Friday", "person:tanaka"),
        ("Weather: rain on Friday", None),
    ):
        report = report_of("The day was quiet.", title=title)
        heard = hear(report, parse(report), find_quotations(report), actors_in(report.text, *CAST))
        assert [s.speaker for s in heard.statements] == ([speaker] if speaker else [])


def test_a_spokesman_speaks_for_the_body_that_he_belongs_to(parse: Parse) -> None:
    heard, _ = heard_in(parse, "A spokesman for Japan said the strait was closed.")
    assert [s.speaker for s in heard.statements] == ["JPN"]


def test_what_is_only_vowed_is_told_by_the_outlet_but_its_quotations_are_not(parse: Parse) -> None:
    heard, text = heard_in(parse, "Tanaka vowed to answer the “piracy” of the fleet.")
    assert chain(heard, text.index("answer")) == []
    assert chain(heard, text.index("piracy")) == ["person:tanaka"]


def test_reading_twice_gives_the_same_ids_and_each_only_once(parse: Parse) -> None:
    first, second = heard_in(parse)[0], heard_in(parse)[0]
    ids = [s.id for s in first.statements]
    assert ids == [s.id for s in second.statements]
    assert len(set(ids)) == len(ids)


def test_every_span_lies_in_the_text_and_form_agrees_with_the_quotations(parse: Parse) -> None:
    for case in CASES:
        report = report_of(case.text)
        for s in hear(report, parse(report), find_quotations(report), Found((), ())).statements:
            assert 0 <= s.content.start < s.content.end <= len(report.text)
            assert bool(s.quotes) == (s.form is not Form.INDIRECT)
            assert s.cue is not None
            assert s.cue.of(report.text).strip()


def told(parse: Parse, text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, verb and content of each statement of a report of one paragraph, with the cast above."""
    heard, _ = heard_in(parse, text)
    return [(s.speaker, s.verb, s.content.of(text)) for s in heard.statements]


def test_a_cited_reason_is_no_speaker_but_its_citers_word(parse: Parse) -> None:
    assert told(parse, "Japan has closed the strait, citing a lack of pilots.") == [
        ("JPN", "cite", "a lack of pilots")
    ]
    assert told(parse, "Japan said it had cancelled the visit, citing security fears.") == [
        ("JPN", "say", "it had cancelled the visit"),
        ("JPN", "cite", "security fears"),
    ]


def test_whoever_is_cited_speaks_beside_the_reporter(parse: Parse) -> None:
    assert told(parse, "The ship has sunk, Reyes reported, citing Japan.") == [
        ("person:reyes", "report", "The ship has sunk"),
        ("JPN", "cite", "The ship has sunk"),
    ]
    assert told(parse, "Japan has recalled its envoy, Reyes reported, citing two security sources.") == [
        ("person:reyes", "report", "Japan has recalled its envoy"),
        (None, "cite", "Japan has recalled its envoy"),
    ]
    assert told(parse, "Reyes reported that the ship had sunk, citing Tanaka.") == [
        ("person:reyes", "report", "the ship had sunk"),
        ("person:tanaka", "cite", "the ship had sunk"),
    ]


def test_a_clause_between_the_halves_of_a_quotation_is_no_part_of_it(parse: Parse) -> None:
    text = '"Dams," said Tanaka, "have failed and must be mended."'
    heard, _ = heard_in(parse, text)
    [said] = heard.statements
    assert (said.speaker, said.form) == ("person:tanaka", Form.DIRECT)
    assert said.words(text) == "Dams, have failed and must be mended."
    assert chain(heard, text.index("Tanaka")) == []
    [said] = heard_in(parse, '"Japan," said Reyes on Monday, "sank our ship."')[0].statements
    assert said.speaker == "person:reyes"


def test_nobody_says_what_no_one_says(parse: Parse) -> None:
    assert told(parse, '"No one has asked us to withdraw," Tanaka said, "and we would not."') == [
        ("person:tanaka", "say", 'No one has asked us to withdraw," Tanaka said, "and we would not.')
    ]
    assert told(parse, "Neither side said that the ship had sunk.") == []


def test_a_clause_behind_a_semicolon_reports_nothing_of_what_stands_before(parse: Parse) -> None:
    assert told(parse, "Japan arrests two sailors; Reyes complains.") == []
    assert told(parse, "The ship sank, Reyes complains.") == [("person:reyes", "complain", "The ship sank")]


def test_the_speakers_next_act_of_speech_ends_what_was_said(parse: Parse) -> None:
    said = told(parse, "Reyes told reporters that the navy had sunk the ship and demanded that it be raised.")
    assert said == [
        ("person:reyes", "tell", "the navy had sunk the ship"),
        ("person:reyes", "demand", "it be raised"),
    ]


def test_whoever_is_punished_for_saying_it_said_it(parse: Parse) -> None:
    assert told(parse, "A court fined Tanaka for saying that the war was lost.")[0][0] == "person:tanaka"


def test_in_a_transcript_the_speaker_stands_before_the_colon(parse: Parse) -> None:
    text = "Mr. Reyes: We will leave.\n\nThe ships go too.\n\nMS. TANAKA (Japan): I doubt that."
    heard, _ = heard_in(parse, text)
    said = [(s.speaker, s.form, s.content.of(text)) for s in heard.statements if s.form is Form.DIRECT]
    assert said == [
        ("person:reyes", Form.DIRECT, "We will leave."),
        ("person:reyes", Form.DIRECT, "The ships go too."),
        ("JPN", Form.DIRECT, "I doubt that."),
    ]
    assert heard.speaker_of(text.index("I doubt")) == "JPN"


def test_no_statement_is_dated_after_its_report(parse: Parse) -> None:
    report = report_of("Chad said on Friday that it would pay.")
    at = report.text.index("Friday")
    for day, dated in (("2031-05-05", True), ("2031-05-09", False)):
        time = TimeSpan(day, day, "day", "Friday", Span(at, at + 6))
        heard = hear(report, parse(report), find_quotations(report), Found((), ()), [time])
        assert [s.time is not None for s in heard.statements] == [dated]


@pytest.mark.parametrize(
    ("text", "when", "dated"),
    [
        ("Chad said in April that the port was shut.", "April", True),
        ("Chad, which left the pact in April, said that the port was shut.", "April", False),
        ("The envoy, elected in April, said that the port was shut.", "April", False),
        ("Chad has demanded a port since 1997.", "1997", False),
    ],
)
def test_a_statement_has_the_time_of_its_own_verb(parse: Parse, text: str, when: str, dated: bool) -> None:
    report = report_of(text)
    at = text.index(when)
    time = TimeSpan("2031-04-01", "2031-04-30", "month", when, Span(at, at + len(when)))
    heard = hear(report, parse(report), find_quotations(report), Found((), ()), [time])
    assert [s.time is not None for s in heard.statements] == [dated]


def test_the_person_named_before_an_interview_gives_its_answers(parse: Parse) -> None:
    text = "Reyes answered our questions.\n\nQ: Did you leave?\n\nA: We did, and Japan helped us."
    heard, _ = heard_in(parse, text)
    assert [s.speaker for s in heard.statements] == [None, "person:reyes"]
    assert heard.speaker_of(text.index("helped")) == "person:reyes"


def test_what_is_called_for_is_told_to_its_end(parse: Parse) -> None:
    text = "Japan called for the council to take up the case."
    heard, _ = heard_in(parse, text)
    assert [s.content.of(text) for s in heard.statements] == ["for the council to take up the case"]


@pytest.mark.parametrize(
    "text", ["Japan withdrew its offer to buy grain.", "It is expected to rule in June."]
)
def test_what_is_taken_back_or_only_expected_is_no_statement(parse: Parse, text: str) -> None:
    heard, _ = heard_in(parse, text)
    assert heard.statements == ()


def test_a_quotation_behind_a_semicolon_is_all_that_was_said(parse: Parse) -> None:
    text = "Court jails general; ‘I would do it again’, says Reyes"
    heard, _ = heard_in(parse, text)
    assert [s.content.of(text) for s in heard.statements] == ["I would do it again"]
