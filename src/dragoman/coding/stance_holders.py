"""Whose a stand is by the tree: the owner, whoever is called a critic, the names behind a description."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.parties import Parties
from dragoman.coding.syntax import (
    antecedent,
    fillers,
    listed_behind,
    subject,
    surface_subject,
    with_conjuncts,
)
from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import How

_REMAINING = frozenset({"remain", "stay"})
_OTHERS = frozenset({"it", "they", "he", "she"})
_SINGLED_OUT = frozenset({"first", "only", "last", "latest", "one", "sole", "next", "second", "third"})
_EMERGING = frozenset({"emerge", "act", "campaign", "speak"})
_BECOMING = frozenset({"be", "become", "remain"})
_SOME = frozenset({("among", "them"), ("among", "whom"), ("including", "the"), ("among", "which")})
_WHO = frozenset({"that", "who", "which"})
_IN = "in"
_SO_MANY = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_INCLUDING, _COUNTING = "include", frozenset({"count", "rank", "number", "be"})
_TELLERS = ("NOUN", "PROPN", "NUM")  # "*thirty* of them said that they were against it"
_NAMES = (How.NAME, How.ACRONYM)
_BOTH, _BUT, _AMONG, _THOSE, _ONE = "both", "but", "among", "those", "one"
_EXCEPT = frozenset(
    {"but", "except", "except for", "excepting", "save", "apart from", "aside from", "other than", "barring"}
)


def named_members(parties: Parties, head: int) -> list[int]:
    """The heads of the names that a description is told by, else the head itself.

    Whoever is described and named is known by the name: "the main opposition party, Vanguard".
    """
    s = parties.sentence
    if s.words[head].upos != "NOUN":
        return _counted_out_by_name(parties, head) or [head]
    own = parties.by_head.get(head)
    if own is not None and own.how is How.NAME:
        return [head]
    over = parties.by_head.get(s.words[head].head) if s.words[head].deprel == "appos" else None
    if over is not None and over.how is How.NAME:
        return [s.words[head].head]  # "Vanguard, *a group* that is against it"
    listed = {k for k, _ in listed_behind(s, head)}
    apart = [k for k in _appositions(s, head) if k not in listed]
    if apart and (_names_some(s, head, apart[0]) or _is_one_of_them(s, apart[0])):
        some = (k for c in apart for k in with_conjuncts(s, c) if k in parties.by_head)
        return [head, *some]  # "senators, *among them Ama Boateng*," are she and the others
    between = [c for c in s.children(head) if c.deprel == "nmod" and head < c.i < min(apart, default=head)]
    if any(c.feat("Number") == "Plur" for c in between):
        return [head]  # "the parties of two presidents, Sall and Diouf"
    names = [k for c in apart for k in with_conjuncts(s, c)]
    names += _missing(parties, head, names)
    named = [k for k in names if _is_named(parties, k)]
    return named if named and len(named) == len(names) else [head]


def _appositions(s: Sentence, head: int) -> list[int]:
    """The other names behind a noun: in "a union and the owner, *Ama Obi*," she is the owner alone."""
    w = s.words[head]
    over = w.head if w.deprel == "conj" and w.head >= 0 else head
    joined = [c.i for c in s.children(over) if c.deprel == "conj"]
    told = {c.i for k in (head, over) for c in s.children(k) if c.deprel == "appos" and c.i > head}
    return sorted(k for k in told if not any(head < j < k for j in joined))


def _missing(parties: Parties, head: int, names: Sequence[int]) -> list[int]:
    """Who is named last where more are counted: "the two others, the Left of the mayor and *the Centre*"."""
    s = parties.sentence
    counts = (_SO_MANY.get(c.text.lower(), 0) for c in s.children(head) if c.deprel == "nummod")
    if not names or next(counts, 0) != len(names) + 1:
        return []
    under = [k for k in s.subtree(names[-1]) if k > names[-1] and s.words[k].deprel == "conj"]
    return [k for k in under if _is_named(parties, k)][-1:]


def _is_named(parties: Parties, i: int) -> bool:
    """Whether somebody is told by name, though no list may know it: "the other partner, *the League*"."""
    found = parties.by_head.get(i)
    if found is None or found.actor is None:
        return False
    return found.how in _NAMES or parties.sentence.words[i].upos == "PROPN"


def _counted_out_by_name(parties: Parties, head: int) -> list[int]:
    """Those whom a number counts and the words behind name: "two of the four, *the Greens and the Left*".

    So too for a single one: "one of them, *Ama Boateng*".
    """
    s = parties.sentence
    count = _SO_MANY.get(s.words[head].text.lower()) if s.words[head].upos == "NUM" else None
    of_whom = [c for c in s.children(head) if c.deprel == "nmod" and case_of(s, c.i) == "of"]
    if count is None or len(of_whom) != 1:
        return []
    told = [*s.children(of_whom[0].i), *s.children(head)]
    apart = [c.i for c in told if c.deprel == "appos" and c.i > of_whom[0].i]
    names = [k for c in apart for k in with_conjuncts(s, c)]
    return names if len(names) == count and all(k in parties.by_head for k in names) else []


def share_before(s: Sentence, i: int) -> range | None:
    """The words right before the people of whom they tell the share: "*seven in ten* Chileans"."""
    first = i - 3
    if first < 0 or s.words[i].upos == "NUM" or s.words[i - 2].text.lower() != _IN:
        return None
    counting = s.words[first].upos == "NUM" and s.words[i - 1].upos == "NUM"
    return range(first, i) if counting else None


def without_shares(s: Sentence, heads: Sequence[int]) -> list[int]:
    """Holders without the numbers that tell how many of another holder: not "*seven* in ten Chileans"."""
    shares = {k for h in heads for k in share_before(s, h) or ()}
    return [h for h in heads if h not in shares]


def _names_some(s: Sentence, head: int, first: int) -> bool:
    """Whether only some of many are named behind: "senators, *among them* Ama Boateng"."""
    between = [w.text.lower() for w in s.words[head + 1 : first]]
    return any(pair in _SOME for pair in pairwise(between))


def _is_one_of_them(s: Sentence, i: int) -> bool:
    """Whether somebody is named as one of many: "80 states, *Chad among them*"."""
    return any(c.i > i and (case_of(s, c.i), c.text.lower()) in _SOME for c in s.children(i))


def one_of_them(s: Sentence, i: int) -> list[int]:
    """Who is one of those that a relative clause tells of: "*Peru*, one of three states that back it"."""
    w = s.words[i]
    if w.deprel in ("acl", "acl:relcl") and w.head >= 0 and case_of(s, w.head) == _AMONG:
        return _counted_among(s, w.head)
    if w.deprel in ("acl", "acl:relcl") and w.head >= 0 and s.words[w.head].text.lower() == _THOSE:
        return _included(s, w.head)
    if w.deprel != "acl:relcl" or w.head < 0 or case_of(s, w.head) != "of":
        return []
    if not any(c.deprel == "nsubj" and c.text.lower() in _WHO for c in s.children(i)):
        return []
    one = s.words[s.words[w.head].head]
    if one.text.lower() != _ONE or s.words[w.head].deprel not in ("nmod", "obl"):
        return []
    return [one.head] if one.deprel == "appos" else [c.i for c in s.children(one.i) if c.deprel == "nsubj"]


def _included(s: Sentence, those: int) -> list[int]:
    """Who is named among those who stand so: "those opposed include *Peru and Chile*"."""
    w = s.words[those]
    if w.deprel != "nsubj" or s.words[w.head].lemma.lower() != _INCLUDING:
        return []
    things = [c for c in s.children(w.head) if c.deprel == "obj"]
    return [k for c in things for k in with_conjuncts(s, c.i)]


def _counted_among(s: Sentence, group: int) -> list[int]:
    """Who is one of a group that stands so: "*Peru* is among those opposed to it"."""
    w = s.words[group]
    if any(c.deprel == "cop" for c in s.children(group)):
        return [antecedent(s, c.i) for c in s.children(group) if c.deprel == "nsubj" and c.head == group]
    over = s.words[w.head] if w.deprel == "obl" and w.head >= 0 else None
    return subject(s, over.i) if over is not None and over.lemma.lower() in _COUNTING else []


def parted_subject(s: Sentence, i: int) -> list[int]:
    """The subject that the tree gave to words between: "the Church, its bishops said, favours it"."""
    w = s.words[i]
    if w.deprel != "ccomp" or w.head < 0 or any(c.deprel.startswith("nsubj") for c in s.children(i)):
        return []
    subjects = [c.i for c in s.children(w.head) if c.deprel == "nsubj"]
    return subjects[:1] if len(subjects) > 1 and subjects[0] < i else []


def beside_predicate(s: Sentence, i: int) -> list[int]:
    """The subject of the verbless predicate that a verb is joined to: "*monks* are against it and want …"."""
    w = s.words[i]
    if w.deprel != "conj" or w.head < 0:
        return []
    own = s.children(w.head)
    subjects = [c.i for c in own if c.deprel == "nsubj"]
    predicate = any(c.deprel == "cop" for c in own) or s.words[w.head].upos not in ("VERB", "AUX", "ADJ")
    alone = not any(c.deprel.startswith("nsubj") for c in s.children(i))
    return [antecedent(s, k) for k in subjects[:1]] if predicate and alone else []


def beside_whom(s: Sentence, verb: int) -> list[int]:
    """With whom somebody does a thing: "joined *Peru* in opposing it", "sided *with Chile* in …"."""
    own = s.children(verb)
    return [c.i for c in own if c.deprel == "obj" or (c.deprel == "obl" and case_of(s, c.i) == "with")]


def whose_stays(s: Sentence, i: int) -> list[int]:
    """The subject of the *remained* right before a predicate that the tree did not hang on it."""
    w = s.words[i]
    if i == 0 or w.deprel not in ("ccomp", "conj", "parataxis", "advcl"):
        return []
    before = next((s.words[k] for k in range(i - 1, -1, -1) if s.words[k].upos != "ADV"), None)
    return subject(s, before.i) if before is not None and before.lemma.lower() in _REMAINING else []


def singled_out(s: Sentence, i: int) -> list[int]:
    """Who was *the first* or *the only one* to do what an infinitive tells: "*Peru* was the first to"."""
    w = s.words[i]
    if w.deprel not in ("acl", "advcl", "xcomp", "ccomp", "conj") or "to" not in marks_of(s, i):
        return singled_out(s, w.head) if w.deprel == "conj" and w.head >= 0 else []
    noun = s.words[w.head]
    beside = {noun.lemma.lower(), noun.text.lower(), *(c.text.lower() for c in s.children(noun.i))}
    if noun.upos == "VERB" or beside.isdisjoint(_SINGLED_OUT):
        return []
    over = s.words[noun.head] if noun.head >= 0 else None
    if noun.deprel == "appos" and over is not None:
        return [over.i]
    if over is not None and over.lemma.lower() in _BECOMING and noun.deprel in ("xcomp", "obj", "obl"):
        return subject(s, over.i)
    return [c.i for c in s.children(noun.i) if c.deprel == "nsubj"]


def paired(s: Sentence, holder: int) -> list[int]:
    """The two whom *both* means: "Peru and Chile met, and *both* back it" is of Peru and Chile."""
    w = s.words[holder]
    verb = s.words[w.head] if w.head >= 0 else None
    if w.text.lower() != _BOTH or verb is None or verb.deprel not in ("conj", "parataxis") or verb.head < 0:
        return [holder]
    if any(case_of(s, c.i) == "of" for c in s.children(holder)):
        return [holder]
    two = [k for h in surface_subject(s, verb.head) for k in with_conjuncts(s, h)]
    return two if len(two) == 2 else [holder]


def is_excepted(s: Sentence, i: int) -> bool:
    """Whether somebody is named as the one who does not stand so: "all *but Peru*", "all except Chile"."""
    return case_of(s, i) in _EXCEPT


def standing_so(s: Sentence, heads: Sequence[int]) -> list[int]:
    """The heads without the *both* that only counts the others, and without whoever is left out of them.

    "Peru and Chile, *both* back it", "all parties *but the Greens* back it".
    """
    named = [k for k in dict.fromkeys(heads) if s.words[k].text.lower() != _BOTH]
    kept = named if len(named) > 1 else dict.fromkeys(heads)
    return [k for k in kept if not _is_left_out(s, k)]


def _is_left_out(s: Sentence, k: int) -> bool:
    """Whether *but* stands right before somebody, and before that another subject of the same verb."""
    w, first = s.words[k], min(s.subtree(k))
    if w.deprel != "nsubj" or first == 0 or s.words[first - 1].text.lower() != _BUT:
        return False
    return any(c.deprel == "nsubj" and c.i < k for c in s.children(w.head))


def joined_holders(s: Sentence, head: int, i: int) -> list[int]:
    """Whoever is named as a holder with those joined, but none whom a relative clause does not reach.

    In "Peru, which backs it, and Chile met" only Peru is said to back it.
    """
    heads = with_conjuncts(s, head)
    heads = [k for k in heads if k == head or not any(c.text.lower() == _BUT for c in s.children(k))]
    beyond = s.words[i].deprel == "acl:relcl" and s.words[i].head == head
    return [k for k in heads if not beyond or k < i]


def who_tells(s: Sentence, holder: int, i: int) -> int:
    """Who says what they stand for: in "Peru said it opposed the plan", *it* is Peru.

    Who only tells it behind, as a newspaper may, is another: "*It* opposes the plan, the daily wrote".
    """
    word, stand = s.words[holder], s.words[i]
    if word.text.lower() not in _OTHERS or stand.deprel != "ccomp" or stand.head < 0:
        return holder
    tellers = [t for t in subject(s, stand.head) if s.words[t].upos in _TELLERS and t < holder]
    tellers = [t for t in tellers if s.words[t].text.lower() != _ONE]
    return tellers[0] if tellers else holder


def called(s: Sentence, i: int) -> list[int]:
    """Who is called a supporter or a critic: "Peru, *a critic* of it", "*a critic* of it, Peru"."""
    word = s.words[i]
    if word.deprel == "appos":
        return [word.head]
    if word.deprel == "nsubj" and s.words[word.head].lemma.lower() == _INCLUDING:
        things = [c.i for c in s.children(word.head) if c.deprel in ("obj", "nsubj") and c.i > word.head]
        return [k for h in things for k in with_conjuncts(s, h)]  # "its backers include *Peru and Chile*"
    one = s.words[word.head] if word.head >= 0 else word
    if word.deprel == "nmod" and case_of(s, i) == "of" and one.text.lower() == _ONE:
        own = [one.head] if one.deprel == "appos" else [c.i for c in s.children(one.i) if c.deprel == "nsubj"]
        if own:
            return own  # "*Peru* is one of its few supporters"
    if word.deprel == "nsubj":  # taken for one of two subjects
        others = [c.i for c in s.children(word.head) if c.deprel == "nsubj" and c.i > i]
        if others:
            return others[:1]
    told_as = _told_as(s, i)
    if told_as:
        return told_as
    behind = [c for k in (i, *(c.i for c in s.children(i))) for c in s.children(k)]
    return [c.i for c in behind if c.deprel == "appos" and c.upos == "PROPN"][:1]


def _told_as(s: Sentence, i: int) -> list[int]:
    """Who is known as a supporter or a critic, or calls themselves one: "*He* is known as a critic of it"."""
    word = s.words[i]
    if word.deprel == "conj" and s.words[word.head].upos == "NOUN":
        return _told_as(s, word.head)
    if word.deprel not in ("obl", "xcomp", "obj") or word.head < 0:
        return []
    verb, own = s.words[word.head], s.children(word.head)
    if word.deprel != "obl" and verb.lemma.lower() in _BECOMING:
        return subject(s, verb.i)
    if case_of(s, i) == "among" and verb.lemma.lower() in _COUNTING:
        return subject(s, verb.i)
    if case_of(s, i) != "as" and word.deprel != "xcomp":
        return []
    if verb.lemma.lower() in _EMERGING:
        return subject(s, verb.i)
    if any(c.deprel == "aux:pass" for c in own):
        return [c.i for c in own if c.deprel == "nsubj:pass"]
    oneself = any(c.deprel == "obj" and c.text.lower().endswith(("self", "selves")) for c in own)
    return subject(s, verb.i) if oneself else []


def owners(s: Sentence, i: int) -> Sequence[int]:
    """Whose support, refusal or neutrality a noun is."""
    owned: Sequence[int] = fillers(s, i, "poss")
    if owned and all(s.words[o].upos == "PRON" for o in owned):
        owned = fillers(s, i, "light") or _over(s, i) or owned  # "they persist in their demand"
    found = owned or fillers(s, i, "by") or fillers(s, i, "light")
    return found or fillers(s, i, "modifier")


def _over(s: Sentence, i: int) -> list[int]:
    """The subject of the verb that a noun hangs on as an adjunct."""
    above = s.words[i].head
    if above >= 0 and s.words[above].upos == "ADJ":  # "are united *in* their opposition"
        return subject(s, above) if case_of(s, i) == "in" else []
    return subject(s, above) if above >= 0 and s.words[above].upos == "VERB" else []
