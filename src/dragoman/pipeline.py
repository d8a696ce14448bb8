"""The one road from a captured report to its record.

Each step takes what the steps before it found and adds its own; what is looked at and not kept carries
its reason in ``Record.dropped``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.record import Actor, ActorKind, Dropped, Event, Place, Record, Report, Span, Versions

if TYPE_CHECKING:
    from dragoman.codebook import Codebook
    from dragoman.codebook.gazetteer import Gazetteer
    from dragoman.coding.between import Between
    from dragoman.coding.interpret import Interpreter
    from dragoman.coding.parties import Parties
    from dragoman.coding.stance_surety import Judge
    from dragoman.coding.weigh import Weigher
    from dragoman.find.actor_cities import Capitals
    from dragoman.language.core import Language
    from dragoman.language.own import OwnTypes
    from dragoman.language.pairs import PairReader
    from dragoman.language.parse import Sentence
    from dragoman.settings import Settings


@dataclass(frozen=True)
class Reader:
    """Everything that reading needs, loaded once: the language core, the codebook, the gazetteers.

    ``lemmas`` are the words that codebook and speech hang on, to which the parser's lemmas are mended. The
    ``judge`` says how sure positions are; a model without such a head leaves them without.
    """

    language: Language
    codebook: Codebook
    gazetteer: Gazetteer
    interpreter: Interpreter
    weigher: Weigher
    lemmas: frozenset[str]
    versions: Versions
    model_dir: Path | None = None
    judge: Judge | None = None

    @classmethod
    def load(cls, settings: Settings) -> Reader:
        """The reader for these settings.

        Raises:
            ModelError: the model is missing or not the one that its manifest describes.
            CodebookError: a codebook or gazetteer file breaks its rules.
        """
        from dragoman.codebook import SHIPPED, load_codebook
        from dragoman.coding.commissive_book import shipped_commissives
        from dragoman.coding.interpret import Interpreter
        from dragoman.coding.stance_surety import Judge
        from dragoman.coding.triggers import index_triggers
        from dragoman.coding.weigh import Weigher
        from dragoman.find.quotation_cues import shipped_cues
        from dragoman.language import load
        from dragoman.version import __version__

        codebook = load_codebook(settings.codebook_dir or SHIPPED)
        # The coder finds parties by the tree: semantic roles would cost a quarter more and are not asked.
        language = load(settings.model_dir, roles=False, own=own_types(codebook, settings.model_dir))
        asked = settings.min_confidence
        sure = codebook.confidence
        stands = (sure.position_threshold, sure.doubtful_position_threshold)
        stands = stands if asked is None else (asked, asked)
        threshold, told = (sure.threshold, sure.told_threshold) if asked is None else (asked, asked)
        # Another threshold makes other records of the same codebook, and each says which it was.
        edition = codebook.version if asked is None else f"{codebook.version}, confidence from {asked:g}"
        triggers = index_triggers(codebook.types.values(), codebook.operators.operators)
        return cls(
            language=language,
            codebook=codebook,
            gazetteer=codebook.gazetteer(),
            interpreter=Interpreter(codebook.types, codebook.operators, triggers),
            weigher=Weigher(codebook.types, codebook.operators, sure, threshold, told_threshold=told),
            lemmas=shipped_cues().lemmas | triggers.lemmas | shipped_commissives().lemmas,
            versions=Versions(dragoman=__version__, model=language.version, codebook=edition),
            model_dir=settings.model_dir,
            judge=None if language.stands is None else Judge(language.stands, *stands),
        )

    def read(self, report: Report) -> Record:
        """The record of one report."""
        sentences = self.language.parse(report.text, passages(report))
        return self.code(report, sentences)

    @cached_property
    def told(self) -> Reader:
        """A reader who knows that every sentence tells something: an act alone in one is no less sure."""
        return replace(self, weigher=self.weigher.told())

    def between(self, text: str, actors: Sequence[Span], recipients: Sequence[Span]) -> Between:
        """What a sentence tells between two marked parties, whose characters are given.

        A party may be marked in several places, or not at all. Where the text holds several sentences, the
        one with most of the marks is asked. Whoever marks two parties says that something is told of them.
        """
        from dragoman.coding.between import between
        from dragoman.language.pairs import Asked

        report = Report("marked", text, (Span(0, len(text)),), language="en")
        parsed = self.language.parse_with_states(text, passages(report))
        events = self.told.code(report, parsed.sentences).events
        marks = (*actors, *recipients)

        def held(n: int) -> int:
            return sum(parsed.sentences[n].span.overlaps(m) for m in marks)

        best = max(range(len(parsed.sentences)), key=lambda n: (held(n), -n))
        sentence, states = parsed.sentences[best], parsed.states[best]
        words = (tuple(w for s in side for w in sentence.covering(s)) for side in (actors, recipients))
        asked = Asked(states, *words)
        here = [e for e in events if any(x.sentence == sentence.span for x in e.evidence)]
        return between(sentence, self.pairs.read([asked])[0], here, actors, recipients)

    @cached_property
    def capitals(self) -> Capitals:
        """The capitals of states, for "the Kenyan capital"."""
        from dragoman.find.actor_cities import Capitals

        return Capitals(self.gazetteer.terms)

    def seat_of(self, state: str) -> Place | None:
        """The capital of a state as a place, or None where it has not exactly one."""
        from dragoman.find.places import as_place, seat_of, shipped_gazetteer

        entry = seat_of(state, self.capitals, shipped_gazetteer())
        return None if entry is None else as_place(entry, entry.name, None)

    @cached_property
    def pairs(self) -> PairReader:
        """The head for marked pairs, loaded when first asked for."""
        from dragoman.language.pairs import load_pairs

        return load_pairs(self.model_dir)

    def code(self, report: Report, sentences: Sequence[Sentence]) -> Record:
        """The record of a report whose sentences are parsed; the part of the road after the encoder."""
        from dragoman.coding.answers import with_answered
        from dragoman.coding.concerned import with_concerned
        from dragoman.coding.counted import with_figures
        from dragoman.coding.counted_holders import counted
        from dragoman.coding.doers import with_doers
        from dragoman.coding.events import Surroundings, code_events
        from dragoman.coding.parties import parties_in
        from dragoman.coding.pledges import find_pledges
        from dragoman.coding.private_matters import nobodies
        from dragoman.coding.stances import find_positions
        from dragoman.coding.statements import hear
        from dragoman.find.actors import find_actors
        from dragoman.find.dates import find_dates
        from dragoman.find.event_carried import with_days_carried
        from dragoman.find.event_ended import with_ended_states
        from dragoman.find.event_here import here_in
        from dragoman.find.event_history import with_history
        from dragoman.find.event_places import PlacesOfEvents
        from dragoman.find.event_retold import with_days_of_lead
        from dragoman.find.event_states import with_capitals, with_countries
        from dragoman.find.event_times import TimesOfEvents, historical
        from dragoman.find.event_told_places import with_told_places
        from dragoman.find.figures import find_figures
        from dragoman.find.main_time import main_time
        from dragoman.find.places import find_places, named_places
        from dragoman.find.quotation_cues import shipped_cues
        from dragoman.find.quotation_repair import mended
        from dragoman.find.quote_marks import find_quotations
        from dragoman.resolve.first_person import with_voices
        from dragoman.resolve.recurring import with_recurring

        sentences = mended(sentences, report.headlines, self.lemmas, shipped_cues())
        named = named_places(report, sentences)
        quotations = find_quotations(report)
        found = find_actors(report, sentences, self.gazetteer, named, [q.span for q in quotations])
        dates = find_dates(report, sentences)
        places = find_places(report, sentences, actors_found=found, named=named, capital_of=self.capitals)
        figures = find_figures(report, sentences, dates)
        times = [d.value for d in dates]
        heard = hear(report, sentences, quotations, found, times)
        sides = {a.id: a.state for a in found.actors}
        where = PlacesOfEvents((*places, *here_in(report, sentences, [q.span for q in quotations])))
        lying_in = [(p.span, p.place.country) for p in places if p.how == "name" and p.place.country]
        cast: Sequence[Parties] = [parties_in(s, found.mentions, heard.speaker_of) for s in sentences]
        found, cast = with_doers(report, cast, found, dict(lying_in))
        around = Surroundings(
            speakers=heard.speaker_at,
            time=TimesOfEvents(dates, sentences).of,
            place=where.of,
            historical=partial(historical, report=report),
            side=lambda actor: None if actor is None else sides.get(actor),
            nobodies=nobodies(found.actors, self.gazetteer.holders),
        )
        placed = [parties.in_places(lying_in, found.places, found.pairs) for parties in cast]
        coded = code_events(report, placed, self.codebook, self.interpreter, self.weigher, around)
        answered = with_answered(sentences, coded.events, around.side)
        answered = with_concerned(sentences, answered, found.mentions, {a.id: a for a in found.actors})
        told_again = with_days_of_lead(report, sentences, answered, around.side)
        told_again = with_days_carried(report, sentences, told_again)
        told_again = with_history(report, sentences, dates, told_again)
        told_again = with_ended_states(report, told_again, self.gazetteer.entries)
        events, figures = with_figures(where.noted(told_again, sentences), figures, sentences)
        voiced = with_voices(
            with_states(found.actors, events, self.gazetteer), found.mentions, report, heard.speaker_of
        )
        told = with_recurring(report, sentences, voiced.actors, voiced.mentions, places)
        events = with_told_places(events, sentences, told.mentions, places)
        states = {a.id: a.state for a in told.actors}
        events = with_capitals(events, sentences, told.mentions, states, self.seat_of)
        events = with_countries(events, told.mentions, states)
        counts = counted(report, placed, {a.id for a in told.actors})
        unsure: list[Dropped] = []
        positions = find_positions(
            report, counts.cast, found, parts=counts.parts, judge=self.judge, left_out=unsure
        )
        told = told.joined_by(*counts.held(positions))
        return Record(
            report=report,
            actors=told.actors,
            mentions=told.mentions,
            events=events,
            statements=heard.about(events),
            pledges=find_pledges(report, placed, heard, events, found, times, dates),
            positions=positions,
            figures=figures,
            when=main_time(report, sentences, dates),
            dropped=(*found.dropped, *coded.dropped, *unsure),
            versions=self.versions,
        )


def own_types(codebook: Codebook, model_dir: Path | None = None) -> OwnTypes | None:
    """What the language core needs to see a codebook's taught types; None where it has none.

    Raises:
        CodebookError: a type is not trained, or its training is older than its examples or the model.
    """
    from dragoman.codebook.trained import load_trained, taught_types
    from dragoman.language.model import model_digest
    from dragoman.language.own import OwnType, OwnTypes

    taught = taught_types(codebook.types.values())
    if not taught:
        return None
    model = model_digest(model_dir)
    trained = [load_trained(kind, lessons, model, codebook.folder) for kind, lessons in taught]
    return OwnTypes([OwnType(t.event, t.weights, t.bias, t.threshold, t.slope) for t in trained])


def with_states(actors: Sequence[Actor], events: Sequence[Event], gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """The actors of a report and the states that events reach only through a city ("flew to Hanoi")."""
    known = {a.id for a in actors}
    reached = dict.fromkeys(i for e in events for i in (*e.actors, *e.recipients) if i not in known)
    entries = (gazetteer.entries[i] for i in reached if i in gazetteer.entries)
    added = (
        Actor(id=e.id, kind=ActorKind(e.kind), name=e.name, state=e.state, sector=e.sector) for e in entries
    )
    return (*actors, *added)


def passages(report: Report) -> tuple[Span, ...]:
    """What of a report is read: its title, its standfirst and the paragraphs of its body, in order."""
    return tuple(sorted({*report.headlines, *report.body}))
