"""Who "I" and "we" are, once it is known who is quoted where."""

from dragoman.record import Actor, ActorKind, How, Mention, Report, Role, Span
from dragoman.resolve.first_person import with_voices

ADA = Actor("person:ada-obi", ActorKind.PERSON, "Ada Obi", "KEN", "GOV", Role("minister", "KEN"))
BEN = Actor("person:ben-ito", ActorKind.PERSON, "Ben Ito")
REPORT = Report("0123456789", "", ())
KENYA = Actor("KEN", ActorKind.STATE, "Kenya", "KEN")


def told(text: str, speaker: str | None) -> Mention:
    mention = Mention(None, Span(0, len(text)), text, How.PRONOUN)
    voiced = with_voices((ADA, BEN, KENYA), (mention,), REPORT, lambda at: speaker)
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
    assert with_voices((KENYA,), (mention,), REPORT, lambda at: None).mentions == (mention,)


def spoken(text: str, *words: str, speaker: str | None = None) -> list[str | None]:
    """Whom the words of a text, in their order, stand for; each line is a paragraph."""
    at, mentions, body, start = 0, [], [], 0
    for word in words:
        at = text.index(word, at)
        mentions.append(Mention(None, Span(at, at + len(word)), word, How.PRONOUN))
        at += len(word)
    for line in text.split("\n"):
        body.append(Span(start, start + len(line)))
        start += len(line) + 1
    report = Report("0123456789", text, tuple(body))
    return [m.actor for m in with_voices((ADA, BEN), mentions, report, lambda at: speaker).mentions]


def test_you_are_those_to_whom_the_report_or_the_one_quoted_speaks() -> None:
    assert spoken("You pay once. Then you wait.", "You", "you") == ["r:01234567:readers"] * 2
    heard = spoken("You pay once. Then you wait.", "You", "you", speaker=ADA.id)
    assert heard == ["r:01234567:hearers-of-person-ada-obi"] * 2


def test_one_you_alone_is_nobody() -> None:
    assert spoken("If you ask around, it rains.", "you") == [None]


def test_you_of_an_interview_is_who_answers() -> None:
    talk = "Why did you go?\nI was tired.\nWould you again?\nI would.\nDo you regret it?\nMy wife does."
    assert spoken(talk, "you", "I", "you", "I", "you", "My") == ["r:01234567:author"] * 6
