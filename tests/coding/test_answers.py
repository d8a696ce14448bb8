"""To whom an answer goes: to whoever made the offer, the demand or the charge that it answers."""

import pytest

from dragoman.pipeline import Reader
from dragoman.settings import Settings
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text


@pytest.fixture(scope="module")
def reader():
    return Reader.load(Settings())


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("Kenya accused Uganda of theft. Uganda denied the charge.", "denied", ["KEN"]),
        ("Kenya accused Uganda of theft. Uganda denied it.", "denied", ["KEN"]),
        (
            "Chad's government offered a truce on Monday. The rebels rejected the offer.",
            "rejected",
            ["TCD.GOV"],
        ),
        ("Peru demanded an apology from Chile. Chile's envoy turned down the demand.", "turned", ["PER"]),
        # whose charge it is may be said, or nobody may have made one, or too long ago
        ("Kenya accused Uganda of theft. Uganda denied the charge of Chad.", "denied", ["TCD"]),
        ("Chad said that it rained. Niger denied the claim.", "denied", []),
        ("Peru urged Chile to pay. It rained. Snow fell. Chile rejected the request.", "rejected", []),
    ],
)
def test_an_answer_goes_to_who_is_answered(reader, text, word, recipients):
    record = reader.read(read_text(text, ReadOptions(published="2023-11-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    assert list(found[word].recipients) == recipients
    said = any(s.startswith("recipient: ") and "whose act" in s for s in found[word].steps)
    assert said == bool(recipients and recipients != ["TCD"])


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("Chilean police arrested the mayor together with his brother.", "arrested", 1, 2),
        ("Chile attacked the town together with Peru.", "attacked", 2, 0),
    ],
)
def test_who_suffers_with_another_is_no_doer(reader, text, word, actors, recipients):
    record = reader.read(read_text(text, ReadOptions(published="2023-11-21")))
    found = {e.evidence[0].trigger.of(record.report.text): e for e in record.events}
    assert (len(found[word].actors), len(found[word].recipients)) == (actors, recipients)
