"""The stands that the codebook's topics take: whether a word is one here, and what it asks about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.stance_book import Question, Topic
from dragoman.coding.stance_contrast import is_set_aside
from dragoman.coding.stance_demands import is_bidden, is_bidden_today, is_doer, is_infinitive
from dragoman.coding.stance_naming import (
    CLAIMED,
    around,
    doing_mark,
    hung_beside,
    is_doing,
    proper_name,
    said_of,
    says_of,
)
from dragoman.coding.stance_paths import Asked, Taken, turned
from dragoman.coding.stance_phrases import (
    FOR_IT,
    LONGEST_WISH,
    affirmed,
    as_written,
    clause_end,
    doing,
    nominal,
    phrase,
)
from dragoman.coding.stance_pointing import POINTED
from dragoman.coding.stance_scene import Scene
from dragoman.coding.stance_seconding import is_for_good
from dragoman.coding.stance_wished import further
from dragoman.coding.stance_wishes import OUT_OF, Undone, is_curious, undone
from dragoman.coding.syntax import antecedent, fillers, is_passive, subject, with_conjuncts
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import ActorKind, Stance

_THEIRS = frozenset({"it", "its", "their", "them", "his", "her", "our", "us"})
_POINTING = frozenset({"the", "this", "that"})
_WHICH = frozenset({"which", "that", "whom"})
_STEPS = frozenset({"move", "step"})
_SEEN, _TO, _OPPOSE = "seen", "to", "oppose"
_TOWARDS = frozenset({"to", "about", "over"})
_ANYTHING = frozenset({"anything", "everything"})
_ON_WHAT = frozenset({"on", "about", "over", "between", "in"})
_OWNED_BY = frozenset({"", "to", "of", "'s", "’s"})
_SAID_OF = ("nmod", "acl", "acl:relcl", "ccomp", "advcl")
_SEEN_TOO = 0.35  # how sure the network must be that a wish to do something is a stand


def topics_of(scene: Scene, w: Word, forms: tuple[str, str]) -> Sequence[tuple[Question, Topic]]:
    """The topics that a word may be, by its lemma or else as it is written."""
    verbal = w.upos not in ("NOUN", "PROPN")
    lemma, text = forms
    return scene.book.topics.get((verbal, lemma)) or scene.book.topics.get((verbal, text), ())


def stands_on(scene: Scene, w: Word, question: Question, topic: Topic) -> list[Taken]:
    """The stands on a question that a word takes or is the topic of."""
    s = scene.s
    if w.upos == "ADJ" and w.deprel == "amod" and w.head > w.i:
        return []  # "neutral Austria" takes no stand, but "Austria, wary of the pact," does
    if is_set_aside(s, w.i):
        return []
    asked = _asked(scene, w, question, topic)
    if not asked and question.open and topic.things and fits(scene, w, topic):
        asked = [POINTED] if _is_pointing(scene, w, topic) else []
    if not asked:
        return []
    stance = Stance.AGAINST if scene.paths.is_against(w, topic) else topic.stance
    gone = topic.clause and undone(s, w, scene.book) is not None
    paths, way = scene.paths, turned(stance) if gone else stance
    if topic.settled and all(one.phrase == w.text.lower() for one in asked):
        way = Stance.FOR  # who favours *closing* is for what is asked about
    stands = [t for one in asked for t in paths.stands(w, one, way, question, topic)]
    stands = [t for t in stands if not t.once or is_for_good(s, t, scene.book)]
    if question.open:
        stands = [t for t in stands if not is_bidden_today(s, t.path, scene.book)]
    return [replace(t, undoing=True) for t in stands] if gone else stands


def _asked(scene: Scene, w: Word, question: Question, topic: Topic) -> list[Asked]:
    """The questions that a topic names here, several where things are coordinated."""
    s = scene.s
    if topic.of and (w.head < 0 or s.words[w.head].lemma.lower() not in topic.of):
        return []
    modifiers = [c for c in s.children(w.i) if c.deprel in ("amod", "compound") and c.i < w.i]
    if topic.without_modifier or topic.needs_modifier:
        lemmas = {form for m in modifiers for form in s.forms()[m.i]}
        if lemmas & topic.without_modifier or (topic.needs_modifier and not lemmas & topic.needs_modifier):
            return []
    if not fits(scene, w, topic):
        return []
    if topic.named:
        name = proper_name(s, w, scene.text)
        return [Asked(name, None)] if name else []
    named = [m.i for m in modifiers if topic.nouns and _is_part(s, m)]
    kept = [m.text.lower() for m in modifiers if m.i in named or not topic.keep.isdisjoint(s.forms()[m.i])]
    noun = " ".join((*kept, w.text.lower()))
    return _about(scene, w, question, topic, noun)


def is_party(scene: Scene, head: int) -> bool:
    """Whether a phrase is a pronoun, a person or a state: their critics stand on no question."""
    s = scene.s
    actor = scene.actor(head)
    kinds = (ActorKind.PERSON, ActorKind.STATE)
    return s.words[head].upos == "PRON" or (actor is not None and actor.kind in kinds)


def fits(scene: Scene, w: Word, topic: Topic) -> bool:
    """Whether a topic has the particle and the complement that it needs."""
    s = scene.s
    if topic.particle and (topic.particle.isdisjoint(s.written()) or not topic.particle & around(s, w)):
        return False
    return not topic.complement or says_of(s, w, topic)


def _about(scene: Scene, w: Word, question: Question, topic: Topic, noun: str) -> list[Asked]:
    if "{object}" not in topic.phrase:
        return [Asked(topic.phrase.replace("{noun}", noun), None)]
    s = scene.s
    heads = [h for place in topic.object for h in _at(scene, w, place, topic)]
    if topic.of and not heads:
        heads = [h for place in topic.object for h in fillers(s, w.head, place)]
    heads = heads or hung_beside(s, w, topic)
    if question.open:
        heads = [antecedent(s, h) for h in heads]  # "a court to *which* Jamaica is committed"
    for place, excluded in topic.excluded.items():
        heads = [h for h in heads if place != "object" or not _is_excluded(scene, h, excluded)]
    if question.open:
        heads = [h for h in heads if not _is_a_day(scene, h)]
    if topic.among or topic.also:
        heads = [h for h in heads if _is_among(scene, h, topic)]
    if topic.person:
        heads = [h for h in heads if not is_party(scene, h)]
    if topic.clause:
        wished = _wished(scene, w, heads)
        if wished is not None:
            return [wished, *further(scene, w.i, heads)]
        heads = [h for h in heads if s.words[h].upos != "PRON" or not is_bidden(s, h)]
    if topic.things and topic.lasting:  # "urges the council to join": not for the council
        heads = [h for h in heads if not is_bidden(s, h) or not (is_doer(s, h) or not topic.clause)]
    if topic.complement:  # of two objects the second is what is said: "made *the ferry* a condition"
        heads = [h for h in heads if s.words[h].lemma.lower() not in topic.complement] or heads
        heads = [said_of(s, h, topic) for h in heads]
    heads = [h for h in heads if case_of(s, h) not in scene.book.aside and not is_set_aside(s, h)]
    heads = [h for h in heads if not _is_on_another_side(scene, h)]
    things = [(h, t) for h in heads if (t := _thing(scene, h, topic)) is not None]
    if heads and not things and topic.object_kinds:
        body = scene.actor(w.i)  # "a member of the European Union", found as one with it
        things = [(heads[0], (body.name, body.id))] if body and body.kind in topic.object_kinds else []
    if things:
        several = question.open or bool(
            topic.verbs and not topic.object_kinds
        )  # "recognises Palestine *and Kosovo*"
        together = with_conjuncts(s, things[0][0]) if several else [things[0][0]]
        named = topic.phrase.replace("{noun}", noun)
        return [Asked(named.replace("{object}", t[0]), t[1]) for h, t in things if h in together]
    if topic.settled and not heads and w.text.lower().endswith("ing"):
        return [Asked(w.text.lower(), None)]  # "favours joining"
    return [Asked(noun, None)] if question.object == "optional" else []


def _is_on_another_side(scene: Scene, head: int) -> bool:
    """Whether a joined thing has another side than the first: "argues for a pact and *against a base*"."""
    s, sides = scene.s, scene.book.prepositions
    own = sides.get(case_of(s, head))
    return own is not None and own is not sides.get(case_of(s, first_joined(s.words, s.words[head]).i), own)


def _is_excluded(scene: Scene, head: int, excluded: frozenset[str]) -> bool:
    """Whether a noun is no matter with a topic, unless it is told which: "wants *direct* talks"."""
    lemma = scene.s.words[head].lemma.lower()
    if lemma not in excluded or lemma not in scene.book.told_apart:
        return lemma in excluded
    own = scene.s.children(head)
    kinds = (c.text.lower() for c in own if c.deprel == "amod" and c.i < head)
    told = any(kind not in scene.book.any_kind for kind in kinds)
    return not told and not any(c.deprel == "nmod" and case_of(scene.s, c.i) in _ON_WHAT for c in own)


def _is_among(scene: Scene, head: int, topic: Topic) -> bool:
    """Whether a thing is one that a topic is about, or a part of one: "the rest of *the treaty*"."""
    s = scene.s
    of = [c.lemma.lower() for c in s.children(head) if case_of(s, c.i) == "of"]
    part = s.words[head].lemma.lower() in scene.book.counted.parts
    return s.words[head].lemma.lower() in topic.among | topic.also or (
        part and not topic.among.isdisjoint(of)
    )


def _gone(scene: Scene, end: Undone) -> Asked | None:
    """The thing that is to be gone, with where it is to leave: "troops in Chad"; None for a pronoun."""
    s = scene.s
    if s.words[end.thing].upos == "PRON":
        return None
    words, about = phrase(scene, end.thing)
    words = words.partition(f" {OUT_OF} ")[0]
    if end.place is not None:
        within = s.subtree(end.place)
        place = s.chars(min(k for k in within if s.words[k].deprel != "case"), max(within))
        words += f" in {place.of(scene.text)}"
    return Asked(words, about)


def _wished(scene: Scene, w: Word, heads: Sequence[int]) -> Asked | None:
    """What is to become of a thing, in the sentence's words: "the vote be put off"."""
    s = scene.s
    end = undone(s, w, scene.book)
    if end is not None:
        return _gone(scene, end)
    seen = _seeing(scene, w)
    for c in (c for verb in (w.i, *seen) for c in s.children(verb)):
        if c.deprel not in ("ccomp", "xcomp") or c.i < w.i or c.i in seen or _is_deed(scene, c):
            continue
        subjects = [k.i for k in s.children(c.i) if k.deprel.startswith("nsubj") and k.i < c.i]
        first = min([*subjects, *(h for h in heads if w.i < h < c.i)], default=None)
        if first is None and _is_own_wish(scene, w, c):
            thing = left_behind(s, w, c)
            return Asked(*(doing(scene, c.i) if thing is None else phrase(scene, thing)))
        if first is None or c.i - first > LONGEST_WISH or s.words[first].upos == "PRON":
            continue
        named = nominal(scene, c.i)
        if named is not None:
            return Asked(*named)
        last = clause_end(s, c.i)
        words = s.chars(min(s.subtree(first)[0], first), last).of(scene.text)
        party = scene.parties.at(first)
        return Asked(affirmed(" ".join(words.split()), scene.book), party.actor if party else None)
    return None


def _is_own_wish(scene: Scene, wish: Word, deed: Word) -> bool:
    """Whether somebody wants to do a thing by which the network sees a stand taken: "wants *to build on*"."""
    told = deed.deprel == "xcomp" and is_infinitive(scene.s, deed)
    told = told and not is_curious(scene.s, deed, scene.book.wishes)
    return told and any(h.word == wish.i and h.share > _SEEN_TOO for h in scene.s.stances)


def left_behind(s: Sentence, wish: Word, deed: Word) -> int | None:
    """The thing of a deed that a relative clause wishes for: "a *canal* that Peru wants to dig"."""
    if wish.deprel != "acl:relcl" or deed.upos != "VERB":
        return None
    if any(c.deprel in ("obj", "ccomp", "xcomp") for c in s.children(deed.i)):
        return None
    own = [c for c in s.children(wish.i) if c.deprel in ("obj", "nsubj")]
    which = [c for c in own if c.text.lower() in _WHICH]
    subjects = [c for c in own if c.deprel == "nsubj" and c not in which]
    return wish.head if subjects and (which or len(own) == 1) else None


def _seeing(scene: Scene, wish: Word) -> list[int]:
    """The verbs that stand between a wish and its thing: "would like to *see* the law scrapped"."""
    s = scene.s
    below = fillers(s, wish.i, "complement")
    return [c for c in below if s.words[c].lemma.lower() in scene.book.wishes.seeing]


def _is_deed(scene: Scene, w: Word) -> bool:
    """Whether a verb has a thing that is to be given, kept, barred or ended: then that is asked about."""
    s = scene.s
    known = scene.book.topics.get((True, w.lemma.lower()), ())
    return any(t.settled for _, t in known) and any(c.deprel == "obj" for c in s.children(w.i))


def _is_pointing(scene: Scene, w: Word, topic: Topic) -> bool:
    """Whether a pronoun stands for what a stand is on: "the Greens have opposed it"."""
    s = scene.s
    if topic.owned and _is_alone(scene, w):
        return True
    if topic.person and any(_is_its(scene, c) for c in s.children(w.i)):
        return True  # "remains *its* opponent"
    end = undone(s, w, scene.book) if topic.clause else None
    ended = [] if end is None else [end.thing]  # "wants it scrapped"
    ended += [c.i for c in s.children(w.i) if c.deprel == "iobj"]  # "oppose *it* tooth and nail"
    heads = [s.words[h] for h in (*ended, *(k for place in topic.object for k in fillers(s, w.i, place)))]
    if topic.clause and end is None and any(_does_a_thing(s, c) for c in s.children(w.i)):
        return False
    return any(h.text.lower() in FOR_IT for h in heads)


def _does_a_thing(s: Sentence, deed: Word) -> bool:
    """Whether a verb is what another is wished to do to a thing: "wants them *to keep the pact*"."""
    told = deed.deprel == "xcomp" and deed.upos == "VERB" and is_infinitive(s, deed)
    return told and not is_passive(s, deed.i) and any(c.deprel == "obj" for c in s.children(deed.i))


def _is_its(scene: Scene, c: Word) -> bool:
    """Whether a word is an *its* of nobody."""
    return c.deprel == "nmod:poss" and c.text.lower() == "its" and scene.parties.at(c.i) is None


def _is_alone(scene: Scene, noun: Word) -> bool:
    """Whether somebody's objections are told without what they are to: "despite *Kenya's misgivings*"."""
    s = scene.s
    if scene.book.worded.nouns.get(noun.lemma.lower()) is not Stance.AGAINST:
        return False
    if noun.lemma.lower() in scene.book.strangers.groups or scene.parties.at(noun.i) is not None:
        return False  # "Chile's opposition met"
    if s.words[min(noun.i + 1, len(s.words) - 1)].text.lower() in _TOWARDS:
        return False  # the tree hung on another word what the objection is to
    told = any(c.deprel in _SAID_OF and not _is_owner(s, c) for c in s.children(noun.i))
    told = told or (
        noun.deprel == "nsubj" and case_of(s, noun.head) in _TOWARDS
    )  # "its objection is *to* that"
    own = fillers(s, noun.i, "poss")
    if any(s.words[k].upos == "PRON" for k in own) and noun.deprel == "obj":
        return False  # "is considering their objections"
    return not told and bool(own or fillers(s, noun.i, "of"))


def _is_owner(s: Sentence, c: Word) -> bool:
    """Whether a phrase tells whose a thing is: "the objections *of Kenya*"."""
    return c.deprel.startswith("nmod:") or case_of(s, c.i) == "of"


def _at(scene: Scene, w: Word, place: str, topic: Topic) -> Sequence[int]:
    """The heads of what is asked about at a place of the topic."""
    s = scene.s
    if place == CLAIMED:
        return _claimed(scene, w, topic)
    if place == _SEEN:  # "would like to see *the law* scrapped"
        told = [c for c in _seeing(scene, w) if any(k.deprel in ("xcomp", "ccomp") for k in s.children(c))]
        return [k for c in told for k in fillers(s, c, "object")]
    if place == "complement/object":
        # In "refuses to give up the strip" the giving up says what the stand on the strip is.
        below = [c for c in fillers(s, w.i, "complement") if not _is_deed(scene, s.words[c])]
        return [k for c in below for k in fillers(s, c, "object")]
    if place == "object" and is_passive(s, w.i) and _is_of_subject(s, w):
        return []  # "the farmers are opposed to the deal", "to making it", "16 are opposed"
    found = fillers(s, w.i, place) or _doings(scene, w, place) or _taken_for_adjunct(s, w, place)
    if not found and place == "object" and w.deprel == "conj" and is_passive(s, w.i):
        before = s.words[w.head]  # "a plan backed by Ghana but *opposed* by Togo"
        return fillers(s, before.i, place) if before.deprel == "acl" and is_passive(s, before.i) else ()
    return found


def _taken_for_adjunct(s: Sentence, w: Word, place: str) -> list[int]:
    """The thing right behind a verb that the tree took for an adjunct: "accepts *outside mediation*"."""
    if place == "by" and not is_passive(s, w.i):  # "stood *by the mine*", taken for who did it
        return [c.i for c in s.children(w.i) if c.deprel == "obl:agent"]
    if place != "object" or is_passive(s, w.i):
        return []
    bare = (c for c in s.children(w.i) if c.deprel == "obl" and not case_of(s, c.i) and c.upos == "NOUN")
    return [c.i for c in bare if min(s.subtree(c.i)) == w.i + 1]


def _is_a_day(scene: Scene, head: int) -> bool:
    """Whether a name is that of a day or month: "abstained *on Thursday*"."""
    word = scene.s.words[head]
    return word.upos == "PROPN" and word.lemma.lower() in scene.book.aloof.adjuncts


def _is_of_subject(s: Sentence, w: Word) -> bool:
    """Whether a participle tells the side of its own subject, not what others do with that."""
    own = s.children(w.i)
    to = any(case_of(s, c.i) == _TO or (c.deprel == "advcl" and _TO in marks_of(s, c.i)) for c in own)
    alone = any(c.deprel == "aux:pass" for c in own) and not any(c.deprel == "obl:agent" for c in own)
    return to or (alone and w.lemma.lower() == _OPPOSE)


def _doings(scene: Scene, w: Word, preposition: str) -> list[int]:
    """The doings behind a preposition, none of the known deeds: "objects to *fixing* a date"."""
    s = scene.s
    if preposition == "object":  # "rules out *staying*"
        own = (c for c in s.children(w.i) if c.deprel in ("xcomp", "ccomp") and c.i > w.i and is_doing(s, c))
        return [c.i for c in own if not _is_deed(scene, c)]
    told = (c for c in s.children(w.i) if c.deprel in ("advcl", "acl", "xcomp", "obl") and c.i > w.i)
    return [c.i for c in told if doing_mark(s, c) == preposition and not _is_deed(scene, c)]


def _claimed(scene: Scene, w: Word, topic: Topic) -> list[int]:
    """What somebody says is theirs: "Peru says the island belongs to it", "is part of Peru"."""
    s = scene.s
    own = {p.actor for h in subject(s, w.i) for p in scene.parties.reached(h)}
    for c in s.children(w.i):
        if c.deprel != "ccomp" or c.lemma.lower() not in topic.complement:
            continue
        whose = [k.i for k in s.children(c.i) if k.deprel in ("obl", "nmod", "nmod:poss")]
        whose = [k for k in whose if case_of(s, k) in _OWNED_BY]  # "belongs *before* the courts" is no claim
        sides = {p.actor for p in scene.parties.among(whose)}
        pronoun = any(s.words[k].text.lower() in _THEIRS for k in whose)
        if pronoun or {scene.side(a) for a in sides} & {scene.side(a) for a in own}:
            return [k.i for k in s.children(c.i) if k.deprel == "nsubj"]
    return []


def _thing(scene: Scene, head: int, topic: Topic) -> tuple[str, str | None] | None:
    """What a question is about: an actor's name and id, or a capitalised name that is no known actor."""
    s = scene.s
    actor = scene.actor(head)
    if actor is not None:
        return (actor.name, actor.id) if not topic.object_kinds or actor.kind in topic.object_kinds else None
    word = s.words[head]
    if topic.things and word.lemma.lower() in scene.book.quantifiers:
        of = [c.i for c in s.children(head) if case_of(s, c.i) == "of"]
        return _thing(scene, of[0], topic) if of else None
    named = any(c.deprel == "det" for c in s.children(head))
    pointed = any(c.text.lower() in _POINTING for c in s.children(head) if c.deprel == "det")
    echo = word.lemma.lower() in scene.book.echoes and fillers(s, head, "poss") and not _tells_what(s, head)
    if topic.things and (echo or _is_stand(scene, word)):
        return None  # "endorsed Kenya's position" is told by what Kenya stands for
    if topic.things and word.text.lower() in _ANYTHING and (told := _whatever(scene, head)) is not None:
        return told
    if topic.things and word.lemma.lower() in scene.book.vague and not (pointed and word.lemma in _STEPS):
        return None
    if topic.things and (word.upos == "NOUN" or (word.upos == "ADJ" and named)):
        return phrase(scene, head)
    if topic.things and word.upos == "VERB" and not is_passive(s, head):
        return doing(scene, head)
    if word.upos != "PROPN" or topic.object_kinds:
        return None
    parts = [c.i for c in s.children(head) if c.deprel in ("flat", "compound") and c.upos == "PROPN"]
    return s.chars(min(head, *parts, head), max(head, *parts, head)).of(scene.text), None


def _whatever(scene: Scene, head: int) -> tuple[str, str | None] | None:
    """Anything of which a clause tells what it is: "*anything that* raises the rent", "anything it signs"."""
    s = scene.s
    told = next((c for c in s.children(head) if c.deprel == "acl:relcl" and c.i > head), None)
    if told is None:
        return None
    last = max(told.i, clause_end(s, told.i))
    return as_written(scene, head, last), None


def _tells_what(s: Sentence, noun: int) -> bool:
    """Whether a decision is told with what it is to do: "Mali's decision *to leave the pact*"."""
    return any(c.deprel == "acl" and is_infinitive(s, c) for c in s.children(noun))


def _is_stand(scene: Scene, noun: Word) -> bool:
    """Whether a noun is somebody's own stand on a further thing: "*its demand* for a port"."""
    s = scene.s
    owned = [t for _, t in scene.book.topics.get((False, noun.lemma.lower()), ()) if t.owned]
    whose = owned and fillers(s, noun.i, "poss")
    return bool(whose) and any(fillers(s, noun.i, place) for t in owned for place in t.object)


def _is_part(s: Sentence, modifier: Word) -> bool:
    """Whether a noun is a part of another's name: "oil ban", but not "18-month truce"."""
    measured = any(c.deprel == "nummod" or c.text == "-" for c in s.children(modifier.i))
    joined = s.words[modifier.i - 1].text == "-" if modifier.i else False
    return modifier.deprel == "compound" and modifier.upos == "NOUN" and not measured and not joined
