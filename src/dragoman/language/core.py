"""The language core as one object: text in, sentences out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.language.decode import Decoder
from dragoman.language.lemmas import Lemmatizer, read_forms
from dragoman.language.model import (
    FOLDER,
    ROLE_OUTPUTS,
    Labels,
    Network,
    OnnxNetwork,
    Outputs,
    read_manifest,
)
from dragoman.language.namesakes import names_apart
from dragoman.language.own import OwnTypes
from dragoman.language.parse import Sentence
from dragoman.language.stands import FILE as STANDS
from dragoman.language.stands import StandsHead, load_stands
from dragoman.language.tells import FILE, TellsHead, load_tells
from dragoman.language.tokens import Tokenizer
from dragoman.language.windows import Vocabulary, Window, windows
from dragoman.record import Span

States = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Sentences and, beside each, the network's states of its words [words, 384] for further heads."""

    sentences: tuple[Sentence, ...]
    states: tuple[States, ...]


class Language:
    """Reads English. One object a process; it keeps no text between calls."""

    def __init__(
        self,
        network: Network,
        vocabulary: Vocabulary,
        labels: Labels,
        version: str,
        own: OwnTypes | None = None,
        tells: TellsHead | None = None,
        stands: StandsHead | None = None,
    ) -> None:
        self.version = version
        self.stands = stands
        self.network = network
        self.vocabulary = vocabulary
        self._tokenizer = Tokenizer()
        lemmatizer = Lemmatizer(labels.lemma, read_forms(), vocabulary)
        self._decoder = Decoder(labels, lemmatizer, own, tells)

    def parse(self, text: str, paragraphs: Sequence[Span] | None = None) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs of a text, in order; offsets are those of ``text``.

        Without ``paragraphs``, every line that is not blank is one. A sentence never crosses a paragraph's
        end and never splits a word. Text that is not English is parsed too, badly.
        """
        return tuple(sentence for sentence, _ in self._read(text, paragraphs))

    def parse_with_states(self, text: str, paragraphs: Sequence[Span] | None = None) -> Parsed:
        """As ``parse``, with the states of the words beside each sentence."""
        parts = self._read(text, paragraphs)
        return Parsed(tuple(s for s, _ in parts), tuple(states.copy() for _, states in parts))

    def _read(self, text: str, paragraphs: Sequence[Span] | None) -> list[tuple[Sentence, States]]:
        """The sentences with the states of their words, which lie in those of their window."""
        places: list[Span] = []
        words: list[str] = []
        cut: list[Window] = []
        for paragraph in line_spans(text) if paragraphs is None else paragraphs:
            found = self._tokenizer(text, paragraph)
            if found:
                written = [text[a:b] for a, b in found]
                cut += windows(names_apart(written), self.vocabulary, start=len(places))
                places += found
                words += written
        return [part for _, part in self._parts(cut, words, places)]

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> tuple[Sentence, ...]:
        """One parse for each list of words, which are taken as they are, one sentence each.

        Offsets are those of the words joined by single blanks, and of the sentences by line ends.
        A sentence too long for one window keeps one ``Sentence``, its parts' trees hung on the first
        part's root. An empty list gives an empty sentence.
        """
        return tuple(join(parts) for parts in self._given(sentences, fixed=True))

    def parse_passages(self, passages: Sequence[Sequence[str]]) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each list of words, which are taken as they are; the sentences are found.

        Offsets are those of the words joined by single blanks, and of the passages by line ends.
        """
        return tuple(self._given(passages, fixed=False))

    def _given(self, lists: Sequence[Sequence[str]], *, fixed: bool) -> list[tuple[Sentence, ...]]:
        """The sentences of each list of given words."""
        places = word_places(lists)
        starts = [0, *accumulate(map(len, lists))]
        cut = [
            window
            for start, words in zip(starts, lists, strict=False)
            for window in windows(words, self.vocabulary, start=start, fixed=fixed)
        ]
        parts = self._parts(cut, [w for words in lists for w in words], places)
        found: list[list[Sentence]] = [[] for _ in lists]
        for at, (sentence, _) in parts:
            found[bisect_right(starts, at) - 1].append(sentence)
        return [tuple(sentences) for sentences in found]

    def _parts(
        self, cut: Sequence[Window], words: Sequence[str], places: Sequence[Span]
    ) -> list[tuple[int, tuple[Sentence, States]]]:
        """Each sentence with its states, by the number of its first word."""
        found: list[tuple[int, tuple[Sentence, States]]] = []
        for window, out in zip(cut, self.network.read(cut), strict=True):
            found += self._decoded(window, out, words, places)
        return found

    def _decoded(
        self, window: Window, out: Outputs, words: Sequence[str], places: Sequence[Span]
    ) -> list[tuple[int, tuple[Sentence, States]]]:
        a, b = window.start, window.stop
        sentences = self._decoder.sentences(out, words[a:b], places[a:b], fixed=window.fixed)
        return [
            (a + at, (sentence, out["states"][at : at + len(sentence.words)])) for at, sentence in sentences
        ]


def load(
    folder: Path | None = None, threads: int = 1, roles: bool = True, own: OwnTypes | None = None
) -> Language:
    """The language core with the shipped model (or the one in ``folder``), checked against its manifest.

    ``threads`` is for one parse; run processes side by side rather than threads. Without ``roles`` the part
    of the network that reads predicates and their roles is left out, and sentences have no frames, which
    saves a quarter of the time where trees are enough. ``own`` are the user's own types, which leave their
    opinion beside the network's. Raises ModelError where a file is missing or is not
    the one that the manifest describes.
    """
    folder = folder or FOLDER
    manifest = read_manifest(folder)
    vocabulary = Vocabulary.load(folder / "tokenizer.json")
    network = OnnxNetwork(folder / "model.onnx", vocabulary, threads, () if roles else ROLE_OUTPUTS)
    version = f"{manifest.get('name', 'model')} {manifest.get('version', '?')}"
    labels = Labels.load(folder / "labels.json")
    files = manifest.get("files") or {}
    tells = load_tells(folder) if FILE in files else None
    stands = load_stands(folder) if STANDS in files else None
    return Language(network, vocabulary, labels, version, own, tells, stands)


def line_spans(text: str) -> list[Span]:
    """The lines of a text that are not blank."""
    ends = list(accumulate((len(line) for line in text.split("\n")), lambda a, n: a + n + 1, initial=0))
    spans = [Span(a, b - 1) for a, b in pairwise(ends)]
    return [s for s in spans if s.of(text).strip()]


def word_places(sentences: Sequence[Sequence[str]]) -> list[Span]:
    """The characters of words joined by single blanks, and of sentences joined by line ends."""
    places: list[Span] = []
    at = 0
    for words in sentences:
        for word in words:
            places.append(Span(at, at + len(word)))
            at += len(word) + 1
    return places


def join(parts: Sequence[Sentence]) -> Sentence:
    """Parses of consecutive parts of one sentence as one, the later roots hung on the first."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return Sentence(Span(0, 0), ())
    whole = parts[0]
    root = next(w.i for w in whole.words if w.head < 0)
    for part in parts[1:]:
        n = len(whole.words)
        words = [
            replace(
                w,
                i=w.i + n,
                head=root if w.head < 0 else w.head + n,
                deprel="parataxis" if w.head < 0 else w.deprel,
            )
            for w in part.words
        ]
        entities = [replace(e, first=e.first + n, last=e.last + n) for e in part.entities]
        frames = [
            replace(
                f,
                predicate=f.predicate + n,
                arguments=tuple(replace(a, first=a.first + n, last=a.last + n) for a in f.arguments),
            )
            for f in part.frames
        ]
        whole = Sentence(
            Span(whole.span.start, part.span.end),
            (*whole.words, *words),
            (*whole.entities, *entities),
            (*whole.frames, *frames),
            **whole.hints_with(part),
            tells=(*whole.tells, *part.tells),
        )
    return whole
