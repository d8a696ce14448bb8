"""Records made by hand, for tests that need some to be in a ledger."""

from __future__ import annotations

from dataclasses import replace

from dragoman.record import (
    Actor,
    ActorKind,
    Attribution,
    Dropped,
    Event,
    Evidence,
    Figure,
    Form,
    How,
    Mention,
    Place,
    Pledge,
    Position,
    Record,
    Removed,
    Report,
    Role,
    Span,
    Stance,
    Statement,
    Status,
    Strength,
    TimeSpan,
    Versions,
)

TEXT = """Ruritania and Strelsau Pact hold talks

Minister Hentzau met the pact's envoy on Monday. "We will withdraw 1,500 troops from Zenda by May,"
Hentzau said. The pact had bombed Zenda in 1994, according to the minister.

Read more
Ten castles to visit
"""
VERSIONS = Versions(dragoman="0.1.0", model="tiny-1", codebook="plover-1")
FIRST_READING = "hand-made"


def at(words: str, text: str = TEXT) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def day(date: str, words: str | None = None) -> TimeSpan:
    span = at(words) if words else None
    return TimeSpan(start=date, end=date, precision="day", text=words, span=span)


def report(number: int = 1, **changes: object) -> Report:
    """The report; each number is a report of its own."""
    made = Report(
        id=f"{number:04d}c0ffee",
        text=TEXT,
        body=(at("Minister Hentzau met"), at("Hentzau said. The pact")),
        removed=(Removed("related-link", at("Read more\nTen castles to visit")),),
        url=f"https://example.org/{number}",
        publisher="Zenda Courier",
        title="Ruritania and Strelsau Pact hold talks",
        published="2024-03-05",
        published_source="given",
        language="en",
        title_span=at("Ruritania and Strelsau Pact hold talks"),
        source=f"reports/{number}.txt",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


ACTORS = (
    Actor("RUR", ActorKind.STATE, "Ruritania", state="RUR", sector="GOV"),
    Actor("PACT", ActorKind.ORGANISATION, "Strelsau Pact", state="PACT", sector="IGO"),
    Actor(
        "person:rupert-hentzau",
        ActorKind.PERSON,
        "Hentzau",
        state="RUR",
        sector="GOV",
        role=Role("minister", "RUR", "2024-03-05"),
        wikidata="Q42",
    ),
)
MENTIONS = (
    Mention("RUR", at("Ruritania"), "Ruritania", How.NAME, reason="a state by its name"),
    Mention("PACT", at("Strelsau Pact"), "Strelsau Pact", How.NAME, reason="an organisation by its name"),
    Mention("person:rupert-hentzau", at("Hentzau"), "Hentzau", How.NAME, confidence=0.9, runner_up="RUR"),
    Mention(None, at("castles"), "castles", How.INSTRUMENT),
)


def events(number: int) -> tuple[Event, ...]:
    met = Event(
        id=f"e{number:04d}aa",
        event="CONSULT",
        mode="visit",
        actors=("person:rupert-hentzau", "PACT"),
        recipients=(),
        status=Status.ACTUAL,
        historical=False,
        evidence=(
            Evidence(at("Minister Hentzau met the pact's envoy on Monday."), at("met"), (at("Hentzau"),)),
        ),
        why="codebook entry CONSULT.meet: 'met' with a person as its object",
        contexts=("diplomatic",),
        cameo="040",
        quad="verbal cooperation",
        score=1.5,
        goldstein=1.0,
        time=day("2024-03-04", "Monday"),
        place=Place("Zenda", "RUR", 47.5, 9.25, 12345, at("Zenda"), "city"),
        confidence=0.93,
        steps=("'met' triggers CONSULT", "Hentzau is its subject"),
    )
    withdraw = Event(
        id=f"e{number:04d}bb",
        event="CONCEDE",
        mode="withdraw",
        actors=("RUR",),
        recipients=("PACT",),
        status=Status.PLEDGED,
        historical=False,
        evidence=(
            Evidence(
                at('"We will withdraw 1,500 troops from Zenda by May,"'), at("withdraw"), (at("We"),), ()
            ),
        ),
        why="codebook entry RETREAT.withdraw: promised, so CONCEDE",
        quad="verbal cooperation",
        attribution=(Attribution("person:rupert-hentzau", "said", at("said")),),
        figures=(f"f{number:04d}",),
        confidence=0.7,
    )
    bombed = Event(
        id=f"e{number:04d}cc",
        event="ASSAULT",
        mode="aerial",
        actors=("PACT",),
        recipients=("RUR",),
        status=Status.ACTUAL,
        historical=True,
        evidence=(
            Evidence(
                at("The pact had bombed Zenda in 1994"),
                at("bombed"),
                (at("The pact"),),
                (at("Zenda in 1994"),),
            ),
        ),
        why="codebook entry ASSAULT.bomb: 'bombed'",
        quad="material conflict",
        score=-9.0,
        time=TimeSpan("1994-01-01", "1994-12-31", "year", "1994", at("1994")),
        attribution=(Attribution("person:rupert-hentzau", "according to", at("according to")),),
    )
    return met, withdraw, bombed


def record(number: int = 1, **changes: object) -> Record:
    """A record with every kind in it; each number is a report of its own."""
    said = Statement(
        id=f"s{number:04d}",
        speaker="person:rupert-hentzau",
        speaker_text="Hentzau",
        verb="said",
        form=Form.DIRECT,
        content=at("We will withdraw 1,500 troops from Zenda by May"),
        quotes=(at("We will withdraw 1,500 troops from Zenda by May"),),
        cue=at("said"),
        addressees=("PACT",),
        about=(f"e{number:04d}bb",),
        time=day("2024-03-04"),
        reason="words between marks, with 'Hentzau said' after them",
    )
    pledge = Pledge(
        id=f"p{number:04d}",
        by="RUR",
        act=f"e{number:04d}bb",
        strength=Strength.PROMISE,
        to=("PACT",),
        made="2024-03-04",
        due=TimeSpan("2024-05-01", "2024-05-31", "month", "by May", at("by May")),
        condition=None,
        statement=said.id,
        span=said.content,
        reason="'will' in the first person",
    )
    position = Position(
        id=f"q{number:04d}",
        holder="RUR",
        question="status of Zenda",
        stance=Stance.AGAINST,
        evidence=at("The pact had bombed Zenda in 1994"),
        object="PACT",
        as_of="2024-03-05",
    )
    figure = Figure(
        1500.0,
        1500.0,
        None,
        False,
        "troops",
        "troops",
        at("1,500 troops"),
        f"e{number:04d}bb",
        f"f{number:04d}",
    )
    made = Record(
        report=report(number),
        actors=ACTORS,
        mentions=MENTIONS,
        events=events(number),
        statements=(said,),
        pledges=(pledge,),
        positions=(position,),
        figures=(figure,),
        dropped=(Dropped("events", at("visit"), "in furniture"),),
        versions=VERSIONS,
    )
    return replace(made, **changes)  # type: ignore[arg-type]
