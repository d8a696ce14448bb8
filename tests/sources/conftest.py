"""Invented prose and pages that the tests of this folder share."""

from __future__ import annotations

import pytest

TITLE = "Norland and Sudria sign treaty on fishing"
STORY = (
    "Norland and Sudria signed a treaty on fishing in the strait on Tuesday, officials of both sides said.",
    "The two states had quarrelled over the strait for most of a decade, and ships had been seized by each.",
    "“We have chosen the net over the cannon,” the foreign minister of Norland told reporters in Harbourton.",
    "The treaty gives each state a zone of its own and sets up a commission that will meet twice a year.",
)


def page_of(head="", story=STORY, title=TITLE, lang="en", extra="", date_line=""):
    paragraphs = "".join(f"<p>{p}</p>" for p in story)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}<title>{title}</title></head><body>'
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><main><article><h1>{title}</h1>{date_line}"
        f"{paragraphs}{extra}</article></main><footer><p>All rights reserved</p></footer></body></html>"
    )


@pytest.fixture
def story():
    return STORY


@pytest.fixture
def page():
    return page_of
