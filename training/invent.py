"""Sentences that we write ourselves, to teach names of the whole world in the manner of the news.

A small grammar (``corpus/names/grammar.yaml``) and lists of people, places and organisations; every
name that fills a slot becomes an entity. They carry no tree and no roles: only names and sentence ends.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import yaml

from training.corpora import Sentence

FOLDER = Path(__file__).parent / "corpus" / "names"
Tagged = list[tuple[str, str]]
_SLOT = re.compile(r"<([a-z0-9-]+)>")
_ORGANISATIONS = {
    "igo": "igos",
    "organ": "bodies",
    "ngo": "ngos",
    "group": "groups",
    "party": "parties",
    "company": "companies",
    "media": "media",
    "institute": "institutes",
    "team": "teams",
}
_MADE = (
    ("National", "Council"),
    ("Democratic", "Front"),
    ("Human Rights", "Commission"),
    ("Peace", "Committee"),
    ("Workers'", "Union"),
    ("Research", "Institute"),
    ("Liberation", "Army"),
    ("Oil", "Company"),
    ("Development", "Bank"),
    ("Press", "Agency"),
    ("Electoral", "Commission"),
    ("Steel", "Corporation"),
    ("People's", "Movement"),
    ("Medical", "Association"),
    ("Airlines", "Group"),
    ("Police", "Service"),
)


class Writer:
    """Writes tagged sentences from the grammar."""

    def __init__(self, rng: random.Random, folder: Path = FOLDER) -> None:
        self.rng = rng
        self.rules: dict[str, list[str]] = _load(folder / "grammar.yaml")
        self.people: dict[str, dict[str, list[str]]] = _load(folder / "people.yaml")
        self.lands: dict[str, list[str]] = _load(folder / "places.yaml")["countries"]
        self.places: dict[str, list[str]] = _load(folder / "places.yaml")
        self.organisations: dict[str, list[str]] = _load(folder / "organisations.yaml")
        self.kept: dict[str, str] = {}

    def sentence(self, number: int) -> Sentence:
        """One new sentence."""
        self.kept = {}
        tagged = self._expand("start")
        words = [w for w, _ in tagged]
        if words[0] not in ("“", '"'):
            words[0] = words[0][:1].upper() + words[0][1:]
        name = f"invented-{number // 3}"
        return Sentence(name, f"invented-{number}", words, names=[t for _, t in tagged])

    def _expand(self, rule: str) -> Tagged:
        text, found = str(self.rng.choice(self.rules[rule])), Tagged()
        at = 0
        for match in _SLOT.finditer(text):
            found += self._plain(text[at : match.start()])
            found += self._slot(match.group(1))
            at = match.end()
        return self._joined(found + self._plain(text[at:]))

    def _joined(self, tagged: Tagged) -> Tagged:
        """Without the comma of an apposition right before another mark."""
        return [
            pair
            for i, pair in enumerate(tagged)
            if not (pair[0] == "," and i + 1 < len(tagged) and tagged[i + 1][0] in (",", "."))
        ]

    def _plain(self, text: str) -> Tagged:
        return [(word, "O") for word in text.split()]

    def _slot(self, slot: str) -> Tagged:
        if slot in self.rules:
            return self._expand(slot)
        kind, is_poss = slot.removesuffix("-poss"), slot.endswith("-poss")
        if kind == "org":
            tagged = self._expand("org")
        else:
            tagged = self._name(kind.removesuffix("-bare"), kind.endswith("-bare"))
        return [*tagged, (self.rng.choice(("'s", "’s")), "O")] if is_poss else tagged

    def _name(self, slot: str, bare: bool) -> Tagged:
        kind, number = re.fullmatch(r"([a-z-]+?)(\d?)", slot).groups()  # type: ignore[union-attr]
        if kind in ("person", "last", "given"):
            return self._tag(self._person(kind, number), "PER", bare)
        if kind in ("country", "adj", "people", "city"):
            return self._land(kind, number, bare)
        if kind in ("region", "area", "feature"):
            return self._tag(self.rng.choice(self.places[kind + "s"]), "LOC", bare)
        if kind == "made-org":
            return self._tag(self._made(), "ORG", bare)
        return self._tag(self.rng.choice(self.organisations[_ORGANISATIONS[kind]]), "ORG", bare)

    def _person(self, kind: str, number: str) -> str:
        """A person of the sentence: the same number is the same person, by full name or surname."""
        key = "person" + number
        if key not in self.kept:
            region = self.people[self.rng.choice(list(self.people))]
            self.kept[key] = f"{self.rng.choice(region['given'])}|{self.rng.choice(region['sur'])}"
        given, surname = self.kept[key].split("|")
        if kind == "given":
            return given
        return surname if kind == "last" else f"{given} {surname}"

    def _land(self, kind: str, number: str, bare: bool) -> Tagged:
        key = "country" + number
        if key not in self.kept:
            self.kept[key] = self.rng.choice(list(self.lands))
        country = self.kept[key]
        adjective, people, *cities = self.lands[country]
        if kind == "country":
            return self._tag(country, "LOC", bare)
        if kind == "city":
            own = cities and self.rng.random() < 0.6
            every = [c for land in self.lands.values() for c in land[2:]]
            return self._tag(self.rng.choice(cities if own else every), "LOC", bare)
        if kind == "adj" and adjective in ("US", "U.S.", "New Zealand"):  # a name used as an adjective
            return self._tag(adjective, "LOC", bare)
        return self._plain(adjective if kind == "adj" else people)

    def _made(self) -> str:
        """An organisation that never was: "the Peruvian Steel Corporation"."""
        first, second = self.rng.choice(_MADE)
        where = self.rng.choice(list(self.lands.values()))[0]
        return self.rng.choice((f"the {where} {first} {second}", f"the {first} {second}"))

    def _tag(self, name: str, label: str, bare: bool) -> Tagged:
        """The words of a name; its article stays outside, its hyphens are sometimes split off."""
        words = name.split()
        article: Tagged = []
        if words[0] == "the" and len(words) > 1:
            words, article = words[1:], [] if bare else [("the", "O")]
        split = self.rng.random() < 0.5
        pieces = [p for w in words for p in (re.split(r"(-)", w) if split else [w]) if p]
        pieces = [p for w in pieces for p in re.split(r"(?=['’]s$)|(?<=s)(?='$)", w) if p]
        tags = ["B-" + label] + ["I-" + label] * (len(pieces) - 1)
        return article + list(zip(pieces, tags, strict=True))


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def listed_names(folder: Path = FOLDER) -> set[tuple[str, str]]:
    """Every listed place and organisation, without its article, with its label."""
    places, organisations = _load(folder / "places.yaml"), _load(folder / "organisations.yaml")
    lands: dict[str, list[str]] = places["countries"]
    known = [*lands, *(city for land in lands.values() for city in land[2:])]
    known += [name for kind in ("regions", "areas", "features") for name in places[kind]]
    pairs = {(name.removeprefix("the "), "LOC") for name in known}
    return pairs | {(name.removeprefix("the "), "ORG") for names in organisations.values() for name in names}


def invent(count: int, seed: int = 1) -> list[Sentence]:
    """Sentences to learn names from."""
    writer = Writer(random.Random(seed))
    return [writer.sentence(i) for i in range(count)]
