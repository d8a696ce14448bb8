"""Private people who deal with each other ("the union and the firm met"): "both sides" are no states then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.codebook.readings import Readings
from dragoman.find.actor_phrase import Phrase
from dragoman.language.joined import with_joined
from dragoman.language.parse import Word
from dragoman.language.prepositions import cases_of
from dragoman.record import ActorKind
from dragoman.resolve.cast import Cast
from dragoman.resolve.phrase_view import View
from dragoman.resolve.scene import Scene, Seen
from dragoman.values import value

_BACK = 3  # sentences back to those who deal with each other
_WITH = frozenset({"with", "against", "from", "by", "between"})
_PRIVATE = frozenset({"BUS", "LAB", "EDU", "MED", "AGR", "SOC", "JRN", "REL", "CVL", "CRM"})
_STRANGER = ""
_PEOPLE = "group:"  # "Americans" stand for their state


@value
class Dealing:
    """The last sentence in which private people deal with each other, and the two where both are known."""

    sentence: int
    two: tuple[str, ...]


NO_DEALING = Dealing(-1, ())


def last_dealing(
    views: Sequence[View], phrase: Phrase, scene: Scene, cast: Cast, readings: Readings
) -> Dealing:
    """Where private people dealt with each other last before "both sides", the phrase of the last view."""
    here = views[-1]
    own = here.word(phrase)
    for view in reversed(views[-1 - _BACK :]):
        if view is not here and _states_deal(scene, view.index + 1):
            return NO_DEALING
        at = {s.word: s for s in scene.since(view.index) if s.sentence == view.index and s.word >= 0}
        headed = {view.tokens[p.head].word for p in view.phrases}
        last = -1 if view is not here or own is None else own.i
        for heads in _deals(view.words, readings):
            if last in heads or (last >= 0 and min(heads) > last):
                continue
            found = [_party(view.words[i], at, headed, cast) for i in heads]
            parties = tuple(dict.fromkeys(p for p in found if p))
            strangers = sum(p == _STRANGER for p in found)
            if len(parties) + strangers > 1 and (strangers > 1 or any(is_private(p, cast) for p in parties)):
                two = len(parties) == 2 and not strangers and not any(_is_state(p, cast) for p in parties)
                return Dealing(view.index, parties if two else ())
    return NO_DEALING


def _states_deal(scene: Scene, sentence: int) -> bool:
    """Whether one state does something to another in a sentence: "Chile accused Peru"."""
    seen = [s for s in scene.since(sentence) if s.sentence == sentence and s.country and not s.place]
    acting = {s.clause: s.country for s in seen if s.subject}
    return any(acting.get(s.clause, s.country) != s.country for s in seen if not s.subject)


def _party(word: Word, at: dict[int, Seen], headed: set[int], cast: Cast) -> str | None:
    """Whoever a word stands for; `_STRANGER` for somebody or something that is no actor here."""
    seen = at.get(word.i)
    if seen is not None:
        return None if seen.place or cast.get(seen.actor) is None else seen.actor
    return _STRANGER if word.upos == "NOUN" and word.i not in headed else None


def is_private(actor: str, cast: Cast) -> bool:
    """Whether somebody is a firm, a union, a church or the like, and neither a state's nor its people."""
    member = cast.get(actor)
    people = actor.startswith(_PEOPLE) and member is not None and member.sector == "CVL"
    return member is not None and member.sector in _PRIVATE and not people


def _is_state(actor: str, cast: Cast) -> bool:
    member = cast.get(actor)
    return member is not None and member.kind is ActorKind.STATE


def _deals(words: Sequence[Word], readings: Readings) -> Iterator[list[int]]:
    """The heads of those who deal with each other, by each verb or noun that tells it, the last first."""
    for w in reversed(words):
        if w.lemma.lower() in readings.bargain_nouns:
            nouns = [w]
        elif w.upos == "VERB" and _dealing(words, w, readings):
            nouns = []
        else:
            continue
        heads: list[int] = []
        for c in words:
            kind = c.deprel.split(":")[0]
            with_it = kind in ("obl", "nmod") and not _WITH.isdisjoint(cases_of(words, c.i))
            acts = not nouns and kind in ("nsubj", "obj") and c.lemma.lower() not in readings.bargain_nouns
            if c.head == w.i and (with_it or acts):
                heads += with_joined(words, c)
        if len(heads) > 1:
            yield heads


def _dealing(words: Sequence[Word], verb: Word, readings: Readings) -> bool:
    """Whether a verb tells that two deal with each other: "sued", "held *talks*", "went to *court*"."""
    if verb.lemma.lower() in readings.clash_verbs | readings.bargain_verbs:
        return True
    below = (w for w in words if w.head == verb.i and w.deprel.split(":")[0] in ("obj", "obl"))
    return any(w.lemma.lower() in readings.bargain_nouns for w in below)
