"""Who "I" and "we" are, once it is known who is quoted where."""

from dragoman.record import Actor, ActorKind, How, Mention, Role, Span
from dragoman.resolve.first_person import with_voices

ADA = Actor("person:ada-obi", ActorKind.PERSON, "Ada Obi", "KEN", "GOV", Role("minister", "KEN"))
BEN = Actor("person:ben-ito", ActorKind.PERSON, "Ben Ito")
KENYA = Actor("KEN", ActorKind.STATE, "Kenya", "KEN")


def told(text: str, speaker: str | None) -> Mention:
    mention = Mention(None, Span(0, len(text)), text, How.PRONOUN)
    voiced = with_voices((ADA, BEN, KENYA), (mention,), "0123456789", lambda at: speaker)
    (found,) = voiced.mentions
    assert found.reason
    assert found.actor in {a.id for a in voiced.actors}
    return found


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    assert told("I", ADA.id).actor == ADA.id


def test_we_of_an_office_holder_is_what_the_office_is_of() -> None:
    assert told("we", ADA.id).actor == "KEN"


def test_we_of_somebody_else_is_a_group_of_his() -> None:
    assert told("our", BEN.id).actor == "r:01234567:person-ben-ito-and-others"


def test_outside_quotations_it_is_who_writes() -> None:
    assert told("my", None).actor == "r:01234567:author"
    assert told("We", None).actor == "r:01234567:authors"


def test_what_is_tied_already_stays() -> None:
    mention = Mention("KEN", Span(0, 2), "We", How.PRONOUN, "known before")
    assert with_voices((KENYA,), (mention,), "0123456789", lambda at: None).mentions == (mention,)
