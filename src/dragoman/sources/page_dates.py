"""Find the day of publication on a page that does not state it in its metadata.

First what htmldate finds quickly, in marked-up places; then a date written out, in any language, where
the page's own names say that a date stands (``class="post-date"``); last htmldate's search through the
whole page, which guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dragoman.text.written_dates import WrittenDate, written_dates

_DATED = re.compile(
    r"date|time|publish|posted|byline|meta|info|day|fecha|datum|data\b|tarih|tanggal|дата|seendate|stamp",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"update|modif|comment|related|sidebar|footer|footnote|copyright|recent|popular|calendar|archive|event|weather"
    r"|widget|ticker|most|latest|teaser|nav|menu",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"related|sidebar|footer|comments?\b|popular|recommend|widget|most-read", re.IGNORECASE)
_SHORT = ("time", "span", "div", "p", "li", "td", "small", "em", "b", "a", "dd", "font", "h4", "h5")
_LONGEST = 160
_EARLIEST = date(1995, 1, 1)


def page_date(tree: Any, markup: str, url: str | None = None, now: datetime | None = None) -> str | None:
    """The day of publication of a page as ``YYYY-MM-DD``, or None. The tree is not changed."""
    latest = ((now or datetime.now(tz=UTC)) + timedelta(days=2)).date()
    return (
        _htmldate(markup, url, latest, extensive=False)
        or _visible(tree, latest)
        or _htmldate(markup, url, latest, extensive=True)
    )


def _htmldate(markup: str, url: str | None, latest: date, *, extensive: bool) -> str | None:
    from htmldate import find_date

    try:
        day = find_date(
            markup, extensive_search=extensive, original_date=True, url=url, max_date=latest.isoformat()
        )
    except Exception:  # a parser of arbitrary pages: whatever it trips over, the page has no date to give
        return None
    return str(day) if day else None


def _visible(tree: Any, latest: date) -> str | None:
    """The first date written out where the page's class names and ids promise one."""
    us_order = (tree.get("lang") or "").lower().replace("_", "-") in ("en-us", "en-ph")
    for words in _dated_stretches(tree):
        for found in written_dates(words):
            day = _reading(found, us_order)
            if _EARLIEST <= day <= latest:
                return day.isoformat()
    return None


def _reading(found: WrittenDate, us_order: bool) -> date:
    """The date's reading; where day and month could be swapped, in the order of the page's country."""
    return found.readings[-1] if us_order else found.readings[0]


def _dated_stretches(tree: Any) -> Iterator[str]:
    for element in tree.iter(*_SHORT):
        names = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "data-testid"))
        if element.tag != "time" and not _DATED.search(names):
            continue
        if _NOT_OURS.search(names) or any(_aside(parent) for parent in element.iterancestors()):
            continue
        words = " ".join(element.text_content().split())
        if 6 <= len(words) <= _LONGEST:
            yield words


def _aside(element: Any) -> bool:
    """Whether an element is a part of the page that lists other stories."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ("aside", "footer", "nav") or bool(_ASIDE.search(names))
