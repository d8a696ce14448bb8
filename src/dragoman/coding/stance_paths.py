"""From the words that name a question up to whoever takes a stand on it.

Each governing word on the way takes a stand (backed, rejected), turns it round (refused to), passes it on
(continued to) or ends the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.counted_holders import is_share_of_people
from dragoman.coding.stance_book import Question, StanceBook, Topic
from dragoman.coding.stance_wishes import ends, is_wish, is_wished, undone
from dragoman.coding.syntax import fillers, is_no_longer, is_passive
from dragoman.language.joined import first_joined
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of, marks_of
from dragoman.record import Stance
from dragoman.values import value

_WILL = frozenset({"will", "wo"})
_UNREAL_AUX = frozenset({"may", "might", "could", "would", "should"})
_GOVERNED = frozenset({"obj", "obl", "nmod", "xcomp", "ccomp", "acl", "nsubj", "csubj"})
_ASKED = frozenset({"on", "upon", "to"})
_ASKING = frozenset({"if", "unless", "whether"})
_CONDITIONS = frozenset({"if", "unless", "once", "provided", "providing", "when", "until"})
_GERUND_MARKS = frozenset({"of", "to", "against", "for", "on"})
_TURNED = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR, Stance.NEUTRAL: Stance.NEUTRAL}
_LONGEST = 8
_MORE = frozenset({"more", "further", "many", "much"})
_GOING_ON = frozenset(
    {"has", "have", "'s", "is", "are", "am", "'re", "’s", "’re", "'ve", "’ve", "do", "does", "will"}
)
_HAD = "had"
_WAS = frozenset({"was", "were", "did"})
_ABLE_OR_WILLING = frozenset({"would", "could"})
_OFFERED = frozenset({"would", "could", "might"})
_NOR = "nor"
_NOT, _THAN = "not", "than"
_OF_OBJECTS = frozenset({"of", "to", "for", "on", "with"})
_EVEN_ONE = frozenset({"a", "an", "one"})
_SAME_IN_PAST = frozenset(
    {"put", "set", "cut", "let", "bid", "hit", "quit", "shut", "split", "spread", "cast", "cost"}
)
_ABLE = frozenset({"can", "could"})


@value
class Asked:
    """A question as a report words it: its phrase and the actor it is about, if any."""

    phrase: str
    object: str | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A stand taken in a sentence: on what, which way, the topic, the words that decided (topmost last).

    ``named`` says that a file of the codebook has the question, or that the words of the stand say enough.
    """

    asked: Asked
    stance: Stance
    topic: int
    path: tuple[int, ...]
    named: bool = False
    undoing: bool = False  # by an act that does away with the thing: "refuses to give up the strip"
    ought: bool = False  # by a clause that tells what ought to be
    once: bool = False  # told as an act of its day where the words ask for a lasting stand
    network: bool = False  # read by the network alone
    doubtful: bool = False  # kept only where a second look finds it sure


def latest(stands: Sequence[Taken], before: int) -> Taken | None:
    """The stand that is told last before a word, whichever rule has found it first."""
    told = [t for t in stands if max(t.topic, *t.path) < before]
    return max(told, key=lambda t: max(t.topic, *t.path), default=None)


@value
class _Step:
    """How far the way has been followed: the word reached, the stand so far, whether one is taken.

    ``kept`` says that words on the way deny that the stand was given up.
    """

    at: Word
    stance: Stance
    held: bool
    path: tuple[int, ...]
    kept: bool = False


@value
class Paths:
    """The ways from topics to stands in one sentence."""

    s: Sentence
    book: StanceBook

    def stands(self, w: Word, asked: Asked, stance: Stance, question: Question, topic: Topic) -> list[Taken]:
        """The stands taken on the question that word ``w`` names: the topmost, and owners' on the way.

        "Peru backed Chile's refusal to sign" holds two: Chile's and Peru's.
        """
        start = self._start(w, stance, question, topic)
        steps = self._climb(start, question, topic) if start is not None else []
        if len(steps) == 1 and not steps[0].held:
            steps = self._relative(steps[0], question, topic)
        owned = [x for x in steps[:-1] if x.held and x.at.upos == "NOUN" and self._is_owned(x.at)]
        undoes = bool(topic.only_under) and self.is_against(w, topic)
        once = topic.lasting and not self.lasts(w.i)
        return [
            Taken(asked, x.stance, w.i, x.path, not question.open or topic.sure, undoes or x.kept, once=once)
            for x in (*owned, *steps[-1:])
            if x.held
            and not (
                self._is_of_a_day(x.at, question, topic) and not self.lasts(x.at.i) and not self._carries(x)
            )
        ]

    def is_against(self, w: Word, topic: Topic) -> bool:
        """Whether a word of a topic takes the other side, as a deed may by its particle: "turn *down*"."""
        lemma = w.lemma.lower()
        return lemma in topic.against or (topic.settled and self._has_particle(w, lemma))

    def _has_particle(self, w: Word, lemma: str) -> bool:
        """Whether the particle stands beside a word that makes it a stand against: "turn *down*"."""
        particles = self.book.against_with.get(lemma)  # as few words have
        if not particles:
            return False
        return not particles.isdisjoint([c.text.lower() for c in self.s.children(w.i)])

    def _is_of_a_day(self, top: Word, question: Question, topic: Topic) -> bool:
        """Whether a stand passes with its day unless its word is told as going on: "refused", "voted for"."""
        done = question.open and not topic.sure and top.lemma.lower() in self.book.once
        return topic.passing or done

    def _start(self, w: Word, stance: Stance, question: Question, topic: Topic) -> _Step | None:
        acts = (bool(topic.verbs) and not topic.only_under) or topic.owned or topic.person
        held = acts or self._is_settled(w, topic)
        if topic.would and not is_wished(self.s, w, self.book.wishes):
            return None
        if held and self.is_open(w.i):
            return None
        none = (topic.things or not question.open) and self.wants_none(w)
        if held and (self.is_negated(w.i) or none):
            left = None if self._has_none(w, topic, stance) else self.denied(w, stance)
            if left is None:
                return None
            stance = left
        elif not held and (
            (topic.settled and self._is_not_to_be(w))
            or self._is_denied_clause(w, topic)
            or (bool(topic.only_under) and self.wants_none(w))
        ):
            stance = turned(stance)
        at = self.s.words[w.head] if topic.of and w.head >= 0 else w
        return _Step(at, stance, held, (w.i,))

    def _is_not_to_be(self, w: Word) -> bool:
        """Whether a deed is one that another is asked not to do: "urged Chile *not to sign* the pact"."""
        over = self.s.words[w.head] if w.deprel in ("xcomp", "advcl", "ccomp") and w.head >= 0 else None
        bidden = over is not None and over.lemma.lower() in self.book.demanding.bidding
        return bidden and "to" in marks_of(self.s, w.i) and self.is_negated(w.i)

    def _is_denied_clause(self, w: Word, topic: Topic) -> bool:
        """Whether a deed is one that is not to be: "insists that *no* reactor can be built"."""
        subjects = (c for c in self.s.children(w.i) if c.deprel.startswith("nsubj"))
        return bool(topic.only_under) and w.deprel == "ccomp" and any(self._is_nobody(c) for c in subjects)

    def _has_none(self, w: Word, topic: Topic, stance: Stance) -> bool:
        """Whether somebody has none of what would be a stand against: "has *no reservations* about it"."""
        things = (c for c in self.s.children(w.i) if c.deprel == "obj")
        return stance is Stance.AGAINST and any(c.text.lower() in topic.particle for c in things)

    def _is_settled(self, w: Word, topic: Topic) -> bool:
        """Whether an act that is no stand by itself is ruled out for good: "will *never* sell the strip".

        Whoever will not part with a thing stands by it: "will not *give up* the strip".
        """
        for_good = topic.parting or any(c.text.lower() == "never" for c in self.s.children(w.i))
        return topic.settled and for_good and self._is_refused(w)

    def _is_refused(self, w: Word) -> bool:
        ahead = any(c.deprel == "aux" and self._looks_ahead(c, w) for c in self.s.children(w.i))
        return ahead and self.is_negated(w.i)

    def _of_deed(self, step: _Step, deed: Word) -> _Step:
        """A stand of which only the way is known, unless somebody *is against* or *for* the deed."""
        marks = marks_of(self.s, deed.i)
        side = next((s for mark, s in self.book.prepositions.items() if mark in marks), None)
        if side is None or deed.feat("VerbForm") == "Inf":
            return replace(step, held=False)
        return replace(step, stance=_combined(step.stance, side), held=True)

    def _looks_ahead(self, aux: Word, verb: Word) -> bool:
        told = self._is_reported(verb) and aux.text.lower() == "would"  # "said that it would never cede it"
        return told or aux.lemma.lower() in ("will", "shall")

    def denied(self, word: Word, stance: Stance) -> Stance | None:
        """What a stand is when the word that takes it is denied, None where that leaves none."""
        words = {word.lemma.lower(), word.text.lower()}
        ended = any(is_no_longer(self.s, c) for c in self.s.children(word.i))
        if words & (self.book.denied.silent | self.book.denied.no_longer):
            return Stance.NEUTRAL if ended and not self._is_conditional(word) else None
        if ended and (words & self.book.given_up.holding or self._is_state(word)):
            return Stance.NEUTRAL  # "no longer clings to it", "is no longer in favour of it"
        return Stance.NEUTRAL if words & self.book.denied.neutral else turned(stance)

    def _is_conditional(self, word: Word) -> bool:
        """Whether something is only offered: "in return they *would* no longer oppose it"."""
        return any(c.deprel == "aux" and c.lemma.lower() in _OFFERED for c in self.s.children(word.i))

    def _is_state(self, word: Word) -> bool:
        """Whether a word tells how somebody stands and not what they do: "is *committed* to it"."""
        return any(c.deprel in ("cop", "aux:pass") for c in self.s.children(word.i))

    def _relative(self, start: _Step, question: Question, topic: Topic) -> list[_Step]:
        """The stand that a relative clause takes on its noun: "an inquiry, which Peru has called for"."""
        for c in self.s.children(start.at.i):
            if c.deprel != "acl:relcl" or c.upos != "VERB" or self.is_unreal(c.i):
                continue
            nouns = [k for k in self.s.children(c.i) if k.deprel == "nsubj"]
            if any(_is_relative(k) for k in nouns) or not nouns:
                continue
            lemma = c.lemma.lower()
            attitude = question.attitudes.get(lemma) or self.book.attitudes.get(lemma)
            if attitude is not None and self._may_govern(c, start, topic):
                step = self._next(start, c, attitude)
                return [start] if step is None else [start, step]
        return [start]

    def wants_none(self, w: Word) -> bool:
        """Whether the object is denied: "want no weapons sold", "backs neither the plan nor the law"."""
        objects = [c.i for c in self.s.children(w.i) if self._is_object(c) and c.i > w.i]
        below = [k.i for o in objects for k in self.s.children(o) if k.deprel.startswith("nsubj")]
        return any(self._is_nobody(self.s.words[k]) for k in (*objects, *below))

    def _is_object(self, c: Word) -> bool:
        """Whether a word is what a verb is about, also behind its preposition: "will hear *of no limit*"."""
        return c.deprel in ("obj", "xcomp") or (c.deprel == "obl" and case_of(self.s, c.i) in _OF_OBJECTS)

    def _climb(self, start: _Step, question: Question, topic: Topic) -> list[_Step]:
        """Every step of the way, the start included; none when the stand proves to be open."""
        steps = [start]
        for _ in range(_LONGEST):
            here = steps[-1]
            if (
                here.at.head < 0
                or not self._is_governed(here.at)
                or case_of(self.s, here.at.i) in self.book.aside
            ):
                break
            if here.held and here.at.deprel == "acl" and is_passive(self.s, here.at.i):
                break  # "a plan *backed* by Chad": what is above is the thing itself
            above = self._paper(here.at) or self.s.words[here.at.head]
            if self._is_only_told(here, above) or self._is_only_where(here, above):
                break
            here = self._gone(here, above)
            if here.at is above:
                steps.append(here)
                continue
            attitude = self.attitude(above, here.at, question.attitudes)
            if self._is_discarded(here, above):
                kept = self._is_kept_after_all(above)
                left = here.stance if kept is not None else self.denied(here.at, here.stance)
                if left is None:
                    return []
                path = (*here.path, above.i) if kept in (None, above.i) else (*here.path, above.i, kept)
                steps.append(_Step(self.s.words[path[-1]], left, True, path, kept is not None))
                continue
            lemma = above.lemma.lower()
            passed = lemma in self.book.turns or lemma in self.book.through or self._is_seen(above)
            passed = passed or ((here.held or not question.open) and self._is_carried(here.at))
            if attitude is None and not passed:
                return [] if lemma in self.book.unreal or self._is_paper(here.at) else steps
            wished = lemma in question.attitudes and not self.is_open(above.i)
            if (self.is_unreal(above.i) and not wished) or not self._may_govern(above, here, topic):
                return []
            step = self._next(here, above, attitude)
            if step is None:
                return []
            if above.lemma.lower() in question.deeds and not here.held and not self._is_refused(above):
                step = self._of_deed(step, above)
            steps.append(step)
            if self._asks_another(above, here.at):
                break
        return [] if self._is_paper(steps[-1].at) and len(steps) > 1 else steps

    def _is_only_told(self, here: _Step, above: Word) -> bool:
        """Whether a stand is told of others than who tells it: "a spokesman said *Chad opposed* the dam".

        Who demands what ought to be ("that Chad *leave* the pact") stands on it, whoever is to do it.
        """
        at, words = here.at, self.book.demanding
        if not here.held or at.deprel != "ccomp" or above.upos != "VERB":
            return False
        own = self.s.children(at.i)
        subjects = [c for c in own if c.deprel.startswith("nsubj") and c.upos in ("NOUN", "PROPN")]
        if not subjects or any(self._is_nobody(c) for c in subjects):
            return False  # "vowed that no soldier would leave the pass"
        helpers = [c for c in own if c.deprel.startswith(("aux", "cop"))]
        if any(c.lemma.lower() in words.modals for c in helpers):
            return False
        first = helpers[0] if helpers else at
        inflected = first.text.lower() != first.lemma.lower() or first.text.lower() in ("will", "would")
        return inflected or above.lemma.lower() not in words.verbs

    def _is_only_where(self, here: _Step, above: Word) -> bool:
        """Whether a phrase tells how or where a deed is done: "stopped work *in protest* against it"."""
        if here.at.deprel != "obl" or case_of(self.s, here.at.i) != "in":
            return False
        if here.held:
            return above.lemma.lower() in self.book.turns
        if any(c.deprel == "obj" for c in self.s.children(above.i)):
            return True  # "to accept the pact *in a vote*"
        sides = self.book.prepositions  # "will campaign against the pact *in the vote*"
        others = (c for c in self.s.children(above.i) if c.deprel == "obl" and c.i != here.at.i)
        return any(case_of(self.s, c.i) in sides for c in others)

    def _carries(self, step: _Step) -> bool:
        """Whether a stand is taken by what a paper says: "passed *a resolution opposing the base*"."""
        below = self.s.words[step.path[-2]] if len(step.path) > 2 else None
        return below is not None and self._is_paper(below)

    def _is_carried(self, w: Word) -> bool:
        """Whether a verb tells what a paper is to do: "a motion *to free* it", "a bill that *bans* it"."""
        return self._paper(w) is not None

    def _paper(self, w: Word) -> Word | None:
        """The paper that a verb tells the content of, also where the tree hung the verb above it."""
        over = self.s.words[w.head] if w.deprel in ("acl", "acl:relcl", "advcl") else None
        own = self.s.children(w.i)
        if w.deprel == "acl:relcl" and not any(_is_relative(c) for c in own if c.deprel == "nsubj"):
            return None  # "a bill which Peru has ruled out"
        if over is not None and w.deprel == "advcl":
            to = next((c.i for c in own if c.deprel == "mark"), 0)
            over = next((c for c in self.s.children(over.i) if c.deprel == "obj" and c.i == to - 1), None)
        return over if over is not None and over.lemma.lower() in self.book.carried.nouns else None

    def _is_paper(self, noun: Word) -> bool:
        """Whether a noun is such a paper, and nobody's: who only debates it takes no stand."""
        return noun.lemma.lower() in self.book.carried.nouns and not self._is_owned(noun)

    def _gone(self, here: _Step, above: Word) -> _Step:
        """The way with the word by which the thing is to be gone: "wants it *lifted*", "… *to end*"."""
        if here.held or here.at.deprel.split(":")[0] not in ("nsubj", "obj"):
            return here
        words = self.book.wishes
        if here.at.deprel == "obj":
            end = undone(self.s, above, self.book) if is_wish(self.s, above, words) else None
            by = end.by if end is not None and end.thing == here.at.i else None
        else:  # the thing is the subject of what is to become of it
            over = self.s.words[above.head] if above.deprel in ("xcomp", "ccomp") else None
            ended = over is not None and is_wish(self.s, over, words) and ends(self.s, above, self.book)
            by = above.i if ended else None
        if by is None:
            return here
        at = above if by == above.i else here.at
        return replace(here, at=at, stance=turned(here.stance), path=(*here.path, by))

    def _is_seen(self, verb: Word) -> bool:
        """Whether a verb stands between a wish and its thing: "would like to *see* a base"."""
        return verb.lemma.lower() in self.book.wishes.seeing and is_wish(self.s, verb, self.book.wishes)

    def _is_discarded(self, here: _Step, above: Word) -> bool:
        """Whether a stand that a noun names is given up: "dropped its opposition", "withdrew its support"."""
        if not here.held or here.at.upos != "NOUN" or here.at.deprel not in ("obj", "nsubj:pass"):
            return False
        lemma = above.lemma.lower()
        up = lemma == "give" and any(c.text.lower() == "up" for c in self.s.children(above.i))
        return up or lemma in self.book.discarding

    def _is_kept_after_all(self, discarding: Word) -> int | None:
        """The word by which a stand is kept: "*refuses* to drop its demand", "will not *drop* it"."""
        if self.is_negated(discarding.i):
            return discarding.i
        over = self.s.words[discarding.head] if discarding.deprel == "xcomp" else None
        return over.i if over is not None and over.lemma.lower() in self.book.turns else None

    def _is_governed(self, at: Word) -> bool:
        """Whether a word stands under another as what that is about, gerunds behind *of* or *to* included."""
        if self._is_carried(at):
            return True
        if at.deprel == "advcl":
            marks = marks_of(self.s, at.i)
            if "to" in marks and self._is_asked_of(at):
                return True
            return at.text.lower().endswith("ing") and not _GERUND_MARKS.isdisjoint(marks)
        if at.deprel in ("acl:relcl", "nmod:poss") or at.deprel.split(":")[0] not in _GOVERNED:
            return False
        return at.deprel != "nsubj" or at.upos in ("NOUN", "PROPN")

    def _is_asked_of(self, at: Word) -> bool:
        """Whether an infinitive tells what another is called on to do: "called on Peru *to lift* the ban"."""
        over = self.s.words[at.head]
        between = (c for c in self.s.children(over.i) if c.deprel == "obl" and over.i < c.i < at.i)
        asking = self.book.attitudes.get(over.lemma.lower()) is Stance.FOR
        return asking and any(case_of(self.s, c.i) in _ASKED for c in between)

    def _next(self, here: _Step, above: Word, attitude: Stance | None) -> _Step | None:
        """The step to the word above; None where that word, denied, takes no stand."""
        lemma = above.lemma.lower()
        if here.held:
            flips = lemma in self.book.turns or attitude is Stance.AGAINST
            stance = turned(here.stance) if flips else here.stance
        else:
            stance = _combined(here.stance, attitude)
        if self.is_negated(above.i) or self._is_none_of_it(here, above, attitude):
            takes_it = attitude is not None and not here.held
            left = self.denied(above, stance) if takes_it else turned(stance)
            if left is None:
                return None
            stance = left
        held = here.held or attitude is not None
        return replace(here, at=above, stance=stance, held=held, path=(*here.path, above.i))

    def _is_none_of_it(self, here: _Step, above: Word, attitude: Stance | None) -> bool:
        """Whether none of a thing is what a word takes its stand on: "wants *no ban*", "… to see none"."""
        takes_it = attitude is not None or self._is_seen(above)
        takes_it = takes_it and not here.held and here.at.deprel in ("obj", "nsubj:pass")
        return takes_it and self._is_nobody(here.at)

    def _may_govern(self, above: Word, here: _Step, topic: Topic) -> bool:
        return here.held or not topic.only_under or above.lemma.lower() in topic.only_under

    def attitude(self, above: Word, at: Word, own: dict[str, Stance]) -> Stance | None:
        """The stand that a word takes on what it governs at ``at``, by its preposition or its lemma."""
        lemma = above.lemma.lower()
        if lemma in self.book.prepositional:
            found = self.book.prepositions.get(case_of(self.s, at.i))
            if found is not None:
                return found
        if at.deprel.split(":")[0] == "nsubj" and not is_passive(self.s, above.i):
            return None
        if self._has_particle(above, lemma):
            return Stance.AGAINST
        if (
            lemma in self.book.calling_for
            and at.deprel in ("obj", "nsubj:pass")
            and not case_of(self.s, at.i)
        ):
            return None  # "called the vote a farce", "has called a vote"
        carried = self.book.carried
        if at.lemma.lower() in carried.nouns:
            if lemma in carried.for_it:
                return Stance.FOR
            if lemma in carried.against_it:
                return Stance.AGAINST
        wish = Stance.FOR if is_wished(self.s, above, self.book.wishes) else None
        return own.get(lemma) or self.book.attitudes.get(lemma) or wish

    def _asks_another(self, above: Word, at: Word) -> bool:
        """Whether one asks another to take the stand: then the one who asks is the holder."""
        return at.deprel == "xcomp" and any(c.deprel in ("obj", "iobj") for c in self.s.children(above.i))

    def _is_owned(self, noun: Word) -> bool:
        return bool(fillers(self.s, noun.i, "poss"))

    def is_unreal(self, i: int) -> bool:
        """Whether a stand is only possible: under a modal, *if* or *whether*, or a word that says so.

        *would* told of the past ("said that it would not sign") is a settled future.
        """
        return self.is_open(i) or self.s.words[i].lemma.lower() in self.book.unreal

    def is_open(self, i: int) -> bool:
        """Whether a modal, *if* or *whether* leaves a stand open."""
        w = self.s.words[i]
        modals = {c.text for c in self.s.children(i) if c.deprel == "aux" and c.lemma.lower() in _UNREAL_AUX}
        if not modals:
            return self.is_asked(i)  # as most often, and then nobody need know who tells it
        if modals == {"would"} and any(self._is_polled(c) for c in self.s.children(i)):
            return self.is_asked(i)  # "54 percent *would* vote for it"
        reported = self._is_reported(w) or is_wished(self.s, w, self.book.wishes) or self._is_carried(w)
        told = {"would", "could"} if self.is_negated(i) else {"would"}  # "said that it could not accept it"
        return not reported or not modals <= told or self.is_asked(i)

    def _is_polled(self, c: Word) -> bool:
        """Whether a subject is a share of people, whose answer to what they would do is their stand."""
        return c.deprel.startswith("nsubj") and is_share_of_people(self.s, c, self.book.counted)

    def _is_reported(self, w: Word) -> bool:
        """Whether a verb tells what somebody said, or is joined to one: "said it was glad *but would* …"."""
        return first_joined(self.s.words, w).deprel == "ccomp"

    def is_asked(self, i: int) -> bool:
        """Whether *if*, *unless* or *whether* leaves open what the clause of a word tells."""
        return not _ASKING.isdisjoint(marks_of(self.s, i))

    def lasts(self, i: int, depth: int = 0) -> bool:
        """Whether a stand is told as going on: present, perfect, with "long" or "always", or reported.

        "rejected the plan on Monday" is an act of that day; "said that it opposed the plan" is not.
        """
        w = self.s.words[i]
        kids = self.s.children(i)
        if any(c.deprel == "advmod" and c.lemma.lower() in self.book.lasts for c in kids):
            return True
        if any(c.deprel == "nsubj" and is_share_of_people(self.s, c, self.book.counted) for c in kids):
            return True  # what the polled say is no act of that day
        aux = {c.text.lower() for c in kids if c.deprel.startswith(("aux", "cop"))}
        if aux:
            before = _HAD in aux and w.lemma.lower() in self.book.clear | self.book.before
            going_on = (
                before or aux & _GOING_ON or is_wished(self.s, w, self.book.wishes) or self._is_unable(w)
            )
            return (
                bool(going_on)
                or self._refuses(w, aux)
                or self._was_told(w, aux, self.is_negated(i) or self.wants_none(w))
                or self._is_to_stand(w, aux)
            )
        if w.feat("Tense") == "Pres" and w.feat("VerbForm") in ("Fin", None):
            return True
        if _is_unmarked(w) and any(c.deprel == "nsubj" for c in kids) and "to" not in marks_of(self.s, i):
            return True  # "the states abhor it", taken for a past or an infinitive
        if w.upos not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
            return is_verbal(self.s, w)  # "the states back the bid", taken for an adverb
        if w.deprel == "ccomp" and w.feat("Tense") == "Past":
            return True
        if w.deprel == "acl" and is_passive(self.s, i):
            return True  # "islands claimed by Peru"
        if self.is_joined_in(w) or self._is_of_a_noun(w):
            return True
        if w.feat("VerbForm") in ("Inf", "Ger", "Part") and w.head >= 0 and depth < 3:
            over = self.s.words[w.head]
            if w.deprel.split(":")[0] in ("xcomp", "conj", "ccomp") and over.upos in ("VERB", "ADJ"):
                return over.lemma.lower() in self.book.lasts or self.lasts(over.i, depth + 1)
        return w.deprel == "conj" and w.head >= 0 and depth < 3 and self.lasts(w.head, depth + 1)

    def is_joined_in(self, w: Word) -> bool:
        """Whether somebody stands so beside another: "joined Peru *in opposing* the dam"."""
        if w.deprel not in ("advcl", "xcomp") or w.head < 0 or "in" not in marks_of(self.s, w.i):
            return False
        return self.s.words[w.head].lemma.lower() in self.book.alongside

    def _is_of_a_noun(self, w: Word) -> bool:
        """Whether somebody's own refusal tells what they will do: "its refusal *to accept* the ban"."""
        over = self.s.words[w.head] if w.deprel == "acl" and w.head >= 0 else None
        taken = over is not None and over.upos == "NOUN" and over.lemma.lower() in self.book.attitudes
        return over is not None and taken and self._is_owned(over) and "to" in marks_of(self.s, w.i)

    def _is_unable(self, w: Word) -> bool:
        """Whether somebody says that they cannot: "cannot support the treaty"."""
        return self.is_negated(w.i) and any(c.lemma.lower() in _ABLE for c in self.s.children(w.i))

    def _refuses(self, w: Word, aux: set[str]) -> bool:
        """Whether somebody will not have a thing: "will not accept it", but not "will not *fight* it"."""
        lemma = w.lemma.lower()
        topics = (topic for _, topic in self.book.topics.get((True, lemma), ()))
        opposes = self.book.attitudes.get(lemma) is Stance.AGAINST or any(lemma in t.against for t in topics)
        return not aux.isdisjoint(_WILL) and not opposes and self.is_negated(w.i)

    def _was_told(self, w: Word, aux: set[str], negated: bool) -> bool:
        """Whether a past tense is only that of who tells it: "said it *was* opposed, *did* not want it"."""
        w = first_joined(self.s.words, w)
        over = self.s.words[w.head] if w.deprel == "ccomp" else None
        refused = bool(aux & _ABLE_OR_WILLING) and negated
        tells = over is not None and over.upos in ("VERB", "ADJ")  # "made *clear* that it would not"
        return tells and (bool(aux & _WAS) or refused)

    def _is_to_stand(self, w: Word, aux: set[str]) -> bool:
        """Whether somebody said they would take a stand, on no condition: "said it *would oppose* it"."""
        below = (c for c in self.s.children(w.i) if c.deprel == "advcl")
        if any(not _CONDITIONS.isdisjoint(marks_of(self.s, c.i)) for c in below):
            return False
        told = self.book.clear | self.book.said_of_later
        return "would" in aux and self._is_reported(w) and w.lemma.lower() in told

    def is_negated(self, i: int) -> bool:
        """Whether a word is denied by a particle or its subject ("no state"), or is *yet to* be done."""
        w = self.s.words[i]
        if w.deprel in ("xcomp", "acl", "advcl") and w.head >= 0:
            over = self.s.children(w.head) if self.s.words[w.head].lemma in ("have", "be") else ()
            if any(c.text.lower() == "yet" for c in over):
                return True
        return any(
            (c.deprel in ("advmod", "det", "cc:preconj") and self._denies(c))
            or (c.deprel == "cc" and w.deprel == "conj" and c.text.lower() == _NOR)
            or (c.deprel.startswith("nsubj") and self._is_nobody(c))
            or (c.deprel.startswith("obl") and self._is_nobody(c) and case_of(self.s, c.i) == "by")
            for c in self.s.children(i)
        )

    def _denies(self, c: Word) -> bool:
        return not self.book.denying.all.isdisjoint((c.text.lower(), c.lemma.lower())) or is_no_longer(
            self.s, c
        )

    def _is_nobody(self, noun: Word) -> bool:
        """Whether a subject is nobody: "none of the members", "no state", "neither Peru nor Chile"."""
        if noun.text.lower() in self.book.denying.nobody:
            return True
        before = (c for c in self.s.children(noun.i) if c.i < noun.i)
        if noun.text.lower() == "one" and any(self._denies(c) for c in before):
            return True  # "not one of the parties"
        if self._is_not_even_one(noun):
            return True
        own = [c for c in self.s.children(noun.i) if c.deprel in ("det", "cc:preconj", "nummod")]
        more = [c for c in self.s.children(noun.i) if c.deprel == "amod" and c.i < noun.i]
        more = [m for m in more if m.lemma.lower() in _MORE and not self._is_compared(m)]
        own += [c for m in more for c in self.s.children(m.i)]  # "no more troops"
        return any(c.text.lower() in self.book.denying.beside for c in own)

    def _is_compared(self, more: Word) -> bool:
        """Whether there is at most so much of a thing: "no *more than* seven seats"."""
        return self.s.words[min(more.i + 1, len(self.s.words) - 1)].text.lower() == _THAN

    def _is_not_even_one(self, noun: Word) -> bool:
        """Whether *not* stands before the article of a thing: "want *not a* tree felled", "not one seat"."""
        first = next(
            (c for c in self.s.children(noun.i) if c.text.lower() in _EVEN_ONE and c.i < noun.i), None
        )
        before = self.s.words[first.i - 1] if first is not None and first.i else None
        return before is not None and before.text.lower() == _NOT and before.head in (noun.i, noun.head)


def _is_relative(w: Word) -> bool:
    return w.text.lower() in ("which", "that", "who")


def _is_unmarked(w: Word) -> bool:
    """Whether a verb is written as in the present, whatever the tags say; *put* may be a past too."""
    return w.upos == "VERB" and w.text.lower() == w.lemma.lower() and w.lemma.lower() not in _SAME_IN_PAST


def is_verbal(s: Sentence, w: Word) -> bool:
    """Whether a word does a verb's work whatever its tag: it has a subject and an object."""
    kinds = {c.deprel for c in s.children(w.i)}
    return w.upos in ("VERB", "ADJ") or ({"nsubj", "obj"} <= kinds and "cop" not in kinds)


def turned(stance: Stance) -> Stance:
    """The opposite stand; neutral stays neutral."""
    return _TURNED[stance]


def _combined(topic: Stance, attitude: Stance | None) -> Stance:
    """The stand on a question from that of its topic (an exit is against) and the attitude to the topic."""
    if attitude is Stance.AGAINST:
        return turned(topic)
    return Stance.NEUTRAL if attitude is Stance.NEUTRAL else topic
