"""Figures by table: how many, of what, and how sure."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.find.figure_numbers import Numbers
from dragoman.find.figure_words import load_figure_words
from dragoman.find.figures import find_figures
from dragoman.language import load
from dragoman.record import Span, to_plain

from .sentences import flat, report

NUMBERS = Numbers(load_figure_words())

# the number as written, value, low, high, approximate
WRITTEN = [
    ("30", 30, 30, 30, False),
    ("1,000", 1000, 1000, 1000, False),
    ("1,234,567", 1234567, 1234567, 1234567, False),
    ("12.5", 12.5, 12.5, 12.5, False),
    ("1.5 million", 1500000, 1500000, 1500000, False),
    ("3bn", 3000000000, 3000000000, 3000000000, False),
    ("2.4m", 2400000, 2400000, 2400000, False),
    ("seven", 7, 7, 7, False),
    ("twenty-five", 25, 25, 25, False),
    ("three hundred", 300, 300, 300, False),
    ("two hundred and fifty", 250, 250, 250, False),
    ("forty thousand", 40000, 40000, 40000, False),
    ("a hundred", 100, 100, 100, False),
    ("a million", 1000000, 1000000, 1000000, False),
    ("half a million", 500000, 500000, 500000, False),
    ("a dozen", 12, 12, 12, False),
    ("two dozen", 24, 24, 24, False),
    ("half a dozen", 6, 6, 6, False),
    ("dozens", 24, 24, None, True),
    ("hundreds", 200, 200, None, True),
    ("tens of thousands", 20000, 20000, None, True),
    ("hundreds of thousands", 200000, 200000, None, True),
    ("several hundred", 300, 300, None, True),
    ("at least 30", 30, 30, None, False),
    ("at least four", 4, 4, None, False),
    ("more than 30", 30, 30, None, False),
    ("over 1.5 million", 1500000, 1500000, None, False),
    ("no fewer than 12", 12, 12, None, False),
    ("upwards of 400", 400, 400, None, False),
    ("30 or more", 30, 30, None, False),
    ("up to 20", 20, None, 20, False),
    ("as many as 500", 500, None, 500, False),
    ("fewer than 100", 100, None, 100, False),
    ("no more than 9", 9, None, 9, False),
    ("about 500", 500, 500, 500, True),
    ("some 300", 300, 300, 300, True),
    ("around forty", 40, 40, 40, True),
    ("nearly 4,000", 4000, None, 4000, True),
    ("N30,000", 30000, 30000, 30000, False),
    ("an estimated 60,000", 60000, 60000, 60000, True),
    ("10 to 20", 10, 10, 20, True),
    ("10-20", 10, 10, 20, True),
    ("2-3 million", 2000000, 2000000, 3000000, True),
    ("between 10 and 20", 10, 10, 20, True),
    ("between nine and eleven", 9, 9, 11, True),
    ("a hundred and nine", 109, 109, 109, False),
    ("seven and a half", 7.5, 7.5, 7.5, False),
    ("four in ten", 0.4, 0.4, 0.4, False),
    ("nine drops out of ten", 0.9, 0.9, 0.9, False),
    ("One family in three", 0.3333, 0.3333, 0.3333, False),
    ("several", 3, 3, None, True),
    ("several hundred thousand", 300000, 300000, None, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value", "low", "high", "approximate"), WRITTEN, ids=[w[0] for w in WRITTEN]
)
def test_numbers(written, value, low, high, approximate):
    (found,) = NUMBERS.find(f"They saw {written} of them")
    assert (found.value, found.low, found.high, found.approximate) == (value, low, high, approximate)


# sentence, the figures as (value, unit, what)
SENTENCES = [
    ("The alliance sent 1,000 troops to the border.", [(1000, "troops", "troops")]),
    ("The 78-day air war ended badly.", [(78, "day", "air war")]),
    ("At least 30 civilians were killed.", [(30, "civilian", "civilians")]),
    ("More than 1.5 million people fled.", [(1500000, "person", "people")]),
    ("The US approved $50 million in military aid.", [(50000000, "USD", "military aid")]),
    ("Brussels lent €3bn to Kyiv.", [(3000000000, "EUR", None)]),
    ("The fine of 300 million euros was paid.", [(300000000, "EUR", None)]),
    ("London paid £4.5m for it.", [(4500000, "GBP", None)]),
    ("The strike killed 12.", [(12, "person", None)]),
    ("Dozens of soldiers surrendered.", [(24, "soldier", "soldiers")]),
    ("A third of the seats went to women.", [(0.3333, "share", "seats")]),
    ("Some 54% of voters took part.", [(54, "percent", "voters")]),
    ("Unemployment rose to 12.5 percent.", [(12.5, "percent", None)]),
    ("Russia fired 18 missiles and 75 drones.", [(18, "missile", "missiles"), (75, "drone", "drones")]),
    ("Protesters marched in 20 cities.", [(20, "city", "cities")]),
    ("Three people were killed.", [(3, "person", "people")]),
    ("One soldier died.", [(1, "soldier", "soldier")]),
    ("The army bought 36 fighter jets.", [(36, "jet", "fighter jets")]),
    ("Four policemen were wounded.", [(4, "policeman", "policemen")]),
    ("They held three days of talks.", [(3, "day", None)]),
    ("The firm cut its output by a third.", [(0.3333, "share", None)]),
    ("Fuel costs twice the old price.", [(2, "time", None)]),
    ("The court ruled by twelve votes to three.", [(12, "vote", "votes"), (3, "vote", None)]),
    ("The council voted 28 to 17.", [(28, "vote", None), (17, "vote", None)]),
    ("Nine were home by nightfall.", [(9, None, None)]),
    ("Two South African peacekeepers were killed.", [(2, "peacekeeper", "South African peacekeepers")]),
    ("Five Central Asian states met.", [(5, "state", "Central Asian states")]),
    ("Three New Zealand soldiers died.", [(3, "soldier", "New Zealand soldiers")]),
]

NONE = [
    "The war began in 1999.",
    "It was signed on 3 May 2021.",
    "Resolution 1244 was passed.",
    "Article 5 was invoked.",
    "The man, aged 44, was freed.",
    "A 20-year-old student spoke.",
    "Ana Petrova, 35, was freed.",
    "He called +44 20 7946 0958.",
    "The team won 3-1.",
    "It began at 10:30.",
    "It was the 21st time.",
    "He came three days ago.",
    "The F-16 and the Tu-95 took off.",
    "COVID-19 spread.",
    "In the 1990s they fought.",
    "They met in May 2020.",
    "A boy of 14 was freed.",
    "The man, 51, denies it.",
    "The award of 1899 is void.",
    "One of them wept.",
    "One delegate left early.",
    "The ministry is in two minds.",
    "A third party signed.",
    "Beijing stands by the one-China policy.",
    "He spoke of a One-Korea team.",
]


@cache
def parsed(text):
    return load().parse(text, [Span(0, len(text))])


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_what_they_count(text, expected):
    found = find_figures(report(text), parsed(text))
    assert [(f.value, f.unit, f.what) for f in found] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_figure(text):
    assert find_figures(report(text), parsed(text)) == ()


def test_whole_numbers_are_written_without_a_point():
    (figure,) = find_figures(report(t := "They sent 1,000 troops."), parsed(t))
    plain = to_plain(figure)
    assert plain["value"] == 1000
    assert isinstance(plain["value"], int)
    assert isinstance(plain["low"], int)


def test_ids_are_the_same_each_time_and_differ_within_a_report():
    text = "They sent 1,000 troops and 20 tanks."
    once, again = (find_figures(report(text), parsed(text)) for _ in range(2))
    assert once == again
    assert len({f.id for f in once}) == 2


def test_spans_hold_the_bound_the_number_and_its_noun():
    text = "They sent more than 1,000 troops north."
    (figure,) = find_figures(report(text), parsed(text))
    assert figure.span.of(text) == "more than 1,000 troops"
    text = "The rebels handed over two soldiers on Monday."
    (figure,) = find_figures(report(text), parsed(text))
    assert figure.span.of(text) == "two soldiers"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Lima lent 20 million euros over four years.", 4, 4),
        ("It has lasted for over four years.", 4, None),
        ("Buses left under a three-hour truce.", 3, 3),
        ("They shot 600 people or more.", 600, None),
        ("It may last for as long as 22 years.", None, 22),
        ("The rebels handed over two soldiers on Monday.", 2, 2),
        ("Police turned over 300 prisoners to the army.", 300, 300),
        ("The court sentenced over 30 men.", 30, None),
        ("The militia gave up over 20 guns.", 20, None),
    ],
)
def test_bounds_in_a_sentence(text, low, high):
    figure = find_figures(report(text), parsed(text))[-1]
    assert (figure.low, figure.high) == (low, high)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_commas_keep_their_value(number):
    assert NUMBERS.value(f"{number:,}") == number


@given(st.text(max_size=80))
def test_no_text_breaks_it(text):
    for figure in find_figures(report(text), [flat(text)] if text.strip() else []):
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ottawa gave 20 million Canadian dollars.", [(20_000_000, "CAD")]),
        ("Cairo borrowed 50 billion Egyptian pounds.", [(50_000_000_000, "EGP")]),
        ("Perth gave 5 million New Zealand dollars.", [(5_000_000, "NZD")]),
        ("London gave 5 million British pounds.", [(5_000_000, "GBP")]),
        ("They paid 3 million dollars and 4 million pounds.", [(3_000_000, "USD"), (4_000_000, "GBP")]),
        ("They paid 3 million Bhutanese dollars.", [(3_000_000, "dollar")]),
        ("They paid 3 million Kenyan shillings.", [(3_000_000, "KES")]),
        ("Two thirds were women.", [(0.6667, "share")]),
        ("Sales fell a third.", [(0.3333, "share")]),
        ("Ann fell a third time.", []),
        ("The first half were late.", []),
        ("The two sides met.", []),
        ("The two soldiers fell.", [(2, "soldier")]),
        ("Emissions fell 40 percent from 1990 levels.", [(40, "percent")]),
        ("It passed by 511 votes to 43 in March.", [(511, "vote"), (43, "vote")]),
    ],
)  # fmt: skip
def test_what_a_number_is_of(text, expected):
    found = find_figures(report(text), load().parse(text, [Span(0, len(text))]))
    assert [(f.value, f.unit) for f in found] == expected
    assert all(f.what != "March" for f in found)


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("The dam holds 3 cubic kilometres of water.", "cubic kilometre", "cubic kilometres"),
        ("Fire took 40 square miles of forest.", "square mile", "square miles"),
        ("The boats drifted 200 nautical miles.", "nautical mile", "nautical miles"),
        ("Peru sold 900 megawatt-hours to Chile.", "megawatt hour", "megawatt-hours"),
        ("Peru sold 900 megawatts to Chile.", "megawatt", "megawatts"),
        ("They marched 12 miles to the square.", "mile", "miles"),
        ("The firm sold 30 square tables.", "table", "square tables"),
    ],
)
def test_the_words_beside_a_measure_are_of_its_unit(text, unit, what):
    (found,) = find_figures(report(text), load().parse(text, [Span(0, len(text))]))
    assert (found.unit, found.what) == (unit, what)


def test_no_longer_than_is_a_bound():
    text = "The council will rule for no longer than 14 months."
    (found,) = find_figures(report(text), load().parse(text, [Span(0, len(text))]))
    assert (found.value, found.low, found.high) == (14, None, 14)


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Oman will pay $2bn a year to Chad.", "$2bn a year", "a year"),
        ("The field yields 40,000 barrels of oil per day.", "40,000 barrels of oil per day", None),
        ("Thieves took 200 barrels a day from a pipe.", "200 barrels a day", None),
        ("Peru sells 300 tonnes annually to Chile.", "300 tonnes annually", None),
        ("Oil rose to $80 a barrel.", "$80 a barrel", "a barrel"),
    ],
)
def test_a_rate_belongs_to_its_figure(text: str, words: str, what: str | None) -> None:
    (figure,) = find_figures(report(text), parsed(text))
    assert figure.span.of(text) == words
    assert figure.what == (what or words.partition(" ")[2])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oman paid $2bn a year ago.", "$2bn"),
        ("Oman sent $2bn a year later.", "$2bn"),
        ("Police shot 20 people a day after the coup.", "20 people"),
        ("The 12 officers each got a medal.", "12 officers"),
    ],
)
def test_a_time_behind_a_figure_is_no_rate(text: str, words: str) -> None:
    assert [f.span.of(text) for f in find_figures(report(text), parsed(text))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Exports of tin fell 16 per cent in May.",
        "Output grew 3% in the second quarter.",
        "Prices rose 4 per cent in Ghana.",
    ],
)
def test_when_or_where_a_share_changed_is_not_what_it_is_of(text: str) -> None:
    (figure,) = find_figures(report(text), parsed(text))
    assert figure.what is None
