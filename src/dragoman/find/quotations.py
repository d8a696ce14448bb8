"""Who is reported to have said what: reporting words, their contents and speakers, sentence by sentence.

The result still speaks of words and characters; ``coding.statements`` says which actors they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.find.quotation_contents import (
    Cue,
    addressees,
    candidates,
    content_words,
    is_question,
    summing_up,
    told_as,
)
from dragoman.find.quotation_cues import Cues
from dragoman.find.quotation_extent import Contents, Extent
from dragoman.find.quotation_free import Reading, free_quotations, settled
from dragoman.find.quotation_learned import believed, learned_speech
from dragoman.find.quotation_phrases import Phrase, headline, phrases_in
from dragoman.find.quotation_speech import Speech
from dragoman.find.quotation_tree import Tree, trimmed
from dragoman.find.quotation_turns import spoken_turns
from dragoman.find.quote_marks import Quotation
from dragoman.language.parse import Sentence, Word
from dragoman.record import Form, Span
from dragoman.text.dateline import dateline

_STOP = re.compile(r"[.?!…,:;—–]\W*$")
_PARTED = re.compile(r"[,;:—–“‘\"«]")
_PHRASE = 6  # words at most, of what stands in marks and is no sentence
_DENIAL = "denial"  # the kind of reporting verbs by which something is refused
_SELF = frozenset({"i", "we"})
_NEGATIVE = frozenset({"no", "nobody", "none", "neither", "no-one"})
_UNREAL_AUX = frozenset({"may", "might", "could", "would", "will", "should", "must", "can"})


def find_speech(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    cues: Cues,
    paragraphs: Sequence[Span] = (),
    headlines: Sequence[Span] = (),
) -> tuple[Speech, ...]:
    """Every act of reported speech or thought in a text, in the order of its content.

    ``paragraphs`` are needed to see who goes on speaking; ``headlines`` are the spans in which
    "Speaker: words" is read. Sentences should be ``quotation_repair.reattached``.
    """
    trees = [Tree(s) for s in sentences]
    extent = Extent(text, quotations)
    found: list[Speech] = []
    for n, tree in enumerate(trees):
        found += _in_sentence(n, tree, text, extent, cues)
        if any(h.covers(tree.s.span) for h in headlines) and not any(s.sentence == n for s in found):
            found += _in_headline(n, tree, text, extent)
    found = [s for s in found if believed(trees[s.sentence], s)]
    for n, tree in enumerate(trees):
        learned = learned_speech(n, tree, text, extent, found)
        found += [s for s in learned if not _is_silence(tree, s, cues)]
    reading = Reading(text, trees, paragraphs, extent, cues)
    found = [part for s in settled(reading, found) for part in _sentences_of(text, s, extent)]
    found += free_quotations(reading, found)
    found = [_behind_the_dateline(text, s, paragraphs, extent) for s in found]
    found += spoken_turns(text, trees, paragraphs)
    return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.cue.start)))


def _sentences_of(text: str, speech: Speech, extent: Extent) -> Iterator[Speech]:
    """A speech cut where its reporting clause ends a sentence: “A,” he said. “B.” are two statements."""
    if len(speech.contents) == 1:
        yield speech
        return
    groups: list[list[Span]] = [[]]
    whole = _marked_only(text, extent.read(speech.contents, speech.cue), speech.cue, extent)
    for span in whole.spans:
        gap = text[groups[-1][-1].end : span.start] if groups[-1] else ""
        if any(end in gap.strip(' “”"') for end in (". ", ".\n")) or gap.rstrip(" “\"‘'").endswith("."):
            groups.append([])
        groups[-1].append(span)
    for k, spans in enumerate(groups):
        contents = extent.read(spans, speech.cue)
        goes_on = f"the speaker of “{speech.verb}” goes on" if k else speech.reason
        yield replace(
            speech,
            contents=contents.spans,
            quotes=contents.quotes,
            form=contents.form,
            reason=goes_on,
            continues=speech.continues or k > 0,
        )


def _behind_the_dateline(text: str, speech: Speech, paragraphs: Sequence[Span], extent: Extent) -> Speech:
    """A speech without the dateline that opens its paragraph: "PARIS (AFP) - Peru would pay, Haas said"."""
    first = speech.contents[0]
    opened = next((p for p in paragraphs if p.start == first.start), None)
    filed = None if opened is None else dateline(opened.of(text))
    if opened is None or filed is None or first.end <= opened.start + filed.span.end:
        return speech
    rest = trimmed(text, Span(opened.start + filed.span.end, first.end))
    contents = extent.contents((rest, *speech.contents[1:]), speech.cue)
    if contents is None:
        return speech
    return replace(speech, contents=contents.spans, quotes=contents.quotes, form=contents.form)


def _in_sentence(n: int, tree: Tree, text: str, extent: Extent, cues: Cues) -> Iterator[Speech]:
    found = list(_by_cues(n, tree, text, extent, cues))
    yield from (s for s in found if not _is_within(text, s, found))


def _is_within(text: str, speech: Speech, found: Sequence[Speech]) -> bool:
    """Whether a phrase in marks is another's words: denounced what he called an “attack”."""
    if speech.form is not Form.DIRECT or len(speech.content.of(text).split()) > _PHRASE:
        return False
    content = speech.content
    return any(
        speech.cue.end <= o.cue.start < content.start and any(q.overlaps(content) for q in o.quotes)
        for o in found
    )


def _by_cues(n: int, tree: Tree, text: str, extent: Extent, cues: Cues) -> Iterator[Speech]:
    phrases = list(phrases_in(tree, cues))
    taken = {k for phrase in phrases for k in phrase.cue}  # "citing the navy" names a source, and no reason
    for w in tree.s.words:
        if w.upos not in ("VERB", "NOUN", "ADJ") or w.i in taken:
            continue  # no cue is of another class, and most words are
        for cue, told in _readings(tree, w, cues):
            clause = told - _sources(tree, phrases, w.i) if phrases else told
            speech = _speech(n, tree, text, extent, cue, clause, cues)
            if speech is not None:
                taken.update(cue.words)  # in "wanted to know" nothing is said with "know"
                yield speech
                yield from _gapped(tree, text, extent, speech)
                break
    for phrase in phrases:
        yield from _phrase_speech(n, tree, text, extent, phrase)


def _sources(tree: Tree, phrases: Sequence[Phrase], i: int) -> set[int]:
    """The phrases that name a source for all that a reporting word is part of: "…, according to aides"."""
    over = [p for p in phrases if i in p.content and p.speaker is not None]
    return {k for p in over if p.speaker is not None for k in (*p.cue, *tree.under(p.speaker))}


def _readings(tree: Tree, w: Word, cues: Cues) -> list[tuple[Cue, set[int]]]:
    """What a word may be as a cue with the words of its content; those that have some come first.

    In "asked them to stop the “slaughter”" what is asked is the infinitive, not the one word in marks.
    """
    found = [(cue, content_words(tree, cue)) for cue in candidates(tree, w, cues)]
    return sorted(found, key=lambda pair: not pair[1])


def _in_headline(n: int, tree: Tree, text: str, extent: Extent) -> Iterator[Speech]:
    phrase = headline(tree, text)
    if phrase is not None:
        yield from _phrase_speech(n, tree, text, extent, phrase)


def _speech(
    n: int, tree: Tree, text: str, extent: Extent, cue: Cue, clause: set[int], cues: Cues
) -> Speech | None:
    cue_span = tree.s.chars(cue.words[0], cue.words[-1])
    words = clause - set(cue.words) - summing_up(tree, cue, clause, cues)
    pieces = list(tree.pieces(words, text))
    if not tree.passive(cue.i):
        pieces = _before_the_cue(text, pieces, cue_span)
    if not pieces and "quote" not in cue.family.content:
        return None  # as with most words that may report speech: nobody need be looked for who speaks
    if cue.family.kind == _DENIAL and _says_nothing(tree, cue.i, cues):
        return None
    speaker = _speaker(tree, cue, cues)
    silent = speaker is None and tree.passive(cue.i)
    if "quote" in cue.family.content and not silent and (not pieces or cue.family.needs_quote):
        pieces = _governed_quotations(tree, cue, extent, cue_span, pieces)
    contents = extent.contents(pieces, cue_span) if pieces else None
    if contents is None or _own_words(tree, speaker, cue, extent, cue_span):
        return None
    contents = _beyond(text, tree, cue_span, contents, extent)
    if cue.family.kind == "judgement" and _only_a_name(text, contents):
        return None
    if any(c.covers(cue_span) for c in contents.spans) or not _speaks(tree, cue, speaker, contents, words):
        return None
    return Speech(
        sentence=n,
        word=cue.i,
        cue=cue_span,
        verb=" ".join(
            (tree.s.words[cue.i].lemma.lower(), *(tree.s.words[k].text.lower() for k in cue.words[1:]))
        ),
        kind=cue.family.kind,
        contents=contents.spans,
        form=contents.form,
        quotes=contents.quotes,
        speaker=speaker,
        source=None if speaker is None else tree.phrase(speaker),
        reason=f"“{tree.s.words[cue.i].text}” reports it ({cue.family.id})",
        addressees=addressees(tree, cue, contents.spans),
        frame=tree.pieces(tree.under(cue.i) - words - _told_beside(tree, cue.i, speaker), text),
        asserted=_asserted(tree, cue, cues, contents.spans)
        and not _nobody(tree, speaker)
        and not (cue.family.needs_speaker and speaker is None),
        plain=_is_put_to_somebody(tree, cue)
        or _likes_to_say(tree, cue, speaker)
        or (speaker is not None and (cue.family.plain or _is_told_by_noun(tree, cue.i))),
    )


def _likes_to_say(tree: Tree, cue: Cue, speaker: int | None) -> bool:
    """Whether an *as* clause tells what somebody is wont to say: "as she *likes* to remind visitors"."""
    told = told_as(tree, cue.i) if speaker is not None and tree.s.words[cue.i].deprel == "xcomp" else None
    return told is not None and cue.family.kind == "speech"


def _is_told_by_noun(tree: Tree, i: int) -> bool:
    """Whether a noun is told by what it is: "his *claim* that it was safe", "his *claim* is that it was"."""
    w = tree.s.words[i]
    clauses = (c for c in tree.below(i, "acl") if c.deprel == "acl")
    return w.upos == "NOUN" and (
        w.deprel.startswith("nsubj")
        or any(m.text.lower() == "that" for c in clauses for m in tree.below(c.i, "mark"))
    )


def _is_silence(tree: Tree, speech: Speech, cues: Cues) -> bool:
    """Whether a speech that the network sees is one refused, by a verb that the lists know."""
    kinds = {f.kind for _, f in cues.verbs.get(speech.verb, ())}
    return _DENIAL in kinds and _says_nothing(tree, speech.word, cues)


def _says_nothing(tree: Tree, i: int, cues: Cues) -> bool:
    """Whether what is refused by a verb is to speak: "refused to comment"."""
    acts = (c.lemma.lower() for c in tree.below(i, "xcomp"))
    return any(f.kind == "speech" for act in acts for words, f in cues.verbs.get(act, ()) if len(words) == 1)


def _gapped(tree: Tree, text: str, extent: Extent, speech: Speech) -> Iterator[Speech]:
    """What others say with the same verb, left out: "Peru said it would stay, *Chad that it would go*"."""
    for other in tree.below(speech.word, "conj"):
        clauses = tree.below(other.i, "ccomp") if other.upos != "VERB" and other.i > speech.word else []
        if not clauses:
            continue
        marks = {m.i for m in tree.below(clauses[0].i, "mark")}
        contents = extent.contents(tree.pieces(tree.under(clauses[0].i, marks), text), speech.cue)
        if contents is not None:
            yield replace(
                speech,
                contents=contents.spans,
                quotes=contents.quotes,
                form=contents.form,
                speaker=other.i,
                source=tree.phrase(other.i),
                reason=f"{speech.reason}, of which “{other.text}” has the verb left out",
                addressees=(),
            )


def _told_beside(tree: Tree, cue: int, speaker: int | None) -> set[int]:
    """What a reporting clause tells besides: of its speaker ("who left in May"), or what they did next."""
    own = set() if speaker is None else tree.under(speaker)
    heads = [k for k in own if tree.s.words[k].deprel in ("acl", "acl:relcl", "appos")]
    heads += [c.i for c in tree.below(cue, "conj") if c.upos == "VERB" and c.i > cue]
    return {k for i in heads if i != cue for k in tree.under(i)}


def _only_a_name(text: str, contents: Contents) -> bool:
    """Whether the quotation is a title or nickname ("dubbed “Iron Rain”"), which says nothing of a thing."""
    words = [w for c in contents.spans for w in c.of(text).split()]
    return len(words) <= 3 and all(w[:1].isupper() for w in words)


def _speaks(tree: Tree, cue: Cue, speaker: int | None, contents: Contents, words: set[int]) -> bool:
    """Whether a cue that names no speaker, or one inside its own content, can count as speech."""
    if speaker is None:
        impersonal = tree.passive(cue.i) or tree.s.words[cue.i].upos == "NOUN"
        kinds = ("speech", "thought", "document")
        return (impersonal and cue.family.kind in kinds) or _is_put_to_somebody(tree, cue)
    if speaker in words:
        return False
    return not any(c.covers(tree.s.words[speaker].span) for c in contents.spans)


def _is_put_to_somebody(tree: Tree, cue: Cue) -> bool:
    """Whether a question was put, by whomever: "*asked* whether he would pay, Haas laughed"."""
    if cue.family.kind != "request" or tree.s.words[cue.i].upos != "VERB" or not tree.passive(cue.i):
        return False
    return any(c.i > cue.i and is_question(tree, c.i) for c in tree.below(cue.i, "ccomp"))


def _own_words(tree: Tree, speaker: int | None, cue: Cue, extent: Extent, span: Span) -> bool:
    """Whether the cue is only how a speaker talks: "I think", "we know", "you know" inside a quotation."""
    if speaker is None or cue.family.kind not in ("thought", "speech", "document"):
        return False
    me = tree.s.words[speaker].text.lower()
    return me == "you" or (me in _SELF and extent.around(span) is not None)


def _governed_quotations(tree: Tree, cue: Cue, extent: Extent, span: Span, pieces: list[Span]) -> list[Span]:
    """The quotations among the words that the cue governs, or, for cues that need one, in their content."""
    level = extent.level(span)
    if cue.family.needs_quote and pieces:
        return [p for p in pieces if any(q.outer.overlaps(p) for q in level)]
    found = []
    for w in tree.s.children(cue.i):
        if w.deprel.split(":")[0] in ("obj", "xcomp", "obl", "ccomp", "parataxis") and w.i > cue.i:
            under = tree.under(w.i)
            branch = tree.s.chars(min(under), max(under))
            found += [q.outer for q in level if branch.overlaps(q.outer) and q.outer.start >= span.end]
    return found[:1]


def _before_the_cue(text: str, pieces: list[Span], cue: Span) -> list[Span]:
    """Pieces of content without what follows "…, X said" unparted: "on Monday" is when it was said."""
    if not pieces or pieces[0].end > cue.start:
        return pieces
    return [p for p in pieces if p.start < cue.start or _PARTED.search(text[cue.end : p.start])]


def _marked_only(text: str, contents: Contents, cue: Span, extent: Extent) -> Contents:
    """Of what follows “A,” X said, only quotations behind a stop or comma: not ", adding “b”"."""
    first = contents.spans[0]
    if first.end > cue.start or not any(q.covers(first) for q in contents.quotes):
        return contents
    spans = []
    for span in contents.spans:
        inner = [q for q in contents.quotes if span.start > cue.end and span.covers(q)]
        spans += [q for q in inner if _STOP.search(text[cue.end : q.start])] if inner else [span]
    return extent.read(spans, cue)


def _beyond(text: str, tree: Tree, cue: Span, contents: Contents, extent: Extent) -> Contents:
    """The contents with a quotation that goes on right behind the reporting clause: “A,” he said, “b”."""
    if not contents.quotes or contents.spans[-1].end > cue.start:
        return contents
    for q in extent.level(cue):
        behind = q.outer.start >= cue.end and q.outer.end <= tree.s.span.end + 1
        gap = text[cue.end : q.outer.start]
        if behind and gap.rstrip().endswith(",") and len(gap) < 80 and not any(m in gap for m in ".?!"):
            return Contents((*contents.spans, q.span), (*contents.quotes, q.span), contents.form)
    return contents


def _speaker(tree: Tree, cue: Cue, cues: Cues) -> int | None:
    if cue.family.quoted or tree.s.words[cue.i].text.lower() in cues.adjectives:
        held = tree.below(cue.i, "nsubj:pass", "nsubj")
        if held:
            return tree.antecedent(held[0].i)
    if tree.s.words[cue.i].upos != "NOUN":
        return tree.subject(cue.i)
    owners = tree.below(cue.i, "nmod")
    for owner in owners:
        if owner.deprel == "nmod:poss" or tree.case(owner.i) in ("by", "from", "of", "among"):
            return owner.i
    if tree.below(cue.i, "cop") and tree.case(cue.i) == "of":  # "the board is *of the opinion* that"
        return tree.subject(cue.i)
    named = [c.i for c in tree.below(cue.i, "amod", "compound") if c.text[:1].isupper()]
    return named[0] if named else _issuer(tree, cue.i, cues)


def _issuer(tree: Tree, i: int, cues: Cues) -> int | None:
    """Who issued, made or repeated it: the subject of such a verb whose object the noun is."""
    w = tree.s.words[i]
    if w.head < 0 or w.deprel not in ("obj", "nsubj:pass") or tree.s.words[w.head].lemma not in cues.issuing:
        return None
    speaker = tree.subject(w.head)
    return None if speaker == i else speaker


def _asserted(tree: Tree, cue: Cue, cues: Cues, contents: Sequence[Span]) -> bool:
    """Whether the words were really uttered: not negated, only expected, conditional or declined.

    A negation inside of what was said negates that, also where the tree hangs it on the cue.
    """
    w = tree.s.words[cue.i]
    if w.upos == "NOUN":
        undone = w.deprel in ("obj", "nsubj:pass")
        return not (undone and tree.s.words[w.head].lemma.lower() in cues.taking_back)
    if any(
        c.lemma.lower() in ("not", "never", "n't") or c.text.lower() in ("n't", "n’t")
        for c in tree.below(w.i, "advmod")
        if not any(x.covers(c.span) for x in contents)
    ):
        return False
    helpers = {c.lemma.lower() for c in tree.below(w.i, "aux")}
    marked = {m.text.lower() for m in tree.below(w.i, "mark")}
    if helpers & _UNREAL_AUX or marked & {"if", "unless"}:
        return False
    return not _in_prospect(tree, cue.i, cues)


def _nobody(tree: Tree, speaker: int | None) -> bool:
    """Whether the subject says that there was no speaker: "no one has asked", "neither side said"."""
    if speaker is None:
        return False
    words = (tree.s.words[speaker], *tree.below(speaker, "det"))
    return any(w.text.lower() in _NEGATIVE for w in words)


def _in_prospect(tree: Tree, i: int, cues: Cues) -> bool:
    """Whether the speech is only what someone expects, plans, promises, or asks of another."""
    w = tree.s.words[i]
    if w.deprel not in ("xcomp", "advcl", "acl") or w.head < 0 or w.feat("VerbForm") != "Inf":
        return False
    above = tree.s.words[w.head].lemma.lower()
    asked = any(
        f.kind in ("request", "commitment") and "infinitive" in f.content
        for _, f in cues.verbs.get(above, ())
    )
    return asked or above in cues.in_prospect


def _phrase_speech(n: int, tree: Tree, text: str, extent: Extent, phrase: Phrase) -> Iterator[Speech]:
    cue = tree.s.chars(phrase.cue[0], phrase.cue[-1])
    contents = extent.contents(tree.pieces(phrase.content, text), cue)
    if contents is not None:
        yield Speech(
            sentence=n,
            word=phrase.cue[0],
            cue=cue,
            verb=phrase.verb,
            kind="speech",
            contents=contents.spans,
            form=contents.form,
            quotes=contents.quotes,
            speaker=phrase.speaker,
            source=None if phrase.speaker is None else tree.phrase(phrase.speaker),
            reason=_phrase_reason(tree, phrase, cue.of(text)),
            named_only=phrase.named_only,
            plain=not phrase.named_only,
        )


def _phrase_reason(tree: Tree, phrase: Phrase, written: str) -> str:
    if phrase.speaker is None:
        return f"“{written}” tells it on the word of somebody unnamed"
    headline = tree.s.words[phrase.cue[0]].upos == "PUNCT"
    return "a headline names its source" if headline else f"“{written}” names the source"
