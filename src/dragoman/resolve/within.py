"""Resolution within one report: from phrases to mentions of actors, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.tree_words import tree_words
from dragoman.find.actor_cities import CountryOf, nowhere
from dragoman.find.actor_links import LOCAL_SECTORS
from dragoman.find.actor_phrase import Phrase
from dragoman.find.in_order import in_order
from dragoman.find.place_shapes import place_shapes
from dragoman.language.joined import with_joined
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.record import Actor, ActorKind, Dropped, How, Mention, Span
from dragoman.resolve.addressed import is_addressed
from dragoman.resolve.barred import barred
from dragoman.resolve.binding import doers, likely, sayer_above
from dragoman.resolve.captives import fate
from dragoman.resolve.cast import COMMON, Cast
from dragoman.resolve.counted import counted, together
from dragoman.resolve.descriptions import Describer
from dragoman.resolve.name_phrases import NamePhrases
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.of_two import BOTH, ORDER, both_before, two_before
from dragoman.resolve.ownership import Ownership
from dragoman.resolve.person_phrases import PersonPhrases
from dragoman.resolve.persons import Known, People
from dragoman.resolve.phrase_view import View
from dragoman.resolve.predicates import subject_of
from dragoman.resolve.pronouns import FIRST, SECOND, THEY, PronounReader, Spot
from dragoman.resolve.role_phrases import RolePhrases
from dragoman.resolve.scene import Scene
from dragoman.values import changed

_STANDING = frozenset({"against"})
"""What somebody is, not a thing of which it is said."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions of a report with their actors, which of them are places, and what was dropped.

    ``pairs`` are the two for whom a mention of both together stands.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    places: frozenset[Span]
    dropped: tuple[Dropped, ...]
    pairs: dict[Span, tuple[str, ...]]


def resolve(
    views: Sequence[View],
    gazetteer: Gazetteer,
    report_id: str,
    date: str | None,
    country_of: CountryOf = nowhere,
    filed: str | None = None,
) -> Resolved:
    """Resolve the phrases of a report in the order of its text.

    ``date`` is the ISO day of publication, or None; it decides who held an office. ``filed`` is the state
    from which the report was filed, where its dateline tells.
    """
    resolver = Resolver(gazetteer, report_id, date, country_of)
    resolver.notes.scene.filed = filed
    resolver.notes.scene.titled.update(_titled(views))
    for view in views:
        resolver.sentence(view)
    resolver.fill_states()
    notes = resolver.notes
    # The resolver and its notes hold each other: all words of the report would wait for the collector.
    notes.resolve = _nobody
    return Resolved(
        notes.cast.actors(),
        in_order(notes.mentions),
        frozenset(notes.places),
        tuple(notes.dropped),
        notes.pairs,
    )


def _nobody(i: int) -> None:
    """What resolves a phrase of a report that is resolved: nothing."""


def _titled(views: Sequence[View]) -> dict[tuple[str, str], frozenset[str]]:
    """The full names to which the report gives an office of a state or body: ("foreign-minister", "PER")."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for view in views:
        for phrase in view.phrases:
            office = phrase.role.office if phrase.role else None
            owner = phrase.owner.entry if phrase.owner else None
            if phrase.what != "person" or phrase.shifts or not (office and owner and phrase.name):
                continue
            if phrase.name[1] > phrase.name[0]:
                span = view.range(*phrase.name)
                name = " ".join(view.text[span.start : span.end].split())
                found[office, owner] = found.get((office, owner), frozenset()) | {name}
    return found


class Resolver:
    """Walks through a report, phrase by phrase."""

    def __init__(
        self, gazetteer: Gazetteer, report_id: str, date: str | None, country_of: CountryOf = nowhere
    ) -> None:
        cast, scene = Cast(report_id), Scene()
        people = People(gazetteer, cast, scene, date)
        describer = Describer(gazetteer, scene, people, date)
        pronouns = PronounReader(gazetteer, scene)
        empty = View(0, "", (), (), (), {})
        self.notes = Notebook(
            gazetteer, date, country_of, cast, scene, people, describer, pronouns, empty, self.phrase
        )
        owners = Ownership(self.notes)
        self.names = NamePhrases(self.notes)
        self.persons = PersonPhrases(self.notes, owners)
        self.roles = RolePhrases(self.notes, owners)
        self.actor_verbs = gazetteer.readings.actor_verbs
        self.inquiring_verbs = gazetteer.readings.inquiring_verbs
        self.found: dict[int, Known | None] = {}
        self.paragraph, self.end = 0, 0
        self.brackets = False  # whether the sentence has any

    def sentence(self, view: View) -> None:
        """Resolve the phrases of one sentence; owned phrases come after their owners."""
        self.found = {}
        self.notes.view = view
        self.notes.views.append(view)
        self.brackets = bool(view.tokens) and "(" in view.text[view.tokens[0].start : view.tokens[-1].end]
        for first, last, reason in view.lost:
            span = view.range(first, last)
            self.notes.dropped.append(Dropped("actors", span, f"“{span.of(view.text)}” is {reason}"))
        self._place(view)
        self._things(view)
        countries = [p.place_owner for p in view.phrases if p.what == "city"]
        self.notes.scene.cities += [(view.index, country) for country in countries if country]
        for i in range(len(view.phrases)):
            self.phrase(i)

    def _acts(self, word: Word) -> bool:
        """Whether a word is the subject of a verb of somebody who acts, or is addressed ("it was urged")."""
        view = self.notes.view
        if not word.deprel.startswith("nsubj") or not 0 <= word.head < len(view.words):
            return False
        over = view.words[word.head]
        if over.upos == "NOUN" and _STANDING.intersection(cases_of(view.words, over.i)):
            return True  # "it is *against* the plan"
        lemma = over.lemma.lower()
        return lemma in (tree_words().addressing if word.deprel == "nsubj:pass" else self.actor_verbs)

    def _things(self, view: View) -> None:
        """Note the subjects that are no actors, for which "it" may stand."""
        subjects = [
            w.span
            for w in view.words
            if w.upos == "NOUN" and w.deprel.startswith("nsubj") and w.feat("Number") != "Plur"
        ]
        if not subjects:
            return
        tokens = view.tokens
        named = [(tokens[p.first].start, tokens[p.last].end) for p in view.phrases if p.what != "pronoun"]
        for start, end in subjects:
            if not any(first <= start and end <= last for first, last in named):
                self.notes.scene.things.append((view.index, start))

    def _place(self, view: View) -> None:
        """Note in which paragraph a sentence stands, and where it says at once that it plays."""
        scene = self.notes.scene
        if view.tokens:
            between = view.text[self.end : view.tokens[0].start]
            self.paragraph += "\n" in between
            self.end = view.tokens[-1].end
        scene.paragraphs[view.index] = self.paragraph
        for i, phrase in enumerate(view.phrases[:2]):
            if (country := self._opening(view, i, phrase)) is not None:
                scene.openings[view.index] = country

    def _opening(self, view: View, i: int, phrase: Phrase) -> str | None:
        """The country of "In Oslo, ..." or "In the Norwegian town of Voss ..." at the head of a sentence."""
        after = phrase.last + 1
        if not phrase.first or view.tokens[0].norm not in ("in", "at") or after >= len(view.tokens):
            return None
        before = (view.tokens[0].end, view.tokens[phrase.first].start)
        town = place_shapes().opening_town_of.fullmatch(view.text, *before) is not None
        comma = "," in view.text[view.tokens[phrase.last].end : view.tokens[after].start]
        adjective = phrase.term is not None and phrase.term.form == "adjective"
        if (
            adjective
            and phrase.first <= 2
            and view.tokens[after].norm in self.notes.gazetteer.readings.town_nouns
        ):
            town = True  # "in the Kenyan capital"
        if not (town or (phrase.first == 1 and comma)):
            return None
        if phrase.what == "city":
            return phrase.place_owner
        entry = self.notes.gazetteer.entries.get(phrase.term.ref) if phrase.term else None
        return entry.state if entry is not None and entry.kind == "state" else None

    def phrase(self, i: int) -> Known | None:
        """Resolve one phrase of the sentence, once."""
        if i in self.found:
            return self.found[i]
        self.found[i] = None
        view = self.notes.view
        phrase, partner = view.phrases[i], view.same.get(i)
        if i in view.dropped:
            self._no_actor(i, phrase)
        elif partner is not None and partner != i:
            person = view.phrases[partner].what == "person"
            self.found[i] = (self.persons if person else self.names).described(i, partner)
        elif phrase.what == "role" and (subject := self._subject_of(phrase)) is not None:
            self.found[i] = self.persons.said_of(i, subject)
        elif (known := self._dispatch(i, phrase)) is not None:
            self.found[i] = known
            self.notes.mention(i, phrase, known)
            if self.brackets:
                self._note_acronym(phrase, known)
        return self.found[i]

    def _subject_of(self, phrase: Phrase) -> int | None:
        """The position of the person of whom a phrase says what he or she is, where that is somebody."""
        role = phrase.role
        if role is None or role.kind != "person" or phrase.plural:
            return None
        at = self.notes.view.said_of(phrase)
        if at is None or self.notes.view.phrases[at].what not in ("person", "pronoun", "role"):
            return None
        known = self.phrase(at)
        member = self.notes.cast.get(known.actor) if known is not None else None
        return at if member is not None and member.kind == ActorKind.PERSON else None

    def fill_states(self) -> None:
        """Whoever has no state yet gets the one that the whole report is about, if there is one."""
        notes = self.notes
        home = notes.scene.whole()
        for actor in notes.cast.actors() if home else ():
            homeless = actor.state is None and actor.id.startswith((notes.cast.prefix, "person:"))
            homeless = homeless and actor.id not in notes.gazetteer.holders
            local = actor.sector in LOCAL_SECTORS or actor.sector == "MIL"
            if home and homeless and local and actor.id not in notes.stateless:
                notes.cast.settle(actor.id, home)

    def _note_acronym(self, phrase: Phrase, known: Known) -> None:
        """Keep an acronym in brackets in mind: "Lagos Dockers League (LDL)"."""
        view = self.notes.view
        after = phrase.last + 1
        if phrase.what == "pronoun" or after >= len(view.tokens):
            return
        token = view.tokens[after]
        if not token.text.isupper():
            return
        bracketed = view.text[view.tokens[phrase.last].end : token.start].strip() == "("
        if bracketed and view.text[token.end : token.end + 1] == ")":
            self.notes.scene.aliases[token.norm] = known.actor

    def _no_actor(self, i: int, phrase: Phrase) -> None:
        notes = self.notes
        notes.drop(phrase, notes.view.dropped[i])
        entry = notes.gazetteer.entries.get(phrase.term.ref) if phrase.term else None
        if entry is not None and entry.state:
            notes.scene.cities.append((notes.view.index, entry.state))

    def _dispatch(self, i: int, phrase: Phrase) -> Known | None:
        if phrase.what == "person":
            return self.persons.named(phrase)
        if (number := counted(self.notes.view, phrase)) and (several := self._several(phrase, number)):
            return several
        if phrase.what == "entry":
            return self.names.entry(i, phrase)
        if phrase.what == "pronoun":
            return self._pronoun(phrase)
        if phrase.what == "city":
            return None
        named = phrase.what == "noun" and phrase.named and self.notes.view.tokens[phrase.head].capital
        if named or phrase.what == "unknown" or self._body_of_its_own(phrase):
            return self.names.unknown(phrase)
        return self.roles.read(phrase)

    def _several(self, phrase: Phrase, number: int) -> Known | None:
        """The states, so many, that were joined last: "the four states"."""
        notes = self.notes
        states = together(notes.scene, number)
        if not states:
            return None
        written = notes.view.written(phrase, bare=True)
        ident = notes.cast.add(Actor(notes.cast.scoped(written), ActorKind.GROUP, written), COMMON)
        notes.paired[ident] = notes.pairs[notes.view.span(phrase)] = states
        return Known(ident, f"the {number} told of together last: {', '.join(states)}", 0.7)

    def _body_of_its_own(self, phrase: Phrase) -> bool:
        """Whether a neutral noun with a capital ends a proper name: "the Delta Front"."""
        role = phrase.role
        if role is None or not role.neutral or role.kind != "group" or not phrase.named:
            return False
        told = phrase.owner is not None or phrase.shifts or phrase.of_role is not None
        return not told and self.notes.view.tokens[phrase.head].capital and not phrase.plural

    def _pronoun(self, phrase: Phrase) -> Known | None:
        notes, view = self.notes, self.notes.view
        token, span = view.tokens[phrase.first], view.span(phrase)
        if token.norm in ORDER or token.norm == BOTH:
            return self._of_two(token.norm, span)
        if token.norm in SECOND:
            spoken_to = Mention(None, span, token.text, How.PRONOUN, "who is spoken to", None, 0.5)
            notes.mentions.append(spoken_to)
            return None
        if token.norm in FIRST:
            quoted = view.in_quotes(span.start)
            reason = "the speaker of the quotation, or those spoken for" if quoted else "who speaks or writes"
            notes.mentions.append(Mention(None, span, token.text, How.PRONOUN, reason, None, 0.5))
            return None
        word = view.word(phrase)
        addressed = word is not None and token.norm == "it" and is_addressed(view.words, word)
        spot = Spot(
            view.index,
            span.start,
            view.clauses(phrase),
            objective=word is not None and word.deprel in ("obj", "iobj", "obl", "nmod"),
            acts=addressed or (word is not None and self._acts(word)),
            quote=view.quote_at(span.start),
            does=word is None or not 0 <= word.head < len(view.words) or view.words[word.head].upos == "VERB",
            barred=barred(view, phrase.first, notes.scene, notes.gazetteer.readings),
            never=doers(view, phrase.first, notes.scene),
            tells=word is not None and self._tells(word),
            speech=self._speech(word, span),
            fate=fate(view, word, notes.gazetteer.readings),
            likely=likely(view, phrase.first, notes.scene),
            says=sayer_above(view, phrase.first, notes.scene),
            active=word is not None and word.deprel == "nsubj" and self._is_verb(word.head),
            addressed=addressed,
            under=self._under(word),
        )
        known = self._coming(phrase, token.norm) or self._tellers(word, token.norm, span)
        known = known or notes.pronouns.read(token.norm, spot)
        if known is not None and known.runner_up in notes.scene.joined:
            known = changed(known, runner_up=None)
        if known is None or known.actor is None:
            return known
        notes.bring_in(known.actor)
        if token.norm in THEY:
            sentence, together = notes.scene.beside.get(known.actor, (-2, ()))
            if view.index - sentence <= 1 and len(together) > 1:
                notes.pairs[span] = together
        if both := notes.paired.get(known.actor):
            notes.pairs[span] = both
        return self._all(known) if known.actor in notes.scene.joined else known

    def _tellers(self, word: Word | None, norm: str, span: Span) -> Known | None:
        """Those who say together what "they" do: "Chad and Togo said that *they* would leave"."""
        notes, words = self.notes, self.notes.view.words
        if norm != "they" or word is None or word.deprel != "nsubj" or word.head < 0:
            return None
        verb = words[word.head]
        if verb.deprel != "ccomp" or verb.head < 0:
            return None
        subject = subject_of(words, words[verb.head])
        if subject is None or subject.deprel != "nsubj":
            return None
        heads = with_joined(words, subject)
        named = {s.word: s.actor for s in notes.scene.since(notes.view.index) if s.word in heads}
        if len(heads) < 2 or len(named) < len(heads):
            return None
        notes.pairs[span] = together = tuple(named[i] for i in heads)
        return Known(together[0], f"“{norm}” are those who say so together", 0.8)

    def _under(self, word: Word | None) -> frozenset[int]:
        """The verb to which the clause of a pronoun says when or why: "was shot *after* he fled"."""
        words = self.notes.view.words
        if word is None or not self._is_verb(word.head) or words[word.head].deprel != "advcl":
            return frozenset()
        return frozenset({words[word.head].head})

    def _is_verb(self, i: int) -> bool:
        words = self.notes.view.words
        return 0 <= i < len(words) and words[i].upos == "VERB"

    def _tells(self, word: Word) -> bool:
        """Whether a pronoun's verb is one of those who tell or look into what others did."""
        verb = self.notes.view.words[word.head] if 0 <= word.head < len(self.notes.view.words) else None
        lemma = "" if verb is None else verb.lemma.lower()
        return lemma in tree_words().telling or lemma in self.inquiring_verbs

    def _of_two(self, norm: str, span: Span) -> Known | None:
        """One of the two named last, or both: "Chad and Togo agreed; *the former* …"."""
        notes = self.notes
        alone = norm == BOTH
        both = (
            both_before(notes.scene, notes.view, notes.paired)
            if alone
            else two_before(notes.scene, notes.view, span.start)
        )
        if len(both) != 2:
            return None
        if not alone:
            return Known(both[ORDER[norm]], f"the {norm} of the two named before", 0.7)
        ident = notes.cast.add(Actor(notes.cast.scoped(norm), ActorKind.GROUP, norm), COMMON)
        notes.paired[ident] = notes.pairs[span] = both
        return Known(ident, f"the two named before: {both[0]} and {both[1]}", 0.6)

    def _speech(self, word: Word | None, span: Span) -> tuple[Span, ...]:
        """The quotations of the report, more than a word or two, where a pronoun is who says one of them."""
        view = self.notes.view
        if word is None or not view.quoted or word.deprel != "nsubj" or not 0 <= word.head < len(view.words):
            return ()
        if view.words[word.head].lemma.lower() not in tree_words().telling or view.in_quotes(span.start):
            return ()
        return tuple(q for q in view.quoted if q.start < span.start and " " in q.of(view.text).strip())

    def _coming(self, phrase: Phrase, norm: str) -> Known | None:
        """Whom the sentence names as its subject after an opening with a pronoun."""
        at = self.notes.view.subject_after(phrase)
        if at is None or self.notes.view.phrases[at].what != "person":
            return None
        named = self.phrase(at)
        return None if named is None else self.notes.pronouns.coming(norm, named.actor)

    def _all(self, known: Known) -> Known:
        """Those whom "and" joins, as one actor: "Ann and Ben … they"."""
        notes = self.notes
        members = notes.scene.joined[known.actor]
        names = [actor.name for m in members if (actor := notes.cast.get(m)) is not None]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        ident = notes.cast.add(Actor(notes.cast.scoped(name), ActorKind.GROUP, name), COMMON)
        return changed(known, actor=ident, reason=f"those named together before: {name}")
