"""Who holds a stand, and the position that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from dragoman.coding.counted_holders import counted_over
from dragoman.coding.parties import Party
from dragoman.coding.stance_company import in_company, whom_which_means
from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_holders import (
    beside_predicate,
    beside_whom,
    called,
    is_excepted,
    joined_holders,
    named_members,
    one_of_them,
    owners,
    paired,
    parted_subject,
    share_before,
    singled_out,
    standing_so,
    who_tells,
    whose_stays,
    without_shares,
)
from dragoman.coding.stance_paths import Asked, Taken, is_verbal
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_surety import NOT_ENOUGH, figures
from dragoman.coding.syntax import fillers, subject, surface_subject
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import ActorKind, Position, Stance

_BOTH, _VOTE = "both", "vote"
_VERBAL = ("VERB", "AUX", "ADJ")
_SIDES = {
    Stance.FOR: "a stand for",
    Stance.AGAINST: "a stand against",
    Stance.NEUTRAL: "being on neither side of",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a position, which part of a group of them, and the word that names them."""

    actor: str
    scope: str | None
    word: int = field(default=-1, compare=False)


def held(scene: Scene, stand: Taken) -> Iterator[Position]:
    """The positions of everybody whose stand it is."""
    s = scene.s
    holders = _holders(scene, stand)
    if len(holders) > 1 and any(h.actor == stand.asked.object for h in holders):
        return  # "Peru, Chile and Chad are opposed": none of them is what the others stand on
    for holder in holders:
        taken = stand
        if holder.actor == stand.asked.object:  # "is opposed to its return": not a stand on oneself
            word = s.words[stand.topic]
            if word.upos != "NOUN":
                continue
            taken = replace(stand, asked=Asked(word.text.lower(), None))
        yield position(scene, taken, holder)


def position(scene: Scene, stand: Taken, holder: Holder) -> Position:
    """The position that a holder takes by a stand."""
    s = scene.s
    confidence, doubt = _sure(scene, stand, holder)
    words = " and ".join(f"“{s.words[k].text}”" for k in reversed(stand.path))
    read = "is read as" if len(stand.path) == 1 else "are read together as"
    basis = f"{scene.report.id}|position|{holder.actor}|{holder.scope}|{stand.asked.phrase}|{stand.stance}"
    return Position(
        id=sha256(basis.encode()).hexdigest()[:16],
        holder=holder.actor,
        question=stand.asked.phrase,
        stance=stand.stance,
        evidence=s.span,
        scope=holder.scope,
        object=stand.asked.object if stand.asked.object in scene.actors else None,
        as_of=scene.report.published[:10] if scene.report.published else None,
        reason=f"{words} {read} {_SIDES[stand.stance]} “{stand.asked.phrase}”{doubt}",
        confidence=confidence,
    )


def _sure(scene: Scene, stand: Taken, holder: Holder) -> tuple[float | None, str]:
    """How sure a stand is, None where nobody is there to say, and what speaks against keeping it."""
    share = None
    if scene.judge is not None:
        on_actor = stand.asked.object in scene.actors
        known = figures(scene.s, stand, holder.word, on_actor=on_actor, in_title=scene.is_title)
        share = scene.judge.share(scene.s, stand, known, holder.word)
    if scene.judge is None or share is None:
        return (NOT_ENOUGH, "; its words alone leave it in doubt") if stand.doubtful else (None, "")
    asked = scene.judge.asked(stand)
    return (share, "") if share >= asked else (NOT_ENOUGH, f"; {share:.2f} sure, {asked:g} is asked")


def _holders(scene: Scene, stand: Taken) -> list[Holder]:
    """Whose stand it is: the subject of the topmost word, down to the topic's own possessor."""
    s = scene.s
    for i in reversed(stand.path):
        copular = any(c.deprel == "cop" for c in s.children(i))
        verbal = s.words[i].upos in _VERBAL or is_verbal(s, s.words[i])
        heads = (
            subject(s, i) if copular or verbal else _avowed(scene, i) or owners(s, i) or _objectors(scene, i)
        )
        if s.words[i].lemma.lower() in scene.book.persons and s.words[i].upos == "NOUN" and not copular:
            heads = [_as_named(scene, k) for k in called(s, i)]
            if not heads:
                camp = holder_at(scene, i) if _is_camp(scene, i) else None
                return [] if camp is None else [camp]
        heads = [h for h in heads if h < i or not _is_on_a_side(scene, h)]
        heads = singled_out(s, i) or [*heads, *one_of_them(s, i)]
        if not heads and s.words[i].deprel == "appos" and i == stand.path[-1]:
            heads = [s.words[i].head]  # "Peru, a candidate for membership"
        if not heads and s.words[i].upos == "ADJ" and s.words[i].deprel == "amod" and s.words[i].head < i:
            heads = [s.words[i].head]  # "Peru, wary of the pact, …"
        if scene.paths.is_joined_in(s.words[i]):
            heads = [*heads, *beside_whom(s, s.words[i].head)]
        heads = heads or parted_subject(s, i) or whose_stays(s, i) or beside_predicate(s, i)
        told = s.words[i].upos in ("VERB", "ADJ") and stand.topic not in surface_subject(s, i)
        if not heads and told and not any(case_of(s, c.i) == "by" for c in s.children(i)):
            heads = surface_subject(s, i)  # "is opposed to the deal"
        heads = [whom_which_means(scene.parties, h, i) for h in heads]
        heads = [_teller(scene, k, i) for h in without_shares(s, heads) for k in paired(s, h)]
        heads = [k for h in heads for k in in_company(scene.parties, h, i) if k not in stand.path]
        heads = [n for k in heads if not is_set_aside(s, k) for n in named_members(scene.parties, k)]
        heads = [counted_over(scene.parties, k, scene.parts) for k in heads]
        heads = standing_so(s, heads)
        found = [h for k in heads if (h := holder_at(scene, k)) is not None]
        if found:
            return found
    return _tellers(scene, stand)


def _tellers(scene: Scene, stand: Taken) -> list[Holder]:
    """Who says so, where the tree joined a verb to what they say: "said *it was late* and took no side"."""
    s = scene.s
    for i in stand.path:
        w = s.words[i]
        if w.deprel != "conj" or w.upos != "VERB" or any(c.deprel.startswith("nsubj") for c in s.children(i)):
            continue
        first = first_joined(s.words, w)
        if first.deprel == "ccomp" and first.head >= 0:
            told = [c.i for c in s.children(first.i) if c.deprel.startswith("nsubj")]
            if told and all(s.words[k].upos == "NOUN" for k in told):
                heads = [k for h in subject(s, first.head) for k in joined_holders(s, h, first.head)]
                return [h for k in heads if (h := holder_at(scene, k)) is not None]
    return []


def _as_named(scene: Scene, head: int) -> int:
    """The word by which somebody is a party, behind which a name stands: "leader Ama, *a critic* of it"."""
    s = scene.s
    while scene.parties.at(head) is None and s.words[head].deprel == "appos" and s.words[head].head >= 0:
        head = s.words[head].head
    return head


def _is_on_a_side(scene: Scene, holder: int) -> bool:
    """Whether a side of their own stands right behind somebody: "one wing is for it, *the other against*"."""
    behind = scene.s.words[holder + 1 : holder + 2]
    return any(w.text.lower() in scene.book.prepositions for w in behind)


def _avowed(scene: Scene, i: int) -> list[int]:
    """Who makes no secret of a stand of their own: "*Chad* has made no secret of *its* dislike of it"."""
    s = scene.s
    over = s.words[s.words[i].head] if s.words[i].deprel == "nmod" else None
    if over is None or over.deprel != "obj" or over.lemma.lower() not in scene.book.worded.avowing:
        return []
    own = fillers(s, i, "poss")
    return subject(s, over.head) if own and all(s.words[k].upos == "PRON" for k in own) else []


def _objectors(scene: Scene, i: int) -> Sequence[int]:
    """Whose objections or calls there are: "the objections *of Chile*", "calls *from Chile* for a ban"."""
    lemma = scene.s.words[i].lemma.lower()
    if scene.s.words[i].upos != "NOUN" or lemma not in scene.book.attitudes:
        return ()
    against = scene.book.worded.nouns.get(lemma) is Stance.AGAINST
    return fillers(scene.s, i, "from") or (fillers(scene.s, i, "of") if against else ())


def _is_camp(scene: Scene, i: int) -> bool:
    """Whether those who are called supporters or critics are told of: "*opponents* of it marched"."""
    word = scene.s.words[i]
    told = word.feat("Number") == "Plur" and word.deprel != "obj"  # not "invited critics of the dam"
    return told and scene.parties.at(i) is not None


def _teller(scene: Scene, holder: int, i: int) -> int:
    """Who says what they stand for; *it* is not the person who says so but whom they speak for."""
    s = scene.s
    teller = who_tells(s, holder, i)
    party = scene.parties.at(teller)
    actor = scene.actors.get(party.actor) if party else None
    if teller == holder or actor is None or actor.kind is not ActorKind.PERSON:
        return teller
    if s.words[holder].text.lower() != "it":
        return teller
    meant = scene.parties.at(holder)
    known = scene.actors.get(meant.actor) if meant else None
    return holder if known is not None and known.kind is not ActorKind.PERSON else teller


def holder_at(scene: Scene, i: int) -> Holder | None:
    """Whoever is named at a word, or reached through it, as a holder."""
    s = scene.s
    word = s.words[i]
    if _is_tally(s, word) or (word.upos == "NOUN" and word.lemma.lower() in scene.book.papers):
        return None
    direct = scene.parties.at(i)
    party: Party | None = direct or next(iter(scene.parties.reached(i)), None)
    if party is None or (direct is None and any(is_excepted(s, c.i) for c in s.children(i))):
        return None
    if direct is not None and direct.actor in scene.parts:
        return Holder(direct.actor, scene.parts[direct.actor], i)
    share = share_before(s, i)
    if share is not None and direct is not None:
        return Holder(direct.actor, " ".join(s.words[k].text.lower() for k in share), i)
    collective = word.lemma.lower() in scene.book.collectives
    if direct is None and not collective and scene.actors.get(party.actor) is None:
        return None
    collective = collective or (direct is not None and _is_counted_people(scene, word))
    return Holder(party.actor, _scope(scene, word) if collective else None, i)


def _is_tally(s: Sentence, word: Word) -> bool:
    """Whether a word only counts how a ballot ended: "was rejected *by 153 votes* to 127"."""
    return word.lemma.lower() == _VOTE and any(c.deprel == "nummod" for c in s.children(word.i))


def _is_counted_people(scene: Scene, word: Word) -> bool:
    """Whether a noun for people is told with how many of them: "*most* residents"."""
    plural = word.upos in ("NOUN", "PROPN") and word.feat("Number") == "Plur"
    beside = (c.lemma.lower() for c in scene.s.children(word.i) if c.i < word.i)
    return plural and any(lemma in scene.book.counted.some for lemma in beside)


def _scope(scene: Scene, word: Word) -> str | None:
    """How many of a group: "most members", "five states"; None when nothing counts them."""
    s = scene.s
    phrase = s.words[min(s.subtree(word.i)) : word.i]
    counting = [w for w in phrase if w.upos == "NUM" or w.lemma.lower() in scene.book.quantifiers]
    if any(w.text.lower() == _BOTH for w in counting):
        return None  # both states are all that there are
    if counting:
        return " ".join((*(w.text.lower() for w in counting), word.text.lower()))
    above = s.words[word.head] if word.head >= 0 else None
    partitive = above is not None and (above.lemma.lower() in scene.book.quantifiers or above.upos == "NUM")
    if above is None or not partitive or case_of(s, word.i) != "of":
        return None
    return f"{above.text.lower()} of {word.text.lower()}"
