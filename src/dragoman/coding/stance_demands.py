"""What ought to be, in whose view: "insists that the base must close", "argues that nobody should own it"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_paths import Paths
from dragoman.coding.syntax import is_passive
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.values import value

_ONLY, _CAN = "only", "can"
_BARE = frozenset({"be", "have", "do"})
_ALONE = frozenset({"it", "he", "she"})
_IT = frozenset({"it", "they", "this", "that", "both"})


@value
class Demanded:
    """A verb with the verb of the clause that it demands, and whether that ought not to be.

    A ``further`` clause is joined to one before: "that the road be built *and that the toll be dropped*".
    One ``viewed`` so is somebody's view or position: "the union's position is that the base should close".
    What is ``called`` for stands in an infinitive, of which the tree may have taken the ``thing`` apart.
    """

    verb: int
    clause: int
    negated: bool
    further: bool = False
    called: bool = False
    viewed: bool = False
    thing: int | None = None


def demanded(paths: Paths) -> Iterator[Demanded]:
    """What ought to be or ought not to be in somebody's view, in the order of the text."""
    words = paths.book.demanding
    written = paths.s.written()
    yield from _called_for(paths)
    yield from _viewed(paths)
    if all(some.isdisjoint(written) for some in (words.verbs, words.modals, words.leave)):
        return  # as in most sentences
    for w in paths.s.words:
        lemma = w.lemma.lower()
        known = lemma in words.verbs or lemma in words.with_modal
        if not (w.upos == "VERB" and known) and w.text.lower() not in words.convinced:
            continue
        if paths.is_open(w.i) or paths.is_negated(w.i):
            continue
        for first in (*(c for c in paths.s.children(w.i) if c.deprel == "ccomp"), *_said_behind(paths.s, w)):
            bidden = _ought(paths, first, lemma) and lemma in words.verbs
            for clause in (first, *_joined(paths.s, first)):
                if _ought(paths, clause, lemma) or (bidden and _is_bare(paths.s, clause)):
                    yield Demanded(w.i, clause.i, paths.is_negated(clause.i), clause is not first)


def _viewed(paths: Paths) -> Iterator[Demanded]:
    """What ought to be by somebody's view: "takes *the view that the tax must go*", "its line is that …"."""
    s, words = paths.s, paths.book.demanding
    if words.modals.isdisjoint(s.written()) or paths.book.opinions.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.upos != "NOUN" or w.lemma.lower() not in paths.book.opinions:
            continue
        over = s.words[w.head] if w.head >= 0 else w
        if w.deprel in ("nsubj", "nsubj:outer"):  # "its line is that …"
            owned = any(c.deprel == "nmod:poss" for c in s.children(w.i))
            told = (
                [over]
                if w.deprel == "nsubj:outer"
                else [c for c in s.children(over.i) if c.deprel == "ccomp"]
            )
            told = [*told, *(c for c in s.children(w.i) if c.deprel == "acl")]  # "its line, *that …*, is old"
            by = w.i if owned else -1
        elif any(c.deprel == "cop" for c in s.children(w.i)) and case_of(s, w.i) == "of":  # "is of the view"
            told, by = [*s.children(w.i)], w.i
        elif w.deprel in ("obj", "obl") and over.lemma.lower() in paths.book.alike.verbs:
            told, by = [*s.children(w.i), *s.children(over.i)], over.i
        else:
            continue
        clauses = (c for c in told if "that" in marks_of(s, c.i) and _ought(paths, c, w.lemma.lower()))
        if by >= 0 and not paths.is_negated(by) and not paths.is_unreal(by):
            yield from (Demanded(by, c.i, paths.is_negated(c.i), viewed=True) for c in clauses)


def _called_for(paths: Paths) -> Iterator[Demanded]:
    """What somebody calls for by an infinitive: "called in a letter *for the bill to be withdrawn*"."""
    s = paths.s
    if paths.book.demanding.calling.isdisjoint(s.written()):
        return
    for w in s.words:
        if w.upos != "VERB" or w.lemma.lower() not in paths.book.demanding.calling:
            continue
        if paths.is_unreal(w.i) or paths.is_negated(w.i):
            continue
        for c in s.children(w.i):
            if c.deprel not in ("advcl", "ccomp", "xcomp") or c.i < w.i or not is_infinitive(s, c):
                continue
            own = "for" in marks_of(s, c.i) and any(k.deprel.startswith("nsubj") for k in s.children(c.i))
            thing = None if own else _thing_before(s, w, c)
            if own or thing is not None:
                yield Demanded(w.i, c.i, paths.is_negated(c.i), called=True, thing=thing)
        yield from (Demanded(w.i, end, False, called=True, thing=thing) for thing, end in _to_end(paths, w))


def _to_end(paths: Paths, w: Word) -> Iterator[tuple[int, int]]:
    """A thing behind *for* with the verb of its end that the tree hung on it: "for the ban *to end*"."""
    s = paths.s
    for thing in (c for c in s.children(w.i) if c.deprel in ("obl", "obj") and c.i > w.i):
        for c in s.children(thing.i):
            alone = c.deprel == "acl" and is_infinitive(s, c)
            alone = alone and not any(k.deprel in ("obj", "obl", "xcomp") for k in s.children(c.i))
            if alone and c.lemma.lower() in paths.book.wishes.ending:
                yield thing.i, c.i


def _thing_before(s: Sentence, verb: Word, clause: Word) -> int | None:
    """The thing behind *for* that runs on into an infinitive: "called *for Tonga* to be readmitted"."""
    to = next((c.i for c in s.children(clause.i) if c.deprel == "mark" and c.text.lower() == "to"), -1)
    before = [
        c for c in (*s.children(verb.i), *s.children(clause.i)) if c.deprel in ("obl", "obj") and c.i < to
    ]
    for c in before:
        within = s.subtree(c.i)
        first = min(within)
        behind = s.words[first].text.lower() == "for" or (first and s.words[first - 1].text.lower() == "for")
        if behind and max(within) + 1 == to:
            return c.i
    return None


def _said_behind(s: Sentence, w: Word) -> Iterator[Word]:
    """What is told before who says it: "*The reform must go*, the unions said"."""
    own = {c.deprel for c in s.children(w.i)}
    tells = w.deprel == "parataxis" and 0 <= w.head < w.i and "nsubj" in own
    if tells and own.isdisjoint(("ccomp", "obj", "xcomp")):
        yield s.words[w.head]


def _joined(s: Sentence, first: Word) -> Iterator[Word]:
    """The further clauses of a demand: "that the road be built *and that the toll be dropped*"."""
    for c in s.children(first.i):
        own = s.children(c.i)
        sides = any(k.deprel.startswith("nsubj") for k in own)
        if c.deprel == "conj" and (sides or any(k.deprel == "aux" for k in own)):
            yield c


def _ought(paths: Paths, clause: Word, demanding: str) -> bool:
    """Whether a clause tells what is to be: by a modal, or by a bare verb under a verb of demanding."""
    words, under = paths.book.demanding, paths.s.children(clause.i)
    if paths.is_asked(clause.i):
        return False  # "considers whether it should leave"
    helpers = [c for c in under if c.deprel.startswith(("aux", "cop"))]
    if any(c.lemma.lower() in words.modals for c in helpers):
        # What "should *have* been done" is past: only what should not is a stand on a thing that is there.
        past = any(c.deprel == "aux" and c.lemma.lower() == "have" for c in helpers)
        return not past or paths.is_negated(clause.i)
    only = any(paths.s.words[k].text.lower() == _ONLY for k in paths.s.subtree(clause.i))
    barred = demanding in words.claiming and (only or paths.is_negated(clause.i))
    if barred and any(c.lemma.lower() in words.leave for c in helpers):
        return only or not _is_unable(paths, clause)  # "maintains that no court may ban it"
    if demanding not in words.verbs or not any(c.deprel.startswith("nsubj") for c in under):
        return False
    return _is_bare(paths.s, clause) and not _is_plural(paths, clause)


def _is_unable(paths: Paths, clause: Word) -> bool:
    """Whether somebody only says what another is not able to do: "that a poor town *cannot pay* for it"."""
    own = paths.s.children(clause.i)
    able = any(c.lemma.lower() == _CAN for c in own if c.deprel == "aux")
    denied = any(c.text.lower() in paths.book.denying.adverbs for c in own)
    return able and denied and not is_passive(paths.s, clause.i)


def _is_bare(s: Sentence, clause: Word) -> bool:
    """Whether a clause has its verb as the lexicon has it, which after a demand is no present tense."""
    first = next((c for c in s.children(clause.i) if c.deprel.startswith(("aux", "cop"))), clause)
    if first.deprel.startswith("aux") and first.lemma.lower() not in _BARE:
        return False  # "insists that the mine *will* be clean" tells what comes
    return first.text.lower() == first.lemma.lower()


def _is_plural(paths: Paths, clause: Word) -> bool:
    """Whether beside its subject a bare verb may as well be the present tense, as not in "that it go".

    What is told of an *it* by a word of stance ("that it turn the offer down") is read by that.
    """
    subjects = [c for c in paths.s.children(clause.i) if c.deprel.startswith("nsubj")]
    be = any(c.text.lower() == "be" for c in paths.s.children(clause.i))
    lemma = clause.lemma.lower()
    topics = (topic for _, topic in paths.book.topics.get((True, lemma), ()))
    if lemma not in paths.book.attitudes and all(topic.particle for topic in topics):
        subjects = [c for c in subjects if c.text.lower() not in _ALONE]
    return not be and any(c.feat("Number") == "Plur" or c.upos == "PRON" for c in subjects)


def is_infinitive(s: Sentence, w: Word) -> bool:
    """Whether a verb stands behind *to*."""
    return "to" in marks_of(s, w.i)


def is_bidden(s: Sentence, head: int) -> bool:
    """Whether somebody is wanted or asked to do a thing, which is no stand for them: "wants Peru to sign"."""
    thing = first_joined(s.words, s.words[head])
    below = s.children(thing.head) if thing.deprel == "obj" else []
    return any(c.deprel in ("xcomp", "ccomp") and c.i > head and is_infinitive(s, c) for c in below)


def is_doer(s: Sentence, head: int) -> bool:
    """Whether what is bidden is to do something to another thing: "wants the house *to adopt a rule*"."""
    over = first_joined(s.words, s.words[head]).head
    below = (c for c in s.children(over) if c.deprel in ("xcomp", "ccomp") and c.i > head)
    return any(k.deprel == "obj" for c in below for k in s.children(c.i))


def is_of_it(s: Sentence, clause: int) -> bool:
    """Whether the subject of a clause is a pronoun for a thing."""
    subjects = (c for c in s.children(clause) if c.deprel.startswith("nsubj"))
    return any(c.text.lower() in _IT for c in subjects)


def is_bidden_today(s: Sentence, path: tuple[int, ...], book: StanceBook) -> bool:
    """Whether somebody is only called on to do a thing of the day: "urged the union *to shelve the strike*".

    What is asked of another on a lasting thing is a stand on that: "called on the house to scrap the levy".
    """
    if len(path) < 2:
        return False
    deed, bidding, words = s.words[path[-2]], s.words[path[-1]], book.demanding
    if bidding.lemma.lower() not in words.bidding or deed.head != bidding.i or not is_infinitive(s, deed):
        return False
    if deed.lemma.lower() in words.granting:
        return False
    things = [c for c in s.children(deed.i) if c.deprel == "obj"]
    if deed.lemma.lower() in book.clear and not any(c.lemma.lower() in book.of_a_day for c in things):
        return False  # "urged voters *to back* Kim"
    return bool(things) and all(c.lemma.lower() not in book.lasting_things for c in things)
