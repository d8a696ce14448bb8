"""The further states of whose people one noun tells: "the leaders of Chad, *Niger* and *Mali*"."""

from __future__ import annotations

from dragoman.codebook.gazetteer import Entry
from dragoman.find.actor_phrase import Phrase
from dragoman.language.joined import first_joined
from dragoman.language.prepositions import cases_of
from dragoman.record import Actor, ActorKind
from dragoman.resolve.cast import COMMON
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.owners import belonging, sector_of
from dragoman.resolve.persons import Known
from dragoman.resolve.phrase_view import term_of

_OFFICIALS = frozenset({"GOV", "MIL", "LEG"})


def fellow_of(notes: Notebook, phrase: Phrase, entry: Entry) -> Known | None:
    """The people of a further state, of the kind that the noun before the first of the states tells.

    Only where each state has such people by office: "the citizens of Chad and Niger" stay those states'.
    """
    view = notes.view
    word, words = view.word(phrase), view.words
    if word is None or word.deprel != "conj" or phrase.owner is not None:
        return None
    first = first_joined(words, word)
    if first.deprel != "nmod" or "of" not in cases_of(words, first.i):
        return None
    for i, people in enumerate(view.phrases):
        head = view.word(people)
        if people.what != "role" or head is None or head.i != first.head or not people.plural:
            continue
        role, owner = people.role, people.owner
        if role is None or owner is None or owner.entry is None:
            return None
        whose = belonging(owner, notes.gazetteer, notes.date, lambda _: None)
        sector = sector_of(people, role, whose, notes.gazetteer)
        known = notes.resolve(i) if sector in _OFFICIALS else None
        if known is None:
            return None
        name = f"{term_of(view, people)} of {entry.name}"
        ident = notes.cast.add(
            Actor(notes.cast.scoped(name), ActorKind.GROUP, name, entry.state, sector), COMMON
        )
        notes.fellows[known.actor] = (*notes.fellows.get(known.actor, (known.actor,)), ident)
        return Known(ident, f"“{term_of(view, people)}” are told of this state too", 0.9)
    return None
