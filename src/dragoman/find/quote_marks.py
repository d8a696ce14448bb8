"""Where the quotation marks of a report open and close.

Marks are read paragraph by paragraph, because that is how newspapers use them: a quotation that runs on
opens again at the next paragraph and closes only once. Straight and curly, single and double marks,
guillemets and low marks are known; apostrophes, feet and inches are not quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.record import Report, Span
from dragoman.values import changed, value

# How each mark may close, by the mark that opened. Swedish and Finnish papers open with the closing mark.
_CLOSERS: dict[str, str] = {
    "“": '”“"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’",
    '"': '"”',
    "'": "'’",
    "``": "''",
    "「": "」",
    "『": "』",
}
_SINGLE = frozenset("‘‚'’‹")
_MARKS = frozenset("“”„‟«»‹›‘’‚\"'`「」『』")
_MARK = re.compile("``|''|[" + re.escape("".join(sorted(_MARKS))) + "]")
_BEFORE_OPENING = frozenset("([{—–-/|:…<>")
_ELISIONS = ("tis", "twas", "em", "til", "bout", "cause", "n'", "n’")
_SPEECH_LEADS = frozenset(",:;")


@value
class Quotation:
    """One stretch inside quotation marks.

    ``span`` lies inside the marks and ``outer`` includes them. ``depth`` is 0 for a quotation that is in
    no other. ``continues`` is the position (in the tuple of all quotations of the report) of the
    quotation in the paragraph before that this one carries on, or None. ``closed`` is false where
    the paragraph ended before the mark closed.
    """

    span: Span
    outer: Span
    depth: int = 0
    continues: int | None = None
    closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    width: int


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The quotations of a report's title, standfirst and body, in order of their opening mark."""
    paragraphs = [s for s in (report.title_span, report.standfirst_span) if s is not None]
    return quotations_in(report.text, (*paragraphs, *report.body))


def find_quotes(report: Report) -> tuple[Span, ...]:
    """The characters inside each pair of quotation marks of a report, outer before inner."""
    return tuple(q.span for q in find_quotations(report))


def quotations_in(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations in some paragraphs of a text, in order; those carried on are linked."""
    found: list[Quotation] = []
    running: int | None = None
    read = tuple(paragraphs)
    for k, paragraph in enumerate(read):
        following = text[read[k + 1].start : read[k + 1].end].lstrip() if k + 1 < len(read) else ""
        here = list(_in_paragraph(text, paragraph, following[:1]))
        if running is not None and here and _reopens(text, paragraph, here[0], found[running]):
            here[0] = changed(here[0], continues=running)
        elif running is not None:
            here = _closed_late(text, paragraph, running, found[running]) + here
        base = len(found)
        found += here
        last = next((k for k, q in enumerate(here) if not q.closed and q.depth == 0), None)
        running = None if last is None else base + last
    return tuple(found)


def _reopens(text: str, paragraph: Span, first: Quotation, before: Quotation) -> bool:
    """Whether a paragraph begins with the mark of the quotation left open in the one before."""
    lead = text[paragraph.start : first.outer.start]
    return not lead.strip() and text[first.outer.start] == text[before.outer.start]


def _closed_late(text: str, paragraph: Span, running: int, before: Quotation) -> list[Quotation]:
    """The quotation left open in the paragraph before, where this one does not reopen it but closes it."""
    mark = text[before.outer.start]
    closers = _CLOSERS.get(mark, "")
    at = next((k for k in range(paragraph.start, paragraph.end) if text[k] in _MARKS - _SINGLE), None)
    if at is None or text[at] not in closers:
        return []
    ahead, behind = _around(text, paragraph, at, 1)
    if not ahead or ahead.isspace() or behind.isalnum():
        return []
    return [Quotation(Span(paragraph.start, at), Span(paragraph.start, at + 1), continues=running)]


def _in_paragraph(text: str, paragraph: Span, following: str) -> list[Quotation]:
    """The quotations of a paragraph; ``following`` is the first character of the next."""
    open_marks: list[_Open] = []
    done: list[Quotation] = []
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, width = found.start(), found.end() - found.start()
        _read_mark(text, paragraph, at, width, open_marks, done)
    done += _left_open(text, paragraph, open_marks, following)
    return _nested(sorted(done, key=lambda q: (q.outer.start, -q.outer.end)))


def _read_mark(
    text: str, paragraph: Span, at: int, width: int, open_marks: list[_Open], done: list[Quotation]
) -> None:
    mark = text[at : at + width]
    if width == 1 and _is_apostrophe(text, paragraph, at, open_marks):
        return
    closes = _closed_by(text, paragraph, at, mark, open_marks)
    if closes is not None:
        opened = open_marks[closes]
        done.append(Quotation(Span(opened.at + opened.width, at), Span(opened.at, at + width)))
        del open_marks[closes:]
    elif mark in _CLOSERS and _may_open(text, paragraph, at, width):
        # English nests by changing the mark: the same mark again means that the first was never closed.
        open_marks[:] = [o for o in open_marks if o.mark != mark]
        open_marks.append(_Open(mark, at, width))


def _is_apostrophe(text: str, paragraph: Span, at: int, open_marks: list[_Open]) -> bool:
    """Whether a single mark is an apostrophe, or a sign for feet, minutes or inches."""
    mark = text[at]
    before, after = _around(text, paragraph, at, 1)
    if mark == '"':
        return before.isdigit() and not any(o.mark == '"' for o in open_marks)
    if mark not in "'’‘":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if mark == "‘":
        return False
    if before.isalnum() or (before in ".,!?…" and before):
        return _possessive(text, paragraph, at, open_marks)
    word = text[at + 1 : min(at + 6, paragraph.end)].lower()
    elided = word[:2].isdigit() or any(
        word.startswith(e) and not word[len(e) : len(e) + 1].isalpha() for e in _ELISIONS
    )
    return after.isalnum() and (elided or mark == "’")


def _possessive(text: str, paragraph: Span, at: int, open_marks: list[_Open]) -> bool:
    """Whether a mark after a word ends no quotation: none is open, or a better end follows.

    "the ministers’ talks" inside ‘…’ looks like an end: it is taken for a possessive when it follows an
    *s* and goes on in lower case, and another mark that can close comes before the next one that opens.
    """
    if not any(o.mark in _SINGLE for o in open_marks):
        return True
    before, after = _around(text, paragraph, at, 1)
    follows = text[at + 1 : at + 3]
    if before.lower() != "s" or not (after == " " and follows[1:2].islower()):
        return False
    for k in range(at + 1, paragraph.end):
        if text[k] == "‘":
            return False
        if text[k] in "'’" and not text[k + 1 : k + 2].isalnum():
            return True
    return False


def _closed_by(text: str, paragraph: Span, at: int, mark: str, open_marks: list[_Open]) -> int | None:
    """The open mark that this one closes: the innermost that it fits, if it stands where marks close."""
    fits = [k for k, o in enumerate(open_marks) if mark in _CLOSERS[o.mark]]
    if not fits:
        return None
    before, after = _around(text, paragraph, at, len(mark))
    ambiguous = mark in ('"', "'", "“", "”", "’") and mark in _CLOSERS
    if ambiguous and before in (" ", "\n", "\t", "(", "") and (after.isalnum() or after in _MARKS):
        return None
    return fits[-1]


def _may_open(text: str, paragraph: Span, at: int, width: int) -> bool:
    before, after = _around(text, paragraph, at, width)
    if not after or (after.isspace() and text[at] != "«"):
        return False
    free = not before or before.isspace() or before in _BEFORE_OPENING or before in _MARKS
    return free or text[at] in "“„«「『"


def _around(text: str, paragraph: Span, at: int, width: int) -> tuple[str, str]:
    """The characters before and after a mark, empty at the paragraph's edges."""
    before = text[at - 1] if at > paragraph.start else ""
    after = text[at + width] if at + width < paragraph.end else ""
    return before, after


def _left_open(text: str, paragraph: Span, open_marks: list[_Open], following: str) -> Iterator[Quotation]:
    """A mark left open runs to its paragraph's end where the next one opens again or speech may begin."""
    for opened in open_marks[:1]:
        lead = text[paragraph.start : opened.at].rstrip()
        begins = opened.mark not in _SINGLE and (not lead or lead[-1] in _SPEECH_LEADS)
        if not begins and opened.mark != following:
            continue
        end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
        if end > opened.at + opened.width:
            yield Quotation(Span(opened.at + opened.width, end), Span(opened.at, end), closed=False)


def _nested(quotations: list[Quotation]) -> list[Quotation]:
    """Quotations, outer first, with their depth; one that crosses another is dropped."""
    kept: list[Quotation] = []
    above: list[Quotation] = []
    for q in quotations:
        while above and above[-1].outer.end <= q.outer.start:
            above.pop()
        if (above and above[-1].outer.end < q.outer.end) or q.span.start >= q.span.end:
            continue
        kept.append(changed(q, depth=len(above)))
        above.append(q)
    return kept
