"""Every entry of the furniture codebook against its own examples and counter-examples."""

from __future__ import annotations

import pytest

from dragoman.errors import CodebookError
from dragoman.text import furniture

PATTERNS = furniture.load().patterns
EXAMPLES = [(p, e) for p in PATTERNS for e in p.examples]
COUNTER_EXAMPLES = [(p, e) for p in PATTERNS for e in p.counter_examples]


def _name(value):
    return value.name.replace(" ", "-") if isinstance(value, furniture.Pattern) else None


def test_every_pattern_has_examples():
    assert all(p.examples for p in PATTERNS)


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES, ids=_name)
def test_some_pattern_of_the_kind_takes_the_example(pattern, example):
    kin = [p for p in PATTERNS if p.kind == pattern.kind]
    assert any(p.stretch(example) for p in kin)


@pytest.mark.parametrize(("pattern", "example"), COUNTER_EXAMPLES, ids=_name)
def test_no_pattern_takes_the_counter_example(pattern, example):
    # A name over a date is known by where it stands as well: only its own are held against it.
    tried = [p for p in PATTERNS if p.where != "over-a-date" or p is pattern]
    assert [p.name for p in tried if p.stretch(example)] == []


def test_an_unknown_key_names_file_and_line(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("kind: x\ndefinition: d\npatterns:\n  - name: n\n    mach: a\n    examples: [a]\n")
    with pytest.raises(CodebookError) as caught:
        furniture.load(tmp_path)
    assert caught.value.line == 4
    assert "match" in str(caught.value)


def test_a_bad_expression_names_its_line(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("kind: x\ndefinition: d\npatterns:\n  - name: n\n    match: '(a'\n    examples: [a]\n")
    with pytest.raises(CodebookError) as caught:
        furniture.load(tmp_path)
    assert caught.value.line == 5
