# ruff: noqa: E501 - the cases stand one a line
"""Places that are spelled otherwise, that the gazetteer lacks, or that only seem to be in it."""

import pytest

from dragoman.find.places import find_places, resolve_names

from .sentences import report
from .test_places import given_names, parsed

# text with [names], what the first stands for: (name, country, kind)
FIRST = [
    # as it sounds, in a country that the report speaks of
    ("Bread was short in [Tal Rifaat], north of [Aleppo].", ("Tal Rifaat", "SYR", "city")),
    ("Bread was short in [Tal Rifaat], north of [Lima].", ("Tal Rifaat", None, None)),
    # what is named for a town lies at it
    ("The envoy landed at [Entebbe International Airport].", ("Entebbe", "UGA", "city")),
    ("The envoy landed at [Qwxzville International Airport].", ("Qwxzville International Airport", None, None)),
    # counties and provinces of before, lands, islands and bases
    ("A barn burned in [Northamptonshire].", ("Northamptonshire", "GBR", "county")),
    ("Miners in [Katanga] went on strike.", ("Katanga", "COD", "region")),
    ("Walkers were lost on [Vancouver Island].", ("Vancouver Island", "CAN", "area")),
    ("A ship left [Diego Garcia].", ("Diego Garcia", "IOT", "area")),
    ("A whaler sank in the [Barents Sea].", ("Barents Sea", None, "area")),
    # divisions by their English names, by those of their towns, and beside them
    ("Vines froze in [Tuscany].", ("Tuscany", "ITA", "region")),
    ("Sirens were heard in the [Tambov region].", ("Tambov region", "RUS", "region")),
    ("Sirens were heard in the [Kharkiv region]. [Kharkiv] and [Chuhuiv] slept.", ("Kharkiv region", "UKR", "region")),
    ("Nurses of the [Upper East Region] wrote to [Accra].", ("Upper East Region", "GHA", "region")),
    ("A ferry left [Nariño] for [Tumaco] and [Pasto].", ("Nariño", "COL", "region")),
    ("Guards of the republic of [Niger] met those of [Nigeria] and [Minna].", ("Niger", "NER", "country")),
    # small towns of a country that the report says nothing else of
    ("Choirs of the [Oasis] sang in [Lusaka] for [Zambia].", ("Oasis", None, None)),
    ("Ministers met in [Davos]. [Zambia] and [Peru] were not asked.", ("Davos", "CHE", "city")),
    # the capital of its country before a village near the other names
    ("[Washington] sent a letter to [Concord], [Nashua] and [Dover] in [New Hampshire].", ("Washington", "USA", "capital")),
    ("A shop in [Washington], [New Hampshire].", ("Washington", "USA", "city")),
    # a land before a village of its name
    ("Atolls of the [Pacific] were named in [Texas] and [Kansas].", ("Pacific Ocean", None, "area")),
    # spelled as it is before another spelling of a larger one
    ("Clerks in [Goris] wrote to [Yerevan] and [Tbilisi].", ("Goris", "ARM", "city")),
    # the Strip before its town, whatever else is told of it
    ("Ovens went out in [Gaza]. [Rafah] and [Jabalia] were dark.", ("Gaza", "PSE", "region")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), FIRST, ids=[r[0] for r in FIRST])
def test_what_a_name_stands_for(marked, expected):
    first, *_ = resolve_names(*given_names(marked))
    name = first.place.name.replace("Tall Rif‘at", "Tal Rifaat")
    assert (name, first.place.country, first.kind) == expected


# text with [names], the country of the first, which the gazetteer lacks, and whether it has a point
INFERRED = [
    ("A mill burned in [Qwxzhall], [Dhaka].", "BGD", True),
    ("A mill burned in [Qwxzhall] in [Dhaka].", "BGD", True),
    ("Mills burned in [Qwxzhall], [Dhaka] and [Lima].", None, False),
    ("Bandits held [Qwxzville], a town 70 km from [Kitale].", "KEN", False),
    ("Bandits held [Qwxzville], a town about 70 kilometres north of [Kitale].", "KEN", False),
    ("Bandits held [Qwxzville] and marched on [Kitale].", None, False),
    ("A choir in [Qwxzville] sang. Leeds and [Hull] heard it, and so did [Leeds].", "GBR", False),
    ("A choir of the [Qwxzville] sang. [Hull] heard it, and so did [Leeds].", None, False),
    ("A choir in [Qwxzville] sang. [Hull] heard it, and so did [Lima].", None, False),
]


@pytest.mark.parametrize(("marked", "country", "point"), INFERRED, ids=[r[0] for r in INFERRED])
def test_where_a_place_lies_that_the_gazetteer_lacks(marked, country, point):
    first, *_ = resolve_names(*given_names(marked))
    assert (first.place.country, first.place.lat is not None, first.place.geoname_id) == (
        country,
        point,
        None,
    )


def found(text):
    return {m.text: m.place.country for m in find_places(report(text), parsed(text))}


def test_a_name_listed_with_towns_is_a_town():
    places = found("Voters in Luena and Saurimo waited in the rain, Angolan officials said.")
    assert places["Luena"] == places["Saurimo"] == "AGO"


def test_a_surname_is_no_town():
    text = "Angolan clerks praised Maria Saurimo. Luena and Saurimo fell out, they said."
    assert "Saurimo" not in {m.text for m in find_places(report(text), parsed(text)) if m.place.country}


def test_a_town_in_a_district_next_to_it():
    city, _ = resolve_names(*given_names("A bell rang in [Isabela City], [Basilan]."))
    assert city.place.lat == pytest.approx(6.7, abs=0.1)
