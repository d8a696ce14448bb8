"""The floor of the ``speed`` bench: what the bare encoder takes for the windows that were just read."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.language.core import Language
    from dragoman.language.windows import Window


def bare_encoder() -> Any:
    """A session of the shipped encoder alone, without any head."""
    from dragoman.language.model import FOLDER, session
    from dragoman.language.outputs import keep_outputs

    return session(keep_outputs((FOLDER / "model.onnx").read_bytes(), {"states"}), threads=1)


def floor_seconds(language: Language, bare: Any, windows: Sequence[Window]) -> float:
    """How long the bare encoder takes for the windows."""
    from dragoman.language.model import feed

    feeds = [feed(window, language.vocabulary) for window in windows]
    began = time.perf_counter()
    for arrays in feeds:
        bare.run(["states"], arrays)
    return time.perf_counter() - began


class Watch:
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
