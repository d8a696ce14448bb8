from pathlib import Path

import pytest

from dragoman.codebook import load_codebook
from dragoman.codebook.confidence import load_confidence
from dragoman.errors import CodebookError


def test_an_act_with_both_parties_is_surer_than_one_that_is_only_spoken_of() -> None:
    sure = load_codebook().confidence
    told = sure.of("COERCE", actors=1, recipients=1, actual=True)
    hinted = sure.of("COERCE", actors=1, recipients=0, actual=False)
    assert told > hinted


def test_every_type_has_a_measured_share() -> None:
    book = load_codebook()
    assert set(book.confidence.types) == set(book.types)
    assert all(0 < share < 1 for share in book.confidence.types.values())


def test_a_share_that_is_no_number_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "confidence.yaml"
    path.write_text(
        "types:\n  AID: high\nparties: {both: 0, actor: 0, recipient: 0}\nunreal: 0\n", encoding="utf-8"
    )
    with pytest.raises(CodebookError) as caught:
        load_confidence(path)
    assert caught.value.line == 2
