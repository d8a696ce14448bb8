"""Furniture in whole captures: what is taken with a mark, and where a mark must not count."""

from __future__ import annotations

from dragoman.text import furniture
from dragoman.text.paragraphs import paragraphs

PROSE = "The navy said on Monday that it had found no survivors among the two hundred people on board."


def kinds(*parts):
    text = "\n\n".join(parts)
    blocks = furniture.load().label(text, paragraphs(text))
    return [(block.kind, block.span.of(text)) for block in blocks]


def test_a_link_mark_takes_the_headline_under_it():
    assert kinds(PROSE, "Read more", "Harbour strike enters third week", PROSE) == [
        (None, PROSE),
        ("related-link", "Read more"),
        ("related-link", "Harbour strike enters third week"),
        (None, PROSE),
    ]


def test_a_link_mark_takes_no_sentence_of_the_story():
    assert kinds(PROSE, "Read more", PROSE)[2] == (None, PROSE)


def test_a_list_mark_takes_all_headlines_under_it():
    found = kinds(PROSE, "Related stories", "Harbour strike enters third week", "Who owns the strait?", PROSE)
    assert [kind for kind, _ in found] == [None, *["related-link"] * 3, None]


def test_a_comment_form_takes_the_comments():
    found = kinds(PROSE, PROSE, "Leave a Reply", "Name *", PROSE)
    assert [kind for kind, _ in found] == [None, None, *["comment-form"] * 3]


def test_a_comment_link_above_the_story_does_not_swallow_it():
    found = kinds("Ferry sinks", "Leave a comment", PROSE, PROSE)
    assert [kind for kind, _ in found] == [None, "comment-form", None, None]


def test_credits_at_the_end_of_a_paragraph_are_cut_off():
    credit = "(Reporting by Jane Doe; Editing by John Roe)"
    assert kinds(PROSE, f"{PROSE} {credit}")[1:] == [(None, PROSE), ("byline", credit)]


def test_a_date_in_the_middle_of_the_story_stays():
    assert kinds(PROSE, PROSE, "3 March 2021", PROSE)[2][0] is None


def test_neighbours_of_one_kind_are_removed_as_one():
    text = "\n\n".join((PROSE, "Read more", "Harbour strike enters third week", PROSE))
    (cut,) = furniture.removed(furniture.load().label(text, paragraphs(text)))
    assert cut.kind == "related-link"
    assert cut.span.of(text) == "Read more\n\nHarbour strike enters third week"
