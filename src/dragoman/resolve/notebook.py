"""What is kept while a report is resolved: its cast, its scene, its mentions, and what was dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.tree_words import tree_words
from dragoman.find.actor_cities import CountryOf
from dragoman.find.actor_phrase import Phrase
from dragoman.language.parse import Word
from dragoman.record import ActorKind, Dropped, How, Mention, Span
from dragoman.resolve.captives import taken
from dragoman.resolve.cast import COMMON, Cast
from dragoman.resolve.clashes import clash
from dragoman.resolve.counted import of_states
from dragoman.resolve.descriptions import Describer
from dragoman.resolve.persons import Known, People
from dragoman.resolve.phrase_view import View
from dragoman.resolve.pronouns import THEY, PronounReader
from dragoman.resolve.scene import Scene, Seen
from dragoman.values import changed

_HOW = {
    "name": How.NAME,
    "acronym": How.ACRONYM,
    "adjective": How.DEMONYM,
    "people": How.DEMONYM,
    "citizen": How.DEMONYM,
    "capital": How.METONYM,
    "capital-if-named": How.METONYM,
    "metonym": How.METONYM,
}
_TWO = frozenset({"two", "both"})
_NOTHING_TOLD = (False, False, False, "", -1)


@dataclass(slots=True)
class Notebook:
    """One report's notes; ``view`` is the sentence being read, ``resolve`` resolves one of its phrases.

    ``views`` are the sentences up to that one.
    """

    gazetteer: Gazetteer
    date: str | None
    country_of: CountryOf
    cast: Cast
    scene: Scene
    people: People
    describer: Describer
    pronouns: PronounReader
    view: View
    resolve: Callable[[int], Known | None]
    views: list[View] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    places: set[Span] = field(default_factory=set)
    # Where two stand together ("both leaders"), whom they are, and the same by the group's id.
    pairs: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    paired: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stateless: set[str] = field(default_factory=set)
    # Those told of together by one noun ("the leaders of Chad, Niger and Mali"), by the first of them.
    fellows: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The ISO day of publication, if known."""
        return self.date[:10] if self.date else None

    def drop(self, phrase: Phrase, reason: str) -> None:
        """Note that a phrase stands for nobody, and why."""
        self.dropped.append(Dropped("actors", self.view.span(phrase), reason))

    def bring_in(self, actor: str | None) -> None:
        """Take into the cast an actor of the gazetteer whom the report has named beside another only."""
        entry = self.gazetteer.entries.get(actor or "")
        if entry is not None and self.cast.get(actor) is None:
            self.cast.entry(entry, self.gazetteer.sector_of(entry, self.date), entry.name, COMMON)

    def mention(self, i: int, phrase: Phrase, known: Known) -> None:
        """Note that phrase ``i`` of the sentence stands for somebody, and keep that in mind."""
        view, span = self.view, self.view.span(phrase)
        place, (chosen, other) = view.places.get(i), view.choices.get(i, ("", None))
        reason = known.reason
        if place or chosen:
            reason = "; ".join(r for r in (f"place: {place}" if place else "", reason, chosen) if r)
        runner_up = known.runner_up or other
        text = view.text[span.start : span.end]
        self.mentions.append(
            Mention(known.actor, span, text, how_of(phrase), reason, runner_up, known.confidence)
        )
        if place:
            self.places.add(span)
        self._see(phrase, known.actor, bool(place))

    def merge(self, one: str, other: str) -> None:
        """Make actor ``one`` of the sentences before the same as ``other``."""
        self.mentions = [changed(m, actor=other) if m.actor == one else m for m in self.mentions]
        self.pairs = {at: tuple(other if a == one else a for a in both) for at, both in self.pairs.items()}
        self.scene.merge(one, other)
        self.cast.leave(one)

    def _see(self, phrase: Phrase, actor: str, place: bool) -> None:
        member, view = self.cast.get(actor), self.view
        if member is None:
            return
        adjective = phrase.what == "entry" and phrase.term is not None and phrase.term.form == "adjective"
        word = view.word(phrase)
        seen = Seen(
            actor,
            member.kind,
            view.index,
            view.tokens[phrase.first].start,
            view.acts(phrase, word),
            place or adjective,
            phrase.plural or self._together(phrase, actor),
            member.state,
            -1 if word is None else word.head,
            self._country(member.state),
            -1 if word is None else word.i,
            *self._in_clause(word),
        )
        self.scene.see(seen)
        entry = self.gazetteer.entries.get(phrase.owner.entry or "") if phrase.owner else None
        if entry is not None and entry.kind == "state" and seen.subject and seen.kind == ActorKind.PERSON:
            self.scene.behind.setdefault(view.index, entry.id)
        if word is not None and word.deprel == "conj":
            self.scene.join(word.head, seen)

    def _in_clause(self, word: Word | None) -> tuple[bool, bool, bool, str, int]:
        """What a word's clause tells of whom it stands for, in the order of the last fields of `Seen`."""
        words, readings = self.view.words, self.gazetteer.readings
        if word is None or not 0 <= word.head < len(words):
            return _NOTHING_TOLD
        above = words[word.head]
        says = word.deprel == "nsubj" and above.lemma.lower() in tree_words().telling
        return (
            word.deprel.startswith("obl") and self.view.agent(word, above),
            says and self.view.tells_after(above),
            says,
            taken(words, word, above, readings),
            clash(words, word, readings),
        )

    def _together(self, phrase: Phrase, actor: str) -> bool:
        """Whether a phrase means several at once: "they", or "the two presidents" as a pair."""
        if phrase.what == "pronoun":
            return self.view.tokens[phrase.first].norm in THEY
        if phrase.what == "entry":
            # "Arab states" are several, "the United Nations" are one.
            return actor.startswith("group:") and of_states(self.view, phrase)
        if phrase.what != "role":
            return False
        return not _TWO.isdisjoint([t.norm for t in self.view.tokens[phrase.first : phrase.last + 1]])

    def _country(self, state: str | None) -> str | None:
        """The code if it is a state's and no organisation's."""
        entry = self.gazetteer.entries.get(state or "")
        return state if entry is not None and entry.kind == "state" else None


def how_of(phrase: Phrase) -> How:
    """By what kind of words a phrase names its actor."""
    if phrase.what == "pronoun":
        return How.PRONOUN
    if phrase.what in ("person", "unknown"):
        return How.NAME
    if phrase.what == "entry" and phrase.term is not None:
        form = phrase.term.form
        return _HOW.get(form) or _HOW.get(form.partition(":")[0], How.NAME)
    return How.DESCRIPTION
