"""Who stands as another does: "Peru does not", "so does Chad", "endorsed Kenya's view", "agrees with it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.coding.stance_holding import Holder, held, holder_at, position
from dragoman.coding.stance_paths import Asked, Taken, latest, turned
from dragoman.coding.stance_phrases import phrase
from dragoman.coding.stance_pointing import shared
from dragoman.coding.stance_scene import Scene
from dragoman.coding.syntax import fillers, with_conjuncts
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Position, Stance

_SHORT_ANSWER = 8
_LONGEST_ASIDE = 6
_BREAKS = frozenset({",", ";", ".", ":", "–", "—"})
_NOT = frozenset({"not", "n't", "n’t"})
_AS = frozenset({"as"})  # "wants it built as its neighbours do" tells how, not who
_TOO = frozenset({"too", "as", "so", "still"})
_APART, _NOUNS = ("parataxis", "conj"), ("PROPN", "NOUN")
_PREDICATED = ("nsubj", "cop", "case", "obj")
_SO, _POLICY = frozenset({"so"}), "policy"
_ALSO = frozenset({"too", "likewise"})
_LIKE = frozenset({"as", "so", "nor", "neither"})
_STANDING_IN = frozenset({"do", "be", "have"})  # what stands for the verb of the clause before
_DOING = _STANDING_IN | {"will", "would"}


def elliptical(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """A refusal without an object, a bare *has not* or *does too*, answers the clause before."""
    if not stands:
        return
    s, paths = scene.s, scene.paths
    for w in s.words:
        if w.upos not in ("VERB", "AUX") or any(w.i in t.path for t in stands):
            continue
        before = [t for t in stands if t.topic < w.i]
        kinds = {c.deprel for c in s.children(w.i)}
        if not before or "nsubj" not in kinds or "expl" in kinds:
            continue  # "there must be no two classes" answers nothing
        last = max(before, key=lambda t: t.topic)
        stops_short = w.lemma.lower() in _STANDING_IN and not _governs(s, w, "obl")
        refuses = (
            w.lemma.lower() in scene.book.turns
            and scene.book.attitudes.get(w.lemma.lower()) is Stance.AGAINST
            and (not _governs(s, w) or _to_do_so(s, w))
        )
        alike = _TOO - _AS if w.lemma.lower() == "do" else _TOO
        bare = w.lemma.lower() in ("have", "do") and stops_short and not paths.is_negated(w.i)
        if bare and any(paths.is_negated(i) for i in last.path) and last.topic < w.i:
            yield Taken(last.asked, turned(last.stance), w.i, (w.i,), undoing=True)  # "Samoa does"
        elif refuses or (stops_short and paths.is_negated(w.i)):
            yield Taken(last.asked, turned(last.stance), w.i, (w.i,), undoing=True)
        elif stops_short and any(c.text.lower() in alike for c in s.children(w.i)):
            yield Taken(last.asked, last.stance, w.i, (w.i,))


def _to_do_so(s: Sentence, w: Word) -> bool:
    """Whether what is refused is only the deed of before: "two refuse *to do so*"."""
    below = [c for c in s.children(w.i) if c.deprel == "xcomp"]
    return any(
        c.lemma.lower() == "do" and any(k.text.lower() == "so" for k in s.children(c.i)) for c in below
    )


def likewise(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """Whoever does as the clause before says of another: "backs the dam, *as does Chad*", "*so is Chad*"."""
    s = scene.s
    if not stands or _LIKE.isdisjoint(s.written()):
        return
    for w in s.words[:-1]:
        verb = s.words[_past_aside(s, w.i + 1)]
        if w.text.lower() not in _LIKE or verb.lemma.lower() not in _DOING:
            continue
        stand = latest(stands, w.i)
        if stand is None:
            continue
        told = replace(stand, topic=verb.i, path=(verb.i,), undoing=True)
        for head in _named_at(scene, verb.i + 1):
            for k in with_conjuncts(s, head):
                holder = holder_at(scene, k)
                if holder is not None:
                    yield told, holder


def _past_aside(s: Sentence, i: int) -> int:
    """Where a clause goes on behind what commas set apart: "so, *by his own account*, is the priest"."""
    if s.words[i].text != ",":
        return i
    ends = [w.i for w in s.words[i + 1 : i + 2 + _LONGEST_ASIDE] if w.text == ","]
    return ends[0] + 1 if ends and ends[0] + 1 < len(s.words) else i


def besides(scene: Scene, stands: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """Whoever stands so *too* where no verb says it: "backs the dam, *Chad too*", "*Chad is too*"."""
    s = scene.s
    if not stands or _ALSO.isdisjoint(s.written()):
        return
    for w in s.words[1:]:
        if w.text.lower() not in _ALSO:
            continue
        stand = latest(stands, w.i)
        own = s.children(w.i)
        if stand is None or any(w.i in t.path for t in stands):
            continue
        before = s.words[w.i - 1]
        if any(c.deprel == "cop" and c.i == before.i for c in own):
            heads = [c.i for c in own if c.deprel == "nsubj" and c.i > stand.topic]
        elif w.head in (before.i, *stand.path) and before.deprel in _APART and before.upos in _NOUNS:
            alone = not any(c.deprel in _PREDICATED for c in s.children(before.i))
            heads = [before.i] if alone and _opens(s, before.i) else []
        else:
            continue
        told = replace(stand, topic=w.i, path=(w.i,), undoing=True)
        for k in (k for h in heads for k in with_conjuncts(s, h)):
            if (holder := holder_at(scene, k)) is not None:
                yield told, holder


def _opens(s: Sentence, head: int) -> bool:
    """Whether a phrase stands right behind a break, its article and the like apart."""
    first = min(k for k in s.subtree(head) if k <= head and s.words[k].deprel != "punct")
    return first > 0 and s.words[first - 1].text in _BREAKS


def _named_at(scene: Scene, first: int) -> list[int]:
    """The head of the party that is named from a word on, its article apart."""
    starts = {scene.s.covering(m.span)[0]: head for head, m in scene.parties.by_head.items() if m.actor}
    return [starts[k] for k in (first, first + 1) if k in starts][:1]


def answered(scene: Scene, base: Position) -> Iterator[Position]:
    """The stands of those who do as another did a sentence before: "Peru does not", "So does Chad"."""
    s, paths = scene.s, scene.paths
    yield from _alike_inverted(scene, base)
    yield from _not_so(scene, base)
    for view in shared(paths):  # "Chad shares that view"
        stance = base.stance if view.stance is Stance.FOR else turned(base.stance)
        yield from held(scene, replace(view, asked=Asked(base.question, base.object), stance=stance))
    for w in s.words[:_SHORT_ANSWER]:
        if len(s.words) > _SHORT_ANSWER and not _ends_clause(s, w):
            continue
        if w.deprel != "root" or w.lemma.lower() not in _STANDING_IN or _governs(s, w):
            continue
        words = {c.text.lower() for c in s.children(w.i)}
        if not words & _TOO and not paths.is_negated(w.i):
            continue
        stance = turned(base.stance) if paths.is_negated(w.i) else base.stance
        yield from held(scene, Taken(Asked(base.question, base.object), stance, w.i, (w.i,)))


def _alike_inverted(scene: Scene, base: Position) -> Iterator[Position]:
    """Whoever a sentence begins with as doing likewise: "*So is the Chamber*, officially, …"."""
    s = scene.s
    if len(s.words) <= _SHORT_ANSWER or s.words[0].text.lower() not in _LIKE - _AS:
        return
    if s.words[1].lemma.lower() not in _DOING:
        return
    last = next((w.i for w in s.words if w.text in _BREAKS), len(s.words))
    for head in _named_at(scene, 2):
        if any(w.upos == "VERB" for w in s.words[2:last]):
            return  # "so is Chad going to join"
        for k in with_conjuncts(s, head):
            if (holder := holder_at(scene, k)) is not None:
                yield position(scene, Taken(Asked(base.question, base.object), base.stance, 1, (1,)), holder)


def _not_so(scene: Scene, base: Position) -> Iterator[Position]:
    """Whoever a sentence begins with as doing otherwise: "*Not so* the hunters"."""
    s = scene.s
    words = [w.text.lower() for w in s.words[:2]]
    if len(s.words) <= 2 or words[0] not in _NOT or words[1] not in _SO:
        return
    for head in _named_at(scene, 2):
        for k in with_conjuncts(s, head):
            if (holder := holder_at(scene, k)) is not None:
                stand = Taken(Asked(base.question, base.object), turned(base.stance), 1, (1,))
                yield position(scene, stand, holder)


def _ends_clause(s: Sentence, w: Word) -> bool:
    """Whether a clause ends with a verb or the word behind it: "Russia *does too*, or so it says"."""
    behind = [k.text.lower() for k in s.words[w.i + 1 : w.i + 3]]
    return bool(behind) and (behind[0] in _BREAKS or (behind[0] in _TOO | _NOT and behind[-1] in _BREAKS))


def _governs(s: Sentence, w: Word, *but: str) -> bool:
    """Whether a verb has an object or complement behind it."""
    kinds = {"obj", "xcomp", "ccomp", "obl"}.difference(but)
    return any(c.deprel in kinds and c.i > w.i for c in s.children(w.i))


def echoes(scene: Scene, before: Sequence[Position]) -> Iterator[Position]:
    """Whoever endorses or rejects another's position takes a stand on what that other stood for."""
    s, forms = scene.s, scene.s.forms()
    if scene.book.echoes.isdisjoint(s.written()):
        return
    for w in s.words:
        if forms[w.i][0] not in scene.book.echoes or w.upos != "NOUN" or w.head < 0:
            continue
        attitude = scene.paths.attitude(s.words[w.head], w, {})
        echoed = _last_of(scene, w, before)
        if attitude is not None and echoed is None and _is_the_matter(scene, w):
            stand = Taken(Asked(*phrase(scene, w.i)), attitude, w.i, (w.i, w.head), doubtful=True)
            yield from held(scene, stand)
        if attitude is None or echoed is None:
            continue
        stance = echoed.stance if attitude is Stance.FOR else turned(echoed.stance)
        stand = Taken(Asked(echoed.question, echoed.object), stance, w.i, (w.i, w.head))
        owner = echoed.holder
        yield from (p for p in held(scene, stand) if scene.side(p.holder) != scene.side(owner))


def _is_the_matter(scene: Scene, w: Word) -> bool:
    """Whether another's line is itself what somebody backs, as nothing tells of what: "backs *Chad's line*".

    A claim or a decision names a matter of its own.
    """
    s = scene.s
    verb = s.words[w.head]
    owned = any(s.words[k].upos in ("NOUN", "PROPN") for k in fillers(s, w.i, "poss"))
    if not owned or w.deprel != "obj" or w.lemma.lower() not in scene.book.alike.nouns | {_POLICY}:
        return False
    barred = scene.paths.is_unreal(verb.i) or scene.paths.is_negated(verb.i)
    return verb.upos == "VERB" and not barred and scene.paths.lasts(verb.i)


def joined(scene: Scene, before: Sequence[Position]) -> Iterator[Position]:
    """Whoever agrees with another stands where that other last stood."""
    s = scene.s
    if not before or scene.book.joins.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.lemma.lower() not in scene.book.joins or scene.paths.is_unreal(w.i) or not _is_told(s, w):
            continue
        if w.lemma.lower() in scene.book.joins_now and w.upos == "VERB" and not scene.paths.lasts(w.i):
            continue  # "sided with Chad" in one vote
        if any(case_of(s, c.i) in scene.book.prepositions for c in s.children(w.i)):
            continue  # "stands with Chad against the dam" tells on what
        others = [p.actor for h in fillers(s, w.i, "with") for p in scene.parties.reached(h)]
        other = told_last(scene, others, before)
        if other is not None:
            stance = turned(other.stance) if scene.paths.is_negated(w.i) else other.stance
            yield from held(scene, Taken(Asked(other.question, other.object), stance, w.i, (w.i,)))


def _is_told(s: Sentence, w: Word) -> bool:
    """Whether a word is the verb of its clause, though the tree may have taken "sides with" for a noun."""
    predicate = w.upos == "NOUN" and any(c.deprel == "nsubj" for c in s.children(w.i))
    predicate = predicate and not any(c.deprel in ("cop", "det") for c in s.children(w.i))
    return (w.upos == "VERB" or predicate) and w.deprel != "acl:relcl"


def told_last(scene: Scene, others: Sequence[str], before: Sequence[Position]) -> Position | None:
    """The last stand of one of those named, else of the state or a body that speaks for it."""
    own = next((p for p in reversed(before) if p.holder in others), None)
    if own is not None:
        return own
    sides = {scene.side(one) for one in others}
    return next((p for p in reversed(before) if scene.side(p.holder) in sides), None)


def _last_of(scene: Scene, w: Word, before: Sequence[Position]) -> Position | None:
    s = scene.s
    owners = [p.actor for h in fillers(s, w.i, "poss") for p in scene.parties.reached(h)]
    sides = {scene.side(o) for o in owners}
    return next((p for p in reversed(before) if scene.side(p.holder) in sides), None)
