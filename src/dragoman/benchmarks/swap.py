"""States exchanged for one another in a sentence: no act may be learned from who does it, or hang on it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from dragoman.codebook import SHIPPED

KINDS = ("name", "adjectives", "people", "person", "capitals")
STATES = SHIPPED / "actors/states"


@dataclass(frozen=True, slots=True)
class Swapper:
    """The one-word forms of every state, and whose form each word is."""

    forms: tuple[dict[str, str], ...]
    owner: dict[str, tuple[int, str]]

    def __call__(self, words: Sequence[str], rng: random.Random) -> list[str]:
        """The words with each state that they name replaced by another, the same one throughout."""
        chosen: dict[int, dict[str, str]] = {}
        return [self._other(w, chosen, rng) for w in words]

    def _other(self, word: str, chosen: dict[int, dict[str, str]], rng: random.Random) -> str:
        found = self.owner.get(word)
        if found is None:
            return word
        state, kind = found
        if state not in chosen:
            chosen[state] = rng.choice(self.forms) if rng.random() < 0.7 else self.forms[state]
        return chosen[state].get(kind, word)


def swapper(folder: Path = STATES) -> Swapper:
    """The forms that the shipped gazetteer has in one word each."""
    forms: list[dict[str, str]] = []
    owner: dict[str, tuple[int, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.stem in ("historical", "dependencies"):
            continue
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["states"]:
            found = {k: _first(entry.get(k)) for k in KINDS}
            if all(found.values()):
                for kind in KINDS:
                    written = entry[kind] if isinstance(entry[kind], list) else [entry[kind]]
                    owner |= {w: (len(forms), kind) for w in written if w.isalpha() and w not in owner}
                forms.append({k: v for k, v in found.items() if v})
    return Swapper(tuple(forms), owner)


def _first(written: object) -> str | None:
    found = written if isinstance(written, list) else [written]
    return next((w for w in found if isinstance(w, str) and w.isalpha()), None)
