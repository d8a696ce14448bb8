"""A game and a plot are no events, but what is done around them is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook.genres import FILE, load_genres
from dragoman.errors import CodebookError
from dragoman.pipeline import Reader
from dragoman.record import Record
from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text

MATCH = """Hockey: Malaysia crush Pakistan to reach final

KUALA LUMPUR, 3 May 2016

Malaysia attacked from the whistle and beat Pakistan 4-1 on Monday in the semi-final of the tournament.

Striker Faizal Ahmad threatened the goalkeeper twice before half-time and captured the ball again and again.
Pakistan refused to surrender. The umpire rejected a claim for a penalty, and the coach praised his defenders.

{more}
"""

REVIEW = """Film review: "The Bridge at Mostar" wears its plot lightly

DUBLIN, 3 May 2016

In the first scene of this film a colonel executes a deserter, and the audience gasps at the actors.

Gunmen abduct a nurse. The army withdraws. The director lets his camera linger on the river.

{more}
"""


def told(reader: Reader, text: str, more: str = "") -> Record:
    return reader.read(read_text(text.format(more=more), ReadOptions()))


def types(record: Record) -> set[str]:
    return {e.event for e in record.events}


def test_in_a_match_report_the_game_is_no_event(reader: Reader) -> None:
    assert not types(told(reader, MATCH)) & {"ASSAULT", "THREATEN", "REJECT", "COERCE", "SUPPORT"}


def test_violence_beside_the_pitch_is_an_event(reader: Reader) -> None:
    record = told(reader, MATCH, "Police fired tear gas at hundreds of supporters outside the stadium.")
    assert "ASSAULT" in types(record)


def test_the_plot_of_a_film_is_no_event(reader: Reader) -> None:
    assert not types(told(reader, REVIEW)) & {"ASSAULT", "RETREAT", "COERCE"}


def test_what_was_done_to_the_film_is_an_event(reader: Reader) -> None:
    record = told(reader, REVIEW, "Hungary's government banned the film in March.")
    assert types(record) & {"SANCTION", "COERCE", "REJECT"}


def test_a_report_of_politics_with_a_word_of_sport_is_read_as_politics(reader: Reader) -> None:
    text = "Bahrain jails striker\n\nMANAMA, 3 May 2016\n\nBahrain attacked Yemen on Monday.\n\n{more}"
    assert "ASSAULT" in types(told(reader, text, "The rebels threatened Bahrain with rockets."))


def test_a_mistake_in_the_genres_is_named_with_file_and_line(tmp_path: Path) -> None:
    broken = tmp_path / "genres.yaml"
    broken.write_text(
        FILE.read_text(encoding="utf-8").replace("    tense: present", "    tense: past", 1), "utf-8"
    )
    with pytest.raises(CodebookError, match=r"genres\.yaml:\d+"):
        load_genres(broken)
