"""The words that report speech and thought: ``codebooks/speech/*.yaml``, checked line by line."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml
from dragoman.record import Form

SHIPPED = Path(__file__).parent.parent / "codebooks" / "speech"
KINDS = ("speech", "thought", "commitment", "request", "denial", "judgement", "document")
_PHRASE_KEYS = (
    *("words", "nouns", "prepositions", "polls", "owners", "issuing", "repaying"),
    *("in-prospect", "taking-back", "hearsay", "summing"),
)
_MARKED = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class CueExample:
    """A sentence with what is reported in it, by whom, and in which form; ``line`` is the file's."""

    text: str
    content: tuple[str, ...]
    speaker: str
    form: Form
    line: int


@dataclass(frozen=True, slots=True)
class Family:
    """The verbs or nouns that take the same kinds of content.

    ``words`` are lemmas, a phrase as several. ``content`` lists where the content may stand, in the order
    in which it is looked for: ``clause infinitive frame quote object`` or a preposition. ``speakers``,
    if any, are the only head nouns that may speak with these words; ``needs_quote`` asks for a
    quotation in the content; ``only_with`` names the preposition that must stand with the word; ``quoted``
    says that the subject of the passive speaks ("was quoted as saying"), ``plain`` that the words with such a
    content always report, whatever the network says, ``needs_speaker`` that where nobody is named nothing was
    said ("is expected to rule").
    """

    id: str
    means: str
    kind: str
    words: tuple[tuple[str, ...], ...]
    content: tuple[str, ...]
    addressee: tuple[str, ...]
    only_with: str | None
    needs_quote: bool
    quoted: bool
    plain: bool
    needs_speaker: bool
    speakers: frozenset[str]
    examples: tuple[CueExample, ...]
    counter: tuple[str, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Cues:
    """Every cue by what it is looked up by: a noun's or first verb's lemma, an adjective as written.

    ``alone`` are the verbs that report without other words of a phrase; ``leading`` has the longest word of
    each phrase that names a source, ``named_by`` the nouns of such phrases in one or many.
    """

    verbs: dict[str, tuple[tuple[tuple[str, ...], Family], ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], Family], ...]]
    adjectives: dict[str, tuple[tuple[tuple[str, ...], Family], ...]]
    alone: frozenset[str]
    leads: tuple[tuple[str, ...], ...]
    leading: frozenset[str]
    named_by: frozenset[str]
    worded: frozenset[tuple[str, str]]
    polls: frozenset[str]
    owners: frozenset[str]
    issuing: frozenset[str]
    repaying: frozenset[str]
    in_prospect: frozenset[str]
    taking_back: frozenset[str]
    hearsay: frozenset[str]
    summing: frozenset[str]
    families: tuple[Family, ...]
    lemmas: frozenset[str]


def load_cues(folder: Path = SHIPPED) -> Cues:
    """The reporting words of a folder that holds ``verbs``, ``nouns``, ``adjectives`` and ``phrases.yaml``.

    Raises:
        CodebookError: naming file and line of an unknown or missing key.
    """
    verbs = [_family(n, "verbs") for n in load_yaml(folder / "verbs.yaml").items()]
    nouns = [_family(n, "nouns") for n in load_yaml(folder / "nouns.yaml").items()]
    adjectives = [_family(n, "adjectives") for n in load_yaml(folder / "adjectives.yaml").items()]
    phrases = [_phrase(n) for n in load_yaml(folder / "phrases.yaml").items()]
    leads = tuple(tuple(w.split()) for p in phrases for w in p["words"])
    return Cues(
        verbs=_by_word(verbs),
        nouns=_by_word(nouns),
        adjectives=_by_word(adjectives),
        alone=frozenset(words[0] for f in verbs for words in f.words if len(words) == 1),
        leads=leads,
        leading=frozenset(max(words, key=len) for words in leads),
        named_by=frozenset(form for p in phrases for w in p["nouns"] for form in (w, f"{w}s")),
        worded=frozenset((w, n) for p in phrases for w in p["prepositions"] for n in p["nouns"]),
        polls=frozenset(w for p in phrases for w in p["polls"]),
        owners=frozenset(w for p in phrases for w in p["owners"]),
        issuing=frozenset(w for p in phrases for w in p["issuing"]),
        repaying=frozenset(w for p in phrases for w in p["repaying"]),
        in_prospect=frozenset(w for p in phrases for w in p["in-prospect"]),
        taking_back=frozenset(w for p in phrases for w in p["taking-back"]),
        hearsay=frozenset(w for p in phrases for w in p["hearsay"]),
        summing=frozenset(w for p in phrases for w in p["summing"]),
        families=(*verbs, *nouns, *adjectives),
        lemmas=frozenset(w for family in (*verbs, *nouns) for words in family.words for w in words),
    )


@lru_cache(maxsize=1)
def shipped_cues() -> Cues:
    """The reporting words that come with the package, read once."""
    return load_cues()


def _family(node: Node, words: str) -> Family:
    with Fields(node) as f:
        return Family(
            id=f.need("id").text(),
            means=f.need("means").text().strip(),
            kind=f.choice("kind", KINDS) or f.need("kind").text(),
            words=tuple(tuple(w.split()) for w in dict.fromkeys(f.need(words).texts())),
            content=f.need("content").texts(),
            addressee=f.texts("addressee"),
            only_with=f.text("only-with"),
            needs_quote=f.flag("needs-quote"),
            quoted=f.flag("quoted"),
            plain=f.flag("plain"),
            needs_speaker=f.flag("needs-speaker"),
            speakers=frozenset(f.texts("speakers")),
            examples=tuple(_example(n) for n in f.need("examples").items()),
            counter=f.texts("counter"),
            path=node.path,
        )


def _phrase(node: Node) -> dict[str, tuple[str, ...]]:
    with Fields(node) as f:
        f.need("id"), f.need("means"), f.texts("counter")
        for example in f.need("examples").items():
            _example(example)
        return {key: f.texts(key) for key in _PHRASE_KEYS}


def _example(node: Node) -> CueExample:
    with Fields(node) as f:
        marked = f.need("text").text()
        return CueExample(
            text=marked.replace("[[", "").replace("]]", ""),
            content=tuple(_MARKED.findall(marked)),
            speaker=f.need("speaker").text(),
            form=Form(f.choice("form", tuple(Form)) or f.need("form").text()),
            line=node.line,
        )


def _by_word(families: list[Family]) -> dict[str, tuple[tuple[tuple[str, ...], Family], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], Family]]] = defaultdict(list)
    for family in families:
        for words in family.words:
            table[words[0]].append((words, family))
    return {word: tuple(sorted(found, key=lambda e: -len(e[0]))) for word, found in table.items()}
