"""The ledger as readers see it: typed, frozen rows, whole records, and tables for a data frame."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.errors import BadInput, LedgerError
from dragoman.ledger import choices
from dragoman.ledger.dates import first_day, last_day
from dragoman.ledger.relations import Party, Relation, Relations
from dragoman.ledger.rows import (
    ActorRow,
    DyadRow,
    EventRow,
    FigureRow,
    Overview,
    PledgeRow,
    PositionRow,
    ReportRow,
    StatementRow,
)
from dragoman.ledger.shapes import typed
from dragoman.ledger.store import connect, guard, query, refusals, rows
from dragoman.ledger.table import Answer, Table
from dragoman.record import Event, Form, Pledge, Position, Record, Stance, Statement, Status, Strength

if TYPE_CHECKING:
    import duckdb

Row = TypeVar("Row")
MANY = 6
"""Things looked for that begin with too short an id: all but the last are named."""

PARTS = (
    "removed",
    "actors",
    "mentions",
    "events",
    "statements",
    "pledges",
    "positions",
    "figures",
    "dropped",
)


class Ledger:
    """A ledger open for reading; use it as a context manager, or call `close`.

    Wherever an actor is asked for, an id (``SRB``, ``person:…``), a name or a word of a name will do,
    and a state or organisation stands for all who act for it. Days are written ``2023``, ``2023-11``
    or ``2023-11-21``; an undated event counts on the day of its publication. Ids may be shortened.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """The ledger at ``path``, read-only: no query can change it, or reach anything but it.

        Raises:
            LedgerError: there is no ledger there, or it is in use by another process.
        """
        connection = connect(path, read_only=True)
        guard(connection)
        return cls(connection, Path(path))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def reports(self, *, limit: int | None = None) -> tuple[ReportRow, ...]:
        """The reports that were read, in the order of publication."""
        text = "SELECT * FROM v_reports ORDER BY published NULLS LAST, report LIMIT $limit"
        return self._typed(ReportRow, text, {"limit": limit})

    def actors(self, name: str | None = None) -> tuple[ActorRow, ...]:
        """All actors, or those that a name may mean: by id, else by full name, else by words of it."""
        if name is None:
            return self._typed(ActorRow, "SELECT * FROM v_actors ORDER BY reports DESC, actor", {})
        return self._typed(ActorRow, query("actors_named"), {"name": name})

    def party(self, asked: str) -> Party:
        """The actor ids and state codes that a user's words stand for.

        Raises:
            BadInput: nobody in the ledger is called that; the remedy names who is called nearly so.
        """
        found = self.actors(asked)
        states = {a.state for a in self._typed(ActorRow, "SELECT * FROM v_actors", {})} - {None}
        if asked.upper() in states:
            ids = dict.fromkeys((asked.upper(), *(a.actor for a in found)))
            return Party(asked, tuple(ids), _name(found) or asked.upper())
        if not found and (code := choices.state_code(asked)) in states:
            return Party(asked, (str(code),), asked)  # only its police and its people are in the news
        if not found:
            raise BadInput(f"nobody in this ledger is called {asked!r}", remedy=self._nearly(asked))
        return Party(asked, tuple(a.actor for a in found), _name(found) or asked)

    def events(
        self,
        *,
        id: str | None = None,
        report: str | None = None,
        type: str | Sequence[str] | None = None,
        mode: str | Sequence[str] | None = None,
        actor: str | None = None,
        recipient: str | None = None,
        status: str | Sequence[str] | None = None,
        historical: bool | None = None,
        country: str | None = None,
        place: str | None = None,
        dated: bool | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> tuple[EventRow, ...]:
        """The events that pass every filter given, in the order of time.

        ``place`` is a name of it or words of one, as the report spells it or as the gazetteer does;
        ``dated`` asks for those with a time of their own, or for those without.

        Raises:
            BadInput: a date that is none, an actor or a report that the ledger does not know, or a type,
                mode, status or country that there is not; the remedy says which there are.
        """
        countries = self._held("v_events", "country")
        types = choices.folded(type, str.upper)
        modes = choices.folded(mode, str.lower)
        bound = {
            "id": id,
            "report": self._report(report),
            "types": choices.checked("type", types, self._held("v_events", "event"), choices.shipped_types),
            "modes": self._modes(modes, types),
            "statuses": _statuses(status),
            "historical": historical,
            "actors": self._ids(actor),
            "recipients": self._ids(recipient),
            "country": choices.country_code(country, countries()) if country else None,
            "place": place,
            "dated": dated,
            "text": text,
            "limit": limit,
            **_bounds(since, until),
        }
        return self._typed(EventRow, query("events"), bound)

    def relations(
        self,
        a: str,
        b: str,
        *,
        since: str | None = None,
        until: str | None = None,
        status: str | Sequence[str] | None = None,
        historical: bool | None = None,
    ) -> Relations:
        """What has passed between two parties, each an actor or a state with all who act for it.

        Raises:
            BadInput: a date that is none, an actor whom the ledger does not know, a status that there is
                not, or one party given twice.
        """
        one, other = self.party(a), self.party(b)
        if set(one.ids) == set(other.ids):
            remedy = f"Name two parties; `dragoman events --actor {one.ids[0]}` lists what one has done"
            raise BadInput(f"{a!r} and {b!r} are the same, {one.name}", remedy=remedy)
        bound = {
            "a": list(one.ids),
            "b": list(other.ids),
            "statuses": _statuses(status),
            "historical": historical,
            **_bounds(since, until),
        }
        found = (
            Relation(row["direction"], typed(EventRow, row)) for row in self._rows(query("relations"), bound)
        )
        return Relations(one, other, tuple(found))

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        form: str | None = None,
        report: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> tuple[StatementRow, ...]:
        """What was said, by whom; ``about`` is the id of an event that a statement asserts."""
        bound = {
            "speakers": self._ids(speaker),
            "event": self._known("events", "event", about),
            "form": choices.one_of("form", form, Form),
            "report": self._report(report),
            "text": text,
            "limit": limit,
            **_bounds(since, until),
        }
        return self._typed(StatementRow, query("statements"), bound)

    def pledges(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        strength: str | None = None,
        report: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> tuple[PledgeRow, ...]:
        """Who committed to what, towards whom."""
        bound = {
            "makers": self._ids(by),
            "receivers": self._ids(to),
            "strength": choices.one_of("strength", strength, Strength),
            "report": self._report(report),
            "text": text,
            "limit": limit,
            **_bounds(since, until),
        }
        return self._typed(PledgeRow, query("pledges"), bound)

    def positions(
        self,
        *,
        holder: str | None = None,
        on: str | None = None,
        stance: str | None = None,
        at: str | None = None,
        report: str | None = None,
        text: str | None = None,
        limit: int | None = None,
    ) -> tuple[PositionRow, ...]:
        """Who stands where on a question (``on``: words of it), as told up to the day ``at``."""
        bound = {
            "holders": self._ids(holder),
            "question": on,
            "stance": choices.one_of("stance", stance, Stance),
            "at": last_day(at) if at else None,
            "report": self._report(report),
            "text": text,
            "limit": limit,
        }
        return self._typed(PositionRow, query("positions"), bound)

    def figures(
        self,
        *,
        unit: str | None = None,
        text: str | None = None,
        report: str | None = None,
        limit: int | None = None,
    ) -> tuple[FigureRow, ...]:
        """Numbers with what they count."""
        bound = {"unit": unit, "text": text, "report": self._report(report), "limit": limit}
        return self._typed(FigureRow, query("figures"), bound)

    def record(self, report: str) -> Record:
        """The whole record of a report, equal to the one that was written; the id may be shortened.

        Raises:
            BadInput: no report has that id, or several begin so.
        """
        found = self._rows(query("record"), {"report": report})
        if len(found) != 1:
            raise _not_one(report, "report", [row["id"] for row in found])
        return self._assembled(found[0])

    def records(self) -> Iterator[Record]:
        """Every record, in the order in which they were written."""
        for row in self._rows("SELECT reading FROM reports WHERE NOT superseded ORDER BY reading", {}):
            (whole,) = self._rows("SELECT * FROM reports WHERE reading = $reading", row)
            yield self._assembled(whole)

    def event(self, id: str) -> tuple[Record, Event]:
        """The event with that id, which may be shortened, and the record that it is part of.

        Raises:
            BadInput: no event has that id, or several begin so.
        """
        found = self.events(id=id, limit=MANY)
        exact = [e for e in found if e.id == id] or list(found)
        if len(exact) != 1:
            raise _not_one(id, "event", [e.id for e in exact])
        record = self.record(exact[0].report)
        return record, next(e for e in record.events if e.id == exact[0].id)

    def identified(self, id: str) -> tuple[Record, Event | Statement | Pledge | Position]:
        """The event, statement, pledge or position with that id, which may be shortened, and its record.

        Raises:
            BadInput: nothing has that id, or several rows begin so.
        """
        found = self._rows(query("identified"), {"id": id, "limit": MANY})
        exact = [row for row in found if row["id"] == id] or found
        if not exact:
            told = f"no event, statement, pledge or position has the id {id!r}"
            raise BadInput(told, remedy="`dragoman events` and the lists beside it show the ids")
        if len(exact) > 1 and exact[0]["id"] != id:
            raise _not_one(id, "row", [row["id"] for row in exact])
        record = self.record(exact[0]["report"])
        rows: dict[str, Sequence[Event | Statement | Pledge | Position]] = {
            "event": record.events,
            "statement": record.statements,
            "pledge": record.pledges,
            "position": record.positions,
        }
        return record, next(row for row in rows[exact[0]["kind"]] if row.id == exact[0]["id"])

    def overview(self, *, dyads: int = 8, latest: int = 5) -> Overview:
        """How much of each kind the ledger holds, between which days; its busiest pairs and latest words."""
        (row,) = self._rows(query("overview"), {})
        first, last = row.pop("first"), row.pop("last")
        return Overview(
            path=self.path,
            counts=tuple((kind, int(n)) for kind, n in row.items()),
            first=first,
            last=last,
            dyads=self._typed(DyadRow, query("dyads"), {"limit": dyads}),
            statements=self._typed(StatementRow, query("latest_statements"), {"limit": latest}),
            pledges=self._typed(PledgeRow, query("latest_pledges"), {"limit": latest}),
        )

    def sql(self, text: str, bound: object = None) -> Answer:
        """The answer to one query of your own; values for its ``?`` or ``$name`` go into ``bound``.

        Raises:
            LedgerError: the query is wrong, would change something, or reaches for another file.
        """
        with refusals():
            result = self._connection.execute(_one_query(self._connection, text), bound or [])
            columns = tuple(column[0] for column in result.description or ())
            return Answer(columns, tuple(result.fetchall()))

    def table(self, name: str) -> Table:
        """A table or view by its name, or a query, for a data frame: ``polars.DataFrame(table)``.

        Raises:
            LedgerError: there is no such table, or the query is wrong.
        """
        with refusals():
            if " " in name.strip():
                return Table(self._connection.sql(_one_query(self._connection, name)))
            return Table(self._connection.table(name.strip()))

    def _assembled(self, row: dict[str, Any]) -> Record:
        parts: dict[str, Any] = {
            part: self._rows(f"SELECT * FROM {part} WHERE reading = $r ORDER BY n", {"r": row["reading"]})
            for part in PARTS
        }
        row["removed"] = parts.pop("removed")
        versions = {key: row[key] for key in ("dragoman", "model", "codebook")}
        known = all(value is not None for value in versions.values())
        record: Record = typed(Record, {**parts, "report": row, "versions": versions if known else None})
        return record

    def _ids(self, asked: str | None) -> list[str] | None:
        return None if asked is None else list(self.party(asked).ids)

    def _held(self, table: str, column: str) -> Callable[[], frozenset[str]]:
        """Asks for the values that a column of the ledger has."""
        text = f"SELECT DISTINCT {column} AS value FROM {table} WHERE {column} IS NOT NULL"
        return lambda: frozenset(row["value"] for row in self._rows(text, {}))

    def _modes(self, modes: list[str] | None, types: list[str] | None) -> list[str] | None:
        """The modes asked for, each of which the types asked for have, in the ledger or in the codebook."""
        text = (
            "SELECT DISTINCT mode FROM v_events WHERE mode IS NOT NULL"
            " AND ($types IS NULL OR list_contains($types::VARCHAR[], event))"
        )
        return choices.checked(
            f"mode of {' or '.join(types)}" if types else "mode",
            modes,
            lambda: [row["mode"] for row in self._rows(text, {"types": types})],
            lambda: choices.shipped_modes(types),
        )

    def _report(self, asked: str | None) -> str | None:
        return self._known("v_reports", "report", asked, "report")

    def _known(self, table: str, kind: str, asked: str | None, column: str = "id") -> str | None:
        """An id, or the start of one, if anything has it."""
        text = f"SELECT 1 FROM {table} WHERE starts_with({column}, $asked) LIMIT 1"
        if asked is not None and not self._rows(text, {"asked": asked}):
            raise _not_one(asked, kind, [])
        return asked

    def _nearly(self, asked: str) -> str:
        """Who is called nearly so: those with a name of their own first, also by a word of it."""
        named: list[ActorRow] = []
        described: list[ActorRow] = []
        for actor in self.actors():
            own = not actor.actor.startswith("r:") and actor.name[:1].isupper()
            (named if own else described).append(actor)
        whole = {n.casefold(): a for a in reversed(named) for n in (*a.names, a.actor)}
        words = {w: a for name, a in reversed(whole.items()) for w in name.split()}
        others = {n.casefold(): a for a in reversed(described) for n in a.names}
        for known, least in ((whole, 0.6), (words, 0.8), (others, 0.85)):
            near = difflib.get_close_matches(asked.casefold(), known, n=3, cutoff=least)
            if found := dict.fromkeys(f"{known[name].name} ({known[name].actor})" for name in near):
                return f"Did you mean {' or '.join(found)}?"
        return "`dragoman actors` lists everybody whom it knows"

    def _typed(self, kind: type[Row], text: str, bound: dict[str, Any]) -> tuple[Row, ...]:
        return tuple(typed(kind, row) for row in self._rows(text, bound))

    def _rows(self, text: str, bound: dict[str, Any]) -> list[dict[str, Any]]:
        return rows(self._connection, text, bound)


def _one_query(connection: duckdb.DuckDBPyConnection, text: str) -> str:
    """The text, if it is a single statement that only reads."""
    import duckdb

    statements = connection.extract_statements(text)
    reads = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
    if len(statements) != 1 or statements[0].type not in reads:
        raise LedgerError(
            "a query is one statement that reads: SELECT, FROM, WITH, DESCRIBE, SHOW or EXPLAIN",
            remedy="Change the ledger by `dragoman read`",
        )
    return text


def _name(found: Sequence[ActorRow]) -> str | None:
    if len({a.actor for a in found}) > 3:
        return f"{found[0].name} and {len(found) - 1} others"
    return ", ".join(a.name for a in found) or None


def _statuses(given: str | Sequence[str] | None) -> list[str] | None:
    return choices.checked("status", choices.folded(given, str.lower), lambda: [str(s) for s in Status])


def _bounds(since: str | None, until: str | None) -> dict[str, Any]:
    return {"since": first_day(since) if since else None, "until": last_day(until) if until else None}


def _not_one(asked: str, kind: str, found: list[str]) -> BadInput:
    if found:
        listed = ", ".join(found[: MANY - 1]) + (" and others" if len(found) == MANY else "")
        return BadInput(f"several {kind}s begin with {asked!r}", remedy=f"Write more of it: {listed}")
    return BadInput(f"no {kind} has the id {asked!r}", remedy=f"`dragoman {kind}s` lists them")
