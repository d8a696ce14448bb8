"""From a saved page to a report: trafilatura finds the story, the page's metadata and htmldate its date.

The text of the report is the running text of the page: headline, standfirst where the page shows one,
and the paragraphs of the story, a blank line between them. Nothing of the page is run and nothing is
fetched.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.errors import BadInput
from dragoman.record import Report
from dragoman.sources import capture, opened
from dragoman.sources.encodings import declared_in, decode
from dragoman.sources.options import ReadOptions
from dragoman.sources.page_dates import page_date
from dragoman.sources.page_metadata import PageMetadata, page_metadata
from dragoman.sources.published import Publication
from dragoman.text.headline import same_words

_SAVE_AS_TEXT = "Save the article's text as a .txt file"


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page: what it says of itself and the paragraphs of its story."""

    metadata: PageMetadata
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """The running text: headline, standfirst and story, each paragraph once."""
        shown = [part for part in (self.metadata.title, self.metadata.standfirst) if part]
        story = [p for p in self.paragraphs if not any(same_words(p, part) for part in shown)]
        return "\n\n".join((*shown, *story))


def read_html(stream: BinaryIO, path: Path, options: ReadOptions) -> Iterator[Report]:
    """The one report of a saved page.

    Raises:
        BadInput: the page is empty, too large, or holds no story.
    """
    name = opened.name_of(path)
    data = opened.whole(stream, path, options.max_bytes)
    if not data.strip():
        raise BadInput("the file is empty", path=name, remedy="Save the page again")
    page = page_of(data, options)
    if not page.paragraphs:
        raise BadInput("the page holds no story", path=name, remedy=_SAVE_AS_TEXT)
    yield report_of(page, options, name)


def page_of(data: bytes, options: ReadOptions) -> Page:
    """A page from its bytes, in whatever encoding.

    Raises:
        BadInput: the bytes are no page.
    """
    markup = decode(data, declared_in(data)).text
    tree = _tree(markup)
    metadata = page_metadata(tree, options.now)
    if options.published is None and metadata.publication.published is None:
        found = page_date(tree, markup, metadata.url, options.now)
        metadata = replace(metadata, publication=Publication(found, "html" if found else None))
    return Page(metadata, _story(tree))


def report_of(page: Page, options: ReadOptions, source: str | None = None) -> Report:
    """The report of a page."""
    said = page.metadata
    known = capture.Known(
        title=said.title,
        standfirst=said.standfirst,
        publication=said.publication,
        url=said.url,
        publisher=said.publisher,
        language=None,  # templates are copied with their lang attribute; the text itself knows better
        marks=(said.publisher,),
    )
    return capture.report(page.text, known, options, source)


def _tree(markup: str) -> Any:
    from trafilatura import load_html

    _quiet()
    tree = load_html(markup)
    if tree is None:
        raise BadInput("this is not a web page", remedy=_SAVE_AS_TEXT)
    return tree


def _story(tree: Any) -> tuple[str, ...]:
    """The paragraphs of the story.

    Balanced, because favouring precision loses whole stories and favouring recall takes in link lists.
    Comments are not the report. Tables stay, because old sites lay out their stories with them.
    """
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False, include_tables=True, include_images=False)
    except Exception as error:  # as above: one odd page must not end a run over a thousand
        raise BadInput(f"the page defeats the extractor: {error}", remedy=_SAVE_AS_TEXT) from error
    lines = (getattr(document, "text", None) or "").split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def _quiet() -> None:
    """Keep the libraries' warnings off standard error: what matters comes back as `Unread`."""
    for name in ("trafilatura", "htmldate", "charset_normalizer"):
        logging.getLogger(name).addHandler(logging.NullHandler())
