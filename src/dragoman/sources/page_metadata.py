"""What a saved page says of itself: JSON-LD, meta elements, marked-up times, the elements of its head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from dragoman.sources import outlets
from dragoman.sources.published import UNKNOWN, Publication, read_date

# schema.org types that are a piece of journalism; a page may also describe its site, menus and videos.
_ARTICLE = ("article", "blogposting", "report", "socialmediaposting")
# Meta elements that give the day of publication, the surest first; those of a change are left out.
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "article.published", "published_time", "publish-date", "publish_date", "publishdate",
    "published-date", "publication_date", "publicationdate", "pubdate", "pub_date",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date",
    "dc.date", "date", "dc.created", "article:post_date", "article_date_original",
    "original-publish-date", "citation_publication_date", "datecreated", "rnews:datepublished",
    "release_date", "cdate", "creation_date",
)  # fmt: skip
_STANDFIRST = (
    "standfirst", "subtitle", "sub-title", "subheadline", "sub-headline", "article__summary",
    "article-summary", "article__subhead", "article-dek", "article__dek", "dek", "deck",
    "article__intro", "article-intro", "entry-subtitle", "article-subtitle", "article__subtitle",
    "article-lead", "article__lead", "story-summary",
)  # fmt: skip
_LONGEST_STANDFIRST = 450
_EARLIEST = "1990-01-01"


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """A page's own account of its headline, standfirst, date, address, outlet and language."""

    title: str | None = None
    standfirst: str | None = None
    publication: Publication = UNKNOWN
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


def page_metadata(tree: Any, now: datetime | None = None) -> PageMetadata:
    """The metadata of a parsed page (an lxml tree, which is not changed)."""
    article = next(_articles(tree), {})
    metas = _metas(tree)
    site = _text(metas.get("og:site_name")) or _name(article.get("publisher"))
    url = _address(tree, metas, article)
    return PageMetadata(
        title=_title(tree, metas, article, site),
        standfirst=_standfirst(tree),
        publication=_published(tree, metas, article, now or datetime.now(tz=UTC)),
        url=url,
        publisher=_publisher(site, url),
        language=_text(tree.get("lang")) or _text(metas.get("og:locale")),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that are articles, those at the top first."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _top_objects(data):
            kinds = item.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if str(kind).lower().rsplit("/", 1)[-1].endswith(_ARTICLE):
                    yield item
                    break


def _top_objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects that a page describes, not those inside its lists of other stories."""
    if isinstance(data, list):
        for item in data:
            yield from _top_objects(item)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if isinstance(data.get(key), (list, dict)):
                yield from _top_objects(data[key])


def _metas(tree: Any) -> dict[str, str]:
    """The content of the meta elements by name, property or itemprop in lower case; the first counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    return found


def _title(tree: Any, metas: dict[str, str], article: dict[str, Any], site: str | None) -> str | None:
    headings = [words for h in tree.iter("h1") if (words := _text(h.text_content()))]
    candidates = (
        _text(article.get("headline")),
        headings[0] if len(headings) == 1 else None,
        _text(metas.get("og:title")),
        _text(metas.get("twitter:title")),
        _text(tree.findtext(".//title")),
    )
    title = next((c for c in candidates if c and len(c) > 8), None)
    if title is None:
        return None
    named = outlets.site_name(title)
    if named:
        return title[: named[0].start]
    for mark in (" | ", " - ", " – ", " — "):
        if site and title.lower().endswith(mark + site.lower()):
            return title[: -len(mark + site)].rstrip()
    return title


def _standfirst(tree: Any) -> str | None:
    """The visible summary under the headline, where its class says that it is one."""
    for element in tree.iter("p", "div", "h2", "h3", "span", "strong"):
        classes = (element.get("class") or "").lower().split()
        if any(c == name or c.endswith(("__" + name, "-" + name)) for c in classes for name in _STANDFIRST):
            words = _text(element.text_content())
            if words and 20 <= len(words) <= _LONGEST_STANDFIRST:
                return words
    return None


def _published(tree: Any, metas: dict[str, str], article: dict[str, Any], now: datetime) -> Publication:
    """The day of publication that the page states in a form for machines."""
    times = [e.get("datetime") or e.get("content") for e in tree.xpath('.//*[@itemprop="datePublished"]')]
    latest = (now + timedelta(days=2)).date().isoformat()
    for value in (article.get("datePublished"), *(metas.get(name) for name in _DATE_METAS), *times):
        found = read_date(value) if isinstance(value, str) else None
        if found and _EARLIEST <= found[:10] <= latest:
            return Publication(found, "metadata")
    return UNKNOWN


def _address(tree: Any, metas: dict[str, str], article: dict[str, Any]) -> str | None:
    """The page's own address: canonical, Open Graph, JSON-LD."""
    links = tree.iter("link")
    canonical = [link.get("href") for link in links if "canonical" in (link.get("rel") or "").lower()]
    for value in (*canonical, metas.get("og:url"), article.get("url"), article.get("mainEntityOfPage")):
        if isinstance(value, str) and value.startswith(("http://", "https://")) and _is_address(value):
            return value.strip()
    return None


def _is_address(value: str) -> bool:
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:
        return False


def _publisher(site: str | None, url: str | None) -> str | None:
    outlet = outlets.named(site)
    return outlet.name if outlet else site or outlets.publisher_of(url)


def _name(value: Any) -> str | None:
    """The name of a JSON-LD organisation, given as an object, a list of them, or plain text."""
    first = value[0] if isinstance(value, list) and value else value
    return _text(first.get("name") if isinstance(first, dict) else first)


def _text(value: Any) -> str | None:
    """A string as one line with its entities resolved, or None for anything else."""
    from html import unescape

    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None
