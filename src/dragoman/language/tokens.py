"""Text to words, with the characters that each covers, by rules in the manner of the English treebanks.

The conventions are those that Universal Dependencies EWT and GUM share: clitics are words (*do|n't*,
*Serbia|'s*, *can|not*), hyphens are words except after a prefix (*long|-|term*, *non-aligned*),
currency signs, units and ``%`` stand alone, abbreviations keep their period. Every pattern scans
left to right without nested repetition, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.language.token_lists import (
    ABBREVIATIONS,
    BEFORE_A_NUMBER,
    ENDINGS,
    PREFIXES,
    RUN_TOGETHER,
    STARTERS,
    UNITS,
)
from dragoman.record import Span

# Characters that never belong to a word: controls, zero-width and direction marks, lone surrogates.
_CHUNK = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
)
# Letters, digits and the marks that are written on or between them.
_W = (
    r"\w\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u0900-\u0903"
    r"\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31-\u0e4e\u200c\u200d"
)
_EMOJI = r"\u2190-\u2bff\U0001F000-\U0001FAFF"
_CJK = r"\u3041-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_NUMBER = (
    r"\d{1,3}(?:-\d{2,4}){2,3}(?![\w-])|\d{1,4}-\d{1,2}-\d{1,4}(?![\w-])|\d{3}-\d{4}(?![\w-])"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"
    r"|\d+(?:[.:/]\d+|,\d{3}(?!\d))*"
)
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("cjk", rf"[{_CJK}]"),
    ("acronym", r"(?<![\w.])(?:[^\W\d_]\.){2,12}(?:[^\W\d_](?!\w))?|(?<![\w.])[^\W\d_]\.[^\W\d_](?![\w])"),
    ("degree", r"(?<!\w)(?:Ph\.D|[BM]\.Sc|M\.Phil|D\.Phil)\.?(?!\w)"),
    ("abbreviation", rf"(?<![\w'’])(?:{_any_of(ABBREVIATIONS)})\.(?!\.)"),
    ("initial", r"(?<!\w)[A-Z]\.(?=[,;])"),
    ("capitals", rf"(?<!\w)(?:{_any_of(ABBREVIATIONS.upper())})\.(?=\w)"),
    ("money", r"(?<!\w)(?:US|AU|NZ|HK|CA|[ACS])\$"),
    ("elided-year", rf"(?<![{_W}])['’‘]\d\ds?(?![{_W}])"),
    ("elided", r"(?i:(?<!\w)['’‘](?:em|til|cause|n|tis|twas)(?!\w))"),
    ("decade", r"(?<![\w.,])\d{1,3}0['’]s(?!\w)"),
    ("ordinal", r"(?<![\w.])\d+(?:,\d{3})*(?:st|nd|rd|th|s)(?!\w)"),
    ("number", rf"(?<![{_W}])[+]?(?:{_NUMBER})(?:(?![{_W}])|(?=(?i:{_any_of(UNITS)})(?![{_W}])))"),
    ("fraction", r"(?<![\w.])\.\d+(?!\w)"),
    ("decimal", rf"(?<![{_W}])\d+(?:[.,:]\d+)+"),
    ("initials", r"(?<![\w&])[A-Z]{1,3}&[A-Z]{1,3}(?![\w&])"),
    ("short-slash", r"(?<![\w/])(?i:w/o|w/out|l/c|s/he|n/a|i/o|b/t)(?![\w/])"),
    ("handle", r"(?<![\w@#])[@#][^\W\d]\w*"),
    (
        "prefixed",
        rf"(?<![{_W}-])(?i:(?:(?:{_any_of(PREFIXES)})[-‐‑]){{1,3}}(?=\w))(?:\d+s?|[{_W}]+(?:['’][{_W}]+)*)",
    ),
    ("optional", r"[^\W\d_]+\((?:s|es)\)"),
    ("run", r"\.{2,}|[!?]{2,}|-{2,}|\*{2,}|={2,}|_{2,}|~{2,}|#{2,}|<{2,}|>{2,}|\+{2,}|''|``|,,|\${2,}"),
    ("word", rf"[{_W}]+(?:['’][{_W}]+)*"),
    ("flag", r"[\U0001F1E6-\U0001F1FF]{2}"),
    ("emoji", rf"[{_EMOJI}](?:[\ufe0e\ufe0f\U0001F3FB-\U0001F3FF]|\u200d[{_EMOJI}]){{0,12}}"),
    ("sign", rf"[^\s{_W}][\ufe0e\ufe0f\u0300-\u036f]{{0,4}}"),
    ("rest", r"[\s\S]"),
)
_MASTER = re.compile("|".join(f"(?:{pattern})" for _, pattern in _PATTERNS))
# Addresses are looked for only in chunks that hold one of their signs.
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:|doi:)[^\s<>\"“”«»]{1,2000}"
    r"|(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}"
    rf"|(?<![\w.@-])\w[\w-]{{0,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.(?i:{_any_of(ENDINGS)})(?![\w.]\w)(?:/[^\s<>\"“”«»]{{1,2000}})?(?!\w)"
    r"|(?<![\w.])[a-z]{2,12}(?:\.[a-z]{2,20}){2,6}(?!\w)"
)
_EMOTICON = re.compile(r"(?<!\w)(?:[:;=]['^-]?[)(DPp|/\\*]{1,3}|[)(][-]?[:;=]|<3|\^_+\^|:-?[oO])$")
_SIMPLE = re.compile(r"[^\W\d_]+")
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|m|re|ve|ll|d))$")
_CLOSERS = ".,;:!?'\"’”)]}>»*"
_NEXT_DIGIT = frozenset(BEFORE_A_NUMBER.split()) | {w.lower() for w in BEFORE_A_NUMBER.split()}
_CACHE_LIMIT = 60_000
_CACHED_LENGTH = 32

Bounds = tuple[tuple[int, int], ...]


class Tokenizer:
    """Finds words. It remembers the chunks between blanks that it has seen, for speed only."""

    def __init__(self) -> None:
        self._seen: dict[str, Bounds] = {}

    def __call__(self, text: str, paragraph: Span | None = None) -> list[Span]:
        """The words of a stretch of text, in order, as spans of ``text``; blanks belong to none.

        Every character that is neither blank nor a control or zero-width mark is in exactly one word.
        """
        start, end = paragraph or (0, len(text))
        found: list[Span] = []
        seen = self._seen
        chunks = list(_CHUNK.finditer(text, max(start, 0), max(start, min(end, len(text)))))
        for k, chunk in enumerate(chunks):
            written = chunk.group()
            bounds = seen.get(written) or self._bounds(written)  # most have been seen
            if len(bounds) == 1:
                found.append(Span(*chunk.span()))
                continue
            if written[-1] == ".":
                after = chunks[k + 1].group() if k + 1 < len(chunks) else ""
                bounds = _rejoin(written, bounds, after, found[-1].of(text) if found else "")
            at = chunk.start()
            found += [Span(at + a, at + b) for a, b in bounds]
        return found

    def _bounds(self, chunk: str) -> Bounds:
        """The words of a chunk that has not been seen yet, which is remembered."""
        bounds = tuple(_scan(chunk))
        if len(chunk) <= _CACHED_LENGTH and len(self._seen) < _CACHE_LIMIT:
            self._seen[chunk] = bounds
        return bounds


def _rejoin(chunk: str, bounds: Bounds, after: str, before: str) -> Bounds:
    """Give a final period back to an initial or an abbreviation that only its surroundings can tell."""
    (a, b), (c, d) = bounds[-2], bounds[-1]
    if d - c != 1 or b != c:
        return bounds
    word = chunk[a:b]
    initial = len(word) == 1 and word.isupper() and after[:1].isupper() and after.strip(",.") not in STARTERS
    numbered = word in _NEXT_DIGIT and after[:1].isdigit()
    listed = word.isdigit() and len(bounds) == 2 and not before and after[:1].isupper()
    if initial or numbered or listed:
        return (*bounds[:-2], (a, d))
    return bounds


def _scan(chunk: str) -> Iterator[tuple[int, int]]:
    """The words of a stretch without blanks."""
    if _SIMPLE.fullmatch(chunk) and chunk.isascii():
        yield from _word(chunk, 0, len(chunk))
        return
    end = len(chunk)
    face = _EMOTICON.search(chunk[-4:])
    if face and (len(chunk) <= 4 or not chunk.startswith(("(", "["))):
        end = len(chunk) - len(face.group())
    at = 0
    for found in _addresses(chunk, end):
        yield from _plain(chunk, at, found[0])
        yield found
        at = found[1]
    yield from _plain(chunk, at, end)
    if end < len(chunk):
        yield end, len(chunk)


def _addresses(chunk: str, end: int) -> Iterator[tuple[int, int]]:
    """Where web and mail addresses stand, without the punctuation that closes the sentence."""
    if "@" not in chunk and "." not in chunk and "://" not in chunk:
        return
    for found in _ADDRESS.finditer(chunk, 0, end):
        start, stop = found.span()
        while stop > start + 1 and chunk[stop - 1] in _CLOSERS:
            if chunk[stop - 1] == ")" and "(" in chunk[start : stop - 1]:
                break
            stop -= 1
        yield start, stop


def _plain(chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _MASTER.finditer(chunk, start, end):
        a, b = found.span()
        if b - a > 1 and chunk[b - 1].isalpha():
            yield from _word(chunk, a, b)
        else:
            yield a, b


def _word(chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word as itself or as its parts: what stands before a clitic, and the clitic."""
    written = chunk[start:end]
    clitics: list[tuple[int, int]] = []
    while clitic := _CLITIC.search(written):
        if clitic.start() == 0 or _is_decade(written):
            break
        clitics.append((start + clitic.start(), start + clitic.end()))
        written = written[: clitic.start()]
    cut = RUN_TOGETHER.get(written.lower())
    if cut and not clitics:
        yield start, start + cut
        yield start + cut, end
        return
    yield start, start + len(written)
    yield from reversed(clitics)


def _is_decade(written: str) -> bool:
    return written[:1].isdigit() and written[-3:-2] == "0" and written[-2] in "'’"
