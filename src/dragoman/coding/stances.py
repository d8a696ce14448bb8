"""Positions: who stands where on which question.

A question is named by a topic ("embargo on X") or by an act that takes a stand by itself ("recognised X").
Words for and against are looked up on the way from the topic to the top of its clause, and refusals on
that way turn the stand round. The holder is whoever the topmost of these words belongs to. The network knows
stands too: it adds those of holders whom no rule has standing on the like in their sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dragoman.coding.parties import Parties
from dragoman.coding.stance_alone import sided_alone
from dragoman.coding.stance_amended import amended
from dragoman.coding.stance_ballots import ballots, is_no
from dragoman.coding.stance_bidding import bidden
from dragoman.coding.stance_book import StanceBook, shipped_stances
from dragoman.coding.stance_both import of_both
from dragoman.coding.stance_clefts import clefts
from dragoman.coding.stance_convictions import convictions
from dragoman.coding.stance_coupled import coupled
from dragoman.coding.stance_demands import demanded
from dragoman.coding.stance_described import Described
from dragoman.coding.stance_echoes import answered, besides, echoes, elliptical, joined, likewise
from dragoman.coding.stance_eyes import seen_so
from dragoman.coding.stance_fellows import differing, with_fellows
from dragoman.coding.stance_finding import (
    aloof,
    bare,
    contrasted,
    coordinated,
    ordered,
    topical,
    with_own_matter,
)
from dragoman.coding.stance_following import following, shared_by
from dragoman.coding.stance_frames import framed
from dragoman.coding.stance_gapped import gapped
from dragoman.coding.stance_holding import held, position
from dragoman.coding.stance_idioms import idiomatic, none_of_it
from dragoman.coding.stance_judged import judged
from dragoman.coding.stance_learned import learned
from dragoman.coding.stance_lines import lines
from dragoman.coding.stance_manner import with_manner_aside
from dragoman.coding.stance_over_objections import over_objections
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import (
    is_no_deed,
    is_told_by_a_verb,
    matter_named,
    may_be_it,
    points_at_deeds,
    spoken_of,
)
from dragoman.coding.stance_pointing import in_relatives, pointed_out, shared
from dragoman.coding.stance_predicates import predicates
from dragoman.coding.stance_purpose import purposes
from dragoman.coding.stance_rather import rathers
from dragoman.coding.stance_refusing import refusals
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_seconded
from dragoman.coding.stance_set_beside import set_beside
from dragoman.coding.stance_sides import on_a_side
from dragoman.coding.stance_supporters import is_only_behind, supporters
from dragoman.coding.stance_surety import Judge, is_kept
from dragoman.coding.stance_unaccepted import unaccepted
from dragoman.coding.stance_verdicts import verdicts
from dragoman.coding.stance_views import alike
from dragoman.coding.stance_willed import willed
from dragoman.coding.stance_wished import wished_beside
from dragoman.coding.stance_would import would_have
from dragoman.coding.statements import ActorsFound
from dragoman.find.quotation_lemmas import with_known_lemmas
from dragoman.record import Dropped, Position, Report, Stance

_STEP = "positions"
_NEAR = 2  # sentences in which an *it* may be named before


def find_positions(
    report: Report,
    cast: Sequence[Parties],
    actors_found: ActorsFound,
    book: StanceBook | None = None,
    parts: Mapping[str, str] | None = None,
    judge: Judge | None = None,
    left_out: list[Dropped] | None = None,
) -> tuple[Position, ...]:
    """The positions that a report states, each stand of a holder once, in the order of the text.

    ``cast`` are the parties of each sentence; ``parts`` say of the counted among them how many they are.
    Without a ``judge`` no position has a confidence, and those that need a second look are left out. What a
    rule reads and the judge finds too unsure is added to ``left_out``, with the reason.
    """
    known = {a.id: a for a in actors_found.actors}
    left_out = [] if left_out is None else left_out
    words = book or shipped_stances()
    found: list[Position] = []
    told: list[Position] = []  # what later sentences are read by: a doubtful stand must not found another
    here: list[Position] = []
    deeds: set[str] = set()  # what was stood on in the words of a clause
    described = Described()
    heads: list[Scene] = []  # headlines that nothing stands before
    named: list[Asked | None] = []  # the law or pact that each sentence names last
    since = 0  # where the sentence before begins
    base: Position | None = None  # the stand that "Peru does, too" repeats
    for parties in cast:
        sentence = with_known_lemmas(parties.sentence, words.lemmas)
        sentence = with_manner_aside(sentence, words.manners)
        if sentence is not parties.sentence:
            parties = Parties(sentence, parties.by_head, parties.speaker_of)
        scene = Scene(parties, report, words, known, parts or {}, judge, left_out)
        described.read(scene)
        if not told and scene.is_title:
            heads.append(scene)
        spoken = next((a for a in reversed(named[-_NEAR:]) if a is not None), None)
        things = _that_may_be_it(scene, told, deeds)
        ruled, decided = _read(scene, told, things, spoken, since)
        answers = _sure_enough(scene, answered(scene, base)) if base is not None and not ruled else []
        base = ruled[-1] if ruled else base if answers else None
        ruled += answers
        seen = (
            learned(scene, ruled, _that_may_be_it(scene, here, deeds), decided, things, spoken)
            if sentence.stances
            else ()
        )
        here = [*ruled, *filter(is_kept, seen)]
        told += ruled
        found += here
        deeds |= {p.question for p in here if is_told_by_a_verb(scene, p.question)}
        named.append(matter_named(scene, len(sentence.words)))
        since = sentence.span.start
    kept: dict[str, Position] = {}
    found = [*_headed(heads, told, found), *found]
    matter = described.matter([p for p in found if p.question not in deeds], words)
    for one in found:
        kept.setdefault(one.id, described.told(one, matter, words, found))
    return tuple(kept.values())


def _that_may_be_it(scene: Scene, before: Sequence[Position], deeds: Container[str]) -> list[Position]:
    """The positions before a sentence on what its *it* may stand for, if that is no one of the ``deeds``."""
    if points_at_deeds(scene.s):
        return list(before)
    told = [p for p in before if p.question not in deeds]
    return [p for p in told if is_no_deed(scene, Asked(p.question, p.object))]


def _headed(heads: Sequence[Scene], told: Sequence[Position], found: Sequence[Position]) -> list[Position]:
    """The stands over a report that are on what it tells of first: "Chad remains opposed"."""
    stood = {(p.evidence, p.holder) for p in found}
    again = [p for scene in heads if told for p in _read(scene, told[:1], told[:1])[0]]
    return [p for p in again if (p.evidence, p.holder) not in stood]


def _meant_by_it(before: Sequence[Position], since: int) -> Asked | None:
    """What an *it* is that nothing in its own sentence names.

    It is what was stood on in the sentence before, which begins at ``since``: what most of the sentences
    stand on, or what it told last; else the matter of the report, on which somebody stood first.
    """
    if not before:
        return None
    lately = [p for p in before if p.evidence.start >= since]
    often = Counter(question for question, _ in {(p.question, p.evidence) for p in before})
    most = max(often.values())
    main = [p for p in lately if often[p.question] == most > 1]
    meant = (main or lately or before[:1])[-1]
    return Asked(meant.question, meant.object)


def _place(stand: Taken) -> int:
    """Where a sentence tells a stand: what is told last is what the next sentence speaks of."""
    return max(stand.path)


def _read(
    scene: Scene,
    before: Sequence[Position],
    things: Sequence[Position],
    spoken: Asked | None = None,
    since: int = 0,
) -> tuple[list[Position], frozenset[int]]:
    """The positions of one sentence and the words that decided; ``before`` are those of earlier ones.

    ``things`` are those among them whose matter an *it* may stand for; ``spoken`` is what it stands for where
    nobody has stood on anything yet.
    """
    asked = _meant_by_it(things, since) or spoken
    paths = scene.paths
    stands = [*with_own_matter(scene, (*topical(scene), *predicates(scene))), *shared(paths)]
    stands = pointed_out(stands, asked, partial(spoken_of, scene), partial(may_be_it, scene))
    stands += [*in_relatives(paths, stands), *shared_by(scene, stands)]
    stands += coordinated(scene, stands)
    stands += coupled(scene, stands)
    apart = tuple(aloof(scene, asked, stands))
    words = {i for stand in apart for i in stand.path}
    stands = [t for t in stands if words.isdisjoint(t.path)]  # neutral on a plan, not for neutrality
    ought = tuple(demanded(paths))
    clauses = {one.clause for one in ought}
    clauses |= {k for one in ought if one.called for k in (one.verb, one.thing) if k is not None}
    stands = [t for t in stands if t.topic not in clauses]  # "must leave it" is no stand on it
    stands += ordered(scene, ought, asked, stands)
    stands += [*would_have(scene, stands), *wished_beside(scene, stands), *judged(scene, stands)]
    stands += sided_alone(scene, asked, stands)
    stands += [*bidden(scene, stands), *purposes(scene, asked, stands), *ballots(scene, asked, stands)]
    stands += pointed_out(
        [*verdicts(scene, stands)], asked, partial(spoken_of, scene), partial(may_be_it, scene)
    )
    stands += [*idiomatic(scene, asked, stands), *rathers(scene, asked)]
    stands += convictions(scene, asked, stands)
    stands = [t for t in stands if not is_no(t.asked, scene.book)]
    stands += [*on_a_side(scene, asked, stands), *none_of_it(scene, stands)]
    stands += unaccepted(scene, stands)
    stands += [*willed(scene, stands), *refusals(scene, stands)]
    stands = amended(scene, stands, asked)
    stands += set_beside(scene, stands)
    stands += elliptical(scene, stands)
    stands += contrasted(scene, tuple(stands))
    stands = of_both(scene, stands, before)
    stands = [t for t in stands if not is_only_behind(scene, t, stands)]
    verbless = list(bare(scene, asked, stands))
    words = {stand.topic for stand, _ in verbless}
    stands = [t for t in stands if words.isdisjoint(t.path)]
    stands = [*with_fellows(scene, stands, before), *differing(scene, before, stands)]
    told = [
        t if t.named or is_seconded(scene.s, t, scene.book.plain) else replace(t, doubtful=True)
        for t in stands
    ]
    gaps = list(gapped(scene, told))
    apart_from = {holder.actor for _, holder in gaps}  # "insists on a vote and *Chad* on a pact"
    inner = sorted((*told, *apart), key=_place)
    here = [(t, p) for t in inner for p in held(scene, t) if p.object not in apart_from]
    here += [(stand, position(scene, stand, holder)) for stand, holder in verbless]
    found = [p for _, p in here]
    again = (
        *lines(scene, told),
        *clefts(scene),
        *framed(scene, asked, stands),
        *seen_so(scene, stands),
        *likewise(scene, told),
        *besides(scene, told),
        *following(scene, told),
        *over_objections(scene, told),
        *supporters(scene, told),
        *gaps,
    )
    found += [position(scene, stand, holder) for stand, holder in again]
    found += [*echoes(scene, before), *joined(scene, before)]
    found += alike(scene, before, here)
    return _undisputed(_sure_enough(scene, found)), frozenset(
        k for t in (*told, *apart) for k in t.path if not t.doubtful
    )


def _undisputed(found: Sequence[Position]) -> list[Position]:
    """The positions without those that their holder has otherwise, and more surely, on the same question.

    Who has given up a stand may have both: "favoured the dam in May and *has dropped it* since".
    """
    best: dict[tuple[str, str, str | None], Position] = {}
    for p in found:
        key = (p.holder, p.question, p.scope)
        if (p.confidence or 0.0) > (best.setdefault(key, p).confidence or 0.0):
            best[key] = p
    kept = [p for p in found if p.stance is best[(p.holder, p.question, p.scope)].stance]
    return [p for p in found if p in kept or p.stance is Stance.NEUTRAL]


def _sure_enough(scene: Scene, found: Iterable[Position]) -> list[Position]:
    """The positions of rules that are sure enough to be kept; the others are noted as left out."""
    kept: list[Position] = []
    for p in found:
        if is_kept(p):
            kept.append(p)
        elif (one := Dropped(_STEP, p.evidence, p.reason)) not in scene.left_out:
            scene.left_out.append(one)
    return kept
