"""The ``speed`` bench: how fast reports are read, beside the floor that the encoder alone sets.

What is timed is the whole road, from a file's bytes to rows in a ledger. Every core count runs in fresh
processes, one a core, pinned to it where the system allows; each loads, reads every report once to warm
up, and starts its share when all are ready. After each file the same process runs the bare encoder,
without any head, over the same windows: the floor, measured at the same moment on the same machine, and
not counted in the reading time. ``encoder_share`` is the part of the reading time that this bare encoder
would take by itself, ``network_share`` what the network takes with its heads.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from dragoman.benchmarks.ordinary import is_annotated, ordinary_reports
from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput, DragomanError

if TYPE_CHECKING:
    from dragoman.benchmarks.road import Clock
    from dragoman.language.core import Language

PEERS = peers("speed")
LANGUAGE_ONLY = "dragoman.benchmarks.road:LanguageOnly"
WHOLE_ROAD = "dragoman.benchmarks.road:Road"
REPORT = 400
"""Words between blanks in a news report of ordinary length."""
STAGES = (
    "capture", "encoder", "heads", "language", "actors", "dates", "places", "figures",
    "statements", "coding", "pledges", "positions", "ledger", "other",
)  # fmt: skip


class Reading(Protocol):
    """What is timed: something that reads files, with a clock for its stages."""

    language: Language
    clock: Clock
    words: int

    def read(self, path: Path) -> int:
        """Read a file's reports; how many there were."""

    def finish(self) -> None:
        """End what was left for later."""

    def reset(self) -> None:
        """Forget what was counted."""

    def close(self) -> None:
        """Leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one process measured; seconds are by the wall clock."""

    reports: int
    words: int
    plain_words: int
    seconds: float
    network_seconds: float
    floor_seconds: float
    stages: dict[str, float]
    load_seconds: float
    peak_mb: float
    gazetteer_seconds: float = 0.0
    first_report_seconds: float = 0.0


def run(
    path: Path | None = None,
    pipeline: str = WHOLE_ROAD,
    cores: Sequence[int] = (1, 2),
    reports: int = 120,
    limit: int | None = None,
) -> dict[str, Any]:
    """Reports and words in a second for the first core count, and for each under ``cores``.

    ``path`` is a folder of reports in any form that `dragoman read` takes (default: ``examples``), one
    file, or a folder of annotated reports, of which those of ordinary length are read without their notes;
    they are read in whole rounds until there are ``reports`` on each core. ``limit`` takes the first N files.
    ``pipeline`` is ``module:class`` of a `Reading`. Words are the language core's, which counts punctuation;
    ``reports_of_400_words_per_second`` counts words between blanks. ``stages`` are per cent of the reading
    time, ``first_report_seconds`` from the start of a process to its first record.

    Raises:
        BadInput: there is no report.
    """
    if path is not None and is_annotated(path):
        with ordinary_reports(path) as files:
            return _scores(files[:limit], pipeline, cores, reports)
    return _scores(report_files(path or examples(), limit), pipeline, cores, reports)


def _scores(files: Sequence[Path], pipeline: str, cores: Sequence[int], reports: int) -> dict[str, Any]:
    by_cores = {str(n): _measured(files, pipeline, n, reports) for n in cores}
    one = by_cores[str(cores[0])]
    seconds = sum(s.seconds for s in one)
    return {
        **_row(one),
        "encoder_share": percent(sum(s.floor_seconds for s in one), seconds),
        "network_share": percent(sum(s.network_seconds for s in one), seconds),
        "load_seconds": round(one[0].load_seconds, 2),
        "gazetteers_load_ms": round(1000 * one[0].gazetteer_seconds),
        "first_report_seconds": round(one[0].first_report_seconds, 2),
        "cores": {n: _row(s) for n, s in by_cores.items()},
        "stages": stages(one),
    }


def examples() -> Path:
    """The sample reports: those of the folder we are in, else those of the checkout that we run from."""
    here = Path("examples")
    return here if here.is_dir() else Path(__file__).parents[3] / "examples"


def _row(shares: Sequence[Share]) -> dict[str, float]:
    return {
        "reports_per_second": round(_rate(shares, "reports"), 1),
        "words_per_second": round(_rate(shares, "words")),
        "reports_of_400_words_per_second": round(_rate(shares, "plain_words") / REPORT, 1),
        "floor_words_per_second": round(sum(s.words for s in shares) / max(s.floor_seconds for s in shares)),
        "peak_mb": round(sum(s.peak_mb for s in shares)),
    }


def _rate(shares: Sequence[Share], what: str) -> float:
    return float(sum(getattr(s, what) for s in shares) / max(s.seconds for s in shares))


def stages(shares: Sequence[Share]) -> dict[str, float]:
    """Each stage's per cent of the reading time, in the order of the road.

    ``encoder`` is the floor, ``heads`` the rest of the network's pass, ``language`` what the language core
    does before and after it.
    """
    spent: defaultdict[str, float] = defaultdict(float)
    for share in shares:
        for stage, seconds in share.stages.items():
            spent[stage] += seconds
        spent["encoder"] += share.floor_seconds
        spent["heads"] += max(0.0, share.network_seconds - share.floor_seconds)
        spent["language"] -= share.network_seconds
    total = sum(s.seconds for s in shares)
    return {stage: percent(spent[stage], total) for stage in STAGES if stage in spent}


def report_files(path: Path, limit: int | None = None) -> list[Path]:
    """The files of reports in a folder, in the order of their names; raises BadInput where there is none."""
    from dragoman.sources.found import find

    files = [f for f in find([path]) if isinstance(f, Path)][:limit]
    if not files:
        raise BadInput(
            "There are no reports", path=path, remedy="Give a folder with reports, such as examples/"
        )
    return files


def _measured(files: Sequence[Path], pipeline: str, cores: int, reports: int) -> list[Share]:
    """What ``cores`` processes measured side by side."""
    order = {"files": [str(f) for f in files], "pipeline": pipeline, "reports": reports}
    began = time.perf_counter()
    workers = [_start({**order, "core": core}) for core in range(cores)]
    try:
        for worker in workers:
            _expect(worker, "first")
        first = time.perf_counter() - began
        for worker in workers:
            _expect(worker, "ready")
        for worker in workers:
            _tell(worker)
        shares = [Share(**json.loads(_line(worker)), first_report_seconds=first) for worker in workers]
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()
    return shares


def _start(order: dict[str, Any]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dragoman.benchmarks.speed", json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _expect(worker: subprocess.Popen[str], word: str) -> None:
    if _line(worker).strip() != word:
        raise DragomanError("A measuring process did not start", remedy="Try again with fewer cores")


def _line(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None
    assert worker.stderr is not None
    line = worker.stdout.readline()
    if not line:
        last = (worker.stderr.read().strip().splitlines() or ["it said nothing"])[-1]
        raise DragomanError(f"A measuring process failed: {last}", remedy="Check the reports")
    return line


def _tell(worker: subprocess.Popen[str]) -> None:
    assert worker.stdin is not None
    worker.stdin.write("go\n")
    worker.stdin.flush()


def worker(order: dict[str, Any]) -> None:
    """One process's share; speaks on standard output and waits on standard input for the start.

    ``order`` has the ``core`` to stay on, the ``pipeline`` as ``module:name``, the ``files``, and how many
    ``reports`` to read; what it prints last is the share, as JSON, in seconds and MB.

    Raises:
        BadInput: none of the files could be read.
    """
    from dragoman.benchmarks.floor import bare_encoder

    _pin(int(order["core"]))
    gazetteer_seconds = _loading_gazetteers()
    began = time.perf_counter()
    module, _, name = str(order["pipeline"]).partition(":")
    reading: Reading = getattr(import_module(module), name)()
    load_seconds = time.perf_counter() - began
    files = [Path(f) for f in order["files"]]
    first, *rest = files
    reading.read(first)
    print("first", flush=True)
    if not sum(map(reading.read, rest)) and not reading.words:
        raise BadInput("Nothing in it could be read", path=first, remedy="Give a folder with reports")
    reading.reset()
    peak = peak_mb()
    bare = bare_encoder()
    print("ready", flush=True)
    sys.stdin.readline()
    share = measure(reading, bare, files, int(order["reports"]), load_seconds, peak)
    reading.close()
    held = asdict(replace(share, gazetteer_seconds=gazetteer_seconds))
    del held["first_report_seconds"]
    print(json.dumps(held), flush=True)


def _loading_gazetteers() -> float:
    """Seconds to load actors and places in a process that has loaded nothing, their modules counted in."""
    began = time.perf_counter()
    from dragoman.codebook.gazetteer import load_gazetteer
    from dragoman.codebook.places import Gazetteer

    load_gazetteer()
    Gazetteer.open()
    return time.perf_counter() - began


def _pin(core: int) -> None:
    """Keep this process on one core, where the system lets us choose."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[core % len(allowed)]})


def measure(
    reading: Reading, bare: Any, files: Sequence[Path], reports: int, load_seconds: float, peak: float
) -> Share:
    """Read the files round by round until ``reports`` are read, each file followed by its floor.

    ``load_seconds`` is how long loading took, ``peak`` the most memory held until now, in MB.
    """
    from dragoman.benchmarks.floor import Watch, floor_seconds

    watch = Watch(reading.language)
    seconds = floor = 0.0
    read = 0
    while read < reports:
        for file in files:
            began = time.perf_counter()
            read += reading.read(file)
            seconds += time.perf_counter() - began
            floor += floor_seconds(reading.language, bare, watch.take())
    began = time.perf_counter()
    reading.finish()
    seconds += time.perf_counter() - began
    watch.stop()
    stages = dict(reading.clock.seconds)
    return Share(read, watch.words, reading.words, seconds, watch.seconds, floor, stages, load_seconds, peak)


def peak_mb() -> float:
    """The most memory this process has held so far, in MB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    worker(json.loads(sys.argv[1]))
