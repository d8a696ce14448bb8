"""Places of events that are told only by what a report named before."""

import pytest

from dragoman.pipeline import Reader
from dragoman.settings import Settings
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text


@pytest.fixture(scope="module")
def reader():
    return Reader.load(Settings())


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Rebels shelled Goma.\n\nPolice arrested six clerks in the same city.", "arrested", "Goma"),
        ("Bandits shot a clerk in Lima.\n\nPolice arrested six men there on Monday.", "arrested", "Lima"),
        ("Bandits shot a clerk in Lyon.\n\nA court in the city jailed six men on Monday.", "jailed", "Lyon"),
        ("Kenyan police left Nairobi.\n\nStudents protested in the capital on fees.", "protested", "Nairobi"),
        # not of the town of another country, of the town before the last, or of what has a place of its own
        ("Kenyan and Ugandan ministers met in Paris on Monday to talk of Kenya.\n\n"
         "Students protested in the capital on fees.", "protested", None),
        ("Bandits shot a clerk in Lyon.\n\nPolice arrested six men.", "arrested", None),
        ("Bandits shot a clerk in Lyon.\n\nPolice beat a man in Nice, near the city.", "beat", "Nice"),
    ],
)  # fmt: skip
def test_an_event_is_where_its_clause_points_back_to(reader, text, word, place):
    record = reader.read(read_text(text, ReadOptions(published="2023-11-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    event = found[word]
    assert (event.place and event.place.name) == place
    if place and place not in text.split("\n\n")[1]:
        assert any("told of before" in step for step in event.steps)


@pytest.mark.parametrize(
    ("text", "word", "place", "country"),
    [
        ("Ghanaian police arrested six students in the capital on Monday.", "arrested", "Accra", "GHA"),
        ("Chad's premier met two envoys from Chad in the capital.", "met", "N'Djamena", "TCD"),
        # not where another place is told, or the capital is some other
        ("Ghanaian police arrested six men in Kumasi, far from the capital.", "arrested", "Kumasi", "GHA"),
        ("Ghanaian police arrested six students in the regional capital.", "arrested", None, None),
        # whoever is shelled tells where an unknown village is, whoever shells it does not
        ("Kenyan troops killed six Somali clerks in Qoryabuur.", "killed", "Qoryabuur", "SOM"),
        ("Bandits shot a clerk in Lyon.\n\nPolice beat a man in a flat there.", "beat", "Lyon", "FRA"),
        ("Chile closed its embassy in Lima. A clerk was shot there on Monday.", "shot", "Lima", "PER"),
        ("In the state of Bahia, gunmen killed two guards in the city of Lisbon.", "killed", "Lisbon", "BRA"),
        ("In the state of Bahia, envoys from Lisbon met on Monday in Salvador.", "met", "Salvador", "BRA"),
    ],
)  # fmt: skip
def test_an_event_is_in_the_state_that_is_told_of(reader, text, word, place, country):
    record = reader.read(read_text(text, ReadOptions(published="2023-11-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    where = found[word].place
    assert (where and where.name, where and where.country) == (place, country)
