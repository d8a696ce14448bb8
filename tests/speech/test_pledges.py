from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from dragoman.coding.pledges import find_pledges
from dragoman.coding.statements import hear
from dragoman.find.dates import find_dates
from dragoman.find.quote_marks import find_quotations
from dragoman.language.parse import Sentence
from dragoman.record import Event, Evidence, Pledge, Report, Span, Status, TimeSpan

from .conftest import Parse, actors_in, cast_of, report_of

CAST = (
    ("PER", "Peru", ("Peru", "Lima"), "state"),
    ("BOL", "Bolivia", ("Bolivia", "La Paz"), "state"),
    ("TCD", "Chad", ("Chad",), "state"),
    ("person:okoye", "Okoye", ("President Okoye", "Okoye"), "person"),
    ("UN", "United Nations", ("the UN",), "organisation"),
)
FLOOR = 0.85


@dataclass(frozen=True)
class Case:
    text: str
    by: str | None
    strength: str = ""
    to: tuple[str, ...] = ()
    condition: str | None = None


CASES = (
    Case("Lima pledged to send grain to Bolivia.", "PER", "promise", ("BOL",)),
    Case("Peru vowed to rebuild the harbour.", "PER", "vow"),
    Case("Peru promised Bolivia to reopen the pass.", "PER", "promise", ("BOL",)),
    Case("Peru promised that it would free the sailors.", "PER", "promise"),
    Case("Chad plans to reopen its embassy.", "TCD", "intention"),
    Case("Chad is considering joining the mission.", "TCD", "consideration"),
    Case("Peru agreed to release the crew if the fine is paid.", "PER", "promise", (), "if the fine is paid"),
    Case(
        "Lima agreed to withdraw its troops once the truce holds.",
        "PER",
        "promise",
        (),
        "once the truce holds",
    ),
    Case("“We will always protect the pilgrims,” President Okoye said.", "person:okoye", "promise"),
    Case("“I will ask parliament to ratify the treaty,” Okoye said.", "person:okoye", "promise"),
    Case("“We may send observers to Bolivia,” Okoye said.", "person:okoye", "consideration", ("BOL",)),
    Case("Peru may resume flights to Bolivia, Lima said.", "PER", "consideration", ("BOL",)),
    Case("Peru's promise to share the water was welcomed.", "PER", "promise"),
    Case("Chad vowed not to attack the convoys.", "TCD", "vow"),
    Case("Lima is ready to host the talks.", "PER", "promise"),
    Case("Lima is to send grain to Bolivia.", "PER", "intention", ("BOL",)),
    Case("Okoye will receive both envoys on Monday.", "person:okoye", "intention"),
    Case("Chad is thinking of reopening its embassy.", "TCD", "consideration"),
    Case("Chad has not ruled out sending observers.", "TCD", "consideration"),
    Case("Peru said that it would free the sailors.", "PER", "intention"),
    Case("Peru swore that nobody would be expelled.", "PER", "vow"),
    Case("Peru has undertaken not to enter the city.", "PER", "promise"),
    Case("Chad's pledge to cut fuel prices was welcomed.", "TCD", "promise"),
    Case("Chad offered Peru the use of its port.", "TCD", "promise", ("PER",)),
    Case(
        "Chad will hold elections once the roads are open.", "TCD", "intention", (), "once the roads are open"
    ),
    Case("Chad is determined to reopen its embassy.", "TCD", "intention"),
    Case("Chad declared itself ready to host the talks.", "TCD", "promise"),
    Case("The sailors will be released, Peru promised.", "PER", "promise"),
    Case("Peru announced that observers would be let in.", "PER", "intention"),
    Case("The fees would be shared with the settlers, Peru said.", "PER", "intention"),
    Case("The pilgrims could stay for 99 years, Okoye promised.", "person:okoye", "promise"),
    Case("Okoye promised to veto the law.", "person:okoye", "promise"),
    Case(
        "“If they strike, we go to the voters,” Okoye said.", "person:okoye", "promise", (), "If they strike"
    ),
    Case(
        "Chad will sign on the understanding that the fine is paid.",
        "TCD",
        "intention",
        (),
        "on the understanding that the fine is paid",
    ),
    # what is undertaken in words of promise or plan, however unwelcome
    Case("Chad plans to ask the UN to lift the embargo.", "TCD", "intention", ("UN",)),
    Case("Peru promised to ban the sale of coca.", "PER", "promise"),
    Case("Chad intends to vote against the budget.", "TCD", "intention"),
    Case("Peru vowed to veto the canal bill.", "PER", "vow"),
    Case("“We will not rest,” Okoye said.", "person:okoye", "promise"),
    Case("Okoye vowed not to use force.", "person:okoye", "vow"),
    # whose promise it is
    Case("Peru is against the tax and promised to repeal it.", "PER", "promise"),
    Case("Peru is for a pause, Okoye said, and has agreed to send observers.", "PER", "promise"),
    Case("Okoye said that Peru was neutral, and has agreed to send observers.", "person:okoye", "promise"),
    Case("Okoye promised that Chad would send grain.", "TCD", "promise"),
    Case("Okoye promised that no convoy would be stopped.", "person:okoye", "promise"),
    Case("Okoye was elected in May on a pledge to cut fares.", "person:okoye", "promise"),
    Case("Chad came to the talks with an offer to share the water.", "TCD", "promise"),
    Case("Peru to send grain", "PER", "intention"),
    Case("Okoye will visit the camps on Monday.", "person:okoye", "intention"),
    Case("Okoye will appear before a court on Monday.", None),
    Case("Okoye relied on a promise to share the water.", None),
    Case("Chad will cut its aid to Bolivia.", None),
    # what would have to be promised, what is only wished, what somebody stands for
    Case(
        "Chad will leave if Peru agrees to share the water.",
        "TCD",
        "intention",
        (),
        "if Peru agrees to share the water",
    ),
    Case("The UN said that Peru must first agree to free the sailors.", None),
    Case("Chad remains committed to the treaty.", None),
    Case("Chad is committed to reopening its embassy.", "TCD", "promise"),
    # threats, refusals, what others ask for, what was broken, the past
    Case("Chad vowed to crush the rebels.", None),
    Case("“We will bomb their camps,” Okoye said.", None),
    Case("Lima refused to commit to a ceasefire.", None),
    Case("“We will never recognise the junta,” Okoye said.", None),
    Case("The UN urged Chad to promise elections.", None),
    Case("Peru did not pledge to send aid.", None),
    Case("Chad sent grain to Bolivia.", None),
    Case("The river may rise.", None),
    Case("Okoye was asked to resign.", None),
    Case("Chad has vowed to never forget the massacre.", None),
    Case("Chad had promised to hold elections.", "TCD", "promise"),
    Case("Chad had planned to hold elections.", None),
    Case("Peru offered no comment.", None),
    Case("The dam will be finished in May, Okoye said.", None),
    Case("Chad expects the dam to tame the floods.", None),
    Case("Chad rang to congratulate Okoye.", None),
    Case("No convoy would leave without an escort, Okoye said.", None),
    Case("Chad vowed to cut aid to Peru.", None),
    Case("Chad considers the river its own.", None),
    Case("Chad expects that Peru will leave.", None),
    Case("Chad warned that it would call in the army.", None),
    Case("“We go to church on Sundays,” Okoye said.", None),
    Case("The price would be paid by the fishermen, Okoye said.", None),
    Case("Deputies asked whether Chad would pay.", None),
    Case("Okoye vowed to fight the rebels.", None),
    # others than the speaker, and what befalls them
    Case("“They will pay the fine,” Okoye said.", None),
    Case("“He will resign,” Okoye said.", None),
    Case("Chad said that Peru would pay a price.", None),
)


def pledges(
    parse: Parse, text: str, events: tuple[Event, ...] = (), times: tuple[TimeSpan, ...] = ()
) -> tuple[Report, tuple[Pledge, ...]]:
    report = report_of(text)
    sentences, found = parse(report), actors_in(text, *CAST)
    heard = hear(report, sentences, find_quotations(report), found, times)
    return report, find_pledges(report, cast_of(sentences, found, heard), heard, events, found, times)


def right(parse: Parse, case: Case) -> bool:
    report, found = pledges(parse, case.text)
    if case.by is None:
        return not found
    if len(found) != 1:
        return False
    p = found[0]
    condition = p.condition.of(report.text) if p.condition else None
    return (p.by, p.strength.value, p.to, condition) == (case.by, case.strength, case.to, case.condition)


def test_invented_pledges_and_what_is_none(parse: Parse) -> None:
    missed = [(c.text, pledges(parse, c.text)[1]) for c in CASES if not right(parse, c)]
    assert 1 - len(missed) / len(CASES) >= FLOOR, missed


def event(text: str, trigger: str, status: Status, quad: str = "verbal cooperation", **more: object) -> Event:
    at = text.index(trigger)
    span = Span(at, at + len(trigger))
    made = Event(
        "e1", "AGREE", None, ("PER",), ("BOL",), status, False, (Evidence(span, span),), "", quad=quad
    )
    return made if not more else Event(**{**{f: getattr(made, f) for f in Event.__slots__}, **more})  # type: ignore[arg-type]


def test_the_act_is_the_event_that_the_promise_holds(parse: Parse) -> None:
    text = "Lima pledged to send grain to Bolivia."
    _, (pledge,) = pledges(parse, text, (event(text, "send", Status.PLEDGED),))
    assert (pledge.act, pledge.made) == ("e1", "2031-05-06")


def test_an_event_told_as_planned_is_its_actors_pledge(parse: Parse) -> None:
    text = "The pass between Peru and Bolivia reopens next year."

    def unseconded(report: Report) -> tuple[Sentence, ...]:
        return tuple(replace(s, speech=None) for s in parse(report))  # as if no network had been asked

    _, (pledge,) = pledges(unseconded, text, (event(text, "reopens", Status.PLANNED),))
    assert (pledge.by, pledge.to, pledge.strength.value) == ("PER", ("BOL",), "intention")


@pytest.mark.parametrize(
    ("status", "quad"),
    [
        (Status.PLANNED, "material conflict"),
        (Status.ACTUAL, "verbal cooperation"),
        (Status.REFUSED, "verbal conflict"),
    ],
)
def test_hostile_done_and_refused_acts_are_no_pledges(parse: Parse, status: Status, quad: str) -> None:
    text = "The pass between Peru and Bolivia reopens next year."
    assert pledges(parse, text, (event(text, "reopens", status, quad),))[1] == ()


def test_a_date_after_publication_is_the_deadline(parse: Parse) -> None:
    text = "Peru promised to clear the mines by 2035."
    at = text.index("2035")
    due = TimeSpan("2035-01-01", "2035-12-31", "year", "2035", Span(at, at + 4))
    _, (pledge,) = pledges(parse, text, times=(due,))
    assert pledge.due == due


# text (published 6 May 2031), first and last day of what is due, and to what it is exact
DUE = [
    ("Peru promised to clear the mines within 48 hours.", ("2031-05-06", "2031-05-08", "hour")),
    ("Peru promised to clear the mines in three weeks.", ("2031-05-06", "2031-05-27", "week")),
    ("Peru promised to clear the mines in two months' time.", ("2031-05-06", "2031-07-06", "month")),
    ("Peru vowed to clear the mines within a year.", ("2031-05-06", "2032-05-06", "year")),
    ("Peru pledged to clear the mines within months.", ("2031-05-06", "2032-05-06", "month")),
    ("Peru pledged to clear the mines in the coming weeks.", ("2031-05-06", "2031-06-06", "week")),
    ("Peru pledged to clear the mines in the next few days.", ("2031-05-06", "2031-05-13", "day")),
    ("Peru pledged to clear the mines over the next five years.", ("2031-05-06", "2036-05-06", "year")),
    ("Peru pledged to clear the mines by the end of the year.", ("2031-05-06", "2031-12-31", "year")),
    ("Peru pledged to clear the mines before the end of June.", ("2031-05-06", "2031-06-30", "month")),
    ("Peru promised on Sunday to clear the mines within two days.", ("2031-05-04", "2031-05-06", "day")),
    ("Peru promised to clear the mines for two weeks.", None),
    ("Peru promised to hold the first vote in ten years.", None),
    ("Peru promised to clear the mines soon.", None),
]


@pytest.mark.parametrize(("text", "due"), DUE, ids=[c[0] for c in DUE])
def test_how_long_an_act_may_take_is_a_deadline(
    parse: Parse, text: str, due: tuple[str, str, str] | None
) -> None:
    report = report_of(text)
    sentences, found = parse(report), actors_in(text, *CAST)
    dates = find_dates(report, sentences)
    times = [d.value for d in dates]
    heard = hear(report, sentences, find_quotations(report), found, times)
    pledges = find_pledges(report, cast_of(sentences, found, heard), heard, (), found, times, dates)
    assert [p.due and (p.due.start, p.due.end, p.due.precision) for p in pledges] == [due]


def test_a_pledge_made_in_a_statement_names_it(parse: Parse) -> None:
    report = report_of("“We will protect the pilgrims,” Okoye said.")
    sentences, found = parse(report), actors_in(report.text, *CAST)
    heard = hear(report, sentences, find_quotations(report), found)
    (pledge,) = find_pledges(report, cast_of(sentences, found, heard), heard, (), found)
    assert pledge.statement == heard.statements[0].id


def test_whoever_promises_together_is_bound_each(parse: Parse) -> None:
    _, found = pledges(parse, "Peru and Chad pledged to send grain to Bolivia.")
    assert [(p.by, p.to) for p in found] == [("PER", ("BOL",)), ("TCD", ("BOL",))]
    assert len({p.id for p in found}) == 2


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Peru, Bolivia and Chad said that they would send grain.", ["PER", "BOL", "TCD"]),
        ("Okoye said they would send grain.", []),
    ],
)
def test_they_are_all_who_say_so_and_no_single_person(parse: Parse, text: str, by: list[str]) -> None:
    assert [p.by for p in pledges(parse, text)[1]] == by


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Peru vowed to keep searching for Okoye.", ()),
        ("Peru agreed to elect Okoye.", ()),
        ("Peru agreed to send grain to Okoye.", ("person:okoye",)),
    ],
)
def test_nothing_is_promised_to_those_whom_an_act_only_handles(
    parse: Parse, text: str, to: tuple[str, ...]
) -> None:
    assert [p.to for p in pledges(parse, text)[1]] == [to]


def test_what_a_relative_clause_tells_is_neither_promised_nor_its_deadline(parse: Parse) -> None:
    text = "Peru, which leaves the pact in 2035, will send grain to Chad."
    at = text.index("2035")
    year = TimeSpan("2035-01-01", "2035-12-31", "year", "2035", Span(at, at + 4))
    report, (pledge,) = pledges(parse, text, times=(year,))
    assert pledge.due is None
    assert pledge.span is not None
    assert pledge.span.of(report.text) == "will send grain to Chad"
