"""Numbers as news reports write them: digits, words, scales, ranges, fractions, percentages, money.

Patterns run over the characters of a sentence; what a number counts is read from the parse, in
`figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.find.figure_shapes import DIGITS, shapes_of
from dragoman.find.figure_words import FigureWords
from dragoman.find.present import Needed, present
from dragoman.values import value

_FEWEST_VOTES = 3  # "two to one" is a ratio
_LARGEST_SHARE = 1000  # "three in a thousand"; "two in 1,450" counts people
_DIGIT = re.compile("[0-9]")


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
        self._shapes = shapes_of(words)
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
        idioms = self._shapes.idiom.finditer(text) if self._idiomatic.may_be_in(words) else ()
        idle = [m.span() for m in idioms]
        kept: list[Number] = []
        for number in sorted(found, key=lambda n: (n.start, -n.end)):
            if any(start < number.end and number.start < end for start, end in idle):
                continue
            if not kept or number.start >= kept[-1].end:
                kept.append(number)
        return [self._bounded(text, n) for n in _with_ranges(kept, text, self._shapes.between)]

    def value(self, written: str) -> float | None:
        """The value of a number in digits or words: "1.5 million", "twenty-five", "3bn", "a hundred"."""
        written = " ".join(written.lower().split())
        digits = re.match(DIGITS, written)
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
        for match in self._shapes.number.finditer(text):
            value = self.value(match["first"])
            second = self.value(match["second"]) if match["second"] else None
            if value is None or re.match("0[0-9]", match["first"]):
                continue
            if second is not None and not match["first"][-1].isalpha():
                value = self._shared_scale(value, match["second"])
            start, end = match.span()
            unit = self._written_unit(match)
            halved = self._shapes.halved.match(text, end) if second is None and unit is None else None
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
        if self._shapes.voting.search(text[: match.start()]) is None:
            return
        for side in ("first", "second"):
            value = self.value(match[side])
            if value is not None and (self.value(match["first"]) or 0) >= _FEWEST_VOTES:
                yield Number(*match.span(side), value, value, value, False, "vote", False, match[side])

    def _shared_scale(self, value: float, second: str) -> float:
        """As "2-3 million" is two to three million."""
        scale = re.sub(DIGITS, "", second.lower()).strip(" -")
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
        for match in self._shapes.indefinite.finditer(text):
            value = self.words.indefinite[" ".join(match["word"].lower().split())]
            yield Number(*match.span(), value, value, None, True, None, False, match["word"])

    def _fractions(self, text: str) -> Iterator[Number]:
        """As in "two thirds of the"."""
        for match in self._shapes.fraction.finditer(text):
            value = self.words.fractions[" ".join(match["word"].lower().split())]
            yield Number(*match.span(), value, value, value, False, "share", False, match["word"])

    def _ballots(self, text: str) -> Iterator[Number]:
        """The losing side, as in "by 28 votes to 17"."""
        for match in self._shapes.ballot.finditer(text):
            against = self.value(match["second"])
            if against is not None:
                at = match.span("second")
                yield Number(*at, against, against, against, False, "vote", False, match["second"])

    def _shares(self, text: str) -> Iterator[Number]:
        """Fractions that follow a verb or stand before one: "fell by a third", "two thirds were women"."""
        for match in (m for shape in self._shapes.shares for m in shape.finditer(text)):
            value = self.words.fractions[" ".join(match["word"].lower().split())]
            yield Number(*match.span("word"), value, value, value, False, "share", False, match["word"])

    def _multiples(self, text: str) -> Iterator[Number]:
        """As in "twice as many"."""
        for match in self._shapes.multiple.finditer(text):
            value = self.words.multiples[match["word"].lower()]
            yield Number(*match.span(), value, value, value, False, "time", False, match["word"])

    def _parts(self, text: str) -> Iterator[Number]:
        """As in "four in ten"."""
        for match in self._shapes.part.finditer(text):
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
        before = [
            (m, kind) for kind, regex in self._shapes.before if (m := regex.search(text[: number.start]))
        ]
        if before:
            match, kind = max(before, key=lambda found: len(found[0]["word"]))
            return kind, match.start("word"), number.end
        after = [(m, kind) for kind, regex in self._shapes.after if (m := regex.match(text, number.end))]
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
