"""What is read off the outputs for acts and speech, on outputs made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.language.acts import HintReader, Hints, softmax
from dragoman.language.hints import ActHint, BondHint, Part, SpeechHint
from dragoman.language.pairs import Asked, load_pairs
from dragoman.record import Span
from tests.language.stub import LABELS

PLACES = [Span(0, 4), Span(5, 9), Span(10, 14), Span(15, 19)]
HEADS = [1, -1, 1, 1]


def outputs() -> dict[str, np.ndarray]:
    n = 4
    act = np.tile(np.array([9.0, 0.0], np.float32), (n, 1))
    act[1] = [0.0, 3.0]  # the second word tells AID
    word = np.eye(n, dtype=np.float32)
    part = np.zeros((n, 4, n), np.float32)
    part[1, 0] = 4.0
    part[1, 1, 0], part[1, 2, 3] = 9.0, 9.0  # actor: the first word, recipient: the last
    speech = np.zeros((n, 3, n), np.float32)
    speech[2, 1, 0], speech[2, 2, [1, 3]], speech[2, 0, 2] = 5.0, 5.0, 5.0
    cue = np.tile(np.array([9.0, 0.0], np.float32), (n, 1))
    cue[2] = [0.0, 9.0]
    stance = np.tile(np.array([9.0, 0.0, 0.0, 0.0], np.float32), (n, 1))
    stance[1] = [0.0, 1.0, 6.0, 0.0]  # the second word is against
    return {
        "pledge": np.tile(np.array([9.0, 0.0, 0.0, 0.0, 0.0], np.float32), (n, 1)),
        "stance": stance,
        "act": act,
        "status": np.tile(np.array([2.0, 0.0], np.float32), (n, 1)),
        "historical": np.zeros((n, 2), np.float32),
        "mode": np.zeros((n, 1), np.float32),
        "part_word": word,
        "part_act": part.reshape(n, -1),
        "cue": cue,
        "speech_word": word,
        "speech_cue": speech.reshape(n, -1),
    }


def read(*bounds: tuple[int, int]) -> list[Hints]:
    return HintReader(LABELS).hints(outputs(), bounds or [(0, 4)], PLACES, HEADS)


def test_words_that_may_tell_an_act_with_their_parties() -> None:
    [hint] = read()[0].acts
    assert (hint.word, hint.types[0][0], hint.statuses[0][0], hint.mode) == (1, "AID", "actual", None)
    assert hint.of("AID") == pytest.approx(0.953, abs=0.001)
    assert [(p.word, p.part) for p in hint.parts] == [(0, "actor"), (3, "recipient")]


def test_words_are_counted_from_the_sentence() -> None:
    first, second = read((0, 1), (1, 4))
    assert (first.acts, [h.word for h in second.acts]) == ((), [0])


def test_parties_stand_in_the_sentence_of_their_act() -> None:
    _, second = read((0, 1), (1, 4))
    assert [(p.word, p.part) for p in second.acts[0].parts] == [(2, "recipient")]


def test_a_cue_with_its_source_and_the_stretches_of_its_content() -> None:
    [hint] = read()[0].speech or ()
    assert hint.word == 2
    assert hint.source == (PLACES[0],)
    assert hint.content == (PLACES[1], PLACES[3])


def test_a_stand_with_its_holder_and_what_it_is_on() -> None:
    [hint] = read()[0].stances
    assert (hint.word, hint.kinds[0][0]) == (1, "against")
    assert hint.share > 0.9
    assert [(p.word, p.part) for p in hint.parts] == [(0, "actor"), (3, "recipient")]
    assert read()[0].pledges == ()


def test_outputs_that_were_not_asked_for_give_no_hints() -> None:
    assert HintReader(LABELS).hints({}, [(0, 4)], PLACES, HEADS) == [Hints(speech=None)]


def test_hints_move_with_their_sentence() -> None:
    hint = ActHint(1, (), (), 0.0, None, (Part(0, "actor", 0.9),))
    assert hint.moved(5) == ActHint(6, (), (), 0.0, None, (Part(5, "actor", 0.9),))
    assert SpeechHint(1, 0.9, (), ()).moved(2).word == 3
    bond = BondHint(1, (("for", 0.9),), (Part(0, "actor", 0.9),))
    assert bond.moved(2) == BondHint(3, (("for", 0.9),), (Part(2, "actor", 0.9),))


def test_shares_are_of_one() -> None:
    assert softmax(np.array([[1000.0, 0.0], [0.0, 0.0]], np.float32)).tolist() == [[1.0, 0.0], [0.5, 0.5]]


def test_the_head_for_pairs_answers_with_shares_and_the_words_that_decided() -> None:
    [told] = load_pairs().read([Asked(np.zeros((3, 384), np.float32), (0,), ())])
    assert sum(told.types.values()) == pytest.approx(1.0, abs=1e-4)
    assert "_" in told.types
    assert {word for word, _ in told.words} == {0, 1, 2}
