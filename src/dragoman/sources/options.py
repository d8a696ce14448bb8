"""What a reader may be told beforehand, and what it says of an item that it could not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime

from dragoman.errors import BadInput

MEBIBYTE = 1 << 20
# What is decoded as a whole (of a CSV table the encoding is only known once all of it is seen).
MAX_TABLE_BYTES = 2048 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Unread:
    """An item that could not be read: the file, the place in it, why, and what to do about it.

    ``place`` is ``line 3``, ``row 7``, ``byte 120`` or empty for the file as a whole.
    """

    path: str
    place: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else self.path
        return f"{where}: {self.reason}." + (f" {self.remedy}." if self.remedy else "")


@dataclass(frozen=True, slots=True)
class Columns:
    """The names under which a table's columns may stand, the first that is there counts.

    Names are compared without regard to letter case.
    """

    text: tuple[str, ...] = (
        "text",
        "body",
        "content",
        "article",
        "articlebody",
        "maintext",
        "full_text",
        "story",
    )
    title: tuple[str, ...] = ("title", "headline", "head")
    standfirst: tuple[str, ...] = ("standfirst", "subtitle", "subheadline", "dek")
    published: tuple[str, ...] = (
        "published", "date", "published_at", "publication_date", "date_published", "datepublished",
        "pub_date", "pubdate", "date_publish", "publish_date", "timestamp", "created_at",
    )  # fmt: skip
    url: tuple[str, ...] = ("url", "link", "uri", "source_url", "web_url")
    publisher: tuple[str, ...] = (
        "publisher",
        "source",
        "outlet",
        "publication",
        "source_name",
        "site",
        "domain",
    )
    language: tuple[str, ...] = ("language", "lang")

    @classmethod
    def named(cls, mapping: Mapping[str, str]) -> Columns:
        """The usual names, with the column of some fields named: ``{"text": "Inhalt"}``.

        A named column counts before those of the usual names, which stay for tables that lack it: one call
        may read several. For the text there is no such second best.

        Raises:
            BadInput: a key is none of the fields.
        """
        known = [f.name for f in fields(cls)]
        for name in mapping:
            if name not in known:
                raise BadInput(
                    f"{name!r} is not a field that a column can fill",
                    remedy="Use one of: " + ", ".join(known),
                )
        usual = {name: () if name == "text" else getattr(cls(), name) for name in mapping}
        return replace(cls(), **{name: (column, *usual[name]) for name, column in mapping.items()})

    def absent(self, present: list[str]) -> list[tuple[str, str]]:
        """Each field whose column was named and is not there, with that name."""
        lower, usual = {name.strip().lower() for name in present}, Columns()
        firsts = ((f.name, getattr(self, f.name)[0], getattr(usual, f.name)[0]) for f in fields(self))
        return [
            (field, first) for field, first, most in firsts if first != most and first.lower() not in lower
        ]

    def find(self, present: list[str]) -> dict[str, str]:
        """Each field with the name of its column among those present."""
        lower = {name.strip().lower(): name for name in reversed(present)}
        wanted = {f.name: getattr(self, f.name) for f in fields(self)}
        return {
            field_name: lower[name.lower()]
            for field_name, names in wanted.items()
            if (name := next((n for n in names if n.lower() in lower), None))
        }


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known of the captures beforehand, and the limits within which they are read.

    ``published``, ``publisher`` and ``url`` overrule what a capture says of itself. A document, or a row
    of a table, may have ``max_bytes`` bytes after decompression. ``now`` is the moment up to which a
    date of publication is plausible; None is the present. ``tell`` hears what a user should know of a file
    that is read all the same.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    columns: Columns = field(default_factory=Columns)
    max_bytes: int = 64 * MEBIBYTE
    now: datetime | None = None
    tell: Callable[[str], None] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.published is not None and iso(self.published) is None:
            raise BadInput(
                f"{self.published!r} is not a date", remedy="Write it as 2023-11-21 or 2023-11-21T16:35:52Z"
            )


def iso(value: str) -> str | None:
    """An ISO 8601 date or timestamp in one canonical form, or None if the value is neither.

    A timestamp without a zone is cut to its date: the hour would mean nothing elsewhere.
    """
    value = value.strip()
    try:
        if len(value) <= 10:
            return date.fromisoformat(value).isoformat()
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")
