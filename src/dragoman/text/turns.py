"""The turns of a transcript: ``MR. ADEYEMI (Nigeria): We will …``, ``The President: …``, ``Q: …``.

A speaker stands before a colon at the head of a paragraph and speaks until the next one does. A lone label
is none: "GENEVA: …" opens a report, and "MOSCOW: … KYIV: …" are the items of a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.openings import openings
from dragoman.record import Span

_NAME = r"[A-Z\u00c0-\u00de][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-Z\u00c0-\u00de][\w.'’-]*){0,4}"
_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]+(?: [A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’-]*){1,5}"
# In an interview, "Reporter: Did you?", "Bah: Yes."; there nobody stands in brackets, so `of` is never found.
_PLAIN = re.compile(rf"(?P<who>{_NAME})(?P<of>(?!))?: (?=\S)")
_OWN = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)


@cache
def _sure() -> re.Pattern[str]:
    """The labels that nobody but a speaker bears."""
    words = openings()
    titles, posts, labels = (
        "|".join(map(re.escape, held)) for held in (words.titles, words.posts, words.labels)
    )
    return re.compile(rf"(?i:{titles})\.? {_NAME}|(?i:the )(?i:{posts})|{labels}")


@cache
def _label() -> re.Pattern[str]:
    """Such a label, or a name in capitals, up to its colon; brackets say for whom he speaks."""
    return re.compile(
        rf"(?P<who>{_sure().pattern}|{_CAPITALS})"
        r"(?: ?\((?P<of>[A-Z\u00c0-\u00de][\w .'’-]{2,40})\))?(?: ?\([^()\n]{2,40}\))?: (?=\S)"
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks (for whom, if brackets say so), with the stretches of text that are their words."""

    who: Span
    of: Span | None
    said: tuple[Span, ...]


def turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of a report that is a transcript, or holds one; of any other none."""
    opened = {k: m for k, p in enumerate(paragraphs) if (m := _label().match(text, p.start, p.end))}
    opened = _interview(text, paragraphs) or opened
    often = Counter(m["who"] for m in opened.values())
    sure = any(_sure().fullmatch(who) or n > 1 for who, n in often.items())
    if len(opened) < 2 or not sure:
        return ()
    found = []
    ends = [*list(opened)[1:], len(paragraphs)]
    for (k, match), end in zip(opened.items(), ends, strict=True):
        said = [Span(match.end(), paragraphs[k].end)]
        for p in paragraphs[k + 1 : end]:
            # Behind the last label the report may go on in its own voice.
            if end == len(paragraphs) and not _OWN.search(text, p.start, p.end):
                break
            said.append(p)
        of = Span(*match.span("of")) if match["of"] else None
        found.append(Turn(Span(*match.span("who")), of, tuple(said)))
    return tuple(found)


def _interview(text: str, paragraphs: Sequence[Span]) -> dict[int, re.Match[str]]:
    """The labels of an interview, by paragraph: those who ask and those who answer right behind."""
    labels = {
        k: m
        for k, p in enumerate(paragraphs)
        if (m := _label().match(text, p.start, p.end) or _PLAIN.match(text, p.start, p.end))
    }
    asking = {k for k in labels if text[paragraphs[k].start : paragraphs[k].end].rstrip().endswith("?")}
    answers = {labels[k + 1]["who"] for k in asking if k + 1 in labels}
    asked = {labels[k]["who"] for k in asking if k + 1 in labels}
    if not answers - asked:
        return {}
    return {k: m for k, m in labels.items() if m["who"] in answers | asked}
