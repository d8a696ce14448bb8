"""The whole road with a clock beside it: where the time of reading a report goes.

The clock stands before the functions that the road calls, from outside; the road itself knows nothing of
it. A stage's time is its own: what it calls in another stage is counted there, so the stages add up.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import wraps
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.language.core import Language
    from dragoman.record import Report

OTHER = "other"

WATCHED: tuple[tuple[str, str, str], ...] = (
    ("language", "dragoman.language.core", "Language.parse"),
    ("actors", "dragoman.find.actors", "find_actors"),
    ("actors", "dragoman.resolve.first_person", "with_voices"),
    ("actors", "dragoman.resolve.recurring", "with_recurring"),
    ("dates", "dragoman.find.dates", "find_dates"),
    ("dates", "dragoman.find.event_times", "TimesOfEvents.of"),
    ("dates", "dragoman.find.event_times", "historical"),
    ("places", "dragoman.find.places", "named_places"),
    ("places", "dragoman.find.places", "find_places"),
    ("places", "dragoman.find.event_places", "PlacesOfEvents.of"),
    ("figures", "dragoman.find.figures", "find_figures"),
    ("figures", "dragoman.coding.counted", "with_figures"),
    ("statements", "dragoman.find.quote_marks", "find_quotations"),
    ("statements", "dragoman.find.quotation_repair", "mended"),
    ("statements", "dragoman.coding.statements", "hear"),
    ("coding", "dragoman.coding.parties", "parties_in"),
    ("coding", "dragoman.coding.events", "code_events"),
    ("pledges", "dragoman.coding.pledges", "find_pledges"),
    ("positions", "dragoman.coding.stances", "find_positions"),
    ("ledger", "dragoman.ledger.writer", "Writer.write"),
    ("ledger", "dragoman.ledger.writer", "Writer.flush"),
)
"""Stage, module and function; the network is watched by the speed bench itself."""


class Clock:
    """Seconds by stage; a stage that begins inside another stops the other's time until it ends."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._open: list[str] = []
        self._since = 0.0

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted under the stage."""

        @wraps(function)
        def called(*given: Any, **named: Any) -> Any:
            # Some are called once an event: what the clock itself takes must not count as theirs.
            self.enter(stage)
            try:
                return function(*given, **named)
            finally:
                self.leave()

        return called

    def of(self, stage: str) -> _Stretch:
        """A context whose time is the stage's."""
        return _Stretch(self, stage)

    def enter(self, stage: str) -> None:
        """Begin a stage."""
        self._charge()
        self._open.append(stage)

    def leave(self) -> None:
        """End the stage begun last."""
        self._charge()
        self._open.pop()

    def _charge(self) -> None:
        now = time.perf_counter()
        if self._open:
            self.seconds[self._open[-1]] += now - self._since
        self._since = now


class _Stretch(AbstractContextManager[None]):
    """One stretch of a stage's time."""

    def __init__(self, clock: Clock, stage: str) -> None:
        self._clock = clock
        self._stage = stage

    def __enter__(self) -> None:
        self._clock.enter(self._stage)

    def __exit__(self, *_: object) -> None:
        self._clock.leave()


class Road:
    """From a file to rows in a ledger that is thrown away afterwards.

    A file read again is a new report with an identity of its own, so that nothing is skipped as known.
    ``words`` are those between blanks in what was read since the last `reset`.
    """

    def __init__(self) -> None:
        from dragoman.ledger.writer import Writer
        from dragoman.parallel import keep_loaded, spare_collector
        from dragoman.pipeline import Reader
        from dragoman.settings import Settings

        self.clock = Clock()
        self.words = 0
        self._read = 0
        self._reader = Reader.load(Settings())
        spare_collector()  # as `dragoman read` does
        keep_loaded()
        self.language: Language = self._reader.language
        self._stack = ExitStack()
        folder = self._stack.enter_context(TemporaryDirectory(prefix="dragoman-speed-"))
        self._writer = self._stack.enter_context(Writer.open(Path(folder) / "speed.duckdb"))
        for stage, module, name in WATCHED:
            self._watch(stage, module, name)

    def _watch(self, stage: str, module: str, name: str) -> None:
        owner: Any = import_module(module)
        *outer, last = name.split(".")
        for part in outer:
            owner = getattr(owner, part)
        self._stack.callback(setattr, owner, last, getattr(owner, last))
        setattr(owner, last, self.clock.timed(stage, getattr(owner, last)))

    def read(self, path: Path) -> int:
        """Read a file's reports into the ledger; how many there were."""
        from dragoman import sources
        from dragoman.record import Report

        with self.clock.of(OTHER):
            with self.clock.of("capture"):
                reports = [r for r in sources.read([path]) if isinstance(r, Report)]
            for report in reports:
                self._keep(report)
        return len(reports)

    def _keep(self, report: Report) -> None:
        from dragoman.pipeline import passages

        self._read += 1
        identity = sha256(f"{report.id} {self._read}".encode()).hexdigest()[: len(report.id)]
        self._writer.write(self._reader.read(replace(report, id=identity)))
        self.words += sum(len(span.of(report.text).split()) for span in passages(report))

    def finish(self) -> None:
        """Write what waits for its transaction; that is time of the ledger too."""
        with self.clock.of(OTHER):
            self._writer.flush()

    def reset(self) -> None:
        """Forget what was counted so far, as after warming up."""
        self.finish()
        self.clock.seconds.clear()
        self.words = 0

    def close(self) -> None:
        """Take the clock away and throw the ledger away."""
        self._stack.close()


class LanguageOnly:
    """The language core by itself: words, trees, names and roles of every line of a text file."""

    def __init__(self) -> None:
        from dragoman.language import load

        self.clock = Clock()
        self.words = 0
        self.language: Language = load()

    def read(self, path: Path) -> int:
        """Parse a file as it is; it is one report."""
        text = path.read_text(encoding="utf-8", errors="replace")
        with self.clock.of("language"):
            self.language.parse(text)
        self.words += len(text.split())
        return 1

    def finish(self) -> None:
        """Nothing waits."""

    def reset(self) -> None:
        """Forget what was counted so far, as after warming up."""
        self.clock.seconds.clear()
        self.words = 0

    def close(self) -> None:
        """Nothing is open."""
