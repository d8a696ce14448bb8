"""Laws that hold for any text: spans, ids, reasons."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook.gazetteer import load_gazetteer
from dragoman.codebook.name_words import key_of, normal, slug, tokenise
from dragoman.find.actor_tokens import tokens_of
from dragoman.find.actors import find_actors
from dragoman.language.parse import Word
from dragoman.record import Report, Span
from dragoman.values import changed
from tests.actors.conftest import treeless

GAZETTEER = load_gazetteer()
PIECES = st.sampled_from(
    [
        "Kenyan",
        "President",
        "Ada Obi",
        "the",
        "rebels",
        "of",
        "Hamas",
        "’s",
        "US",
        "-led",
        "bloc",
        ",",
        "and",
        "Georgia",
        "in",
        "Nairobi",
        "two",
        "leaders",
        "his",
        "“",
        "”",
        "we",
        "UN",
        "Resolution 12",
        "former",
        "army",
        "Çavuşoğlu",
        "(",
        ")",
        "U.S.",
        "İstanbul",
        "—",
        "\n",
        "president",
        "both sides",
        "its",
        "troops",
    ]
)


@given(
    st.lists(
        st.sampled_from(
            ["Oslo", "U.S", ".", "3", ",", "000", "don", "’t", "_", "É", "e", "é", "-", "“", " ", "ab"]
        )
        | st.text(max_size=3),
        max_size=20,
    )
)
def test_tokens_do_not_depend_on_where_the_parse_cuts_words(pieces: list[str]) -> None:
    text, words, at = "".join(pieces), [], 0
    for piece in pieces:
        if piece.strip():
            span = Span(at, at + len(piece))
            words.append(Word(len(words), piece, span, "X", piece, -1, "root"))
        at += len(piece)
    laid = tokens_of(text, Span(0, len(text)), words)
    assert [changed(t, word=-1) for t in laid] == tokenise(text)
    for token in laid:
        first = next((w.i for w in words if w.span.end > token.start), len(words) - 1)
        assert token.word == first


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80))
def test_mentions_point_at_what_they_say(text: str) -> None:
    report = Report("0123456789", text, (Span(0, len(text)),), published="2010-05-05")
    found = find_actors(report, [treeless(text)] if text else [], GAZETTEER)
    ids = {a.id for a in found.actors}
    for m in found.mentions:
        assert 0 <= m.span.start < m.span.end <= len(text)
        assert m.text == m.span.of(text)
        assert m.actor is None or m.actor in ids
        assert m.reason
        assert 0 < m.confidence <= 1
    spans = [m.span for m in found.mentions]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end))
    assert all(d.reason for d in found.dropped)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_reading_twice_gives_the_same(text: str) -> None:
    report = Report("0123456789", text, (Span(0, len(text)),))
    sentences = [treeless(text)] if text else []
    assert find_actors(report, sentences, GAZETTEER) == find_actors(report, sentences, GAZETTEER)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_of_names_are_stable(text: str) -> None:
    tokens = tokenise(text)
    assert all(t.text == text[t.start : t.end] for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert key_of(text)[0] == " ".join(t.norm for t in tokens)
    assert len(key_of(text)[1]) == len(tokens)
    assert slug(text) == slug(text.strip())


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(PIECES, max_size=8).map(" ".join))
def test_describing_never_fails(text: str) -> None:
    country, sector, reason = GAZETTEER.describe(text, "2010-05-05")
    assert reason
    assert country is None or country
    assert sector is None or len(sector) == 3


def test_normal_forms() -> None:
    assert normal("U.S.") == "us"
    assert normal("Çavuşoğlu") == "cavusoglu"
    assert normal("Đinđić") == "dindic"
    assert slug("Aung San Suu Kyi") == "aung-san-suu-kyi"
