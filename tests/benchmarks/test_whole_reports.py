"""The benches on whole annotated reports: how a report is rebuilt, split, matched and scored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.benchmarks import figures, pledges, positions
from dragoman.benchmarks.whole_reports import Found, annotated_reports, held_out, means
from dragoman.errors import BadInput
from dragoman.record import (
    Actor,
    ActorKind,
    Figure,
    Form,
    How,
    Mention,
    Pledge,
    Position,
    Record,
    Report,
    Span,
    Stance,
    Statement,
    Strength,
    Versions,
)

REPORT = """## report: {name} | publisher: The Quay | published: 2031-05-06 | theme: harbour | region: nowhere
Chad to rebuild harbour
! intention | Chad | | rebuild harbour

LIMA, May 6 -- Chad pledged on Tuesday to send at least 30 masons.
! promise | Chad | | send at least 30 masons
$ at least 30 | 30.. | mason | sent
Peru opposes the dam.
~ against | Peru | dam on the river | dam

A third of the wall is gone.
$ A third | 0.33..0.33 | share | of the wall
"""
NAMES = ("r1", "r2", "r3", "r4", "r5", "r6")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / f"{name}.txt").write_text(REPORT.format(name=name), encoding="utf-8")
    return tmp_path


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def answer(report: Report) -> Record:
    """A record with every annotation of the report answered, but one figure."""
    text = report.text
    actors = (Actor("TCD", ActorKind.STATE, "Chad", "TCD"), Actor("PER", ActorKind.STATE, "Peru", "PER"))
    mentions = tuple(
        Mention(actor, Span(i, i + 4), name, How.NAME, "")
        for actor, name in (("TCD", "Chad"), ("PER", "Peru"))
        for i in range(len(text))
        if text.startswith(name, i)
    )
    promise = Pledge("p1", "TCD", None, Strength.PROMISE, span=at(text, "to send at least 30 masons"))
    plan = Pledge("p2", "TCD", None, Strength.INTENTION, span=at(text, "to rebuild harbour"))
    stand = Position("s1", "PER", "dam", Stance.AGAINST, at(text, "Peru opposes the dam."))
    masons = Figure(30, 30, None, False, "mason", "masons", at(text, "at least 30 masons"), id="f1")
    return Record(
        report, actors, mentions, (), (), (promise, plan), (stand,), (masons,), (), Versions("0", "0", "0")
    )


def test_a_report_is_either_held_out_or_for_tuning_and_its_name_decides(folder: Path) -> None:
    parts = {p: {a.name for a in annotated_reports(folder, p)} for p in ("held-out", "tuning", "all")}
    assert parts["held-out"] | parts["tuning"] == parts["all"] == set(NAMES)
    assert not parts["held-out"] & parts["tuning"]
    assert parts["held-out"] == {n for n in NAMES if held_out(n)}
    assert {a.name for a in annotated_reports(folder, None)} == parts["held-out"]


def test_sentences_become_paragraphs_and_notes_keep_their_words(folder: Path) -> None:
    annotated = annotated_reports(folder, "all")[0]
    report = annotated.report
    assert report.title == "Chad to rebuild harbour"
    assert report.published == "2031-05-06"
    assert "30 masons. Peru opposes the dam.\n\nA third" in report.text
    words = [p.span(p.note.act).of(report.text) for p in annotated.notes if hasattr(p.note, "act")]
    assert words == ["rebuild harbour", "send at least 30 masons"]


def test_a_second_reading_by_a_reports_name_is_no_part_of_the_report(folder: Path) -> None:
    alone = {a.name: a.report.text for a in annotated_reports(folder, "all")}
    (folder / "second.txt").write_text(
        "## theme: r1 | year: 2031\nPeru opposes the dam.\n> REJECT | actual | opposes | Peru -> dam\n",
        encoding="utf-8",
    )
    assert {a.name: a.report.text for a in annotated_reports(folder, "all")} == alone


def test_right_answers_score_full_marks(folder: Path) -> None:
    scores = pledges.run(folder, part="all", reader=answer)
    assert (scores["precision"], scores["recall"], scores["f1"]) == (100, 100, 100)
    assert scores["strengths"]["intention"]["f1"] == scores["strength"] == 100
    assert positions.run(folder, part="all", reader=answer)["f1"] == 100


def test_a_missing_figure_costs_recall_and_the_unit_is_scored_apart(folder: Path) -> None:
    scores = figures.run(folder, part="all", reader=answer)
    assert (scores["precision"], scores["recall"], scores["unit"]) == (100, 50, 100)
    assert scores["by_bound"]["at least"]["f1"] == 100


def test_another_promiser_another_stance_and_another_bound_are_wrong(folder: Path) -> None:
    def wrong(report: Report) -> Record:
        record = answer(report)
        return replace(
            record,
            pledges=tuple(replace(p, by="PER") for p in record.pledges),
            positions=tuple(replace(p, stance=Stance.FOR) for p in record.positions),
            figures=tuple(replace(f, high=30) for f in record.figures),
        )

    for bench in (pledges, positions, figures):
        assert bench.run(folder, part="all", reader=wrong)["f1"] == 0
    assert figures.run(folder, part="all", reader=wrong)["spans"] > 0


def test_what_was_answered_is_written(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "answers.tsv"
    pledges.run(folder, limit=1, part="all", predictions=out, reader=answer)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# r1"
    assert [line.split("\t")[0] for line in lines[1:]] == ["found", "found", "right", "right"]


def test_bad_input_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no part called"):
        annotated_reports(folder, "half")
    with pytest.raises(BadInput, match="no folder"):
        annotated_reports(folder / "r1.txt", "all")
    (folder / "bad.txt").write_text("## report: bad | published: 2031-05-06\nLima fell.\n! maybe | x\n")
    with pytest.raises(BadInput, match=r"bad\.txt:3"):
        annotated_reports(folder, "all")


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("recognition of Kosovo", "recognition"),
        ("dams on the lower river", "dam"),
        ("death penalty", "penalty"),
        ("yes", "yes"),
        ("military presence in Chad", "presence"),
    ],
)
def test_the_main_noun_of_a_question(question: str, noun: str) -> None:
    assert positions.main_noun(question) == noun


@pytest.mark.parametrize(
    ("question", "about", "agree"),
    [
        ("building of the dam", "dam", True),
        ("the great dam", "", True),
        ("bridges", "", True),  # the annotator points at no words: the sentence and the holder are enough
        ("bridges", "dam", False),
    ],
)
def test_a_question_in_other_words_is_the_same_where_the_sentence_is(
    folder: Path, question: str, about: str, agree: bool
) -> None:
    record = answer(annotated_reports(folder, "all")[0].report)
    sentence = at(record.report.text, "Peru opposes the dam.")
    object_ = at(record.report.text, about) if about else None
    gold = positions.Gold("against", at(record.report.text, "Peru"), "barrage", object_, "", sentence)
    ours = Position("s1", "PER", question, Stance.AGAINST, sentence)
    assert positions.answers_to(gold, ours, record) is agree


FOR, AGAINST, NEUTRAL = Stance.FOR, Stance.AGAINST, Stance.NEUTRAL


@pytest.mark.parametrize(
    ("theirs", "ours", "agree"),
    [
        (("for", "lifting of the sanctions"), (AGAINST, "sanctions"), True),
        (("against", "sanctions"), (FOR, "early end to sanctions"), True),
        (("for", "end of the embargo"), (FOR, "lifting of the embargo"), True),
        (("for", "end of the embargo"), (AGAINST, "embargo on Peru"), True),
        (("for", "lifting of the whaling ban"), (AGAINST, "ban on whaling"), True),
        (("for", "winding up of the pension fund"), (AGAINST, "fund"), True),
        (("for", "UN ban on ivory"), (AGAINST, "ivory"), True),
        # Who is for the end of a thing and who is against it differ, however much their words are alike.
        (("for", "lifting of the sanctions"), (AGAINST, "lifting of the sanctions"), False),
        (("for", "lifting of the sanctions"), (AGAINST, "removal of sanctions"), False),
        (("for", "lifting of the sanctions"), (AGAINST, "lifting"), False),
        (("against", "lifting"), (FOR, "lifting of the sanctions"), False),
        (("for", "sanctions"), (AGAINST, "sanctions"), False),
        (("for", "lifting of the sanctions"), (NEUTRAL, "sanctions"), False),
        (("neutral", "lifting of the sanctions"), (NEUTRAL, "lifting of the sanctions"), True),
    ],
)
def test_to_be_for_the_end_of_a_thing_is_to_be_against_the_thing(
    folder: Path, theirs: tuple[str, str], ours: tuple[Stance, str], agree: bool
) -> None:
    record = answer(annotated_reports(folder, "all")[0].report)
    text = record.report.text
    sentence, chad = at(text, "Peru opposes the dam."), at(text, "Chad")
    gold = positions.Gold(theirs[0], at(text, "Peru"), theirs[1], chad, "", sentence)
    position = Position("s1", "PER", ours[1], ours[0], sentence, object="TCD")
    # The object is the same actor, and the sentence the same: the stances alone decide.
    assert positions.answers_to(gold, position, record) is agree


@pytest.mark.parametrize(
    ("about", "agree"),
    [
        ("embargo lifted", True),
        ("embargo be lifted", True),
        ("embargo kept", False),
        ("lifting of the embargo", False),
    ],
)
def test_what_is_ended_may_itself_be_called_an_end(about: str, agree: bool) -> None:
    text = f"Peru wants the {about.replace('embargo', 'ban')}."
    report = Report(id="r", text=text, body=(Span(0, len(text)),))
    peru = Mention("PER", at(text, "Peru"), "Peru", How.NAME, "name", None, 1.0)
    record = Record(report=report, versions=Versions("0", "0", "0"), mentions=(peru,))
    whole = Span(0, len(text))
    about = about.replace("embargo", "ban")
    gold = positions.Gold("for", peru.span, "end of the embargo on Chad", at(text, about), "", whole)
    assert positions.answers_to(gold, Position("s1", "PER", "ban", AGAINST, whole), record) is agree


@pytest.mark.parametrize(
    ("words", "means_peru"),
    [("Peru", True), ("which", True), ("we", True), ("that", False), ("Chad", False)],
)
def test_pronouns_mean_whom_they_stand_for(words: str, means_peru: bool) -> None:
    text = "Peru, which opposes the dam: “There we stand,” it said of that dam in Chad."
    report = Report(id="r", text=text, body=(Span(0, len(text)),))
    peru = Actor("PER", ActorKind.STATE, "Peru", "PER")
    named = Mention("PER", at(text, "Peru"), "Peru", How.NAME, "name", None, 1.0)
    said = Statement("s", "PER", "it", "said", Form.DIRECT, at(text, "There we stand"))
    record = Record(
        report=report, versions=Versions("0", "0", "0"), actors=(peru,), mentions=(named,), statements=(said,)
    )
    assert means(at(text, words), "PER", record) is means_peru


def test_nothing_found_of_nothing_scores_nothing() -> None:
    assert Found().scores()["f1"] == 0
