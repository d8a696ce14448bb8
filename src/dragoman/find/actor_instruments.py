"""Treaties, accords and resolutions that a report names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.language.parse import Sentence
from dragoman.record import How, Mention, Span

_GAP = "\0"  # stands for what may be any letter or none
_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\((?:\?:)?([^()]*)\)([?*]|\{[^}]*\})?")
_OPTIONAL = re.compile(r".(?:[?*]|\{[^}]*\})")
_LETTERS = re.compile("[A-Za-z]{3,}")
_SPECIAL = re.compile(r"\(\?[^:]")  # of look-arounds and flags nothing is told


@dataclass(frozen=True, slots=True)
class _Instrument:
    """A kind of instrument, the expression for its names, and parts of words of which each name holds one."""

    kind: str
    regex: re.Pattern[str]
    parts: tuple[str, ...]

    def may_be_in(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of a text holds one of the parts; where there are none, that cannot be told."""
        return not self.parts or any(text.find(part, start, end) >= 0 for part in self.parts)


def instruments_in(
    text: str, sentences: Sequence[Sentence], patterns: tuple[tuple[str, str], ...]
) -> list[Mention]:
    """The mentions of instruments; ``patterns`` are the gazetteer's, each with what it names."""
    found: list[Mention] = []
    told_of = [i for i in _compiled(patterns) if i.may_be_in(text, 0, len(text))]
    for sentence in sentences if told_of else ():
        taken: list[Span] = []
        for instrument in told_of:
            if not instrument.may_be_in(text, *sentence.span):
                continue
            for m in instrument.regex.finditer(text, *sentence.span):
                span = Span(m.start(), m.end())
                if not any(span.overlaps(t) for t in taken):
                    taken.append(span)
                    reason = f"an instrument: {instrument.kind}"
                    found.append(Mention(None, span, m.group(), How.INSTRUMENT, reason))
    return found


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[tuple[str, str], ...]) -> list[_Instrument]:
    return [
        _Instrument(kind, re.compile(pattern), tuple(sorted(needed(pattern)))) for kind, pattern in patterns
    ]


def needed(pattern: str) -> frozenset[str]:
    """Parts of words of which every match of an expression holds one; none where that cannot be told."""
    if _SPECIAL.search(pattern):
        return frozenset()
    flat = _CLASS.sub(_GAP, pattern)
    groups: dict[str, frozenset[str]] = {}
    while group := _GROUP.search(flat):
        mark = _GAP if group[2] else chr(0xE000 + len(groups))
        if mark != _GAP:
            groups[mark] = _any_of(group[1], groups)
        flat = flat[: group.start()] + mark + flat[group.end() :]
    return _any_of(flat, groups)


def _any_of(alternatives: str, groups: dict[str, frozenset[str]]) -> frozenset[str]:
    """What one of some alternatives needs; for each the longest of its parts that is always there."""
    found: set[str] = set()
    for alternative in alternatives.split("|"):
        certain = _OPTIONAL.sub(_GAP, alternative)
        parts = [frozenset({run}) for run in _LETTERS.findall(certain)]
        parts += [groups[c] for c in certain if groups.get(c)]
        if not parts:
            return frozenset()
        found |= max(parts, key=lambda part: min(map(len, part)))
    return frozenset(found)
