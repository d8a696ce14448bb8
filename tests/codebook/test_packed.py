"""Packed tables: what was packed comes out, row by row, and a file that is cut short is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.packed import pack, unpack
from dragoman.codebook.shaped import Shaped

plain = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters='"\\'), max_size=8)
rows = st.lists(st.none() | st.integers() | st.text(max_size=4), max_size=3)


@given(st.dictionaries(plain, rows, max_size=4), st.dictionaries(plain, rows, max_size=4), rows)
def test_what_was_packed_comes_out(one, other, small):
    held = unpack(pack({"small": small}, {"one": one, "other": other}))
    assert held["small"] == small
    assert dict(held["one"]) == one
    assert dict(held["other"]) == other
    assert list(held["one"]) == list(one), "in the same order"


def test_every_line_is_json():
    text = pack({"format": 4}, {"terms": {"serbia": [["entry", "SRB"]], "côte d'ivoire": []}})
    assert json.loads(text.splitlines()[1]) == ["serbia", [["entry", "SRB"]]]
    assert json.loads(text.splitlines()[2]) == ["côte d'ivoire", []]


@pytest.mark.parametrize("cut", [1, 20, 60])
def test_a_file_that_is_cut_short_is_refused(cut):
    text = pack({"format": 4}, {"terms": {"serbia": [["entry", "SRB"]], "peru": [["entry", "PER"]]}})
    with pytest.raises(ValueError, match=r"missing|Expecting"):
        unpack(text[:-cut])


@pytest.mark.parametrize("text", ["", "[]\n", "{}\n", "no json\n"])
def test_another_file_is_refused(text):
    with pytest.raises(ValueError, match=r"first line|Expecting"):
        unpack(text)


@pytest.mark.parametrize("key", ['the "Tigers"', "back\\slash", "two\nlines"])
def test_a_key_that_cannot_stand_between_quotes_is_refused(key):
    with pytest.raises(ValueError, match="quote"):
        pack({}, {"terms": {key: []}})


def test_a_row_is_shaped_once_and_only_if_asked_for():
    asked = []

    def shape(row):
        asked.append(row)
        return tuple(row)

    table = Shaped({"a": [1], "b": [2]}, shape)
    assert (len(table), list(table), "a" in table, "c" in table) == (2, ["a", "b"], True, False)
    assert asked == []
    assert table["a"] == table.get("a") == (1,)
    assert (table.get("c"), table.get("c", ())) == (None, ())
    assert asked == [[1]]
    with pytest.raises(KeyError):
        table["c"]
