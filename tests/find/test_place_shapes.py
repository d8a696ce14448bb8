from dataclasses import replace

from dragoman.find.place_shapes import place_shapes, shapes_of
from dragoman.find.place_words import shipped_words


def test_a_noun_added_to_the_list_is_read_between_two_names() -> None:
    between = ", in the oblast of "
    assert place_shapes().in_division.fullmatch(between) is None
    shapes = shapes_of(replace(shipped_words(), divisions=("oblast",)))
    assert shapes.in_division.fullmatch(between) is not None
    assert shapes.in_division.fullmatch(", in the county of ") is None


def test_what_makes_money_of_a_capital_is_the_beginning_of_a_word() -> None:
    assert place_shapes().capital.match(" capital on Monday") is not None
    assert place_shapes().capital.match(" capital outflows") is None
