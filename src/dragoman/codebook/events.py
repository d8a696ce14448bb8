"""The event codebook: types, modes and rules, loaded from YAML and checked line by line.

One file a PLOVER type (``codebooks/events/*.yaml``). A rule says which words report the act
(triggers), where its actor and recipient stand (positions), and under what conditions it holds;
its examples and counter-examples are tested by the suite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.taught import Taught, taught
from dragoman.codebook.yamlfile import Fields, Node, load_yaml, yaml_files

CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_NAME = re.compile(r"[A-Z][A-Z_]+")
NEEDS = ("actor", "recipient", "both", "nobody")
NOUN_ACTOR = ("light", "between", "poss", "modifier", "by", "of")
NOUN_RECIPIENT = ("with", "against", "on", "to", "of")


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act was done: the manual's mode with its score, CAMEO code and Goldstein value."""

    name: str
    definition: str
    score: float | None
    cameo: str | None
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or must not) stand at a position: one of these lemmas, ``actor`` or ``any``."""

    position: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must code, with substrings of the actors and recipients expected."""

    text: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mode: str | None
    status: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which the language reports an act.

    ``voice`` is true where the act is an act of speech by whoever tells it: that someone broke a
    treaty is an accusation on a speaker's word and nothing on the outlet's. ``sure`` is true where the rule
    has the last word, whatever the learned head takes the word for. ``never`` is true where its words look
    like the type and are none: nobody finds an act of the type at them. ``charge`` is true where the object
    is what the actor is charged with: whoever is named in the charge has no part in its denial.
    """

    id: str
    event: str
    means: str
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    adjectives: tuple[tuple[str, ...], ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    reciprocal: bool
    voice: bool
    sure: bool
    never: bool
    charge: bool
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    needs: str | None
    required: tuple[Condition, ...]
    excluded: tuple[Condition, ...]
    near: frozenset[str]
    not_near: frozenset[str]
    examples: tuple[Example, ...]
    counter: tuple[str, ...]
    path: Path
    line: int

    def positions(self, noun: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where its actor and its recipient stand, by whether a noun or another word triggers it."""
        return (self.noun_actor, self.noun_recipient) if noun else (self.actor, self.recipient)

    @property
    def name(self) -> str:
        """The rule's name as shown to a reader: type and id."""
        return f"{self.event}/{self.id}"


@dataclass(frozen=True, slots=True)
class EventType:
    """One type with its modes and its rules, or the examples that teach it.

    A taught type may have no class, score, CAMEO code or Goldstein value: its events have none then.
    ``outcomes`` are verbs that tell what came of such an act (*killed* in a raid); ``addressed`` says that
    such an act is said to its recipient.
    """

    event: str
    label: str
    manual: str
    definition: str
    quad: str | None
    score: float | None
    cameo: str | None
    goldstein: float | None
    recipient_required: bool
    intent: str | None
    modes: dict[str, Mode]
    rules: tuple[Rule, ...]
    path: Path
    taught: Taught | None = None
    outcomes: frozenset[str] = frozenset()
    addressed: bool = False

    @property
    def harms(self) -> bool:
        """Whether its acts do harm: they are of the class of material conflict."""
        return self.quad == "material conflict"


def load_words(path: Path) -> dict[str, frozenset[str]]:
    """The named word lists that rules refer to as ``@name``."""
    if not path.exists():
        return {}
    return {name: frozenset(node.texts()) for name, node in load_yaml(path).mapping().items()}


def load_events(folder: Path, words: dict[str, frozenset[str]]) -> dict[str, EventType]:
    """Every event type in a folder of YAML files, by name.

    Raises:
        CodebookError: naming the file and line of an unknown key, a missing one, a mode that the
            type does not have, a word list that does not exist, or a rule id used twice.
    """
    types: dict[str, EventType] = {}
    for path in yaml_files(folder):
        loaded = _event_type(load_yaml(path), words)
        if loaded.event in types:
            raise load_yaml(path).error(f"{loaded.event} is defined twice", f"see {types[loaded.event].path}")
        types[loaded.event] = loaded
    return types


def _event_type(node: Node, words: dict[str, frozenset[str]]) -> EventType:
    with Fields(node) as f:
        event = f.need("event").text()
        modes = {name: _mode(name, item) for name, item in (f.get("modes") or _empty(node)).mapping().items()}
        rules = tuple(_rule(item, event, modes, words) for item in f.items("rules"))
        _unique(f.items("rules"), rules)
        lessons = taught(f)
        if lessons is not None:
            _fit_for_teaching(f.need("event"), lessons)
            return _taught_type(f, event, modes, lessons)
        return EventType(
            event=event,
            label=f.need("label").text(),
            manual=f.need("manual").text(),
            definition=f.need("definition").text().strip(),
            quad=f.choice("class", CLASSES) or f.need("class").text(),
            score=f.need("score").number(),
            cameo=f.need("cameo").text(),
            goldstein=f.need("goldstein").number(),
            recipient_required=f.choice("recipient", ("required", "optional"), "optional") == "required",
            intent=f.text("intent"),
            modes=modes,
            rules=rules,
            path=node.path,
            outcomes=frozenset(f.texts("outcomes")),
            addressed=f.flag("addressed"),
        )


def _fit_for_teaching(name: Node, lessons: Taught) -> None:
    if not _NAME.fullmatch(name.text()):
        raise name.error(f"`{name.text()}` is no name of a type", "write capitals: PARDON, CYBER_ATTACK")
    if own := next((o for o in lessons.overlaps if o.split("/")[0] == name.text()), None):
        raise name.error(f"the type overlaps with itself (`{own}`)", "name other types or rules")


def _taught_type(f: Fields, event: str, modes: dict[str, Mode], lessons: Taught) -> EventType:
    """A type that examples teach: only its name and its definition must be given."""
    return EventType(
        event=event,
        label=f.text("label") or event.replace("_", " ").capitalize(),
        manual=f.text("manual") or "none: a type of this codebook's own",
        definition=f.need("definition").text().strip(),
        quad=f.choice("class", CLASSES),
        score=f.number("score"),
        cameo=f.text("cameo"),
        goldstein=f.number("goldstein"),
        recipient_required=f.choice("recipient", ("required", "optional"), "optional") == "required",
        intent=f.text("intent"),
        modes=modes,
        rules=(),
        path=f.node.path,
        taught=lessons,
    )


def _empty(node: Node) -> Node:
    return Node(None, node.path, node.line)


def _unique(nodes: tuple[Node, ...], rules: tuple[Rule, ...]) -> None:
    seen: set[str] = set()
    for node, rule in zip(nodes, rules, strict=True):
        if rule.id in seen:
            raise node.error(f"rule id `{rule.id}` is used twice", "give each rule of a file its own id")
        seen.add(rule.id)


def _mode(name: str, node: Node) -> Mode:
    with Fields(node) as f:
        return Mode(
            name=name,
            definition=f.need("definition").text().strip(),
            score=f.number("score"),
            cameo=f.text("cameo"),
            goldstein=f.number("goldstein"),
        )


def _rule(node: Node, event: str, modes: dict[str, Mode], words: dict[str, frozenset[str]]) -> Rule:
    with Fields(node) as f:
        mode = f.text("mode")
        if mode is not None and mode not in modes:
            raise node.error(f"{event} has no mode `{mode}`", "modes of this type: " + ", ".join(modes))
        rule = Rule(
            id=f.need("id").text(),
            event=event,
            means=f.need("means").text().strip(),
            verbs=_triggers(f, "verbs"),
            nouns=_triggers(f, "nouns"),
            adjectives=_triggers(f, "adjectives"),
            actor=() if f.text("voice") else f.texts("actor") or ("subject",),
            recipient=f.texts("recipient"),
            noun_actor=f.texts("noun-actor") or NOUN_ACTOR,
            noun_recipient=f.texts("noun-recipient") or NOUN_RECIPIENT,
            reciprocal=f.flag("reciprocal"),
            voice=f.choice("voice", ("speaker",)) is not None,
            sure=f.flag("sure"),
            never=f.flag("never"),
            charge=f.flag("charge"),
            mode=mode,
            cameo=f.text("cameo"),
            contexts=f.texts("contexts"),
            needs=_needs(f),
            required=_conditions(f.get("with"), words),
            excluded=_conditions(f.get("without"), words),
            near=_expand(f.items("near"), words),
            not_near=_expand(f.items("not-near"), words),
            examples=tuple(_example(item) for item in f.items("examples")),
            counter=f.texts("counter"),
            path=node.path,
            line=node.line,
        )
    if not (rule.verbs or rule.nouns or rule.adjectives):
        raise node.error("the rule has no trigger", "add `verbs:`, `nouns:` or `adjectives:`")
    return rule


def _needs(f: Fields) -> str | None:
    """What must be found for the rule to hold: ``actor``, ``recipient``, or a list of the two (``both``)."""
    for item in f.items("needs"):
        if item.text() not in NEEDS:
            raise item.error(f"`{item.text()}` cannot be needed", "use actor, recipient, both or nobody")
    listed = f.texts("needs")
    return "both" if len(listed) > 1 else next(iter(listed), None)


def _triggers(f: Fields, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text.lower().split()) for text in f.texts(key))


def _conditions(node: Node | None, words: dict[str, frozenset[str]]) -> tuple[Condition, ...]:
    if node is None:
        return ()
    return tuple(
        Condition(position, _expand(item.items(), words)) for position, item in node.mapping().items()
    )


def _expand(items: tuple[Node, ...], words: dict[str, frozenset[str]]) -> frozenset[str]:
    lemmas: set[str] = set()
    for item in items:
        text = item.text()
        if not text.startswith("@"):
            lemmas.add(text.lower())
        elif text[1:] in words:
            lemmas |= {w.lower() for w in words[text[1:]]}
        else:
            raise item.error(f"there is no word list `{text}`", "define it in words.yaml")
    return frozenset(lemmas)


def _example(node: Node) -> Example:
    with Fields(node) as f:
        return Example(
            text=f.need("text").text().strip(),
            actor=f.texts("actor"),
            recipient=f.texts("recipient"),
            mode=f.text("mode"),
            status=f.text("status"),
            line=node.line,
        )
