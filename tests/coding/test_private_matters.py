"""Reports of private matters: acts that only their report shows to be none, and those that stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record

Read = Callable[[str], Record]

_COURT = """Plumber fined for wrecking neighbour's hedge

A plumber who drove a van through his neighbour's garden fence was fined at Ballymore District Court.
The court heard that Fergal Quill had quarrelled with the owner over parking and noise from his dog.
He admitted the charge, apologised and promised to pay for a new gate.
The judge rejected a request for more time and ordered him to stay out of the pub.
His wife, Nuala Quill, accused the neighbour of provoking him.
"""

_FIRM = """Biscuit maker Ferrol cuts dividend as profit falls

Ferrol Foods cut its dividend on Tuesday after profit fell for a third quarter and margins shrank.
Chief executive Ana Brei said sales at its stores had dropped by a tenth.
Ana Brei defended the takeover of a German rival, which an investor has criticised.
The investor demanded her departure and threatened to sell his stake.
Analysts had expected a better outlook, and the shares lost 4 percent.
"""

_LIFE = """Obituary: Elsa Torp, weaver and teacher

Elsa Torp, who died on Sunday aged 90, taught three generations to weave.
Born the daughter of a pilot, she was expelled from school for insulting a nun.
She married Per Torp, a fellow student, and had two sons.
In 1961 she was arrested in Lisbon by mistake and spent a night in a cell.
She quarrelled with the university, accused its rector of vanity and resigned.
Her colleagues remember that she rejected every prize; a brother survives her.
"""

_TOWN = """Councillors reject bid for bigger cafe

Councillors in Moorby have turned down a bid for a bigger cafe in the park.
Residents had complained to the council of noise and parking, and of dogs by the playground.
Councillor Jean Prout accused the owner of treating the pavement as his own.
The mayor apologised for the late delivery of bins and agreed to mend the footpath.
The council approved a contract for trees and rejected a permit for a fair in the street.
"""


@pytest.mark.parametrize("text", [_COURT, _FIRM, _LIFE, _TOWN])
def test_what_private_people_do_is_none(read: Read, text: str) -> None:
    assert [e.event for e in read(text).events] == []


@pytest.mark.parametrize(
    ("text", "last", "event"),
    [
        (_COURT, "Poland condemned the fine.", "ACCUSE"),
        (_FIRM, "The German government rejected the plan.", "REJECT"),
        (_FIRM, "Angela Merkel criticised the firm.", "ACCUSE"),
        (_LIFE, "Demonstrators in Oslo blocked a bridge.", "PROTEST"),
        (_LIFE, "In 1940 German troops bombed her village.", "ASSAULT"),
        (_TOWN, "Demonstrators stormed the town hall.", "PROTEST"),
    ],
)
def test_what_a_state_or_a_crowd_does_beside_it_stays(read: Read, text: str, last: str, event: str) -> None:
    assert [e.event for e in read(text + last).events] == [event]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # The lead tells of politics, whatever fills the rest.
        (_COURT.replace("A plumber who", "An opposition activist who"), {"CONCEDE", "REJECT", "ACCUSE"}),
        (_LIFE.replace("weaver and teacher", "general and dictator"), {"COERCE", "ACCUSE"}),
        (_TOWN.replace("a bid for a bigger cafe in the park", "a bid for a mosque"), {"ACCUSE", "REJECT"}),
        (_LIFE.replace("taught three generations to weave", "defied the junta from prison"), {"COERCE"}),
        # Too short to tell what all of it is about.
        ("Obituary: a weaver\n\nElsa Torp was born in Bergen. She married. Police arrested her.", {"COERCE"}),
    ],
)
def test_a_report_of_politics_is_no_private_matter(read: Read, text: str, events: set[str]) -> None:
    assert events <= {e.event for e in read(text).events}
