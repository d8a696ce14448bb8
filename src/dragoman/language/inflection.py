"""Regular English inflection undone by its spelling rules: *stationed* → *station*, *refused* → *refuse*.

What could be the base form follows from the spelling (*hoping* from *hop*, *hope*); a word of the
language is preferred to what is none, and where both or neither are words the rule of thumb decides.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

PARTICIPLE, THIRD, PLURAL = "participle", "third", "plural"  # the first for the past tense too
_ENDINGS = {PARTICIPLE: ("ed", "ing"), THIRD: ("s",), PLURAL: ("s",)}
_VOWELS = frozenset("aeiou")
_SIBILANT = ("ss", "x", "zz", "ch", "sh")
# Stems that end so have lost a final e: always, or where one vowel stands before the consonant.
_ALWAYS_E = "v c u dg rg lg ieg iat uat rs ns ls ps bl tl dl pl fl gl cl kl zl sl"
_E_AFTER_ONE_VOWEL = (
    "ad id ed od ud ib ub ob am im um ak ik ok uk ar ir ur in un at ot ut yt iz az yz oz is as os us ys "
    "il ul ol ag eg ig ug og ap yp op"
)
# Stems that lost an e though others like them did not: "extradited" against "visited".
_LOST_E = (
    "extradit incit excit expedit ignit unit reunit postpon conven interven superven infring interfer "
    "persever adher rever delet deplet compet complet recreat procreat aton condon enthron"
)
_DOUBLED = ("bb", "dd", "gg", "kk", "ll", "mm", "nn", "pp", "rr", "tt")
_PLURALS = {
    **{f"{n}ves": f"{n}f" for n in ("wol", "hal", "shel", "thie", "hoo", "lea", "loa", "cal", "el", "scar")},
    **{f"{n}ves": f"{n}fe" for n in ("li", "wi", "kni", "midwi", "housewi")},
    "crises": "crisis",
    "oases": "oasis",
    "monies": "money",
    "indices": "index",
    **{n: n for n in ("species", "series", "means", "headquarters", "barracks", "premises")},
}
_LIE = {"dying": "die", "lying": "lie", "tying": "tie", "vying": "vie"}


def form_of(upos: str, feats: Sequence[tuple[str, str]]) -> str | None:
    """Which inflected form the features describe, or None for a base form or another word."""
    if upos == "NOUN":
        return PLURAL if ("Number", "Plur") in feats else None
    if upos != "VERB":
        return None
    if ("Tense", "Pres") in feats and ("VerbForm", "Fin") in feats:
        return THIRD if ("Person", "3") in feats and ("Number", "Sing") in feats else None
    return None if ("VerbForm", "Inf") in feats or ("Mood", "Imp") in feats else PARTICIPLE


def spelt_past(word: str, lemma: str, feats: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The features of a verb, past where they say present of what is spelt as no present: *retook*.

    A present is the lemma itself or ends in -s, so that any other spelling of a finite verb is a past.
    """
    small = word.lower()
    if ("Tense", "Pres") not in feats or ("VerbForm", "Fin") not in feats:
        return feats
    if small == lemma.lower() or small.endswith(("s", "'", "’")) or lemma.lower() == "be":
        return feats
    return tuple(("Tense", "Past") if f == ("Tense", "Pres") else f for f in feats)


def base(word: str, form: str, words: Container[str]) -> str | None:
    """The base of a regularly inflected word in small letters; None where the ending is not regular.

    ``words`` are words of the language, to prefer among spellings that the rules allow.
    """
    if word in _PLURALS and form == PLURAL:
        return _PLURALS[word]
    if word in _LIE:
        return _LIE[word]
    ending = next((e for e in _ENDINGS[form] if word.endswith(e)), "")
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < 2 or "'" in word:
        return None
    if not _VOWELS & set(stem) and "y" not in stem:
        return None  # "bring", "shed": the ending belongs to the word
    candidates = _from_s(stem) if ending == "s" else _from_suffix(stem, ending)
    known = [c for c in candidates if c in words]
    return (known or candidates)[0]  # of two words the rule's own choice, and of none too


def _from_s(stem: str) -> list[str]:
    """Bases of a form in -s, without its s: the likeliest first."""
    if stem.endswith(("yse", "ese")):
        return [stem, stem[:-1] + "is"] if stem.endswith("ese") else [stem[:-1] + "is", stem]
    if stem.endswith(("s", "u")) and not stem.endswith("se"):
        return [stem + "s"]  # "class", "campus": no plural at all
    if stem.endswith("ie"):
        return [stem[:-2] + "y", stem] if len(stem) > 3 else [stem]
    if stem.endswith("oe") and len(stem) < 5:
        return [stem, stem[:-1]]
    if stem.endswith("e") and stem[:-1].endswith((*_SIBILANT, "o")):
        return [stem[:-1], stem]
    return [stem, stem[:-1]] if stem.endswith(("se", "ze", "che")) else [stem]


def _from_suffix(stem: str, ending: str) -> list[str]:
    """Bases of a form in -ed or -ing, without that: the likeliest first."""
    if ending == "ed" and stem.endswith("i"):
        return [stem[:-1] + "y"] if len(stem) > 2 else [stem + "e"]
    if stem.endswith("ll"):
        single = stem.endswith("ell") and _syllables(stem) > 1  # "expelled", but "spelled", "fulfilled"
        return [stem[:-1], stem] if single else [stem, stem[:-1]]
    if stem.endswith(_DOUBLED):
        return [stem[:-1], stem] if len(stem) > 3 else [stem, stem[:-1]]
    with_e = stem + "e"
    if stem in _LOST_E.split():
        return [with_e]
    if _syllables(stem) == 1 and _one_vowel(stem):
        return [with_e]  # without the e the consonant would be doubled: "hoping", "hopping"
    return [with_e, stem] if _lost_e(stem) else [stem, with_e]


def _lost_e(stem: str) -> bool:
    """Whether a stem looks as if a final e had been dropped."""
    if stem.endswith(tuple(_ALWAYS_E.split())):
        return True
    if _one_vowel(stem):
        return stem[-2:] in _E_AFTER_ONE_VOWEL.split()
    return stem[-1] in "sz" and len(stem) > 2 and stem[-2] in _VOWELS


def _one_vowel(stem: str) -> bool:
    """Whether a stem ends in one vowel and one consonant that could be doubled."""
    if len(stem) < 2 or stem[-1] in "aeiouwxy" or stem[-2] not in "aeiouy":
        return False
    return len(stem) < 3 or stem[-3] not in _VOWELS or stem[-3:-1] == "ui"


def _syllables(stem: str) -> int:
    """How many groups of vowels a stem has before consonants."""
    return sum(a in "aeiouy" and b not in "aeiouy" for a, b in pairwise(stem))
