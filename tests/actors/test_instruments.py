"""What an expression for instruments needs before it is tried at all."""

from __future__ import annotations

import pytest

from dragoman.find.actor_instruments import needed


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        (r"(?:UN )?[Rr]esolution(?:s)? \d{1,4}", {"esolution"}),
        (r"(?:[A-Z]\w+ )+(?:[Aa]ccords?|[Pp]act)(?: (?:I{1,3}|[12]))?", {"ccord", "act"}),
        (r"(?:New )?START|SALT (?:I{1,2})|NPT", {"START", "SALT", "NPT"}),
        (r"Act(?: of (?:the )?\d{4})?", {"Act"}),
        (r"Rome(?:Charter)?s{0,2}", {"Rome"}),
        (r"(?:Rome|\d+)", set()),
        (r"(?!Rome)Treaty", set()),
        (r"(?i)treaty", set()),
        (r"[Tt]reat(?:y|ies)?", {"reat"}),
        (r"\(Treaty\)", {"Treaty"}),
        (r"(?:Treaty)*\d", set()),
    ],
)
def test_every_match_holds_one_of_the_parts(pattern: str, parts: set[str]) -> None:
    assert needed(pattern) == parts
