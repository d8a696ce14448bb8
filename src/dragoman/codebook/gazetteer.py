"""The gazetteer: who the codebook knows, under which words, in which office, and when.

``load_gazetteer`` answers from a compiled file as long as it was made from the very YAML that is there
(one digest a file); where the YAML has changed, the tables are built anew in memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from dragoman.codebook.gazetteer_derive import office_key
from dragoman.values import value

if TYPE_CHECKING:
    from dragoman.codebook.readings import Readings

FOLDERS = ("actors", "offices", "roles")


@value
class Membership:
    """Who belongs to an organisation, from when until when (None: from the start; not ended)."""

    member: str
    since: str | None = None
    until: str | None = None

    def covers(self, date: str) -> bool:
        """Whether it was a member on an ISO date; partial dates are read generously."""
        joined = self.since is None or self.since <= date
        return joined and (self.until is None or date[: len(self.until)] <= self.until)


@value
class Entry:
    """One actor of the gazetteer.

    ``state`` is the record's code of the state or organisation it belongs to; ``nouns`` are the common
    nouns that may stand for it ("the bloc"); ``claimed_by`` the states that call it theirs;
    ``in_power`` the intervals in which an armed group was the government; ``codes`` a state's codes in
    other schemes; ``members`` who belongs to an organisation.
    """

    id: str
    kind: str
    name: str
    state: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    nouns: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    in_power: tuple[tuple[str, str | None], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    members: tuple[Membership, ...] = ()

    def code(self, scheme: str) -> str | None:
        """The code in another scheme: ``iso2``, ``cow`` (Correlates of War), ``gw`` (Gleditsch and Ward)."""
        return dict(self.codes).get(scheme)

    def members_on(self, date: str | None) -> tuple[str, ...]:
        """The ids of the members of an organisation on an ISO day; without a day, of all it ever had."""
        return tuple(m.member for m in self.members if date is None or m.covers(date))


@value
class Role:
    """A role noun: the sector it stands for, the office it names, one holder (person) or many.

    ``sector`` None marks a neutral role, which takes the sector of whom it belongs to. ``code`` is the
    part of the id under which all such forces or bodies of one state are one actor (``SRB.MIL``).
    """

    name: str
    kind: str
    sector: str | None
    office: str | None = None
    sole: bool = False
    code: str | None = None
    neutral: bool = False


@value
class Term:
    """One thing that a sequence of words may stand for.

    ``what`` is ``entry role noun person decoy modifier``; ``ref`` the id or position it points to;
    ``form`` says how (name, acronym, adjective, people, citizen, capital, capital-if-named, metonym,
    singular, plural, …); ``case`` holds a letter a token: ``C`` capital first, ``U`` all capitals, ``-`` any.
    """

    what: str
    ref: str
    form: str
    case: str


@value
class Tenure:
    """A term of office: who, as what, of which actor, from when until when (None: not ended)."""

    person: str
    office: str
    of: str
    since: str
    until: str | None

    def covers(self, date: str) -> bool:
        """Whether the term was running on an ISO date; partial dates are read generously."""
        return self.since <= date and (self.until is None or date[: len(self.until)] <= self.until)


@value
class Holder:
    """A person known by name, with the short name that reports use later on ("Xi", "Vučić").

    ``spellings`` are other spellings of the short name ("Gadhafi").
    """

    id: str
    name: str
    short: str
    wikidata: str | None
    tenures: tuple[Tenure, ...] = ()
    spellings: tuple[str, ...] = ()


@value
class Reading:
    """One reading of an ambiguous term: an actor id, or None for what is no actor, and its cues."""

    actor: str | None
    what: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything the codebook knows of actors; frozen, and safe to share.

    ``terms`` maps normalised words (see ``dragoman.codebook.name_words.normal``) to their readings, longest
    match first; ``begun`` are the words that a term begins with: its first, its first two, and so on to all;
    ``offices`` maps what `gazetteer_derive.office_key` makes of an office and an actor to its holders' terms.
    """

    entries: Mapping[str, Entry]
    roles: tuple[Role, ...]
    holders: Mapping[str, Holder]
    terms: Mapping[str, tuple[Term, ...]]
    begun: frozenset[str]
    shorts: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, tuple[Tenure, ...]]
    ambiguous: Mapping[str, tuple[Reading, ...]]
    modifiers: Mapping[str, tuple[str, tuple[str, ...]]]
    instruments: tuple[tuple[str, str], ...]
    readings: Readings
    digest: str = ""
    by_noun: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def holder(self, office: str, of: str, date: str | None) -> Holder | None:
        """Who held an office on a date, if exactly one person is known to have; None without a date."""
        if date is None:
            return None
        found = {t.person for t in self.offices.get(office_key(office, of), ()) if t.covers(date)}
        return self.holders[found.pop()] if len(found) == 1 else None

    def sector_of(self, entry: Entry, date: str | None) -> str | None:
        """The sector of an entry on a date: an armed group that was in power then is a government."""
        day = date or ""
        if entry.in_power and any(a <= day and (b is None or day <= b) for a, b in entry.in_power):
            return "GOV"
        return entry.sector

    def describe(self, phrase: str, date: str | None = None) -> tuple[str | None, str | None, str]:
        """The country code, sector and reason for a phrase read alone; None where there is none.

        ``date`` is the ISO day on which it was written and decides who held an office then.
        """
        from dragoman.find.actor_describe import describe

        return describe(phrase, date, self)


def load_gazetteer(extra: Path | str | None = None) -> Gazetteer:
    """The gazetteer shipped with the package, with the user's files laid over it.

    ``extra`` is a folder with any of ``actors``, ``offices`` and ``roles`` in it, a folder of such files
    alone, or one file; its entries win over shipped ones with the same id, and its names over shipped names.

    Raises:
        CodebookError: there is no such file, or one breaks the rules; the error names file, line and remedy.
    """
    from dragoman.codebook.gazetteer_build import assemble
    from dragoman.codebook.gazetteer_cache import compiled_tables

    with _no_collecting():
        return assemble(compiled_tables(shipped_folder(), None if extra is None else Path(extra)))


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the collector from looking, over and over, through new objects that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def shipped_folder() -> Path:
    """The folder of the codebooks that are part of the package."""
    return Path(__file__).resolve().parent.parent / "codebooks"


def frozen(table: Mapping[str, object]) -> Mapping[str, object]:
    """A read-only view of a table."""
    return MappingProxyType(dict(table))
