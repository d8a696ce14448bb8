"""Whom a lead described before the name came: "the country's largest rebel group … *the ELN*".

The first sentence says what somebody is and the next who it is. Only what there is one of is tied so: the
largest of a state's armed groups, and the chief of its army who comes back as "General Ada Obi".
"""

from __future__ import annotations

from dragoman.codebook.gazetteer import Entry
from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.codebook.tree_words import tree_words
from dragoman.find.actor_phrase import Phrase
from dragoman.record import Actor, ActorKind
from dragoman.resolve.notebook import Notebook
from dragoman.values import changed

_LATELY = 2  # sentences from somebody described to the name that follows without a word of who that is
_STRANGERS = frozenset({"a", "an", "one", "another", "some", "any", "no"})
_BACK = 3  # sentences from a description to the name
ARMED_GROUPS = frozenset({"REB", "PRM", "CRM", "UAF"})
_RANKED = ARMED_GROUPS - {"CRM"}  # nobody calls a gang the largest armed group of a state


def group_named(notes: Notebook, entry: Entry, sector: str | None) -> None:
    """Make one of an armed group and the "largest rebel group" of its state that was told of before."""
    if entry.kind != "group" or sector not in _RANKED or notes.scene.times[entry.id]:
        return
    readings = notes.gazetteer.readings
    found = [
        a
        for a in _described(notes)
        if a.kind is not ActorKind.PERSON
        and a.sector in _RANKED
        and a.state in (None, entry.state)
        and not readings.ranking_words.isdisjoint(slug(a.name).split("-"))
        and slug(a.name).split("-")[-1] in readings.ranked_nouns
    ]
    if len(found) == 1:
        notes.merge(found[0].id, entry.id)


def chief_named(notes: Notebook, actor: str, role: RoleNoun, term: str) -> None:
    """Make one of an officer named with his rank and the one chief of that army who was told of before.

    Or the one officer of that rank of whom the sentence before told: "a general … Major General Ada Obi".
    """
    member = notes.cast.get(actor)
    if member is None or not notes.gazetteer.readings.is_rank(role.name) or notes.scene.times[actor]:
        return
    before = {s.actor for s in notes.scene.since(notes.view.index - 1) if s.sentence < notes.view.index}
    ranked = [a for a in _described(notes) if a.id in before and slug(a.name) == slug(term).split("-")[-1]]
    if len(ranked) == 1 and len({ranked[0].state, member.state} - {None}) < 2:
        notes.merge(ranked[0].id, actor)
        return
    found = [
        a
        for a in _described(notes)
        if a.kind is ActorKind.PERSON
        and a.role is not None
        and a.role.office in notes.gazetteer.readings.army_chief_offices
        and a.sector == "MIL"
        and member.state in (None, a.state)
    ]
    if len(found) == 1 and found[0].role is not None:
        if member.state is None:
            notes.cast.promote(actor, found[0].role, found[0].state, found[0].sector)
        notes.merge(found[0].id, actor)


def holder_named(notes: Notebook, actor: str, phrase: Phrase) -> None:
    """Make one of somebody who says something, named without a word of who that is, and the one described.

    "Peru's culture minister has resigned. *Ada Obi* said …": nobody brings in a stranger by the bare name, so
    that it is the one person whom the sentence or two before told of by an office.
    """
    if not _bare_subject(notes, actor, phrase):
        return
    one = _subject_lately(notes)
    member = notes.cast.get(actor)
    if one is None or one.role is None or member is None or one.id in notes.scene.persons:
        return
    if not one.id.startswith(notes.cast.prefix) or not _is_known(notes, one.id) or member.role is not None:
        return
    gender = notes.scene.gender(actor)
    if gender is not None and notes.scene.leaning(one.id, gender) < 0:
        return
    if notes.scene.gender(one.id) not in (None, gender) and gender is not None:
        return
    notes.cast.promote(actor, one.role, one.state, one.sector)
    notes.merge(one.id, actor)
    seen = notes.scene.persons[actor]
    office = one.role.office
    notes.scene.persons[actor] = changed(seen, office=office, of=one.role.of, state=one.state)


def _subject_lately(notes: Notebook) -> Actor | None:
    """The one person who is a subject of the sentence before, or else of the one before that."""
    for back in range(1, _LATELY + 1):
        before = (s for s in notes.scene.since(notes.view.index - back) if s.sentence < notes.view.index)
        told = {s.actor for s in before if s.kind == ActorKind.PERSON and s.subject and not s.plural}
        if told:
            return notes.cast.get(told.pop()) if len(told) == 1 else None
    return None


def _bare_subject(notes: Notebook, actor: str, phrase: Phrase) -> bool:
    """Whether a full name, new to the report, stands alone as the subject of a verb of those who act."""
    view = notes.view
    if phrase.name is None or phrase.name[0] == phrase.name[1] or phrase.role is not None or phrase.owner:
        return False
    if notes.scene.times[actor] or actor in notes.gazetteer.holders:
        return False
    word = view.word(phrase)
    if word is None or word.deprel != "nsubj" or word.head < 0:
        return False
    verb = view.words[word.head].lemma.lower()
    if verb not in tree_words().telling and verb not in notes.gazetteer.readings.actor_verbs:
        return False
    beside = (w for w in view.words if w.head == word.i)
    return not any(w.deprel in ("appos", "conj", "nmod") for w in beside)


def _is_known(notes: Notebook, actor: str) -> bool:
    """Whether the words make of somebody the one whom readers know: no "a minister"."""
    first = next(m for m in notes.mentions if m.actor == actor)
    return first.text.lower().split()[0] not in _STRANGERS


def _described(notes: Notebook) -> list[Actor]:
    """The actors of the last sentences that have no name of their own."""
    near = [s.actor for s in notes.scene.seen if 0 < notes.view.index - s.sentence <= _BACK]
    own = (notes.cast.get(a) for a in dict.fromkeys(near) if a.startswith(notes.cast.prefix))
    return [a for a in own if a is not None and a.id not in notes.scene.persons]
