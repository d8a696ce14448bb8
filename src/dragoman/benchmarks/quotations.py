"""The ``quotations`` bench: who is reported to have said what, against brat standoff attributions.

The folder holds ``text/NAME.txt`` and ``attributions/NAME.ann``. An attribution of ours and one of the
file match when their contents share a character; each matches at most once, the largest overlaps first. A
content is exact when it covers the same letters and digits, but for a *that* in front: marks, commas and the
complementiser are conventions that differ from scheme to scheme. A speaker is right when its span overlaps
the Source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.benchmarks.peers import peers
from dragoman.benchmarks.scores import percent
from dragoman.errors import BadInput
from dragoman.record import Form, Span

if TYPE_CHECKING:
    from dragoman.find.quotation_speech import Speech
    from dragoman.language.core import Language

PEERS = peers("quotations")
_TRIGGERS = ("Attribution", "Attribution-no-source")
_LONGEST_HEADLINE = 35  # words
_FORMAT = (
    "Lines are `T1<tab>Label start end;start end<tab>text` or `E1<tab>Attribution:T3 Cue:T3 Content:T2 …`"
)

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution: what was said, the cue and the source, each in one or more stretches of the text."""

    content: Spans
    cue: Spans
    source: Spans
    form: Form


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its attributions."""

    name: str
    text: str
    gold: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An attribution of the file with ours, or one of either without its fellow."""

    gold: Attributed | None
    ours: Attributed | None
    exact: bool = False


def run(
    path: Path,
    limit: int | None = None,
    predictions: Path | None = None,
    language: Language | None = None,
) -> dict[str, Any]:
    """The scores of the shipped program on a folder of attributions, in per cent, overall and by form.

    ``limit`` is the number of texts; ``predictions`` gets one line for each pair of attributions.
    Raises BadInput where the folder or a file is not what it should be.
    """
    from dragoman.language import load

    documents = read_folder(path)[:limit]
    language = language or load()
    matches = [(d, m) for d in documents for m in matched(d.text, d.gold, attributed(d.text, language))]
    if predictions is not None:
        _write(predictions, matches)
    found = [m for _, m in matches]
    forms = {f.value: score(found, f) for f in (Form.DIRECT, Form.MIXED, Form.INDIRECT)}
    return {"texts": len(documents), **score(found), **forms}


def score(matches: Sequence[Match], form: Form | None = None) -> dict[str, Any]:
    """``attributions content_exact_f1 content_overlap_f1 cue_f1 speaker_accuracy``, of one form or of all.

    Of one form: recall is over the file's attributions of that form, precision over ours.
    """

    def of(a: Attributed | None) -> bool:
        return a is not None and (form is None or a.form is form)

    true = [m for m in matches if of(m.gold)]
    found = [m for m in matches if of(m.ours)]
    both = [m for m in true if m.ours is not None and m.gold is not None and m.gold.source]

    def f1(right: Sequence[bool], ours: Sequence[bool]) -> float:
        recall, precision = percent(sum(right), len(true)), percent(sum(ours), len(found))
        return round(2 * precision * recall / (precision + recall), 1) if precision + recall else 0.0

    def each(kind: str) -> float:
        return f1([_holds(m, kind) for m in true], [_holds(m, kind) for m in found])

    return {
        "attributions": len(true),
        "content_exact_f1": each("exact"),
        "content_overlap_f1": each("overlap"),
        "cue_f1": each("cue"),
        "speaker_accuracy": percent(sum(_holds(m, "source") for m in both), len(both)),
    }


def _holds(match: Match, kind: str) -> bool:
    if match.gold is None or match.ours is None:
        return False
    if kind == "cue":
        return _overlap(match.gold.cue, match.ours.cue) > 0
    if kind == "source":
        return _overlap(match.gold.source, match.ours.source) > 0
    return match.exact or kind == "overlap"


def matched(text: str, gold: Sequence[Attributed], ours: Sequence[Attributed]) -> list[Match]:
    """Each attribution with its fellow: the pairs that share most, relative to their lengths, first."""
    pairs = []
    for i, g in enumerate(gold):
        for k, o in enumerate(ours):
            shared = _overlap(g.content, o.content)
            if shared:
                pairs.append(
                    (2 * shared / (_length(g.content) + _length(o.content)), _overlap(g.cue, o.cue), -i, -k)
                )
    found: list[Match] = []
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    for _, _, i, k in sorted(pairs, reverse=True):
        if -i not in used_gold and -k not in used_ours:
            used_gold.add(-i)
            used_ours.add(-k)
            g, o = gold[-i], ours[-k]
            found.append(Match(g, o, said_in(text, g.content) == said_in(text, o.content)))
    found += [Match(g, None) for i, g in enumerate(gold) if i not in used_gold]
    return found + [Match(None, o) for k, o in enumerate(ours) if k not in used_ours]


def letters(text: str, spans: Spans) -> frozenset[int]:
    """The offsets of the letters and digits in some stretches of a text."""
    return frozenset(k for s in spans for k in range(s.start, s.end) if text[k].isalnum())


def said_in(text: str, content: Spans) -> frozenset[int]:
    """The letters and digits of a content without a complementiser in front."""
    found = letters(text, content)
    first = min(found, default=0)
    word = text[first : first + 5].lower()
    return found - set(range(first, first + 4)) if word[:4] == "that" and not word[4:].isalnum() else found


def _overlap(a: Spans, b: Spans) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _length(spans: Spans) -> int:
    return sum(s.end - s.start for s in spans)


def attributed(text: str, language: Language) -> tuple[Attributed, ...]:
    """The attributions that the program finds in a plain text; statements that share a cue are one."""
    from dragoman.find.quotation_cues import shipped_cues
    from dragoman.find.quotation_repair import mended
    from dragoman.find.quotations import find_speech
    from dragoman.find.quote_marks import quotations_in
    from dragoman.text.paragraphs import paragraphs

    cues = shipped_cues()
    spans = undated(text, paragraphs(text))
    headlines = headline_of(text, spans)
    sentences = mended(language.parse(text, spans), headlines, cues.lemmas, cues)
    quotations = quotations_in(text, spans)
    speeches = find_speech(text, sentences, quotations, cues, spans, headlines)
    inside = [q.span for q in quotations]
    return tuple(_merged(text, group, inside) for group in _by_cue(speeches))


def headline_of(text: str, spans: Spans) -> Spans:
    """The first paragraph, if it reads like a headline."""
    from dragoman.text.paragraphs import is_heading

    return spans[:1] if len(spans) > 1 and is_heading(spans[0].of(text), _LONGEST_HEADLINE) else ()


def undated(text: str, spans: Spans) -> Spans:
    """Paragraphs without the first dateline, which every capture loses before it is read."""
    from dragoman.text.dateline import dateline

    for k, span in enumerate(spans):
        found = dateline(span.of(text))
        if found is not None:
            rest = Span(span.start + found.span.end, span.end)
            start = rest.end - len(rest.of(text).lstrip())
            return (*spans[:k], Span(start, rest.end), *spans[k + 1 :])
    return spans


def _by_cue(speeches: Sequence[Speech]) -> list[list[Speech]]:
    groups: dict[tuple[int, Span], list[Speech]] = {}
    for speech in speeches:
        groups.setdefault((speech.sentence, speech.cue), []).append(speech)
    return list(groups.values())


def _merged(text: str, group: Sequence[Speech], quotes: Sequence[Span]) -> Attributed:
    content = tuple(sorted(c for s in group for c in s.contents))
    source = tuple(s.source for s in group[:1] if s.source is not None)
    return Attributed(content, (group[0].cue,), source, form_of(text, content, quotes))


def form_of(text: str, content: Spans, quotes: Sequence[Span]) -> Form:
    """Direct when all letters of a content stand in quotation marks, indirect when none does, else mixed."""
    inside = [any(q.start <= k < q.end for q in quotes) for k in letters(text, content)]
    if not any(inside):
        return Form.INDIRECT
    return Form.DIRECT if all(inside) else Form.MIXED


def read_folder(path: Path) -> list[Document]:
    """The texts of a folder with their attributions, by name.

    Raises:
        BadInput: there are no texts, a text has no ``.ann``, or a line of one is wrong.
    """
    texts = sorted((path / "text").glob("*.txt"))
    if not texts:
        raise BadInput(
            "there are no texts",
            path=path,
            remedy="Give a folder that holds text/*.txt and attributions/*.ann",
        )
    return [_document(p, path / "attributions" / f"{p.stem}.ann") for p in texts]


def _document(text_path: Path, ann_path: Path) -> Document:
    from dragoman.find.quote_marks import quotations_in
    from dragoman.text.paragraphs import paragraphs

    text, lines = _read(text_path), _read(ann_path).splitlines()
    spans = {
        key: s for n, line in enumerate(lines, 1) for key, s in _text_bound(ann_path, n, line, len(text))
    }
    quotes = [q.span for q in quotations_in(text, paragraphs(text))]
    gold = [
        Attributed(content, cue, source, form_of(text, content, quotes))
        for n, line in enumerate(lines, 1)
        for content, cue, source in _event(ann_path, n, line, spans)
    ]
    return Document(text_path.stem, text, tuple(gold))


def _read(path: Path) -> str:
    """A file's characters, line ends as they are: the offsets count them."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"cannot be read: {error}",
            path=path,
            remedy="Each text/NAME.txt needs an attributions/NAME.ann in UTF-8",
        ) from error


def _text_bound(path: Path, number: int, line: str, length: int) -> Iterator[tuple[str, Spans]]:
    """The key and the stretches of a T line; nothing for other lines."""
    if not line.startswith("T"):
        return
    fields = line.split("\t")
    try:
        parts = fields[1].split(" ", 1)[1].split(";")
        spans = tuple(Span(int(a), int(b)) for a, b in (p.split() for p in parts))
    except (IndexError, ValueError):
        raise BadInput("this is no text-bound annotation", path=path, line=number, remedy=_FORMAT) from None
    if any(s.start >= s.end or s.end > length for s in spans):
        raise BadInput(
            f"a span lies outside the text of {length} characters",
            path=path,
            line=number,
            remedy="Check the offsets",
        )
    yield fields[0], spans


def _event(
    path: Path, number: int, line: str, spans: dict[str, Spans]
) -> Iterator[tuple[Spans, Spans, Spans]]:
    """Content, cue and source of an attribution's E line; nothing for other lines and events."""
    if not line.startswith("E"):
        return
    try:
        roles = [tuple(part.split(":", 1)) for part in line.split("\t")[1].split()]
        trigger, key = roles[0]
    except (IndexError, ValueError):
        raise BadInput("this is no event", path=path, line=number, remedy=_FORMAT) from None
    if trigger not in _TRIGGERS:
        return
    held: dict[str, list[Span]] = {"Content": [], "Cue": [], "Source": []}
    for role, target in roles[1:]:
        name = role.rstrip("0123456789")
        if name in held:
            held[name] += _target(path, number, target, spans)
    if held["Content"]:
        cue = held["Cue"] or list(_target(path, number, key, spans))
        yield tuple(sorted(held["Content"])), tuple(sorted(cue)), tuple(sorted(held["Source"]))


def _target(path: Path, number: int, key: str, spans: dict[str, Spans]) -> Spans:
    if key not in spans:
        raise BadInput(
            f"there is no {key}", path=path, line=number, remedy="Add its T line, or correct the key"
        )
    return spans[key]


def _write(path: Path, matches: Sequence[tuple[Document, Match]]) -> None:
    """One line a pair: text, form, exact, then cue, source and content of the file and of ours."""
    rows = ["text\tform\texact\tgold cue\tour cue\tgold source\tour source\tgold content\tour content"]
    for d, m in matches:
        sides = [
            " … ".join(" ".join(s.of(d.text).split()) for s in getattr(side, part)) if side else ""
            for part in ("cue", "source", "content")
            for side in (m.gold, m.ours)
        ]
        known = m.gold or m.ours
        rows.append("\t".join([d.name, known.form.value if known else "", str(m.exact).lower(), *sides]))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
