"""Reading many reports: in this process or in several, in the order given, and no bad one loses the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.record import Record, Report, Versions

if TYPE_CHECKING:
    from concurrent.futures import Future

    from dragoman.pipeline import Reader
    from dragoman.settings import Settings
    from dragoman.sources import Unread

AHEAD = 8
"""Reports that wait for each process, so that none is idle and a corpus of any size fits in memory."""

COLLECT_AFTER = 50_000
"""Objects to come up before garbage is looked for; Python's own 700 come up dozens of times a report."""

_READER: list[Reader | DragomanError] = []
"""The one reader of a worker process: it takes a second to load, and a report must not wait for it."""


Skip = Callable[[Report, Versions], bool]
"""Whether a report need not be read, because it is known as these versions read it."""


def read_reports(
    reports: Iterable[Report | Unread], settings: Settings, *, skip: Skip | None = None
) -> Iterator[Record | Unread]:
    """A record for each report, in order; what could not be read comes through as it is.

    Reports for which ``skip`` answers true are left out. ``settings.jobs`` processes share the work.

    Raises:
        DragomanError: the model or the codebook cannot be loaded.
    """
    return (_alone if settings.jobs == 1 else _together)(reports, settings, skip or _never)


def spare_collector() -> None:
    """Let this process look for garbage less often: it is for those that do nothing but read.

    What a report leaves behind has hardly a cycle in it and goes by itself, so that there is next to nothing
    to find, while looking for it took a twentieth of the time outside the network.
    """
    import gc

    gc.set_threshold(COLLECT_AFTER)


def keep_loaded() -> None:
    """Model, codebook and gazetteers stay as long as a process that only reads: no collection need walk them.

    In a process whose collector was not spared, which may be somebody else's program, nothing is changed.
    """
    import atexit
    import gc

    if gc.get_threshold()[0] == COLLECT_AFTER:
        gc.freeze()
        # What is never walked is never taken apart either, and a library that counts its own at the end
        # would tell the user of leaks.
        atexit.register(gc.unfreeze)


def read_one(reader: Reader, report: Report) -> Record | Unread:
    """The record of one report, or why there is none: an error in one report must not lose the rest."""
    from dragoman.sources import Unread

    path = report.source or report.id
    try:
        return reader.read(report)
    except DragomanError as error:
        return Unread(path, error.place or "", error.problem, error.remedy or "")
    except Exception as error:  # a fault of the program, told with the report that shows it
        return Unread(path, "", f"the program failed on it with {error!r}", "Please report this")


def _alone(reports: Iterable[Report | Unread], settings: Settings, skip: Skip) -> Iterator[Record | Unread]:
    from dragoman.pipeline import Reader

    reader: Reader | None = None
    for report in reports:
        if not isinstance(report, Report):
            yield report
            continue
        if reader is None:
            reader = Reader.load(settings)
            keep_loaded()
        if not skip(report, reader.versions):
            yield read_one(reader, report)


def _together(
    reports: Iterable[Report | Unread], settings: Settings, skip: Skip
) -> Iterator[Record | Unread]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    fresh = multiprocessing.get_context("spawn")
    waiting: deque[Future[Record | Unread]] = deque()
    with ProcessPoolExecutor(settings.jobs, fresh, _prepare, (replace(settings, jobs=1),)) as pool:
        versions = pool.submit(_versions).result()
        try:
            for report in reports:
                if isinstance(report, Report) and skip(report, versions):
                    continue
                waiting.append(pool.submit(_work, report))
                if len(waiting) >= AHEAD * settings.jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _never(report: Report, versions: Versions) -> bool:
    return False


def _prepare(settings: Settings) -> None:
    """Load the reader of a new process; an error waits for the first report, where it can be told."""
    import signal

    from dragoman.pipeline import Reader

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted as well, and ends the work
    try:
        _READER.append(Reader.load(settings))
    except DragomanError as error:
        _READER.append(error)
    spare_collector()
    keep_loaded()


def _reader() -> Reader:
    (held,) = _READER
    if isinstance(held, DragomanError):
        raise held
    return held


def _versions() -> Versions:
    return _reader().versions


def _work(report: Report | Unread) -> Record | Unread:
    return read_one(_reader(), report) if isinstance(report, Report) else report
