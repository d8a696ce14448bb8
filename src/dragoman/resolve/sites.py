"""Where a clause plays, and who sits where: "the army *in Mali*", "police stormed the embassy *in Quito*"."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.readings import Readings
from dragoman.codebook.tree_words import tree_words
from dragoman.find.actor_cities import CountryOf
from dragoman.find.actor_phrase import Phrase
from dragoman.language.prepositions import LOCATING, cases_of
from dragoman.record import Span
from dragoman.resolve.phrase_view import View, term_of
from dragoman.resolve.scene import Scene

_RULING = frozenset({"GOV", "LEG"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_NOMINAL = frozenset({"nmod", "obl", "obj", "appos", "flat", "compound"})
# Who is at home where things are done to them or by them; soldiers and envoys may be anywhere.
_HOMELY = frozenset({"COP", "JUD", "CVL", "UAF", "CRM"})
LOCAL_OFFICES = frozenset({"governor", "mayor"})  # who holds one acts, and speaks, at home


def seat(view: View, phrase: Phrase, role: RoleNoun, gazetteer: Gazetteer) -> str | None:
    """The state that "the government in Bamako", "the army in Mali" is of; None for what sits elsewhere.

    Only where a state or its capital is named: "the government in Benghazi" is no state's own.
    """
    if phrase.owner is not None or phrase.named or phrase.indefinite or not phrase.definite:
        return None
    if not _one_a_state(view, phrase, role, gazetteer.readings) or phrase.place_owner is None:
        return None
    beside = next((p for p in view.phrases if p.first == phrase.last + 2), None)
    entry = gazetteer.entries.get(phrase.place_owner)
    if beside is None or beside.what != "entry" or entry is None or entry.kind != "state":
        return None
    return entry.state


def _one_a_state(view: View, phrase: Phrase, role: RoleNoun, readings: Readings) -> bool:
    """Whether a state has one such body: a government, a parliament, an army, but not "soldiers"."""
    if role.code in _RULING:
        return role.kind == "body"
    return role.code == "MIL" and term_of(view, phrase) in readings.army_nouns


def is_foreign(view: View, phrase: Phrase, readings: Readings) -> bool:
    """Whether those of a phrase are not of the state where they are: "*foreign* troops".

    So are those of whom others consist: "an *international* team of *doctors*".
    """
    if _says_foreign(view, phrase, readings):
        return True
    around = [p for p in view.phrases if p.first < phrase.first and phrase.last <= p.last]
    return bool(around) and any(_says_foreign(view, p, readings) for p in around)


def _says_foreign(view: View, phrase: Phrase, readings: Readings) -> bool:
    forces = phrase.role is not None and phrase.role.kind == "force"  # not "foreign ministry"
    last = phrase.last if forces else phrase.core
    return not readings.foreign_words.isdisjoint([t.norm for t in view.tokens[phrase.first : last]])


def site_of(
    view: View, phrase: Phrase, role: RoleNoun, gazetteer: Gazetteer, country_of: CountryOf
) -> str | None:
    """The state of the place that the clause of a phrase names, for those who are at home where they act."""
    word, words = view.word(phrase), view.words
    if not is_at_home(role) or word is None or word.deprel not in _ARGUMENTS:
        return None
    verb = words[word.head] if 0 <= word.head < len(words) else None
    if verb is None or verb.lemma.lower() in tree_words().telling:
        return None
    above = words[verb.head] if verb.deprel == "advcl" and 0 <= verb.head < len(words) else None
    # "Shelled a road *near Aleppo*, killing three civilians"
    for clause in (verb, above) if above is not None else (verb,):
        for i, place in enumerate(view.phrases):
            state = _state(view, i, place, gazetteer, country_of)
            if state is not None and _within(view, place, clause.i, word.i):
                return state
    return None


def stage(scene: Scene, sentence: int, role: RoleNoun) -> str | None:
    """The state in which the sentence before played, where this one names none and goes on there."""
    before = scene.openings.get(sentence - 1) or scene.sites.get(sentence - 1)
    if (
        before is None
        or not is_at_home(role)
        or scene.paragraphs.get(sentence) != scene.paragraphs[sentence - 1]
    ):
        return None
    named = any(s.country not in (None, before) for s in reversed(scene.seen) if s.sentence == sentence)
    return None if named or any(n == sentence for n, _ in scene.cities) else before


def addressed_state(view: View, verb: int, gazetteer: Gazetteer) -> str | None:
    """The state, or the capital that stands for it, that is the object of a verb."""
    for i, phrase in enumerate(view.phrases):
        if phrase.what != "entry" or phrase.term is None or i in view.places or i in view.dropped:
            continue
        word, entry = view.word(phrase), gazetteer.entries[phrase.term.ref]
        if (
            word is not None
            and word.head == verb
            and word.deprel in ("obj", "iobj")
            and entry.kind == "state"
        ):
            return entry.state
    return None


def is_at_home(role: RoleNoun) -> bool:
    """Whether those of a role are mostly of the state where they act, as no soldiers and envoys need be."""
    return role.sector in _HOMELY or role.name in LOCAL_OFFICES


def _state(view: View, i: int, place: Phrase, gazetteer: Gazetteer, country_of: CountryOf) -> str | None:
    """The state in which a phrase lies that is read as a place."""
    if place.what == "noun":
        return _region_state(view, place, country_of) if place.named else None
    if place.what == "city":
        return place.place_owner
    if place.what != "entry":
        return None
    if (i not in view.places and i not in view.dropped) or place.term is None:
        return None
    entry = gazetteer.entries[place.term.ref]
    return entry.state if entry.kind == "state" else None


def _region_state(view: View, place: Phrase, country_of: CountryOf) -> str | None:
    """The state of "Kivu province", "the Sumy region", by the name before the noun."""
    names = [t for t in view.tokens[place.first : place.core] if t.capital and t.norm != "the"]
    if not names or place.owner is not None:
        return None
    span = Span(names[0].start, names[-1].end)
    return country_of(span.of(view.text), span)


def _within(view: View, place: Phrase, verb: int, but: int) -> bool:
    """Whether a place, after "in" or "near", is told of a verb or of what the verb is done to or with."""
    word, words = view.word(place), view.words
    if word is None or LOCATING.isdisjoint(cases_of(words, word.i)):
        return False
    seen: set[int] = set()
    while word.head != verb:
        seen.add(word.i)
        if word.deprel.split(":")[0] not in _NOMINAL or word.head in seen or not 0 <= word.head < len(words):
            return False
        word = words[word.head]
        if word.i == but:
            return True
    return word.deprel.split(":")[0] in _NOMINAL
