"""What in a capture is not the story: share bars, related links, captions, comment forms, and the like.

The patterns are data (``codebooks/furniture/*.yaml``, one kind a file); this module only interprets
them. A pattern names the paragraphs that it removes whole, or the stretch that it removes at the
start or the end of a paragraph, and may take what stands under it as well: the linked headline under
"Read more", everything under "Leave a Reply".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml, yaml_files
from dragoman.record import Removed, Span
from dragoman.text.paragraphs import is_heading, is_prose, trim

FOLDER = Path(__file__).parent.parent / "codebooks" / "furniture"

_WHERE = ("anywhere", "head", "under-headline", "tail", "over-a-date")
_AT = ("whole", "start", "end")
_TAKES = ("nothing", "headline", "headlines", "rest")
_CASE = ("any", "exact")
# Furniture is short. Longer paragraphs are looked at only near their two ends, which also bounds the
# time that a regular expression can take.
_LONGEST = 1200
_WINDOW = 400
_DECORATION = " \t\r\n\u00a0•·▪■□◆●○▶►▸▹»›→➤⇒★☆✔📷🎧📺⏩👉|*#>_=~-–—"


def bare(words: str) -> str:
    """A paragraph without the marks and blanks that decorate its ends; itself where it is nothing else."""
    return words.strip(_DECORATION) or words


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a piece of furniture is written, with the cases that test it."""

    kind: str
    name: str
    regex: re.Pattern[str]
    where: str
    at: str
    takes: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    needs: tuple[str, ...] = ()

    def stretch(self, words: str) -> Span | None:
        """The part of a paragraph that this pattern removes, or None."""
        if self.at == "whole":
            short = len(words) <= _LONGEST and self.is_likely(words.lower())
            return Span(0, len(words)) if short and self.is_written(words, bare(words)) else None
        if self.at == "start":
            found = self.regex.match(words[:_WINDOW])
            return Span(0, found.end()) if found and found.end() else None
        found = self.regex.search(words, max(0, len(words) - _WINDOW))
        return Span(found.start(), len(words)) if found else None

    def is_written(self, words: str, core: str) -> bool:
        """Whether this pattern is a whole paragraph, as it stands or ``core``, what is left undecorated."""
        undecorated = self.regex.fullmatch(core) is not None
        return undecorated or (core != words and self.regex.fullmatch(words) is not None)

    def is_likely(self, small: str) -> bool:
        """Whether a paragraph, in small letters, has one of the words without which this pattern is none."""
        return not self.needs or any(need in small for need in self.needs)

    def fits(self, prose_before: int, story_before: int) -> bool:
        """Whether the pattern may apply after so many paragraphs of running text, and of story at all."""
        if self.where == "head":
            return prose_before < 2
        if self.where == "over-a-date":
            return False  # whether a date line follows is known once all are labelled
        if self.where == "under-headline":
            return prose_before < 1 <= story_before
        return self.where == "anywhere" or prose_before > 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a part of one: of the story if ``kind`` is None, else furniture of that kind."""

    span: Span
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """The patterns of all kinds, in the order in which they are tried."""

    patterns: tuple[Pattern, ...]
    # Which patterns may apply at a place of a capture: the few kinds of places are asked for again and again.
    _fitting: dict[tuple[bool, int, bool], tuple[Pattern, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def label(self, text: str, paragraphs: Sequence[Span]) -> tuple[Block, ...]:
        """The paragraphs as blocks, each story or furniture, in order; none overlaps another."""
        return tuple(_Labeller(self, text, paragraphs).blocks())

    def wholes(self, prose_before: int, story_before: int) -> tuple[Pattern, ...]:
        """The patterns of whole paragraphs that may apply after so much running text and story."""
        return self._at(True, prose_before, story_before)

    def edges(self, prose_before: int, story_before: int) -> tuple[Pattern, ...]:
        """The same of the patterns at the start or the end of a paragraph."""
        return self._at(False, prose_before, story_before)

    def _at(self, whole: bool, prose_before: int, story_before: int) -> tuple[Pattern, ...]:
        place = (whole, min(prose_before, 2), story_before > 0)
        held = self._fitting.get(place)
        if held is None:
            held = self._fitting[place] = tuple(
                p for p in self.patterns if (p.at == "whole") is whole and p.fits(*place[1:])
            )
        return held


def removed(blocks: Sequence[Block]) -> tuple[Removed, ...]:
    """The furniture among the blocks; neighbours of one kind become one stretch."""
    found: list[Removed] = []
    joined = False
    for block in blocks:
        if block.kind is None:
            joined = False
        elif joined and found[-1].kind == block.kind:
            found[-1] = Removed(block.kind, Span(found[-1].span.start, block.span.end))
        else:
            found.append(Removed(block.kind, block.span))
            joined = True
    return tuple(found)


@cache
def load(folder: Path = FOLDER) -> Furniture:
    """The furniture codebook of a folder.

    Raises:
        CodebookError: a file has an unknown or missing key, or a pattern that is no regular expression.
    """
    return Furniture(tuple(p for path in yaml_files(folder) for p in _patterns(load_yaml(path))))


def _patterns(node: Node) -> list[Pattern]:
    with Fields(node) as fields:
        kind = fields.need("kind").text()
        fields.need("definition").text()
        return [_pattern(kind, item) for item in fields.need("patterns").items()]


def _pattern(kind: str, node: Node) -> Pattern:
    with Fields(node) as fields:
        at = fields.choice("at", _AT, "whole") or "whole"
        return Pattern(
            kind=kind,
            name=fields.need("name").text(),
            regex=_regex(fields.need("match"), fields.choice("case", _CASE, "any") == "any", at == "end"),
            where=fields.choice("where", _WHERE, "anywhere") or "anywhere",
            at=at,
            takes=fields.choice("takes", _TAKES, "nothing") or "nothing",
            examples=fields.need("examples").texts(),
            counter_examples=fields.texts("counter_examples"),
            needs=fields.texts("needs"),
        )


def _regex(node: Node, any_case: bool, to_end: bool) -> re.Pattern[str]:
    """The expression of a ``match`` (several lines are alternatives), compiled."""
    whole = "|".join(f"(?:{part})" for part in node.texts())
    try:
        flags = re.DOTALL | (re.IGNORECASE if any_case else 0)
        return re.compile(rf"(?:{whole})\Z" if to_end else whole, flags)
    except re.error as error:
        raise node.error(f"not a regular expression: {error}", "see the Python `re` documentation") from error


class _Labeller:
    """One pass over the paragraphs of one capture."""

    def __init__(self, furniture: Furniture, text: str, paragraphs: Sequence[Span]) -> None:
        self.furniture = furniture
        self.text = text
        self.paragraphs = paragraphs
        self.prose = [is_prose(span.of(text)) for span in paragraphs]
        self.prose_before = 0
        self.story_before = 0

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        i = 0
        while i < len(self.paragraphs):
            taken = self._whole(i)
            if taken:
                found.extend(taken)
                i += len(taken)
                continue
            found.extend(self._parts(self.paragraphs[i]))
            self.prose_before += self.prose[i]
            self.story_before += 1
            i += 1
        return found

    def _whole(self, i: int) -> list[Block]:
        """The paragraph as furniture, with what it takes from under it; empty if it is story."""
        pattern = self._pattern_of(self.paragraphs[i].of(self.text))
        if pattern is None:
            return []
        return [Block(span, pattern.kind) for span in self.paragraphs[i : self._end(pattern, i)]]

    def _pattern_of(self, words: str) -> Pattern | None:
        """The first pattern that a whole paragraph has here, if it has any."""
        if len(words) > _LONGEST:
            return None
        core, small = bare(words), words.lower()
        decorated = core != words
        for pattern in self.furniture.wholes(self.prose_before, self.story_before):
            # Dozens of patterns are held against each paragraph: calls of `is_likely` and `is_written` would
            # cost as much as the expressions themselves.
            if pattern.needs and not pattern.is_likely(small):
                continue
            written = pattern.regex.fullmatch
            if written(core) is not None or (decorated and written(words) is not None):
                return pattern
        return None

    def _end(self, pattern: Pattern, i: int) -> int:
        """The index after the last paragraph that belongs to the furniture at ``i``."""
        end = i + 1
        if pattern.takes == "rest":
            story_told = self.prose_before >= 2 or (self.prose_before and not any(self.prose[end:]))
            return len(self.paragraphs) if story_told else end
        most = {"headline": 1, "headlines": len(self.paragraphs)}.get(pattern.takes, 0)
        while end < len(self.paragraphs) and end - i <= most and self._linked(end):
            end += 1
        return end

    def _linked(self, i: int) -> bool:
        """Whether a paragraph under a link mark is the headline that it links to."""
        words = self.paragraphs[i].of(self.text)
        return is_heading(words, most=25) and self._pattern_of(words) is None

    def _parts(self, span: Span) -> list[Block]:
        """A story paragraph without the furniture at its start and its end."""
        front: list[Block] = []
        back: list[Block] = []
        for pattern in self.furniture.edges(self.prose_before, self.story_before):
            stretch = pattern.stretch(span.of(self.text))
            if stretch is None:
                continue
            cut = trim(self.text, Span(span.start + stretch.start, span.start + stretch.end))
            if cut.start == cut.end:
                continue
            if pattern.at == "start":
                front.append(Block(cut, pattern.kind))
                span = trim(self.text, Span(cut.end, span.end))
            else:
                back.insert(0, Block(cut, pattern.kind))
                span = trim(self.text, Span(span.start, cut.start))
        story = [Block(span)] if span.start < span.end else []
        return front + story + back
