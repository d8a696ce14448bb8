"""Who belongs to an organisation: a list of members, or another's members but for some and with others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.codebook.gazetteer_tables import Row, Tables
from dragoman.codebook.yamlfile import Fields, Node

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Members:
    """The rows that an entry writes itself and, where it has the members of ``alike`` too, without whom."""

    rows: list[Row]
    alike: Node | None = None
    without: tuple[Node, ...] = ()


def read_members(node: Node | None) -> Members:
    """The members as written: a list, or `{as: UN, without: [LIE], with: [COK 1984]}`.

    Raises:
        CodebookError: a member cannot be read, or a key is unknown or missing; with file and line.
    """
    if node is None or not isinstance(node.value, dict):
        return Members([] if node is None else [_row(n) for n in node.items()])
    with Fields(node) as fields:
        alike = fields.need("as")
        alike.text()
        return Members([_row(n) for n in fields.items("with")], alike, fields.items("without"))


def fill_in(tables: Tables) -> None:
    """Give each organisation that has another's members those members.

    A member of its own list (`with`) has the days of that list alone; of the others the days are the other
    organisation's, and so only those who are members there to this day come in, without days.

    Raises:
        CodebookError: the other has no members, or not the one that is left out; with file and line.
    """
    for ident in tables.alike:
        _fill(ident, tables, ())


def _fill(ident: str, tables: Tables, before: tuple[str, ...]) -> None:
    """Fill in one organisation, after the other that it is like."""
    found = tables.alike.get(ident)
    rows = tables.entries[ident][12]
    if found is None or ident in tables.filled:
        return
    alike, without = found
    other = alike.text()
    if ident in before:
        raise alike.error(f"the members of `{ident}` go round in a circle", "list the members of one of them")
    if other in tables.entries:
        _fill(other, tables, (*before, ident))
    theirs = (
        [row[0] for row in tables.entries[other][12] if row[2] is None] if other in tables.entries else []
    )
    if not theirs:
        raise alike.error(f"`{other}` has no members", "name an organisation of these files with `members`")
    left_out = {node.text(): node for node in without}
    for member, node in left_out.items():
        if member not in theirs:
            raise node.error(f"`{member}` is no member of `{other}`", "leave it out of `without`")
    own = {row[0] for row in rows}
    rows += [[member, None, None] for member in theirs if member not in left_out and member not in own]
    tables.filled.add(ident)


def _row(node: Node) -> Row:
    """One member: an id with the days of joining and leaving where given."""
    written = node.text()
    member, _, days = written.partition(" ")
    since, _, until = days.partition(" to ")
    for day in (since, until):
        if day and not _DAY.fullmatch(day.strip()):
            raise node.error(
                f"`{written}` is no member", "write `POL`, `POL 1999-03-12` or `GBR 1973 to 2020`"
            )
    return [member, since.strip() or None, until.strip() or None]
