"""The words of numbers and units, read once from ``codebooks/units.yaml`` into a frozen lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml

FILE = Path(__file__).parent.parent / "codebooks" / "units.yaml"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Words before and after a number that bound it."""

    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    just_below: tuple[str, ...]
    about: tuple[str, ...]
    at_least_after: tuple[str, ...]
    at_most_after: tuple[str, ...]
    about_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All that ``units.yaml`` holds."""

    numbers: dict[str, float]
    scales: dict[str, float]
    short_scales: dict[str, float]
    indefinite: dict[str, float]
    fractions: dict[str, float]
    share_after: tuple[str, ...]
    share_before: tuple[str, ...]
    share_verbs: tuple[str, ...]
    changed_by: tuple[str, ...]
    multiples: dict[str, float]
    multiple_of: tuple[str, ...]
    idioms: tuple[str, ...]
    of_age: frozenset[str]
    sides: frozenset[str]
    uncounted: frozenset[str]
    ballots: tuple[str, ...]
    voting: tuple[str, ...]
    aged: tuple[str, ...]
    bounds: Bounds
    plural_only: frozenset[str]
    singulars: dict[str, str]
    of_persons: frozenset[str]
    symbols: dict[str, str]
    letters: dict[str, str]
    currency_names: dict[str, str]
    currencies_of_states: dict[str, dict[str, str]]
    currency_codes: tuple[str, ...]
    percent: tuple[str, ...]
    measures: dict[str, str]
    measure_kinds: dict[str, str]
    lengths: frozenset[str]
    powers: dict[str, str]
    numbered: frozenset[str]
    rate_units: tuple[str, ...]
    rate_each: tuple[str, ...]
    rate_adverbs: tuple[str, ...]
    elsewhen: tuple[str, ...]


def load_figure_words(path: Path = FILE) -> FigureWords:
    """Read and check the lexicon.

    Raises:
        CodebookError: an unknown or missing key or a value of the wrong kind, with file and line.
    """
    with Fields(load_yaml(path)) as fields, Fields(fields.need("currencies")) as currencies:
        return FigureWords(
            numbers=_numbers(fields.need("numbers")),
            scales=_numbers(fields.need("scales")),
            short_scales=_numbers(fields.need("short-scales")),
            indefinite=_numbers(fields.need("indefinite")),
            fractions=_numbers(fields.need("fractions")),
            share_after=fields.need("share-after").texts(),
            share_before=fields.need("share-before").texts(),
            share_verbs=fields.need("share-verbs").texts(),
            changed_by=fields.need("changed-by").texts(),
            multiples=_numbers(fields.need("multiples")),
            multiple_of=fields.need("multiple-of").texts(),
            idioms=fields.need("idioms").texts(),
            of_age=fields.words("of-age"),
            sides=fields.words("sides"),
            uncounted=fields.words("uncounted"),
            ballots=fields.need("ballots").texts(),
            voting=fields.need("voting").texts(),
            aged=fields.need("aged").texts(),
            bounds=_bounds(fields.need("bounds")),
            plural_only=fields.words("plural-only"),
            singulars=_texts(fields.need("singulars")),
            of_persons=fields.words("of-persons"),
            symbols=_texts(currencies.need("symbols")),
            letters=_texts(currencies.need("letters")),
            currency_names=_texts(currencies.need("names")),
            currencies_of_states={k: _texts(v) for k, v in currencies.need("of-states").mapping().items()},
            currency_codes=currencies.need("codes").texts(),
            percent=fields.need("percent").texts(),
            measures=_texts(fields.need("measures")),
            measure_kinds=_texts(fields.need("measure-kinds")),
            lengths=fields.words("lengths"),
            powers=_texts(fields.need("powers")),
            numbered=fields.words("numbered"),
            rate_units=fields.need("rate-units").texts(),
            rate_each=fields.need("rate-each").texts(),
            rate_adverbs=fields.need("rate-adverbs").texts(),
            elsewhen=fields.need("elsewhen").texts(),
        )


def _numbers(node: Node) -> dict[str, float]:
    return {key: value.number() for key, value in node.mapping().items()}


def _texts(node: Node) -> dict[str, str]:
    return {key: value.text() for key, value in node.mapping().items()}


def _bounds(node: Node) -> Bounds:
    with Fields(node) as fields:
        keys = (
            "at-least",
            "at-most",
            "just-below",
            "about",
            "at-least-after",
            "at-most-after",
            "about-after",
        )
        return Bounds(*(fields.need(key).texts() for key in keys))
