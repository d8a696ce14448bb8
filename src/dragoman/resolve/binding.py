"""Who does what a pronoun undergoes, whom it never means: "they met guards, killing two of *them*"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.tree_words import tree_words
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.resolve.phrase_view import View
from dragoman.resolve.predicates import subject_of
from dragoman.resolve.scene import Scene

_UNDERGOING = frozenset({"him", "her", "them", "it"})
_PART = frozenset({"of", "among"})
_DONE_TO = frozenset({"to", "at", "against", "by", "on", "upon"})
_WITH = frozenset({"to", "with"})
_BESIDE = frozenset({"with", "for", "from", "about"})
_NAMING = frozenset({"NOUN", "PROPN"})
_RELATIVE = frozenset({"who", "which", "that"})


def doers(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Who does something to whom the pronoun at a token means; none where the tree does not tell."""
    verb = _undergone(view, token)
    if verb is None:
        return _actors(view, scene, _beside_whom(view, token))
    return _actors(view, scene, doer_of(view.words, verb))


def _beside_whom(view: View, token: int) -> Word | None:
    """Who is said to be with, against or for a pronoun, whom it never means: "his son was with *him*"."""
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or view.tokens[token].norm not in _UNDERGOING:
        return None
    below = [w for w in words if w.head == at]
    if not any(w.deprel == "cop" for w in below) or not any(w.deprel == "case" for w in below):
        return None
    return next((w for w in below if w.deprel == "nsubj"), None)


def askers(view: View, token: int, scene: Scene, harming: frozenset[str]) -> frozenset[str]:
    """Who asks another to harm whom the pronoun at a token means, which hardly is himself."""
    verb, words = _undergone(view, token), view.words
    if verb is None or verb.deprel != "xcomp" or verb.lemma.lower() not in harming:
        return frozenset()
    above = words[verb.head]
    return _actors(view, scene, doer_of(words, above)) if _has_object(words, above) else frozenset()


def likely(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Who rather is meant by the pronoun at a token, by what its clause and the one above tell."""
    at = view.tokens[token].word
    part = view.words[at].deprel if view.words and at >= 0 else ""
    if part == "nsubj":
        return agent_above(view, token, scene) or subject_above(view, token, scene)
    if part in ("obj", "iobj"):
        return patient_before(view, token, scene) | client_of_teller(view, token, scene)
    if part == "nmod:poss":
        return joined_owner(view, token, scene) or antecedent_of(view, token, scene)
    return client_of_teller(view, token, scene) if part == "nsubj:pass" else frozenset()


def agent_above(view: View, token: int, scene: Scene) -> frozenset[str]:
    """By whom that was done when, or because, the subject at a token acts: "done by Ben Obi, when *he* left".

    Only where nobody underwent it: "Ann Obi was met by Ben Obi when *she* came".
    """
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or words[at].deprel != "nsubj" or words[at].head < 0:
        return frozenset()
    verb = words[words[at].head]
    if verb.deprel != "advcl" or verb.head < 0:
        return frozenset()
    below = [w for w in words if w.head == verb.head]
    agent = next((w for w in below if w.deprel.startswith("obl") and "by" in cases_of(words, w.i)), None)
    undergoes = {w.i for w in below if w.deprel == "nsubj:pass"}
    somebody = any(s.word in undergoes and s.kind == "person" for s in scene.since(view.index))
    return frozenset() if not undergoes or somebody else _actors(view, scene, agent)


def subject_above(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Who does what the clause of a subject goes on from: "Ann Obi fled to Chad, from where *she* wrote"."""
    at, words = view.tokens[token].word, view.words
    verb = words[words[at].head] if words and at >= 0 and words[at].head >= 0 else None
    if verb is None or verb.deprel not in ("acl:relcl", "advcl") or not 0 <= verb.head < at:
        return frozenset()
    above = words[verb.head]
    if verb.deprel == "acl:relcl":  # of the noun in whose place he is
        if above.deprel != "obl" or above.head < 0:
            return frozenset()
        above = words[above.head]
    subject = subject_of(words, above) if above.upos == "VERB" else None
    return _actors(view, scene, subject)


def sayer_above(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Who says what the subject at a token does: "Togo fell silent, and Benin said that *it* would sign"."""
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or words[at].deprel != "nsubj" or words[at].head < 0:
        return frozenset()
    told = words[words[at].head]
    if told.deprel != "ccomp" or not 0 <= told.head < at:
        return frozenset()
    sayer = subject_of(words, words[told.head])
    saying = {s.actor for s in scene.since(view.index) if s.says and s.subject}
    return _actors(view, scene, sayer) & saying


def patient_before(view: View, token: int, scene: Scene) -> frozenset[str]:
    """To whom the first of two deeds was done, which the second is done to: "met Ann Obi and urged *her*".

    Also with whom it was done: "spoke to the envoys and urged *them*".
    """
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or words[at].deprel not in ("obj", "iobj") or not 0 <= words[at].head < len(words):
        return frozenset()
    verb = words[words[at].head]
    if verb.deprel != "conj" or verb.head < 0 or subject_of(words, verb) is not None:
        return frozenset()
    below = [w for w in words if w.head == verb.head and w.i < verb.i]
    first = next((w for w in below if w.deprel == "obj"), None)
    if first is None:
        first = next((w for w in below if w.deprel == "obl" and _met(words, w)), None)
    return _actors(view, scene, first)


def joined_owner(view: View, token: int, scene: Scene) -> frozenset[str]:
    """The one beside whom his own are named: "the ministry and *its* chief", "Ann Obi and *her* son"."""
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or not 0 <= words[at].head < len(words):
        return frozenset()
    noun = words[words[at].head]
    if words[at].deprel != "nmod:poss" or noun.deprel != "conj" or not 0 <= noun.head < at:
        return frozenset()
    first = words[noun.head]
    return _actors(view, scene, first) if first.upos in _NAMING else frozenset()


def antecedent_of(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Of whom a clause tells something that is his own: "monks who marched past *their* temple".

    Also what he says of it: "Ann Obi, who said that *her* ministry would pay".
    """
    at, words = view.tokens[token].word, view.words
    if not words or at < 0:
        return frozenset()
    word, seen = words[at], set[int]()
    while (word.upos != "VERB" or word.deprel == "ccomp") and 0 <= word.head < len(words):
        if word.i in seen:
            break
        seen.add(word.i)
        word = words[word.head]
    subject = subject_of(words, word) if word.deprel == "acl:relcl" else None
    if subject is None or subject.text.lower() not in _RELATIVE or word.head < 0:
        return frozenset()
    return _actors(view, scene, words[word.head])


def _met(words: Sequence[Word], word: Word) -> bool:
    """Whether somebody is spoken to or dealt with."""
    return not _WITH.isdisjoint(cases_of(words, word.i))


def client_of_teller(view: View, token: int, scene: Scene) -> frozenset[str]:
    """Whose lawyer or wife tells what was done: "*her* lawyer said that they had beaten *her*"."""
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or not 0 <= words[at].head < len(words):
        return frozenset()
    verb = words[words[at].head]
    if words[at].deprel not in ("obj", "nsubj:pass") or verb.deprel != "ccomp" or verb.head < 0:
        return frozenset()
    teller = subject_of(words, words[verb.head])
    owner = next((w for w in words if teller and w.head == teller.i and w.deprel == "nmod:poss"), None)
    return _actors(view, scene, owner) if owner is not None and owner.upos == "PRON" else frozenset()


def _undergone(view: View, token: int) -> Word | None:
    """The verb that tells what is done to whom a pronoun means, or to some of them."""
    at, words = view.tokens[token].word, view.words
    if not words or at < 0 or view.tokens[token].norm not in _UNDERGOING:
        return None
    word = words[at]
    while word.deprel == "nmod" and word.head >= 0 and not _PART.isdisjoint(cases_of(words, word.i)):
        word = words[word.head]
        if any(w.head == word.i and w.deprel == "nmod:poss" for w in words):
            return None
    verb = words[word.head] if word.head >= 0 else None
    if verb is None or verb.upos != "VERB":
        return None
    cases = cases_of(words, word.i) if word.deprel.startswith("obl") else ()
    done_to = word.deprel in ("obj", "iobj") or not _DONE_TO.isdisjoint(cases)
    # "She flew with her" tells of two, "she took it with her" of one.
    beside = not _BESIDE.isdisjoint(cases) and not _has_object(words, verb)
    return verb if done_to or beside else None


def doer_of(words: Sequence[Word], verb: Word) -> Word | None:
    """Who does what a verb says, its own subject or that of the verb on which it hangs."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        if (subject := subject_of(words, verb)) is not None:
            relative = verb.deprel == "acl:relcl" and subject.text.lower() in _RELATIVE
            return words[verb.head] if relative and verb.head >= 0 else subject
        above = words[verb.head] if verb.head >= 0 else None
        if above is None:
            return None
        if verb.deprel == "acl":
            return None if _to(words, verb) else above  # "the men guarding him"
        if not _passes_on(words, verb, above):
            return None
        verb = above
    return None


def _passes_on(words: Sequence[Word], verb: Word, above: Word) -> bool:
    """Whether a verb without a subject has that of the verb above it."""
    if above.upos not in ("VERB", "ADJ"):
        return False
    if verb.deprel in ("conj", "acl:relcl"):
        return verb.deprel == "conj"
    if verb.deprel == "xcomp":
        return not _has_object(words, above)
    if verb.deprel != "advcl":
        return False
    if _to(words, verb):
        return not any(w.head == above.i and w.deprel == "nsubj:pass" for w in words)
    return verb.lemma.lower() not in tree_words().bringing


def _has_object(words: Sequence[Word], verb: Word) -> bool:
    return any(w.head == verb.i and w.deprel in ("obj", "iobj") for w in words)


def _to(words: Sequence[Word], verb: Word) -> bool:
    return any(w.head == verb.i and w.deprel == "mark" and w.text.lower() == "to" for w in words)


def _actors(view: View, scene: Scene, subject: Word | None) -> frozenset[str]:
    """The actors that a subject and those joined to it stand for, and they together."""
    if subject is None:
        return frozenset()
    heads = {subject.i} | {
        w.i for w in view.words if w.head == subject.i and w.deprel in ("conj", "appos", "flat")
    }
    found = {s.actor for s in scene.since(view.index) if s.word in heads}
    return frozenset(found | {a for a, members in scene.joined.items() if not found.isdisjoint(members)})
