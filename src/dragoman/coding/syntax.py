"""Where in the tree the parties to an act stand: subject, object, prepositions, possessors, controllers.

A position is named as in the codebook (``subject``, ``object``, ``with``, ``object/on`` …). Each function
returns indices of words, heads of the phrases at that position, in order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dragoman.codebook.tree_words import tree_words
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of

_SUFFERING = 0.5
_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM")


def is_passive(s: Sentence, i: int) -> bool:
    """Whether the predicate is in the passive, or a bare past participle that modifies a noun."""
    for c in s.children(i):
        if c.deprel in _PASSIVE:
            return True
    w = s.words[i]
    if _shares_passive(s, w):
        return is_passive(s, w.head)
    if w.upos != "VERB" or w.feat("Tense") != "Past":
        return False
    if any(c.deprel.startswith("nsubj") for c in s.children(i)):
        return _headline_passive(s, w)
    # A clause behind a noun that has no subject is no finite one: "the priests shot in Haiti".
    return w.deprel == "acl" or (w.deprel in ("advcl", "amod") and w.feat("VerbForm") == "Part")


_SUMMING_UP = ("appos", "parataxis")
_UNDER = ("advcl", "xcomp", "acl")
_AIMED = ("at", "on", "back", "into", "towards")


def _headline_passive(s: Sentence, w: Word) -> bool:
    """Whether a headline leaves out the auxiliary: "Danish consul shot dead in Accra", by whomever."""
    lemma, words = w.lemma.lower(), tree_words()
    if lemma not in words.suffered and lemma not in words.suffered_or_done:
        return False
    if w.deprel.startswith("acl") or not s.written().isdisjoint((".", "?")):
        return False
    below = s.children(w.i)
    for c in below:
        if c.deprel in ("obj", "iobj", "ccomp", "xcomp", "aux", "expl") or case_of(s, c.i) in _AIMED:
            return False
        if c.deprel == "conj" and c.upos == "VERB" and any(g.deprel == "obj" for g in s.children(c.i)):
            return False  # "shelled and took the town"
    victims = [c.i for c in below if c.deprel == "nsubj" and c.upos in ("NOUN", "PROPN", "NUM")]
    return bool(victims) and (lemma in words.suffered or _seen_to_suffer(s, w.i, victims))


def _seen_to_suffer(s: Sentence, i: int, words: list[int]) -> bool:
    """Whether the network takes one of some words for whom the act at word ``i`` falls upon."""
    hint = s.hint(i)
    return hint is not None and any(
        p.part == "recipient" and p.word in words and p.share > _SUFFERING for p in hint.parts
    )


def _shares_passive(s: Sentence, w: Word) -> bool:
    """Whether a coordinated participle leans on its sister's auxiliary: "were shelled and looted"."""
    if not w.deprel.startswith("conj") or w.feat("VerbForm") != "Part" or w.head < 0:
        return False
    return not any(c.deprel.startswith(("nsubj", "aux", "obj")) for c in s.children(w.i))


def is_no_longer(s: Sentence, adverb: Word) -> bool:
    """Whether an adverb is the *longer* of "no longer", which denies as *not* does."""
    return adverb.text.lower() == "longer" and any(c.text.lower() == "no" for c in s.children(adverb.i))


def with_conjuncts(s: Sentence, i: int) -> list[int]:
    """The head of a phrase and the heads of the phrases coordinated with it."""
    found = [i]
    for c in s.children(i):
        if c.deprel.startswith("conj") and c.upos in NOMINAL and not _described_by(s, i, c.i):
            found += with_conjuncts(s, c.i)
    return found


def _described_by(s: Sentence, i: int, second: int) -> bool:
    """Whether two nouns describe one subject: "Ann Obi, a clerk and *a friend* of his, *was* arrested"."""
    w = s.words[i]
    if not w.deprel.startswith("nsubj") or not any(
        c.deprel == "appos" and c.i < second and c.upos == "NOUN" for c in s.children(i)
    ):
        return False
    verb = s.words[w.head]
    helpers = [verb, *(c for c in s.children(w.head) if c.deprel.startswith(("aux", "cop")))]
    return any(h.feat("Number") == "Sing" for h in helpers)


def listed_behind(s: Sentence, i: int) -> list[tuple[int, int]]:
    """What stands in a list behind a noun though the tree takes it for another name, with the last member.

    "A league, *a union* and *a club*": no comma parts the last from its *and*, as one does a second subject
    in "Ann Obi, a clerk, and her sister".
    """
    found: list[tuple[int, int]] = []
    for c in (c for c in s.children(i) if c.deprel in ("appos", "nsubj") and c.i > i):
        last = next((k for k in s.children(i) if k.deprel.startswith("conj") and k.i > c.i), None)
        joint = (
            next((k.i for k in s.children(last.i) if k.deprel == "cc"), None) if last is not None else None
        )
        if last is None or joint is None or joint < c.i or s.words[joint - 1].text == ",":
            continue
        described = s.words[i].upos == "PROPN" and any(d.text.lower() in ("a", "an") for d in s.children(c.i))
        if last.upos in NOMINAL and not described and not _described_by(s, i, last.i):
            found.append((c.i, last.i))
    return found


def antecedent(s: Sentence, i: int) -> int:
    """The noun that a relative pronoun stands for, or the word itself."""
    w = s.words[i]
    if w.upos not in ("PRON", "DET", "SCONJ") or w.text.lower() not in (
        "who",
        "which",
        "that",
        "whom",
        "whose",
    ):
        return i
    clause = w.head
    for _ in range(6):
        if clause < 0:
            return i
        if s.words[clause].deprel == "acl:relcl":
            return s.words[clause].head
        clause = s.words[clause].head
    return i


_MODIFIERS = ("amod", "compound", "nmod", "nmod:unmarked", "nmod:desc")


def dependents(s: Sentence, i: int, *relations: str) -> list[int]:
    """What hangs on a word by one of some relations; for "who" and "which", what they stand for."""
    return [antecedent(s, c.i) for c in s.children(i) if c.deprel in relations]


def surface_subject(s: Sentence, i: int) -> list[int]:
    """The grammatical subject, inherited by coordinated predicates, infinitives and participles."""
    found = _climb(s, i, lambda k: dependents(s, k, "nsubj", "nsubj:pass", "nsubj:outer", "csubj"))
    return [*found, *_joined_in(s, i)] if found else found


def _joined_in(s: Sentence, i: int) -> list[int]:
    """Who does it with the subject: "Chad was joined *by Togo* in condemning the raid"."""
    w = s.words[i]
    if w.deprel != "advcl" or s.words[w.head].lemma.lower() not in tree_words().joining:
        return []
    return dependents(s, w.head, "obl:agent") if is_passive(s, w.head) and "in" in marks_of(s, i) else []


def subject(s: Sentence, i: int) -> list[int]:
    """The agent whatever the voice: the active subject, or the *by* phrase of a passive."""
    if is_passive(s, i):
        return dependents(s, i, "obl:agent") or [c.i for c in s.children(i) if is_prepositional(s, c, "by")]
    return surface_subject(s, i)


def _climb(s: Sentence, i: int, own: Callable[[int], list[int]], depth: int = 0) -> list[int]:
    found = own(i)
    if found or depth > 6:
        return found
    w = s.words[i]
    if w.head < 0:
        return []
    relation = w.deprel.split(":")[0]
    if w.deprel == "acl:relcl":
        return [w.head]
    if relation == "conj" and s.words[w.head].upos in ("VERB", "AUX", "ADJ"):
        return _climb(s, w.head, own, depth + 1)
    if relation == "xcomp":
        return _controller(s, w, own, depth)
    if relation in ("advcl", "ccomp", "parataxis") and w.feat("VerbForm") in ("Inf", "Ger", "Part"):
        return _climb(s, w.head, own, depth + 1)
    if relation == "acl" and s.words[w.head].upos in NOMINAL:
        if w.feat("VerbForm") in ("Ger", "Part") and w.feat("Tense") != "Past":
            return [w.head]
        return _holder_of_noun(s, w.head, own, depth)
    if relation in ("obl", "nmod") and w.upos == "VERB":
        return _climb(s, w.head, own, depth + 1)
    return []


def _controller(s: Sentence, w: Word, own: Callable[[int], list[int]], depth: int) -> list[int]:
    governor = s.words[w.head]
    own_act = governor.lemma in tree_words().subject_control
    objects = [] if own_act else dependents(s, governor.i, "obj", "iobj")
    if objects:
        return objects
    on = [
        c.i for c in s.children(governor.i) if is_prepositional(s, c, "on") or is_prepositional(s, c, "upon")
    ]
    if on and governor.lemma == "call":
        return on
    return _climb(s, governor.i, own, depth + 1)


def _holder_of_noun(s: Sentence, noun: int, own: Callable[[int], list[int]], depth: int) -> list[int]:
    """Whose decision, plan or threat it is: the possessor, or the subject of the verb over the noun."""
    holders = dependents(s, noun, "nmod:poss")
    if holders:
        return holders
    head = s.words[noun].head
    if head < 0 or s.words[head].upos != "VERB" or s.words[head].lemma.lower() in tree_words().undergoing:
        return []  # whoever survived attempts to kill him attempted nothing
    return _climb(s, head, own, depth + 1)


def objects(s: Sentence, i: int) -> list[int]:
    """The direct object of an active verb, or the subject of a passive one."""
    w = s.words[i]
    if is_passive(s, i):
        own = dependents(s, i, "nsubj:pass")
        if own:
            return own
        if w.deprel in ("acl", "amod"):
            return [w.head]
        return surface_subject(s, i)
    own = dependents(s, i, "iobj", "obj")  # "fined the company a million": both are objects
    if not own and w.deprel == "acl:relcl" and any(c.deprel == "nsubj" for c in s.children(i)):
        nouns = [c.i for c in s.children(i) if c.deprel == "nsubj"]
        if all(antecedent(s, n) == n for n in nouns):
            return [w.head]
    if not own and w.deprel.startswith("conj") and s.words[w.head].upos == "VERB":
        return _shared_object(s, i)
    return own


def receivers(s: Sentence, i: int) -> list[int]:
    """To whom something is given: the indirect object, or the first of two ("sent Mali ten trucks")."""
    given = dependents(s, i, "obj")
    return dependents(s, i, "iobj") or (given[:1] if len(given) > 1 else [])


def _shared_object(s: Sentence, i: int) -> list[int]:
    """In "attacked and looted the town" both verbs have the object that follows the last of them."""
    return [o for o in dependents(s, s.words[i].head, "obj") if o > i]


def is_prepositional(s: Sentence, c: Word, preposition: str) -> bool:
    """Whether a word, as an adjunct of another, stands after a preposition or one that ends so ("out of")."""
    if not c.deprel.startswith(("obl", "nmod")) or c.deprel == "nmod:poss":
        return False
    if preposition == "on" and c.lemma.lower() in tree_words().no_target:
        return False
    found = case_of(s, c.i)
    return found == preposition or found.split(" ")[-1:] == [preposition]


def prepositional(s: Sentence, i: int, preposition: str) -> list[int]:
    """The phrases with that preposition that hang on the word, or on its direct object."""
    own = [c.i for c in s.children(i) if is_prepositional(s, c, preposition)]
    if own:
        return own
    if s.words[i].upos not in ("VERB", "AUX"):
        return _chained(s, i, preposition)
    for o in objects(s, i):
        own += [c.i for c in s.children(o) if is_prepositional(s, c, preposition)]
    for c in s.children(i):
        if c.deprel in ("xcomp", "compound:prt", "advmod") and c.upos != "VERB":
            own += [g.i for g in s.children(c.i) if is_prepositional(s, g, preposition)]
    return own


def _chained(s: Sentence, i: int, preposition: str) -> list[int]:
    """The phrase behind another: in "criticism of Poland from Brussels" the tree may hang both in a chain."""
    if preposition == "of":
        return []
    return [
        g.i
        for c in s.children(i)
        if c.deprel == "nmod" and case_of(s, c.i)
        for g in s.children(c.i)
        if is_prepositional(s, g, preposition)
    ]


def complements(s: Sentence, i: int) -> list[int]:
    """The clauses that the word governs as complements."""
    return [c.i for c in s.children(i) if c.deprel in ("xcomp", "ccomp", "acl")]


def light_subject(s: Sentence, i: int) -> list[int]:
    """The subject of the verb whose object (or passive subject) the noun is: "Iran held talks"."""
    w = s.words[i]
    if w.head < 0:
        return []
    head = s.words[w.head]
    if w.deprel in ("obj", "nsubj:pass", "xcomp") and head.upos == "VERB":
        return subject(s, head.i)
    if w.deprel.startswith("conj") and head.upos in NOMINAL:
        return light_subject(s, head.i)
    if w.deprel.startswith("obl") and head.upos == "VERB" and case_of(s, i) in ("in", "for", "into", "with"):
        return subject(s, head.i)
    return []


def carrier(s: Sentence, i: int) -> int | None:
    """The light verb whose object or subject a noun is: "talks were *held*", "an exchange *took* place"."""
    w = s.words[i]
    if w.upos != "NOUN" or w.head < 0 or w.deprel not in ("obj", "nsubj", "nsubj:pass"):
        return None
    verb = s.words[w.head]
    light = verb.upos == "VERB" and verb.lemma.lower() in tree_words().carrying
    return verb.i if light and (w.deprel != "nsubj" or dependents(s, verb.i, "obj")) else None


def claimer(s: Sentence, i: int) -> list[int]:
    """Who takes an act upon themselves: "said it was behind the attack", "admitted responsibility for it"."""
    w = s.words[i]
    how = case_of(s, i)
    if how == "behind":
        return surface_subject(s, i) or (
            surface_subject(s, w.head) if w.head >= 0 and _is_be(s, w.head) else []
        )
    if how != "for" or w.head < 0:
        return []
    head = s.words[w.head]
    if head.lemma.lower() == "responsibility":
        return light_subject(s, head.i)
    own = [o for o in dependents(s, head.i, "obj") if s.words[o].lemma.lower() == "responsibility"]
    return subject(s, head.i) if own else []


def _is_be(s: Sentence, i: int) -> bool:
    return s.words[i].lemma.lower() == "be"


def companions(s: Sentence, i: int) -> list[int]:
    """Who does it too: "investigated the theft jointly with the police"."""
    return [
        k
        for c in fillers(s, i, "with")
        for k in with_conjuncts(s, c)
        if any(
            g.deprel == "case" and g.text.lower() == "with" and s.words[g.i - 1].text.lower() in _JOINTLY
            for g in s.children(c)
        )
    ]


_JOINTLY = frozenset({"jointly", "together", "along", "alongside"})


# The clause over such a phrase tells when or why, and its subject need have no part in what the noun names.
_ASIDE = ("after", "during", "following", "before", "at", "in")


def holder(s: Sentence, i: int) -> list[int]:
    """The subject of the verb that a noun is an adjunct of: "said after a meeting with".

    It takes part in what is done together; in an attack, a protest or a coup it need have none ("closed the
    border after an attack"), and for these there is `wager`.
    """
    w = s.words[i]
    if w.deprel.startswith("obl") and w.head >= 0 and case_of(s, i) in _ASIDE:
        return surface_subject(s, w.head)
    return []


def wager(s: Sentence, i: int) -> list[int]:
    """Who does in an act what the verb over it tells: "killed two men in a raid on the camp"."""
    w = s.words[i]
    if not w.deprel.startswith("obl") or w.head < 0 or case_of(s, i) != "in" or is_passive(s, w.head):
        return []
    verb = s.words[w.head]
    own = verb.upos == "VERB" and verb.lemma.lower() not in tree_words().coming_to_harm
    return surface_subject(s, w.head) if own and dependents(s, w.head, "obj") else []


def sufferer(s: Sentence, i: int) -> list[int]:
    """Who comes to harm in an act: "nine died in the raids", "were hurt in an attack by gunmen"."""
    w = s.words[i]
    if not w.deprel.startswith("obl") or w.head < 0 or case_of(s, i) not in ("in", "during"):
        return []
    verb, words = s.words[w.head].lemma.lower(), tree_words()
    if verb == "lose" and case_of(s, i) == "in":
        return dependents(s, w.head, "obj")
    if verb in words.coming_to_harm or (verb in words.hurting and is_passive(s, w.head)):
        return surface_subject(s, w.head)
    return []


def bearer(s: Sentence, i: int) -> list[int]:
    """Who acts under or despite what the noun names: "refused despite pressure from" both."""
    w = s.words[i]
    if w.deprel.startswith("obl") and w.head >= 0 and case_of(s, i) in ("despite", "under", "in the face of"):
        return surface_subject(s, w.head)
    return []


def asker(s: Sentence, i: int) -> list[int]:
    """Who did what a noun sums up: "*Chad* asked for tents, a request that Togo turned down"."""
    w = s.words[i]
    noun = s.words[w.head] if w.deprel in ("acl:relcl", "acl") and w.head >= 0 else None
    if noun is None or noun.upos != "NOUN" or noun.head < 0:
        return []
    if noun.deprel == "obj" and s.words[noun.head].lemma.lower() in tree_words().putting_forward:
        return surface_subject(s, noun.head)
    if noun.deprel not in _SUMMING_UP:
        return []
    verb = s.words[noun.head]
    while verb.head >= 0 and (verb.upos != "VERB" or verb.deprel in _UNDER):
        verb = s.words[verb.head]
    return dependents(s, verb.i, "nsubj") if verb.upos == "VERB" else []


def fillers(s: Sentence, i: int, position: str) -> tuple[int, ...]:
    """The heads of the phrases at a position of word ``i``; a path ``a/b`` looks at ``b`` of each ``a``.

    The rules of one trigger ask for the same few positions again and again, so the sentence remembers them.
    """
    known = s.found.get((i, position))
    if known is None:
        known = s.found[i, position] = tuple(_found(s, i, position))
    return known


def _found(s: Sentence, i: int, position: str) -> list[int]:
    if not s.written().issuperset(_needed(position)):
        return []  # as of most prepositions that rules ask for: the sentence has none
    if "/" in position:
        first, rest = position.split("/", 1)
        return [f for k in fillers(s, i, first) for f in fillers(s, k, rest)]
    found = _NAMED[position](s, i) if position in _NAMED else prepositional(s, i, position)
    return [k for f in found for k in with_conjuncts(s, f)]


@cache
def _needed(position: str) -> tuple[str, ...]:
    """The words without which a sentence has nothing at a position of the codebook: the last of a path."""
    last = position.rpartition("/")[2]
    return () if last in _NAMED else tuple(last.split())


_NAMED: dict[str, Callable[[Sentence, int], list[int]]] = {
    "subject": subject,
    "object": objects,
    "iobj": receivers,
    "complement": complements,
    "poss": lambda s, i: dependents(s, i, "nmod:poss"),
    "modifier": lambda s, i: [m for m in dependents(s, i, *_MODIFIERS) if not case_of(s, m)],
    "light": light_subject,
    "holder": holder,
    "wager": wager,
    "sufferer": sufferer,
    "bearer": bearer,
    "claimer": claimer,
    "asker": asker,
    "appos": lambda s, i: dependents(s, i, "appos"),
}


def stands_last(s: Sentence, w: Word) -> bool:
    """Whether nothing of its clause stands behind a word: "the Left is *for*, …", "it is *unsure* and …"."""
    return w.i + 1 >= len(s.words) or s.words[w.i + 1].upos in ("PUNCT", "CCONJ")
