"""From a captured text, and what is known beside it, to a report with stand-off marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.codebook.openings import openings
from dragoman.record import Report, Span
from dragoman.sources import outlets
from dragoman.sources.identity import report_id
from dragoman.sources.options import ReadOptions
from dragoman.sources.published import UNKNOWN, Publication, publication
from dragoman.text import furniture, languages
from dragoman.text.dateline import Dateline, dateline
from dragoman.text.furniture import Block
from dragoman.text.headline import Head, head, same_words
from dragoman.text.paragraphs import is_heading, is_prose, paragraphs, trim
from dragoman.text.turns import turns
from dragoman.text.written_dates import month_number

_KEYED = re.compile(r"\s*([A-Za-z][A-Za-z ]{1,18}?)[ \t]*[:=][ \t]*(\S.*)", re.DOTALL)
_KEYS = {
    "url": "url", "link": "url", "canonical": "url", "publisher": "publisher", "outlet": "publisher",
    "source": "publisher", "publication": "publisher", "language": "language", "lang": "language",
}  # fmt: skip
_PARTS = re.compile(r"\s*[|•·–—()]\s*|,\s+")
_SMALL = frozenset({"of", "and", "the", "for", "de", "la", "&"})
_ACRONYM = 3
_LONGEST_NAME, _LONGEST_HEADLINE, _LONGEST_LINE = 5, 35, 160


@dataclass(frozen=True, slots=True)
class Known:
    """What a capture's container says of it: a page's metadata, a table's other columns.

    ``marks`` are the parts of it that tell two captures of one text apart.
    """

    title: str | None = None
    standfirst: str | None = None
    publication: Publication = UNKNOWN
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    marks: tuple[str | None, ...] = ()


def report(text: str, known: Known, options: ReadOptions, source: str | None = None) -> Report:
    """A report of a captured text, which stays as it is; every span of the report points into it."""
    blocks = _masthead(text, _unkeyed(text, furniture.load().label(text, paragraphs(text))))
    blocks = _over_date(text, blocks)
    known = _with_header(text, blocks, known)
    url = options.url or known.url
    top = head(text, blocks, known.title)
    blocks, top, site = _without_repeats(text, blocks, top)
    blocks, filed = _without_dateline(text, blocks, top)
    when = publication(text, blocks, filed, known.publication, url, options)
    title = _span(blocks, top.title)
    standfirst = _span(blocks, top.standfirst)
    heads = (top.title, top.standfirst)
    body = tuple(block.span for i, block in enumerate(blocks) if block.kind is None and i not in heads)
    return Report(
        id=report_id(text, *known.marks),
        text=text,
        body=body,
        removed=furniture.removed(blocks),
        url=url,
        publisher=options.publisher or known.publisher or _publisher(text, blocks, url, site, filed),
        title=title.of(text) if title else known.title,
        standfirst=standfirst.of(text) if standfirst else known.standfirst,
        published=when.published,
        published_source=when.source,
        language=_language(text, body, known.language),
        title_span=title,
        standfirst_span=standfirst,
        dateline=filed.span if filed else None,
        source=source,
    )


def _span(blocks: tuple[Block, ...], i: int | None) -> Span | None:
    return None if i is None else blocks[i].span


def _unkeyed(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the value of a ``Title:`` line in a record header freed as story."""
    freed: list[Block] = []
    for block in blocks:
        keyed = _KEYED.fullmatch(block.span.of(text)) if block.kind == "record-header" else None
        if keyed and keyed[1].lower() in ("title", "headline"):
            value = block.span.start + keyed.start(2)
            freed.append(Block(trim(text, Span(block.span.start, value)), block.kind))
            freed.append(Block(Span(value, block.span.end)))
        else:
            freed.append(block)
    return tuple(freed)


def _with_header(text: str, blocks: tuple[Block, ...], known: Known) -> Known:
    """What is known, with what keyed lines of a record header add."""
    found: dict[str, str] = {}
    for block in blocks:
        words = block.span.of(text)
        keyed = _KEYED.fullmatch(words) if block.kind == "record-header" else None
        if keyed and (name := _KEYS.get(keyed[1].lower())):
            found.setdefault(name, keyed[2].strip())
        elif block.kind == "record-header" and words.startswith(("http://", "https://")):
            found.setdefault("url", words)
    return replace(
        known,
        url=known.url or found.get("url"),
        publisher=known.publisher or found.get("publisher"),
        language=known.language or found.get("language"),
    )


def _without_repeats(
    text: str, blocks: tuple[Block, ...], top: Head
) -> tuple[tuple[Block, ...], Head, outlets.Outlet | None]:
    """The blocks with the site's name cut off the headline and repetitions of the headline set aside."""
    if top.title is None:
        return blocks, top, None
    at, span = top.title, blocks[top.title].span
    named = outlets.site_name(span.of(text))
    outlet: outlets.Outlet | None = None
    changed = list(blocks)
    if named:
        cut, outlet = named
        changed[at] = Block(Span(span.start, span.start + cut.start))
        changed.insert(at + 1, Block(trim(text, Span(span.start + cut.start, span.end)), "site-name"))
        top = Head(at, None if top.standfirst is None else top.standfirst + 1)
    title = changed[at].span.of(text)
    for i, block in enumerate(changed[at + 1 :], start=at + 1):
        words = block.span.of(text)
        if block.kind is None and is_prose(words):
            break
        if block.kind is None and same_words(words, title):
            changed[i] = Block(block.span, "repeated-title")
    if top.standfirst is not None and changed[top.standfirst].kind:
        top = head(text, changed)
    return tuple(changed), top, outlet


def _without_dateline(
    text: str, blocks: tuple[Block, ...], top: Head
) -> tuple[tuple[Block, ...], Dateline | None]:
    """The blocks with the dateline cut off the first paragraph of the story, and the dateline in the text."""
    heads = (top.title, top.standfirst)
    first = next((i for i, b in enumerate(blocks) if b.kind is None and i not in heads), None)
    found = dateline(blocks[first].span.of(text)) if first is not None else None
    told = [b.span for i, b in enumerate(blocks) if b.kind is None and i not in heads]
    if first is None or found is None or any(t.who.start == told[0].start for t in turns(text, told)):
        return blocks, None
    span = blocks[first].span
    filed = trim(text, Span(span.start, span.start + found.span.end))
    rest = trim(text, Span(filed.end, span.end))
    story = (Block(rest),) if rest.start < rest.end else ()  # none where the dateline is a line of its own
    place = Span(span.start + found.place.start, span.start + found.place.end) if found.place else None
    return (*blocks[:first], *story, *blocks[first + 1 :]), replace(found, span=filed, place=place)


def _publisher(
    text: str, blocks: tuple[Block, ...], url: str | None, site: outlets.Outlet | None, filed: Dateline | None
) -> str | None:
    """The outlet of the address, else of the headline's end, the masthead, or the agency that filed.

    An agency that the outlets do not know is taken as it is written.
    """
    outlet = site or (outlets.named(filed.agency) if filed else None)
    masthead = next((b.span.of(text) for b in blocks if b.kind == "site-name"), None)
    if site is None and masthead:
        known = outlets.named(masthead)
        return outlets.publisher_of(url) or (known.name if known else masthead)
    if outlet is not None:
        return outlets.publisher_of(url) or outlet.name
    return outlets.publisher_of(url) or _in_a_row(text, blocks) or _agency(filed)


def _agency(filed: Dateline | None) -> str | None:
    """The agency of a dateline by the name that stands there, where it is sure to be one."""
    name = None if filed is None else filed.agency
    if filed is None or name is None:
        return None
    words = [word.strip(".").lower() for word in name.split()]
    other = any(word in openings().no_agency or month_number(word) for word in words)
    acronym = name.isupper() and len(words) == 1 and len(name) >= _ACRONYM
    return name if not other and (filed.month is not None or acronym) else None


def _in_a_row(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The outlet among the parts of a byline or date line: ``By Jane Doe | The Gazette | 3 March``."""
    mastheads = [p for p in furniture.load().patterns if p.kind == "site-name" and p.name == "masthead"]
    for block in blocks:
        if block.kind not in ("byline", "timestamp") or block.span.end - block.span.start > _LONGEST_LINE:
            continue
        for part in filter(None, map(str.strip, _PARTS.split(block.span.of(text)))):
            known = outlets.named(part)
            if known or any(p.is_written(part, part) for p in mastheads):
                return known.name if known else part
    return None


def _masthead(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a name over the site's menu set aside: what is above a menu is no headline."""
    if len(blocks) < 3 or blocks[0].kind is not None or blocks[1].kind != "navigation":
        return blocks
    name = blocks[0].span.of(text)
    below = next((b.span.of(text) for b in blocks[1:] if b.kind is None), "")
    capitals = all(w[:1].isupper() or w in _SMALL for w in name.split())
    if len(name.split()) > _LONGEST_NAME or not capitals or not is_heading(below, _LONGEST_HEADLINE):
        return blocks
    return (Block(blocks[0].span, "site-name"), *blocks[1:])


def _over_date(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with an outlet's name set aside that stands alone between the headline and a date line."""
    story = [i for i, block in enumerate(blocks) if block.kind is None]
    at = next((i for i in story[1:3] if i + 1 < len(blocks) and blocks[i + 1].kind == "timestamp"), None)
    if at is None or any(block.kind == "site-name" for block in blocks[:at]):
        return blocks
    words = blocks[at].span.of(text)
    names = (p for p in furniture.load().patterns if p.where == "over-a-date")
    if not (outlets.named(words) or any(p.is_written(words, words) for p in names)):
        return blocks
    return (*blocks[:at], Block(blocks[at].span, "site-name"), *blocks[at + 1 :])


def _language(text: str, body: tuple[Span, ...], known: str | None) -> str | None:
    """The language as two letters: as the container says, else guessed from the body."""
    if known and re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", known.strip()):
        return known.strip()[:2].lower()
    return languages.guess(" ".join(span.of(text) for span in body))
