"""The stands that the network knows of, beside those that rules read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.counted_holders import counted_over
from dragoman.coding.hinted import words_of
from dragoman.coding.stance_ballots import is_no
from dragoman.coding.stance_company import in_company, whom_which_means
from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_demands import is_bidden, is_doer, is_infinitive
from dragoman.coding.stance_governed import governed_side, is_beside_the_matter, is_for_stands, is_on_a_deed
from dragoman.coding.stance_holders import named_members, paired, standing_so, without_shares
from dragoman.coding.stance_holding import Holder, holder_at, position
from dragoman.coding.stance_manner import is_manner
from dragoman.coding.stance_paths import Asked, Taken
from dragoman.coding.stance_phrases import FOR_IT, doing, may_be_it, phrase
from dragoman.coding.stance_pointing import points_back
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_of_a_day, is_passing
from dragoman.coding.stance_topics import left_behind
from dragoman.coding.stance_wishes import is_curious, is_wish
from dragoman.coding.stance_worded import worded
from dragoman.coding.syntax import fillers, with_conjuncts
from dragoman.language.hints import BondHint
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Position, Stance


@dataclass(frozen=True, slots=True)
class _Bar:
    """How sure the network must be of a stand that no rule sees.

    What is to be done (``deed``) is hardly anything but a matter; and where a word is for nothing else than a
    stand (``clear``), the network need only have seen whose and on what.
    """

    learned: float
    deed: float
    clear: float


# Fitted on reports that taught nothing; what is below the first and above the second needs a second look.
_SURE = _Bar(learned=0.8, deed=0.5, clear=0.25)
_DOUBTFUL = _Bar(learned=0.3, deed=0.15, clear=0.12)
_SHORT = 3
_IN, _BOTH, _FOR = "in", "both", "for"
_TOLD = ("xcomp", "ccomp", "advcl")
_FROM = "from"
_ASKED_OF = frozenset({"of", _FROM})
_FORETELLING = frozenset({"will", "would", "can", "could"})
_IN_BALLOTS = frozenset({"referendum", "plebiscite"})
_SLIGHT = frozenset({"the", "and", "for", "its", "with", "from", "that", "new"})


def learned(
    scene: Scene,
    ruled: Sequence[Position],
    before: Sequence[Position],
    decided: frozenset[int],
    earlier: Sequence[Position] = (),
    spoken: Asked | None = None,
) -> list[Position]:
    """The stands that the network is sure of, where no rule has the holder stand on the like.

    ``ruled`` are the sentence's positions by rule, ``before`` those of the sentence before it: an *it*
    and a stand without an object are on the last of these. ``decided`` are the words of rules' stands,
    ``earlier`` the positions of all sentences before, ``spoken`` the law or pact named last. Before and
    earlier are only positions on what *it* may stand for.
    """
    s = scene.s
    beside = {p.holder for p in ruled if p.stance is Stance.NEUTRAL}
    told_of = {p.holder for p in ruled}
    stood = {(scene.side(p.holder), word, p.stance) for p in ruled for word in _naming(p.question)}
    own = {(p.holder, word) for p in ruled for word in _naming(p.question)}
    found: dict[tuple[str, str], Position] = {}
    states: set[tuple[str, str]] = set()
    told_by_state: dict[int, set[tuple[str, str]]] = {}  # … before a word was read: two may stand by one
    told = (seen for h in s.stances if (seen := _read(scene, h)) is not None)
    hints = sorted(told, key=lambda one: -one.hint.share)
    recents = {one.hint.word: _recent(scene, ruled, before, earlier, one.hint.word) for one in hints}
    for seen, asked, topic in (
        (one, *a) for one in hints for a in _all_asked(scene, one.hint, recents[one.hint.word])
    ):
        seen = replace(seen, stance=governed_side(scene, seen.hint.word, topic, seen.stance))
        hint, stance = seen.hint, seen.stance
        if not asked.phrase or is_no(asked, scene.book):
            continue
        if _only_makes_way(scene, hint):
            continue
        seen = replace(seen, doubtful=seen.doubtful or _is_of_the_day(scene, hint))
        told_by = without_shares(s, words_of(hint, "actor"))
        told_by = [whom_which_means(scene.parties, w, hint.word) for w in told_by]
        heads = [k for w in told_by for k in in_company(scene.parties, w, hint.word)]
        if asked.object is not None and _is_one_of(scene, asked, hint, heads):
            meant = recents[hint.word] or spoken
            if meant is None:
                continue
            asked = meant
        heads = [
            n
            for k in (two for one in heads for two in paired(s, one))
            for n in named_members(scene.parties, counted_over(scene.parties, k, scene.parts))
        ]
        for word in standing_so(scene.s, heads):
            holder = holder_at(scene, word)
            if holder is None or holder.actor == asked.object:
                continue
            if holder.actor in beside and hint.word in decided:
                continue  # "does not *support* either side", where the rule read: neutral
            if asked is recents[hint.word] and holder.actor in told_of and hint.word in decided:
                continue  # "*opposes* it", where the rule read on what
            if holder.actor in told_of and s.words[hint.word].lemma.lower() in scene.book.joins:
                continue  # "*stand* with the Greens", where the rule read on what
            side = scene.side(holder.actor)
            words = _naming(asked.phrase)  # two of one state may stand against each other
            if any((side, word, stance) in stood or (holder.actor, word) in own for word in words):
                continue
            thing = next((k for k in words_of(hint, "recipient") if k != hint.word), -1)
            if thing in decided and any(side == one for one, *_ in stood):
                continue  # against the *bill* to ban it, where the rule read: against the ban
            if (side, asked.phrase) in told_by_state.setdefault(hint.word, set(states)):
                continue  # a state and its government stand there once, by the surest word
            states.add((side, asked.phrase))
            found.setdefault((holder.actor, asked.phrase), _from_hint(scene, seen, asked, holder, topic))
    return list(found.values())


def _recent(
    scene: Scene,
    ruled: Sequence[Position],
    before: Sequence[Position],
    earlier: Sequence[Position],
    word: int,
) -> Asked | None:
    """What an *it* beside a word is on: what the sentence stands on last before, or the one before it.

    Else it is what the report stands on first, or what the sentence stands on after the word.
    """
    here = [a for p in ruled if may_be_it(scene, a := Asked(p.question, p.object))]
    first = [a for a in here if scene.text.find(a.phrase, *_from(scene, word)) < 0]
    told = [Asked(p.question, p.object) for p in (*before[-1:], *earlier[:1])]
    return next(iter((*first[-1:], *told, *here[-1:])), None)


def _from(scene: Scene, word: int) -> tuple[int, int]:
    """Where a sentence goes on behind a word, and where it ends."""
    return scene.s.words[word].span.end, scene.s.span.end


def _is_one_of(scene: Scene, asked: Asked, hint: BondHint, heads: Sequence[int]) -> bool:
    """Whether the *it* stood on was taken for one of many who stand: "Chad and Mali are against it"."""
    things = [scene.s.words[k] for k in words_of(hint, "recipient") if k != hint.word]
    pronoun = any(w.text.lower() in FOR_IT for w in things) or scene.s.words[hint.word].upos == "PRON"
    actors = {h.actor for k in heads if (h := holder_at(scene, k)) is not None}
    return pronoun and len(actors) > 1 and asked.object in actors


@dataclass(frozen=True, slots=True)
class _Read:
    """A stand that the network reads: its hint, the side, and whether it needs a second look."""

    hint: BondHint
    stance: Stance
    doubtful: bool


def _read(scene: Scene, hint: BondHint) -> _Read | None:
    """What the network reads at a word, sure enough for at least a second look."""
    for bar in (_SURE, _DOUBTFUL):
        stance = _side(scene, hint, bar)
        if stance is not None:
            return _Read(hint, stance, bar is _DOUBTFUL)
    return None


def _side(scene: Scene, hint: BondHint, bar: _Bar) -> Stance | None:
    """The side of a stand that the network is sure of, or that the codebook's words tell; else None."""
    if _is_sure(scene, hint, bar):
        told = Stance(hint.kinds[0][0])
        none = told is Stance.FOR and scene.paths.wants_none(scene.s.words[hint.word])
        return Stance.AGAINST if none else told
    return worded(scene, hint) if hint.share > bar.clear else None


def _is_sure(scene: Scene, hint: BondHint, bar: _Bar) -> bool:
    """Whether the network is as sure of a stand as its word asks for."""
    s, word = scene.s, scene.s.words[hint.word]
    lemma = word.lemma.lower()
    again = any(c.lemma.lower() in scene.book.lasts for c in s.children(word.i))
    once = lemma in scene.book.once and not again
    if word.upos == "PRON" or (bar is _SURE and (once or lemma in scene.book.many_sided)):
        return False
    if _only_claims(scene, hint) or _is_curious(scene, word) or _is_ballot(scene, word):
        return False
    asked = bar.deed if is_on_a_deed(s, hint) else bar.learned
    if hint.share > asked or not is_for_stands(scene, hint.word):
        return hint.share > asked
    denied = hint.kinds[0][0] == Stance.FOR.value and scene.paths.is_negated(word.i)
    return hint.share > bar.clear and not denied


def _is_curious(scene: Scene, wish: Word) -> bool:
    """Whether somebody would only like to know or to ask: "would like *to question* the captains"."""
    s, words = scene.s, scene.book.wishes
    return is_wish(s, wish, words) and any(is_curious(s, c, words) for c in s.children(wish.i))


def _only_claims(scene: Scene, hint: BondHint) -> bool:
    """Whether somebody insists that a thing is or will be so: "insists that *the mine is clean*"."""
    s, verb = scene.s, scene.s.words[hint.word]
    if verb.lemma.lower() not in scene.book.demanding.verbs:
        return False
    told = [c for c in s.children(verb.i) if c.deprel == "ccomp" and "that" in marks_of(s, c.i)]
    told = [c for c in told if _is_claimed(s, c)]
    within = {k for c in told for k in s.subtree(c.i)}
    things = words_of(hint, "recipient")
    return bool(things) and within.issuperset(things)


def _is_claimed(s: Sentence, c: Word) -> bool:
    """Whether a clause tells what is or will be the case, not what is to be: "that the mine *pays*"."""
    helpers = [k for k in s.children(c.i) if k.deprel.startswith(("aux", "cop"))]
    if any(k.lemma.lower() in _FORETELLING for k in helpers):
        return True
    first = helpers[0] if helpers else c
    return first.feat("Mood") == "Ind" and first.text.lower() != first.lemma.lower()


def _is_ballot(scene: Scene, verb: Word) -> bool:
    """Whether somebody voted once in a chamber: "the Liberals *voted* against the bill", in no referendum."""
    s = scene.s
    if verb.lemma.lower() not in scene.book.short.voting or verb.feat("Tense") != "Past":
        return False
    return not scene.paths.lasts(verb.i) and _IN_BALLOTS.isdisjoint(
        s.words[k].lemma for k in s.subtree(verb.i)
    )


def _only_makes_way(scene: Scene, hint: BondHint) -> bool:
    """Whether a word against is denied, so that no stand is left: "is *not against* the treaty, but …"."""
    word = scene.s.words[hint.word]
    if hint.kinds[0][0] != Stance.AGAINST.value or not scene.paths.is_negated(word.i):
        return False
    known = {word.lemma.lower(), word.text.lower(), case_of(scene.s, word.i)}
    denied = scene.book.denied
    return not (known.isdisjoint(denied.silent) and known.isdisjoint(denied.no_longer))


def _is_of_the_day(scene: Scene, hint: BondHint) -> bool:
    """Whether it is on what the codebook calls passing ("called for his release"), not lasting."""
    s = scene.s
    things = words_of(hint, "recipient")
    passing = is_passing(scene.book, *(s.words[k] for k in things)) or is_of_a_day(
        s, hint.word, things, scene.book
    )
    return passing and not scene.paths.lasts(hint.word)


def _all_asked(scene: Scene, hint: BondHint, recent: Asked | None) -> Iterator[tuple[Asked, int]]:
    """What a stand that the network reads is on, and what it sees joined: "stands for X *and for Y*".

    Each with the word of the sentence that it was read from.
    """
    first = _asked_of(scene, hint, recent)
    things = [k for k in words_of(hint, "recipient") if k != hint.word]
    if _is_refused(scene, hint):
        yield Asked(*doing(scene, hint.word)), hint.word
        return
    deed = _deed(scene, hint)
    if deed is not None and (first is None or not things or _is_asked_to(scene, hint.word, things[0], deed)):
        voted_on = _voted_on(scene, deed)
        if voted_on is not None:
            yield Asked(*phrase(scene, voted_on)), voted_on
        elif (thing := left_behind(scene.s, scene.s.words[hint.word], scene.s.words[deed])) is not None:
            yield Asked(*phrase(scene, thing)), thing
        elif not _passes(scene, deed):
            yield _to_be_done(scene, hint.word, deed), deed
        return  # "urged *Peru* to show restraint" is a stand on neither
    if first is None:
        return
    yield first, next(iter(things), hint.word)
    s = scene.s
    for head in (k for k in things if s.words[k].upos == "NOUN"):
        joined = (k for k in with_conjuncts(s, head)[1:] if k in things and s.words[k].upos == "NOUN")
        yield from ((Asked(*phrase(scene, k)), k) for k in joined if not is_set_aside(s, k))


def _is_refused(scene: Scene, hint: BondHint) -> bool:
    """Whether somebody is against what they will not do: "will not *renew* the lease"."""
    verb = scene.s.words[hint.word]
    if hint.kinds[0][0] != Stance.AGAINST.value or verb.upos != "VERB" or not scene.paths.is_negated(verb.i):
        return False
    told = verb.lemma.lower() in scene.book.attitudes or is_for_stands(scene, verb.i)
    return not told and any(c.deprel == "obj" and c.upos == "NOUN" for c in scene.s.children(verb.i))


def _deed(scene: Scene, hint: BondHint) -> int | None:
    """What somebody asks or refuses to do: "urged Ottawa *to tax exports*"."""
    s, verb = scene.s, scene.s.words[hint.word]
    told = (c for c in s.children(verb.i) if c.deprel in _TOLD and c.i > verb.i and c.upos == "VERB")
    deed = next((c for c in told if is_infinitive(s, c)), None)
    return deed.i if deed is not None and verb.upos == "VERB" else None


def _voted_on(scene: Scene, deed: int) -> int | None:
    """What others are asked to vote for or against: "called on voters to vote *against the charter*"."""
    s = scene.s
    if s.words[deed].lemma.lower() not in scene.book.short.voting:
        return None
    things = (c for c in s.children(deed) if c.deprel == "obl" and c.upos == "NOUN")
    return next((c.i for c in things if case_of(s, c.i) in scene.book.prepositions), None)


def _passes(scene: Scene, deed: int) -> bool:
    """Whether what is to be done passes with the day: "to show *restraint*", "to remain *calm*"."""
    s = scene.s
    things = [c for c in s.children(deed) if c.deprel == "obj"]
    own = {s.words[deed].lemma.lower(), *(c.lemma.lower() for c in things)}
    own |= {c.lemma.lower() for c in s.children(deed) if c.deprel == "xcomp"}
    return not own.isdisjoint(scene.book.of_a_day) or is_passing(scene.book, *things)


def _is_asked_to(scene: Scene, verb: int, whom: int, deed: int) -> bool:
    """Whether somebody is whom a verb asks to do a thing: "called on *Britain* to leave"."""
    w = scene.s.words[whom]
    asked = w.deprel == "iobj" or (w.deprel in ("obj", "obl") and scene.parties.at(whom) is not None)
    return asked and w.head == verb and whom < deed


def _told_of(scene: Scene, verb: int, thing: int) -> int:
    """The noun that a verb is on, of which an actor is only a part: "proposed a *summit* with Iran"."""
    s = scene.s
    at = s.words[thing]
    while at.deprel in ("nmod", "conj") and at.head >= 0 and scene.parties.at(at.i) is not None:
        at = s.words[at.head]
    on = at.head == verb and (at.deprel == "obj" or (at.deprel == "obl" and case_of(s, at.i) == _FOR))
    known = (
        at.lemma.lower() in scene.book.attitudes or at.lemma.lower() in scene.book.echoes | scene.book.vague
    )
    return at.i if on and at.upos == "NOUN" and not known else thing


def _to_be_done(scene: Scene, verb: int, deed: int) -> Asked:
    """What is to be done, with what it is wished of: "*soldiers* brought home", of "wants the soldiers …"."""
    s = scene.s
    words, about = phrase(scene, deed)
    wished = s.words[verb].lemma.lower() in scene.book.wishes.verbs
    things = [c for c in s.children(verb) if c.deprel == "obj" and verb < c.i < deed and c.upos == "NOUN"]
    if not wished or not things or scene.book.demanding.nouns.get(s.words[deed].lemma.lower()):
        return Asked(words, about)
    thing, actor = phrase(scene, things[0].i)
    return Asked(words if words.startswith(thing) else f"{thing} {words}", actor or about)


def _asked_of(scene: Scene, hint: BondHint, recent: Asked | None) -> Asked | None:
    """What a stand that the network reads is on: its object, else the noun that tells the stand."""
    s = scene.s
    things = [k for k in words_of(hint, "recipient") if k != hint.word and not is_set_aside(s, k)]
    things = [k for k in things if not is_manner(s.words[k])]
    ended = [k for k in things if s.words[k].text.lower() in scene.book.wishes.undone]
    head = next((k for k in things if k not in ended), None)
    if (head is None and ended) or (head is not None and _is_nothing(scene, hint.word, head)):
        return None  # "would like the dam dismantled" is not for *dismantled*
    if is_beside_the_matter(scene, hint.word, head):
        return None
    if head is None:
        many = s.words[hint.word].feat("Number") == "Plur"
        if many and s.words[hint.word].lemma.lower() in scene.book.persons:
            return None  # "is among its *supporters*": of what, rules read
        by_itself = s.words[hint.word].upos == "NOUN" and not _is_side(scene, hint.word)
        return Asked(*phrase(scene, hint.word)) if by_itself else recent
    head = _told_of(scene, hint.word, head)
    if s.words[head].lemma.lower() in scene.book.vague and head != hint.word:
        head = next(iter(fillers(s, head, "of")), head)  # "half *of all licences*"
    if s.words[head].text.lower() == _BOTH:
        return None  # two matters, which rules know or nobody
    actor = scene.actor(head)
    if is_bidden(s, head) and (actor is not None or is_doer(s, head)):
        return None
    if actor is not None and (case_of(s, head) == _FROM or _is_addressed(scene, hint.word, head)):
        return None  # "petitioned *the Speaker* for a vote", "marched to demand money from *the council*"
    if actor is not None:
        return Asked(actor.name, actor.id)
    if s.words[head].lemma.lower() in scene.book.alike.nouns and points_back(s, s.words[head]):
        return None  # "shares *that view*": whatever it is, it is no view of views
    pointing = s.words[head].text.lower()
    if s.words[head].upos == "PRON" or pointing in FOR_IT or pointing[0].isdigit():  # "is opposed to *one*"
        return recent if s.words[head].text.lower() in FOR_IT else None
    return Asked(*phrase(scene, head))


def _is_addressed(scene: Scene, word: int, head: int) -> bool:
    """Whether somebody is only whom a word asks for another thing."""
    s = scene.s
    asks = s.words[word].lemma.lower() in scene.book.demanding.bidding | scene.book.demanding.calling
    over = s.words[s.words[head].head]
    asked = over.deprel == "obj" and over.head == word and case_of(s, head) in _ASKED_OF
    if asked and s.words[word].lemma.lower() in scene.book.demanding.verbs | scene.book.wishes.verbs:
        return True  # "demands two things *of Oman*"
    whom = s.words[head].head == word and s.words[head].deprel in ("obj", "iobj")
    return asks and whom and any(case_of(s, c.i) == "for" for c in s.children(word))


def _is_side(scene: Scene, noun: int) -> bool:
    """Whether a noun only tells the side that somebody is on: "are *in favour*", not "against a *change*"."""
    said = any(c.deprel == "cop" for c in scene.s.children(noun))
    return said and case_of(scene.s, noun) == _IN


def _is_nothing(scene: Scene, word: int, thing: int) -> bool:
    """Whether a thing is none to stand on with a word: "recognised *the need*", "shares *Kenya's view*"."""
    s, lemma = scene.s, scene.s.words[thing].lemma.lower()
    topics = [t for _, t in scene.book.topics.get((True, s.words[word].lemma.lower()), ())]
    barred = [lemma in words for topic in topics for words in topic.excluded.values()]
    own = s.words[thing].head if s.words[thing].deprel == "nmod:poss" else thing  # "Kenya's view was shared"
    echo = s.words[own].lemma.lower() in scene.book.echoes
    return any(barred) or (echo and bool(fillers(s, own, "poss")))


def _from_hint(scene: Scene, seen: _Read, asked: Asked, holder: Holder, topic: int) -> Position:
    hint, stance = seen.hint, seen.stance
    taken = Taken(asked, stance, topic, (hint.word,), network=True, doubtful=seen.doubtful)
    told = position(scene, taken, holder)
    word = scene.s.words[hint.word].text
    reason = f"the network reads “{word}” as {stance.value} “{asked.phrase}” ({hint.share:.2f} sure)"
    return replace(told, reason=reason)


def _naming(question: str) -> frozenset[str]:
    """The words of a question by which two may be about the like."""
    return frozenset(w for w in question.lower().split() if len(w) >= _SHORT and w not in _SLIGHT)
