"""Records are made quickly and stay as they are."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, fields, replace

import pytest

from dragoman.record import Actor, ActorKind, Dropped, How, Mention, Span

MENTION = Mention("PER", Span(0, 4), "Lima", How.NAME, "a name of Peru")


def test_a_record_that_is_soon_made_has_its_fields_and_their_defaults():
    assert (MENTION.actor, MENTION.how, MENTION.runner_up, MENTION.confidence) == ("PER", How.NAME, None, 1.0)
    actor = Actor(kind=ActorKind.STATE, id="PER", name="Peru", state="PER")
    assert actor == Actor("PER", ActorKind.STATE, "Peru", "PER")
    assert actor.sector is None


@pytest.mark.parametrize("name", [f.name for f in fields(Mention)] + ["unheard_of"])
def test_none_of_its_fields_can_be_set_nor_taken_away(name):
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(MENTION, name, "other")
    with pytest.raises((FrozenInstanceError, TypeError, AttributeError)):
        delattr(MENTION, name)
    assert Mention("PER", Span(0, 4), "Lima", How.NAME, "a name of Peru") == MENTION


def test_it_is_of_its_own_class_equal_hashed_copied_and_pickled():
    again = pickle.loads(pickle.dumps(MENTION))
    assert type(again) is type(MENTION) is Mention
    assert again == MENTION
    assert hash(again) == hash(MENTION)
    assert replace(MENTION, actor="CHL").actor == "CHL"
    assert asdict(Dropped("actors", Span(1, 2), "why"))["reason"] == "why"


def test_it_asks_for_what_it_needs():
    with pytest.raises(TypeError):
        Mention("PER", Span(0, 4))  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Actor("PER", ActorKind.STATE, "Peru", colour="red")  # type: ignore[call-arg]
