from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.benchmarks.ordinary import is_annotated, ordinary_reports
from dragoman.benchmarks.speed import LANGUAGE_ONLY, STAGES, report_files, run
from dragoman.errors import BadInput, DragomanError
from dragoman.language.outputs import fields, keep_outputs


def test_the_keys_of_the_contract(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Peru and Chile signed a treaty on Friday.")
    scores = run(tmp_path, pipeline=LANGUAGE_ONLY, cores=(1,), reports=2)
    assert {"reports_per_second", "words_per_second", "encoder_share", "load_seconds", "peak_mb"} <= set(
        scores
    )
    assert set(scores["cores"]) == {"1"}
    assert all(value > 0 for value in scores["cores"]["1"].values())
    assert 0 < scores["encoder_share"] <= 100


def test_the_whole_road_is_timed_by_stage_to_the_last_per_cent(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Peru and Chile signed a treaty on Friday.\n\nBoth said so in Lima.")
    scores = run(tmp_path, cores=(1,), reports=2)
    assert set(scores["stages"]) == set(STAGES)
    assert sum(scores["stages"].values()) == pytest.approx(100, abs=5)
    assert all(scores["stages"][stage] > 0 for stage in ("encoder", "actors", "coding", "ledger"))


def test_a_pipeline_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    with pytest.raises(DragomanError, match="no_such_thing"):
        run(tmp_path, pipeline=LANGUAGE_ONLY.replace("LanguageOnly", "no_such_thing"), cores=(1,), reports=1)


REPORT = "## report: {name} | publisher: A | published: 2010-03-19 | theme: t | region: r\n{body}\n"
SENTENCE = "Peru and Chile signed a treaty on Friday.\n> AGREE/sign | actual | signed | Peru; Chile ->\n"


def test_annotated_reports_of_ordinary_length_are_read_without_their_notes(tmp_path: Path) -> None:
    for name, sentences in (("short", 3), ("long", 50), ("too-long", 70)):
        body = SENTENCE * sentences
        (tmp_path / f"{name}.txt").write_text(REPORT.format(name=name, body=body))
    assert is_annotated(tmp_path)
    with ordinary_reports(tmp_path) as files:
        [text] = [file.read_text() for file in files]
    assert len(text.split()) == 400
    assert "AGREE" not in text
    assert not files[0].exists()
    scores = run(tmp_path, pipeline=LANGUAGE_ONLY, cores=(1,), reports=1)
    assert scores["reports_per_second"] > 0


def test_no_annotated_report_of_ordinary_length(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text(REPORT.format(name="short", body=SENTENCE))
    with pytest.raises(BadInput, match="ordinary length"):
        run(tmp_path)
    assert not is_annotated(tmp_path / "none")


def test_folders_without_reports(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no reports"):
        report_files(tmp_path)
    with pytest.raises(BadInput, match="no reports"):
        report_files(tmp_path / "none")


def message(*parts: tuple[int, bytes]) -> bytes:
    return b"".join(bytes([number << 3 | 2, len(value)]) + value for number, value in parts)


def test_only_what_an_output_needs_is_kept() -> None:
    a = message((1, b"x"), (2, b"h"))
    b = message((1, b"h"), (2, b"states"))
    c = message((1, b"h"), (2, b"other"))
    outputs = [(12, message((1, b"states"))), (12, message((1, b"other")))]
    model = b"\x08\x07" + message((7, message((1, a), (1, b), (1, c), (5, b"w"), *outputs)))
    kept = keep_outputs(model, {"states"})
    assert kept == b"\x08\x07" + message((7, message((1, a), (1, b), (5, b"w"), outputs[0])))
    with pytest.raises(ValueError, match="no output 'none'"):
        keep_outputs(model, {"none"})


def test_what_is_no_protocol_buffer() -> None:
    with pytest.raises(ValueError, match="no protocol buffer"):
        list(fields(b"\xff\xff"))
