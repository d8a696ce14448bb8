"""Other words for somebody just named: "Kofi Bao … *the rebel leader*", "police … *officers*".

The press says a name once without a title and then, in the next breath, who that is. Such a description is
tied only where a single person was named near it, of whom the report has told no office yet.
"""

from __future__ import annotations

from dragoman.codebook.gazetteer import Role as RoleNoun
from dragoman.codebook.name_words import slug
from dragoman.find.actor_phrase import Phrase
from dragoman.record import ActorKind, Role
from dragoman.resolve.notebook import Notebook
from dragoman.resolve.person_phrases import out_of_office
from dragoman.resolve.persons import Known
from dragoman.resolve.phrase_view import term_of
from dragoman.resolve.scene import PersonSeen, Seen

_NEAR, _FAR = 1, 12  # sentences back to a name that is varied, and to the police of a report
_LEADER, _LATELY = "leader", 5
_VICE, _FALLEN_BACK = ("vice", "deputy"), 2
# Of these sectors are people who are told of by a trade or a lot; of no other are "the men".
_PEOPLE = frozenset({"AGR", "BUS", "CRM", "CVL", "EDU", "JRN", "LAB", "MED", "REF", "REL", "SOC"})
# What a list of offices may say of a rebel or an officer whom the report calls nothing else.
_RULING_OFFICES = (None, "president", "leader", "chief-executive")


def varied(notes: Notebook, phrase: Phrase, role: RoleNoun) -> Known | None:
    """The one person named just before, without an office, whom a definite description calls otherwise."""
    if not phrase.definite or phrase.owner is not None or phrase.named or phrase.of_role is not None:
        return None
    if not _only_told(notes, phrase):
        return None
    term = term_of(notes.view, phrase)
    words = frozenset(term.split()) | frozenset(phrase.shifts)
    readings = notes.gazetteer.readings
    if readings.fallen_words & words:
        return _fallen(notes, term)
    heads = role.name == _LEADER or (role.sector == "REB" and _LEADER in words)
    ranked = role.name in readings.commanding_ranks or heads or out_of_office(phrase, notes.gazetteer)
    if not ranked:
        return _plain_person(notes, phrase, role, term)
    if (deputy := _former_deputy(notes, phrase, term)) is not None:
        return deputy
    index, start = notes.view.index, notes.view.tokens[phrase.first].start
    clause = notes.view.clause(phrase)
    near = [
        s
        for s in notes.scene.seen
        if s.kind == ActorKind.PERSON
        and index - s.sentence <= _NEAR
        and s.start < start
        and s.clause != clause
        and not s.taken
    ]
    named = {s.actor: p for s in near if (p := notes.scene.persons.get(s.actor)) is not None}
    untitled = [p for p in named.values() if _may_be(notes, p, phrase, role)]
    if len(untitled) != 1:
        return None
    (person,) = untitled
    return Known(
        person.actor, f"“the {term_of(notes.view, phrase)}” is the one person named just before", 0.6
    )


def _former_deputy(notes: Notebook, phrase: Phrase, term: str) -> Known | None:
    """Whose deputy somebody was told to be: "sacked his *deputy*, Ada Obi … *The former vice-president*"."""
    if not out_of_office(phrase, notes.gazetteer) or not slug(term).startswith(_VICE):
        return None
    for seen in reversed(notes.scene.since(notes.view.index - _FALLEN_BACK)):
        person = notes.scene.persons.get(seen.actor)
        if person is not None and slug(person.role_name or "").startswith(_VICE):
            return Known(seen.actor, f"“the former {term}” is the deputy told of before", 0.7)
    return None


def _plain_person(notes: Notebook, phrase: Phrase, role: RoleNoun, term: str) -> Known | None:
    """The subject of the sentence before, of whom it is told only now what he is: "Ada Obi. *The nun*"."""
    if role.sector not in _PEOPLE or phrase.plural or not notes.view.subject(phrase):
        return None
    here = notes.view.index
    told = {s.actor for s in notes.scene.since(here - 1) if s.sentence < here and s.kind == ActorKind.PERSON}
    subject = notes.scene.latest(
        lambda s: s.sentence == here - 1 and s.subject and s.kind == ActorKind.PERSON, since=here - 1
    )
    person = notes.scene.persons.get(subject.actor) if subject is not None else None
    if person is None or len(told) != 1 or any(s.actor in told for s in notes.scene.since(here)):
        return None
    member = notes.cast.get(person.actor)
    if member is None or member.role is not None or member.sector is not None or person.role_name is not None:
        return None
    gender = notes.people.gender_of_noun(term)
    if gender is not None and notes.scene.gender(person.actor) not in (None, gender):
        return None
    notes.cast.promote(person.actor, Role(slug(role.name), None, None), None, role.sector)
    return Known(person.actor, f"“the {term}” is the one person of whom the sentence before told", 0.6)


def _only_told(notes: Notebook, phrase: Phrase) -> bool:
    """Whether nothing but what changes its sector stands before a noun: not "the *evidence* leader"."""
    told = {"the", *(w for shift in phrase.shifts for w in shift.split())}
    return all(t.norm in told for t in notes.view.tokens[phrase.first : phrase.core])


def _may_be(notes: Notebook, person: PersonSeen, phrase: Phrase, role: RoleNoun) -> bool:
    """Whether nothing that the report tells of a person stands against a description."""
    if person.role_name is not None and not notes.gazetteer.readings.is_rank(role.name):
        return False
    if person.office not in _RULING_OFFICES:
        return False
    member = notes.cast.get(person.actor)
    sits = member is not None and member.role is not None and person.actor in notes.gazetteer.holders
    if out_of_office(phrase, notes.gazetteer) and (sits or (member is not None and member.sector in _PEOPLE)):
        return False  # who is in office by the lists is no former minister, and no more is his wife
    gender = notes.people.gender_of_noun(term_of(notes.view, phrase))
    return gender is None or notes.scene.gender(person.actor) in (None, gender)


def _fallen(notes: Notebook, term: str) -> Known | None:
    """The head of a state or government, told of before, who is not the one that acts here."""
    here = {s.actor for s in notes.scene.seen if s.sentence == notes.view.index}
    home = notes.scene.whole()
    for seen in reversed(notes.scene.seen):
        if notes.view.index - seen.sentence > _FAR:
            return None
        if seen.actor in here or not _led(notes, seen, term, home):
            continue
        return Known(seen.actor, f"“the {term}” is who led the state before", 0.6)
    return None


def _led(notes: Notebook, seen: Seen, term: str, home: str | None) -> bool:
    """Whether somebody led the state of which the report tells, or held the very office."""
    person = notes.scene.persons.get(seen.actor)
    holder = notes.gazetteer.holders.get(seen.actor)
    if person is None or seen.country is None or home not in (None, seen.country):
        return False
    member = notes.cast.get(seen.actor)
    if member is None or member.sector not in ("GOV", "ELI", None):
        return False
    if not term.endswith("leader"):
        held = {t.office for t in holder.tenures} if holder is not None else set()
        return any(slug(term).endswith(o) for o in held | {person.office} if o)
    if holder is None:
        return person.office is not None
    day = notes.day  # whoever overthrew another is in office now, by the lists
    return day is None or any(t.until is not None and t.until[:7] <= day[:7] for t in holder.tenures)


def officers(notes: Notebook, phrase: Phrase) -> Known | None:
    """The police, or the soldiers, whose officers are meant where the words do not say whose."""
    if phrase.owner is not None or phrase.shifts or phrase.of_role or phrase.named:
        return None
    if term_of(notes.view, phrase) not in notes.gazetteer.readings.officer_nouns:
        return None
    if any(t.norm != "the" for t in notes.view.tokens[phrase.first : phrase.core]):
        return None  # "the 30 officers who fled" are told of for the first time
    index = notes.view.index
    for sector in ("COP", "MIL"):
        for seen in reversed(notes.scene.seen):
            member = notes.cast.get(seen.actor)
            if member is None or member.state is None or member.sector != sector or seen.place:
                continue
            if index - seen.sentence <= _FAR and seen.kind != ActorKind.PERSON:
                return Known(seen.actor, "“officers” are those of the force told of before", 0.6)
    return None


def people_told(notes: Notebook, phrase: Phrase, term: str) -> Known | None:
    """The one group of people just told of, for a word that only counts them: "two nurses … *the men*"."""
    if not phrase.definite or phrase.shifts or phrase.of_role or phrase.named:
        return None
    if term not in notes.gazetteer.readings.people_nouns:
        return None
    if any(t.norm != "the" for t in notes.view.tokens[phrase.first : phrase.core]):
        return None
    near = notes.scene.since(notes.view.index - _LATELY)
    groups = dict.fromkeys(s.actor for s in near if s.kind is ActorKind.GROUP and s.plural and not s.place)
    told = [m for a in groups if (m := notes.cast.get(a)) is not None]
    people = [m.id for m in told if m.sector in _PEOPLE and m.id.startswith(notes.cast.prefix)]
    if len(people) != 1 or told[-1].id != people[0]:
        return None  # "rebels" named since may be "the men" as well
    return Known(people[0], f"“the {term}” are the people told of just before", 0.6)
