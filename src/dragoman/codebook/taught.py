"""A type that is taught by examples instead of rules: its sentences in YAML, checked line by line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256

from dragoman.codebook.yamlfile import Fields, Node

EXAMPLES, COUNTER = 8, 4
"""How many examples and counter-examples a taught type should have."""


@dataclass(frozen=True, slots=True)
class TaughtExample:
    """A sentence that tells the act: the words that say so, and who does it to whom, as they stand there."""

    text: str
    trigger: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Counter:
    """A near miss: a sentence that does not tell the act."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Taught:
    """The examples and counter-examples of one type.

    ``overlaps`` names types and rules of the codebook (``CONCEDE``, ``CONCEDE/pardon``) that may tell the
    same act: their examples do not count as near misses, and where both find an act, this type stands.
    """

    examples: tuple[TaughtExample, ...]
    counter: tuple[Counter, ...]
    overlaps: tuple[str, ...]
    line: int
    overlaps_line: int

    @property
    def digest(self) -> str:
        """A digest of all that training learns from; lines may move without changing it."""
        told = [[e.text, e.trigger, e.actor, e.recipient] for e in self.examples]
        learnt = json.dumps([told, [c.text for c in self.counter], self.overlaps])
        return sha256(learnt.encode()).hexdigest()[:16]

    def cedes(self, event: str, rule: str) -> bool:
        """Whether an act of another type, found by this rule ("" for none), gives way to this type's."""
        return event in self.overlaps or (
            rule in self.overlaps if rule else any(o.split("/")[0] == event for o in self.overlaps)
        )


def taught(f: Fields) -> Taught | None:
    """The examples at the top level of a type's file; None where it has none.

    Raises:
        CodebookError: words that do not stand in their text, a doubled text, or examples beside rules.
    """
    nodes, counters, overlaps = f.items("examples"), f.items("counter"), f.texts("overlaps")
    if not nodes:
        given = f.get("counter") or f.get("overlaps")
        if given is not None:
            remedy = "add `examples:` to the type, or put it in a rule"
            raise given.error("`counter` and `overlaps` belong to examples, and there are none", remedy)
        return None
    if f.items("rules"):
        remedy = "keep one of the two; a second type may stand in a second file"
        raise nodes[0].error("a type has either rules or examples of its own", remedy)
    found = Taught(
        examples=tuple(_example(node) for node in nodes),
        counter=tuple(Counter(node.text().strip(), node.line) for node in counters),
        overlaps=overlaps,
        line=nodes[0].line,
        overlaps_line=next((n.line for n in f.items("overlaps")), nodes[0].line),
    )
    texts = [*(e.text for e in found.examples), *(c.text for c in found.counter)]
    _once(list(zip(texts, (*nodes, *counters), strict=True)))
    return found


def place_of(words: str, text: str) -> int | None:
    """Where words stand whole in a text; None where they do not."""
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return match.start() if match else None


def _example(node: Node) -> TaughtExample:
    with Fields(node) as f:
        text = f.need("text").text().strip()
        f.need("trigger")
        for key in ("trigger", "actor", "recipient"):
            for item in f.items(key):
                if not item.text().strip() or place_of(item.text(), text) is None:
                    remedy = "write the words as they stand in `text`, capitals included"
                    raise item.error(f"the {key} “{item.text()}” does not stand in the text", remedy)
        if not f.texts("trigger"):
            raise node.error("`trigger` is empty", "give the word of the text that tells the act")
        return TaughtExample(text, f.texts("trigger"), f.texts("actor"), f.texts("recipient"), node.line)


def _once(texts: list[tuple[str, Node]]) -> None:
    seen: set[str] = set()
    for text, node in texts:
        if text in seen:
            raise node.error(f"the text “{text}” is given twice", "keep one of the two")
        seen.add(text)
