"""What the program makes of the examples and counter-examples that stand in the event codebook.

Each is read as a report of one sentence by the shipped model, the shipped gazetteers and the coder, so a
rule that nobody can trigger, or that fires on its own counter-example, shows here. Run as a module, it
prints the examples that are not coded as their rule says, one a line, for ``known_failures.txt``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.codebook.confidence import Confidence, Weights
from dragoman.codebook.events import Example, Rule
from dragoman.coding.weigh import Weigher
from dragoman.pipeline import Reader
from dragoman.record import Event, Record, Report, Span
from dragoman.settings import Settings

KNOWN = Path(__file__).parent / "known_failures.txt"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one sentence was coded as its rule says, and what was coded instead."""

    rule: str
    text: str
    right: bool
    coded: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule}: {self.text} [{'; '.join(self.coded) or 'nothing'}]"


def known_failures() -> frozenset[str]:
    """The sentences that are known not to be coded as their rule says."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def examples(reader: Reader, event: str) -> Iterator[Verdict]:
    """One verdict for each example of a type's rules."""
    for rule in reader.codebook.types[event].rules:
        for example in rule.examples:
            record = read(reader, example.text)
            if rule.never:
                right = all(e.event != rule.event for e in record.events)
            else:
                right = any(_fits(record, e, rule, example) for e in record.events)
            yield Verdict(rule.name, example.text, right, _named(record))


def counters(reader: Reader, event: str) -> Iterator[Verdict]:
    """One verdict for each counter-example of a type's rules: right if that rule did not code it."""
    for rule in reader.codebook.types[event].rules:
        for text in rule.counter:
            record = read(reader, text)
            yield Verdict(rule.name, text, not any(_decided(e, rule) for e in record.events), _named(record))


def by_rules(reader: Reader) -> Reader:
    """The same reader without the learned head's own acts: what the rules do is tested by themselves."""
    weights = Confidence(learned=Weights(bias=-99.0))
    return replace(reader, weigher=Weigher(reader.codebook.types, reader.codebook.operators, weights, 0.5))


def read(reader: Reader, text: str) -> Record:
    """The record of a report that is just this text, by the rules alone."""
    return by_rules(reader).read(
        Report(id="example", text=text, body=(Span(0, len(text)),), published="2020-06-15")
    )


def _fits(record: Record, event: Event, rule: Rule, example: Example) -> bool:
    """Coded with the rule's type, by and towards the parties that the example names."""
    actors = _spans(record, event.actors, tuple(e.actor_spans for e in event.evidence))
    recipients = _spans(record, event.recipients, tuple(e.recipient_spans for e in event.evidence))
    return (
        (event.event == rule.event or _decided(event, rule))
        and _named_by(actors, example.actor, example.text)
        and _named_by(recipients, example.recipient, example.text)
        and (example.mode is None or event.mode == example.mode)
        and (example.status is None or event.status == example.status)
    )


def _spans(record: Record, actors: tuple[str, ...], evidence: tuple[tuple[Span, ...], ...]) -> list[Span]:
    """Where the event found these actors, and where else the sentence mentions them, by name or pronoun."""
    mentioned = [m.span for m in record.mentions if m.actor in actors]
    return [*mentioned, *(span for spans in evidence for span in spans)]


def _decided(event: Event, rule: Rule) -> bool:
    return any(f"is coded by {rule.name}:" in step for step in (event.why, *event.steps))


def _named_by(spans: list[Span], wanted: tuple[str, ...], text: str) -> bool:
    places = [Span(at, at + len(words)) for words in wanted if (at := text.find(words)) >= 0]
    return len(places) == len(wanted) and all(any(p.overlaps(span) for span in spans) for p in places)


def _named(record: Record) -> tuple[str, ...]:
    return tuple(f"{e.event}: {', '.join(e.actors)} > {', '.join(e.recipients)}" for e in record.events)


if __name__ == "__main__":
    shipped = Reader.load(Settings())
    for kind in shipped.codebook.types:
        for verdict in (*examples(shipped, kind), *counters(shipped, kind)):
            if not verdict.right:
                print(verdict)
