"""What takes the day of the lead, and what only looks as if it might."""

import pytest

from dragoman.find.dates import find_dates
from dragoman.find.event_places import PlacesOfEvents
from dragoman.find.event_retold import with_days_of_lead
from dragoman.find.event_times import TimesOfEvents
from dragoman.find.places import find_places
from dragoman.language import load
from dragoman.record import Event, Evidence, Report, Span, Status

LEAD = "Marauders attacked the mint of Zenda on Monday."


def told(text, acts, title=None):
    """The acts (word, its place among the same words, type, mode, actors, recipients) as events of a text."""
    blocks = [Span(0, len(text))]
    if title is not None:
        text = f"{title}\n\n{text}"
        blocks = [Span(0, len(title)), Span(len(title) + 2, len(text))]
    body = blocks[-1:]
    report = Report("t", text, tuple(body), published="2023-11-21", title_span=blocks[0] if title else None)
    sentences = load().parse(text, blocks)
    times = TimesOfEvents(find_dates(report, sentences))
    places = PlacesOfEvents(find_places(report, sentences))
    words = [(s, w) for s in sentences for w in s.words]
    events = []
    for word, nth, kind, mode, actors, recipients in acts:
        sentence, found = [(s, w) for s, w in words if w.text == word][nth]
        time = times.of(found.i, sentence)
        steps = () if time.start else (f"no date: {time.reason}",)
        evidence = (Evidence(sentence.span, found.span),)
        event = Event(
            str(found.span), kind, mode, actors, recipients, Status.ACTUAL, False, evidence, "", time=time,
            place=places.of(found.i, sentence), steps=steps,
        )  # fmt: skip
        events.append(event)
    side = {"troops": "RUR", "army": "RUR"}.get
    return with_days_of_lead(report, sentences, events, side)


@pytest.mark.parametrize(
    "later",
    [
        "The mint was empty. The marauders attacked the mint with axes.",
        "The mint was empty. The marauders attacked the mint in the rain, guards said.",
    ],
)
def test_the_same_act_told_again_has_the_day_of_the_lead(later):
    first, second = told(
        f"{LEAD} {later}",
        [
            ("attacked", 0, "ASSAULT", None, ("marauders",), ("mint",)),
            ("attacked", 1, "ASSAULT", None, ("marauders",), ("mint",)),
        ],
    )
    assert first.time.start == second.time.start == "2023-11-20"
    assert "the lead tells this act (“attacked”)" in second.time.reason
    assert not any(step.startswith("no date") for step in second.steps)
    assert second.steps[-1].startswith("date: the lead")


@pytest.mark.parametrize(
    "later",
    [
        "The marauders had attacked the mint in the rain.",
        "The marauders have attacked the mint with axes.",
        "The marauders attacked the mint again.",
        "The marauders attacked the mint for years.",
        "The marauders attacked the mint in March 2020.",
    ],
)
def test_another_tense_or_time_is_another_act(later):
    _, second = told(
        f"{LEAD} {later}",
        [
            ("attacked", 0, "ASSAULT", None, ("marauders",), ("mint",)),
            ("attacked", 1, "ASSAULT", None, ("marauders",), ("mint",)),
        ],
    )
    assert (second.time.start or "")[:10] != "2023-11-20"


@pytest.mark.parametrize(
    ("kind", "mode", "actors", "recipients"),
    [
        ("COERCE", None, ("marauders",), ("mint",)),
        ("ASSAULT", None, ("guards",), ("mint",)),
        ("ASSAULT", None, ("marauders",), ("tower",)),
        ("ASSAULT", None, (), ("mint",)),
    ],
)
def test_other_types_and_parties_are_other_acts(kind, mode, actors, recipients):
    _, second = told(
        f"{LEAD} The marauders attacked the mint with axes.",
        [
            ("attacked", 0, "ASSAULT", None, ("marauders",), ("mint",)),
            ("attacked", 1, kind, mode, actors, recipients),
        ],
    )
    assert second.time.start is None


def test_two_modes_are_two_acts_and_two_days_are_none():
    text = f"{LEAD} Marauders attacked the mint on Friday. The marauders attacked the mint with axes."
    acts = [("attacked", n, "ASSAULT", None, ("marauders",), ("mint",)) for n in range(3)]
    assert told(text, acts)[2].time.start is None
    axes, fire = (("attacked", n, "ASSAULT", m, ("marauders",), ("mint",)) for n, m in enumerate(("a", "b")))
    assert told(f"{LEAD} The marauders attacked the mint.", [axes, fire])[1].time.start is None


def test_who_acts_for_one_state_is_one_party_and_a_headline_tells_the_lead():
    headline, _ = told(
        "The army of Ruritania shelled Zenda on Monday.",
        [
            ("shell", 0, "ASSAULT", None, ("troops",), ()),
            ("shelled", 0, "ASSAULT", "heavy-weapons", ("army",), ("ZEN",)),
        ],
        title="Ruritanian troops shell town",
    )
    assert headline.time.start == "2023-11-20"


@pytest.mark.parametrize(
    ("later", "place"),
    [
        ("The marauders attacked the mint with axes.", "Bukavu"),
        ("The marauders attacked the mint in Goma.", "Goma"),
        ("The marauders attacked the mint again.", None),
    ],
)
def test_the_same_act_told_again_has_the_place_of_the_lead(later, place):
    acts = [("attacked", n, "ASSAULT", None, ("marauders",), ("mint",)) for n in (0, 1)]
    _, second = told(f"Marauders attacked the mint in Bukavu on Monday. The mint was empty. {later}", acts)
    assert (second.place and second.place.name) == place
