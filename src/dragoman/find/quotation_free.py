"""Quotations that the tree gave to nobody: an adjoining reporting clause, or the speaker who goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.find.quotation_contents import Cue, addressees
from dragoman.find.quotation_cues import Cues
from dragoman.find.quotation_extent import Extent
from dragoman.find.quotation_speech import Speech
from dragoman.find.quotation_tree import Tree, trimmed
from dragoman.find.quote_marks import Quotation
from dragoman.language.parse import Word
from dragoman.record import Form, Span

_REACH = 9
_SENTENCE_ENDS = ".?!…"
_CLOSING = "”’\"'"
_LONGEST_WORD = 40  # letters, of any that may stand before a quotation
_TITLE = 6  # letters at most of a title with its stop
_UTTERED = ("speech", "request", "denial", "commitment")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the free quotations are looked up in: the text, its trees, its paragraphs and quotations."""

    text: str
    trees: Sequence[Tree]
    paragraphs: Sequence[Span]
    extent: Extent
    cues: Cues

    def paragraph(self, at: int) -> int | None:
        """The position of the paragraph that holds a character."""
        return next((k for k, p in enumerate(self.paragraphs) if p.start <= at < p.end), None)


def settled(reading: Reading, speeches: Sequence[Speech]) -> list[Speech]:
    """The speeches after each quotation went to the reporting clause that closes it.

    In "Though Oslo says it is neutral “its ports are full of tankers,” Haas said" the quotation, and all of
    the sentence before it, is what Haas said; what Oslo says ends where the quotation begins.
    """
    found = list(speeches)
    for q in reading.extent.quotations:
        closing = None if q.depth or not _sentence_like(reading.text, q) else _closing(reading, q)
        if closing is None:
            continue
        n, w = closing
        if len(q.span.of(reading.text).split()) > 3:
            found = [c for s in found if (c := _cut(reading, s, q, n, w)) is not None]
        owner = next((s for s in found if s.sentence == n and s.word == w.i), None)
        if owner is not None and _opens_a_sentence(reading.text, q):
            found = [_from(reading, s, q) if s is owner else s for s in found]
            owner = next(s for s in found if s.sentence == n and s.word == w.i)
        if owner is None or not any(c.overlaps(q.span) for c in owner.contents):
            made = (
                _with_cue(reading, n, w, q, _whole(reading, q))
                if owner is None
                else _joined(reading, owner, q)
            )
            found = [s for s in found if s is not owner] + ([made] if made else [])
    return found


def free_quotations(reading: Reading, speeches: Sequence[Speech]) -> Iterator[Speech]:
    """Speech for the outermost quotations that no reporting word has claimed, in order of the text."""
    known = list(speeches)
    for q in reading.extent.quotations:
        if q.depth or any(c.overlaps(q.span) for s in known if not q.span.covers(s.cue) for c in s.contents):
            continue
        found = _opened(reading, q, known) or _led_up_to(reading, q) or _going_on(reading, q, known)
        found = found or _behind_a_colon(reading, q) or _signed(reading, q)
        if found is not None:
            known.append(found)
            yield found


def _closing(reading: Reading, q: Quotation) -> tuple[int, Word] | None:
    """The reporting verb right after the closing mark, with the position of its sentence."""
    for n, tree in _near(reading, q):
        for w in _after(reading, tree, q):
            return n, w
    return None


def _near(reading: Reading, q: Quotation) -> Iterator[tuple[int, Tree]]:
    """The sentences that touch a quotation or stand right beside it."""
    for n, tree in enumerate(reading.trees):
        span = tree.s.span
        if span.end + 3 < q.outer.start or span.start > q.outer.end + 3:
            continue
        if (
            not reading.text[span.end : q.outer.start].strip()
            and not reading.text[q.outer.end : span.start].strip()
        ):
            yield n, tree


def _cut(reading: Reading, s: Speech, q: Quotation, n: int, w: Word) -> Speech | None:
    """A speech that ran into a quotation that belongs to another cue, without the quotation."""
    other = s.sentence != n or s.word != w.i
    if not other or s.cue.end > q.outer.start or not any(c.overlaps(q.span) for c in s.contents):
        return s
    before = [Span(c.start, min(c.end, q.outer.start)) for c in s.contents if c.start < q.outer.start]
    spans = [t for c in before if (t := trimmed(reading.text, c)).start < t.end]
    if not spans:
        return None
    contents = reading.extent.read(spans, s.cue)
    return replace(s, contents=contents.spans, quotes=contents.quotes, form=contents.form)


def _opens_a_sentence(text: str, q: Quotation) -> bool:
    """Whether what stands before a quotation has ended: "Was he? “No,” she said", not "St. “X”"."""
    before = text[max(0, q.outer.start - _LONGEST_WORD) : q.outer.start].split()[-1:]
    last = before[0].rstrip(_CLOSING) if before and q.span.of(text)[:1].isupper() else ""
    named = last[:1].isupper() and len(last) < _TITLE
    return last.endswith(("?", "!", "…")) or (last.endswith(".") and not named)


def _from(reading: Reading, owner: Speech, q: Quotation) -> Speech:
    """A speech without what stands before the quotation that its reporting clause closes."""
    if owner.contents[0].start >= q.outer.start:
        return owner
    behind = [c for c in owner.contents if c.start >= q.outer.end]
    spans = [trimmed(reading.text, q.span, " ,"), *behind]
    contents = reading.extent.read(spans, owner.cue)
    return replace(owner, contents=contents.spans, quotes=contents.quotes, form=contents.form)


def _joined(reading: Reading, owner: Speech, q: Quotation) -> Speech:
    """A speech with a further quotation, each in its place."""
    contents = reading.extent.read(sorted((*owner.contents, trimmed(reading.text, q.span, " ,"))), owner.cue)
    return replace(owner, contents=contents.spans, quotes=contents.quotes, form=contents.form)


def _whole(reading: Reading, q: Quotation) -> Span:
    """A quotation with what stands before it in its sentence."""
    starts = [t.s.span.start for t in reading.trees if t.s.span.start <= q.outer.start < t.s.span.end]
    lead = reading.text[starts[0] : q.outer.start].rstrip() if starts else ""
    runs_on = any(c.isalnum() for c in lead) and lead[-1] not in _SENTENCE_ENDS + ":"
    return Span(starts[0], q.outer.end) if runs_on else q.span


def _opened(reading: Reading, q: Quotation, known: Sequence[Speech]) -> Speech | None:
    """A reporting clause right before the opening mark, or one of another quotation that this one goes on."""
    if not _sentence_like(reading.text, q):
        return None
    for n, tree in _near(reading, q):
        for w in _before(reading, tree, q):
            taken = next((s for s in known if s.sentence == n and s.word == w.i), None)
            if taken is None:
                return _with_cue(reading, n, w, q, q.span)
            if taken.contents[-1].end <= q.outer.start:
                return _carried(taken, q, f"stands beside “{taken.verb}”, whose speaker goes on")
    return None


def _led_up_to(reading: Reading, q: Quotation) -> Speech | None:
    """A sentence right before a quotation that tells how it is put: "She put it bluntly. “…”"."""
    if not _starts_sentence(reading, q):
        return None
    for n, tree in enumerate(reading.trees):
        span = tree.s.span
        if (
            span.end > q.outer.start
            or reading.text[span.end : q.outer.start].strip()
            or "it" not in tree.s.written()
        ):
            continue
        for w in tree.s.words:
            object_ = [c for c in tree.below(w.i, "obj") if c.text.lower() == "it"]
            if w.lemma.lower() == "put" and object_ and w.head < 0 and not tree.passive(w.i):
                return _with_cue(reading, n, w, q, q.span)
    return None


def _sentence_like(text: str, q: Quotation) -> bool:
    """Whether a quotation may be an utterance rather than a phrase in inverted commas."""
    words = q.span.of(text).split()
    return len(words) >= 3 or (bool(words) and words[-1][-1] in ",.?!…")


def _after(reading: Reading, tree: Tree, q: Quotation) -> list[Word]:
    """Reporting verbs of a clause right behind the closing mark, before or after their subject."""
    follows = [w for w in tree.s.words if w.span.start >= q.outer.end][:_REACH]
    ending = reading.text[q.span.start : q.span.end].rstrip()[-1:]
    if not follows or reading.paragraph(follows[0].span.start) != reading.paragraph(q.outer.start):
        return []
    if reading.text[q.outer.end : follows[0].span.start].strip() or ending in (".", ""):
        return []
    if ending in ("!", "?") and follows[0].text[:1].isupper() and follows[0].upos in ("PRON", "DET"):
        return []  # a sentence of its own: would be “finished!” He has argued …
    found = []
    for w in follows:
        if w.text in '.;:“"' and w.upos == "PUNCT":
            break
        if _reporting(w, reading.cues) and not _reports_on(tree, w):
            found.append(w)
            break
        if w.upos in ("VERB", "SCONJ", "CCONJ"):
            break
    return found


def _reports_on(tree: Tree, w: Word) -> bool:
    """Whether a participle has its own clause behind it: called it “rash”, *stating that* he would stay."""
    thats = (m.text.lower() == "that" for c in tree.below(w.i, "ccomp") for m in tree.below(c.i, "mark"))
    return w.text[-3:].lower() == "ing" and any(thats)


def _before(reading: Reading, tree: Tree, q: Quotation) -> list[Word]:
    """Reporting verbs of a clause that ends in the comma or colon before the opening mark."""
    lead = [w for w in tree.s.words if w.span.end <= q.outer.start][-_REACH:]
    if not lead or lead[-1].text not in (",", ":"):
        return []
    verbs = [w for w in lead if _reporting(w, reading.cues)]
    return verbs[-1:]


def _reporting(w: Word, cues: Cues) -> bool:
    families = cues.verbs.get(w.lemma.lower(), ())
    plain = w.upos in ("VERB", "NOUN") and w.feat("VerbForm") != "Inf"
    return plain and any("frame" in f.content and len(words) == 1 for words, f in families)


def _with_cue(reading: Reading, n: int, w: Word, q: Quotation, content: Span) -> Speech | None:
    """The speech of a reporting verb that stands beside a quotation."""
    tree = reading.trees[n]
    speaker = tree.subject(w.i)
    if speaker is None or tree.s.words[speaker].span.overlaps(q.outer):
        speaker = _nearest_nominal(tree, w, q)
    if speaker is None:
        return None
    families = reading.cues.verbs[w.lemma.lower()]
    family = next(f for _, f in families if "frame" in f.content)
    contents = reading.extent.read((trimmed(reading.text, content, " ,"),), w.span)
    return Speech(
        sentence=n,
        word=w.i,
        cue=w.span,
        verb=w.lemma.lower(),
        kind=family.kind,
        contents=contents.spans,
        form=contents.form,
        quotes=contents.quotes,
        speaker=speaker,
        source=tree.phrase(speaker),
        reason=f"“{w.text}” stands beside the quotation",
        addressees=addressees(tree, Cue(w.i, (w.i,), family), contents.spans),
        frame=tree.pieces(
            (k for k in tree.under(w.i) if not any(c.overlaps(tree.s.words[k].span) for c in contents.spans)),
            reading.text,
        ),
    )


def _nearest_nominal(tree: Tree, w: Word, q: Quotation) -> int | None:
    """The noun phrase between the quotation and its reporting verb, or right behind the verb."""
    words = tree.s.words
    between = [x for x in words if q.outer.end <= x.span.start and x.i < w.i]
    behind = list(words[w.i + 1 : w.i + 6])
    for side in (between, behind):
        for x in side:
            if x.upos in ("PROPN", "PRON", "NOUN") and not x.span.overlaps(q.outer):
                if words[x.head].upos in ("PROPN", "NOUN") and x.deprel in (
                    "compound",
                    "flat",
                    "nmod:poss",
                    "nmod:desc",
                ):
                    return x.head
                return x.i
    return None


def _going_on(reading: Reading, q: Quotation, known: Sequence[Speech]) -> Speech | None:
    """The speaker of the sentence before goes on, or a quotation carried on from another paragraph."""
    if q.continues is not None:
        first = reading.extent.quotations[q.continues]
        same = [s for s in known if any(c.overlaps(first.span) for c in s.contents)]
        return _carried(same[-1], q, "the quotation of the paragraph before goes on") if same else None
    later = [s for s in known if q.span in _sources_of(reading, s)]
    if later:
        return _carried(
            later[0], q, "the quotation goes on in the next paragraph, where its speaker is named"
        )
    before = _speech_before(reading, q, known)
    if before is None or not _starts_sentence(reading, q):
        return None
    return _carried(before, q, f"the speaker of the sentence before (“{before.verb}”) goes on")


def _sources_of(reading: Reading, speech: Speech) -> list[Span]:
    """The quotations that those in a speech carry on from earlier paragraphs."""
    chain: list[Span] = []
    held = [q for q in reading.extent.quotations if q.continues is not None and speech.holds(q.span)]
    for q in held:
        above = q.continues
        while above is not None:
            chain.append(reading.extent.quotations[above].span)
            above = reading.extent.quotations[above].continues
    return chain


def _carried(speech: Speech, q: Quotation, reason: str) -> Speech:
    return replace(
        speech,
        contents=(q.span,),
        quotes=(q.span,),
        form=Form.DIRECT,
        continues=True,
        reason=reason,
        frame=(),
    )


def _behind_a_colon(reading: Reading, q: Quotation) -> Speech | None:
    """An utterance behind a colon is by whom the words before it are about: "Her aunt was blunt: “No.”"."""
    if not _sentence_like(reading.text, q) or not _starts_sentence(reading, q):
        return None
    for n, tree in _near(reading, q):
        before = [w for w in tree.s.words if w.span.end <= q.outer.start]
        if len(before) < 2 or before[-1].text != ":":
            continue
        colon = before[-1]
        top = next((w for w in before if w.head < 0 or w.head > colon.i), None)
        if top is None:
            continue
        named = top.upos in ("NOUN", "PROPN") and not tree.below(top.i, "cop", "nsubj")
        if named and any(w.upos in ("VERB", "AUX") for w in before):
            continue  # "Mother's grief as driver walks free: “…”" names nobody
        speaker = top.i if named else tree.subject(top.i)
        if (
            speaker is None
            or speaker > colon.i
            or tree.s.words[speaker].text.lower() in ("it", "there", "this")
        ):
            continue
        speaker = _whose(tree, speaker, reading.cues)
        return _marked_off(n, tree, q, colon, speaker, "it stands behind a colon")
    return None


def _whose(tree: Tree, i: int, cues: Cues) -> int:
    """Whose answer or message something is, where it is one: "*Her* answer was short: “No.”"."""
    if tree.s.words[i].lemma.lower() not in cues.nouns:
        return i
    return next((c.i for c in tree.below(i, "nmod") if c.deprel == "nmod:poss"), i)


def _signed(reading: Reading, q: Quotation) -> Speech | None:
    """A quotation with its author's name behind a dash, and nothing else in the paragraph."""
    here = reading.paragraph(q.outer.start)
    if here is None or reading.text[reading.paragraphs[here].start : q.outer.start].strip():
        return None
    rest = reading.text[q.outer.end : reading.paragraphs[here].end].strip()
    if rest[:1] not in ("-", "–", "—") or len(rest.split()) > _REACH:
        return None
    for n, tree in enumerate(reading.trees):
        behind = [w for w in tree.s.words if q.outer.end <= w.span.start < reading.paragraphs[here].end]
        names = [w for w in behind if w.upos == "PROPN"]
        if names:
            dash = next((w for w in behind if w.upos == "PUNCT"), behind[0])
            return _marked_off(n, tree, q, dash, names[0].i, "the quotation is signed")
    return None


def _marked_off(n: int, tree: Tree, q: Quotation, mark: Word, speaker: int, reason: str) -> Speech:
    """A quotation that a mark, and no word, gives to a speaker of sentence ``n``."""
    return Speech(
        sentence=n,
        word=mark.i,
        cue=mark.span,
        verb="say",
        kind="speech",
        contents=(q.span,),
        form=Form.DIRECT,
        quotes=(q.span,),
        speaker=speaker,
        source=tree.phrase(speaker),
        reason=reason,
    )


def _starts_sentence(reading: Reading, q: Quotation) -> bool:
    first = q.span.of(reading.text).lstrip("…. ‘'“\"[(")[:1]
    return first.isupper() or first.isdigit()


def _speech_before(reading: Reading, q: Quotation, known: Sequence[Speech]) -> Speech | None:
    """The speech with whose sentence the text before the quotation ends.

    In the same paragraph the reporting sentence must end right before the quotation, after quoted words;
    a paragraph that is all quotation follows a paragraph whose last sentence reports speech.
    """
    here = reading.paragraph(q.outer.start)
    if here is None:
        return None
    paragraph = reading.paragraphs[here]
    lead = reading.text[paragraph.start : q.outer.start].strip()
    if lead:
        behind = [s for s in known if paragraph.start <= s.cue.start < q.outer.start and _uttered(s)]
        quoted = max(
            (o.span for o in reading.extent.quotations if o.outer.end <= q.outer.start), default=None
        )
        last = max(
            behind,
            key=lambda s: (
                _end(reading, s),
                quoted is not None and any(c.overlaps(quoted) for c in s.contents),
                -s.content.start,
            ),
            default=None,
        )
        return last if last is not None and _ends_at(reading, last, q.outer.start) else None
    whole = not reading.text[q.outer.end : paragraph.end].strip()
    if not whole or not here:
        return None
    above = reading.paragraphs[here - 1]
    behind = [s for s in known if above.start <= s.content.start < above.end and _uttered(s)]
    last = max(behind, key=lambda s: (_end(reading, s), -s.content.start), default=None)
    return last if last is not None and _ends_at(reading, last, above.end) else None


def _uttered(s: Speech) -> bool:
    """Whether a speech was said aloud, and may go on so; what the network sees is, where it is quoted."""
    return s.kind in _UTTERED or (s.kind == "learned" and bool(s.quotes))


def _end(reading: Reading, s: Speech) -> int:
    return max(s.content.end, 0 if s.continues else reading.trees[s.sentence].s.span.end)


def _ends_at(reading: Reading, s: Speech, at: int) -> bool:
    """Whether only marks and spaces lie between the end of a speech's sentence and a place in the text."""
    gap = reading.text[_end(reading, s) : at]
    return _end(reading, s) <= at + 1 and not any(ch.isalnum() for ch in gap)
