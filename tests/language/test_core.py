from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language import load
from dragoman.language.core import Language, line_spans
from dragoman.record import Span
from tests.language.stub import WIDTH, stub_language


def test_sentences_of_all_paragraphs_in_order_with_the_texts_offsets() -> None:
    text = "xx Bo waited . Li left yy\nThen he ended ."
    found = stub_language().parse(text, [Span(3, 22), Span(26, 41)])
    assert [s.span.of(text) for s in found] == ["Bo waited .", "Li left", "Then he ended ."]
    assert all(w.text == w.span.of(text) for s in found for w in s.words)


def test_without_paragraphs_each_line_is_one() -> None:
    assert [s.span for s in stub_language().parse("a b\n\n c\n")] == [Span(0, 3), Span(6, 7)]
    assert line_spans("a\n \nb") == [Span(0, 1), Span(4, 5)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00"])
def test_nothing_to_read(text: str) -> None:
    assert stub_language().parse(text) == ()
    assert stub_language().parse(text, [Span(0, len(text)), Span(0, 0)]) == ()


def test_states_stand_beside_their_words() -> None:
    parsed = stub_language().parse_with_states("Bo waited . Li left")
    assert [s.shape for s in parsed.states] == [(len(s.words), WIDTH) for s in parsed.sentences]
    assert parsed.states[1][0].tolist() == [12, 13, 14, 15]


def test_given_words_are_taken_as_they_are() -> None:
    found = stub_language().parse_words([["Bo's", "waited", "."], [], ["a.b c"]])
    assert [[w.text for w in s.words] for s in found] == [["Bo's", "waited", "."], [], ["a.b c"]]
    assert found[2].words[0].span == Span(14, 19)


def test_a_given_sentence_of_many_windows_stays_one_tree() -> None:
    words = ["He", "waited", ","] * 700
    (sentence,) = stub_language().parse_words([words])
    assert [w.text for w in sentence.words] == words
    assert [w.i for w in sentence.words] == list(range(2100))
    assert sum(w.head < 0 for w in sentence.words) == 1
    assert all(
        0 <= f.predicate < 2100 and sentence.words[f.predicate].text == "waited" for f in sentence.frames
    )
    assert len(sentence.frames) == len(sentence.entities) == 700


def test_passages_are_divided_into_sentences() -> None:
    found = stub_language().parse_passages([["a", ".", "b"], [], ["c"]])
    assert [[len(s.words) for s in passage] for passage in found] == [[2, 1], [], [1]]


@given(
    st.lists(st.sampled_from(["Bo", "waited", ".", "“", "”", "\n", "said", "U.S.", "x" * 90]), max_size=300)
)
def test_every_word_is_in_one_sentence_with_one_root(words: list[str]) -> None:
    text = " ".join(words)
    found = stub_language().parse(text)
    assert sum(len(s.words) for s in found) == sum(w != "\n" for w in words)
    assert all(sum(w.head < 0 for w in s.words) == 1 for s in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.fixture(scope="module")
def shipped() -> Language:
    return load()


def test_the_shipped_model_reads_a_report(shipped: Language) -> None:
    text = "The prime minister of Norway met French officials in Paris on Monday. She thanked them."
    first, second = shipped.parse(text)
    assert [w.text for w in first.words if w.head < 0] == ["met"]
    assert {w.text for w in first.words if w.deprel == "nsubj"} == {"minister"}
    assert ("LOC", "Paris") in {(e.label, e.span.of(text)) for e in first.entities}
    assert [f.roleset for f in second.frames] == ["thank.01"]
    assert shipped.version.split()[0] == "dragoman-language-en"


HARD = {
    "long sentence": " ".join(["word"] * 1500),
    "capitals": "THE U.S. SAID IT WON'T GO. " * 8,
    "mixed quotes": '“He said "it\'s ‘fine’"” \' " ' * 8,
    "no blanks": "a" * 3000,
    "Chinese": "塞尔维亚承诺改善与北约的关系。" * 8,
    "Arabic": "قال الرئيس إن التعاون مهم. " * 8,
    "controls": "\x00\x01a\x07b\u200b\ufeffc \ud800 \ufe0f \u0301",
    "emoji": "👩‍👩‍👧‍👦🇷🇸👍🏽 ok ☎️ :-)",
    "brackets": "(" * 600,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_the_shipped_model_reads_anything(shipped: Language, text: str) -> None:
    found = shipped.parse(text)
    assert found
    assert all(sum(w.head < 0 for w in s.words) == 1 for s in found)
    assert all(w.text == w.span.of(text) for s in found for w in s.words)


def test_a_paragraph_reads_the_same_beside_others_and_again(shipped: Language) -> None:
    text = "Bulgaria recalled its ambassador. “We object,” the ministry said.\nNo one was hurt."
    paragraphs = [Span(0, 65), Span(66, len(text))]
    together = shipped.parse(text, paragraphs)
    assert together == tuple(s for p in paragraphs for s in shipped.parse(text, [p]))


def test_nothing_heavy_is_imported_before_loading() -> None:
    code = "import dragoman.language, sys; print({'numpy','onnxruntime','tokenizers'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
