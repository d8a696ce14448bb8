"""Who "I", "we" and "you" are: whoever is quoted there, else whoever writes; whoever is spoken to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.codebook.name_words import slug
from dragoman.record import Actor, ActorKind, How, Mention, Report, Span
from dragoman.resolve.pronouns import SECOND
from dragoman.values import changed

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_FIRST = SINGULAR | PLURAL

_INTERVIEW = 3  # questions that are answered in the first person make a report an interview


@dataclass(frozen=True, slots=True)
class Voiced:
    """The actors of a report and its mentions, those in the first person among them."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]


def with_voices(
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    report: Report,
    speaker_of: Callable[[int], str | None],
) -> Voiced:
    """Tie the mentions in the first and the second person that stand open.

    ``speaker_of`` says who is quoted at a character. Nobody quoted: the writer, an actor that only the report
    knows. "We" is the body or state for which the speaker holds office, else a group of the speaker's own.
    "You" are those to whom somebody speaks, if more than once; in the questions of an interview, who answers.
    """
    known, prefix = {a.id: a for a in actors}, f"r:{report.id[:8]}"
    asked = _questions(report, mentions, speaker_of)
    said = [_asked(m, asked, known, prefix) for m in mentions] if asked else mentions
    said = [_tied(m, known, prefix, speaker_of) if m.actor is None else m for m in said]
    said = _spoken_to(said, known, prefix, speaker_of)
    return Voiced(tuple(known.values()), tuple(said))


def _questions(
    report: Report, mentions: Sequence[Mention], speaker_of: Callable[[int], str | None]
) -> dict[Span, str | None]:
    """The paragraphs that ask, and who is said to answer in the next, if several are answered by an "I"."""
    asking = [
        (here, after)
        for here, after in zip(report.body, report.body[1:], strict=False)
        if here.of(report.text).rstrip().endswith("?") and speaker_of(here.start) is None
    ]
    if len(asking) < _INTERVIEW:
        return {}
    own = [m.span for m in mentions if m.text.lower() in SINGULAR and speaker_of(m.span.start) is None]
    answered = sum(any(after.covers(i) for i in own) for _, after in asking)
    return {here: speaker_of(after.start) for here, after in asking} if answered >= _INTERVIEW else {}


def _asked(
    mention: Mention, questions: Mapping[Span, str | None], known: dict[str, Actor], prefix: str
) -> Mention:
    """The "you" of an interviewer's question is who answers it, the "I" the interviewer."""
    if mention.actor is not None or not questions:
        return mention
    word = mention.text.lower()
    question = next((q for q in questions if q.covers(mention.span)), None)
    if question is None or word not in SECOND | SINGULAR:
        return mention
    if word in SINGULAR:
        asks = _added(known, Actor(f"{prefix}:interviewer", ActorKind.PERSON, "the interviewer"))
        return changed(mention, actor=asks, reason=f"“{mention.text}” is who asks", confidence=0.6)
    reason = f"“{mention.text}” is who answers the question"
    answers = questions[question] or _writer(known, prefix)
    return changed(mention, actor=answers, reason=reason, confidence=0.6)


def _spoken_to(
    mentions: Sequence[Mention],
    known: dict[str, Actor],
    prefix: str,
    speaker_of: Callable[[int], str | None],
) -> list[Mention]:
    """The mentions with those in the second person tied to whom their speaker, or the writer, speaks to."""
    open_ones = [m for m in mentions if m.actor is None and m.text.lower() in SECOND]
    if not open_ones:
        return list(mentions)
    speakers = {m.span: speaker_of(m.span.start) for m in open_ones}
    often = Counter(speakers.values())
    tied: list[Mention] = []
    for mention in mentions:
        if mention.span not in speakers or often[speakers[mention.span]] < 2:
            tied.append(mention)
            continue
        speaker = speakers[mention.span]
        who = known.get(speaker or "")
        name = "the reader" if speaker is None else f"those to whom {who.name if who else speaker} speaks"
        ident = f"{prefix}:readers" if speaker is None else f"{prefix}:hearers-of-{slug(speaker)}"
        hearers = _added(known, Actor(ident, ActorKind.GROUP, name))
        tied.append(changed(mention, actor=hearers, reason=f"“{mention.text}” is {name}", confidence=0.5))
    return tied


def _tied(
    mention: Mention, known: dict[str, Actor], prefix: str, speaker_of: Callable[[int], str | None]
) -> Mention:
    if mention.how is not How.PRONOUN:
        return mention
    word = mention.text.lower()
    if word not in _FIRST:
        return mention
    speaker = speaker_of(mention.span.start)
    if word in SINGULAR and speaker is not None:
        return changed(
            mention, actor=speaker, reason=f"“{mention.text}” is who is quoted here", confidence=0.8
        )
    if word in SINGULAR:
        reason = f"“{mention.text}” outside a quotation is who writes"
        return changed(mention, actor=_writer(known, prefix), reason=reason)
    return changed(mention, actor=_we(known, prefix, speaker), reason=_reason(mention.text, speaker))


def _writer(known: dict[str, Actor], prefix: str) -> str:
    return _added(known, Actor(f"{prefix}:author", ActorKind.PERSON, "the author"))


def _we(known: dict[str, Actor], prefix: str, speaker: str | None) -> str:
    """Those for whom someone speaks."""
    if speaker is None:
        return _added(known, Actor(f"{prefix}:authors", ActorKind.GROUP, "the author and others"))
    actor = known.get(speaker)
    if actor is None or actor.kind is not ActorKind.PERSON:
        return speaker
    if actor.role is not None and actor.role.of in known:
        return actor.role.of
    group = Actor(
        f"{prefix}:{slug(speaker)}-and-others", ActorKind.GROUP, f"{actor.name} and others", actor.state
    )
    return _added(known, group)


def _added(known: dict[str, Actor], actor: Actor) -> str:
    known.setdefault(actor.id, actor)
    return actor.id


def _reason(text: str, speaker: str | None) -> str:
    who = "whoever writes, and others" if speaker is None else "those for whom the one quoted here speaks"
    return f"“{text}” are {who}"
