"""Who "I" and "we" are: whoever is quoted there, else whoever writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook.name_words import slug
from dragoman.record import Actor, ActorKind, How, Mention

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


@dataclass(frozen=True, slots=True)
class Voiced:
    """The actors of a report and its mentions, those in the first person among them."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]


def with_voices(
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    report_id: str,
    speaker_of: Callable[[int], str | None],
) -> Voiced:
    """Tie the mentions in the first person that stand open.

    ``speaker_of`` says who is quoted at a character. Nobody quoted: the writer, an actor that only the report
    knows. "We" is the body or state for which the speaker holds office, else a group of the speaker's own.
    """
    known = {a.id: a for a in actors}
    said = [_tied(m, known, f"r:{report_id[:8]}", speaker_of) for m in mentions]
    return Voiced(tuple(known.values()), tuple(said))


def _tied(
    mention: Mention, known: dict[str, Actor], prefix: str, speaker_of: Callable[[int], str | None]
) -> Mention:
    word = mention.text.lower()
    if mention.actor is not None or mention.how is not How.PRONOUN or word not in SINGULAR | PLURAL:
        return mention
    speaker = speaker_of(mention.span.start)
    if word in SINGULAR and speaker is not None:
        return replace(
            mention, actor=speaker, reason=f"“{mention.text}” is who is quoted here", confidence=0.8
        )
    if word in SINGULAR:
        writer = _added(known, Actor(f"{prefix}:author", ActorKind.PERSON, "the author"))
        return replace(mention, actor=writer, reason=f"“{mention.text}” outside a quotation is who writes")
    return replace(mention, actor=_we(known, prefix, speaker), reason=_reason(mention.text, speaker))


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
