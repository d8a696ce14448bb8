"""Deeds without a date that a sentence tells as a memory: what a plaque honours, what one saw as a boy."""

from __future__ import annotations

from dragoman.codebook.remembered import Remembered, shipped_remembered
from dragoman.language.parse import Sentence, Word

_STEPS = 8
_TODAY = frozenset({"they", "he", "she", "it", "we", "i", "you"})
_NAMING = frozenset({"amod", "compound", "nmod:poss", "flat"})
_OF = frozenset({"of", "to", "for", "on", "about"})


def remembered(sentence: Sentence, trigger: int) -> str | None:
    """Why what a word tells is long past though it has no date; None where nothing says so."""
    words = shipped_remembered()
    if words.clues.isdisjoint(sentence.written()):
        return None
    kept = _kept(sentence, trigger, words) or _in_those_days(sentence, trigger, words)
    return kept or _by_bygone(sentence, trigger, words)


def _by_bygone(s: Sentence, trigger: int, words: Remembered) -> str | None:
    """By who did it, in the past: "*Ottoman* soldiers shot", "was arrested by the *Gestapo*"."""
    verb = s.words[trigger]
    if words.bygone.isdisjoint(s.written()) or not _in_the_past(s, verb):
        return None
    for c in s.children(trigger):
        by = c.deprel.startswith("obl") and _case(s, c) == "by"
        if c.deprel == "nsubj" or by:
            for w in (c, *(k for k in s.children(c.i) if k.deprel in _NAMING)):
                if w.text.lower() in words.bygone:
                    return f"“{w.text}” did it"
    return None


def _in_the_past(s: Sentence, verb: Word) -> bool:
    helpers = [c for c in s.children(verb.i) if c.deprel.startswith("aux")]
    return _is_past(s, verb) or any(c.feat("Tense") == "Past" for c in helpers)


def _kept(s: Sentence, trigger: int, words: Remembered) -> str | None:
    """By the thing that keeps its memory, or the verb that looks back, over the word."""
    below, here = s.words[trigger], s.words[trigger].head
    for _ in range(_STEPS):
        if here < 0:
            return None
        over = s.words[here]
        if below.deprel == "acl:relcl" and _of_somebody_else(s, below):
            return None
        if over.lemma in words.memorials and below.deprel == "nmod" and _case(s, below) in _OF:
            return f"“{over.text}” keeps its memory"
        if over.upos == "VERB" and _is_before(s, trigger) and (thing := _laid(s, over, words)) is not None:
            return f"“{thing.text}” keeps its memory"
        if over.upos == "VERB" and below.deprel in ("obj", "ccomp", "obl", "xcomp"):
            if over.lemma in words.looking_back:
                return f"“{over.text}” looks back on it"
            if over.lemma in words.keeping and (thing := _memorial(s, over, words)) is not None:
                return f"“{thing.text}” keeps its memory"
        below, here = over, over.head
    return None


def _is_before(s: Sentence, trigger: int) -> bool:
    """Whether a word is in the past perfect: "where paratroopers *had fought*"."""
    return any(c.deprel.startswith("aux") and c.text.lower() == "had" for c in s.children(trigger))


def _laid(s: Sentence, verb: Word, words: Remembered) -> Word | None:
    """What a verb puts up or lays in memory: "laid *wreaths*", "unveiled a *plaque*"."""
    if verb.lemma not in words.putting_up:
        return None
    return next((c for c in s.children(verb.i) if c.deprel == "obj" and c.lemma in words.memorials), None)


def _of_somebody_else(s: Sentence, verb: Word) -> bool:
    """Whether a clause tells what others do to the one remembered: "a king whom *they* accused"."""
    subjects = (c for c in s.children(verb.i) if c.deprel.startswith("nsubj"))
    return any(c.text.lower() in _TODAY for c in subjects)


def _case(s: Sentence, w: Word) -> str:
    return next((c.text.lower() for c in s.children(w.i) if c.deprel == "case"), "")


def _memorial(s: Sentence, verb: Word, words: Remembered) -> Word | None:
    subjects = (c for c in s.children(verb.i) if c.deprel.startswith("nsubj"))
    return next((c for c in subjects if c.lemma in words.memorials), None)


def _in_those_days(s: Sentence, trigger: int, words: Remembered) -> str | None:
    """By a time of life or of history that hangs on the word, or on the verb over it in the past."""
    told = [phrase for phrase in words.times if s.written().issuperset(phrase)]
    texts = [text for _, text in s.forms()] if told else []
    for phrase in told:
        n = len(phrase)
        for start in range(len(texts) - n + 1):
            if tuple(texts[start : start + n]) == phrase:
                over = _over(s, start, start + n)
                if over is not None and _is_past(s, over) and _within(s, trigger, over.i):
                    return f"told of the time “{' '.join(phrase)}”"
    return None


def _over(s: Sentence, start: int, end: int) -> Word | None:
    """The word on which a phrase hangs."""
    heads = (s.words[i].head for i in range(start, end))
    return next((s.words[h] for h in heads if h >= 0 and not start <= h < end), None)


def _is_past(s: Sentence, w: Word) -> bool:
    helpers = [c for c in s.children(w.i) if c.deprel.startswith("aux")]
    return w.feat("Tense") == "Past" and not any(
        c.lemma in ("will", "would", "could", "may") for c in helpers
    )


def _within(s: Sentence, trigger: int, over: int) -> bool:
    """Whether a word is the verb that a time hangs on, or what it tells ("saw them *shoot* him")."""
    here = trigger
    for _ in range(3):
        if here == over:
            return True
        w = s.words[here]
        if w.head < 0 or w.deprel.split(":")[0] not in ("ccomp", "xcomp", "obj", "conj"):
            return False
        here = w.head
    return False
