from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.coding.commissive_book import SHIPPED as SPEECH
from dragoman.coding.commissive_book import load_commissives
from dragoman.coding.pledges import find_pledges
from dragoman.coding.stance_book import SHIPPED as POSITIONS
from dragoman.coding.stance_book import load_stances
from dragoman.coding.stances import find_positions
from dragoman.coding.statements import hear
from dragoman.errors import CodebookError
from dragoman.find.quotation_cues import CueExample, load_cues
from dragoman.find.quote_marks import find_quotations

from .conftest import Found, Parse, actors_in, cast_of, report_of

# The share of the codebooks' own examples that the shipped parser must read right.
FLOOR = 0.85


def test_every_family_of_reporting_words_has_examples_and_words() -> None:
    for family in load_cues().families:
        assert family.examples, family.id
        assert family.words, family.id
        assert all(e.content for e in family.examples), family.id


def _reads(parse: Parse, example: CueExample) -> bool:
    report = report_of(example.text)
    heard = hear(report, parse(report), find_quotations(report), Found((), ()))
    wanted = {c.strip("“”") for c in example.content}
    return any(
        example.speaker in (s.speaker_text or "")
        and s.form is example.form
        and wanted & {s.content.of(report.text).strip("“”")}
        for s in heard.statements
    )


def test_the_examples_of_the_reporting_words_are_read(parse: Parse) -> None:
    examples = [(f.id, e) for f in load_cues().families for e in f.examples]
    missed = [(i, e.text) for i, e in examples if not _reads(parse, e)]
    assert 1 - len(missed) / len(examples) >= FLOOR, missed


def test_the_counter_examples_report_nothing(parse: Parse) -> None:
    texts = [(f.id, t) for f in load_cues().families for t in f.counter]

    def silent(text: str) -> bool:
        report = report_of(text)
        return not hear(report, parse(report), find_quotations(report), Found((), ())).statements

    missed = [entry for entry in texts if not silent(entry[1])]
    assert 1 - len(missed) / len(texts) >= FLOOR, missed


def _positions(
    parse: Parse, text: str, holder: str = "nobody", question: str = ""
) -> list[tuple[str, str, str]]:
    report = report_of(text)
    thing = next(
        (
            w
            for w in (
                question.split(" of ")[-1],
                question.split(" on ")[-1],
                question.split(" in ")[-1],
                question.split(" against ")[-1],
            )
            if w != question and w in text
        ),
        "nothing",
    )
    kind = "organisation" if "embership" in question else "state"
    found = actors_in(text, ("H", holder, (holder,), "state"), ("O", thing, (thing,), kind))
    sentences = parse(report)
    heard = hear(report, sentences, find_quotations(report), found)
    cast = cast_of(sentences, found, heard)
    return [(p.holder, p.question, p.stance.value) for p in find_positions(report, cast, found)]


def test_the_examples_of_each_question_are_read(parse: Parse) -> None:
    examples = [(q.name, e) for q in load_stances().questions for e in q.examples]
    missed = [
        (name, e.text, got)
        for name, e in examples
        if ("H", e.question, e.stance.value) not in (got := _positions(parse, e.text, e.holder, e.question))
    ]
    assert 1 - len(missed) / len(examples) >= FLOOR, missed


def test_the_counter_examples_of_each_question_state_none(parse: Parse) -> None:
    texts = [(q.name, t) for q in load_stances().questions for t in q.counter]
    missed = [entry for entry in texts if _positions(parse, entry[1], entry[1].split()[0])]
    assert not missed, missed


def test_the_examples_of_pledges_are_read(parse: Parse) -> None:
    book = load_commissives()

    def strengths(text: str) -> list[str]:
        report = report_of(text)
        named = actors_in(text, *((w, w, (w,), "state") for w in ("Lima", "Chad", "premier", "general")))
        sentences = parse(report)
        heard = hear(report, sentences, find_quotations(report), named)
        cast = cast_of(sentences, named, heard)
        return [f"{p.by} {p.strength.value}" for p in find_pledges(report, cast, heard, (), named)]

    assert not [e.text for e in book.examples if f"{e.by} {e.strength.value}" not in strengths(e.text)]
    assert not [t for t in book.counter if strengths(t)]


@pytest.mark.parametrize(
    ("folder", "name", "load"),
    [
        (SPEECH, "verbs.yaml", load_cues),
        (SPEECH, "nouns.yaml", load_cues),
        (SPEECH, "phrases.yaml", load_cues),
        (POSITIONS, "embargo.yaml", load_stances),
        (POSITIONS, "attitudes.yaml", load_stances),
        (SPEECH, "pledges.yaml", lambda folder: load_commissives(folder / "pledges.yaml")),
    ],
)
def test_an_unknown_key_is_an_error_that_names_file_and_line(
    tmp_path: Path, folder: Path, name: str, load: Callable[[Path], object]
) -> None:
    copy = tmp_path / "book"
    shutil.copytree(folder, copy)
    file = copy / name
    text = file.read_text(encoding="utf-8")
    is_list = text.lstrip().startswith("-") or "\n- id:" in text
    broken = (
        text.replace("\n  means:", "\n  exampels: []\n  means:", 1) if is_list else text + "\nexampels: []\n"
    )
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load(copy)
    assert caught.value.path == str(file)
    assert caught.value.line == broken[: broken.index("exampels")].count("\n") + 1
    assert "exampels" in str(caught.value)


def test_a_word_that_is_no_strength_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pledges.yaml"
    text = (SPEECH / "pledges.yaml").read_text(encoding="utf-8").replace("\n  vow:\n", "\n  wov:\n")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match="wov"):
        load_commissives(file)
