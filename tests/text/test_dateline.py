from __future__ import annotations

from datetime import date

import pytest

from dragoman.text.dateline import dateline

STORY = "The minister said on Monday that the ferry would sail again."
CASES = [
    ("OSLO, Nov 21 (Reuters) - ", "OSLO", "Reuters", (21, 11, None)),
    ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "AP", (None, None, None)),
    ("Geneva, 3 March 2021 – ", "Geneva", None, (3, 3, 2021)),
    ("MOSCOW, January 5. /TASS/. ", "MOSCOW", "TASS", (5, 1, None)),
    ("BEIJING, Nov. 21 (Xinhua) -- ", "BEIJING", "Xinhua", (21, 11, None)),
    ("UNITED NATIONS (AP) — ", "UNITED NATIONS", "AP", (None, None, None)),
    ("JERUSALEM/GAZA, Oct 8 (Reuters) - ", "JERUSALEM/GAZA", "Reuters", (8, 10, None)),
    ("(Reuters) - ", None, "Reuters", (None, None, None)),
    ("WASHINGTON — ", "WASHINGTON", None, (None, None, None)),
    ("RIYADH: ", "RIYADH", None, (None, None, None)),
    ("[Nairobi] ", "Nairobi", None, (None, None, None)),
    ("Beirut, Lebanon – ", "Beirut, Lebanon", None, (None, None, None)),
    ("New York, 3 March 2021— ", "New York", None, (3, 3, 2021)),
    ("PARIS, Nov 21, 2023 (AFP) - ", "PARIS", "AFP", (21, 11, 2023)),
    ("LIMA (Hill Bulletin), April 2, 2024 - ", "LIMA", "Hill Bulletin", (2, 4, 2024)),
    ("ABU DHABI, 21st November, 2023 (WAM) -- ", "ABU DHABI", "WAM", (21, 11, 2023)),
]


@pytest.mark.parametrize(("mark", "place", "agency", "day"), CASES, ids=[c[0] for c in CASES])
def test_a_dateline_gives_place_agency_and_date(mark, place, agency, day):
    found = dateline(mark + STORY)
    assert found is not None
    assert found.span.of(mark + STORY).strip() == mark.strip()
    assert (found.place.of(mark) if found.place else None) == place
    assert found.agency == agency
    assert (found.day, found.month, found.year) == day


@pytest.mark.parametrize(
    "words",
    [
        "Norway – a member since 1949 – has sent two ships to the strait.",
        "BREAKING: The ferry has sunk off the coast, the navy says in a note.",
        "The ferry, which left on Monday (local time), has sunk off the coast.",
        "The minister (67) said on Monday that the ferry would sail again.",
        "Oslo said on Tuesday - after a week of talks - that it would sign.",
        "SECRETARY ROE: We have discussed the ferry with our friends in Oslo.",
        "WATCH: The moment the ferry sank was filmed by a boy on the pier.",
    ],
)
def test_a_sentence_is_no_dateline(words):
    assert dateline(words) is None


def test_the_missing_year_is_the_one_nearest_to_what_is_known_otherwise():
    found = dateline("OSLO, Dec 30 (Reuters) - " + STORY)
    assert found is not None
    assert found.date() is None
    assert found.date(date(2024, 1, 2)) == date(2023, 12, 30)


@pytest.mark.parametrize(
    ("line", "place", "agency", "day"),
    [
        ("Suva, 4 May 2021 (Pacific Desk)", "Suva", "Pacific Desk", (4, 5, 2021)),
        ("Cape Coast, Ghana, Sept. 9, 2019", "Cape Coast, Ghana", None, (9, 9, 2019)),
        ("Riga, Friday, 3 June 2022, (BNS)", "Riga", "BNS", (3, 6, 2022)),
    ],
)
def test_a_dateline_may_be_a_line_of_its_own(line, place, agency, day):
    found = dateline(line)
    assert found is not None
    assert found.span.of(line) == line
    assert (found.place.of(line), found.agency) == (place, agency)
    assert (found.day, found.month, found.year) == day


@pytest.mark.parametrize(
    "line", ["Lagoon, Part 3", "Suva", "Suva (Pacific Desk)", "Suva, 4 May 2021 was a day of rain"]
)
def test_a_line_without_a_day_and_a_month_or_with_more_is_none(line):
    assert dateline(line) is None
