"""Who published a report: from its address, the end of its headline, or its dateline's agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.codebook.yamlfile import Fields, Node, load_yaml, yaml_files
from dragoman.record import Span

FOLDER = Path(__file__).parent.parent / "codebooks" / "outlets"

_SUFFIX = re.compile(r"\s+(?:[|–—·•-]|::|»)\s+([^|]{2,50})$")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or agency: its name, its domains, and the other names it goes by."""

    name: str
    domains: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    country: str | None = None


def named(name: str | None) -> Outlet | None:
    """The outlet of a name or by-name, letter case apart, or None."""
    return _by_name().get(" ".join((name or "").lower().split()))


def publisher_of(url: str | None) -> str | None:
    """The outlet behind an address by name, else the address's host, or None."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    parts = host.split(".")
    domains = (".".join(parts[i:]) for i in range(len(parts) - 1))
    outlet = next((found for domain in domains if (found := _by_domain().get(domain))), None)
    return outlet.name if outlet else host or None


def site_name(title: str) -> tuple[Span, Outlet] | None:
    """The outlet that closes a headline (``… — The Gazette``): the stretch with the dash, and which."""
    match = _SUFFIX.search(title)
    outlet = named(match[1]) if match else None
    return (Span(match.start(), len(title)), outlet) if match and outlet else None


@cache
def load(folder: Path = FOLDER) -> tuple[Outlet, ...]:
    """The outlets of a codebook folder.

    Raises:
        CodebookError: an entry has an unknown key or lacks its name.
    """
    return tuple(_outlet(item) for path in yaml_files(folder) for item in load_yaml(path).items())


def _outlet(node: Node) -> Outlet:
    with Fields(node) as fields:
        return Outlet(
            fields.need("name").text(), fields.texts("domains"), fields.texts("also"), fields.text("country")
        )


@cache
def _by_name() -> dict[str, Outlet]:
    return {name.lower(): outlet for outlet in load() for name in (outlet.name, *outlet.also)}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in load() for domain in outlet.domains}
