"""Where an event took place: the place that hangs on its word or on a word of its clause.

The dateline and the publisher are never asked. Nor is a state that acts ("Russia attacked"): only what
stands behind a preposition of place, is the goal of a movement, or is what was visited or shelled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from dragoman.find.dates import shipped_finder as shipped_dates
from dragoman.find.event_clause import Clause
from dragoman.find.event_shared import Shared
from dragoman.find.place_words import PRECISIONS, PlaceMention, shipped_words
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Place, Span
from dragoman.values import changed

_STEPS = 5


class PlacesOfEvents:
    """Where the events of a report took place. A sentence's places are filed once for all."""

    def __init__(self, places: Iterable[PlaceMention]) -> None:
        self._places = tuple(p for p in places if p.how == "name")
        self._choosers: dict[Span, _Chooser | None] = {}

    def of(self, trigger: int, sentence: Sentence) -> Place | None:
        """The place of the event named by a word of a sentence of the report, or None where it gives none."""
        if sentence.span not in self._choosers:
            # All are held against every sentence: a call of `covers` would cost more than it tells.
            start, end = sentence.span
            here = tuple([p for p in self._places if start <= p.span[0] and p.span[1] <= end])
            self._choosers[sentence.span] = _Chooser(sentence, here) if here else None
        chooser = self._choosers[sentence.span]
        return None if chooser is None else chooser.choose(trigger)

    def noted(self, events: Iterable[Event], sentences: Iterable[Sentence]) -> tuple[Event, ...]:
        """The events, those that took place in several places with a step that names the others."""
        by_span = {s.span: s for s in sentences}
        return tuple(self._noted(e, by_span.get(e.evidence[0].sentence)) for e in events)

    def _noted(self, event: Event, sentence: Sentence | None) -> Event:
        chooser = self._choosers.get(event.evidence[0].sentence)
        words = sentence.covering(event.evidence[0].trigger) if sentence is not None else ()
        if event.place is None or event.place.span is None or chooser is None or not words:
            return event
        others = chooser.others(words[0], event.place)
        if not others:
            return event
        step = (
            f"place: “{chooser.written(event.place.span)}” is the first of several, with {', '.join(others)}"
        )
        return changed(event, steps=(*event.steps, step))


class _Chooser:
    """The places of one sentence, filed under the words that they place."""

    def __init__(self, sentence: Sentence, places: tuple[PlaceMention, ...]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lexicon = shipped_words()
        self.clause = Clause(sentence, shipped_dates().words.connectives)
        self.held: dict[int, list[PlaceMention]] = defaultdict(list)
        for mention in places:
            for governor in self._placed(mention):
                self.held[governor].append(mention)
        self.spans: dict[int, list[Span]] = {i: [m.span for m in held] for i, held in self.held.items()}
        self.still = {i: spans for i, spans in self.spans.items() if self.words[i].lemma not in _going()}
        self.shared = Shared(self.clause)
        self.telling = _telling()

    def choose(self, trigger: int) -> Place | None:
        """The finest place at the first word of the event's clause that has one."""
        found = self._there(trigger) if self.held else []
        return min(found, key=_coarseness).place if found else None

    def others(self, trigger: int, chosen: Place) -> tuple[str, ...]:
        """The places as fine as the chosen one that the event took place in as well, as they are written."""
        there = [m for m in self._there(trigger) if m.place.precision == chosen.precision]
        found = {m.place.geoname_id or m.text: f"“{m.text}”" for m in there if m.place != chosen}
        found.pop(chosen.geoname_id or chosen.name, None)
        return tuple(found.values())

    def written(self, span: Span) -> str:
        """The words of the report at a place."""
        return next((m.text for held in self.held.values() for m in held if m.span == span), "")

    def _there(self, trigger: int) -> list[PlaceMention]:
        """The places at the first word of the event's clause that has any."""
        node = trigger
        for _ in range(_STEPS):
            stations = [place for place, _ in self.clause.stations(node, self.spans)]
            stations += self._objects(self.words[node])
            stations += [place for place, _ in self.shared.at_participles(node, self.still)]
            for place in stations:
                if place in self.held and not self._only_spoken_to(self.words[node], self.words[place]):
                    return self.held[place]
            step = self.clause.step(node, self.spans)
            if step is None or step.how != "same" or step.last or self._apart(node, step.to):
                return []
            node = step.to
        return []

    def _apart(self, one: int, other: int) -> bool:
        """Whether coordinated verbs are too unlike to share a place ("visited Beijing and urged …").

        What stands before both is of both ("In Oslo, he met the king and urged …").
        """
        later, first = self.words[one], self.words[other]
        if later.deprel != "conj" or self._fronted(first):
            return False
        if later.lemma in self.telling or first.lemma in self.telling:
            return True
        if later.lemma in self.lexicon.placed_by_object and not self._done_to_people(later):
            return True
        return first.lemma in self.lexicon.placed_by_object and self._moves_on(first, later)

    def _fronted(self, verb: Word) -> bool:
        """Whether the place of a verb stands before it."""
        held = [
            span
            for place, _ in self.clause.stations(verb.i, self.spans)
            for span in self.spans.get(place, ())
        ]
        return bool(held) and all(span.end < verb.span.start for span in held)

    def _done_to_people(self, verb: Word) -> bool:
        """Whether the object of a verb of taking or attacking is no place ("seized the clerk")."""
        for child in self.sentence.children(verb.i):
            if child.deprel in ("obj", "nsubj:pass"):
                person = any(e.label == "PER" and e.span.covers(child.span) for e in self.sentence.entities)
                return person or (child.upos == "NOUN" and child.lemma not in self.lexicon.place_nouns)
        return False

    def _moves_on(self, first: Word, later: Word) -> bool:
        """Whether whoever was there left before the later deed ("visited Goma and flew home")."""
        if first.lemma in self.lexicon.leaving:
            return True
        goes = later.lemma in _going()
        return goes and not any(c.deprel in ("obj", "nsubj:pass") for c in self.sentence.children(later.i))

    def _objects(self, verb: Word) -> list[int]:
        """What was acted on, and those counted by it or agreed with, whose place is the event's."""
        found: list[int] = []
        tells = verb.lemma in self.telling
        for child in self.sentence.children(verb.i):
            if self._takes_place_of(verb, child):
                found.append(child.i)
                if not tells:
                    found += [c.i for c in self.sentence.children(child.i) if self._is_party_of(child, c)]
        return found

    def _is_party_of(self, noun: Word, child: Word) -> bool:
        """As in "dozens of clerks in Lyon" and "signed a pact with the rebels in Abuja"."""
        if child.deprel != "nmod":
            return False
        marker = self.clause.marker(child)
        if marker == "with" and noun.lemma in self.lexicon.settled:
            rebels = child.feat("Number") == "Plur" and any(
                c.feat("Definite") == "Def" for c in self.sentence.children(child.i)
            )
            return rebels or child.upos == "PROPN" or child.lemma in self.lexicon.signatories
        return marker == "of" and noun.lemma in self.lexicon.counting

    def _takes_place_of(self, verb: Word, child: Word) -> bool:
        """As in "killed 30 people in Kharkiv": the parse may hang the place on what was killed.

        Not what is spoken of ("condemned the attack in Kabul"), to whom one speaks, or what is burdened
        ("sanctions on a bank in Moscow").
        """
        if verb.upos != "VERB" or child.deprel not in ("obj", "nsubj:pass", "obl", "obl:agent"):
            return False
        if verb.lemma in self.clause.lexicon.saying_verbs and self._is_event(child):
            return False
        if self._only_spoken_to(verb, child):
            return False
        laid = any(
            c.deprel == "obj" and c.lemma in self.lexicon.placeless for c in self.sentence.children(verb.i)
        )
        return not (laid and self.clause.marker(child) in ("on", "against", "over"))

    def _only_spoken_to(self, verb: Word, word: Word) -> bool:
        """Whether a place is where somebody sits who is thanked or told ("told its *envoy* in Lima")."""
        return word.lemma in self.lexicon.seated and verb.lemma in self.lexicon.far_spoken

    def _placed(self, mention: PlaceMention) -> Iterable[int]:
        """The words that a mention places, through nouns such as "the town of"."""
        here = self.sentence.head_of(mention.span)
        if here is not None:
            yield from self._happened_beside(here)
        for _ in range(_STEPS):
            if here is None:
                return
            yield from self._happened_there(here)
            if self.words[here].head < 0:
                return
            word, over = self.words[here], self.words[self.words[here].head]
            base = word.deprel.split(":")[0]
            marker = self.clause.marker(word)
            if self._places(word, over, base, marker, mention):
                yield over.i
                return
            if not self._passes(word, over, base, marker):
                return
            here = over.i

    def _happened_there(self, named: int) -> Iterable[int]:
        """The verbs of clauses such as "in Brussels, where he was received"."""
        for clause in self.sentence.children(named):
            if clause.deprel.startswith("acl") and any(
                c.lemma.lower() == "where" for c in self.sentence.children(clause.i)
            ):
                yield clause.i

    def _happened_beside(self, named: int) -> Iterable[int]:
        """The verbs of "in Ada, in northern Peru, where he was received", placed in the town as well."""
        word = self.words[named]
        for other in self.words[named + 1 :]:
            near = other.head in (named, word.head) and other.deprel.split(":")[0] in ("obl", "nmod", "appos")
            if near and other.upos == "PROPN" and other.i > named and self._lies_in(named, other):
                yield from self._happened_there(other.i)

    def _lies_in(self, named: int, wider: Word) -> bool:
        """Whether a comma and "in" part a name from the wider place that it lies in."""
        between = self.words[named + 1 : wider.i]
        return bool(between) and between[0].text == "," and self.clause.marker(wider) == "in"

    def _places(self, word: Word, over: Word, base: str, marker: str, mention: PlaceMention) -> bool:
        lexicon = self.lexicon
        if base == "advmod" and word.text.lower() in ("here", "there"):
            done_to = over.deprel in ("obj", "nsubj:pass")  # "shot two men here"
            return over.upos == "VERB" or over.lemma in lexicon.local_bodies or done_to
        if base in ("obl", "nmod", "advmod", "advcl", "acl") and marker:
            if marker in ("on", "over", "above"):
                return word.lemma.lower() in lexicon.on_and_over
            if marker == "between":
                return mention.kind in ("city", "county", "region") and not self._is_event(over)
            if marker in lexicon.where or self._beside(word):
                return not (marker in ("in", "at") and over.lemma in lexicon.place_nouns and base == "nmod")
            if marker in lexicon.whither:
                admitted = marker == "into" and over.lemma in lexicon.let_in
                return admitted or bool({over.lemma, self._over(over)} & lexicon.moving)
            return marker in lexicon.whence and over.lemma in lexicon.leaving
        if word.lemma in lexicon.directions and base in ("obl", "advmod", "nmod", "case"):
            return True
        if base in ("obj", "nsubj") and (base == "obj" or word.deprel == "nsubj:pass"):
            town = mention.kind in ("city", "capital", "county", "region")
            return over.lemma in lexicon.placed_by_object or (town and over.lemma in lexicon.placed_by_town)
        return (
            base in ("compound", "nmod")
            and mention.kind != "country"
            and (self._is_event(over) or over.lemma in self.lexicon.local_bodies)
            and word.i < over.i
        )

    def _beside(self, word: Word) -> bool:
        """Whether a place is told by its direction from a name ("villages east of Tyre")."""
        children = [c for c in self.sentence.children(word.i) if c.i < word.i]
        named = any(c.text.lower() == "of" and c.deprel == "case" for c in children)
        return named and any(c.lemma in self.lexicon.directions for c in children)

    def _over(self, word: Word) -> str:
        """The lemma of the verb whose object a word is ("sent troops to Kosovo")."""
        return self.words[word.head].lemma if word.head >= 0 and word.deprel == "obj" else ""

    def _passes(self, word: Word, over: Word, base: str, marker: str) -> bool:
        """Whether the thing above is named by the place ("the town of Bucha", "Paris, France")."""
        if base in ("appos", "flat", "conj", "compound"):
            return over.upos == "PROPN" or over.lemma in self.lexicon.place_nouns
        if base == "advmod" and word.text.lower() in ("here", "there"):  # "in a house there"
            return over.upos == "NOUN" and self.clause.marker(over) in self.lexicon.where
        if base in ("nmod", "obl"):
            if over.lemma in self.lexicon.borders and marker == "with":
                return False
            if over.lemma in self.lexicon.ways and marker in self.lexicon.whither:
                return True
            named = base == "nmod" and over.upos == "PROPN"
            return named or over.lemma in self.lexicon.place_nouns or over.lemma in self.lexicon.directions
        return False

    def _is_event(self, noun: Word) -> bool:
        """A noun that may name what happens ("the Kabul bombing", not "Kabul officials")."""
        if noun.upos != "NOUN" or noun.lemma in self.lexicon.place_nouns:
            return False
        return noun.lemma.endswith(self.lexicon.event_endings)


def _coarseness(mention: PlaceMention) -> tuple[int, Span]:
    precision = mention.place.precision
    return (PRECISIONS.index(precision) if precision in PRECISIONS else len(PRECISIONS), mention.span)


@cache
def _going() -> frozenset[str]:
    """The verbs of moving and leaving; joined once a process, as those below."""
    return shipped_words().moving | shipped_words().leaving


@cache
def _telling() -> frozenset[str]:
    """The verbs of saying by which nobody tells from the spot."""
    return shipped_dates().words.connectives.saying_verbs - shipped_words().on_the_spot
