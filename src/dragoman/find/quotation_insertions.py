"""Reporting clauses set off by commas: "…, the minister said" and "…, she claimed, …".

Commas and word order show them plainly, and parsers still hang them on a noun nearby, as relative clauses
or appositions, or give the verb two subjects. Here their words are hung as Universal Dependencies has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.find.quotation_cues import Cues
from dragoman.language.marks import QUOTING
from dragoman.language.parse import Sentence, Word

_IN_A_NAME = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "PART", "PRON", "ADV", "CCONJ"})
_RELATIVES = frozenset(
    {"who", "which", "that", "whose", "whom", "as", "if", "when", "while", "where", "and", "but"}
)
_OPENING = QUOTING - {"‘"} | {'"'}  # double marks only
_SECOND = frozenset({"second", "third", "other", "others", "latter"})
_CLOSING = frozenset({",", "–", "—"})
_JOINING = frozenset({",", ";", "and", "but", "while"})
_LONGEST_NAME = 9
_LONGEST_TAIL = 5

Hung = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A reporting clause: the comma before it, the words of its subject, its verb."""

    comma: int
    subject: range
    cue: int


def insertions(sentence: Sentence, verbs: Iterable[Word], cues: Cues) -> Iterator[Hung]:
    """Words to hang elsewhere, as (word, head, relation), for each clause that the tree did not see.

    ``verbs`` are the reporting verbs of the sentence.
    """
    for w in verbs:
        found = _insertion(sentence, w, cues)
        if found is not None and not _seen(sentence, found, cues):
            yield from _hung(sentence, found)
        elif found is not None and _hung_low(sentence, found):
            yield (found.cue, next(k.i for k in sentence.words if k.head < 0), w.deprel)
            yield from _speaker_hung(sentence, found)
        elif found is not None:
            yield from _continued(sentence, found)


def opening_participles(sentence: Sentence, verbs: Iterable[Word]) -> Iterator[Hung]:
    """The moves by which "*Pressed* on the date, Haas said …" tells when he spoke, not what he said."""
    words = sentence.words
    first = next((w for w in words if w.upos != "PUNCT"), None)
    if first is None or not _is_bare_participle(sentence, first):
        return
    for cue in verbs:
        subject = next((c for c in sentence.children(cue.i) if c.deprel == "nsubj" and c.i < cue.i), None)
        if subject is None or words[min(sentence.subtree(subject.i)) - 1].text != ",":
            continue
        if first.head == cue.i:
            yield (first.i, cue.i, "advcl")
        elif cue.head == first.i and first.head < 0:
            yield from ((cue.i, -1, "root"), (first.i, cue.i, "advcl"))
        return


def gapped_speakers(sentence: Sentence, verbs: Iterable[Word]) -> Iterator[Hung]:
    """A second speaker without a verb, with what they said: "Peru said it paid, *Chad that it went*"."""
    words = sentence.words
    for that in words[3:]:
        if that.text.lower() != "that" or that.deprel != "mark" or that.head < that.i:
            continue
        name = words[that.i - 1]
        first = that.i - 1
        while first > 0 and words[first - 1].upos in ("DET", "PROPN", "ADJ"):
            first -= 1
        named = name.upos == "PROPN" or name.lemma.lower() in _SECOND
        over = (v for v in verbs if v.i < first and any(c.deprel == "nsubj" for c in sentence.children(v.i)))
        cue = next((v for v in over if any(first > c.i > v.i for c in _contents_of(sentence, v))), None)
        if named and cue is not None and words[first - 1].text.lower() in _JOINING:
            top = next((k for k in range(first, that.i) if not first <= words[k].head < that.i), name.i)
            yield (top, cue.i, "conj")
            yield (that.head, top, "ccomp")


def _contents_of(sentence: Sentence, verb: Word) -> list[Word]:
    return [c for c in sentence.children(verb.i) if c.deprel == "ccomp"]


def _is_bare_participle(sentence: Sentence, w: Word) -> bool:
    """Whether a verb that opens a sentence has no subject or auxiliary and is no infinitive or order."""
    form = w.text.lower().endswith(("ing", "ed")) or w.feat("VerbForm") in ("Part", "Ger")
    own = (c.deprel for c in sentence.children(w.i))
    return w.upos == "VERB" and form and not any(r.startswith(("nsubj", "aux", "mark")) for r in own)


def _insertion(sentence: Sentence, w: Word, cues: Cues) -> _Insertion | None:
    """The clause ", subject verb" that ends in a comma or (nearly) ends the sentence at this verb."""
    words = sentence.words
    if w.feat("VerbForm") == "Inf" or w.text.lower().endswith("ing") or not _frames(w, cues):
        return None
    first = w.i
    while first > 0 and _in_a_name(words[first - 1]) and w.i - first < _LONGEST_NAME:
        first -= 1
    subject = range(first, w.i)
    named = any(words[k].upos in ("NOUN", "PROPN", "PRON") for k in subject)
    if first < 3 or words[first - 1].text != "," or not named or words[first].text.lower() in _RELATIVES:
        return None
    return _Insertion(first - 1, subject, w.i) if _closed(sentence, w.i) else None


def _in_a_name(w: Word) -> bool:
    """Whether a word may stand in the noun phrase of a speaker: "newly *released* letters"."""
    return w.upos in _IN_A_NAME or (w.upos == "VERB" and w.deprel == "amod")


def _frames(w: Word, cues: Cues) -> bool:
    families = cues.verbs.get(w.lemma.lower(), ())
    return any(len(phrase) == 1 and "frame" in f.content and f.kind != "commitment" for phrase, f in families)


def _closed(sentence: Sentence, i: int) -> bool:
    """Whether a comma follows the verb, or nothing but a few words without a verb up to the end."""
    tail = [w for w in sentence.words[i + 1 :] if w.upos != "PUNCT"]
    if i + 1 < len(sentence.words) and sentence.words[i + 1].text in _CLOSING:
        return True
    return len(tail) <= _LONGEST_TAIL and all(w.upos not in ("VERB", "AUX", "SCONJ", "CCONJ") for w in tail)


def _speaks_of(sentence: Sentence, w: Word, cues: Cues) -> bool:
    """Whether a preposition behind the verb holds what is said: ", Sato, warned *against* haste"."""
    behind = {m.text.lower() for c in sentence.children(w.i) if c.i > w.i for m in sentence.children(c.i)}
    return any(f.only_with in behind for _, f in cues.verbs.get(w.lemma.lower(), ()) if f.only_with)


def _seen(sentence: Sentence, found: _Insertion, cues: Cues) -> bool:
    """Whether the tree already gives the verb a content, or hangs it as an insertion."""
    w = sentence.words[found.cue]
    if w.deprel.split(":")[0] == "parataxis":
        return True
    if _speaks_of(sentence, w, cues):
        return True
    beside = (c for c in sentence.children(w.i) if c.i not in found.subject)
    return any(c.deprel.split(":")[0] in ("ccomp", "parataxis", "obj") for c in beside)


def _hung_low(sentence: Sentence, found: _Insertion) -> bool:
    """Whether the clause that closes the sentence was hung on a clause within: "what he owed, Haas said"."""
    words = sentence.words
    cue = words[found.cue]
    closes = found.cue + 1 >= len(words) or words[found.cue + 1].text != ","
    within = cue.head >= 0 and words[cue.head].deprel.split(":")[0] in ("acl", "advcl", "ccomp", "xcomp")
    return closes and within and cue.deprel == "parataxis" and cue.head < found.comma


def _hung(sentence: Sentence, found: _Insertion) -> Iterator[Hung]:
    words = sentence.words
    if words[found.cue].head < 0:
        yield from ((w.i, found.cue, "ccomp") for w in sentence.children(found.cue) if _is_content(w, found))
    else:
        root = next((w.i for w in words if w.head < 0), 0)
        yield (found.cue, root, "parataxis")
        outside = (w for w in sentence.children(found.cue) if w.i < found.comma and w.upos != "PUNCT")
        yield from ((w.i, root, w.deprel) for w in outside)
    yield from _speaker_hung(sentence, found)


def _speaker_hung(sentence: Sentence, found: _Insertion) -> Iterator[Hung]:
    words = sentence.words
    inside = {*found.subject, found.cue}
    heads = [k for k in found.subject if words[k].head not in inside or words[k].head == found.cue]
    nominal = [k for k in heads if words[k].upos in ("NOUN", "PROPN", "PRON")]
    yield from ((k, found.cue, "nsubj") for k in nominal[-1:])


def _continued(sentence: Sentence, found: _Insertion) -> Iterator[Hung]:
    """What goes on in quotation marks behind the clause: "…, she said, and the men “were held”"."""
    contents = [c.i for c in sentence.children(found.cue) if c.deprel == "ccomp" and c.i < found.comma]
    for w in sentence.children(found.cue) if contents else ():
        joined = w.deprel == "conj" and any(c.deprel.startswith("nsubj") for c in sentence.children(w.i))
        if joined and any(sentence.words[k].text in _OPENING for k in sentence.subtree(w.i)):
            yield (w.i, contents[-1], "conj")


def _is_content(w: Word, found: _Insertion) -> bool:
    return w.i < found.comma and w.upos in ("NOUN", "PROPN", "PRON", "VERB", "ADJ")
