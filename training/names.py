"""Names out of looser annotation: the part of a mention that is the proper name itself.

Universal NER marks names only: no determiner, no title, no apposition, no adjective of nationality.
GUM and re3d mark whole mentions, so the mention is trimmed here; a doubtful one becomes ``?``.
"""

from __future__ import annotations

import re

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
_TITLE_WORDS = """
    admiral ambassador archbishop attorney aunt ayatollah baron bishop capt captain cardinal ceo
    chairman chancellor chief coach col colonel commander congressman congresswoman count crown dame
    defence defense deputy detective director dr duke emir emperor father foreign former gen general
    gov governor imam inspector judge justice king lady lieutenant lord lt madam maj major mayor
    minister miss mister mr mrs ms mullah officer pope premier president prime prince princess
    private prof professor queen rabbi rep representative rev reverend saint secretary sen senator
    sergeant sgt shaikh sheikh sir sister speaker st sultan uncle vice
"""
TITLES = frozenset(_TITLE_WORDS.split())
_INSIDE = frozenset({"flat", "flat:name", "flat:foreign", "compound", "goeswith", "nummod", "amod"})
_LINKS = frozenset({"of", "and", "for", "&", "the", "de", "in", "on", "to", "'s", "’s"})


def gum_names(rows: list[list[str]]) -> list[str]:
    """IOB2 tags of the proper names among the ``Entity=`` mentions of one GUM sentence."""
    tags = ["O"] * len(rows)
    mentions = sorted(_mentions(rows), key=lambda m: m[2] - m[1])
    for kind, first, last in mentions:
        span = name_span(rows, first, last, kind)
        # Shorter mentions come first; a larger name swallows them: "University of [Portsmouth]".
        if span is not None and _swallows(tags, span):
            _write(tags, rows, kind, span)
    return tags


def _write(tags: list[str], rows: list[list[str]], kind: str, span: tuple[int, int]) -> None:
    label = GUM_TYPES.get(kind)
    plural_people = rows[span[1]][4] == "NNPS" and span[0] == span[1]  # "Americans": no name in UNER
    for i in range(span[0], span[1] + 1):
        if label is None:
            tags[i] = "O"  # another kind of name: MISC or nothing, which the loss does not tell apart
        elif plural_people:
            tags[i] = "?"
        else:
            tags[i] = ("B-" if i == span[0] else "I-") + label


def _swallows(tags: list[str], span: tuple[int, int]) -> bool:
    """Whether every name already written that touches the span lies inside it."""
    before = span[1] + 1 < len(tags) and tags[span[1] + 1].startswith("I-")
    return not before and not tags[span[0]].startswith("I-")


def _mentions(rows: list[list[str]]) -> list[tuple[str, int, int]]:
    """The mentions that open and close in one sentence, as (type, first, last)."""
    found: list[tuple[str, int, int]] = []
    stack: list[tuple[str, str, int]] = []
    for i, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            if piece[0] == "(":
                fields = piece.strip("()").split("-")
                stack.append((fields[0], fields[1], i))
            if piece[-1] == ")":
                group = piece.strip("()").split("-")[0]
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == group), None)
                if at is not None:
                    _, kind, start = stack.pop(at)
                    found.append((kind, start, i))
    return found


def name_span(rows: list[list[str]], first: int, last: int, kind: str) -> tuple[int, int] | None:
    """The proper name inside the mention ``first..last`` of a parsed sentence, or None."""
    heads = [int(r[6]) - 1 for r in rows]
    inside = range(first, last + 1)
    head = next((i for i in inside if not first <= heads[i] <= last), None)
    if head is None or rows[head][3] != "PROPN":
        return None
    kept = {head}
    for _ in inside:  # grow until nothing joins
        kept |= {i for i in inside if heads[i] in kept and _joins(rows, i, kind)}
    low, high = min(kept), max(kept)
    while low < high and rows[low][1].rstrip(".").lower() in (TITLES if kind == "person" else ()):
        low += 1
    while low < high and (rows[low][3] in ("DET", "PUNCT") or rows[low][1] in _LINKS):
        low += 1
    while high > low and rows[high][3] == "PUNCT" and rows[high][1] != ".":
        high -= 1
    return low, high


def _joins(rows: list[list[str]], i: int, kind: str) -> bool:
    """Whether a dependent belongs to the name that its head belongs to."""
    rel, upos, xpos, word = rows[i][7], rows[i][3], rows[i][4], rows[i][1]
    if rel in _INSIDE:
        return upos == "PROPN" or xpos.startswith("NNP") or (upos in ("NUM", "X") and rel != "nummod")
    capital = word[:1].isupper() and xpos.startswith("NNP")
    if kind == "person":
        return False
    return capital and rel in ("nmod", "nmod:poss", "conj") and _linked(rows, i, rel, kind)


def _linked(rows: list[list[str]], i: int, rel: str, kind: str) -> bool:
    """Whether a nominal modifier is a part of the name: "Bank *of England*", not "Bank *in Rome*"."""
    marks = [r[1].lower() for r in rows if int(r[6]) - 1 == i and r[7] in ("case", "cc")]
    if rel == "conj":
        return kind == "organization" and marks in (["and"], ["&"])
    return marks in (["of"], ["for"], ["'s"], ["’s"])


def re3d_names(tokens: list[tuple[str, int, int]], entities: list[dict[str, object]]) -> list[str]:
    """IOB2 tags over the tokens (word, start, end) of a passage; loose mentions are unknown."""
    kinds = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
    tags = ["O"] * len(tokens)
    for entity in sorted(entities, key=lambda e: -(int(str(e["end"])) - int(str(e["begin"])))):
        label = kinds.get(str(entity["type"]))
        begin, end = int(str(entity["begin"])), int(str(entity["end"]))
        inside = [i for i, (_, s, e) in enumerate(tokens) if s >= begin and e <= end]
        if label is None or not inside or float(str(entity.get("confidence", 1))) < 0.5:
            continue
        core = _strip(inside, [t[0] for t in tokens], label)
        surely = core and all(
            tokens[i][0][:1].isupper() or tokens[i][0] in _LINKS or not tokens[i][0].isalpha() for i in core
        )
        for i in inside:
            tags[i] = "?" if tokens[i][0][:1].isupper() else "O"
        for n, i in enumerate(core if surely else []):
            tags[i] = ("B-" if n == 0 else "I-") + label
    return tags


def _strip(inside: list[int], words: list[str], label: str) -> list[int]:
    """A mention without its determiner, titles and closing possessive or bracket."""
    core = list(inside)
    while core and (words[core[0]].lower() == "the" or (label == "PER" and words[core[0]].lower() in TITLES)):
        core.pop(0)
    while core and not words[core[-1]][-1].isalnum():
        core.pop()
    return core
