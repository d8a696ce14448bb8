"""The codebook: YAML that a political scientist can read and change, checked on load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from dragoman.codebook.confidence import Confidence, load_confidence
from dragoman.codebook.contexts import Context, load_contexts
from dragoman.codebook.events import EventType, Mode, load_events, load_words
from dragoman.codebook.gazetteer import Gazetteer, load_gazetteer
from dragoman.codebook.gazetteer_cache import WHOLE, gazetteer_files
from dragoman.codebook.operators import Operators, load_operators
from dragoman.codebook.trained import taught_types
from dragoman.codebook.yamlfile import load_yaml, yaml_files
from dragoman.errors import CodebookError

SHIPPED = Path(__file__).parent.parent / "codebooks"
NOTHING = "no codebook here"
REMEDY = "give a folder that holds events/*.yaml, or actors/*.yaml, offices/*.yaml or roles/*.yaml"


@dataclass(frozen=True)
class Codebook:
    """The event types, operators and contexts that the coder interprets, and where they came from.

    ``folders`` are those that it is made of, the folder asked for last.
    """

    folder: Path
    types: dict[str, EventType]
    operators: Operators
    contexts: tuple[Context, ...]
    goldstein: dict[str, float]
    confidence: Confidence
    folders: tuple[Path, ...]

    @cached_property
    def version(self) -> str:
        """A digest of the codebook's files: it changes when a rule, a trained type or an actor changes."""
        digest = sha256()
        for folder in self.folders:
            events, actors = folder / "events", gazetteer_files(folder).values()
            files = [*yaml_files(events), *folder.glob("*.yaml"), *events.rglob("*.trained.json"), *actors]
            for path in sorted(files):
                digest.update(path.name.encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()[:12]

    def gazetteer(self) -> Gazetteer:
        """The shipped gazetteer, with the actors, offices and roles of this codebook laid over it.

        Raises:
            CodebookError: a file breaks the rules; the error names file, line and remedy.
        """
        return load_gazetteer(self.folder if gazetteer_files(self.folder) else None)

    @cached_property
    def context_words(self) -> dict[str, tuple[int, ...]]:
        """All words that may tell a context, each with the places of its contexts among `contexts`."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, context in enumerate(self.contexts):
            for word in context.words | context.phrases.keys():
                places[word].append(place)
        return {word: tuple(held) for word, held in places.items()}

    def contexts_of_words(self, words: Iterable[str]) -> list[Context]:
        """The contexts that some words may tell, in the order of the codebook."""
        # Hardly a sentence has more than two of these words, and a word seldom more than one context.
        return [self.contexts[k] for k in sorted({k for w in words for k in self.context_words.get(w, ())})]

    def goldstein_of(self, cameo: str | None, mode: Mode | None, kind: EventType) -> float | None:
        """The Goldstein value of a CAMEO code: its own, its parents', the mode's, or the type's."""
        for length in range(len(cameo or ""), 1, -1):
            if cameo and cameo[:length] in self.goldstein:
                return self.goldstein[cameo[:length]]
        return mode.goldstein if mode and mode.goldstein is not None else kind.goldstein


def load_codebook(folder: Path | str = SHIPPED) -> Codebook:
    """The codebook in a folder (by default the shipped one).

    A folder without ``operators.yaml`` is no codebook by itself: its types are laid over the shipped
    codebook, where a type of the same name gives way to its own, and so are the other files it has. It may
    hold actors, offices and roles alone (see `Codebook.gazetteer`).

    Raises:
        CodebookError: naming the file, the line and the remedy.
    """
    folder = Path(folder)
    if (folder / WHOLE).exists():
        return _whole(folder)
    if not holds_codebook(folder):
        raise CodebookError(folder, None, NOTHING, REMEDY)
    base, words = _whole(SHIPPED), load_words(folder / "words.yaml")
    own = load_events(folder / "events", load_words(SHIPPED / "words.yaml") | words)
    layered = replace(base, folder=folder, types=_known_overlaps(base.types | own), folders=(SHIPPED, folder))
    return replace(
        layered,
        contexts=load_contexts(folder / "contexts.yaml") or base.contexts,
        confidence=_own_confidence(folder) or base.confidence,
        goldstein=base.goldstein | _scale(folder),
    )


def holds_codebook(folder: Path) -> bool:
    """Whether a folder has event types, or actors, offices or roles."""
    return (folder / "events").is_dir() or bool(gazetteer_files(folder))


def _whole(folder: Path) -> Codebook:
    words = load_words(folder / "words.yaml")
    return Codebook(
        folder=folder,
        types=_known_overlaps(load_events(folder / "events", words)),
        operators=load_operators(folder / "operators.yaml"),
        contexts=load_contexts(folder / "contexts.yaml"),
        confidence=load_confidence(folder / "confidence.yaml"),
        goldstein=_scale(folder),
        folders=(folder,),
    )


def _own_confidence(folder: Path) -> Confidence | None:
    path = folder / "confidence.yaml"
    return load_confidence(path) if path.exists() else None


def _scale(folder: Path) -> dict[str, float]:
    path = folder / "goldstein.yaml"
    return {k: v.number() for k, v in load_yaml(path).mapping().items()} if path.exists() else {}


def _known_overlaps(types: dict[str, EventType]) -> dict[str, EventType]:
    """The same types, after a check that what taught ones overlap with is there."""
    names = {*types, *(rule.name for kind in types.values() for rule in kind.rules)}
    for kind, taught in taught_types(types.values()):
        for name in taught.overlaps:
            if name not in names:
                near = get_close_matches(name, sorted(names), n=1)
                remedy = f"did you mean `{near[0]}`?" if near else "name a TYPE or a TYPE/rule"
                problem = f"`{name}` is no type and no rule of this codebook"
                raise CodebookError(kind.path, taught.overlaps_line, problem, remedy)
    return types
