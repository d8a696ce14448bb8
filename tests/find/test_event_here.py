"""Events that are "here", where the report was filed, and places that a clause or an addressee tells."""

import pytest

from dragoman.pipeline import Reader
from dragoman.settings import Settings
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text


@pytest.fixture(scope="module")
def reader():
    return Reader.load(Settings())


@pytest.mark.parametrize(
    ("text", "word", "place", "country"),
    [
        ("LYON, Nov 20 (Agency) - Police shot two clerks here on Monday.", "shot", "Lyon", "FRA"),
        ("PARIS, Texas (Agency) - Police shot two clerks here on Monday.", "shot", "Paris", "USA"),
        ("LYON (Agency) - Police shot two clerks in this city on Monday.", "shot", "Lyon", "FRA"),
        # not the town of a report that does not point at it, nor what somebody elsewhere calls "here"
        ("LYON (Agency) - Police shot two clerks on Monday.", "shot", None, None),
        ("LYON (Agency) - “Police shot two clerks here,” a mayor said by telephone.", "shot", None, None),
        # where it is told of a town before, or of a town and what it lies in
        ("The envoy is in Suva, where he met the premier on Monday.", "met", "Suva", "FJI"),
        ("Clerks fled to Kumasi, in central Ghana, where police beat them.", "beat", "Kumasi", "GHA"),
        ("Police arrested six clerks at a house in Goma.", "arrested", "Goma", "COD"),
        ("Chad signed a pact with the Togolese leader in Nairobi on Monday.", "signed", "Nairobi", "KEN"),
        # who is only spoken to sits where he does
        ("The premier thanked her counterpart in Sydney for help.", "thanked", None, None),
        ("The premier met her counterpart in Sydney.", "met", "Sydney", "AUS"),
    ],
)  # fmt: skip
def test_an_event_is_where_its_report_points(reader, text, word, place, country):
    record = reader.read(read_text(text, ReadOptions(published="2023-11-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    told = found[word].place
    assert (told and told.name, told and told.country) == (place, country)
