"""Reporting clauses between the halves of a quotation: “The dam,” said the mayor, “is safe”.

The marks show what the clause parts, and parsers still take *dam* for who said it. Here the halves hang
together, and the clause beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.find.quotation_cues import Cues
from dragoman.language.parse import Sentence, Word

_MARKS = frozenset("“”\"‘’'«»") | {"``", "''"}
_NOMINAL = ("NOUN", "PROPN", "PRON")
_LONGEST = 16
_SUBORDINATE = ("advcl", "acl", "advmod", "obl", "vocative", "discourse")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of a reporting clause, its verb and the head of its subject."""

    words: range
    cue: int
    subject: int | None


def halves_joined(sentence: Sentence, cues: Cues) -> Sentence:
    """The sentence with each clause between the halves of a quotation hung beside what they say together."""
    if len(_MARKS & sentence.written()) == 0 or cues.verbs.keys().isdisjoint(sentence.written()):
        return sentence
    for gap in _gaps(sentence):
        frame = _frame(sentence, gap, cues)
        moves = {} if frame is None else dict(_hung(sentence, frame))
        if moves:
            sentence = sentence.hung_anew(moves)
    return sentence


def _gaps(sentence: Sentence) -> list[range]:
    """The words between a closing mark with its comma and a comma with the next opening mark."""
    words, found = sentence.words, []
    closed: int | None = None
    for mark in (w for w in words[1:-1] if w.text in _MARKS):
        i = mark.i
        opens = words[i + 1].span.start == mark.span.end and words[i - 1].span.end < mark.span.start
        if closed is not None and opens and words[i - 1].text == "," and i - closed <= _LONGEST:
            found.append(range(closed + 1, i))
        comma = words[i - 1].text == "," or words[i + 1].text == ","
        closes = words[i - 1].span.end == mark.span.start and words[i + 1].span.start >= mark.span.end
        closed = i if comma and closes and not opens else None
    return found


def _frame(sentence: Sentence, gap: range, cues: Cues) -> _Frame | None:
    """The clause in a gap whose first verb reports speech and has a subject there."""
    verb = next((sentence.words[k] for k in gap if sentence.words[k].upos == "VERB"), None)
    if verb is None or verb.feat("VerbForm") == "Inf" or verb.text.lower().endswith("ing"):
        return None
    if not any("frame" in f.content for _, f in cues.verbs.get(verb.lemma.lower(), ())):
        return None
    subject = _subject(sentence, gap, verb)
    return None if subject is None else _Frame(gap, verb.i, subject)


def _subject(sentence: Sentence, gap: range, verb: Word) -> int | None:
    """The head of the noun phrase before the verb, or right behind it: whoever speaks."""
    words = sentence.words

    def heads(side: Sequence[int]) -> list[int]:
        free = (k for k in side if words[k].upos in _NOMINAL)
        free = (k for k in free if words[k].head not in gap or words[k].head == verb.i)
        return [k for k in free if not any(c.deprel == "case" for c in sentence.children(k))]

    before, behind = heads(gap[: verb.i - gap.start]), heads(gap[verb.i - gap.start + 1 :])
    return before[-1] if before else behind[0] if behind else None


def _hung(sentence: Sentence, frame: _Frame) -> Iterator[tuple[int, tuple[int, str]]]:
    """Each word that hangs elsewhere, with its head and relation."""
    words = sentence.words
    tops = [w for w in words if w.i not in frame.words and (w.head in frame.words or w.head < 0)]
    tops = [w for w in tops if w.upos != "PUNCT" and w.deprel != "cc"] or tops
    root = _root(sentence, tops)
    if root is None:
        return
    yield frame.cue, (root.i, "parataxis")
    if root.head in frame.words:
        yield root.i, (-1, "root")
    for w in words:
        if w.i in frame.words:
            if w.i == frame.subject:
                yield w.i, (frame.cue, "nsubj")
            elif w.i != frame.cue and w.head not in frame.words:
                yield w.i, (frame.cue, "punct" if w.upos == "PUNCT" else "dep")
            elif w.head == frame.cue and w.deprel.startswith("nsubj"):
                yield w.i, (frame.cue, "dep")
        elif w.i != root.i and w.head in frame.words:
            yield w.i, (root.i, _relation(sentence, w, root))


def _root(sentence: Sentence, tops: Sequence[Word]) -> Word | None:
    """The word that heads what both halves say: a verb, and of several the first that stands for itself."""
    over = next((w for w in tops if w.head < 0), None)
    if over is not None:
        return over

    def told(w: Word) -> bool:
        return w.upos in ("VERB", "AUX") or any(c.deprel in ("cop", "nsubj") for c in sentence.children(w.i))

    free = [w for w in tops if told(w) and not any(c.deprel == "mark" for c in sentence.children(w.i))]
    return next(iter(free or tops), None)


def _relation(sentence: Sentence, w: Word, root: Word) -> str:
    """How a word of one half hangs on what the other says."""
    if w.upos == "PUNCT":
        return "punct"
    if w.upos in _NOMINAL and not any(c.deprel in ("case", "cop") for c in sentence.children(w.i)):
        own = any(c.deprel.startswith("nsubj") and c.i != w.i for c in sentence.children(root.i))
        if w.i < root.i:
            passive = any(c.deprel == "aux:pass" for c in sentence.children(root.i))
            return "vocative" if own else "nsubj:pass" if passive else "nsubj"
    if w.deprel.split(":")[0] in _SUBORDINATE:
        return w.deprel
    if any(c.deprel == "mark" for c in sentence.children(w.i)):
        return "advcl"
    return "conj" if any(c.deprel == "cc" for c in sentence.children(w.i)) else "parataxis"
