"""Whether the clause that a time stands in looks ahead ("will meet on Friday") or back ("met on Friday")."""

from __future__ import annotations

from dragoman.find.date_words import Connectives
from dragoman.language.parse import Sentence, Word

_MODALS = frozenset(
    {"will", "shall", "would", "may", "might", "could", "can", "should", "must", "'ll", "’ll", "wo"}
)
_STEPS = 16


def looks_ahead(sentence: Sentence, index: int, words: Connectives) -> bool:
    """Whether the predicate over a word speaks of what is to come from publication.

    Modals, infinitives under verbs of intention, what is "scheduled for", and the simple present of
    anything but saying look ahead; past, perfect and unknown tenses look back, as most news does.
    """
    here = sentence.words[index]
    for _ in range(_STEPS):
        if _is_predicate(sentence, here):
            verdict = _tense(sentence, here, index, words)
            if verdict is not None:
                return verdict
        elif any(_is_ahead(child) for child in sentence.children(here.i)):
            return True
        if here.head < 0:
            return False
        here = sentence.words[here.head]
    return False


def _is_predicate(sentence: Sentence, word: Word) -> bool:
    if word.upos == "VERB" or (word.upos == "AUX" and not word.deprel.startswith(("aux", "cop"))):
        return True
    return any(child.deprel == "cop" for child in sentence.children(word.i))


def _is_ahead(child: Word) -> bool:
    """As in "ahead of Friday's vote", "the upcoming vote"."""
    return child.lemma in ("ahead", "upcoming", "forthcoming") and child.deprel in ("case", "amod")


def _tense(sentence: Sentence, verb: Word, index: int, words: Connectives) -> bool | None:
    """True for ahead, False for back, None where the governing clause decides."""
    children = tuple(sentence.children(verb.i))
    aux = [c for c in children if c.deprel.startswith("aux")]
    helpers, texts = {c.lemma.lower() for c in aux}, {c.text.lower() for c in aux}
    if "have" in helpers:
        return False
    if helpers & _MODALS:
        return True
    if _arranged(sentence, verb, index, words):
        return True
    if "did" in texts:  # "did not attack" is as past as "attacked", for all that its verb is an infinitive
        return None if _supposed(sentence, verb, children) else False
    if any(c.upos == "PART" and c.lemma == "to" for c in children) or verb.feat("VerbForm") == "Inf":
        return None if _same_time(sentence, verb, words) else True
    verdict = _finite(verb, children, words)
    return None if verdict is False and _supposed(sentence, verb, children) else verdict


def _supposed(sentence: Sentence, verb: Word, children: tuple[Word, ...]) -> bool:
    """As in "would strike if it did not pull out by Friday": the clause over it says when that is."""
    marked = any(c.deprel == "mark" and c.lemma.lower() in ("if", "unless") for c in children)
    return marked and verb.deprel.startswith("advcl")


def _arranged(sentence: Sentence, verb: Word, index: int, words: Connectives) -> bool:
    """As in "scheduled for Friday": a participle whose own time is that of the thing arranged."""
    if verb.lemma not in words.set_for:
        return False
    mine = {sentence.words[index].head, index}
    return verb.i in mine and any(c.lemma in ("for", "by") for c in sentence.children(index))


def _same_time(sentence: Sentence, verb: Word, words: Connectives) -> bool:
    return verb.head >= 0 and sentence.words[verb.head].lemma in words.same_time_verbs


def _finite(verb: Word, children: tuple[Word, ...], words: Connectives) -> bool | None:
    """By the tense of the verb, or of the auxiliary or copula that carries it."""
    carriers = (verb, *(c for c in children if c.deprel.startswith(("aux", "cop"))))
    tenses = {c.feat("Tense") for c in carriers if c.feat("VerbForm") in ("Fin", None)}
    if "Past" in tenses:
        return False
    if "Pres" in tenses:
        return verb.lemma not in words.saying_verbs
    return False if verb.feat("Tense") == "Past" else None
