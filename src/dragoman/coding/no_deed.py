"""Acts that are no deed of politics: those of a game, a plot, a law or a survey, and private ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.codebook.genres import Genre
from dragoman.coding.act import Act
from dragoman.coding.habits import habit_told
from dragoman.coding.natural_dangers import natural_danger
from dragoman.coding.played import is_played, played_by_itself
from dragoman.coding.polled import opinion_polled
from dragoman.coding.powers import power_told
from dragoman.coding.spheres import private_sphere
from dragoman.language.parse import Sentence

_READINGS: Sequence[Callable[[Sentence, Act], str | None]] = (
    played_by_itself,
    power_told,
    opinion_polled,
    private_sphere,
    habit_told,
    natural_danger,
)


def no_deed(genre: Genre | None, s: Sentence, act: Act) -> str | None:
    """Why an act of a sentence is nobody's deed, in a report of a genre or of none; None if it is one."""
    if genre is not None and is_played(genre, s, act):
        return f"{act.event}: {genre.means} ({genre.id})"
    return next((why for reading in _READINGS if (why := reading(s, act)) is not None), None)
