"""Whoever *is* or *remains* for or against a thing: "the Greens are against the dam", "stays for it"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_naming import doing_mark, done_to
from dragoman.coding.stance_paths import Taken, turned
from dragoman.coding.stance_phrases import predicated
from dragoman.coding.stance_pointing import POINTED
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_topics import fits
from dragoman.coding.syntax import is_no_longer, stands_last
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_BEHIND, _BUT, _AGAINST, _NOT, _OF, _FOR = "behind", "but", "against", "not", "of", "for"
_NEITHER = "neither"
_THOSE, _AMONG, _IT = "those", "among", "it"
_ACTS = ("csubj", "acl", "advcl", "xcomp", "ccomp")
_FAVOUR = frozenset({"favour", "favor", "support"})


def predicates(scene: Scene) -> Iterator[Taken]:
    """The stands that a preposition takes behind *be*, *remain* and their like."""
    s, paths = scene.s, scene.paths
    for w, verb in _told(scene):
        done = verb.upos == "VERB" and not doing_mark(s, verb)  # "is against *breaking up* the union"
        if paths.is_open(verb.i) or (done and paths.is_unreal(verb.i)):
            continue  # a *plan* that somebody is against is no plan to be against it
        if case_of(s, w.i) in scene.book.verdicts.due.get(w.lemma.lower(), ()):
            continue  # "is not for sale"
        if _is_left_to(s, w, verb):
            continue
        for stance, head in _sides(scene, w):
            asked = predicated(scene, head, POINTED)
            if asked is not None:
                if paths.is_negated(verb.i) and not _is_set_against(s, head):
                    ended = any(is_no_longer(s, c) for c in s.children(verb.i))
                    if stance is Stance.AGAINST and not ended:
                        continue  # "is not against it" is not yet for it
                    # "is no longer in favour of it" is not yet against it
                    neither = ended or stance is Stance.AGAINST or _is_neither(scene, w)
                    stance = Stance.NEUTRAL if neither else turned(stance)
                undoes = _undoes(scene, s.words[head])
                side = [
                    k.i for k in s.children(w.i) if k.text.lower() in scene.book.prepositions and k.i < w.i
                ]
                way = turned(stance) if undoes else stance
                path = (*side, *dict.fromkeys((w.i, verb.i)))
                yield Taken(asked, way, w.i, path, _is_plain(scene, w, verb), undoes)


def _is_neither(scene: Scene, w: Word) -> bool:
    """Whether both sides are denied, or a side with either of two: "is *neither* for it *nor against it*"."""
    s, own = scene.s, scene.s.children(w.i)
    if not any(c.deprel == "cc:preconj" and c.text.lower() == _NEITHER for c in own):
        return False
    others = [c for c in own if c.deprel == "conj" and c.i > w.i]
    return any(case_of(s, c.i) in scene.book.prepositions for c in others)


def _told(scene: Scene) -> Iterator[tuple[Word, Word]]:
    """The words that a preposition makes a predicate, with the word whose subject they are told of."""
    s, remaining = scene.s, scene.book.short.remaining
    subjects = {w.head for w in s.words if w.deprel in ("nsubj", "nsubj:outer")}
    for i in sorted({w.head for w in s.words if w.deprel == "cop" or _is_helper(s, w)}):
        joined = s.words[i].deprel == "advcl" and doing_mark(s, s.words[i]) in scene.book.prepositions
        # "are believed to be against it", "backs the ban but *is against lifting* it"
        if i in subjects or joined or s.words[i].deprel in ("conj", "xcomp"):
            yield _behind_adverb(s, s.words[i]), s.words[i]
    if remaining.isdisjoint(s.written()):
        return
    for w in s.words:
        over = s.words[w.head] if w.deprel in ("obl", "xcomp", "nmod") and w.head >= 0 else None
        stays = over is not None and over.upos == "VERB" and over.lemma.lower() in remaining
        if over is not None and stays and case_of(s, w.i) != "for":  # "stayed shut for a day"
            yield w, over


def _is_helper(s: Sentence, w: Word) -> bool:
    """Whether the tree took a *be* before a side for a helper: "*is against* being left out"."""
    behind = s.words[w.i + 1].text.lower() if w.i + 1 < len(s.words) else ""
    return w.deprel == "aux:pass" and w.lemma == "be" and behind in (_AGAINST, _FOR)


def _is_left_to(s: Sentence, w: Word, verb: Word) -> bool:
    """Whether it is only told whose business something is: "it is *for Chad to choose* its friends"."""
    subject = next((c for c in s.children(verb.i) if c.deprel in ("nsubj", "expl")), None)
    below = (c for k in {w.i, verb.i} for c in s.children(k) if c.i > w.i)
    acts = any(c.deprel in _ACTS and "to" in marks_of(s, c.i) for c in below)
    return acts and case_of(s, w.i) == _FOR and subject is not None and subject.text.lower() == _IT


def _behind_adverb(s: Sentence, w: Word) -> Word:
    """The word that a preposition makes a predicate where the tree took an adverb before it for one.

    "The Greens are *firmly* for the dam".
    """
    if w.upos != "ADV":
        return w
    behind = (c for c in s.children(w.i) if c.deprel in ("obj", "obl", "nmod", "advcl") and c.i > w.i)
    return next((c for c in behind if min(s.subtree(c.i)) == w.i + 1), w)


def _is_plain(scene: Scene, w: Word, verb: Word) -> bool:
    """Whether an adverb of degree shows that a side is taken: "*firmly* for", "*fully* behind"."""
    degree = w.i != verb.i and verb.upos == "ADV" and verb.text.lower().endswith("ly")
    firm = any(c.text.lower() in scene.book.bare.firm for c in scene.s.children(w.i) if c.i < w.i)
    return degree or firm or case_of(scene.s, w.i) == _BEHIND or bool(doing_mark(scene.s, w))


def _sides(scene: Scene, w: Word) -> Iterator[tuple[Stance, int]]:
    """The heads of what a copular clause is for or against: "for the dam, against the ban"."""
    s = scene.s
    case = case_of(s, w.i)
    stance, heads = scene.book.prepositions.get(case or doing_mark(s, w)), [w.i]
    if _is_favour(s, w):
        stance, heads = Stance.FOR, [c.i for c in s.children(w.i) if c.deprel in ("nmod", "acl")][:1]
        if s.words[min(w.i + 1, len(s.words) - 1)].text.lower() != "of":
            heads = [-1]
    elif w.text.lower() == _AGAINST:
        stance, heads = Stance.AGAINST, [done_to(s, w)]
    elif w.text.lower() == _THOSE and case == _AMONG:  # "is among those *against*"
        behind = s.words[w.i + 1] if w.i + 1 < len(s.words) else w
        if behind.upos == "ADP" and stands_last(s, behind):
            stance, heads = scene.book.prepositions.get(behind.text.lower()), [-1]
    elif w.text.lower() == _FOR and w.upos == "ADP" and stands_last(s, w):
        stance, heads = Stance.FOR, [-1]  # "the Left is *for*"
    if stance is None or (case == _BEHIND and not _is_backed(scene, w)):
        return
    for head in heads:
        yield stance, head
        for c in _listed_with(scene, head):
            other = scene.book.prepositions.get(case_of(s, c.i))
            if is_set_aside(s, c.i) or any(k.deprel.startswith("nsubj") for k in s.children(c.i)):
                continue  # another's stand: "is for the dam, but Chad is against it"
            if c.deprel == "conj" and other is not None:
                yield other, c.i
            elif c.deprel == "conj" and _is_favour(s, c):
                yield from ((Stance.FOR, k.i) for k in s.children(c.i) if case_of(s, k.i) == _OF)
            elif c.deprel == "conj" and (way := scene.book.prepositions.get(doing_mark(s, c))) is not None:
                yield way, c.i
            elif other is not None and _is_listed(s, c):
                yield other, c.i  # "for the mine, *for the railway*"
            elif c.deprel == "conj" and c.upos == "NOUN" and not case_of(s, c.i) and _is_thing(scene, c):
                yield stance, c.i  # "in favour of trade and transit"


def _is_favour(s: Sentence, w: Word) -> bool:
    """Whether a word is the *favour* that somebody is in."""
    return w.lemma.lower() in _FAVOUR and case_of(s, w.i) == "in"


def _listed_with(scene: Scene, head: int) -> list[Word]:
    """The words that may be joined to what a side is taken on, those joined to the second of them too."""
    s = scene.s
    own = list(s.children(head)) if head >= 0 else []
    joined = [c for c in own if c.deprel == "conj" or _is_listed(s, c)]
    return own + [k for c in joined for k in s.children(c.i) if k.deprel == "conj"]


def _is_listed(s: Sentence, c: Word) -> bool:
    """Whether the tree hung behind a thing what a comma only lists beside it."""
    first = min(s.subtree(c.i))
    denied = any(k.text.lower() == _NOT for k in s.children(c.i))
    return c.deprel == "nmod" and s.words[first].text == "," and bool(case_of(s, c.i)) and not denied


def _is_thing(scene: Scene, c: Word) -> bool:
    """Whether a noun joined to a predicate is no predicate: "is for the dam and *a friend of Chad*"."""
    s, lemma = scene.s, c.lemma.lower()
    if any(k.deprel == "cop" or case_of(s, k.i) == _AGAINST for k in s.children(c.i)):
        return False
    if scene.parties.at(c.i) is not None and not _is_amount(scene, c):
        return False
    if is_set_aside(s, c.i) or lemma in scene.book.bare.times:
        return False
    return shipped_recurring().sorts.get(lemma) != "person"


def _is_amount(scene: Scene, c: Word) -> bool:
    """Whether somebody only was counted who is a thing: "for the mine and *fewer roads*"."""
    party = scene.parties.at(c.i)
    told = party is not None and party.actor in scene.parts
    return told and not is_share_of_people(scene.s, c, scene.book.counted)


def _is_set_against(s: Sentence, head: int) -> bool:
    """Whether a thing stands behind *but*, so that what denies the one before does not deny it.

    Not where it is denied itself: "opposes Chad, but *is not* against the pact".
    """
    joined = head >= 0 and s.words[head].deprel == "conj"
    joined = joined and not any(c.deprel == "cop" for c in s.children(head))
    return joined and any(c.deprel == "cc" and c.text.lower() == _BUT for c in s.children(head))


def _is_backed(scene: Scene, w: Word) -> bool:
    """Whether who is *behind* a thing backs it, and did not do it: "behind the bill", not "the attack"."""
    s = scene.s
    degree = any(
        c.deprel == "advmod" and c.i < w.i and c.text.lower().endswith("ly") for c in s.children(w.i)
    )
    degree = degree or (w.head >= 0 and s.words[w.head].upos == "ADV" and s.words[w.head].i < w.i)
    return degree or w.lemma.lower() in scene.book.matters


def _undoes(scene: Scene, verb: Word) -> bool:
    """Whether a verb does away with its thing: who is against *lifting* the ban is for it."""
    known = scene.book.topics.get((True, verb.lemma.lower()), ()) if verb.upos == "VERB" else ()
    return any(t.settled and verb.lemma.lower() in t.against and fits(scene, verb, t) for _, t in known)
