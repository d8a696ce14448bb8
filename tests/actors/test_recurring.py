"""What a report comes back to: places by name and description, and people without a name."""

from collections.abc import Callable

import pytest

from dragoman.codebook.recurring import load_recurring, shipped_recurring
from dragoman.pipeline import Reader
from dragoman.record import ActorKind, Record, Report, Span
from dragoman.settings import Settings

Read = Callable[[str], Record]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = Reader.load(Settings())

    def of(text: str) -> Record:
        return reader.read(Report("0123456789", text, (Span(0, len(text)),), published="2023-11-21"))

    return of


def tied(record: Record, words: str, which: int = 0) -> str | None:
    """The actor of a stretch of words."""
    found = [m for m in record.mentions if m.text == words and m.actor is not None]
    return found[which].actor if len(found) > which else None


def test_the_city_is_the_city_named_before(read: Read) -> None:
    record = read("Fans met in Portland on Friday. The city is proud of its bridges.")
    (place,) = [a for a in record.actors if a.id.startswith("place:")]
    assert place.kind is ActorKind.BODY
    assert tied(record, "Portland") == tied(record, "The city") == place.id


def test_a_lake_is_the_one_whose_name_says_so(read: Read) -> None:
    record = read("They drove from Portland to Crater Lake. Snow lay around the lake.")
    assert tied(record, "the lake") == tied(record, "Crater Lake")


def test_what_is_told_of_once_is_no_actor(read: Read) -> None:
    record = read("The minister met farmers in a bakery on Friday.")
    assert not any(":place:" in a.id or "bakery" in a.name for a in record.actors)


def test_an_unnamed_person_is_the_one_told_of_before(read: Read) -> None:
    record = read("A librarian found the letters. The librarian gave them to the archive.")
    assert tied(record, "A librarian") == tied(record, "The librarian") is not None


def test_what_somebody_is_is_that_person(read: Read) -> None:
    record = read("Ada Obi is a librarian. Ada Obi lives here.")
    assert tied(record, "a librarian") == "person:ada-obi"


def test_who_is_said_to_be_a_minister_holds_the_office(read: Read) -> None:
    record = read("Ada Obi is the foreign minister of Kenya. She flew to Chad on Friday.")
    ada = record.actor("person:ada-obi")
    assert ada is not None
    assert ada.role is not None
    assert ada.state == "KEN"


def test_who_was_a_minister_holds_it_no_more(read: Read) -> None:
    record = read("Ada Obi was the foreign minister of Kenya in 1999. She flew to Chad on Friday.")
    ada = record.actor("person:ada-obi")
    assert ada is not None
    assert ada.role is None


def test_a_name_inside_another_is_tied_to_it(read: Read) -> None:
    record = read("Texas sued the ministry. The University of Texas closed. Texas said nothing.")
    assert tied(record, "Texas", 1) == tied(record, "Texas")


def test_events_have_the_parties_that_they_had(read: Read) -> None:
    record = read("Police shot a librarian in Portland. The librarian died in the city.")
    parties = {p for e in record.events for p in (*e.actors, *e.recipients)}
    places = {a.id for a in record.actors if "place:" in a.id}
    assert not parties & places


def test_a_continent_is_no_state(read: Read) -> None:
    record = read("Investors left South America for Asia. South America was poorer for it.")
    assert all(m.actor != "USA" for m in record.mentions)


def test_every_noun_of_places_has_a_kind() -> None:
    nouns = load_recurring()
    assert nouns == shipped_recurring()
    assert all(nouns.kinds[n] for n, sort in nouns.sorts.items() if sort == "place")
    assert nouns.anywhere <= set(nouns.kinds)
