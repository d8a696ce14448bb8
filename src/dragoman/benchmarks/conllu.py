"""CoNLL-U files as documents of sentences, with the characters of each word in the rebuilt text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from dragoman.errors import BadInput
from dragoman.record import Span

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMAT = "See https://universaldependencies.org/format.html; ten columns, separated by tabs, are needed"


@dataclass(frozen=True, slots=True)
class GoldWord:
    """One syntactic word; ``head`` counts from 0, -1 is the root; ``span`` is within the sentence's text.

    The span is empty for a part of a multi-word token whose characters cannot be told.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    misc: str
    span: Span

    @property
    def relation(self) -> str:
        """The relation without its subtype."""
        return self.deprel.partition(":")[0]


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence as annotated; ``opens`` says that a paragraph begins with it."""

    sent_id: str
    doc: str
    text: str
    words: tuple[GoldWord, ...]
    opens: bool
    comments: tuple[str, ...]
    line: int

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as written."""
        return tuple(w.form for w in self.words)


@dataclass(frozen=True, slots=True)
class Document:
    """The sentences of a document and the text rebuilt from them.

    Sentences are joined by a blank, paragraphs by a line end; ``starts`` are the sentences' first
    characters in ``text``.
    """

    id: str
    sentences: tuple[GoldSentence, ...]
    text: str
    starts: tuple[int, ...]

    @property
    def created(self) -> str | None:
        """The day on which the text was written (``meta::dateCreated``), as far as the file tells."""
        known = dict(_comment(c) for c in self.sentences[0].comments)
        day = known.get("meta::dateCreated", "")
        return day if _ISO_DAY.fullmatch(day) else None


def read_conllu(path: Path, prefix: str | None = None, limit: int | None = None) -> list[GoldSentence]:
    """The sentences of a file, in order; those whose id begins with ``prefix``, at most ``limit``.

    Raises BadInput naming the line where the file is not CoNLL-U, and where nothing is left.
    """
    found: list[GoldSentence] = []
    for sentence in _sentences(path):
        if limit is not None and len(found) >= limit:
            break
        if prefix is None or sentence.sent_id.startswith(prefix):
            found.append(sentence)
    if not found:
        which = f"whose id begins with {prefix!r}" if prefix else "in it"
        raise BadInput(f"There is no sentence {which}", path=path, remedy="Give another file or prefix")
    return found


def documents(sentences: Sequence[GoldSentence]) -> list[Document]:
    """The sentences by document, each with its text."""
    return [_document(doc, tuple(group)) for doc, group in groupby(sentences, key=lambda s: s.doc)]


def _document(doc: str, sentences: tuple[GoldSentence, ...]) -> Document:
    text, starts = "", list[int]()
    for sentence in sentences:
        if text:
            text += "\n" if sentence.opens else " "
        starts.append(len(text))
        text += sentence.text
    return Document(doc, sentences, text, tuple(starts))


def _sentences(path: Path) -> Iterator[GoldSentence]:
    """Sentence after sentence; the document is that of ``newdoc``, or the id before its last number."""
    doc: str | None = None
    comments: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*read_lines(path), ""], start=1):
        if line.startswith("#"):
            comments.append(line)
            if line.startswith("# newdoc"):
                doc = line.partition("=")[2].strip()
        elif line.strip():
            rows.append((number, _cells(path, number, line)))
        elif rows:
            yield _sentence(path, doc, comments, rows)
            comments, rows = [], []


def read_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file; raises BadInput where it is none."""
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n")
    except FileNotFoundError as error:
        raise BadInput("There is no such file", path=path, remedy="Check the path") from error
    except IsADirectoryError as error:
        raise BadInput("It is a folder", path=path, remedy="Give a file in it") from error
    except UnicodeDecodeError as error:
        raise BadInput("It is not UTF-8 text", path=path, remedy="Convert it to UTF-8") from error
    except OSError as error:
        raise BadInput(f"It cannot be read: {error}", path=path) from error


def _cells(path: Path, number: int, line: str) -> list[str]:
    cells = line.split("\t")
    if len(cells) != 10:
        raise BadInput(f"The line has {len(cells)} columns", path=path, line=number, remedy=_FORMAT)
    return cells


def _sentence(
    path: Path, doc: str | None, comments: Sequence[str], rows: Sequence[tuple[int, list[str]]]
) -> GoldSentence:
    known = dict(_comment(c) for c in comments)
    line = rows[0][0]
    sent_id = known.get("sent_id", f"line-{line}")
    text = known.get("text") or _detokenized([cells for _, cells in rows])
    places = _places([cells for _, cells in rows], text)
    simple = [(n, cells) for n, cells in rows if cells[0].isdigit()]
    words = tuple(
        _word(path, n, cells, place, len(simple)) for (n, cells), place in zip(simple, places, strict=True)
    )
    opens = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
    return GoldSentence(sent_id, doc or _stem(sent_id), text, words, opens, tuple(comments), line)


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line.lstrip("# ").partition("=")
    return key.strip(), value.strip()


def _stem(sent_id: str) -> str:
    """The document of a sentence id: ``n01001`` of ``n01001011``, ``GUM_news_x`` of ``GUM_news_x-3``."""
    stem, dash, _ = sent_id.rpartition("-")
    if dash:
        return stem
    return sent_id[:-3] if sent_id[-3:].isdigit() and len(sent_id) > 4 else sent_id


def _detokenized(rows: Sequence[list[str]]) -> str:
    """The text of a sentence without a ``text`` comment, by its ``SpaceAfter`` marks."""
    text, covered = "", 0
    for cells in rows:
        first, dash, last = cells[0].partition("-")
        if "." in first or (not dash and int(first) <= covered):
            continue
        covered = int(last) if dash else int(first)
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
    return text.strip()


def _places(rows: Sequence[list[str]], text: str) -> list[Span]:
    """The characters of each word, found in order in the sentence's text."""
    places: list[Span] = []
    at, parts = 0, 0
    for k, cells in enumerate(rows):
        first, dash, last = cells[0].partition("-")
        if dash:
            parts = int(last) - int(first) + 1
            token = _find(text, cells[1], at)
            places += _parts([r[1] for r in rows[k + 1 : k + 1 + parts]], cells[1], token)
            at = token.end
        elif first.isdigit() and parts:
            parts -= 1
        elif first.isdigit():
            places.append(_find(text, cells[1], at))
            at = places[-1].end
    return places


def _parts(forms: Sequence[str], token: str, place: Span) -> list[Span]:
    """The characters of the parts of a multi-word token; where they do not spell it, the first has all."""
    if "".join(forms) != token:
        return [place, *(Span(place.end, place.end) for _ in forms[1:])]
    stops = list(accumulate(map(len, forms), initial=place.start))
    return [Span(a, b) for a, b in pairwise(stops)]


def _find(text: str, form: str, at: int) -> Span:
    start = text.find(form, at)
    return Span(start, start + len(form)) if start >= 0 else Span(at, at)


def _word(path: Path, line: int, cells: list[str], span: Span, count: int) -> GoldWord:
    head = int(cells[6]) if cells[6].isdigit() else -1
    if not 0 <= head <= count:
        raise BadInput(
            f"The head {cells[6]!r} is no word of the sentence", path=path, line=line, remedy=_FORMAT
        )
    return GoldWord(cells[1], cells[2], cells[3], cells[5], head - 1, cells[7], cells[9], span)
