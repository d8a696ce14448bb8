"""Numbers as news reports write them: digits, words, scales, ranges, fractions, percentages, money.

Patterns run over the characters of a sentence; what a number counts is read from the parse, in
`figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.find.figure_words import FigureWords
from dragoman.find.present import Needed, present
from dragoman.values import value

_TIMES = "days?|weeks?|months?|years?|hours?|minutes?|decades?|centuries|seasons?"
_AND = r"(?:(?:(?<=hundred)|(?<=thousand)|(?<=million))[\s-]+and)"  # "nine and eleven" are two numbers
_FEWEST_VOTES = 3  # "two to one" is a ratio
_LARGEST_SHARE = 1000  # "three in a thousand"; "two in 1,450" counts people
_DIGIT = re.compile("[0-9]")
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"


@value
class Number:
    """A number in a sentence: its characters, its value, its bounds, and the unit written onto it.

    ``low`` and ``high`` are None on the side where the words leave it open; ``unit`` is an ISO 4217
    currency, ``percent``, ``share`` or None.
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None = None
    plain: bool = True
    written: str = ""


class Numbers:
    """The lexicon's numbers, compiled once."""

    def __init__(self, words: FigureWords) -> None:
        self.words = words
        spelled = _either(words.numbers)
        scale, short = _either(words.scales), _either(words.short_scales)
        number = (
            rf"(?:(?:{_DIGITS})(?:[\s-]*(?:{scale})\b|\s?(?:{short})\b)?"
            rf"|(?:an?|half\s+an?)\s+(?:{scale})\b(?:{_AND}[\s-]+(?:{spelled})\b)?|(?:{spelled})\b(?:{_AND}?[\s-]+(?:{spelled}|{scale})\b)*)"
        )
        symbols, letters = _either(words.symbols), _either(words.letters)
        self._number = re.compile(
            rf"(?:(?<![A-Za-z])(?P<symbol>{symbols})\s?"
            rf"|(?<![\w-])(?P<letter>(?-i:{letters}))\s?(?=\d{{1,3}},\d{{3}}|\d+(?:\.\d+)?\s(?:{scale})\b)"
            rf"|\b(?P<code>(?-i:{'|'.join(words.currency_codes)}))\s?"
            rf"|(?<![\w.,/:’'$€£+-]))(?P<first>{number})"
            rf"(?:\s?(?:-|–|—|\bto\b)\s?(?:{symbols})?(?P<second>{number}))?"
            rf"(?P<percent>\s?(?:{_either(words.percent)})(?!\w))?",
            re.IGNORECASE,
        )
        self._indefinite = re.compile(rf"\b(?P<word>{_either(words.indefinite)})\b", re.IGNORECASE)
        fraction = _either(words.fractions)
        self._fraction = re.compile(
            rf"\b(?P<word>{fraction})(?=\s+(?:of|the|its|their|his|her|all)\b)", re.IGNORECASE
        )
        self._share = re.compile(
            rf"\b(?:{_either(words.share_after)})\s+(?P<word>{fraction})"
            rf"(?=\s*(?:[.,;:)—–]|$)|\s+(?:{_either(words.share_before)})\b)",
            re.IGNORECASE,
        )
        several = _either(w for w in words.fractions if w.endswith("s") or w == "half")
        self._part_who = re.compile(
            rf"(?<!first )(?<!second )\b(?P<word>{several})(?=\s+(?:{_either(words.share_verbs)})\b)",
            re.IGNORECASE,
        )
        self._changed = re.compile(
            rf"\b(?:{_either(words.changed_by)})\s+(?:(?:nearly|almost|about|more\s+than|over)\s+)?(?P<word>{fraction})"
            rf"(?=\s*(?:[.,;:)—–]|$)|\s+(?:{_either(words.share_before)})\b)",
            re.IGNORECASE,
        )
        self._multiple = re.compile(
            rf"\b(?P<word>{_either(words.multiples)})(?=\s+(?:{_either(words.multiple_of)})\b)", re.IGNORECASE
        )
        self._part = re.compile(
            rf"\b(?P<a>(?i:{spelled})|[0-9]+)\s+(?:[a-z][a-z-]+\s+|[A-Z][a-z]+\s+)?(?P<link>in|out\s+of)\s+(?:every\s+)?"
            rf"(?P<b>(?:{spelled}|a\s+(?:{scale})|[0-9]+)(?![\w,.]*[0-9]))\b(?!\s+(?:{_TIMES})\b|[-\s]+(?:{spelled})\b)"
        )
        self._ballot = re.compile(
            rf"\b(?P<first>{number})\s+(?:{_either(words.ballots)})\s+(?:to|against)\s+(?P<second>{number})",
            re.IGNORECASE,
        )
        self._voting = re.compile(rf"\b(?:{_either((*words.ballots, *words.voting))})\b", re.IGNORECASE)
        self._halved = re.compile(r"\s+and\s+(?:a\s+|one[\s-]+)half\b", re.IGNORECASE)
        self._idiom = re.compile(rf"(?<![\w-])(?:{_either(words.idioms)})(?!\w)", re.IGNORECASE)
        self._between = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
        self._before = [
            (kind, re.compile(rf"(?:^|[\s(—–-])(?P<word>{_either(phrases)})\s+(?:(?:the|a)\s+)?$", re.I))
            for kind, phrases in (
                ("low", words.bounds.at_least), ("high", words.bounds.at_most),
                ("below", words.bounds.just_below), ("about", words.bounds.about),
            )
        ]  # fmt: skip
        self._after = [
            (kind, re.compile(rf"\s*(?P<word>{_either(phrases)})(?!\w)", re.IGNORECASE))
            for kind, phrases in (
                ("low", words.bounds.at_least_after), ("high", words.bounds.at_most_after),
                ("about", words.bounds.about_after),
            )
        ]  # fmt: skip

        self._rarely = (
            (Needed(words.indefinite), self._indefinites),
            (Needed(words.fractions), self._fractions),
            (Needed(words.ballots), self._ballots),
            (Needed(words.fractions), self._shares),
            (Needed(words.multiples), self._multiples),
            (Needed(("in", "out")), self._parts),
        )
        self._idiomatic = Needed(words.idioms)
        self._spelled_out = Needed((*words.numbers, *words.scales))

    def find(self, text: str) -> list[Number]:
        """The numbers of a sentence in order, none overlapping."""
        words = present(text)
        rare = [n for need, read in self._rarely if need.may_be_in(words) for n in read(text)]
        counted = _DIGIT.search(text) is not None or self._spelled_out.may_be_in(words)
        found = [*rare, *(self._exact(text) if counted else ())]
        idioms = self._idiom.finditer(text) if self._idiomatic.may_be_in(words) else ()
        idle = [m.span() for m in idioms]
        kept: list[Number] = []
        for number in sorted(found, key=lambda n: (n.start, -n.end)):
            if any(start < number.end and number.start < end for start, end in idle):
                continue
            if not kept or number.start >= kept[-1].end:
                kept.append(number)
        return [self._bounded(text, n) for n in _with_ranges(kept, text, self._between)]

    def value(self, written: str) -> float | None:
        """The value of a number in digits or words: "1.5 million", "twenty-five", "3bn", "a hundred"."""
        written = " ".join(written.lower().split())
        digits = re.match(_DIGITS, written)
        if digits:
            rest = written[digits.end() :].strip(" -")
            scale = (
                self.words.scales.get(rest)
                or self.words.short_scales.get(rest)
                or (1.0 if not rest else None)
            )
            return None if scale is None else float(digits.group().replace(",", "")) * scale
        return self._spelled(written)

    def _spelled(self, written: str) -> float | None:
        """Number words: scales multiply what came before, hundreds before thousands."""
        total, current, seen = 0.0, 0.0, False
        for word in re.split(r"[\s-]+", written):
            if word in ("a", "an"):
                current = current or 1.0
            elif word == "half":
                current = 0.5
            elif word in self.words.numbers:
                current, seen = current + self.words.numbers[word], True
            elif word in self.words.scales:
                scale, seen = self.words.scales[word], True
                current = (current or 1.0) * scale
                if scale >= 1000:
                    total, current = total + current, 0.0
        return total + current if seen else None

    def _exact(self, text: str) -> Iterator[Number]:
        for match in self._number.finditer(text):
            value = self.value(match["first"])
            second = self.value(match["second"]) if match["second"] else None
            if value is None or re.match("0[0-9]", match["first"]):
                continue
            if second is not None and not match["first"][-1].isalpha():
                value = self._shared_scale(value, match["second"])
            start, end = match.span()
            unit = self._written_unit(match)
            halved = self._halved.match(text, end) if second is None and unit is None else None
            if halved:
                last = re.split(r"[\s-]+", match["first"].lower())[-1]
                value, end = value + self.words.scales.get(last, 1.0) / 2, halved.end()
            low: float = value
            high: float = value if second is None else second
            if second is not None and (second <= value or (_is_score(match) and unit is None)):
                yield from self._votes(text, match)
                continue
            plain = match["first"].isdigit() and unit is None and second is None
            yield Number(start, end, value, low, high, second is not None, unit, plain, match["first"])

    def _votes(self, text: str, match: re.Match[str]) -> Iterator[Number]:
        """Both sides of a vote ("voted 28 to 17"); of a match or a ratio none."""
        if self._voting.search(text[: match.start()]) is None:
            return
        for side in ("first", "second"):
            value = self.value(match[side])
            if value is not None and (self.value(match["first"]) or 0) >= _FEWEST_VOTES:
                yield Number(*match.span(side), value, value, value, False, "vote", False, match[side])

    def _shared_scale(self, value: float, second: str) -> float:
        """As "2-3 million" is two to three million."""
        scale = re.sub(_DIGITS, "", second.lower()).strip(" -")
        return value * (self.words.scales.get(scale) or self.words.short_scales.get(scale) or 1.0)

    def _written_unit(self, match: re.Match[str]) -> str | None:
        if match["letter"]:
            return self.words.letters[match["letter"]]
        symbol = (match["symbol"] or match["code"] or "").strip().upper()
        if symbol:
            return self.words.symbols.get(symbol, symbol)
        return "percent" if match["percent"] else None

    def _indefinites(self, text: str) -> Iterator[Number]:
        """As in "dozens of"."""
        for match in self._indefinite.finditer(text):
            value = self.words.indefinite[" ".join(match["word"].lower().split())]
            yield Number(*match.span(), value, value, None, True, None, False, match["word"])

    def _fractions(self, text: str) -> Iterator[Number]:
        """As in "two thirds of the"."""
        for match in self._fraction.finditer(text):
            value = self.words.fractions[" ".join(match["word"].lower().split())]
            yield Number(*match.span(), value, value, value, False, "share", False, match["word"])

    def _ballots(self, text: str) -> Iterator[Number]:
        """The losing side, as in "by 28 votes to 17"."""
        for match in self._ballot.finditer(text):
            against = self.value(match["second"])
            if against is not None:
                at = match.span("second")
                yield Number(*at, against, against, against, False, "vote", False, match["second"])

    def _shares(self, text: str) -> Iterator[Number]:
        """Fractions that follow a verb or stand before one: "fell by a third", "two thirds were women"."""
        found = (*self._share.finditer(text), *self._changed.finditer(text), *self._part_who.finditer(text))
        for match in found:
            value = self.words.fractions[" ".join(match["word"].lower().split())]
            yield Number(*match.span("word"), value, value, value, False, "share", False, match["word"])

    def _multiples(self, text: str) -> Iterator[Number]:
        """As in "twice as many"."""
        for match in self._multiple.finditer(text):
            value = self.words.multiples[match["word"].lower()]
            yield Number(*match.span(), value, value, value, False, "time", False, match["word"])

    def _parts(self, text: str) -> Iterator[Number]:
        """As in "four in ten"."""
        for match in self._part.finditer(text):
            part, whole = self.value(match["a"]), self.value(match["b"])
            if part and whole and part < whole <= _LARGEST_SHARE and self._is_share(match, whole):
                share = round(part / whole, 4)
                yield Number(*match.span(), share, share, share, False, "share", False, match.group())

    def _is_share(self, match: re.Match[str], whole: float) -> bool:
        """Whether "four in ten" is a share: *out of* says so, else the whole is spelled out or round."""
        if match["link"].lower() != "in":
            return True
        return not match["b"].isdigit() or whole in (10, 20, 100, 1000)

    def _bounded(self, text: str, number: Number) -> Number:
        """The number with what the words before and after it say of its bounds."""
        kind, start, end = self._bound(text, number)
        if kind is None or number.low != number.high:
            return number if kind is None else _moved(number, start, end)
        low = None if kind in ("high", "below") else number.value
        high = None if kind == "low" else number.value
        about = number.approximate or kind in ("about", "below")
        return Number(start, end, number.value, low, high, about, number.unit, number.plain, number.written)

    def _bound(self, text: str, number: Number) -> tuple[str | None, int, int]:
        """What bounds a number, by the longest phrase beside it ("no more than" is not "more than")."""
        before = [(m, kind) for kind, regex in self._before if (m := regex.search(text[: number.start]))]
        if before:
            match, kind = max(before, key=lambda found: len(found[0]["word"]))
            return kind, match.start("word"), number.end
        after = [(m, kind) for kind, regex in self._after if (m := regex.match(text, number.end))]
        if after:
            match, kind = max(after, key=lambda found: len(found[0]["word"]))
            return kind, number.start, match.end()
        return None, number.start, number.end


def _moved(number: Number, start: int, end: int) -> Number:
    return Number(
        start, end, number.value, number.low, number.high, True, number.unit, number.plain, number.written
    )


def _with_ranges(numbers: list[Number], text: str, opener: re.Pattern[str]) -> list[Number]:
    """Join "between 10 and 20" into one number; its value is the one written first."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        gap = text[last.end : number.start] if last else ""
        if (
            last
            and gap.strip().lower() == "and"
            and opener.search(text[: last.start])
            and last.value < number.value
        ):
            joined[-1] = Number(
                last.start, number.end, last.value, last.value, number.value, True, number.unit or last.unit,
                False, last.written,
            )  # fmt: skip
        else:
            joined.append(number)
    return joined


def _is_score(match: re.Match[str]) -> bool:
    """As in "3-1", "2–0": two small numbers with a dash, larger first or single digits."""
    first, second = match["first"], match["second"]
    dashed = re.search(r"[-–—]", match.group()) is not None
    return dashed and first.isdigit() and second.isdigit() and len(first) < 2 and len(second) < 2


def _either(words: Iterable[str]) -> str:
    """One of the words, longest first; spaces match any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True))
