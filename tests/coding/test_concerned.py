"""Whom a foreign power's act concerns where a report is all of one state."""

import pytest

from dragoman.pipeline import Reader
from dragoman.settings import Settings
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text

LEAD = "Malian soldiers jailed the president in Bamako. Malian police closed the airport. "


@pytest.fixture(scope="module")
def reader():
    return Reader.load(Settings())


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        (f"{LEAD}Norway froze military aid.", "froze", ["MLI"]),
        (f"{LEAD}The Danish foreign minister demanded a return to civilian rule.", "demanded", ["MLI"]),
        # not where another is named, of the state's own people, or where it was itself raided
        (f"{LEAD}Norway froze military aid to Chad.", "froze", ["TCD"]),
        (f"{LEAD}Malian judges demanded a return to civilian rule.", "demanded", []),
        (f"{LEAD}Norway condemned the raid.", "condemned", []),
        ("Chad and Togo signed a pact in Oslo. Peru wept. Norway froze military aid.", "froze", []),
    ],
)
def test_what_foreign_powers_do_is_done_to_the_state_told_of(reader, text, word, recipients):
    record = reader.read(read_text(text, ReadOptions(published="2020-08-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    assert list(found[word].recipients) == recipients
