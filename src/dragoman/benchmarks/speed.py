"""The ``speed`` bench: how fast reports are read, beside the floor that the encoder alone sets.

Every core count runs in fresh processes, one a core, pinned to it where the system allows; each loads,
reads every report once to warm up, and starts its share when all are ready. After each report the same
process runs the bare encoder, without any head, over the same windows: the floor, measured at the same
moment on the same machine, and not counted in the reading time. ``encoder_share`` is the part of the
reading time that the network's pass takes, heads included; ``floor_share`` what the bare encoder would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.benchmarks.peers import PEERS as ALL_PEERS
from dragoman.benchmarks.peers import Peer
from dragoman.errors import BadInput, DragomanError

if TYPE_CHECKING:
    from dragoman.language.core import Language
    from dragoman.language.windows import Window

PEERS: tuple[Peer, ...] = ALL_PEERS.get("speed", ())
LANGUAGE_ONLY = "dragoman.benchmarks.speed:language_only"
WHOLE_ROAD = "dragoman.benchmarks.speed:whole_road"

Reader = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Share:
    """What one process measured; seconds are by the wall clock."""

    reports: int
    words: int
    seconds: float
    network_seconds: float
    floor_seconds: float
    load_seconds: float
    peak_mb: float


def run(
    path: Path | None = None,
    pipeline: str = WHOLE_ROAD,
    cores: Sequence[int] = (1, 2),
    reports: int = 60,
    limit: int | None = None,
) -> dict[str, Any]:
    """Reports and words in a second for the first core count, and for each under ``cores``.

    ``path`` is a folder of text reports (default: ``examples`` here), repeated until ``reports`` are
    read on each core; ``limit`` takes the first N files. ``pipeline`` is ``module:function`` of a function
    that loads everything and returns the language core and the function that reads one text: from the
    captured text to the record, or ``LANGUAGE_ONLY``. Raises BadInput where there is no report.
    """
    files = report_files(path or Path("examples"), limit)
    by_cores = {str(n): _measured(files, pipeline, n, reports) for n in cores}
    one = by_cores[str(cores[0])]
    return {
        **_row(one),
        "encoder_share": round(100 * sum(s.network_seconds for s in one) / sum(s.seconds for s in one), 1),
        "floor_share": round(100 * sum(s.floor_seconds for s in one) / sum(s.seconds for s in one), 1),
        "load_seconds": round(one[0].load_seconds, 2),
        "cores": {n: _row(s) for n, s in by_cores.items()},
    }


def _row(shares: Sequence[Share]) -> dict[str, float]:
    return {
        "reports_per_second": round(_rate(shares, "reports"), 1),
        "words_per_second": round(_rate(shares, "words")),
        "floor_words_per_second": round(_floor(shares)),
        "peak_mb": round(sum(s.peak_mb for s in shares)),
    }


def _rate(shares: Sequence[Share], what: str) -> float:
    return float(sum(getattr(s, what) for s in shares) / max(s.seconds for s in shares))


def _floor(shares: Sequence[Share]) -> float:
    return sum(s.words for s in shares) / max(s.floor_seconds for s in shares)


def report_files(folder: Path, limit: int | None = None) -> list[Path]:
    """The text files of a folder, in the order of their names; raises BadInput where there is none."""
    if not folder.is_dir():
        raise BadInput("There is no such folder", path=folder, remedy="Give a folder with text reports")
    files = sorted(p for p in folder.rglob("*.txt") if p.is_file())[:limit]
    if not files:
        raise BadInput("There is no .txt file in it", path=folder, remedy="Give a folder with text reports")
    return files


def _measured(files: Sequence[Path], pipeline: str, cores: int, reports: int) -> list[Share]:
    """What ``cores`` processes measured side by side."""
    order = {"files": [str(f) for f in files], "pipeline": pipeline, "reports": reports}
    workers = [_start({**order, "core": core}) for core in range(cores)]
    try:
        for worker in workers:
            _expect(worker, "ready")
        for worker in workers:
            _tell(worker)
        shares = [Share(**json.loads(_line(worker))) for worker in workers]
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
        raise DragomanError(
            f"A measuring process failed: {last}", remedy="Check the pipeline and the reports"
        )
    return line


def _tell(worker: subprocess.Popen[str]) -> None:
    assert worker.stdin is not None
    worker.stdin.write("go\n")
    worker.stdin.flush()


def language_only() -> tuple[Language, Reader]:
    """The language core by itself: words, trees, names and roles of every line of the text."""
    from dragoman.language import load

    language = load()
    return language, language.parse


def whole_road() -> tuple[Language, Reader]:
    """The whole program: from a captured text to its record, without keeping it."""
    from dragoman.pipeline import Reader as RecordReader
    from dragoman.settings import Settings
    from dragoman.sources.capture import Known, report
    from dragoman.sources.options import ReadOptions

    reader = RecordReader.load(Settings())
    return reader.language, lambda text: reader.read(report(text, Known(), ReadOptions()))


def worker(order: dict[str, Any]) -> None:
    """One process's share; speaks on standard output and waits on standard input for the start."""
    _pin(int(order["core"]))
    began = time.perf_counter()
    module, _, name = str(order["pipeline"]).partition(":")
    language, read = getattr(import_module(module), name)()
    load_seconds = time.perf_counter() - began
    texts = [Path(f).read_text(encoding="utf-8", errors="replace") for f in order["files"]]
    for text in texts:
        read(text)
    peak = peak_mb()
    bare = bare_encoder()
    print("ready", flush=True)
    sys.stdin.readline()
    times = measure(language, read, bare, texts, int(order["reports"]))
    print(json.dumps({**times, "load_seconds": load_seconds, "peak_mb": peak}), flush=True)


def _pin(core: int) -> None:
    """Keep this process on one core, where the system lets us choose."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[core % len(allowed)]})


def bare_encoder() -> Any:
    """A session of the shipped encoder alone, without any head."""
    from dragoman.benchmarks.onnx_trim import keep_output
    from dragoman.language.model import FOLDER, session

    return session(keep_output((FOLDER / "model.onnx").read_bytes(), "states"), threads=1)


def measure(
    language: Language, read: Reader, bare: Any, texts: Sequence[str], reports: int
) -> dict[str, float]:
    """Read the texts in turn until ``reports`` are read, each followed by the floor for its windows."""
    watch = _Watch(language)
    seconds = floor = 0.0
    for i in range(reports):
        began = time.perf_counter()
        read(texts[i % len(texts)])
        seconds += time.perf_counter() - began
        floor += _floor_seconds(language, bare, watch.take())
    watch.stop()
    return {
        "reports": reports,
        "words": watch.words,
        "seconds": seconds,
        "network_seconds": watch.seconds,
        "floor_seconds": floor,
    }


def _floor_seconds(language: Language, bare: Any, windows: Sequence[Window]) -> float:
    """How long the bare encoder takes for the windows."""
    from dragoman.language.model import feed

    feeds = [feed(window, language.vocabulary) for window in windows]
    began = time.perf_counter()
    for arrays in feeds:
        bare.run(["states"], arrays)
    return time.perf_counter() - began


class _Watch:
    """Stands before a language's network, counts its time and its words, and keeps the last windows."""

    def __init__(self, language: Language) -> None:
        self.seconds = 0.0
        self.words = 0
        self._windows: list[Window] = []
        self._language = language
        self._network = language.network
        language.network = self

    def read(self, windows: Sequence[Window]) -> list[dict[str, Any]]:
        """What the network says, timed."""
        began = time.perf_counter()
        found = self._network.read(windows)
        self.seconds += time.perf_counter() - began
        self.words += sum(len(w.pieces) for w in windows)
        self._windows += windows
        return found

    def take(self) -> list[Window]:
        """The windows read since this was last asked."""
        taken, self._windows = self._windows, []
        return taken

    def stop(self) -> None:
        """Give the language its own network back."""
        self._language.network = self._network


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
