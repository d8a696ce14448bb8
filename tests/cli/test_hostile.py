"""Text from reports is shown, never obeyed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.screen import clean, one_line
from dragoman.ledger.writer import Writer
from tests.ledger.made import ACTORS, record, report

EVIL = "\x1b[2J\x1b]0;owned\x07[bold red]x[/] \u202egnp.exe \x9b31m :skull:"


@pytest.fixture
def hostile(tmp_path):
    """A ledger whose every text field holds terminal escapes and markup."""
    path = tmp_path / "evil.duckdb"
    made = record(1)
    evil = replace(
        made,
        report=report(1, title=EVIL, publisher=EVIL, url=EVIL, text=made.report.text + EVIL),
        actors=tuple(replace(actor, name=EVIL + actor.name) for actor in ACTORS),
        mentions=tuple(replace(m, reason=EVIL, text=EVIL) for m in made.mentions),
        events=tuple(replace(e, why=EVIL, steps=(EVIL,), mode=EVIL) for e in made.events),
        statements=tuple(replace(s, verb=EVIL, speaker_text=EVIL, reason=EVIL) for s in made.statements),
    )
    with Writer.open(path) as writer:
        writer.write(evil)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["overview"],
        ["reports"],
        ["actors"],
        ["events"],
        ["statements"],
        ["pledges"],
        ["positions"],
        ["figures"],
        ["relations", "RUR", "PACT"],
        ["explain", "e0001aa"],
        ["explain", "s0001"],
        ["explain", "p0001"],
        ["explain", "q0001"],
        ["show", "0001"],
        ["sql", "SELECT title, text FROM reports"],
        ["events", "--json"],
        ["explain", "e0001aa", "--json"],
        ["sql", "SELECT title FROM reports", "--json"],
    ],
)
def test_no_escape_reaches_the_terminal_and_markup_is_only_text(run, hostile, command):
    done = run(*command, "--ledger", hostile)
    assert done.exit_code == 0, done.stderr
    assert not set(done.stdout) & set("\x1b\x07\x9b\u202e")


def test_markup_is_shown_as_it_stands(run, hostile):
    assert "[bold red]x[/]" in run("reports", "--ledger", hostile).stdout
    assert ":skull:" in run("show", "0001", "--ledger", hostile).stdout


@given(st.text())
def test_cleaning_keeps_every_offset(text):
    assert len(clean(text)) == len(text)
    assert clean(clean(text)) == clean(text)


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_one_line_is_one_line_and_no_longer_than_asked(text, most):
    line = one_line(text, most)
    assert "\n" not in line
    assert len(line) <= most
