"""The stands of a sentence, before it is asked whose they are: one reading for each way of telling them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.stance_aloof import KeptOut, kept_out
from dragoman.coding.stance_backed import backed
from dragoman.coding.stance_bare import Stood, stood
from dragoman.coding.stance_contrast import denied
from dragoman.coding.stance_demands import Demanded, is_of_it
from dragoman.coding.stance_given_up import given_up, own_matter
from dragoman.coding.stance_holding import Holder, held, holder_at
from dragoman.coding.stance_idioms import on_no_side
from dragoman.coding.stance_paths import Asked, Taken, is_verbal, turned
from dragoman.coding.stance_phrases import clause, clause_end, nominal, phrase, predicated, spoken_of
from dragoman.coding.stance_pointing import POINTED, beside, unlike
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_passing, is_phrase, names_a_day
from dragoman.coding.stance_short import told_shortly
from dragoman.coding.stance_topics import is_party, stands_on, topics_of
from dragoman.coding.stance_undecided import undecided
from dragoman.coding.stance_wishes import is_end
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Stance

_TOPICAL = ("VERB", "NOUN", "PROPN", "ADJ")
_WITHOUT, _BE_NO = "without", ["be", "no"]
_NOTHING = Asked("", None)
_NAMING = ("NOUN", "PROPN")
_NEUTRAL, _NEUTRALITY = "neutral", "neutrality"
_MORE = ("obj", "xcomp", "ccomp", "compound:prt")
_WHEN = frozenset({"", "at", "by"})
_IN = "in"
_OF_THINGS = frozenset({"on", "of", "for", "to", "in", "against", "over"})


def topical(scene: Scene) -> Iterator[Taken]:
    """The stands of a sentence: on the questions that have a name first, then on any other thing."""
    s = scene.s
    taken: set[int] = set()
    words = zip(s.words, s.forms(), strict=True)
    # Hardly a word is a topic: the others are passed over here, once for both kinds of questions.
    candidates = [
        (w, topics_of(scene, w, forms))
        for w, forms in words
        if not scene.book.topic_words.isdisjoint(forms)
        and (w.upos in _TOPICAL or is_verbal(s, w))
        and not is_phrase(s, w, scene.book)
    ]
    for is_open in (False, True):
        for w, topics in candidates:
            for question, topic in topics:
                if question.open is is_open and w.i not in taken:
                    stands = stands_on(scene, w, question, topic)
                    stands = [x for x in stands if not is_open or not taken & set(x.path)]
                    taken |= {k for stand in stands for k in (stand.topic, *stand.path)}
                    yield from stands


def ordered(
    scene: Scene, ought: Sequence[Demanded], last: Asked | None, before: Sequence[Taken]
) -> Iterator[Taken]:
    """What ought to be, or ought not to be, where no rule has a stand under the same verb."""
    s = scene.s
    taken = {i for t in before for i in t.path}
    for one in ought:
        if one.verb in taken and not (one.further and any(t.topic == one.verb for t in before)):
            continue
        stance = Stance.AGAINST if one.negated else Stance.FOR
        named = nominal(scene, one.clause) if scene.s.words[one.clause].upos == "VERB" else None
        asked = Asked(*(named or clause(scene, one.clause)))
        if named is None and one.negated:
            stance, asked = _as_written(scene, asked)
        if is_of_it(s, one.clause):  # "demands that it be lifted"
            thing = spoken_of(scene, one.verb) or _asked_before(one.verb, before, last)
            asked = replace(asked, object=None)
            if thing is not None and is_end(s, s.words[one.clause], scene.book.wishes):
                stance, asked = turned(stance), thing
        gone = _gone_by(scene, one) if named is not None else _undone_by(scene, one) or _gone_by(scene, one)
        if gone is not None:  # "maintains that the tariffs must go"
            stance, asked = Stance.AGAINST, Asked(*phrase(scene, gone))
        if one.thing is not None:
            words, about = phrase(scene, one.thing)
            words = words.removesuffix(f" {_infinitive(scene, one.clause)}")  # hung on the thing itself
            noun = scene.book.demanding.nouns.get(s.words[one.clause].lemma.lower())
            words = f"{noun} of {words}" if noun else f"{words} {_infinitive(scene, one.clause)}"
            asked = Asked(words, about)
        if not ((one.called or one.viewed) and names_a_day(asked.phrase, scene.book)):
            yield Taken(
                asked,
                stance,
                one.verb,
                (one.verb,),
                named=one.called or one.viewed or _is_on_what_lasts(scene, one),
                ought=True,
            )


def _is_on_what_lasts(scene: Scene, one: Demanded) -> bool:
    """Whether what ought to be is told of a law, a pact, a dam: "the reform must be withdrawn"."""
    s = scene.s
    things = (c for c in s.children(one.clause) if c.deprel in ("nsubj", "nsubj:pass") and c.upos == "NOUN")
    modal = any(c.lemma.lower() in scene.book.demanding.modals for c in s.children(one.clause))
    return modal and any(c.lemma.lower() in scene.book.lasting_things for c in things)


def _gone_by(scene: Scene, one: Demanded) -> int | None:
    """The thing that ought to be gone where no noun says so: "the tax *must go*"."""
    s, verb = scene.s, scene.s.words[one.clause]
    lemma = verb.lemma.lower()
    if one.negated or one.called or lemma not in scene.book.wishes.ending:
        return None
    if lemma in scene.book.demanding.nouns:
        return None  # "the base must close" is for its closure
    own = s.children(verb.i)
    further = (c for c in own if c.deprel == "obl" and not _is_entire(s, c))
    if any(c.deprel in _MORE for c in own) or any(case_of(s, c.i) not in _WHEN for c in further):
        return None  # "must go to court", "must go ahead"
    if any(c.text.lower() in scene.book.wishes.going for c in own):
        return None
    modal = any(c.lemma.lower() in scene.book.demanding.modals for c in own if c.deprel == "aux")
    things = [s.words[c.i] for c in own if c.deprel == "nsubj" and c.upos == "NOUN"]
    if not modal or len(things) != 1 or scene.parties.at(things[0].i) is not None:
        return None  # whoever must go is somebody
    return None if shipped_recurring().sorts.get(things[0].lemma.lower()) == "person" else things[0].i


def _undone_by(scene: Scene, one: Demanded) -> int | None:
    """The thing that ought to be done away with: "the law *should be thrown out*"."""
    s, verb = scene.s, scene.s.words[one.clause]
    if one.negated or not is_end(s, verb, scene.book.wishes):
        return None
    things = [c for c in s.children(verb.i) if c.deprel == "nsubj:pass" and c.upos == "NOUN"]
    return things[0].i if len(things) == 1 and scene.parties.at(things[0].i) is None else None


def _is_entire(s: Sentence, c: Word) -> bool:
    """Whether a phrase only says that the whole of a thing is meant: "must go *in its entirety*"."""
    own = any(k.deprel == "nmod:poss" and k.upos == "PRON" for k in s.children(c.i))
    return own and case_of(s, c.i) == _IN


def _infinitive(scene: Scene, verb: int) -> str:
    """An infinitive with what it says at its verb: "to be raised to full membership"."""
    s = scene.s
    first = min((c.i for c in s.children(verb) if c.deprel == "mark"), default=verb)
    return " ".join(s.chars(first, clause_end(s, verb)).of(scene.text).split())


def _as_written(scene: Scene, asked: Asked) -> tuple[Stance, Asked]:
    """The stand on what ought not to be, towards its words: for "nobody should pay", against "they should".

    "Not without a vote" is for the vote.
    """
    words, denying = asked.phrase.split(), scene.book.denying
    if [w.lower() for w in words[:2]] == _BE_NO:  # "there must be no base", "… no base without a vote"
        stance, start = (Stance.FOR, 1) if _WITHOUT in words else (Stance.AGAINST, 2)
        return stance, replace(asked, phrase=" ".join(words[start:]))
    nots = [k for k, w in enumerate(words) if w.lower() in denying.adverbs]
    if (words and words[0].lower() in denying.nobody) or (nots and _WITHOUT in words[nots[0] :]):
        return Stance.FOR, asked
    kept = " ".join(w for k, w in enumerate(words) if k not in nots)
    return Stance.AGAINST, replace(asked, phrase=kept)


def bare(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[tuple[Taken, Holder]]:
    """The stands told without a verb, on what is named there, else on what is asked beside them."""
    s = scene.s
    after = min((t.topic for t in before), default=len(s.words))
    around = list(before)
    short = (*told_shortly(scene.parties, scene.paths), *_backed_things(scene))
    for one in sorted((*stood(scene.parties, scene.book, scene.is_title, after), *short), key=lambda x: x.by):
        near = next((t for t in reversed(around) if t.topic < one.by), None)
        recent = last if near is None else near.asked
        asked = recent if one.thing is None else predicated(scene, one.thing, recent)
        stance = one.stance or (None if near is None else turned(near.stance))
        if asked is None or stance is None:
            continue
        taken = Taken(asked, stance, one.by, (one.by,))
        around.append(taken)
        yield from ((taken, h) for k in one.holders if (h := holder_at(scene, k)) is not None)


def _backed_things(scene: Scene) -> Iterator[Stood]:
    """What has somebody's backing, persons and states apart: whoever backs a minister may only trust him."""
    return (one for one in backed(scene.paths) if one.thing is None or not is_party(scene, one.thing))


def aloof(scene: Scene, last: Asked | None, before: Sequence[Taken]) -> Iterator[Taken]:
    """Whoever takes neither side, of what is named there, else of what was asked last."""
    paths = scene.paths
    stood = bool(before) or last is not None
    left = [replace(k, thing=own_matter(paths, k)) for k in given_up(paths)]
    left = [k for k in left if k.thing is not None or stood or scene.is_title]
    kept = [*kept_out(paths), *undecided(paths), *on_no_side(paths), *left]
    told = {i for one in kept if one.thing is not None for i in one.path}
    told |= {w.head for w in (scene.s.words[i] for i in told) if w.deprel == "xcomp"}  # "*has* yet to take"
    kept = [one for one in kept if one.thing is not None or told.isdisjoint(one.path)]
    around = [] if not kept else [*before, *(t for t, _ in bare(scene, last, before))]
    for one in sorted(kept, key=lambda x: x.path[0]):
        stand = Taken(_NOTHING, Stance.NEUTRAL, one.path[0], one.path)
        others = around if one in left else _of_others(scene, stand, around)
        recent = _asked_before(one.path[0], others, last) or _asked_before(one.path[0], around, None)
        if recent is None and scene.s.words[one.path[0]].text.lower() == _NEUTRAL:
            recent = Asked(_NEUTRALITY, None)  # "Chad remains neutral", whatever the quarrel
        asked = recent if one.thing is None else _kept_out_of(scene, one.thing, recent)
        if asked is not None:
            around.append(replace(stand, asked=asked))
            yield around[-1]


def _of_others(scene: Scene, stand: Taken, before: Sequence[Taken]) -> list[Taken]:
    """The stands of others than those who take no side: "favours the pact, and has no view" is not on that.

    What somebody once stood for they may be undecided on now.
    """
    own = {p.holder for p in held(scene, stand)}
    past = [t for t in before if t.stance is Stance.NEUTRAL or _is_past(scene.s, t.path[-1])]
    return [t for t in before if t in past or own.isdisjoint(p.holder for p in held(scene, t))]


def _is_past(s: Sentence, i: int) -> bool:
    """Whether a word is told of the past: "*favoured* it", "was in *favour* of it"."""
    own = [s.words[i], *(c for c in s.children(i) if c.upos == "AUX")]
    return any(w.feat("Tense") == "Past" and w.feat("VerbForm") != "Part" for w in own)


def with_own_matter(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands, an *it* that is given up read as what it was to its holder.

    "Chad, which fought *the levy*, no longer opposes *it*".
    """
    for stand in stands:
        given = stand.asked is POINTED and stand.stance is Stance.NEUTRAL
        thing = own_matter(scene.paths, KeptOut(stand.path, None)) if given else None
        yield stand if thing is None else replace(stand, asked=Asked(*phrase(scene, thing)))


def _kept_out_of(scene: Scene, thing: int, recent: Asked | None) -> Asked | None:
    """What somebody takes no side in: a thing, a question ("on *who owns it*"), else what is recent."""
    word = scene.s.words[thing]
    if word.upos not in (*_NAMING, "VERB"):
        return recent  # "has no opinion on *either*"
    asked = predicated(scene, thing, recent)
    return Asked(*clause(scene, thing)) if asked is None and word.upos == "VERB" else asked


def coordinated(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on what is joined by *and* to a thing: "backs the truce *and the plan*"."""
    s = scene.s
    for stand, head in beside(s, stands):
        if is_passing(scene.book, s.words[head]) and not stand.undoing:
            continue  # "called for sanctions and the release of the crew"
        yield replace(stand, asked=Asked(*phrase(scene, head)), topic=head)
    deeds = {*scene.book.demanding.nouns.values(), *scene.book.lasting_things}
    for stand, head in unlike(s, stands, deeds):
        if scene.parties.at(head) is None and not is_passing(scene.book, s.words[head]):
            yield replace(stand, asked=Asked(*phrase(scene, head)), topic=head)


def contrasted(scene: Scene, stands: Sequence[Taken]) -> Iterator[Taken]:
    """The stands on what *not* sets beside a thing: "backs the pact but not the base".

    Who is for the one is against the other; who is against the one has told nothing of the other.
    """
    s = scene.s
    for one in denied(s):
        stand = next((t for t in stands if one.beside in _reach(s, t.topic)), None)
        if stand is None or stand.ought or stand.stance is not Stance.FOR:
            continue
        words, about = phrase(scene, one.head)
        if one.case and one.case not in _OF_THINGS:
            continue  # "by law, not by force"
        sided = any(
            s.words[k].text.lower() == one.case for k in stand.path
        )  # "is for a tax but not for a cap"
        if one.case and not sided:  # "a tax on copper but not on lithium"
            noun = next((k for k in _reach(s, stand.topic) if s.words[k].upos == "NOUN"), None)
            if noun is None:
                continue
            words = f"{s.words[noun].text} {one.case} {words}"
        yield replace(stand, asked=Asked(words, about), stance=Stance.AGAINST, undoing=True)


def _reach(s: Sentence, topic: int) -> list[int]:
    """The words that another thing is set beside: a topic, its verb or object, and what these are of."""
    near = [topic, *(c.i for c in s.children(topic) if c.deprel in ("obj", "ccomp"))]
    near += [c.i for k in near for c in s.children(k) if c.deprel == "nmod"]
    over = s.words[topic].head
    return near + ([over] if over >= 0 and s.words[topic].deprel == "obj" else [])


def _asked_before(i: int, stands: Sequence[Taken], last: Asked | None) -> Asked | None:
    """What the latest of a sentence's stands before word ``i`` is on, else what was asked before it."""
    told = [t for t in stands if t.topic < i]
    return max(told, key=lambda t: t.topic).asked if told else last
