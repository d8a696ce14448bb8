from __future__ import annotations

import numpy as np
import pytest

from dragoman.language.core import word_places
from dragoman.language.decode import Decoder, sentence_bounds
from dragoman.language.lemmas import Lemmatizer, edit, read_forms
from tests.language.stub import LABELS, one_hot, outputs

LEMMATIZER = Lemmatizer(LABELS.lemma, {}, {"wait"})


def decoded(text: str, fixed: bool = False):
    words = text.split()
    return Decoder(LABELS, LEMMATIZER).sentences(outputs(words), words, word_places([words]), fixed=fixed)


@pytest.mark.parametrize(
    ("text", "ends", "sentences"),
    [
        ("He left . She stayed", [2], ["He left .", "She stayed"]),
        ("“ Go . ” he said .", [2, 6], ["“ Go . ”", "he said ."]),
        ("He left . “ Go”", [3], ["He left .", "“ Go”"]),
        ("He left . ) . Yes", [2], ["He left . ) .", "Yes"]),
        ('" Go . " he said .', [2, 6], ['" Go . "', "he said ."]),
        ('He left . " Go', [3], ["He left .", '" Go']),
        ("“ He left", [0], ["“ He left"]),
        ("“ Go , ” she said . “ It rains . ”", [10], ["“ Go , ” she said .", "“ It rains . ”"]),
        ("“ We go . ” The army left .", [7], ["“ We go . ”", "The army left ."]),
        (
            '" Is it , " he said , " so . " Peru left .',
            [13],
            ['" Is it , " he said , " so . "', "Peru left ."],
        ),
        ("“ We go ? ” Bo asked .", [7], ["“ We go ? ” Bo asked ."]),
        ("“ We go . ” the army said .", [7], ["“ We go . ” the army said ."]),
        ("She came from St . “ the dome ” .", [9], ["She came from St . “ the dome ” ."]),
        ("one two three", [], ["one two three"]),
        ("one", [0], ["one"]),
    ],
)
def test_marks_stay_with_the_sentence_that_they_close_or_open(
    text: str, ends: list[int], sentences: list[str]
) -> None:
    words = text.split()
    scores = one_hot([i in ends for i in range(len(words))], 2)
    assert [" ".join(words[a:b]) for a, b in sentence_bounds(scores, words)] == sentences


def test_each_sentence_has_its_own_tree_and_offsets() -> None:
    found = decoded("Bo waited here . Then Li wanted it .")
    assert [at for at, _ in found] == [0, 4]
    first, second = (s for _, s in found)
    assert [w.head for w in first.words] == [1, -1, 1, 1]
    assert [w.head for w in second.words] == [2, 2, -1, 2, 2]
    assert second.span == (17, 36)
    assert [w.i for w in second.words] == [0, 1, 2, 3, 4]


def test_the_root_relation_is_the_roots_alone() -> None:
    # The stub's network would call every word "nsubj".
    ((_, sentence),) = decoded("Bo waited .")
    assert [w.deprel for w in sentence.words] == ["nsubj", "root", "nsubj"]


def test_tags_features_lemmas_and_factuality() -> None:
    ((_, sentence),) = decoded("Bo waited .")
    verb = sentence.words[1]
    assert (verb.upos, verb.lemma, verb.factuality) == ("VERB", "wait", 1.5)
    assert (verb.feat("Person"), verb.feat("Case"), sentence.words[0].feats) == ("3", None, ())


def test_names_frames_and_roles() -> None:
    ((_, sentence),) = decoded("Bo waited here .")
    assert [(e.label, e.first, e.last, e.span) for e in sentence.entities] == [("PER", 0, 0, (0, 2))]
    (frame,) = sentence.frames
    assert (frame.predicate, frame.roleset) == (1, "wait.01")
    assert [(a.role, a.first, a.last) for a in frame.arguments] == [("ARG0", 0, 0)]


def test_one_given_sentence_is_not_divided() -> None:
    assert len(decoded("Bo waited . Li wanted .", fixed=True)) == 1


def test_a_network_that_knows_nothing_still_gives_trees() -> None:
    words = ["a", "b", "."]
    out = {name: np.full_like(a, np.nan) for name, a in outputs(words).items()}
    found = Decoder(LABELS, LEMMATIZER).sentences(out, words, word_places([words]))
    assert [sum(w.head < 0 for w in s.words) for _, s in found] == [1]


@pytest.mark.parametrize(
    ("word", "script", "lemma"),
    [
        ("Walked", ("l", 2, ""), "walk"),
        ("was", ("l", 3, "be"), "be"),
        ("PARIS", ("t", 0, ""), "Paris"),
        ("Paris", ("k", 0, ""), "Paris"),
        ("At", ("l", 5, "x"), "at"),
        ("as", ("l", 2, ""), "as"),
    ],
)
def test_edit_scripts(word: str, script: tuple[str, int, str], lemma: str) -> None:
    assert edit(word, *script) == lemma


SCRIPTS = ("l:2:", "l:1:", "l:0:", "l:4:ook")
FORMS = {("went", "VERB"): "go", ("n't", "PART"): "not"}


@pytest.mark.parametrize(
    ("word", "upos", "form", "scores", "lemma"),
    [
        ("walked", "VERB", None, [3, 2, 1, 0], "walk"),
        ("Refused", "VERB", None, [3, 2, 1, 0], "refuse"),  # "refus" is no word
        ("refused", "VERB", None, [30, 2, 1, 0], "refus"),  # nothing else is likely
        ("refused", "VERB", "participle", [30, 2, 1, 0], "refuse"),  # the form is known
        ("tweeted", "VERB", None, [3, 2, 1, 0], "tweet"),  # no known word among them: the likeliest
        ("went", "VERB", "participle", [0, 0, 1, 0], "go"),
        ("went", "NOUN", None, [0, 0, 1, 0], "went"),
        ("n’t", "PART", None, [0, 0, 1, 0], "not"),
        ("’s", "AUX", None, [0, 0, 1, 0], "'s"),
        ("’", "PUNCT", None, [0, 0, 1, 0], "’"),
    ],
)
def test_lemmas(word: str, upos: str, form: str | None, scores: list[float], lemma: str) -> None:
    lemmatizer = Lemmatizer(SCRIPTS, FORMS, {"walk", "refuse"})
    for _ in range(2):
        assert lemmatizer(word, upos, form, np.array(scores, np.float32), int(np.argmax(scores))) == lemma


def test_the_list_of_forms() -> None:
    forms = read_forms()
    assert (forms["refused", "VERB"], forms["men", "NOUN"], forms["n't", "PART"]) == ("refuse", "man", "not")
    assert (forms["fled", "VERB"], forms["put", "VERB"]) == ("flee", "put")
