"""Lemmas as edit scripts: the rule that turns a word into its lemma.

A script is ``case:cut:suffix``. *case* is ``l`` (lower the word first), ``t`` (title-case it) or ``k``
(keep it); then *cut* characters are taken off the end and *suffix* is put there. *walked* → ``l:2:``,
*was* → ``l:3:be``, *Paris* → ``k:0:``.
"""

from __future__ import annotations

CASES = "ltk"


def recase(word: str, case: str) -> str:
    """The word in the casing that a script asks for."""
    if case == "l":
        return word.lower()
    return word[:1].upper() + word[1:].lower() if case == "t" else word


def script(word: str, lemma: str) -> str:
    """The shortest script that turns the word into the lemma; lowering is preferred, then keeping."""
    best = ""
    for case in "lkt":
        base = recase(word, case)
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        found = f"{case}:{len(base) - same}:{lemma[same:]}"
        if not best or len(found) < len(best):
            best = found
    return best


def apply(rule: str, word: str) -> str:
    """The lemma that a script gives for a word; the lowered word where the script does not fit."""
    case, cut, suffix = rule.split(":", 2)
    base = recase(word, case)
    if int(cut) > len(base):
        return base.lower()
    return base[: len(base) - int(cut)] + suffix
