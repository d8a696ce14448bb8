"""Reporting clauses between the halves of what was said: “The dam,” said the mayor, “is safe”.

The marks show what the clause parts, and parsers still take *dam* for who said it. Here the halves hang
together, and the clause beside them. Commas show it too, where a verb follows on what has none: "The dam,
said the mayor, was safe".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.find.quotation_cues import Cues
from dragoman.language.parse import Sentence, Word

_MARKS = frozenset("“”\"‘’'«»") | {"``", "''"}
_NOMINAL = ("NOUN", "PROPN", "PRON")
_LONGEST = 16
_BREAKS = frozenset({":", ";", "-", "–", "—", ")"}) | _MARKS
_ASIDE = frozenset({"who", "which", "that", "whose", "whom", "as", "where", "when"})
_LEADING = frozenset({"if", "unless", "once"})
_SUBORDINATE = ("advcl", "acl", "advmod", "obl", "vocative", "discourse")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of a reporting clause, its verb, the head of its subject, and of what is said if clear."""

    words: range
    cue: int
    subject: int | None
    said: int | None = None


def halves_joined(sentence: Sentence, cues: Cues) -> Sentence:
    """The sentence with each clause between the halves of a quotation hung beside what they say together."""
    written = sentence.written()
    if cues.verbs.keys().isdisjoint(written):
        return sentence
    gaps = [(gap, False) for gap in _gaps(sentence)] if _MARKS & written else []
    gaps += [(gap, True) for gap in _comma_gaps(sentence, cues)] if "," in written else []
    for gap, by_comma in gaps:
        frame = _frame(sentence, gap, cues)
        if frame is not None and by_comma:
            frame = replace(frame, said=_over(sentence, gap.stop))
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


def _comma_gaps(sentence: Sentence, cues: Cues) -> list[range]:
    """The words between two commas that part a subject or condition from its verb: ", said the mayor,"."""
    words, found = sentence.words, []
    commas = [w.i for w in words[1:-1] if w.text == ","]
    for verb in (w for w in words if w.upos == "VERB" and w.lemma.lower() in cues.alone):
        before = next((k for k in reversed(commas) if k < verb.i), None)
        if before is None or any(k.text.lower() in _ASIDE for k in words[before + 1 : verb.i]):
            continue
        behind = next((k for k in commas if k > verb.i and _parted_at(sentence, before, k)), None)
        reach = range(before + 1, behind + 1) if behind is not None else range(0)
        others = [k for k in reach if words[k].upos in ("VERB", "SCONJ") and words[k].deprel != "amod"]
        others = [k for k in others if k != verb.i]
        if reach and len(reach) <= _LONGEST and not others and not _own_object(sentence, verb, reach):
            found.append(reach)
    return found


def _parted_at(sentence: Sentence, before: int, behind: int) -> bool:
    """Whether what stands before one comma is the subject, or condition, of what follows the other."""
    words = sentence.words
    start = next((k + 1 for k in range(before - 1, -1, -1) if words[k].text in _BREAKS), 0)
    ands = (k for k in range(before - 1, start, -1) if words[k].upos == "CCONJ" and words[k - 1].text == ",")
    joined = next((k + 1 for k in ands if words[k + 1].head >= 0), start)
    told = [w for w in words[joined:before] if _finite(w) and not _relative(sentence, w)]
    if told:
        opens = words[joined].text.lower() in _LEADING
        return opens and words[behind + 1].text not in _MARKS and not _predicate(sentence, behind + 1)
    head = words[_over_before(sentence, before - 1)]
    nominal = head.upos in _NOMINAL and words[joined].upos not in ("ADP", "SCONJ", "ADV", "VERB")
    return nominal and before > joined and _predicate(sentence, behind + 1)


def _predicate(sentence: Sentence, i: int) -> bool:
    """Whether a verb with its adverbs begins at a word: "would not pay", "never paid"."""
    words = sentence.words
    first = next((w for w in words[i : i + 3] if w.upos not in ("ADV", "PART")), None)
    if first is None:
        return False
    return _finite(first) or (
        first.feat("Tense") == "Past" and first.deprel in ("ccomp", "root", "parataxis")
    )


def _finite(w: Word) -> bool:
    return w.upos == "AUX" or (w.upos == "VERB" and "Fin" in (w.feat("VerbForm") or "Fin"))


def _relative(sentence: Sentence, w: Word) -> bool:
    """Whether a verb or its auxiliary stands in a relative clause: "the men who had fled"."""
    over = sentence.words[w.head] if w.upos == "AUX" and w.head >= 0 else w
    return over.deprel == "acl:relcl" and over.head < over.i


def _over(sentence: Sentence, first: int) -> int:
    """The word that heads what begins at a word: the last over it that does not stand before it."""
    at = first
    while sentence.words[at].head >= first:
        at = sentence.words[at].head
    return at


def _own_object(sentence: Sentence, verb: Word, gap: range) -> bool:
    """Whether a reporting verb says something of its own in the gap: ", Okello said nothing,"."""
    return any(
        c.deprel == "obj"
        and c.i in gap
        and c.i > verb.i
        and c.text.lower() in ("nothing", "no", "yes", "so", "it")
        for c in sentence.children(verb.i)
    )


def _frame(sentence: Sentence, gap: range, cues: Cues) -> _Frame | None:
    """The clause in a gap whose first verb reports speech and has a subject there."""
    verb = next((sentence.words[k] for k in gap if sentence.words[k].upos == "VERB"), None)
    if verb is None or verb.feat("VerbForm") == "Inf" or verb.text.lower().endswith("ing"):
        return None
    families = cues.verbs.get(verb.lemma.lower(), ())
    if not any("frame" in f.content and len(words) == 1 for words, f in families):
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
    root = _root(sentence, tops) if frame.said is None else words[frame.said]
    if root is None:
        return
    yield frame.cue, (root.i, "parataxis")
    if frame.said is not None:
        yield from _said_beside(sentence, frame, root)
    elif root.head in frame.words:
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
            yield w.i, (root.i, _relation(sentence, w, root, frame.words))


def _said_beside(sentence: Sentence, frame: _Frame, root: Word) -> Iterator[tuple[int, tuple[int, str]]]:
    """The verb behind a frame in commas goes on what was over the frame, and its subject on the verb."""
    words = sentence.words
    first = words[_over_before(sentence, frame.words.start - 2)]
    over = root
    for w in (root, words[frame.cue], first):
        if root.head in frame.words or root.head == first.i:
            over = w
            if w.head < 0 or not _is_under(sentence, w.head, {*frame.words, root.i, first.i}):
                break
    if over is not root:
        yield root.i, (over.head, over.deprel) if over.head >= 0 else (-1, "root")
    if root.head == first.i:
        yield first.i, (root.i, _relation(sentence, first, root, frame.words))


def _over_before(sentence: Sentence, last: int) -> int:
    """The word that heads what ends at a word: the last over it that does not stand behind it."""
    at = last
    while 0 <= sentence.words[at].head <= last:
        at = sentence.words[at].head
    return at


def _is_under(sentence: Sentence, i: int, tops: set[int]) -> bool:
    """Whether a word is one of some, or hangs on one of them, however far."""
    for _ in sentence.words:
        if i in tops or i < 0:
            return i in tops
        i = sentence.words[i].head
    return True


def _root(sentence: Sentence, tops: Sequence[Word]) -> Word | None:
    """The word that heads what both halves say: a verb, and of several the first that stands for itself."""
    over = next((w for w in tops if w.head < 0), None)
    if over is not None:
        return over

    def told(w: Word) -> bool:
        return w.upos in ("VERB", "AUX") or any(c.deprel in ("cop", "nsubj") for c in sentence.children(w.i))

    free = [w for w in tops if told(w) and not any(c.deprel == "mark" for c in sentence.children(w.i))]
    return next(iter(free or tops), None)


def _relation(sentence: Sentence, w: Word, root: Word, frame: range) -> str:
    """How a word of one half hangs on what the other says."""
    if w.upos in ("PUNCT", "CCONJ"):
        return "punct" if w.upos == "PUNCT" else "cc"
    if w.upos in _NOMINAL and not any(c.deprel in ("case", "cop") for c in sentence.children(w.i)):
        subjects = {c.i for c in sentence.children(root.i) if c.deprel.startswith("nsubj")}
        own = not subjects <= {w.i, *frame}
        if w.i < root.i:
            passive = any(c.deprel == "aux:pass" for c in sentence.children(root.i))
            return "vocative" if own else "nsubj:pass" if passive else "nsubj"
    if w.deprel.split(":")[0] in _SUBORDINATE:
        return w.deprel
    if any(c.deprel == "mark" for c in sentence.children(w.i)):
        return "advcl"
    return "conj" if any(c.deprel == "cc" for c in sentence.children(w.i)) else "parataxis"
