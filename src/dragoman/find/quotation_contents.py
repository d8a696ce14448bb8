"""Where in the tree the content of a reporting word stands: its clause, infinitive, object or host."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from dragoman.find.figure_words import load_figure_words
from dragoman.find.quotation_cues import Cues, Family
from dragoman.find.quotation_tree import Tree
from dragoman.language.parse import Word
from dragoman.record import Span
from dragoman.values import value

_CLAUSES = ("ccomp", "csubj")
_ASKING = frozenset({"how", "what", "whether", "when", "where", "who", "why", "if"})
_AN = frozenset({"a", "an"})
_HOLDING = frozenset({"among", "from", "by"})
_WANTING = frozenset({"commitment", "request"})
_PURPOSE = frozenset({"for", "within"})
_MARKS = frozenset({"“", "”", '"', "‘", "’", "«", "»", "``", "''"})
_PARENTHETIC = ("parataxis", "discourse", "dep", "list")


@value
class Cue:
    """A reporting word in its sentence: its index, the indices of its phrase, its family."""

    i: int
    words: tuple[int, ...]
    family: Family


def matched(tree: Tree, i: int, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The indices of a cue phrase that starts at word ``i``, or None; its words stand close together."""
    found = [i]
    for wanted in words[1:]:
        reach = tree.s.words[found[-1] + 1 : found[-1] + 4]
        hit = next((w for w in reach if wanted in (w.lemma.lower(), w.text.lower())), None)
        if hit is not None and wanted == "to" and hit.i - found[-1] > 1 and hit.deprel == "mark":
            return None  # "appealed for Chile *to* free them" is no appeal to somebody
        if hit is None or any(w.upos == "PUNCT" for w in tree.s.words[found[-1] + 1 : hit.i]):
            return None
        found.append(hit.i)
    return tuple(found)


def candidates(tree: Tree, w: Word, cues: Cues) -> list[Cue]:
    """What a word may be as a cue, longest phrase first; participles that modify nouns are none."""
    known: Sequence[tuple[tuple[str, ...], Family]] = ()
    if w.upos == "VERB" and w.deprel != "amod":
        known = cues.verbs.get(w.lemma.lower(), ())
    elif w.upos == "NOUN":
        known = cues.nouns.get(w.lemma.lower(), ())
    if (w.upos == "ADJ" or (w.upos == "VERB" and tree.passive(w.i))) and not _made_so(tree, w):
        # "Convinced" is a participle to one reader of grammar and an adjective to another.
        known = (*known, *cues.adjectives.get(w.text.lower(), ()))
    found = []
    for words, family in known:
        indices = matched(tree, w.i, words)
        if indices is not None and _allowed(tree, w.i, family):
            found.append(Cue(w.i, indices, family))
    return found


def _made_so(tree: Tree, w: Word) -> bool:
    """Whether nobody is told to be sure: "made sure that it held", "*it* is not certain that he won"."""
    above = tree.s.words[w.head].lemma.lower() if w.head >= 0 and w.deprel == "xcomp" else ""
    return (
        above == "make"
        or bool(tree.below(w.i, "expl"))
        or any(c.text.lower() == "it" and tree.below(w.i, "csubj") for c in tree.below(w.i, "nsubj"))
    )


def _allowed(tree: Tree, i: int, family: Family) -> bool:
    if family.quoted and not tree.passive(i):
        return False
    if family.only_with is not None:
        others = ("xcomp", "ccomp") if "object" in family.addressee else ("obj", "xcomp", "ccomp")
        elsewhere = tree.below(i, *others)
        if elsewhere or not _prepositional(tree, i, family.only_with):
            return False
    if family.speakers:
        speaker = tree.subject(i)
        return speaker is not None and tree.s.words[speaker].lemma.lower() in family.speakers
    return True


def content_words(tree: Tree, cue: Cue) -> set[int]:
    """The words of what is reported by a cue, from the first kind of content that the family finds."""
    for kind in cue.family.content:
        find = _FINDERS.get(kind)
        if kind == "quote":
            continue
        found = find(tree, cue) if find else _prepositional(tree, cue.i, kind)
        if found:
            return _behind_the_rest(tree, cue.i, found)
    return set()


def summing_up(tree: Tree, cue: Cue, words: set[int], cues: Cues) -> set[int]:
    """What the outlet says behind a content to sum it up: "said it was safe, *a claim that divers deny*"."""
    if not words or _AN.isdisjoint(tree.s.written()):
        return set()
    sentence, found = tree.s.words, set[int]()
    for k in words:
        if sentence[k].text not in _AN or k < cue.i or sentence[k - 1].text != ",":
            continue
        noun = sentence[sentence[k].head]
        own = tree.under(noun.i)
        if noun.upos != "NOUN" or noun.head >= k or max(own) != max(words) or not tree.below(noun.i, "acl"):
            continue
        # Beside a clause it sums that up; beside a noun ("a reserve, *a plan* that …") its word must tell.
        if noun.lemma.lower() in cues.summing or sentence[noun.head].upos == "VERB":
            found |= own
    return found if found < words else set()


def _clause(tree: Tree, cue: Cue) -> set[int]:
    if tree.s.words[cue.i].upos == "NOUN":
        return _noun_clause(tree, cue.i)
    found: set[int] = set()
    clauses = [c for k in cue.words for c in tree.below(k, *_CLAUSES)]  # made it clear *that*
    told_that = any(c.i > cue.i and _has_that(tree, c) for c in clauses)
    for c in (*clauses, *_that_adverbials(tree, cue.i)):
        if c.i > cue.i and _is_infinitive(tree, c) and not is_question(tree, c.i):
            continue
        if (c.i < cue.i and told_that) or _of_the_speaker(tree, cue.i, c):
            continue
        found |= _without_that(tree, c.i)
        if c.i < cue.i:
            found |= _headline_subject(tree, cue.i, c.i)
    return found or _loose_clause(tree, cue.i)


def _has_that(tree: Tree, clause: Word) -> bool:
    return any(m.text.lower() == "that" for m in tree.below(clause.i, "mark"))


def _of_the_speaker(tree: Tree, cue: int, clause: Word) -> bool:
    """Whether a clause behind the cue tells of the speaker: "said the mayor, *who is leaving*"."""
    first = min((k for k in tree.under(clause.i) if tree.s.words[k].upos != "PUNCT"), default=clause.i)
    who = tree.s.words[first].text.lower() in ("who", "whose", "whom")
    return clause.i > cue and who and tree.s.words[first - 1].text == ","


def _that_adverbials(tree: Tree, i: int) -> list[Word]:
    """Clauses with *that* which the tree took for adverbial: a reporting verb has none."""
    return [c for c in tree.below(i, "advcl", "acl") if c.i > i and _has_that(tree, c)]


def _headline_subject(tree: Tree, cue: int, clause: int) -> set[int]:
    """In "Lima to reopen embassy, minister says" the first subject is that of the fronted clause."""
    subjects = [c.i for c in tree.below(cue, "nsubj")]
    return tree.under(subjects[0]) if len(subjects) > 1 and subjects[0] < clause else set()


def _noun_clause(tree: Tree, i: int) -> set[int]:
    holders = (c.i for c in tree.below(i, "nmod") if c.i > i and tree.case(c.i) in _HOLDING)
    for c in (*tree.below(i, "acl", "ccomp"), *(d for h in holders for d in tree.below(h, "acl"))):
        if any(m.text.lower() in ("that", "whether") for m in tree.below(c.i, "mark")):
            return _without_that(tree, c.i)
    return _what_it_is(tree, i)


def _what_it_is(tree: Tree, i: int) -> set[int]:
    """What somebody's view or claim is said to be: "their view is *that the pact holds*"."""
    noun = tree.s.words[i]
    if noun.deprel.split(":")[0] != "nsubj" or not tree.below(i, "nmod"):
        return set()
    thats = [m for m in tree.below(noun.head, "mark") if m.text.lower() == "that" and m.i > i]
    copulas = [c for c in tree.below(noun.head, "cop") if thats and i < c.i < thats[0].i]
    if not copulas:
        return set()
    return {k for k in tree.under(noun.head, {i}) if k > thats[0].i}


def _without_that(tree: Tree, clause: int) -> set[int]:
    return tree.under(clause, {m.i for m in tree.below(clause, "mark") if m.text.lower() == "that"})


def _raised(tree: Tree, cue: Cue) -> set[int]:
    """What is said of the passive's subject: "the ship is said *to have sunk*"."""
    i = cue.i
    if not tree.passive(i) or not tree.below(i, "nsubj:pass"):
        return set()
    clauses = [c for c in tree.below(i, "xcomp") if _is_infinitive(tree, c)]
    return tree.under(clauses[0].i) if clauses else set()


def _loose_clause(tree: Tree, i: int) -> set[int]:
    """A clause that hangs on the verb only by a colon or comma: "he was clear: …", "…, he said".

    One between the verb and its subject is another's word on both: "the judge, she said, warned them".
    """
    first = min((c.i for c in tree.below(i, "nsubj", "nsubj:pass")), default=i)
    for c in tree.below(i, "parataxis"):
        if first < c.i < i:
            continue
        fronted = c.i < i
        lead = tree.s.words[min(tree.under(c.i)) - 1].text if not fronted and min(tree.under(c.i)) > 0 else ""
        if (fronted or lead in (":", "“", '"', "‘", "'")) and c.upos in (
            "VERB",
            "ADJ",
            "NOUN",
            "AUX",
            "PROPN",
        ):
            return tree.under(c.i)
    return set()


def _infinitive(tree: Tree, cue: Cue) -> set[int]:
    i = cue.i
    if tree.s.words[i].upos == "NOUN":
        acts = [c for c in tree.below(i, "acl", "xcomp") if _is_infinitive(tree, c)]
        return tree.under(acts[0].i) if acts else set()
    asked = tree.below(i, "obj", "iobj")
    acts = [
        c
        for c in tree.below(i, "xcomp", "ccomp")
        if c.text.lower().endswith("ing") or _is_infinitive(tree, c)
    ]
    if not acts and (asked or len(cue.words) > 1):
        acts = [c for c in tree.below(i, "advcl", "acl") if _is_infinitive(tree, c)]
        acts = acts or [c for o in asked for c in tree.below(o.i, "acl") if _is_infinitive(tree, c)]
    if not acts or tree.passive(i):
        return tree.under(acts[0].i) if acts else set()
    found = tree.under(acts[0].i)
    if cue.family.kind in _WANTING and asked and _is_sum(tree, asked[0]):
        given = tree.under(asked[0].i) - found
        if given and asked[0].i > i and max(given) + 1 == min(found):
            return found | given
    if cue.family.kind == "thought":  # expects *the price to fall*
        return found.union(*(tree.under(o.i) for o in asked if o.i > i))
    if cue.family.kind != "request":
        return found
    hearers = [tree.under(o.i) - found for o in asked]
    if len(cue.words) > 1 and not asked:
        hearers.append(_prepositional(tree, i, tree.s.words[cue.words[-1]].text.lower()) - found)
    # Who is asked is the hearer, in the speaker's words only where quoted: urged “both sides” to …
    return found.union(*(h for h in hearers if _is_quoted(tree, h)))


def _is_quoted(tree: Tree, words: set[int]) -> bool:
    """Whether quotation marks stand in or around some words."""
    around = words | {min(words) - 1, max(words) + 1} if words else set()
    marks = [k for k in around if 0 <= k < len(tree.s.words) and tree.s.words[k].text in _MARKS]
    return len(marks) > 1


def _is_infinitive(tree: Tree, w: Word) -> bool:
    return any(m.text.lower() == "to" for m in tree.below(w.i, "mark"))


def is_question(tree: Tree, i: int) -> bool:
    """Whether a clause or infinitive is an indirect question: "how to vote", "whether he won"."""
    return any(c.text.lower() in _ASKING for c in tree.below(i, "mark", "advmod", "obj", "nsubj"))


def _frame(tree: Tree, cue: Cue) -> set[int]:
    """The clause that the reporting clause interrupts or follows: "…, he said", "as he put it, …"."""
    w = tree.s.words[cue.i]
    if w.head < 0:
        return set()
    held = [c for c in tree.below(cue.i, "obj", "xcomp") if c.text.lower() != "it" and c.i > cue.i]
    if held and cue.family.kind != "speech":
        return set()
    told = told_as(tree, w.i)
    as_clause = told is not None
    if as_clause and _has_its_own(tree, cue):
        return set()
    w = told or w
    aside = w.deprel.split(":")[0] in _PARENTHETIC and not _behind_semicolon(tree, cue.i)
    if as_clause or (aside and tree.subject(cue.i) is not None):
        joining = {c.i for c in tree.below(w.head, "cc") if c.i < min(w.head, cue.i)}
        return tree.under(w.head, {w.i, *joining})
    return set()


def told_as(tree: Tree, i: int) -> Word | None:
    """The verb of the *as* clause in which one reports: "as she *put* it", "as he *likes* to say"."""
    w = tree.s.words[i]
    while w.deprel == "xcomp" and w.head >= 0 and not _told_there(tree, w.i):
        w = tree.s.words[w.head]
    marks = tree.below(w.i, "mark", "advmod", "case") if w.deprel == "advcl" else []
    return w if any(m.text.lower() == "as" for m in marks) else None


def _told_there(tree: Tree, i: int) -> bool:
    """Whether a reporting verb has what is said behind it, and more than *it*."""
    return any(c.text.lower() != "it" for c in tree.below(i, "obj", "ccomp"))


def _has_its_own(tree: Tree, cue: Cue) -> bool:
    """Whether an *as* clause tells what was declared itself: "riots as the son declared winner"."""
    objects = [] if "object" in cue.family.addressee else tree.below(cue.i, "obj")
    return any(c.text.lower() != "it" for c in (*objects, *tree.below(cue.i, "xcomp", "ccomp")))


def _behind_the_rest(tree: Tree, cue: int, found: set[int]) -> set[int]:
    """Of "Court jails general; ‘I would do it again’, says rebel" only the quotation behind the semicolon."""
    words = tree.s.words
    parted = max((k for k in range(cue) if words[k].text == ";"), default=-1)
    quoted = parted >= 0 and words[parted + 1].text in _MARKS
    return {k for k in found if k > parted} if quoted else found


def _behind_semicolon(tree: Tree, i: int) -> bool:
    """Whether a clause stands by itself: "Lima detains two sailors; Quito protests"."""
    clause = tree.under(i)
    first = next((k for k in sorted(clause) if tree.s.words[k].upos != "PUNCT"), i)
    return first > 0 and tree.s.words[first - 1].text == ";"


def _object(tree: Tree, cue: Cue) -> set[int]:
    """A noun phrase that names what is announced, denied or demanded; pronouns name nothing."""
    hearer = "object" in cue.family.addressee  # promised *the miners* lighter rules
    if tree.passive(cue.i) or (tree.below(cue.i, "iobj") and not hearer):
        return set()
    found = [c for c in tree.below(cue.i, "obj") if c.upos in ("NOUN", "PROPN", "SYM")]
    if not found:
        return set()
    thing = tree.under(found[0].i)
    return thing | _meant_for(tree, cue, max(thing)) if cue.family.kind in _WANTING else thing


def _meant_for(tree: Tree, cue: Cue, last: int) -> set[int]:
    """For what, or within what time, a thing is promised or demanded: "pledged ten boats *for the port*"."""
    for c in tree.below(cue.i, "obl"):
        words = tree.under(c.i)
        if tree.case(c.i) in _PURPOSE and min(words) == last + 1:
            return words
    return set()


def _is_sum(tree: Tree, thing: Word) -> bool:
    """Whether an object is money or holds some ("a payment of $50"), and so nobody who is to do a deed."""
    words = (tree.s.words[k] for k in tree.under(thing.i))
    return any(w.upos == "SYM" or w.lemma.lower() in _currencies() for w in words)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(load_figure_words().currency_names)


def _prepositional(tree: Tree, i: int, preposition: str) -> set[int]:
    things = [c.i for c in tree.below(i, "obj")] if preposition == "on" else []
    phrases = tree.below(i, "obl", "nmod", "advcl", "acl")
    for c in (*phrases, *(n for t in things for n in tree.below(t, "nmod"))):
        if tree.case(c.i) == preposition or any(
            m.text.lower() == preposition for m in tree.below(c.i, "mark")
        ):
            bare = {m.i for m in tree.below(c.i, "case", "mark")} if preposition == "as" else set()
            return (tree.under(c.i) - bare) | (_done_by(tree, i, c) if preposition == "for" else set())
    return set()


def _done_by(tree: Tree, i: int, one: Word) -> set[int]:
    """What is to be done by whom one calls for: "called for the council *to meet*"."""
    acts = (c for c in tree.below(i, "xcomp", "advcl", "ccomp") if c.i > one.i and _is_infinitive(tree, c))
    act = next(acts, None)
    if act is None or min(tree.under(act.i)) != max(tree.under(one.i)) + 1:
        return set()
    return tree.under(act.i)


def _judged(tree: Tree, cue: Cue) -> set[int]:
    """A thing with what it is said to be: "called *the ballot void*", "*the pact* was called *dead* by X"."""
    i = cue.i
    if tree.passive(i) and not tree.below(i, "obl:agent"):  # nobody is named whose word it is
        return set()
    objects = tree.below(i, "obj")
    things = tree.below(i, "nsubj:pass") if tree.passive(i) else [c for c in objects if c.i > i]
    said = [
        c
        for c in tree.below(i, "obl", "advcl", "xcomp", "nmod")
        if c.i > i and (_said_as(tree, c) or (c.deprel == "xcomp" and _is_plain(tree, c)))
    ]
    said += [c for t in things for c in tree.below(t.i, "nmod", "acl", "advcl") if _said_as(tree, c)]
    if not said and things and _is_relative(tree, i, [o for o in objects if o.i < i]):
        return tree.under(things[-1].i)  # "what he called *a trap*", of which the tree makes an object
    if said and not things and _is_relative(tree, i, objects):
        return tree.under(said[0].i)
    if not things or not said:
        return set()
    return tree.under(things[0].i).union(*(tree.under(c.i) for c in said[:1]))


def _is_relative(tree: Tree, i: int, objects: Sequence[Word]) -> bool:
    """Whether the thing stands before the clause: "*what* he called a trap", "a step *that* she calls"."""
    pronouns = ("which", "that", "what", "whom", "whatever")
    if any(o.i < i and o.text.lower() in pronouns for o in objects):
        return True
    w = tree.s.words[i]
    over = tree.s.words[w.head].text.lower() if w.deprel == "acl:relcl" else ""
    bare = not any(c.i > i for c in tree.below(i, "obj"))
    return not tree.passive(i) and (over in pronouns or (w.deprel == "acl:relcl" and bare and not objects))


def _estimated(tree: Tree, cue: Cue) -> set[int]:
    """A thing with the number that it is put at: "put *the dead at forty*"."""
    i = cue.i
    things = tree.below(i, "nsubj:pass") if tree.passive(i) else tree.below(i, "obj")
    if tree.passive(i) and not tree.below(i, "obl:agent"):
        return set()
    for c in tree.below(i, "obl", "obj", "nmod"):
        counts = c.upos == "NUM" or tree.below(c.i, "nummod")
        if c.i > i and counts and tree.case(c.i).startswith("at"):
            return tree.under(c.i).union(*(tree.under(t.i) for t in things[:1] if t.i != c.i))
    return set()


def _share(tree: Tree, cue: Cue) -> set[int]:
    """How many a count or poll found to be what: "found *40 percent in favour*"."""
    counted = [c for c in tree.below(cue.i, "obj") if c.i > cue.i and tree.below(c.i, "nummod")]
    return tree.under(counted[0].i) if counted and not tree.passive(cue.i) else set()


def _said_as(tree: Tree, c: Word) -> bool:
    return tree.case(c.i) == "as" or any(m.text.lower() == "as" for m in tree.below(c.i, "mark"))


def _is_plain(tree: Tree, c: Word) -> bool:
    """Whether a complement is a noun or adjective said of the object, not an act."""
    return c.upos in ("NOUN", "ADJ", "PROPN") and not tree.below(c.i, "mark", "aux")


def addressees(tree: Tree, cue: Cue, contents: Sequence[Span]) -> tuple[Span, ...]:
    """The phrases of those spoken to: the object of *tell*, the *to* phrase of *say*."""
    found = []
    for place in cue.family.addressee:
        for w in _hearers(tree, cue.i, place):
            if w.upos in ("NOUN", "PROPN", "PRON") and (w.i > cue.i or w.deprel == "nsubj:pass"):
                found += [tree.phrase(k.i) for k in (w, *tree.below(w.i, "conj"))]
    return tuple(dict.fromkeys(a for a in found if not any(c.overlaps(a) for c in contents)))


def _hearers(tree: Tree, i: int, place: str) -> list[Word]:
    if place != "object":
        return [c for c in tree.below(i, "obl", "nmod") if tree.case(c.i) == place]
    return tree.below(i, "obj", "iobj") or (tree.below(i, "nsubj:pass") if tree.passive(i) else [])


_FINDERS: dict[str, Callable[[Tree, Cue], set[int]]] = {
    "clause": _clause,
    "raised": _raised,
    "infinitive": _infinitive,
    "frame": _frame,
    "object": _object,
    "judged": _judged,
    "estimated": _estimated,
    "share": _share,
}
