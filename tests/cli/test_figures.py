"""Figures as people read them."""

import pytest

from dragoman.cli.figures import figure_entries, sentence_of, understood
from dragoman.ledger.rows import FigureRow


def figure(value=7.0, unit=None, what=None, **more):
    given = {
        "id": "f1", "report": "r1", "published": "2024-03-05", "publisher": None, "title": None,
        "words": "seven", "value": value, "low": value, "high": value, "approximate": False,
        "unit": unit, "what": what, "event_id": None, "event": None, "status": None, "sentence": None,
        "passage": None, "model": None, "codebook": None,
    }  # fmt: skip
    return FigureRow(**(given | more))


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (figure(1000, "soldier", "more soldiers", approximate=True), "about 1,000 more soldiers"),
        (figure(25e6, "USD", "hospitals"), "25,000,000 USD (hospitals)"),
        (figure(1.5e8, "USD"), "150,000,000 USD"),
        (figure(7, "person"), "7 people"),
        (figure(1, "person"), "1 person"),
        (figure(7, "person", "people", high=None), "7 or more people"),
        (figure(138, "man", "men"), "138 men"),
        (figure(21, "country", "countries"), "21 countries"),
        (figure(48, "hour"), "48 hours"),
        (figure(1, "hour"), "1 hour"),
        (figure(78, "day", "air war"), "78 days (air war)"),
        (figure(2, "century"), "2 centuries"),
        (figure(4.25, "percent", "tariff"), "4.25 percent (tariff)"),
        (figure(0.3333, "share", "voters"), "0.3333 share (voters)"),
        (figure(2500, "troops", "troops"), "2,500 troops"),
        (figure(2000, None, None, high=None, approximate=True), "2,000 or more"),
        (figure(1200, "tonne", "tonnes", high=1500), "1,200 to 1,500 tonnes"),
        (figure(300, "seat", "seats", low=None), "up to 300 seats"),
    ],
)
def test_a_figure_is_told_as_understood(made, told):
    assert understood(made) == told


def test_a_figure_without_an_event_has_the_sentence_in_which_it_stands():
    passage = "The mayor spoke. In 2022 it rained, and 22 boats sank. Nobody was hurt."
    assert sentence_of(figure(words="22", passage=passage)) == "In 2022 it rained, and 22 boats sank."
    assert sentence_of(figure(words="The mayor", passage=passage)) == "The mayor spoke."
    assert sentence_of(figure(words="Nobody", passage=passage)) == "Nobody was hurt."
    assert sentence_of(figure(sentence="Its event.", passage=passage)) == "Its event."
    assert sentence_of(figure()) == ""


def test_reports_that_copy_one_another_tell_a_figure_once():
    same = {"words": "seven boats", "sentence": "They seized seven boats."}
    rows = [figure(7, "boat", "boats", event_id=i, report=i, **same) for i in ("e1", "e2")]
    [(day, what, ids)] = figure_entries(rows)
    assert (day, ids) == ("(2024-03-05)", "e1\ne2")
    assert what.plain == "seven boats  7 boats\nThey seized seven boats."


def test_a_figure_written_in_digits_is_not_told_twice():
    [(_, what, _)] = figure_entries([figure(21, "country", "countries", words="21 countries")])
    assert what.plain == "21 countries"
