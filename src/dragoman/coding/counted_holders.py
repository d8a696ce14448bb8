"""Holders who are only counted: "46 percent of Danes", "the rest", "no state", "several of its senators".

No list knows them and no name gives them away, yet polls, votes and quarrels within parties tell where they
stand. They are looked at as actors where positions are read, and become actors of the report where they hold
one. So are those whom `stance_strangers` finds by the stand itself.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from dragoman.codebook.name_words import slug
from dragoman.coding.counted_shares import group_span, whose_share
from dragoman.coding.parties import Parties
from dragoman.coding.stance_book import Counted, StanceBook, shipped_stances
from dragoman.coding.stance_side_words import put_at
from dragoman.coding.stance_standing import standing_words
from dragoman.coding.stance_strangers import is_relative, pronouns, strangers
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import Actor, ActorKind, How, Mention, Position, Report, Span
from dragoman.resolve.cast import Cast
from dragoman.values import value

_SUBJECTS = ("nsubj", "nsubj:pass")
_BEFORE = ("nummod", "amod", "advmod", "compound", "det", "fixed", "obl")
_BEHIND = ("amod", "compound", "flat", "nmod", "nummod")
_ARTICLES = frozenset({"the", "an"})
_ALL_ARTICLES = _ARTICLES | {"a"}
_HYPHENS = frozenset({"-", "‐", "‑"})
_SLIGHT = frozenset({"the", "only", "just", "by"})
_THOSE = frozenset({"those"})
_SIDED, _FAVOUR = frozenset({"for", "against", "with", "without"}), frozenset({"favour", "favor"})
_LONGEST = 8
_SURE = 0.4
_REASON = "only counted; an actor because of where they stand"
_STANDS = "no list knows them; an actor because of where they stand"
_WHOSE = "those of whom they are a part"
_SAME = "who stands or tells beside it"


@value
class Counts:
    """The counted of a report as actors: the cast with them, and what part of others each is, by id."""

    cast: Sequence[Parties]
    actors: Mapping[str, Actor]
    mentions: Mapping[str, Mention]
    parts: Mapping[str, str]
    pronouns: Sequence[Mention] = ()

    def held(self, positions: Collection[Position]) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """Those who hold one of the positions, and the words for them."""
        holders = [i for i in dict.fromkeys(p.holder for p in positions) if i in self.actors]
        words = [m for m in self.pronouns if any(_is_holder(m, p) for p in positions)]
        return tuple(self.actors[i] for i in holders), (*(self.mentions[i] for i in holders), *words)


def _is_holder(mention: Mention, position: Position) -> bool:
    """Whether a mention is whose stand a position of its sentence is."""
    return position.holder == mention.actor and position.evidence.covers(mention.span)


def counted(report: Report, cast: Sequence[Parties], taken: Collection[str]) -> Counts:
    """All who are counted or unknown in a report, beside the parties of its sentences.

    ``taken`` are ids of others.
    """
    book = shipped_stances()
    found: dict[str, Actor] = {}
    mentions: dict[str, Mention] = {}
    parts: dict[str, str] = {}
    joined: list[Parties] = []
    others: list[Mention] = []
    for parties in cast:
        s = parties.sentence
        here: dict[int, Mention] = {}
        for head, part in counted_heads(parties, book.counted, report.text):
            known, group = parties.at(head), _whose(s, head, book)
            if known is None:
                actor, here[head] = _newcomer(report, _phrase(s, head), _REASON, (taken, found), group, part)
                found[actor.id], mentions[actor.id] = actor, here[head]
            whole = actor.id if known is None else known.actor
            parts[whole] = part
            others += [] if group is None else [_as_group(group, report, whole)]
        standing = tuple(standing_words(s, book))
        for head in (h for h in strangers(parties, book, standing) if h not in here):
            actor, here[head] = _newcomer(report, _phrase(s, head, _ALL_ARTICLES), _STANDS, (taken, found))
            found[actor.id], mentions[actor.id] = actor, here[head]
        parties = parties.joined_by(here) if here else parties
        shares = {k for k in here if is_share_of_people(s, s.words[k], book.counted)}
        for put in put_at(s, book, shares):
            others.append(_as_group(s.chars(put.first, put.last), report, here[put.share].actor or ""))
        for head, meant in pronouns(parties, standing, here).items():
            told = [_as_pronoun(report, s.words[head].span, p.actor) for p in meant]
            others += told
            open_yet = parties.at(head) is None or meant[0].actor in {m.actor for m in here.values()}
            if len(told) == 1 and open_yet and not is_relative(s.words[head]):
                parties = parties.joined_by({head: told[0]})
        joined.append(parties)
    return Counts(joined, found, mentions, parts, others)


def _whose(s: Sentence, head: int, book: StanceBook) -> Span | None:
    """The words for the people whom a bare share or number is of."""
    words = book.counted
    if not (is_share(s, s.words[head], words) or _is_bare_number(s, s.words[head])):
        return None
    if _counted_out(s, s.words[head]) is not None:
        return None

    def is_counting(w: Word) -> bool:
        return is_share(s, w, words) or w.upos == "NUM"

    people = whose_share(s, head, is_counting, book.bare.polls, words.things)
    return None if people is None else group_span(s, people)


def _as_group(span: Span, report: Report, actor: str) -> Mention:
    return Mention(actor, span, span.of(report.text), How.DESCRIPTION, _WHOSE, None, _SURE)


def _newcomer(
    report: Report,
    span: Span,
    reason: str,
    taken: Sequence[Container[str]],
    group: Span | None = None,
    part: str = "",
) -> tuple[Actor, Mention]:
    """A group that nobody knows yet, as an actor and the words for it; ``group`` says of whom it is part."""
    name = " ".join(span.of(report.text).split())
    if group is not None:
        people = " ".join(group.of(report.text).split())
        name = f"{name} {people}" if part == name and not part[-1:].isalpha() else f"{name} of {people}"
    actor = Actor(_new(f"{Cast(report.id).prefix}:{slug(name)}", taken), ActorKind.GROUP, name)
    return actor, Mention(actor.id, span, span.of(report.text), How.DESCRIPTION, reason, None, _SURE)


def _as_pronoun(report: Report, span: Span, actor: str) -> Mention:
    return Mention(actor, span, span.of(report.text), How.PRONOUN, _SAME, None, _SURE)


def counted_over(parties: Parties, word: int, parts: Collection[str]) -> int:
    """The head of the counted group that a word is a part of: in "46 percent of Danes" the Danes are not all.

    ``parts`` are the ids of the counted.
    """
    span = parties.sentence.words[word].span
    groups = (h for h, m in parties.by_head.items() if m.actor in parts and m.span.covers(span))
    return next(groups, word)


def _new(key: str, taken: Sequence[Container[str]]) -> str:
    """An id that nobody has: 46 percent in one poll are others than in the next."""
    found, n = key, 1
    while any(found in ids for ids in taken):
        n += 1
        found = f"{key}-{n}"
    return found


def counted_heads(parties: Parties, words: Counted, text: str) -> Iterator[tuple[int, str]]:
    """The heads of a sentence's counted groups, with the words for how many they are."""
    s, forms = parties.sentence, parties.sentence.forms()
    shown = [w for w in s.words if w.upos == "NUM" or not words.all.isdisjoint(forms[w.i])]
    if not shown:
        return
    unit = next((w for w in shown if is_unit(s, w, words)), None)
    for i in sorted({i for w in shown for i in (w.i, w.head) if i >= 0}):
        w = s.words[i]
        if not _may_be_counted(s, w, words) or _is_only_there(s, w) or _is_excepted(s, w):
            continue
        part = _part(s, w).of(text)
        if unit is not None and _is_bare_number(s, w):
            yield w.i, f"{part} {s.chars(_unit_from(s, unit), unit.i).of(text)}"
        elif (
            not parties.reached(w.i) or not _is_counted(s, w, words) or is_share(s, w, words) or _ratio(s, w)
        ):
            yield w.i, " ".join(part.split())


def _may_be_counted(s: Sentence, w: Word, words: Counted) -> bool:
    lemma, text = w.lemma.lower(), w.text.lower()
    if is_share(s, w, words) or _ratio(s, w) is not None:
        return True
    if w.upos == "NUM":
        single = lemma == "one" and not any(c.text.lower() == "not" for c in s.children(w.i))
        if lemma in words.things and w.deprel not in _SUBJECTS:
            return False  # "an extra *billion* for the bridge"
        return not single and (w.deprel in _SUBJECTS or _is_bare_number(s, w))
    if text in words.none and w.upos in ("PRON", "NOUN"):
        return w.deprel in _SUBJECTS  # "nobody will recognise it"
    if text in words.some and w.upos in ("DET", "PRON", "ADJ", "NOUN"):
        return w.deprel in _SUBJECTS or _of(s, w) is not None
    return w.upos == "NOUN" and lemma not in words.things and _is_counted(s, w, words)


def _is_only_there(s: Sentence, w: Word) -> bool:
    """Whether it is only said that there is such a group: "*there is* a majority for it"."""
    over = [w.i] if w.head < 0 else [w.i, w.head]
    return any(c.deprel == "expl" for i in over for c in s.children(i))


def _is_excepted(s: Sentence, w: Word) -> bool:
    """Whether only the others are meant: "all *but two* of the members"."""
    before = [k.text.lower() for k in s.words[max(w.i - 2, 0) : w.i]]
    return before in (["all", "but"], ["everybody", "but"])


def is_unit(s: Sentence, w: Word, words: Counted) -> bool:
    """Whether a word is the unit of a share that is told: "46 *percent*"."""
    known = w.lemma.lower() in words.units or w.text.lower() in words.units
    return known and any(c.upos == "NUM" for c in s.children(w.i))


def is_share_of_people(s: Sentence, w: Word, words: Counted) -> bool:
    """Whether a word heads a share, or is a number beside one: "46 percent", "two thirds", "43"."""
    if is_share(s, w, words) or _ratio(s, w) is not None:
        return True
    return _is_bare_number(s, w) and any(is_unit(s, k, words) for k in s.words)


def is_share(s: Sentence, w: Word, words: Counted) -> bool:
    """Whether a word heads a share: "46 *percent*", "two *thirds*", "the *rest*"."""
    if is_unit(s, w, words):
        return True
    lemma = w.lemma.lower()
    if w.upos not in ("NOUN", "NUM", "DET", "PRON"):
        return False
    before = (c for c in s.children(w.i) if c.i < w.i)
    fraction = any(c.upos == "NUM" or c.text.lower() in ("a", "one") for c in before)
    return lemma in words.parts or (fraction and lemma in words.fractions)


def _is_bare_number(s: Sentence, w: Word) -> bool:
    """Whether a number stands alone, as where a share was told before: "46 percent for it, *43* against"."""
    return w.upos == "NUM" and w.deprel not in ("nummod", "compound", "flat") and _of(s, w) is None


def _unit_from(s: Sentence, unit: Word) -> int:
    """Where a unit begins: "percent", "per cent"."""
    return unit.i - 1 if unit.i and s.words[unit.i - 1].text.lower() == "per" else unit.i


def _ratio(s: Sentence, w: Word) -> Word | None:
    """The number that a number or noun is counted out of: "four *in ten*", "one respondent *in five*"."""
    if w.upos not in ("NUM", "NOUN") or not _is_number(s, w):
        return None
    behind = (c for c in s.children(w.i) if c.upos == "NUM" and c.i > w.i)
    number = next((c for c in behind if case_of(s, c.i) in ("in", "out of")), None)
    return _counted_out(s, w) or number


def _counted_out(s: Sentence, w: Word) -> Word | None:
    """The people right behind the number that some are counted out of: "four *out of five Danes*".

    The tree takes them for what the number is of, for a second subject, or hangs the number on them.
    """
    texts = [k.text.lower() for k in s.words[w.i + 1 : w.i + 3]]
    number = w.i + (2 if texts[:1] == ["in"] else 3 if texts == ["out", "of"] else 0)
    if w.upos != "NUM" or number == w.i or number + 1 >= len(s.words):
        return None
    group = s.words[number + 1]
    tied = group.head in (w.i, w.head) or w.head == group.i
    return group if s.words[number].upos == "NUM" and tied and _is_people(group) else None


def _is_people(w: Word) -> bool:
    return w.upos in ("NOUN", "PROPN") and (w.feat("Number") == "Plur" or w.upos == "PROPN")


def _is_number(s: Sentence, w: Word) -> bool:
    return w.upos == "NUM" or any(c.upos == "NUM" and c.i < w.i for c in s.children(w.i))


def _is_counted(s: Sentence, noun: Word, words: Counted) -> bool:
    before = [c for c in s.children(noun.i) if c.i < noun.i]
    plural = noun.feat("Number") == "Plur"
    if any(c.text.lower() in words.none for c in before):
        return True
    told = any(c.text.lower() in words.some for c in before if c.deprel in ("det", "amod", "det:predet"))
    return plural and (told or any(c.upos == "NUM" and c.deprel == "nummod" for c in before))


def _of(s: Sentence, w: Word) -> Word | None:
    """Whom a share or a number is of: "46 percent *of Danes*"."""
    behind = (c for c in s.children(w.i) if c.deprel == "nmod" and c.i > w.i)
    return next((c for c in behind if case_of(s, c.i) in ("of", "among")), None)


def _first(s: Sentence, w: Word) -> int:
    """Where the words before a head begin that belong to it."""
    told = (c for c in s.children(w.i) if c.i < w.i)
    told = (c for c in told if c.deprel.split(":")[0] in _BEFORE or c.text in _HYPHENS)
    own = {k for c in told for k in s.subtree(c.i)}
    first = w.i
    while first - 1 in own:
        first -= 1
    return first


def _phrase(s: Sentence, head: int, articles: frozenset[str] = _ARTICLES) -> Span:
    """The words for a counted group, with whom it is of, without article, clauses and afterthoughts."""
    w = s.words[head]
    first, last = _first(s, w), head
    while first < head and s.words[first].text.lower() in articles:  # "a third" keeps its article
        first += 1
    further = _of(s, w) or _ratio(s, w)
    if further is not None:
        last = max(last, further.i)
        under = {
            k
            for c in s.children(further.i)
            if c.deprel.split(":")[0] in _BEHIND and not _tells_side(s, c)
            for k in s.subtree(c.i)
        }
        if further.text.lower() in _THOSE:
            under = set(_told_of_those(s, further))
        while last + 1 in under and last + 1 - first < _LONGEST:
            last += 1
    return s.chars(first, last)


def _tells_side(s: Sentence, c: Word) -> bool:
    """Whether words behind people may tell on which side they are: "38 percent of Danes *for the dam*"."""
    return case_of(s, c.i) in _SIDED or c.lemma.lower() in _FAVOUR


def _told_of_those(s: Sentence, those: Word) -> Iterator[int]:
    """By what *those* are told: "those *asked*", "those *certain to vote*"; a side behind is theirs."""
    told = s.words[those.i + 1] if those.i + 1 < len(s.words) else those
    if told.head != those.i or told.upos not in ("VERB", "ADJ"):
        return
    yield told.i
    deed = next((c for c in s.children(told.i) if c.deprel == "xcomp" and c.i == told.i + 2), None)
    if deed is not None:
        yield from (told.i + 1, deed.i)


def _part(s: Sentence, w: Word) -> Span:
    """The words for how many they are: "two thirds", "most", "several senators", "four in ten"."""
    first, ratio = _first(s, w), _ratio(s, w)
    while first < w.i and s.words[first].text.lower() in _SLIGHT:
        first += 1
    return s.chars(first, w.i if ratio is None else ratio.i)
