"""All mentions of actors in a report, resolved: states, organisations, bodies, forces, groups and persons."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.name_words import Token
from dragoman.find.actor_bodies import BodyNames
from dragoman.find.actor_choice import in_its_day, lone_words, settle
from dragoman.find.actor_cities import CountryOf, countries_in
from dragoman.find.actor_holders import states_told
from dragoman.find.actor_instruments import instruments_in
from dragoman.find.actor_links import link
from dragoman.find.actor_phrase import Owner, Phrase
from dragoman.find.actor_phrases import Composer
from dragoman.find.actor_readings import PlaceReader
from dragoman.find.actor_scan import Hit, scan
from dragoman.find.actor_tokens import tokens_of
from dragoman.find.filed import filed_in
from dragoman.find.in_order import in_order
from dragoman.find.place_words import PlaceMention
from dragoman.find.quote_marks import find_quotes
from dragoman.language.parse import Entity, Sentence
from dragoman.record import Actor, Dropped, Mention, Report, Span
from dragoman.resolve.of_two import BOTH, ORDER, stands_alone
from dragoman.resolve.persons import lowered
from dragoman.resolve.phrase_view import View
from dragoman.resolve.pronouns import PRONOUNS
from dragoman.resolve.within import resolve
from dragoman.values import changed

_TOWNS = frozenset({"city", "capital"})
_OF_TWO = frozenset({*ORDER, BOTH})
_POINTING = PRONOUNS | _OF_TWO
_TERRITORY = "territory:"
_IF_NAMED = "capital-if-named"


@dataclass(frozen=True, slots=True)
class ActorsFound:
    """The actors and mentions of a report; ``places`` are the spans of mentions that are read as places.

    ``dropped`` keeps what was looked at and is no actor, with the reason; ``pairs`` the two for whom a
    mention of both together stands ("the two leaders").
    """

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    dropped: tuple[Dropped, ...]
    places: frozenset[Span] = frozenset()
    pairs: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)

    def is_place(self, mention: Mention) -> bool:
        """Whether a mention ("in Chad") says where, so that it is nobody who acts."""
        return mention.span in self.places

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with an id, or None."""
        return next((a for a in self.actors if a.id == actor_id), None)


def find_actors(
    report: Report,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    named: Sequence[PlaceMention] = (),
    quoted: Sequence[Span] | None = None,
) -> ActorsFound:
    """Find and resolve the actors of a report.

    ``named`` are the places that the report names (`named_places`): whoever is in one is of its country, and
    a town named like a state or a capital elsewhere is none of its actors. ``quoted`` are its stretches in
    quotation marks, where `find_quotes` has been asked.

    ``sentences`` are the parsed sentences of its story in the order of the text (a tree is optional: words
    without heads are read by their order alone). Mentions come in text order, no two with one span.
    """
    country_of = countries_in(named)
    towns = {m.span: m.place.country for m in named if m.how == "name" and m.kind in _TOWNS}
    scanned = [_scanned(report.text, s, gazetteer, report.published) for s in sentences]
    keys = _keys(scanned, gazetteer)
    surnames = _surnames(sentences, gazetteer.readings.ship_nouns)
    marked = find_quotes(report) if quoted is None else tuple(quoted)
    starts = frozenset(span.start for span in towns)
    views = [
        _view(n, report.text, s, tokens, hits, gazetteer, keys, surnames, marked, country_of, towns, starts)
        for n, (s, (tokens, hits)) in enumerate(zip(sentences, scanned, strict=True))
    ]
    filed = filed_in(report, gazetteer, country_of)
    found = resolve(views, gazetteer, report.id, report.published, country_of, filed)
    instruments = instruments_in(report.text, sentences, gazetteer.instruments)
    mentions = _distinct(found.mentions)
    if instruments:
        mentions = in_order(_distinct((*mentions, *instruments)))
    return ActorsFound(found.actors, mentions, found.dropped, found.places, found.pairs)


def _scanned(
    text: str, sentence: Sentence, gazetteer: Gazetteer, day: str | None
) -> tuple[list[Token], list[Hit]]:
    tokens = tokens_of(text, sentence.span, sentence.words)
    return tokens, [in_its_day(h, gazetteer, day) for h in scan(text, tokens, gazetteer, sentence.words)]


def _keys(scanned: Sequence[tuple[list[Token], list[Hit]]], gazetteer: Gazetteer) -> frozenset[str]:
    """The terms of a report, its words with a capital, and the states that holders of offices tell.

    They are cues, and are gathered only where there is a term whose reading they decide.
    """
    keys = {hit.key for _, hits in scanned for hit in hits}
    if gazetteer.ambiguous.keys().isdisjoint(keys) and not any(
        term.form == _IF_NAMED for _, hits in scanned for hit in hits for term in hit.terms
    ):
        return frozenset()
    for tokens, hits in scanned:
        keys |= lone_words(tokens)
        keys.update(states_told(hits, tokens, gazetteer))
    return frozenset(keys)


def _is_town_elsewhere(
    hit: Hit, tokens: Sequence[Token], gazetteer: Gazetteer, towns: Mapping[Span, str | None]
) -> bool:
    """Whether a name of a state, a territory or a capital is that of a town in another state.

    The capital of a state that is no more, such as Moscow in 1984, lies in another by now.
    """
    term = hit.of("entry")
    country = (
        _country_of_town(tokens[hit.first].start, tokens[hit.last].end, towns) if term is not None else None
    )
    entry = gazetteer.entries.get(term.ref) if term is not None and country else None
    if entry is None or not (entry.kind == "state" or entry.id.startswith(_TERRITORY)):
        return False
    return entry.until is None and entry.state not in (None, country)


def _country_of_town(start: int, end: int, towns: Mapping[Span, str | None]) -> str | None:
    """The country of the town whose name begins and ends there, or goes on: "*Santiago* de Veraguas"."""
    return next((country for at, country in towns.items() if at.start == start and at.end >= end), None)


def _acts_for_its_state(hit: Hit, tokens: Sequence[Token], sentence: Sentence, gazetteer: Gazetteer) -> bool:
    """Whether a capital does what governments do, as no namesake of it would: "*Washington* offered help"."""
    term, at = hit.of("entry"), tokens[hit.last].word
    if term is None or not term.form.startswith("capital") or at < 0 or not sentence.words:
        return False
    word = sentence.words[at]
    if word.deprel != "nsubj" or word.head < 0:
        return False
    return sentence.words[word.head].lemma.lower() in gazetteer.readings.actor_verbs


def _view(
    index: int,
    text: str,
    sentence: Sentence,
    tokens: list[Token],
    hits: list[Hit],
    gazetteer: Gazetteer,
    keys: frozenset[str],
    surnames: frozenset[str],
    quoted: tuple[Span, ...],
    country_of: CountryOf,
    towns: Mapping[Span, str | None],
    starts: frozenset[int],
) -> View:
    settled = settle(hits, tokens, gazetteer, keys)
    kept = list(settled.hits)
    if towns:
        kept = [
            h
            for h in kept
            if tokens[h.first].start not in starts
            or not _is_town_elsewhere(h, tokens, gazetteer, towns)
            or _acts_for_its_state(h, tokens, sentence, gazetteer)
        ]
    composer = Composer(text, tokens, kept, sentence.words, gazetteer)
    named = _named(sentence, tokens)
    phrases = composer.compose(_person_names(named, sentence, tokens, kept, gazetteer, surnames))
    if bodies := [inside for e, inside in named if e.label == "ORG" and _properly(inside, sentence, tokens)]:
        phrases = BodyNames(tokens, sentence.words, gazetteer).whole(phrases, bodies)
        phrases = _with_unknown(phrases, bodies)
    phrases += _cities(phrases, named, tokens, text, country_of)
    phrases.sort(key=lambda p: p.first)
    linked = link(text, tokens, sentence.words, phrases, gazetteer.readings)
    ordered, same = _with_pronouns(linked.phrases, linked.same, sentence, tokens)
    told = settled.choices
    choices = {i: told[p.core] for i, p in enumerate(ordered) if p.core in told} if told else {}
    view = View(
        index, text, tokens, sentence.words, ordered, same, choices=choices, quoted=quoted, lost=settled.lost
    )
    return _with_readings(view, gazetteer, keys)


def _named(sentence: Sentence, tokens: Sequence[Token]) -> list[tuple[Entity, range]]:
    """The names of the language core, each with its tokens."""
    if not sentence.entities:
        return []
    at = [t.word for t in tokens]  # ascending, as the words are
    return [(e, range(bisect_left(at, e.first), bisect_right(at, e.last))) for e in sentence.entities]


def _surnames(sentences: Sequence[Sentence], ships: frozenset[str]) -> frozenset[str]:
    """The last words of the longer names that the language core takes for persons, but for those of ships."""
    return frozenset(
        s.words[e.last].text
        for s in sentences
        for e in s.entities
        if e.label == "PER" and e.last > e.first
        if e.first == 0 or s.words[e.first - 1].text.lower() not in ships
    )


def _person_names(
    named: Sequence[tuple[Entity, range]],
    sentence: Sentence,
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    gazetteer: Gazetteer,
    surnames: frozenset[str],
) -> list[tuple[int, int]]:
    """The names that the language core takes for persons, as token ranges.

    A name that it takes for something else is a person's where the report has it as a surname.
    """

    def may_be_person(entity: Entity) -> bool:
        lone = entity.first == entity.last
        return entity.label == "PER" or (lone and sentence.words[entity.last].text in surnames)

    names: list[tuple[int, int]] = []
    persons = [inside for entity, inside in named if may_be_person(entity)]
    entries = {(h.first, h.last) for h in hits if h.of("entry")} if persons else ()
    common = {
        i for h in hits if persons and h.last > h.first and h.of("role") for i in range(h.first, h.last + 1)
    }
    for inside in persons:
        if inside and tokens[inside[-1]].norm == "s":
            inside = inside[:-1]
        if not inside or (not tokens[inside[0]].capital and not tokens[inside[-1]].capital):
            continue
        if (inside[0], inside[-1]) in entries or set(inside) <= common:
            continue
        names.append((inside[0], inside[-1]))
    return names + _short_names(tokens, hits, names, gazetteer)


def _short_names(
    tokens: Sequence[Token], hits: Sequence[Hit], names: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> list[tuple[int, int]]:
    """Well-known short names ("Putin") that the language core overlooked."""
    shorts = gazetteer.shorts
    # What is written in small letters throughout need not be looked up.
    known = [t for t in tokens if t.norm != t.text and t.norm in shorts and t.text[0].isupper()]
    if not known:
        return []
    busy = {i for h in hits for i in range(h.first, h.last + 1)}
    busy |= {i for a, b in names for i in range(a, b + 1)}
    plain = lowered(gazetteer.readings.plain_words)
    return [
        (t.i, t.i)
        for t in known
        if t.i not in busy and t.norm not in plain
        and not (t.i + 1 < len(tokens) and tokens[t.i + 1].capital and tokens[t.i + 1].start == t.end + 1)
    ]  # fmt: skip


def _with_unknown(phrases: list[Phrase], bodies: Sequence[range]) -> list[Phrase]:
    """The phrases and the organisations that only the language core sees."""
    busy = {i for p in phrases for i in range(p.first, p.last + 1)}
    adjectives = {p.last: p for p in phrases if p.term is not None and _may_open_a_name(p)}
    added, taken = [], set()
    for inside in bodies:
        # "Nigerian Ports Authority" is one name, whose first word tells the state.
        state = adjectives.get(inside[0]) if len(inside) > 1 else None
        if state is not None and state.term is not None and state.term.form == "name" and len(inside) < 3:
            state = None  # "Peru Congress" is Peru's; two words more are a name
        if busy & set(inside[1:] if state else inside):
            continue
        owner = Owner(entry=state.term.ref, form="adjective") if state and state.term else None
        taken |= {inside[0]} if owner else set()
        name = (inside[0], inside[-1])
        added.append(Phrase(*name, inside[-1], "unknown", inside[0], owner=owner, name=name))
    kept = [p for p in phrases if not (p.last in taken and p.last in adjectives)]
    return sorted([*kept, *added], key=lambda p: p.first)


def _may_open_a_name(phrase: Phrase) -> bool:
    """Whether an adjective or a lone name of a state may begin another's name: "Peru Human Rights"."""
    term = phrase.term
    if phrase.what != "entry" or term is None:
        return False
    return term.form == "adjective" or (term.form == "name" and phrase.owner is None and not phrase.definite)


def _properly(inside: Sequence[int], sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether a name of the language core is written and tagged as one."""
    return (
        bool(inside)
        and tokens[inside[0]].capital
        and any(sentence.words[tokens[i].word].upos == "PROPN" for i in inside)
    )


def _with_pronouns(
    phrases: Sequence[Phrase], same: dict[int, int], sentence: Sentence, tokens: Sequence[Token]
) -> tuple[tuple[Phrase, ...], dict[int, int]]:
    """The phrases with the pronouns among them; positions of descriptions and owners move along."""
    pronouns = [
        Phrase(t.i, t.i, t.i, "pronoun", t.i)
        for t in tokens
        if t.norm in _POINTING and (_pronominal(t, sentence) or _of_two(t, sentence))
    ]
    if not pronouns and _one_by_one(phrases):
        return tuple(phrases), same
    old = sorted(
        [(p.first, -p.last, n, p) for n, p in enumerate(phrases)] + [(p.first, 0, -1, p) for p in pronouns]
    )
    place = {n: k for k, (_, _, n, _) in enumerate(old) if n >= 0}
    moved = []
    for *_, phrase in old:
        owner = phrase.owner
        if owner is not None and owner.phrase is not None and owner.phrase != place[owner.phrase]:
            phrase = changed(phrase, owner=changed(owner, phrase=place[owner.phrase]))
        moved.append(phrase)
    return tuple(moved), {place[a]: place[b] for a, b in same.items()}


def _one_by_one(phrases: Sequence[Phrase]) -> bool:
    """Whether each phrase begins after the one before, so that none has to move."""
    firsts = [p.first for p in phrases]
    return firsts == sorted(set(firsts))


def _of_two(token: Token, sentence: Sentence) -> bool:
    """Whether a word stands for one of two, or for both of them: "the former", "both"."""
    if token.norm not in _OF_TWO or token.word < 0:
        return False
    return stands_alone(sentence.words[token.word], sentence.words)


def _pronominal(token: Token, sentence: Sentence) -> bool:
    """Whether a word is a pronoun and none that stands for nothing, as "it" in "it rains"."""
    if token.norm not in PRONOUNS or (len(token.text) > 1 and token.text.isupper()):
        return False
    if token.word < 0 or not sentence.words:
        return True
    word = sentence.words[token.word]
    return word.upos in ("PRON", "DET") and not word.deprel.startswith("expl")


def _cities(
    phrases: Sequence[Phrase],
    named: Sequence[tuple[Entity, range]],
    tokens: Sequence[Token],
    text: str,
    country_of: CountryOf,
) -> list[Phrase]:
    """The places of the language core that no phrase names, as phrases that tell only a country."""
    places = [inside for e, inside in named if e.label == "LOC" and inside]
    busy = {i for p in phrases for i in range(p.first, p.last + 1)} if places else set()
    found = []
    for inside in places:
        if not busy.isdisjoint(inside):
            continue
        first, last = inside[0], inside[-1]
        span = Span(tokens[first].start, tokens[last].end)
        if country := country_of(span.of(text), span):
            found.append(Phrase(first, last, last, "city", first, place_owner=country))
    return found


def _with_readings(view: View, gazetteer: Gazetteer, keys: frozenset[str]) -> View:
    """Decide which names of countries and capitals are places; a capital that is one is no actor."""
    named = [(i, p, p.term) for i, p in enumerate(view.phrases) if p.what == "entry" and p.term is not None]
    if not named:
        return view
    reader = PlaceReader(view.text, view.tokens, view.words, gazetteer)
    places: dict[int, str] = {}
    dropped: dict[int, str] = {}
    for i, phrase, term in named:
        verdict = _place_verdict(phrase, reader, gazetteer, keys)
        if verdict and term.form.startswith("capital"):
            dropped[i] = f"a city, not a government: {verdict}"
        elif verdict:
            places[i] = verdict
    return changed(view, places=places, dropped=dropped) if places or dropped else view


def _place_verdict(
    phrase: Phrase, reader: PlaceReader, gazetteer: Gazetteer, keys: frozenset[str]
) -> str | None:
    assert phrase.term is not None
    entry, form = gazetteer.entries[phrase.term.ref], phrase.term.form
    if form == _IF_NAMED:
        named = any(t.ref == entry.id and t.what == "entry" for k in keys for t in gazetteer.terms.get(k, ()))
        if not named:
            return f"the report does not name {entry.name}"
    if form in ("capital", _IF_NAMED):
        return reader.place(phrase, capital=True)
    territorial = entry.kind == "state" or entry.id.startswith("territory:")
    named = form in ("name", "acronym") or (form == "metonym" and _half(phrase, reader))
    return reader.place(phrase, capital=False) if territorial and named else None


def _half(phrase: Phrase, reader: PlaceReader) -> bool:
    """Whether a half of a divided country is named: "in the North"."""
    return reader.tokens[phrase.core].norm in ("north", "south")


def _distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions as they come, the first of each span."""
    kept: dict[Span, Mention] = {}
    for mention in mentions:
        kept.setdefault(mention.span, mention)
    return tuple(kept.values())
