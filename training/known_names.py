"""What the gazetteers know for sure stands over a model's guess: *UNITA* is no person, *Mercosur* no place.

Our own sentences have silver names. Where they name a state, an organisation, an armed or political group or
a holder of an office that the gazetteers hold, its label is known, and only the guess is put right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.codebook import SHIPPED
from training.names import TITLES

Words = tuple[str, ...]
_FILES = {"organisations": "ORG", "groups": "ORG", "states": "LOC"}
_NO_NAMES = "peoples"  # peoples and faiths are no names in the manner that we learn
_PEOPLE = frozenset({"Serb", "Serbs", "Croats", "Cypriots", "Arabs"})  # "Bosnian Serbs" are no name either
_AMBIGUOUS = frozenset({("Georgia",), ("Jordan",), ("Chad",), ("Israel",)})  # people are called so too


@dataclass(frozen=True, slots=True)
class Known:
    """Names as words, each with its label."""

    labels: Mapping[Words, str]
    longest: int

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """First word, word after the last, and label of every name, the longest first at each place."""
        at = 0
        while at < len(words):
            sizes = range(min(self.longest, len(words) - at), 0, -1)
            size = next((n for n in sizes if tuple(words[at : at + n]) in self.labels), 0)
            if size:
                yield at, at + size, self.labels[tuple(words[at : at + size])]
            at += max(size, 1)

    def corrected(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """IOB2 tags with the known names put right; a name inside a longer one may be a part of that."""
        found = list(tags)
        for first, stop, label in self.matches(words):
            inside, longer = found[first][:1] == "I", stop < len(found) and found[stop][:1] == "I"
            if (inside or longer) and (label != "ORG" or found[first][2:] in ("ORG", "")):
                continue
            found[first:stop] = [f"B-{label}", *[f"I-{label}"] * (stop - first - 1)]
            if stop < len(found) and found[stop].startswith("I-"):
                found[stop] = "B" + found[stop][1:]
        return found


@cache
def known_names(folder: Path = SHIPPED) -> Known:
    """The names of the shipped gazetteers."""
    labels: dict[Words, str] = {}
    for kind, label in _FILES.items():
        for path in sorted((folder / "actors" / kind).glob("*.yaml")):
            if path.stem != _NO_NAMES:
                for entry in _yaml(path)[kind]:
                    labels |= {w: label for w in _words(entry, kind) if w not in _AMBIGUOUS}
    for path in sorted((folder / "offices").glob("*.yaml")):
        for office in _yaml(path)["offices"]:
            for holder in office["holders"]:
                labels |= {w: "PER" for w in _words(holder, "offices") if len(w) > 1}
    return Known(labels, max(map(len, labels)))


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _words(entry: Mapping[str, Any], kind: str) -> Iterator[Words]:
    """The written forms of an entry that are names from the first word to the last."""
    written = [entry.get("name"), *(entry.get("names") or [])]
    written += [*(entry.get("acronyms") or [])] if kind != "states" else []
    for name in written:
        words = tuple(str(name).removeprefix("the ").removeprefix("The ").split())
        capital = words and words[0][:1].isupper() and words[-1][:1].isupper()
        if capital and "'" not in str(name) and words[0].lower() not in TITLES and words[-1] not in _PEOPLE:
            yield words
