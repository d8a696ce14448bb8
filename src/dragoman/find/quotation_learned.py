"""Speech that only the network sees: cues that no list names, with what they report and who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.find.quotation_extent import Extent
from dragoman.find.quotation_speech import Speech
from dragoman.find.quotation_tree import Tree
from dragoman.language.hints import SpeechHint
from dragoman.record import Form, Span

_DOUBT = 0.3
_SURE = 0.7
_CERTAIN = 0.8  # asked of a cue whose content is neither a clause nor quoted: "found the wreck"
_GAP = 2  # words between two stretches that are one
_CRUMB = 0.2  # of the longest stretch; what is shorter is a slip
_NOTHING = frozenset({"nothing", "little", "nothing more", "no more", "as much", "so"})
_SAME = 0.7  # two contents that share so much of either are one


def learned_speech(
    n: int, tree: Tree, text: str, extent: Extent, known: Sequence[Speech]
) -> Iterator[Speech]:
    """Speech of sentence ``n`` by cues that none of the known speeches has, where it is not theirs."""
    for hint in tree.s.speech or ():
        cue = tree.s.words[hint.word].span
        if hint.share < _SURE or any(k.sentence == n and k.cue.overlaps(cue) for k in known):
            continue
        pieces = [p for c in told_in(tree, hint) for p in without(c, (cue, *hint.source))]
        contents = extent.contents(_said_beside_quotations(text, pieces, extent, cue), cue)
        if (
            contents is None
            or _nothing(text, contents.spans)
            or any(_alike(contents.spans, k.contents) for k in known)
            or (contents.form is Form.DIRECT and _is_told_of(cue, contents.spans, known))
        ):
            continue
        if hint.share < _CERTAIN and not contents.quotes and not _told(tree, contents.spans):
            continue
        speaker, source = _source(tree, hint)
        if speaker is None and not contents.quotes and tree.passive(hint.word):
            continue  # "is expected to rule": nobody says so
        if speaker is not None and _is_passive_subject(tree, speaker, hint.word):
            speaker, source = None, None  # "*Haas* is widely considered a safe choice"
        word = tree.s.words[hint.word]
        yield Speech(
            sentence=n,
            word=hint.word,
            cue=cue,
            verb=word.lemma.lower(),
            kind="learned",
            contents=contents.spans,
            form=contents.form,
            quotes=contents.quotes,
            speaker=speaker,
            source=source,
            reason=f"“{word.text}” is taken to report it by the network ({hint.share:.2f})",
        )


def believed(tree: Tree, speech: Speech) -> bool:
    """Whether a speech that the lists and the tree gave is not against all that the network sees.

    It is asked only of speech without quotation marks: those say enough.
    """
    if speech.quotes or speech.plain or tree.s.speech is None:
        return True
    return any(h.word == speech.word and h.share > _DOUBT for h in tree.s.speech)


def told_in(tree: Tree, hint: SpeechHint) -> list[Span]:
    """What the network takes for the content in the cue's own sentence, small gaps closed, crumbs left out.

    Words of other sentences that it takes along are not believed: how a quotation goes on, its marks tell.
    """
    pieces: list[Span] = []
    for span in (c for c in hint.content if tree.s.span.overlaps(c)):
        cut = Span(max(span.start, tree.s.span.start), min(span.end, tree.s.span.end))
        gap = [
            w for w in tree.s.words if pieces and pieces[-1].end <= w.span.start and w.span.end <= cut.start
        ]
        parted = any(w.i == hint.word or any(x.overlaps(w.span) for x in hint.source) for w in gap)
        if pieces and len(gap) <= _GAP and not parted:
            pieces[-1] = Span(pieces[-1].start, cut.end)
        else:
            pieces.append(cut)
    longest = max((p.end - p.start for p in pieces), default=0)
    return [p for p in pieces if p.end - p.start >= _CRUMB * longest]


def without(span: Span, holes: Sequence[Span]) -> list[Span]:
    """A stretch of text without others that lie in it."""
    pieces = [span]
    for hole in holes:
        pieces = [
            part
            for p in pieces
            for part in (
                (Span(p.start, min(p.end, hole.start)), Span(max(p.start, hole.end), p.end))
                if p.overlaps(hole)
                else (p,)
            )
            if part.end > part.start
        ]
    return pieces


def _source(tree: Tree, hint: SpeechHint) -> tuple[int | None, Span | None]:
    """The word that heads the speaker's phrase, and the phrase; else those of the cue's subject."""
    for span in hint.source:
        head = tree.s.head_of(span) if tree.s.span.overlaps(span) else None
        if head is not None:
            return head, tree.phrase(head)
    subject = tree.subject(hint.word)
    return (None, None) if subject is None else (subject, tree.phrase(subject))


def _is_passive_subject(tree: Tree, i: int, verb: int) -> bool:
    """Whether a word is whom or what a passive tells of, and not whoever speaks."""
    w = tree.s.words[i]
    return w.deprel == "nsubj:pass" and w.head == verb


def _said_beside_quotations(text: str, pieces: list[Span], extent: Extent, cue: Span) -> list[Span]:
    """Stretches less single words beside quotations, which are slips: "*Asked* when, he said “soon”"."""
    quoted = [p for p in pieces if any(q.outer.overlaps(p) for q in extent.level(cue))]
    return [p for p in pieces if p in quoted or len(p.of(text).split()) > 1] if quoted else pieces


def _nothing(text: str, contents: Sequence[Span]) -> bool:
    """Whether somebody is only told to have said nothing."""
    return all(c.of(text).strip(" .,").lower() in _NOTHING for c in contents)


def _told(tree: Tree, contents: Sequence[Span]) -> bool:
    """Whether a content holds a verb."""
    return any(w.upos in ("VERB", "AUX") for w in tree.s.words if any(c.covers(w.span) for c in contents))


def _is_told_of(cue: Span, contents: Sequence[Span], known: Sequence[Speech]) -> bool:
    """Whether a phrase in marks is a speaker's who tells of another act: said that he spoke “in anger”."""
    return any(k.holds(cue) and all(k.holds(c) for c in contents) for k in known if k.form is not Form.DIRECT)


def _alike(ours: Sequence[Span], theirs: Sequence[Span]) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    size = max(sum(a.end - a.start for a in ours), sum(b.end - b.start for b in theirs))
    return shared > _SAME * size
