"""Subjects, titles and openers of clauses are hung where they belong, and names begin with a name."""

from __future__ import annotations

import pytest

from dragoman.find.subjects_mended import mended_subjects
from dragoman.language import load
from dragoman.language.parse import Sentence, Word
from dragoman.record import Span


def sentence(*rows: tuple[str, str, int, str]) -> Sentence:
    """A sentence of rows of text, part of speech, head and relation."""
    words, at = [], 0
    for i, (text, upos, head, relation) in enumerate(rows):
        words.append(Word(i, text, Span(at, at + len(text)), upos, text.lower(), head, relation))
        at += len(text) + 1
    return Sentence(Span(0, at - 1), tuple(words))


def test_a_title_with_of_is_one_phrase_before_its_name() -> None:
    told = sentence(
        ("Secretary", "PROPN", 3, "nmod:desc"),
        ("of", "ADP", 2, "case"),
        ("Mines", "PROPN", 3, "nmod:desc"),
        ("Haas", "PROPN", 4, "nsubj"),
        ("resigned", "VERB", -1, "root"),
    )
    assert mended_subjects(told) == {2: (0, "nmod")}


def test_a_name_hung_on_its_title_takes_the_place_of_the_title() -> None:
    told = sentence(
        ("They", "PRON", 1, "nsubj"),
        ("met", "VERB", -1, "root"),
        ("Secretary", "PROPN", 1, "obj"),
        ("of", "ADP", 4, "case"),
        ("Mines", "PROPN", 5, "nmod:desc"),
        ("Haas", "PROPN", 2, "nmod"),
    )
    assert mended_subjects(told) == {4: (2, "nmod"), 5: (1, "obj"), 2: (5, "nmod:desc")}


def test_an_outer_subject_is_the_subject_where_there_is_none_within() -> None:
    rows = [("Fiji", "PROPN", 3, "nsubj:outer"), ("is", "AUX", 3, "cop"), ("against", "SCONJ", 3, "mark")]
    alone = sentence(*rows, ("fishing", "VERB", -1, "root"))
    assert mended_subjects(alone) == {0: (3, "nsubj")}
    within = sentence(*rows, ("fishing", "VERB", -1, "root"), ("boats", "NOUN", 3, "nsubj"))
    assert mended_subjects(within) == {}


def test_for_opens_the_clause_whose_subject_it_stands_before() -> None:
    told = sentence(
        ("called", "VERB", -1, "root"),
        ("for", "ADP", 2, "case"),
        ("Fiji", "PROPN", 4, "nsubj"),
        ("to", "PART", 4, "mark"),
        ("leave", "VERB", 0, "advcl"),
    )
    assert mended_subjects(told) == {1: (4, "mark")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of State Ines Kovar met the miners in Lima.", "Ines Kovar"),
        ("The envoys met Secretary of Defense Ines Kovar.", "Ines Kovar"),
        ("Minister of State Anna Reed of Kenya resigned.", "Anna Reed"),
    ],
)
def test_a_persons_name_does_not_begin_with_the_end_of_a_title(text: str, name: str) -> None:
    [parsed] = load().parse(text, [Span(0, len(text))])
    assert name in [e.span.of(text) for e in parsed.entities if e.label == "PER"]
