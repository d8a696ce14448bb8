"""Statements: who said what, with the actors that the report's mentions stand for.

``hear`` also answers, for any character, on whose word it stands (``Heard.speaker_at``); the event coder
asks it for every trigger, and "I" and "we" inside a quotation are whoever it names last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Protocol

from dragoman.coding.parties import Parties, Party, parties_in
from dragoman.find.quotation_cues import Cues, shipped_cues
from dragoman.find.quotation_speech import Speech
from dragoman.find.quotation_tree import Tree
from dragoman.find.quotations import find_speech
from dragoman.find.quote_marks import Quotation
from dragoman.language.parse import Sentence
from dragoman.record import Actor, ActorKind, Attribution, Event, Mention, Report, Span, Statement, TimeSpan

_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
_TURNS = _ANSWERS | {"Q", "Question", "QUESTION"}
_LASTING = frozenset({"since", "until", "till", "within", "for"})


class ActorsFound(Protocol):
    """What is asked of the actor finder's result."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """Every mention, in the order of the text."""
        ...

    @property
    def actors(self) -> Sequence[Actor]:
        """Every actor of the report."""
        ...

    @property
    def pairs(self) -> Mapping[Span, tuple[str, ...]]:
        """Whom the mentions of two together stand for ("both leaders")."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """The statements of a report, each beside the speech that it was made from."""

    statements: tuple[Statement, ...]
    speeches: tuple[Speech, ...]
    # The first and last characters of what each voices: every mention, trigger and date is held against them.
    _voiced: tuple[tuple[int, int, int], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        told = enumerate(zip(self.statements, self.speeches, strict=True))
        voiced = tuple((*span, n) for n, (s, x) in told for span in _voiced(s, x))
        object.__setattr__(self, "_voiced", voiced)

    def speaker_at(self, offset: int) -> tuple[Attribution, ...]:
        """On whose word a character of the text stands, outermost first; empty is the outlet's own voice.

        What someone only undertakes ("vowed to rebuild") is told by the outlet, and so is the thing that
        someone judges ("called the raid a crime"), unless it stands in quotation marks.
        """
        here = dict.fromkeys(n for start, end, n in self._voiced if start <= offset < end)
        if not here:
            return ()
        over = [(self.statements[n], self.speeches[n]) for n in here]
        over.sort(key=lambda pair: pair[1].content.start - pair[1].content.end)
        return tuple(Attribution(s.speaker, s.verb or x.verb, x.cue) for s, x in over)

    def speaker_of(self, offset: int) -> str | None:
        """The actor who says "I" at a character of the text, or None."""
        chain = self.speaker_at(offset)
        return chain[-1].speaker if chain else None

    def about(self, events: Iterable[Event]) -> tuple[Statement, ...]:
        """The statements, each with the ids of the events whose trigger it holds."""
        placed = [(t.trigger, e.id) for e in events for t in e.evidence]
        # An event that is told more than once within a statement is named once.
        held = (tuple(dict.fromkeys([i for t, i in placed if x.holds(t)])) for x in self.speeches)
        # Many a statement tells of no event, and stays as it is.
        told = zip(self.statements, held, strict=True)
        return tuple(s if ids == s.about else replace(s, about=ids) for s, ids in told)


def hear(
    report: Report,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quotation],
    actors_found: ActorsFound,
    times: Sequence[TimeSpan] = (),
    cues: Cues | None = None,
) -> Heard:
    """The statements of a report and on whose word each stretch of it stands.

    ``sentences`` are those of title, standfirst and body in order, as ``mended``; ``quotes`` come from
    ``quote_marks.find_quotations``; ``times`` are the dates found in the text (with spans), from which a
    statement takes its own ("said on Tuesday").
    """
    cues = cues or shipped_cues()
    speeches = find_speech(report.text, sentences, quotes, cues, _paragraphs(report), report.headlines)
    kept: list[Speech] = []
    statements: list[Statement] = []

    def speaker_of(offset: int) -> str | None:
        inner = Heard(tuple(statements), tuple(kept)).speaker_at(offset)
        return inner[-1].speaker if inner else None

    rolls: dict[int, Parties] = {}
    for speech in (x for x in speeches if x.asserted):
        n = speech.sentence
        if n not in rolls:
            found = parties_in(sentences[n], actors_found.mentions, speaker_of)
            rolls[n] = found.in_places((), frozenset(), actors_found.pairs)
        statement = _statement(report, speech, rolls[n], actors_found.mentions, times, cues)
        if statement.speaker is None and statement.speaker_text in _ANSWERS:
            statement = _by_whom_is_asked(report, statement, actors_found, speeches)
        if statement.speaker is None and _is_spokesman(sentences[n], speech):
            statement = _for_the_body_before(report, statement, statements, actors_found.actors)
        if speech.named_only and statement.speaker is None:
            continue
        kept.append(speech)
        statements.append(statement)
    return Heard(_nested(statements, kept), tuple(kept))


def _by_whom_is_asked(
    report: Report, statement: Statement, found: ActorsFound, speeches: Sequence[Speech]
) -> Statement:
    """An answer ("A: …") is by the one person whom the report names before it comes to the interview."""
    first = min(x.cue.start for x in speeches if x.source is not None and x.source.of(report.text) in _TURNS)
    persons = {a.id for a in found.actors if a.kind is ActorKind.PERSON}
    named = {m.actor for m in found.mentions if m.span.end <= first and m.actor in persons}
    if len(named) != 1:
        return statement
    reason = f"{statement.reason}; the one person named before the interview answers"
    answers = named.pop()
    return replace(statement, speaker=answers, speakers=(answers,), reason=reason)


def _is_spokesman(sentence: Sentence, speech: Speech) -> bool:
    """Whether the speaker is a spokesman or a statement of nobody that is named."""
    lemma = "" if speech.speaker is None else sentence.words[speech.speaker].lemma.lower()
    return lemma.startswith("spokes") or lemma == "statement"


def _for_the_body_before(
    report: Report, statement: Statement, before: Sequence[Statement], actors: Sequence[Actor]
) -> Statement:
    """A bare spokesman speaks for the state or body that spoke last in this paragraph or the one before."""
    persons = {a.id for a in actors if a.kind is ActorKind.PERSON}
    here = next((k for k, p in enumerate(report.body) if p.overlaps(statement.content)), 0)
    near = report.body[max(0, here - 1) : here + 1]
    for s in reversed(before):
        body = s.speaker is not None and s.speaker not in persons
        if body and any(p.covers(s.content) for p in near):
            reason = f"{statement.reason}; taken for the spokesman of who spoke before"
            return replace(statement, speaker=s.speaker, speakers=s.speakers, reason=reason)
    return statement


def statement_id(report_id: str, cue: Span, content: Span) -> str:
    """A stable id: the same words in the same capture have the same id on every reading."""
    return sha256(f"{report_id}|statement|{cue.start}|{content.start}|{content.end}".encode()).hexdigest()[
        :16
    ]


def _paragraphs(report: Report) -> tuple[Span, ...]:
    return (*report.headlines, *report.body)


def _voiced(statement: Statement, speech: Speech) -> tuple[Span, ...]:
    """What of a text stands on a speaker's word."""
    return statement.quotes if speech.kind in ("commitment", "judgement") else speech.contents


def _dates(time: TimeSpan, speech: Speech, report: Report) -> bool:
    """Whether a time stands in the frame of a speech and is none to come: a report tells what was said.

    How long something may take ("within two years") or has been asked for ("since 1997") is no such time.
    """
    if time.span is None or time.start is None or not any(f.covers(time.span) for f in speech.frame):
        return False
    before = report.text[: time.span.start].split()[-1:]
    to_come = report.published is not None and time.start[:10] > report.published[:10]
    return not to_come and not _LASTING.intersection(w.lower() for w in before)


def _statement(
    report: Report,
    speech: Speech,
    parties: Parties,
    mentions: Sequence[Mention],
    times: Sequence[TimeSpan],
    cues: Cues,
) -> Statement:
    speaker, how = _speaker(speech, parties, mentions, cues)
    together = _together(speech, parties, speaker)
    hearers = (_hearer(parties, mentions, a) for a in speech.addressees)
    return Statement(
        id=statement_id(report.id, speech.cue, speech.content),
        speaker=speaker,
        speaker_text=None if speech.source is None else speech.source.of(report.text),
        verb=speech.verb,
        form=speech.form,
        content=speech.content,
        quotes=speech.quotes,
        cue=speech.cue,
        addressees=tuple(
            dict.fromkeys(h for h in hearers if h is not None and h not in (speaker, *together))
        ),
        time=next((t for t in times if t.span and _dates(t, speech, report)), None),
        reason=f"{speech.reason}; {how}" + ("; said together" if len(together) > 1 else ""),
        speakers=together,
    )


def _together(speech: Speech, parties: Parties, speaker: str | None) -> tuple[str, ...]:
    """All who say something: those coordinated with the speaker, owners of a plural, both of two."""
    if speech.speaker is None or speaker is None:
        return ()
    named = parties.at(speech.speaker)
    if named is None or named.actor != speaker:
        return (speaker,)
    if named.span in parties.pairs:
        return parties.pairs[named.span]
    return tuple(p.actor for p in parties.among(parties.coordinated(speech.speaker)))


def _speaker(
    speech: Speech, parties: Parties, mentions: Sequence[Mention], cues: Cues
) -> tuple[str | None, str]:
    """The actor who speaks, and in words how that is known."""
    i = speech.speaker
    if i is None:
        return None, "nobody is named as the speaker"
    word = parties.sentence.words[i]
    party = parties.at(i)
    if party is not None:
        return party.actor, f"the speaker is “{word.text}”: {party.reason}"
    named = _actor_over(mentions, word.span)
    if named is not None:
        return named, f"the speaker is “{word.text}”"
    for beside in Tree(parties.sentence).below(i, "appos"):
        party = parties.at(beside.i)
        if party is None and beside.lemma.lower() in cues.owners:
            party = next(iter(_owners(parties, beside.i, cues)), None)
        if party is not None:
            return party.actor, f"the speaker is “{word.text}”, {beside.text}: {party.reason}"
    if word.lemma.lower() in cues.owners:
        for owner in _owners(parties, i, cues):
            return owner.actor, f"“{word.text}” speaks for its owner: {owner.reason}"
    return None, f"“{word.text}” is no actor that is known"


def _hearer(parties: Parties, mentions: Sequence[Mention], phrase: Span) -> str | None:
    """The actor at the head of a hearer's phrase, else the one named in it: "its *supporters*", not "its"."""
    head = parties.sentence.head_of(phrase) if parties.sentence.span.covers(phrase) else None
    party = parties.at(head) if head is not None else None
    return party.actor if party is not None else _actor_over(mentions, phrase)


def _owners(parties: Parties, i: int, cues: Cues) -> Sequence[Party]:
    """Whose paper or spokesman it is: those it belongs to, or who issued it."""
    tree = Tree(parties.sentence)
    found = parties.reached(i)
    if found:
        return found
    for c in tree.below(i, "acl"):
        found += [p for d in tree.below(c.i, "obl") for p in parties.reached(d.i)]
    w = parties.sentence.words[i]
    issued = w.deprel == "obj" and w.head >= 0 and parties.sentence.words[w.head].lemma in cues.issuing
    issuer = tree.subject(w.head) if issued else None
    return found or ([] if issuer is None or issuer == i else parties.reached(issuer))


def _actor_over(mentions: Iterable[Mention], span: Span) -> str | None:
    """The actor of the shortest mention that overlaps a stretch of text."""
    over = [m for m in mentions if m.actor is not None and m.span.overlaps(span)]
    return min(over, key=lambda m: m.span.end - m.span.start).actor if over else None


def _nested(statements: Sequence[Statement], speeches: Sequence[Speech]) -> tuple[Statement, ...]:
    """Each statement with the id of the innermost one that reports it."""
    nested = []
    for k, (statement, speech) in enumerate(zip(statements, speeches, strict=True)):
        content = speech.content
        hosts = [
            (x.content.end - x.content.start, s.id)
            for n, (s, x) in enumerate(zip(statements, speeches, strict=True))
            if n != k and x.holds(content) and (x.holds(speech.cue) or speech.continues)
        ]
        nested.append(replace(statement, inside=min(hosts)[1]) if hosts else statement)
    return tuple(nested)
