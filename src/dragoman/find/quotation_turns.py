"""Speech in transcripts: whoever stands before the colon says what follows, up to the next who does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.find.quotation_speech import Speech
from dragoman.find.quotation_tree import Tree
from dragoman.record import Form, Span
from dragoman.text.turns import Turn, turns

_NOMINAL = ("PROPN", "NOUN")


def spoken_turns(text: str, trees: Sequence[Tree], paragraphs: Sequence[Span]) -> Iterator[Speech]:
    """The speech of each turn, a paragraph at a time."""
    for turn in turns(text, paragraphs):
        named = turn.of or turn.who
        last = named.end - 1  # "MS." may end a sentence of its own
        n = next((n for n, t in enumerate(trees) if t.s.span.start <= last < t.s.span.end), None)
        if n is not None:
            yield from _spoken(n, trees[n], turn, named)


def _spoken(n: int, tree: Tree, turn: Turn, named: Span) -> Iterator[Speech]:
    heads = [w.i for w in tree.s.words if named.covers(w.span) and w.upos in _NOMINAL]
    colon = next((w for w in tree.s.words if w.text == ":" and w.span.start >= turn.who.end), None)
    cue = Span(turn.said[0].start - 2, turn.said[0].start - 1) if colon is None else colon.span
    asked = turn.who.end - turn.who.start == 1  # "Q" and "A" name nobody
    for k, said in enumerate(turn.said):
        yield Speech(
            sentence=n,
            word=heads[-1] if heads else 0,
            cue=cue,
            verb="say",
            kind="speech",
            contents=(said,),
            form=Form.DIRECT,
            quotes=(said,),
            speaker=heads[-1] if heads and not asked else None,
            source=turn.who,
            reason="a transcript has its speaker before the colon",
            continues=k > 0,
        )
