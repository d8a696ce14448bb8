"""What is only played or told in a plot: the acts of a match report and of a review that nobody did.

One sentence cannot show it: "Perera captured six wickets and threatened the tail". The report can, by the
words of its headline and lead and by how many words of the game it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from dragoman.codebook.genres import Genre, shipped_genres
from dragoman.coding.act import Act
from dragoman.language.parse import Sentence, Word

_LEAD = 3  # sentences of a report, its headline among them, that say what it is about
_STEPS = 4
_DEEP = 8
_ABOUT = frozenset({"nmod", "acl", "acl:relcl", "appos"})
_MORE_THAN_NOW = frozenset({"have", "will", "would", "shall"})
# Verbs whose past is as their present.
_SAME = frozenset(
    {
        "beat",
        "burst",
        "cast",
        "cut",
        "hit",
        "hurt",
        "let",
        "put",
        "quit",
        "rid",
        "set",
        "shed",
        "shut",
        "split",
        "spread",
    }
)


def genre_of(sentences: Sequence[Sentence]) -> Genre | None:
    """The genre of a report of these sentences, if it is of one."""
    if len(sentences) < _LEAD:
        return None
    for genre in shipped_genres():
        if any(not genre.heads.isdisjoint(s.written()) for s in islice(sentences, _LEAD)):
            found = frozenset().union(*(genre.words & s.written() for s in sentences))
            if len(found) >= genre.least:
                return genre
    return None


def played_by_itself(s: Sentence, act: Act) -> str | None:
    """Why an act of a sentence is part of a game or a plot, by the words of the sentence alone."""
    for genre in shipped_genres():
        if not genre.signs.isdisjoint(s.written()) and genre.unless.isdisjoint(s.written()):
            return f"{act.event}: {genre.means} ({genre.id})"
        if (score := _score(genre, s)) is not None:
            return f"{act.event}: {genre.means} (“{score.text}” and a score)"
        if genre.works.isdisjoint(s.written()) or act.event not in genre.types:
            continue
        work = _work_over(genre, s, act.trigger)
        if work is not None and _in_the_present(s, act.trigger):
            return f"{act.event}: {genre.means} (“{work.text}” tells it)"
    return None


def _score(genre: Genre, s: Sentence) -> Word | None:
    """The verb that tells how a game ended: "*beat* them 3-1", "*lost* by three goals"."""
    written = s.written()
    if genre.contests.isdisjoint(written) or not genre.ballots.isdisjoint(written):
        return None
    ended = (w for w in s.words if w.upos == "VERB" and w.lemma in genre.contests)
    return next(
        (w for w in ended if any(_is_score(s, c) or _is_margin(genre, s, c) for c in s.children(w.i))), None
    )


def _is_score(s: Sentence, c: Word) -> bool:
    """Whether a number is the first of two with a dash between: "3-1"."""
    after = s.words[c.i + 1 : c.i + 3]
    return c.upos == "NUM" and [w.text for w in after[:1]] in (["-"], ["–"]) and after[-1].upos == "NUM"


def _is_margin(genre: Genre, s: Sentence, c: Word) -> bool:
    return c.lemma in genre.margins and any(k.text.lower() == "by" for k in s.children(c.i))


def _work_over(genre: Genre, s: Sentence, i: int) -> Word | None:
    """The work that tells of a word: "in the *novel* he is shot", "a *film* about a general who flees"."""
    w = s.words[i]
    for _ in range(_DEEP):
        over = s.words[w.head] if w.head >= 0 else None
        if over is not None and over.lemma in genre.works and w.deprel in _ABOUT:
            return over
        if w.upos == "VERB" and w.lemma in genre.showing:
            return None
        for c in s.children(w.i):
            told = c.deprel == "nsubj" and c.i < i and w.i != i
            within = c.deprel == "obl" and any(k.text.lower() == "in" for k in s.children(c.i))
            if c.lemma in genre.works and (told or within):
                return c
        if over is None:
            return None
        w = over
    return None


def is_played(genre: Genre, s: Sentence, act: Act) -> bool:
    """Whether an act of a sentence is part of the game or the plot that the report tells."""
    if act.event not in genre.types or not genre.unless.isdisjoint(s.written()):
        return False
    return not genre.present or _in_the_present(s, act.trigger)


def _in_the_present(s: Sentence, i: int) -> bool:
    """Whether the clause of a word is told in the plain present: "seizes the ford", "is shot"."""
    w = s.words[i]
    for _ in range(_STEPS):
        helpers = [c for c in s.children(w.i) if c.deprel.startswith(("aux", "cop"))]
        if any(c.lemma in _MORE_THAN_NOW or c.feat("Tense") == "Past" for c in helpers):
            return False
        if helpers or _is_finite(w):
            return bool(helpers) or _is_present(w)
        if w.head < 0:
            return False
        w = s.words[w.head]
    return False


def _is_present(w: Word) -> bool:
    """By its form, which is surer than what the tagger says of it: "seizes", "seize", but not "hit"."""
    text = w.text.lower()
    if text == w.lemma and text in _SAME:
        return w.feat("Tense") == "Pres"
    return text == w.lemma or text.endswith("s")


def _is_finite(w: Word) -> bool:
    return w.upos in ("VERB", "AUX") and w.feat("VerbForm") == "Fin"
