"""Give a speaker's later acts of speech back to the speaker.

In "noted that A has sent B, urged C, and argued D" a parser may hang *urged* on *sent*, as if A had urged.
The later verbs report speech, have no subject of their own and do not fit the clause they hang on: they go
on with what the speaker did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.find.quotation_cues import Cues
from dragoman.find.quotation_frames import halves_joined
from dragoman.find.quotation_insertions import gapped_speakers, insertions, opening_participles
from dragoman.find.quotation_lemmas import with_known_lemmas
from dragoman.find.quotation_tree import Tree
from dragoman.find.subjects_joined import joined_subjects
from dragoman.find.subjects_mended import mended_subjects
from dragoman.language.parse import Sentence, Word
from dragoman.record import Span

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_RELATIVE = frozenset({"which", "who", "whom", "where", "when"})
_FUTURE = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must"})

_CLOSING = frozenset({"”", "’", '"', "''", "»"})
_SURE = 0.6
_CERTAIN = 0.9  # asked where the network alone parts a clause from what was said
_MEANWHILE = frozenset({"after", "as", "while"})


def mended(
    sentences: Sequence[Sentence], headlines: Sequence[Span], known: frozenset[str], cues: Cues
) -> tuple[Sentence, ...]:
    """The sentences as everything after the parse reads them: headlines whole, lemmas and heads mended.

    ``headlines`` are the spans of title and standfirst; ``known`` the lemmas that codebooks hang on.
    """
    whole = whole_headlines(sentences, headlines)
    return tuple(reattached(with_known_lemmas(s, known), cues) for s in whole)


def reattached(sentence: Sentence, cues: Cues) -> Sentence:
    """The sentence with reporting verbs and their *that*-clauses hung where they belong.

    Only heads and relations change; a sentence with nothing to move is returned as it is.
    """
    sentence = halves_joined(sentence, cues)
    moves = _moves_at_cues(sentence, cues) if not cues.verbs.keys().isdisjoint(sentence.written()) else {}
    moves |= {w.i: (verb, w.deprel) for w, verb in _subjects_of_auxiliaries(sentence)}
    moves |= {w.i: (number, "nmod") for w, number in _parts_of_numbers(sentence)}
    moves |= {w.i: (verb, w.deprel) for w, verb in _before_the_relative(sentence)}
    moves |= {act.i: (whom, "acl") for act, whom in _repaid(sentence, cues)}
    moves |= mended_subjects(sentence)
    moves |= joined_subjects(sentence)
    if not moves:
        return sentence
    return sentence.hung_anew(moves)


def _parts_of_numbers(sentence: Sentence) -> Iterator[tuple[Word, int]]:
    """What a number counts, where it is hung beside the number: "four | of the emir's guards were shot"."""
    words = sentence.words
    for of in words:
        if of.text == "of" and of.i > 0 and words[of.head].deprel in _ARGUMENTS and of.deprel == "case":
            number, whole = words[of.i - 1], words[of.head]
            if number.upos in ("NUM", "PRON", "DET") and number.head == whole.head:
                yield whole, number.i


def _before_the_relative(sentence: Sentence) -> Iterator[tuple[Word, int]]:
    """What hangs on a relative clause that only begins behind it goes to the verb over that clause.

    "They fought a war in May, which cost lives": it is the fighting that was in May.
    """
    words = sentence.words
    for clause in words:
        if clause.deprel != "acl:relcl":
            continue
        under = sentence.children(clause.i)
        opens = next((c.i for c in under if c.text.lower() in _RELATIVE and words[c.i - 1].text == ","), None)
        if opens is None:
            continue
        over = (k for k in Tree(sentence).above(clause.i) if words[k].upos == "VERB" and k < clause.i)
        verb = next(over, opens)
        yield from ((c, verb) for c in under if c.deprel == "obl" and verb < c.i < opens)


def _moves_at_cues(sentence: Sentence, cues: Cues) -> dict[int, tuple[int, str]]:
    """The head and relation of each word that is hung anew around the reporting verbs of a sentence."""
    verbs = [w for w in sentence.words if _reports(w, cues)]
    moves = {i: (head, relation) for i, head, relation in insertions(sentence, verbs, cues)}
    moves |= {i: (head, relation) for i, head, relation in _second_subjects(sentence, verbs)}
    moves |= {later.i: (cue, _relation(later)) for later, cue in _moves(sentence, verbs, cues)}
    moves |= {later.i: (cue, "advcl") for later, cue in _citing(sentence, cues)}
    moves |= {later.i: (content, "conj") for later, content in _contents_going_on(sentence, cues)}
    moves |= {later.i: (cue, "conj") for later, cue in _speakers_going_on(sentence, cues)}
    moves |= {clause.i: (cue, "ccomp") for clause, cue in _that_clauses(sentence, cues)}
    moves |= {clause.i: (cue, "ccomp") for clause, cue in _bare_clauses(sentence, cues)}
    moves |= {w.i: (cue, w.deprel) for w, cue in _behind_the_cue(sentence, cues)}
    moves |= {w.i: (cue, w.deprel) for w, cue in _before_that(sentence, cues)}
    moves |= {clause.i: (cue, "advcl") for clause, cue in _told_besides(sentence, cues)}
    moves |= {clause.i: (cue, "ccomp") for clause, cue in _clauses_at_once(sentence, cues)}
    moves |= {i: (head, relation) for i, head, relation in opening_participles(sentence, verbs)}
    moves |= {i: (head, relation) for i, head, relation in gapped_speakers(sentence, verbs)}
    return moves


def _second_subjects(sentence: Sentence, verbs: Sequence[Word]) -> list[tuple[int, int, str]]:
    """A reporting verb has one subject, so that of two one is something else, as (word, head, relation).

    Neighbours before the verb are one phrase ("Foreign Ministry | envoy said"); one behind the verb is its
    hearer ("Tanaka told | Reyes").
    """
    found = []
    for w in verbs:
        subjects = [c.i for c in sentence.children(w.i) if c.deprel == "nsubj"]
        if len(subjects) != 2 or subjects[0] > w.i:
            continue
        first, second = subjects
        if second > w.i:
            found.append((second, w.i, "obj"))
        elif min(sentence.subtree(second)) == first + 1:
            found.append((first, second, "compound"))
    return found


def whole_headlines(sentences: Sequence[Sentence], headlines: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences, with the two sides of a headline's colon or dash in one sentence again."""
    joined: list[Sentence] = []
    for s in sentences:
        last = joined[-1] if joined else None
        same = last is not None and any(h.covers(last.span) and h.covers(s.span) for h in headlines)
        if last is not None and same and last.words and last.words[-1].text in (":", "–", "—"):
            joined[-1] = _joined(last, s)
        else:
            joined.append(s)
    return tuple(joined)


def _joined(first: Sentence, second: Sentence) -> Sentence:
    """One sentence of two; the root of the second hangs on that of the first."""
    shift = len(first.words)
    root = next((w.i for w in first.words if w.head < 0), 0)
    moved = tuple(
        replace(w, i=w.i + shift, head=w.head + shift)
        if w.head >= 0
        else replace(w, i=w.i + shift, head=root, deprel="parataxis")
        for w in second.words
    )
    return replace(
        first,
        span=Span(first.span.start, second.span.end),
        words=(*first.words, *moved),
        **first.hints_with(second),
    )


def _behind_the_cue(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Adjuncts behind "…, X said" that the tree hung on what was said: "said after meeting the envoy"."""
    words = sentence.words
    found = []
    for content in words:
        cue = words[content.head] if content.deprel == "ccomp" and content.head > content.i else None
        if cue is None or not _reports(cue, cues):
            continue
        for w in words[cue.i + 1 :]:
            if w.upos == "PUNCT":
                break
            if w.head < cue.i and w.deprel.split(":")[0] in ("advcl", "obl", "advmod"):
                found.append((w, cue.i))
    return found


def _told_besides(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Clauses behind what was said that tell when it was: "would leave, hours after a war began".

    They are the reporter's where what is to come cannot follow on what they tell as past, or where the
    network has what was said end before them.
    """
    found = []
    for clause in sentence.words:
        content = sentence.words[clause.head] if clause.deprel == "advcl" and clause.head >= 0 else None
        if content is None or clause.i < content.i or content.deprel not in ("ccomp", "xcomp"):
            continue
        cue = sentence.words[content.head]
        first = min(k for k in sentence.subtree(clause.i) if sentence.words[k].upos != "PUNCT")
        if cue.i > content.i or not _reports(cue, cues) or sentence.words[first - 1].text != ",":
            continue
        under = sentence.children(clause.i)
        if not any(c.deprel == "mark" and c.text.lower() in _MEANWHILE for c in under):
            continue
        if _clashes(sentence, content, clause, cues) or _left_out(sentence, cue, first, clause):
            found.append((clause, cue.i))
    return found


def _clashes(sentence: Sentence, content: Word, clause: Word, cues: Cues) -> bool:
    """Whether a clause tells as plainly past what stands beside what is to come."""
    helpers = {
        c.text.lower() for c in sentence.children(content.i) if c.deprel.startswith(("aux", "mark", "cop"))
    }
    own = {c.deprel.split(":")[0]: c for c in sentence.children(clause.i)}
    plain = _past(clause) and "aux" not in own and not _reports(clause, cues)
    pronoun = "nsubj" not in own or own["nsubj"].upos == "PRON"
    return plain and not pronoun and bool(helpers & {"will", "would", "to"})


def _left_out(sentence: Sentence, cue: Word, first: int, clause: Word) -> bool:
    """Whether the network has what the cue reports end before a clause."""
    told = next((h for h in sentence.speech or () if h.word == cue.i and h.share > _CERTAIN), None)
    words = [sentence.words[k].span for k in range(first, max(sentence.subtree(clause.i)) + 1)]
    held = sum(any(c.overlaps(w) for c in told.content) for w in words) if told is not None else len(words)
    return held < len(words) / 3


def _before_that(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Adjuncts between a reporting verb and its *that*: "said on Tuesday after a visit that …"."""
    words, found = sentence.words, []
    for that in words:
        if that.deprel != "mark" or that.text.lower() != "that" or that.head < that.i:
            continue
        content = words[that.head]
        cue = words[content.head] if content.deprel == "ccomp" and 0 <= content.head < that.i else None
        if cue is None or not _reports(cue, cues):
            continue
        between = words[cue.i + 1 : that.i]
        found += [
            (w, cue.i) for w in between if w.head == content.i and w.deprel in ("advcl", "obl", "advmod")
        ]
    return found


def _clauses_at_once(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Clauses right behind a reporting verb that hang on another: "it keeps saying it obeys, X said"."""
    found = []
    for clause in sentence.words:
        if clause.deprel != "ccomp" or clause.head < clause.i:
            continue
        subjects = [c for c in sentence.children(clause.i) if c.deprel == "nsubj" and c.i < clause.i]
        before = sentence.words[subjects[0].i - 1] if subjects and subjects[0].i > 0 else None
        if before is None or before.i == clause.head or not _reports(before, cues):
            continue
        if not any(c.deprel == "ccomp" for c in sentence.children(before.i)):
            found.append((clause, before.i))
    return found


def _subjects_of_auxiliaries(sentence: Sentence) -> list[tuple[Word, int]]:
    """Subjects hung on an auxiliary, which the verb behind it has: "the force keeps saying"."""
    words = sentence.words
    hung = (w for w in words if w.deprel.startswith("nsubj") and w.head >= 0)
    return [(w, words[w.head].head) for w in hung if words[w.head].deprel.startswith("aux")]


def _contents_going_on(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Present-tense verbs coordinated with a past reporting verb that go on with the content instead.

    "told them that it wants peace and buys arms": nobody changes tense without a subject.
    """
    found = []
    for later in _in_the_present(sentence):
        cue = sentence.words[later.head]
        if not _reports(cue, cues) or not _past(cue) or _reports(later, cues):
            continue
        contents = [c for c in sentence.children(cue.i) if c.deprel == "ccomp" and cue.i < c.i < later.i]
        if contents:
            found.append((later, contents[-1].i))
    return found


def _speakers_going_on(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Present-tense verbs coordinated with a content that go on with its present-tense reporting verb.

    "says that rebels fired first and offers talks": nobody changes tense without a subject, and "says that it
    will not pay and *recommends* a court" has no *will* over the second.
    """
    found = []
    for later in _in_the_present(sentence):
        content = sentence.words[later.head]
        cue = sentence.words[content.head] if content.deprel == "ccomp" and content.head >= 0 else None
        bare = content.feat("VerbForm") == "Inf" and later.text.lower().endswith("s")
        if cue is None or not cue.i < content.i < later.i or not (_past(content) or bare):
            continue
        helped = any(c.deprel.startswith("aux") for c in sentence.children(later.i))
        if _reports(cue, cues) and _is_present(cue) and not helped:
            found.append((later, cue.i))
    return found


def _in_the_present(sentence: Sentence) -> list[Word]:
    """The coordinated verbs in the present tense that have no subject of their own."""
    return [
        w
        for w in sentence.words
        if w.deprel == "conj"
        and _is_present(w)
        and not any(c.deprel.startswith("nsubj") for c in sentence.children(w.i))
    ]


def _is_present(w: Word) -> bool:
    return w.feat("Tense") == "Pres" and w.feat("VerbForm") == "Fin"


def _relation(later: Word) -> str:
    return "advcl" if later.deprel == "advcl" else "conj"


def _that_clauses(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Clauses whose *that* stands right behind a reporting verb, or behind its hearer, but hang elsewhere."""
    found = []
    for that in sentence.words:
        if that.deprel != "mark" or that.text.lower() != "that" or that.i == 0 or that.head < that.i:
            continue
        clause = sentence.words[that.head]
        cue = _verb_before(sentence, that, cues)
        if cue is not None and clause.head != cue.i:
            own = any(c.deprel == "ccomp" and c.i < that.i for c in sentence.children(cue.i))
            if not own and not _is_above(sentence, clause.i, cue.i):
                found.append((clause, cue.i))
    return found


def _bare_clauses(sentence: Sentence, cues: Cues) -> list[tuple[Word, int]]:
    """Clauses without *that* whose pronoun stands right behind a verb of saying: "keeps saying it is"."""
    found = []
    for subject in sentence.words[1:]:
        if subject.deprel != "nsubj" or subject.upos != "PRON" or subject.head < subject.i:
            continue
        cue, clause = sentence.words[subject.i - 1], sentence.words[subject.head]
        families = cues.verbs.get(cue.lemma.lower(), ()) if cue.upos == "VERB" else ()
        says = any(f.kind in ("speech", "thought") and "clause" in f.content for _, f in families)
        if says and clause.head not in (cue.i, -1) and not _is_above(sentence, clause.i, cue.i):
            found.append((clause, cue.i))
    return found


def _verb_before(sentence: Sentence, that: Word, cues: Cues) -> Word | None:
    before = sentence.words[that.i - 1]
    if _reports(before, cues):
        return before
    head = sentence.words[before.head] if before.head >= 0 else None
    on = before.upos == "NOUN" and any(c.text.lower() == "on" for c in sentence.children(before.i))
    if head is not None and before.deprel == "obl" and before.lemma.lower() not in cues.nouns and not on:
        # "admitted under oath that", but not "agreed on condition that"
        clauses = (f for _, f in cues.verbs.get(head.lemma.lower(), ()) if "clause" in f.content)
        return head if _reports(head, cues) and any(clauses) else None
    if head is None or before.deprel not in ("obj", "iobj") or before.lemma.lower() in cues.nouns:
        return None
    return head if any("object" in f.addressee for _, f in cues.verbs.get(head.lemma.lower(), ())) else None


def _is_above(sentence: Sentence, top: int, i: int) -> bool:
    """Whether word ``top`` governs word ``i``, directly or not."""
    for _ in sentence.words:
        i = sentence.words[i].head
        if i < 0:
            return False
        if i == top:
            return True
    return False


def _moves(sentence: Sentence, verbs: Sequence[Word], cues: Cues) -> list[tuple[Word, int]]:
    words = sentence.words
    found = []
    for later in verbs:
        cue = _participle_of_speaker(sentence, later, cues)
        if cue is not None:
            found.append((later, cue.i))
            continue
        relation = later.deprel.split(":")[0]
        if relation not in ("conj", "ccomp", "parataxis"):
            continue
        content = words[later.head] if relation == "conj" else _first_content(sentence, later)
        governed = content is not None and content.deprel in ("ccomp", "xcomp") and content.head >= 0
        cue = words[content.head] if content is not None and governed else None
        if content is None or cue is None or not _reports(cue, cues) or not cue.i < content.i < later.i:
            continue
        in_list = any(w.head == later.head and w.deprel == later.deprel for w, _ in found)
        if _goes_on(sentence, cue, content, later, cues, in_list):
            found.append((later, cue.i))
    return found


def _participle_of_speaker(sentence: Sentence, later: Word, cues: Cues) -> Word | None:
    """The verb whose speaker goes on in ", adding that …", where the tree hung that on the content."""
    if later.deprel != "advcl" or later.text[-3:].lower() != "ing":
        return None
    content = sentence.words[later.head]
    governed = content.deprel in ("ccomp", "xcomp") and content.head >= 0
    cue = sentence.words[content.head] if governed else None
    if cue is None or not _reports(cue, cues) or _reports(content, cues) or not content.i < later.i:
        return None
    lead = next((w.text for w in reversed(sentence.words[: later.i]) if w.text not in _CLOSING), "")
    return cue if lead == "," else None


def _citing(sentence: Sentence, cues: Cues) -> Iterator[tuple[Word, int]]:
    """Participles that name a source (", citing X") hung on what is told, with the verb that tells it."""
    leads = {words[0] for words in cues.leads if len(words) == 1}
    if leads.isdisjoint(sentence.written()):
        return
    for later in sentence.words:
        if later.text.lower() not in leads or later.head < 0:
            continue
        content = sentence.words[later.head]
        over = sentence.words[content.head] if content.deprel == "ccomp" and content.head >= 0 else None
        beside = [c for c in sentence.children(content.i) if c.deprel == "parataxis" and c.i < later.i]
        for cue in (*beside, *([over] if over is not None else ())):
            if _reports(cue, cues) and cue.i < later.i and (cue is not over or not _reports(content, cues)):
                yield later, cue.i
                break


def _first_content(sentence: Sentence, later: Word) -> Word | None:
    """The clause that the same verb governs before a second one that has no subject of its own."""
    if later.head < 0:
        return None
    earlier = [c for c in sentence.children(later.head) if c.deprel == "ccomp" and c.i < later.i]
    return earlier[0] if earlier else None


def _reports(w: Word, cues: Cues) -> bool:
    """Whether a verb may report something by itself, as *let* in "let it be known" does not."""
    return w.upos == "VERB" and w.lemma.lower() in cues.alone


def _goes_on(s: Sentence, cue: Word, content: Word, later: Word, cues: Cues, in_list: bool) -> bool:
    """Whether a reporting verb continues the speaker's list and not the reported clause.

    It does when the forms do not fit ("said it will attack and warned"), when an earlier verb of the list
    did (``in_list``), or when a comma makes a list of it and the reported clause itself is not in the past
    perfect ("had met, and urged").
    """
    if content.deprel == "xcomp":
        bare = content.feat("VerbForm") == "Inf" and later.feat("VerbForm") == "Fin"
        return _past(later) and _past(cue) and (bare or not _reports(content, cues))
    own = {c.deprel for c in s.children(later.i)}
    helpers = {c.text.lower() for c in s.children(content.i) if c.deprel in ("aux", "aux:pass", "cop")}
    if own & {"nsubj", "mark", "aux", "aux:pass", "nsubj:pass"}:
        return False
    if _is_participle(later) and _is_participle(cue):  # "ruling that it was void and writing that …"
        return not _is_participle(content)
    if "having" in helpers or content.text[-3:].lower() == "ing":  # "denies firing first and blames Chad"
        return later.feat("VerbForm") == "Fin" and later.feat("Tense") == cue.feat("Tense")
    if not _past(later) or not _past(cue):
        return False
    if helpers & (_FUTURE | {"is", "are", "'s", "’s"}) or content.feat("Tense") == "Pres":
        return True
    if "had" in helpers or _reports(content, cues):
        return _content_ends(s, cue, later)
    lead = [c.text for c in s.children(later.i) if c.i < later.i and c.deprel == "punct"]
    return in_list or "," in lead


def _content_ends(s: Sentence, cue: Word, later: Word) -> bool:
    """Whether the network has what the cue reports end before a later verb, where the words leave it open.

    "Said that troops had crossed the river and blamed the rebels": either may have blamed them.
    """
    told = next((h for h in s.speech or () if h.word == cue.i and h.share > _SURE), None)
    own = any(h.word == later.i for h in s.speech or ())
    if told is None or not own:
        return False
    return bool(told.content) and all(c.end <= later.span.start for c in told.content)


def _repaid(sentence: Sentence, cues: Cues) -> Iterator[tuple[Word, int]]:
    """The acts that someone is punished or thanked for, with that someone: "jailed her for saying"."""
    if "for" not in sentence.written():
        return
    words = sentence.words
    for act in words:
        if act.deprel != "advcl" or act.upos != "VERB" or act.text[-3:].lower() != "ing":
            continue
        verb = words[act.head]
        if verb.lemma.lower() not in cues.repaying or not any(
            c.text.lower() == "for" for c in sentence.children(act.i) if c.deprel in ("mark", "case")
        ):
            continue
        whom = [c.i for c in sentence.children(verb.i) if c.deprel == "obj" and verb.i < c.i < act.i]
        if whom:
            yield act, whom[0]


def _is_participle(w: Word) -> bool:
    return w.text[-3:].lower() == "ing"


def _past(w: Word) -> bool:
    return w.feat("Tense") == "Past" or w.text.lower().endswith("ed")
