"""Who a pronoun cannot mean, by what its clause says: nobody expels his own envoy or shells his own town."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.readings import Readings
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.resolve.binding import askers
from dragoman.resolve.phrase_view import View
from dragoman.resolve.predicates import subject_of
from dragoman.resolve.scene import Scene, Seen

_ENVOYS_OF = frozenset({"its", "their"})
_HOME = frozenset({"home", "back", "consultations"})
_VICTIMS = frozenset({"him", "her"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_BOUND = _OWNERS | _VICTIMS
_DOING = frozenset({"it", "they"})
_ASIDE = frozenset({"advcl", "parataxis", "conj"})  # what a verb does not say of its subject


def barred(view: View, token: int, scene: Scene, readings: Readings) -> frozenset[str]:
    """The actors whom the pronoun at a token does not mean; none where its clause does not tell."""
    at, norm = view.tokens[token].word, view.tokens[token].norm
    if view.words and at >= 0 and norm in _DOING:
        return _named_below(view, view.words[at])
    if not view.words or at < 0 or norm not in _BOUND:
        return frozenset()
    word, words = view.words[at], view.words
    if norm in _OWNERS and word.deprel == "nmod:poss":
        hurting = _hurting(words, word, scene, view.index, readings)
        if norm not in _ENVOYS_OF:
            return hurting
        return hurting | _expelling(words, word, scene, view.index, readings.expelling_verbs)
    denying = _denying(words, word, scene, view.index) if word.deprel == "obj" else frozenset()
    return denying | askers(view, token, scene, readings.harming_verbs)


def _named_below(view: View, word: Word) -> frozenset[str]:
    """Whom the verb names of which a pronoun is the subject: "*it* expelled Iran's envoy" is not Iran."""
    words = view.words
    if not word.deprel.startswith("nsubj") or not 0 <= word.head < len(words):
        return frozenset()
    named: set[str] = set()
    for phrase in view.phrases:
        entry = phrase.term.ref if phrase.what == "entry" and phrase.term is not None else None
        owner = phrase.owner.entry if phrase.owner is not None else None
        at = view.word(phrase)
        if (entry or owner) and at is not None and at.i > word.head and _below(words, at, word.head):
            named |= {name for name in (entry, owner) if name is not None}
    return frozenset(named)


def _below(words: Sequence[Word], word: Word, verb: int) -> bool:
    """Whether a word stands under a verb, and in no clause that goes on with another matter."""
    seen: set[int] = set()
    while word.head != verb:
        seen.add(word.i)
        if word.deprel in _ASIDE or word.head in seen or not 0 <= word.head < len(words):
            return False
        word = words[word.head]
    return word.deprel not in _ASIDE


def _expelling(
    words: Sequence[Word], word: Word, scene: Scene, sentence: int, expelling: frozenset[str]
) -> frozenset[str]:
    """Who expels "its envoy": the subject, all of its state, and who is named only beside another."""
    noun = words[word.head] if word.deprel == "nmod:poss" and 0 <= word.head < len(words) else None
    verb = (
        words[noun.head] if noun and noun.deprel in ("obj", "iobj") and 0 <= noun.head < len(words) else None
    )
    if verb is None or not _expels(words, verb, expelling):
        return frozenset()
    doer = _seen(scene, sentence, subject_of(words, _clause(words, verb)))
    if doer is None:
        return frozenset()
    here = scene.since(sentence)
    own = {s.actor for s in scene.seen if s.actor == doer.actor or (s.state and s.state == doer.state)}
    others = [s for s in here if s.actor not in own]
    acted_on = {s.actor for s in others if 0 <= s.clause < len(words) and words[s.clause].upos == "VERB"}
    return frozenset(own | ({s.actor for s in others} - acted_on if acted_on else set()))


def _hurting(
    words: Sequence[Word], word: Word, scene: Scene, sentence: int, readings: Readings
) -> frozenset[str]:
    """Who shells "their positions" or demands "her resignation": another than whose it is."""
    noun = words[word.head] if 0 <= word.head < len(words) else None
    if noun is None or not 0 <= noun.head < len(words):
        return frozenset()
    verb, lemma = words[noun.head], words[noun.head].lemma.lower()
    done_to = noun.deprel == "obj" and lemma in readings.striking_verbs
    wished = noun.lemma.lower() in readings.unwished_nouns and (
        (noun.deprel == "obj" and lemma in readings.demanding_verbs)
        or (lemma == "call" and "for" in cases_of(words, noun.i))
    )
    if not done_to and not wished:
        return frozenset()
    if any(w.head == noun.i and w.lemma.lower() == "own" for w in words):
        return frozenset()
    doer = _seen(scene, sentence, subject_of(words, _clause(words, verb)))
    return frozenset() if doer is None else frozenset({doer.actor})


def _clause(words: Sequence[Word], verb: Word) -> Word:
    """The verb that has the subject of a coordinated one."""
    while verb.deprel == "conj" and subject_of(words, verb) is None and 0 <= verb.head < len(words):
        verb = words[verb.head]
    return verb


def _expels(words: Sequence[Word], verb: Word, expelling: frozenset[str]) -> bool:
    """Whether a verb sends somebody away: "expelled", "gave its envoy two days to leave"."""
    lemma = verb.lemma.lower()
    below = [w for w in words if w.head == verb.i]
    if lemma == "give":
        return any(w.lemma.lower() == "leave" for w in below) or any(
            w.lemma.lower() == "leave" and words[w.head].head == verb.i
            for w in words
            if 0 <= w.head < len(words)
        )
    return lemma in expelling and not any(w.text.lower() in _HOME for w in below)


def _denying(words: Sequence[Word], word: Word, scene: Scene, sentence: int) -> frozenset[str]:
    """Who denies that something was done to "him", which is done to somebody else."""
    verb = words[word.head] if 0 <= word.head < len(words) else None
    if verb is None or verb.deprel != "ccomp" or not 0 <= verb.head < len(words):
        return frozenset()
    above = words[verb.head]
    denier = _seen(scene, sentence, subject_of(words, above)) if above.lemma.lower() == "deny" else None
    return frozenset() if denier is None else frozenset({denier.actor})


def _seen(scene: Scene, sentence: int, word: Word | None) -> Seen | None:
    if word is None:
        return None
    return next((s for s in reversed(scene.since(sentence)) if s.word == word.i), None)
