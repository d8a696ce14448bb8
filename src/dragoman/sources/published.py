"""Settle when a report was published, and say how that is known.

The first that has an answer counts: what the reader was told (``given``); the page's or the table's own
metadata (``metadata``), else a date found on the page (``html``); a date line in the capture (``text``);
the dateline (``dateline``), its year taken from what is known otherwise; a date in the address
(``url``); the creation time in a leading record id (``record-id``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from dragoman.sources.options import ReadOptions, iso
from dragoman.text import record_id
from dragoman.text.dateline import Dateline
from dragoman.text.furniture import Block
from dragoman.text.written_dates import WrittenDate, written_dates

_URL_DATE = re.compile(r"/((?:19[89]|20[0-9])\d)[/-]?([01]?\d)[/-]?([0-3]?\d)(?=[/_.-]|$)")
_CHANGED = re.compile(r"(?:updated?|modified|edited|changed|revised)\b", re.IGNORECASE)
_DATED_KINDS = frozenset({"timestamp", "byline", "record-header"})
_AGREES = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Publication:
    """A date of publication (ISO 8601) and its source; both None where nothing tells."""

    published: str | None = None
    source: str | None = None


UNKNOWN = Publication()


def publication(
    text: str,
    blocks: Sequence[Block],
    dateline: Dateline | None,
    known: Publication,
    url: str | None,
    options: ReadOptions,
) -> Publication:
    """When a report was published, by the best evidence there is."""
    if options.published is not None:
        return Publication(iso(options.published), "given")
    if known.published is not None:
        return known
    made = record_id.created(text, options.now)
    addressed = url_date(url)
    anchor = made.date() if made else addressed
    latest = (options.now or datetime.now(tz=UTC)).date() + timedelta(days=2)
    written = _date_line(text, blocks, anchor, latest)
    if written:
        return Publication(written, "text")
    filed = dateline.date(anchor) if dateline else None
    if filed and filed <= latest:
        return Publication(filed.isoformat(), "dateline")
    if addressed:
        return Publication(addressed.isoformat(), "url")
    return Publication(made.strftime("%Y-%m-%dT%H:%M:%SZ"), "record-id") if made else UNKNOWN


def read_date(value: object) -> str | None:
    """A table's date as ISO 8601: ISO itself, ``20231121``, Unix time, e-mail style, or written out."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, (datetime, date)):
        return iso(value.isoformat())
    words = str(value).strip()
    return iso(words) or _compact(words) or _unix(words) or _mail(words) or _written(words)


def url_date(url: str | None) -> date | None:
    """The date in an address such as ``…/2023/11/21/…``, or None."""
    match = _URL_DATE.search(url or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _date_line(text: str, blocks: Sequence[Block], anchor: date | None, latest: date) -> str | None:
    """The date of publication that a date line of the capture gives; of a change if there is no other."""
    changed: str | None = None
    for found, is_change in _dates_written(text, blocks):
        value = found.iso() or _resolved(found, anchor)
        if value is None or date.fromisoformat(value[:10]) > latest:
            continue
        if not is_change:
            return value
        changed = changed or value
    return changed


def _dates_written(text: str, blocks: Sequence[Block]) -> Iterator[tuple[WrittenDate, bool]]:
    """The dates in date lines and bylines, each with whether it is that of a change."""
    for block in blocks:
        if block.kind not in _DATED_KINDS:
            continue
        words = block.span.of(text)
        after = 0
        for found in written_dates(words):
            yield found, bool(_CHANGED.search(words[after : found.span.start]))
            after = found.span.end


def _resolved(found: WrittenDate, anchor: date | None) -> str | None:
    """An ambiguous date, by the reading that agrees with what is known otherwise."""
    if anchor is None:
        return None
    day = found.nearest(anchor)
    return day.isoformat() if abs(day - anchor) <= _AGREES else None


def _compact(words: str) -> str | None:
    return iso(f"{words[:4]}-{words[4:6]}-{words[6:8]}") if re.fullmatch(r"(?:19|20)\d{6}", words) else None


def _unix(words: str) -> str | None:
    """Seconds or milliseconds since 1970, where a number can be nothing else."""
    if not re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", words):
        return None
    seconds = float(words) / (1000 if len(words.split(".")[0]) > 10 else 1)
    return datetime.fromtimestamp(int(seconds), tz=UTC).isoformat()


def _mail(words: str) -> str | None:
    try:
        return iso(parsedate_to_datetime(words).isoformat())
    except (ValueError, IndexError):
        return None


def _written(words: str) -> str | None:
    return next((value for found in written_dates(words) if (value := found.iso())), None)
