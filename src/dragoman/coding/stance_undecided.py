"""Whoever has no stand yet: "has not made up its mind", "is in two minds over it", "keeps out"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.recurring import shipped_recurring
from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.stance_aloof import KeptOut
from dragoman.coding.stance_book import Undecided
from dragoman.coding.stance_paths import Paths
from dragoman.coding.stance_untold import untold
from dragoman.coding.syntax import is_no_longer, is_passive, subject
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance

_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "obl")
# One of these is there where something is not done; to refuse is told by `attitudes`.
_OUGHT = frozenset({"should", "ought", "may", "might", "must", "would", "shall", "will"})
_WILLING = frozenset({"will", "would", "wo"})
_STILL, _HAVE, _TO, _NEITHER, _GO, _PART = "still", "have", "to", "neither", "go", "part"
_AT_SIDE = frozenset({"to", "on", "in", "of"})
_UNDER = ("xcomp", "advcl")
_FIRST = frozenset({"once", "when", "after", "until"})
_THINGS = frozenset({"nothing", "anything"})
_WHO = frozenset({"who", "which", "what"})
_YES_OR_NO = ("yes", "or", "no")
_ON = "on"
_EITHER_WAY = ("either", "way")
_OPEN_TO_BOTH = frozenset({"may", "might", "could"})
_FOR_OR_AGAINST = ("for", "or", "against")
_NO, _ANY = "no", frozenset({"any", "either"})
_NOBODY, _ANYBODY = frozenset({"nobody", "none", "nothing"}), frozenset({"anybody", "anyone", "anything"})


def undecided(paths: Paths) -> Iterator[KeptOut]:
    """Who has no stand of what in a sentence, in the order of the text."""
    s, words = paths.s, paths.book.undecided
    written = s.written()
    denied = not (paths.book.denying.all.isdisjoint(written) and words.withheld.isdisjoint(written))
    denied = denied or not (_FIRST.isdisjoint(written) or _WILLING.isdisjoint(written))
    if words.all.isdisjoint(written) and not (denied and not words.verbs.isdisjoint(written)):
        return  # as in most sentences
    for w in s.words:
        if w.upos == "PUNCT" or w.upos == "DET":
            continue
        found = (
            _of_two_minds(paths, w, words)
            or _has_not_decided(paths, w, words)
            or _keeps_out(paths, w, words)
            or _is_of_neither(paths, w, words)
            or _neither(paths, w, words)
            or _backs_none(paths, w, words)
            or _wavers(paths, w, words)
            or _neither_way(paths, w)
            or _no_way(paths, w)
        )
        later = _will_decide(paths, w, words) if found is None else None
        if later is not None and not paths.is_asked(w.i):
            yield later
        if found is None or any(_is_of_nobody(paths.s, i) for i in found.path):
            continue
        if not any(_is_open(paths, i, words) for i in found.path):
            vague = found.thing is not None and s.words[found.thing].lemma.lower() in paths.book.vague
            yield replace(found, thing=None) if vague else found


def _is_of_nobody(s: Sentence, i: int) -> bool:
    """Whether nobody is told of: "*nobody* has said how he will vote"."""
    return any(c.deprel == "nsubj" and c.text.lower() in _NOBODY for c in s.children(i))


def _is_open(paths: Paths, i: int, words: Undecided) -> bool:
    """Whether somebody only may or ought to have no stand; who *will not say* how he votes has none."""
    lemma = paths.s.words[i].lemma.lower()
    ought = _OUGHT - _WILLING if lemma in words.telling else _OUGHT
    ought = ought - _OPEN_TO_BOTH if lemma == _GO else ought  # "may go either way"
    own = paths.s.children(i)
    w = paths.s.words[i]
    if w.deprel == "xcomp" and paths.s.words[w.head].lemma.lower() in _OUGHT:
        return True  # "a child ought not to decide on it"
    return paths.is_asked(i) or any(c.deprel == "aux" and c.lemma.lower() in ought for c in own)


def _of_two_minds(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "is in two minds about the plan"."""
    s = paths.s
    if case_of(s, w.i) not in words.states.get(w.text.lower(), ()):
        return None
    numbered = w.text.lower() != "minds" or any(c.text.lower() == "two" for c in s.children(w.i))
    return KeptOut((w.i,), _over(paths, w, words)) if numbered and subject(s, w.i) else None


def _over(paths: Paths, w: Word, words: Undecided) -> int | None:
    """What somebody is undecided on, not when: "in two minds *about the bill* on Thursday"."""
    s = paths.s
    under = (c for c in s.children(w.i) if c.deprel in ("nmod", "obl") and c.i > w.i)
    lasting = (c.i for c in under if c.lemma.lower() not in paths.book.days)
    return next((k for k in lasting if case_of(s, k) in words.prepositions), None)


def _has_not_decided(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "has yet to decide", "has not made up its mind about the bill", "do not know"."""
    s, lemma = paths.s, w.lemma.lower()
    if w.upos != "VERB" or lemma not in words.verbs or is_passive(s, w.i):
        return None
    if any(is_no_longer(s, c) for c in s.children(w.i)):
        return None  # "no longer decide anything"
    objects = [c for c in s.children(w.i) if c.deprel == "obj" and c.upos != "PRON"]
    path = (w.i,) if any(paths.is_negated(o.i) for o in objects) else _denied(paths, w)
    if path is None:
        return None
    asked = untold(paths, w, words) if lemma in words.deciding | words.telling else None
    if asked is not None:
        return KeptOut(path, asked.thing)
    if lemma in words.telling and any(_is_yes_or_no(s, o) for o in objects):
        return KeptOut(path, None)
    clause = next((c for c in s.children(w.i) if c.deprel in _CLAUSES and _asks(s, c, words)), None)
    if _is_known(s, w, words):
        return KeptOut(path, _on_what(s, objects, words))  # "has not made its position on it known"
    if lemma in words.minds:
        objects += [c for c in s.children(w.i) if c.deprel == "obl" and case_of(s, c.i) == _ON]
        holds = any(o.lemma.lower() in words.minds[lemma] for o in objects)
        under = (c.i for k in (w, *objects) for c in s.children(k.i) if c.deprel in ("nmod", "obl"))
        thing = next((k for k in under if case_of(s, k) in words.prepositions), None)
        thing = _on_doing(s, (w, *objects), words) if thing is None else thing
        if holds or lemma not in words.reflexive:
            return KeptOut(path, _what(s, clause) if thing is None else thing) if holds else None
    if any(o.lemma.lower() in words.camps and _asks(s, o, words) for o in objects):
        return KeptOut(path, None)  # "has not said *which side* he is on"
    if objects or any(c.deprel in ("ccomp", "xcomp") and c is not clause for c in s.children(w.i)):
        return None  # "has not decided to go"
    if lemma in words.reflexive:
        own = {c.deprel for c in s.children(w.i)}
        thing = _over(paths, w, words)  # "has not committed itself on the plan", but not *to* it
        return KeptOut(path, thing) if "obj" in own and (thing or not own & {"obl", "xcomp"}) else None
    if clause is not None:
        sides = lemma in words.deciding or (clause.lemma.lower() in words.siding and not _is_who(s, clause))
        return KeptOut(path, _what(s, clause)) if sides else None
    polled = any(is_share_of_people(s, s.words[h], paths.book.counted) for h in subject(s, w.i))
    return KeptOut(path, _over(paths, w, words)) if polled or lemma in words.deciding else None


def _on_doing(s: Sentence, over: Sequence[Word], words: Undecided) -> int | None:
    """The deed that somebody is undecided on: "has not made up its mind about *running*"."""
    under = (c for k in over for c in s.children(k.i) if c.deprel in ("acl", "advcl") and c.i > k.i)
    return next((c.i for c in under if not words.prepositions.isdisjoint(marks_of(s, c.i))), None)


def _will_decide(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "will decide *once it has read the draft*", "will make up its mind only *when* …"."""
    s, lemma = paths.s, w.lemma.lower()
    own = s.children(w.i)
    mind = [c for c in own if c.deprel == "obj" and c.lemma.lower() in words.minds.get(lemma, ())]
    if w.upos != "VERB" or not (lemma in words.deciding or (lemma == "make" and mind)):
        return None
    later = any(c.deprel == "advcl" and c.i > w.i and _opens_later(s, c) for c in own)
    told = any(c.deprel in ("ccomp", "xcomp") or (c.deprel == "obj" and c not in mind) for c in own)
    ahead = any(c.deprel == "aux" and c.lemma.lower() in _WILLING for c in own)
    if not (later and ahead) or told or paths.is_negated(w.i):
        return None
    under = (c for k in (w, *mind) for c in s.children(k.i) if c.deprel in ("nmod", "obl"))
    return KeptOut((w.i,), next((c.i for c in under if case_of(s, c.i) in words.prepositions), None))


def _opens_later(s: Sentence, clause: Word) -> bool:
    """Whether a clause tells what must come first: "*once* it has read the draft"."""
    return any(c.text.lower() in _FIRST and c.i < clause.i for c in s.children(clause.i))


def _is_yes_or_no(s: Sentence, answer: Word) -> bool:
    """Whether an answer is either of two: "has not said *yes or no*"."""
    return tuple(k.text.lower() for k in s.words[answer.i : answer.i + 3]) == _YES_OR_NO


def _denied(paths: Paths, w: Word) -> tuple[int, ...] | None:
    """The words by which a deed is not done: denied, *yet to*, refused, avoided, or not wished."""
    if paths.is_negated(w.i) or any(
        c.lemma.lower() == "can" for c in paths.s.children(w.i) if c.text == "cannot"
    ):
        return (w.i,)
    over = paths.s.words[w.head] if w.deprel in _UNDER and w.head >= 0 else None
    lemma = "" if over is None else over.lemma.lower()
    if lemma == _HAVE and _is_still_to(paths.s, w):
        return (w.i,)
    words = paths.book.undecided
    refuses = paths.book.attitudes.get(lemma) is Stance.AGAINST and w.deprel == "xcomp"
    refuses = refuses or lemma in words.avoiding
    if over is not None and lemma in words.willing and w.deprel == "xcomp":
        told = any(c.deprel == "obj" for c in paths.s.children(over.i))
        refuses = paths.is_negated(over.i) and not told  # "does not *wish to say*", not "wants *Chad* to say"
    return (w.i, over.i) if over is not None and refuses else None


def _is_still_to(s: Sentence, w: Word) -> bool:
    """Whether a deed is still to be done: "have *still to* make up their minds"."""
    marks = [c.i for c in s.children(w.i) if c.deprel == "mark" and c.text.lower() == _TO]
    return any(k and s.words[k - 1].text.lower() == _STILL for k in marks)


def _is_known(s: Sentence, w: Word, words: Undecided) -> bool:
    """Whether a verb is one of making a position known: "made *its position known*"."""
    own = s.children(w.i)
    told = any(c.deprel == "xcomp" and c.text.lower() in words.known for c in own)
    return told and any(c.deprel == "obj" and c.lemma.lower() in words.minds["express"] for c in own)


def _on_what(s: Sentence, objects: list[Word], words: Undecided) -> int | None:
    under = (c.i for o in objects for c in s.children(o.i) if c.deprel == "nmod")
    return next((k for k in under if case_of(s, k) in words.prepositions), None)


def _is_who(s: Sentence, clause: Word) -> bool:
    """Whether a question asks who does a thing: "has not said *who* supports it"."""
    return any(c.deprel == "nsubj" and c.text.lower() in _WHO for c in s.children(clause.i))


def _asks(s: Sentence, clause: Word, words: Undecided) -> bool:
    """Whether a clause is a question: "how to vote", "whether to back it", "where she stands"."""
    return any(s.words[k].text.lower() in words.asking for k in s.subtree(clause.i)[:3])


def _what(s: Sentence, clause: Word | None) -> int | None:
    """What is asked about in a clause: "whether to back *the bill*"."""
    things = [] if clause is None else [c for c in s.children(clause.i) if c.deprel in ("obj", "obl")]
    return next((c.i for c in things if c.upos in ("NOUN", "PROPN") and c.i > (clause or c).i), None)


def _takes_no_part(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "takes no part in the quarrel"."""
    s = paths.s
    if w.text.lower() != _PART or w.deprel != "obj":
        return None
    verb = s.words[w.head]
    if not (paths.is_negated(w.i) or paths.is_negated(verb.i)):
        return None
    things = (c.i for k in (w.i, verb.i) for c in s.children(k) if c.i > w.i and case_of(s, c.i) == "in")
    thing = next((k for k in things if s.words[k].lemma.lower() in words.quarrels), None)
    return KeptOut((verb.i,), thing) if verb.lemma.lower() == "take" and thing is not None else None


def _keeps_out(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "stays out of the quarrel", "has kept clear of it"."""
    apart = _takes_no_part(paths, w, words)
    if apart is not None:
        return apart
    if w.upos != "VERB" or w.lemma.lower() not in words.keeping or paths.is_negated(w.i):
        return None
    if is_passive(paths.s, w.i):
        return None  # "insists that its arms be kept out of wars"
    under = (c for c in paths.s.children(w.i) if c.deprel in ("obl", "advmod", "xcomp") and c.i > w.i)
    thing = next((c for c in under if case_of(paths.s, c.i) == "out of"), None)
    things = words.quarrels
    if thing is None or not (thing.lemma.lower() in things or thing.text.lower() in ("it", "this")):
        return None
    return KeptOut((w.i,), None if thing.upos == "PRON" else thing.i)


def _is_of_neither(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "belongs to neither camp", "is on neither side"."""
    s = paths.s
    if w.upos != "NOUN" or w.lemma.lower() not in words.camps:
        return None
    dets = {c.text.lower() for c in s.children(w.i)}
    if dets & _ANY and case_of(s, w.i) in paths.book.prepositions and w.deprel == "obl":
        denied = _denied(paths, s.words[w.head])  # "has *not come out* for either side"
        return None if denied is None else KeptOut(denied, None)
    if case_of(s, w.i) not in _AT_SIDE or _NEITHER not in dets:
        return None
    over = s.words[w.head] if w.deprel == "obl" and w.head >= 0 else w
    told = over.lemma.lower() == "belong" or any(c.deprel == "cop" for c in s.children(w.i))
    return KeptOut((over.i,), None) if told and subject(s, over.i) else None


def _neither(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "neither backs nor opposes the draft", "supports neither side"."""
    s = paths.s
    taken = (
        w.i > 0 and s.words[w.i - 1].text.lower() == _NEITHER
    )  # "neither *back* nor condemn", as an adverb
    if (w.upos != "VERB" and not taken) or paths.book.attitudes.get(w.lemma.lower()) is None:
        return None
    own = s.children(w.i)
    sides = paths.book.attitudes
    if any(c.text.lower() == "neither" and c.i < w.i for c in own):
        both = {**dict.fromkeys(words.fighting, Stance.AGAINST), **sides}
        other = next((c for c in own if c.deprel == "conj" and both.get(c.lemma.lower()) is not None), None)
        if other is None or both[other.lemma.lower()] is sides[w.lemma.lower()]:
            return None
        below = [c for k in (w, other) for c in s.children(k.i) if c.i > k.i]
        things = [c.i for kind in ("obj", "obl") for c in below if c.deprel == kind]
        return KeptOut((other.i, w.i), things[0] if things else None)
    thing = next((c for c in own if c.deprel == "obj" and c.lemma.lower() in words.sides), None)
    if thing is None and sides[w.lemma.lower()] is Stance.FOR:
        return _of_two(paths, w)
    if thing is None or sides[w.lemma.lower()] is not Stance.FOR:
        return None
    dets = {c.text.lower() for c in s.children(thing.i)}
    over = next((c.i for c in s.children(thing.i) if c.lemma.lower() in words.quarrels), None)
    return (
        KeptOut((w.i,), over) if "neither" in dets or ("either" in dets and paths.is_negated(w.i)) else None
    )


def _of_two(paths: Paths, w: Word) -> KeptOut | None:
    """The words of "supports neither the families nor the ministers": those who quarrel, not two plans."""
    s = paths.s
    thing = next((c for c in s.children(w.i) if c.deprel == "obj" and c.i > w.i), None)
    under = [] if thing is None else s.children(thing.i)
    if thing is None or not any(c.text.lower() == "neither" for c in under):
        return None
    both = [thing, *(c for c in under if c.deprel == "conj")]
    sorts = shipped_recurring().sorts
    people = all(k.upos == "PROPN" or sorts.get(k.lemma.lower()) == "person" for k in both)
    return KeptOut((w.i,), None) if people and len(both) == 2 else None


def _backs_none(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "supports no party", "will not endorse any candidate", "endorsed nobody"."""
    s = paths.s
    if w.upos != "VERB" or paths.book.attitudes.get(w.lemma.lower()) is not Stance.FOR:
        return None
    thing = next((c for c in s.children(w.i) if c.deprel == "obj" and c.i > w.i), None)
    if thing is None or thing.lemma.lower() not in words.contenders:
        return None
    if thing.text.lower() in _THINGS and (s.children(thing.i) or w.lemma.lower() in paths.book.wishes.verbs):
        return None  # "want *nothing to do with it*"
    dets = {c.text.lower() for c in s.children(thing.i) if c.deprel == "det"}
    denied = _denied(paths, w)
    of = None if thing.upos == "PRON" else thing.i  # "endorsed *nobody*"
    if _NO in dets or thing.text.lower() in _NOBODY:
        return KeptOut((w.i,), of) if denied is None else None
    any_ = not _ANY.isdisjoint(dets) or thing.text.lower() in _ANYBODY
    return KeptOut(denied, of) if any_ and denied is not None else None


def _wavers(paths: Paths, w: Word, words: Undecided) -> KeptOut | None:
    """The words of "wavers on the plan"; who never wavered stands firm."""
    if w.lemma.lower() not in words.wavering or not subject(paths.s, w.i):
        return None
    under = [c for c in paths.s.children(w.i) if c.deprel == "obl" and c.i > w.i]
    thing = _over(paths, w, words)
    return None if paths.is_negated(w.i) or (under and thing is None) else KeptOut((w.i,), thing)


def _neither_way(paths: Paths, w: Word) -> KeptOut | None:
    """The words of "has not come out *for or against* the plan"."""
    s = paths.s
    if tuple(k.text.lower() for k in s.words[w.i : w.i + 3]) != _FOR_OR_AGAINST:
        return None
    thing = s.words[w.head] if w.deprel == "case" and w.head > w.i + 2 else None
    verb = s.words[w.head if thing is None else thing.head]
    denied = _denied(paths, verb) if verb.upos == "VERB" else None
    return None if denied is None else KeptOut(denied, None if thing is None else thing.i)


def _no_way(paths: Paths, w: Word) -> KeptOut | None:
    """The words of "has not committed itself *either way*", "may go *either way*"."""
    s = paths.s
    if tuple(k.text.lower() for k in s.words[max(w.i - 1, 0) : w.i + 1]) != _EITHER_WAY:
        return None
    i = w.head
    while i >= 0 and s.words[i].upos != "VERB":
        i = s.words[i].head
    verb = s.words[i] if i >= 0 else None
    if verb is None or not subject(s, verb.i):
        return None
    going = verb.lemma.lower() == _GO and any(
        c.lemma.lower() in _OPEN_TO_BOTH for c in s.children(verb.i) if c.deprel == "aux"
    )
    denied = (verb.i,) if going else _denied(paths, verb)
    return None if denied is None else KeptOut(denied, _over(paths, verb, paths.book.undecided))
