"""To whom something is handed in one of two deeds, which the other was not done to.

"The president *resigned* and handed the keys *to his deputy*": nobody resigned to the deputy.
"""

from __future__ import annotations

from dragoman.language.parse import Sentence
from dragoman.language.prepositions import case_of


def received_elsewhere(s: Sentence, trigger: int, word: int) -> bool:
    """Whether a word tells to whom something is handed by another verb that "and" joins to a trigger."""
    w = s.words[word]
    while w.deprel == "appos" and w.head >= 0:
        w = s.words[w.head]
    if w.deprel != "obl" or w.head in (-1, trigger) or case_of(s, w.i) != "to":
        return False
    verb = w.head
    if s.words[verb].upos != "VERB" or not any(c.deprel == "obj" for c in s.children(verb)):
        return False
    return _joined(s, verb, trigger) or _joined(s, trigger, verb)


def _joined(s: Sentence, first: int, second: int) -> bool:
    """Whether a verb is joined to one before it, or to one that is."""
    seen: set[int] = set()
    i = second
    while s.words[i].deprel == "conj" and s.words[i].head >= 0 and i not in seen:
        seen.add(i)
        i = s.words[i].head
        if i == first:
            return True
    return False
