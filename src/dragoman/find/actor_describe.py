"""A phrase read alone, outside any report: which country, which sector, and why."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.name_words import Token, tokenise
from dragoman.find.actor_choice import lone_words, settle
from dragoman.find.actor_cities import CountryOf, shipped_countries
from dragoman.find.actor_links import link
from dragoman.find.actor_phrase import Phrase
from dragoman.find.actor_phrases import Composer
from dragoman.find.actor_scan import Hit, scan
from dragoman.find.in_order import in_order
from dragoman.record import How
from dragoman.resolve.phrase_view import View
from dragoman.resolve.within import Resolver

_NO_NAMES = frozenset(
    {
        "the",
        "a",
        "an",
        "some",
        "many",
        "most",
        "several",
        "all",
        "both",
        "two",
        "three",
        "senior",
        "top",
        "former",
    }
)
_POSSESSIVE = ("'s ", "’s ")


def describe(phrase: str, date: str | None, gazetteer: Gazetteer) -> tuple[str | None, str | None, str]:
    """The country code and sector of the actor that a phrase names, and the reason in words.

    The phrase's first actor counts ("the court in New Delhi" is the court); where no actor is known, a
    place or an owner ("Yemen's Hodeidah region") still tells the country. ``date`` is an ISO day or None.
    """
    country_of = shipped_countries()
    resolver = Resolver(gazetteer, "phrase", date, country_of)
    view = _view(phrase, gazetteer, country_of)
    resolver.sentence(view)
    resolver.fill_states()
    mentions = [m for m in resolver.notes.mentions if m.actor is not None]
    starts = {m.span.start for m in mentions}
    ordered = in_order(mentions)
    for n, mention in enumerate(ordered):
        end = mention.span.end
        if phrase[end : end + 3] in _POSSESSIVE and end + 3 in starts:
            continue
        # "Spanish King Felipe" is the king, "Chilean copper giant Codelco" the company.
        states = {known.state for m in ordered[n + 1 :] if (known := resolver.notes.cast.get(m.actor))}
        if mention.how == How.DEMONYM and (end + 1 in starts or mention.actor in states):
            continue
        actor = resolver.notes.cast.get(mention.actor)
        if actor is not None and (actor.state or actor.sector):
            return actor.state, actor.sector, f"“{mention.text}”: {mention.reason}"
    found = _country(view, gazetteer)
    if found is not None:
        return found[0], None, found[1]
    reasons = [m.reason for m in mentions] + [d.reason for d in resolver.notes.dropped]
    return None, None, reasons[0] if reasons else "no word of the phrase is known"


def _country(view: View, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """The country of an owner, or of a place name in the phrase."""
    for phrase in view.phrases:
        if phrase.owner is not None and phrase.owner.entry is not None:
            entry = gazetteer.entries[phrase.owner.entry]
            if entry.state:
                return entry.state, f"something of {entry.name}"
    city = next((p for p in view.phrases if p.what == "city"), None)
    return (city.place_owner, f"{view.written(city)} is a place there") if city and city.place_owner else None


def _view(text: str, gazetteer: Gazetteer, country_of: CountryOf) -> View:
    tokens = tokenise(text)
    hits = scan(text, tokens, gazetteer)
    keys = frozenset(h.key for h in hits) | lone_words(tokens)
    hits = list(settle(hits, tokens, gazetteer, keys).hits)
    phrases = Composer(text, tokens, hits, (), gazetteer).compose(_names(text, tokens, hits, gazetteer))
    busy = {i for h in hits for i in range(h.first, h.last + 1)}
    for first, last in _runs(text, tokens, busy | {i for p in phrases for i in range(p.first, p.last + 1)}):
        if country := country_of(text[tokens[first].start : tokens[last].end]):
            phrases.append(Phrase(first, last, last, "city", first, place_owner=country))
    linked = link(text, tokens, (), sorted(phrases, key=lambda p: p.first), gazetteer.readings)
    return View(0, text, tokens, (), linked.phrases, linked.same)


def _names(
    text: str, tokens: Sequence[Token], hits: Sequence[Hit], gazetteer: Gazetteer
) -> list[tuple[int, int]]:
    """Runs of capitalised words that no term claims: names of persons, where nothing tells better."""
    busy = {i for h in hits for i in range(h.first, h.last + 1)}
    heads = {h.first for h in hits if h.of("role") or h.of("noun")}
    runs = [r for r in _runs(text, tokens, busy) if r[1] + 1 not in heads]
    return [
        r
        for r in runs
        if r[1] > r[0] or " ".join(t.norm for t in tokens[r[0] : r[1] + 1]) in gazetteer.shorts
    ]


def _runs(text: str, tokens: Sequence[Token], busy: set[int]) -> list[tuple[int, int]]:
    """Stretches of capitalised words outside ``busy``."""
    runs: list[tuple[int, int]] = []
    for t in tokens:
        if t.i in busy or not t.capital or t.norm in _NO_NAMES:
            continue
        joined = runs and runs[-1][1] == t.i - 1 and not text[tokens[t.i - 1].end : t.start].strip(" .-’'")
        if joined:
            runs[-1] = (runs[-1][0], t.i)
        else:
            runs.append((t.i, t.i))
    return runs
