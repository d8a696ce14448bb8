"""Who a personal name stands for: full name, surname later on, or someone the gazetteer knows."""

from __future__ import annotations

from functools import lru_cache

from dragoman.codebook.gazetteer import Gazetteer, Holder, Tenure
from dragoman.codebook.name_words import Token, normal, slug
from dragoman.record import Actor, ActorKind, Role
from dragoman.resolve.cast import FULL, SHORT, Cast
from dragoman.resolve.scene import PersonSeen, Scene
from dragoman.values import changed, value

_YEARS = 15  # after which a common word no longer means someone who once held an office
# Offices whose holders are no executive of a state; all others are GOV.
_OFFICE_SECTORS: dict[str, str | None] = {"house-speaker": "LEG", "prosecutor": "JUD", "pope": "REL"}


@value
class Known:
    """A person found, and why."""

    actor: str
    reason: str
    confidence: float = 1.0
    runner_up: str | None = None


@lru_cache(maxsize=8)
def _normalised(names: frozenset[str]) -> frozenset[str]:
    """Names of a list without case and accents; a gazetteer has the same lists for every report."""
    return frozenset(map(normal, names))


@lru_cache(maxsize=8)
def _slugs(names: frozenset[str]) -> frozenset[str]:
    """Full names of a list as the words of a name are joined."""
    return frozenset(map(slug, names))


@lru_cache(maxsize=8)
def lowered(words: frozenset[str]) -> frozenset[str]:
    """Words of a list in small letters; a gazetteer has the same lists for every sentence."""
    return frozenset(w.lower() for w in words)


class People:
    """The persons of one report."""

    def __init__(self, gazetteer: Gazetteer, cast: Cast, scene: Scene, date: str | None) -> None:
        self.gazetteer, self.cast, self.scene, self.date = gazetteer, cast, scene, date
        readings = gazetteer.readings
        self.female = _normalised(readings.female_names)
        self.plain = _normalised(readings.plain_words)
        self.male = _normalised(readings.male_names)
        self.women, self.men = _slugs(readings.women), _slugs(readings.men)
        self.female_nouns = _normalised(readings.female_words)
        self.male_nouns = _normalised(readings.male_words)

    def named(
        self,
        tokens: list[Token],
        written: str,
        holder: str | None,
        titled: bool = False,
        of: str | None = None,
    ) -> Known:
        """The person that a name stands for; a new one where nobody fits.

        ``titled`` says that the words around make it an office holder's ("President Bush"), ``of`` is the
        state or organisation that they name with it ("South Korean President Lee").
        """
        words = tuple(t.norm for t in tokens)
        if holder is not None:
            return self._holder(
                self.gazetteer.holders[holder], written, words, "the gazetteer knows the name"
            )
        earlier = self._earlier(words)
        candidates = self.by_short_name(words, titled) if earlier is None or of else []
        theirs = [h for h in candidates if of in self._states(h)]
        if earlier is not None and (not theirs or earlier.actor in {h.id for h in theirs}):
            self._lengthen(earlier, words, written)
            return Known(earlier.actor, f"named before as {' '.join(earlier.words)}")
        if candidates:
            chosen, *others = [*theirs, *(h for h in candidates if h not in theirs)]
            runner = others[0].id if others and not theirs else None
            known = self._holder(chosen, written, words, f"the short name of {chosen.name}", SHORT)
            return changed(known, confidence=0.9 if runner is None else 0.7, runner_up=runner)
        return self._new(words, written)

    def by_short_name(self, words: tuple[str, ...], titled: bool = False) -> list[Holder]:
        """The gazetteer's persons with that short name, those in office on the report's date first."""
        short = " ".join(words)
        known = (self.gazetteer.holders[i] for i in self.gazetteer.shorts.get(short, ()))
        holders = [h for h in known if not self._to_come(h)]
        if not titled and (short in self.plain or short in self.male or short in self.female):
            # "Thomas" and "King" are anybody's; a holder only where the report is of that state.
            holders = [h for h in holders if self._of_this_report(h)]
        if len(holders) < 2:
            return holders
        here = self.scene.states()
        return sorted(holders, key=lambda h: (_distance(h, self.date), not self._states(h) & here))

    def _to_come(self, holder: Holder) -> bool:
        """Whether someone came into office so long after the report that it cannot mean that person."""
        first = min(int(t.since[:4]) for t in holder.tenures)
        return self.date is not None and first > int(self.date[:4]) + _YEARS

    def _of_this_report(self, holder: Holder) -> bool:
        """Whether the report has spoken of a state in which someone held office near its date."""
        return bool(self._states(holder) & self.scene.states()) and _distance(holder, self.date)[0] <= _YEARS

    def _states(self, holder: Holder) -> set[str | None]:
        """The states and organisations for which someone held office."""
        return {self.gazetteer.entries[t.of].state for t in holder.tenures}

    def remember(self, actor: str, words: tuple[str, ...], gender: str | None = None) -> None:
        """Keep a person in mind under the words of the name, with office and state as the cast has them."""
        member = self.cast.get(actor)
        role = member.role if member else None
        before = self.scene.persons.pop(actor, None)
        self.scene.persons[actor] = PersonSeen(
            actor,
            before.words if before and len(before.words) >= len(words) else words,
            office=role.office if role else None,
            role_name=before.role_name if before else None,
            of=role.of if role else None,
            state=member.state if member else None,
            gender=gender or (before.gender if before else None) or self.gender_of_name(words),
        )

    def holder(self, holder: Holder, reason: str) -> Known:
        """A person of the gazetteer whom the report does not name, brought in by the office."""
        words = tuple(t for t in slug(holder.name).split("-"))
        return self._holder(holder, holder.name, words, reason, SHORT)

    def gender_of_noun(self, noun: str) -> str | None:
        """What a noun tells of somebody's gender: "mother", "deputy chairman"."""
        last = noun.split()[-1] if noun else ""
        if last in self.female_nouns:
            return "f"
        return "m" if last in self.male_nouns else None

    def gender_of_name(self, words: tuple[str, ...]) -> str | None:
        """What a name tells: the whole of it where it is known, the first name, then the second."""
        name = "-".join(words)
        if name in self.women or name in self.men:
            return "f" if name in self.women else "m"
        if words and words[0] in self.male and words[0] not in self.female:
            return "m"  # "José María"
        return "f" if self.female & set(words[:2]) else None

    def _earlier(self, words: tuple[str, ...]) -> PersonSeen | None:
        """The person whose name shares its words with this one: told of most, of those the one named last."""
        sharing = [p for p in reversed(self.scene.persons.values()) if _same_name(words, p.words)]
        if not sharing:
            return None
        return next((p for p in sharing if p.words == words and len(words) > 1), None) or max(
            sharing, key=lambda p: self.scene.times[p.actor]
        )

    def _lengthen(self, person: PersonSeen, words: tuple[str, ...], written: str) -> None:
        member = self.cast.get(person.actor)
        if member is not None and len(words) > 1:
            self.cast.add(changed(member, name=written), FULL)

    def _holder(
        self, holder: Holder, written: str, words: tuple[str, ...], reason: str, quality: int = FULL
    ) -> Known:
        tenure, sitting = tenure_on(holder, self.date)
        state, sector = self._affiliation(tenure if sitting else self._at_home(holder) or tenure)
        if not sitting and self._abroad(state):
            state = None  # who served the World Bank in other years is not the World Bank's
        actor = Actor(
            holder.id,
            ActorKind.PERSON,
            written,
            state=state,
            sector=sector if sitting else self._out_of_office(sector, tenure),
            role=Role(tenure.office, tenure.of, self.date[:10] if self.date else None) if sitting else None,
            wikidata=holder.wikidata,
        )
        self.cast.add(actor, quality if len(words) > 1 else SHORT)
        known = tuple(slug(holder.name).split("-"))
        self.remember(holder.id, known, self.gender_of_name(known) or "m")
        return Known(holder.id, reason)

    def _at_home(self, holder: Holder) -> Tenure | None:
        """The last office before the report that someone held in a state, else the first after it."""
        national = [t for t in holder.tenures if not self._abroad(self.gazetteer.entries[t.of].state)]
        return tenure_on(changed(holder, tenures=tuple(national)), self.date)[0] if national else None

    def _abroad(self, state: str | None) -> bool:
        """Whether those of a code serve an organisation, and are citizens of some state besides."""
        entry = self.gazetteer.entries.get(state or "")
        return entry is not None and entry.kind == "organisation"

    def office_of(self, actor: str, office: str | None) -> Tenure | None:
        """When a person of the gazetteer held an office, last before the report: "Chancellor Helmut Kohl"."""
        holder = self.gazetteer.holders.get(actor)
        held = tuple(t for t in holder.tenures if t.office == office) if holder else ()
        return tenure_on(changed(holder, tenures=held), self.date)[0] if holder and held else None

    def _affiliation(self, tenure: Tenure) -> tuple[str | None, str | None]:
        entry = self.gazetteer.entries[tenure.of]
        if entry.kind in ("group", "force"):
            return entry.state, self.gazetteer.sector_of(entry, self.date)
        if tenure.office in _OFFICE_SECTORS:
            return entry.state, _OFFICE_SECTORS[tenure.office]
        if tenure.office == "leader" and entry.kind == "body":
            return entry.state, entry.sector or "GOV"
        intergovernmental = entry.state in ("UN", "NATO") or (
            entry.state == entry.id and entry.kind == "organisation"
        )
        return entry.state, (entry.sector if intergovernmental and entry.state != "EU" else "GOV")

    def _out_of_office(self, sector: str | None, tenure: Tenure) -> str | None:
        """The sector of somebody who held an office, or will: who has held none yet is no former anything."""
        if sector not in ("GOV", "LEG", "JUD", "MIL"):
            return sector
        return None if self.date is not None and tenure.since > self.date[:10] else "ELI"

    def _new(self, words: tuple[str, ...], written: str) -> Known:
        full = len(words) > 1
        ident = f"person:{'-'.join(words)}" if full else self.cast.scoped(written)
        self.cast.add(Actor(ident, ActorKind.PERSON, written), FULL if full else SHORT)
        self.remember(ident, words)
        return Known(ident, "a person whom only this report names", 0.9 if full else 0.7)


def tenure_on(holder: Holder, date: str | None) -> tuple[Tenure, bool]:
    """The office held on a date and that it was held; else the one that ended last before (or comes next)."""
    sitting = [t for t in holder.tenures if date is None or t.covers(date[:10])]
    if sitting:
        return sitting[-1], True
    day = date or ""
    past = [t for t in holder.tenures if t.since <= day]
    return (max(past, key=lambda t: t.until or ""), False) if past else (holder.tenures[0], False)


def _distance(holder: Holder, date: str | None) -> tuple[int, int]:
    """Years between the date and the nearest time in office; holders of the top offices first."""
    if date is None:
        return (0, -int(max((t.until or "9999")[:4] for t in holder.tenures)))
    year = int(date[:4])
    gaps = []
    for t in holder.tenures:
        since, until = int(t.since[:4]), int((t.until or "9999")[:4])
        gaps.append(0 if t.covers(date[:10]) else max(since - year, year - until, 1))
    return (min(gaps), 0)


def _same_name(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether one name is a part of the other ("Obi" of "Ada Obi")."""
    if len(words) == 1:
        return words[0] in known and (len(known) == 1 or words[0] not in known[:1] or len(words[0]) > 2)
    if len(known) == 1:
        return known[0] in words
    if words == known[-len(words) :]:  # a surname of several words: "Adeyemi-Cole", "van der Merwe"
        return True
    return words[-1] == known[-1] and set(words) <= set(known) | set(words[1:-1]) and words[0] == known[0]
