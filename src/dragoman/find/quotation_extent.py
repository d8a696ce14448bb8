"""How far what was said reaches: the words of a clause, widened to the quotation marks that they touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.find.quotation_tree import trimmed
from dragoman.find.quote_marks import Quotation
from dragoman.record import Form, Span
from dragoman.values import value

_CONNECTIVES = re.compile(r"[\s,]|\b(and|or|but|that)\b")
_RELATIVES = frozenset({"which", "who", "that", "whom", "and", "but", "as", "if", "whether"})


@value
class Contents:
    """What was said: its stretches in order, the quotations among them, and the form they give it."""

    spans: tuple[Span, ...]
    quotes: tuple[Span, ...]
    form: Form


@dataclass(frozen=True, slots=True)
class Extent:
    """The quotations of a text, asked around a reporting word."""

    text: str
    quotations: Sequence[Quotation]

    def around(self, cue: Span) -> Quotation | None:
        """The innermost quotation that the reporting word itself stands in."""
        inside = [q for q in self.quotations if q.outer.covers(cue)]
        return max(inside, key=lambda q: q.depth, default=None)

    def level(self, cue: Span) -> list[Quotation]:
        """The quotations that can be the reporting word's own: those just inside the one it stands in."""
        host = self.around(cue)
        depth = 0 if host is None else host.depth + 1
        return [
            q for q in self.quotations if q.depth == depth and (host is None or host.outer.covers(q.outer))
        ]

    def contents(self, pieces: Iterable[Span], cue: Span) -> Contents | None:
        """What was said, from the pieces of text that the tree gives; None when nothing is left.

        A piece inside a quotation becomes the whole of it; one that reaches into a quotation takes
        it in; nothing reaches out of the quotation that the cue stands in.
        """
        host, level = self.around(cue), self.level(cue)
        # A mark alone, which a tree may hang anywhere, takes no quotation in.
        widened = [self._widened(p, level) for p in pieces if any(map(str.isalnum, p.of(self.text)))]
        if host is not None:
            widened = [_clipped(p, host.span) for p in widened]
        spans = self._joined([self._bare(p, level) for p in widened])
        spans = tuple(p for p in spans if self._says_something(p))
        if not spans:
            return None
        return self.read(spans, cue)

    def read(self, spans: Sequence[Span], cue: Span) -> Contents:
        """Stretches that are known to be what was said, with their quotations and form."""
        level = [q for q in self.level(cue) if any(s.overlaps(q.span) for s in spans)]
        quotes = tuple(q.span for q in level)
        form = self.form(spans, quotes)
        if form is Form.MIXED:
            outer = {q.span.start: q.outer for q in level}
            spans = [_with_marks(s, outer.get(s.start)) for s in spans]
        return Contents(tuple(spans), quotes, form)

    def form(self, spans: Sequence[Span], quotes: Sequence[Span]) -> Form:
        """Direct when every letter stands inside the marks, indirect when none does, else mixed."""
        cut = [(max(s.start, q.start), min(s.end, q.end)) for s in spans for q in quotes if s.overlaps(q)]
        inside = sum(self._letters(a, b) for a, b in cut)
        if not inside:
            return Form.INDIRECT
        return Form.MIXED if sum(self._letters(*s) for s in spans) > inside else Form.DIRECT

    def _letters(self, start: int, end: int) -> int:
        return sum(map(str.isalnum, self.text[start:end]))

    def _widened(self, piece: Span, level: Sequence[Quotation]) -> Span:
        start, end = piece
        for q in level:
            if not q.outer.overlaps(piece):
                continue
            rest = self.text[start : max(start, q.outer.start)] + self.text[min(end, q.outer.end) : end]
            if not any(ch.isalnum() for ch in rest):
                return q.span
            start, end = min(start, q.outer.start), max(end, q.outer.end)
        return Span(start, end)

    def _bare(self, piece: Span, level: Sequence[Quotation]) -> Span:
        """A piece without commas and stops at its edges; a whole quotation keeps its own stop."""
        if any(piece == q.span for q in level):
            return trimmed(self.text, piece, " ,")
        return trimmed(self.text, piece)

    def _joined(self, pieces: list[Span]) -> tuple[Span, ...]:
        """Pieces in order; those that overlap, or that only commas and "and that" part, become one."""
        joined: list[Span] = []
        for piece in sorted(p for p in pieces if p.start < p.end):
            gap = self.text[joined[-1].end : piece.start] if joined else "x"
            if joined and (piece.start <= joined[-1].end or not _CONNECTIVES.sub("", gap)):
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
            else:
                joined.append(piece)
        return tuple(joined)

    def _says_something(self, piece: Span) -> bool:
        words = self.text[piece.start : piece.end].split()
        return any(w.strip(",.“”\"'").lower() not in _RELATIVES for w in words if any(c.isalnum() for c in w))


def _with_marks(piece: Span, outer: Span | None) -> Span:
    """A piece that is the inside of a quotation, with its marks."""
    return piece if outer is None or not outer.covers(piece) else outer


def _clipped(piece: Span, host: Span) -> Span:
    return Span(max(piece.start, host.start), max(max(piece.start, host.start), min(piece.end, host.end)))
