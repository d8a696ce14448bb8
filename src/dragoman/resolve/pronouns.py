"""He, she, it and they: agreement, nearness and prominence decide."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.codebook.gazetteer import Gazetteer
from dragoman.record import ActorKind, Span
from dragoman.resolve.captives import DEATH
from dragoman.resolve.persons import Known
from dragoman.resolve.scene import Scene, Seen
from dragoman.values import changed, value

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
PRONOUNS = HE | SHE | IT | THEY | FIRST | SECOND
_ONE = HE | SHE
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_REFLEXIVE_FREE = frozenset({"him", "it", "them", "her"})
_LED_IN = 60  # characters from a speaker to the quotation that his verb opens
_LASTING_BACK = 12  # sentences without another man or woman
_TELLER = -2.0
_CAPTIVE = 2.0
_DEAD = -2.5
_LIKELY = 2.5
_ELSEWHERE = -1.0  # "it" in the midst of a paragraph rather is what the paragraph names
_SAYS_IT = 0.7  # who says what a pronoun does is rather meant than another told of in the sentence
_SAID_BEFORE = 0.8
_OTHER_SPEAKER = -1.3  # who is quoted speaks rather of whom the report is about than of who spoke before
_PLURAL = frozenset({ActorKind.GROUP, ActorKind.FORCE})


@value
class Spot:
    """Where a pronoun stands.

    ``clauses`` are the words that govern it: an object is not the subject of its own clause. ``acts`` says
    that its verb is one of somebody who acts ("it said"); else "it" may be the thing told of last; ``does``
    that it has a verb at all, and not only something that it is. Inside a ``quote`` the subject of the
    sentence around it is the speaker, who would say "I". Those ``barred`` are not meant while anybody else
    may be, and those of ``never`` not even then; ``tells`` says that the verb is one of those who tell of
    others' deeds ("they said"); ``fate`` as what those were taken to whom such things are done ("freed");
    those ``likely`` are meant before the speaker of the sentence, and who ``says`` what the pronoun does
    before others in it. What is ``addressed`` ("urged *it* to go") is somebody though it is an object. Whom
    only ``speech`` names is not the one who says it: "“The general has lost,” *he* said". Who is ``active``
    does something, as no dead man does, but what comes ``under`` the verb of a death ("was shot after *he*
    fled") was done before it.
    """

    sentence: int
    start: int
    clauses: frozenset[int] = frozenset()
    objective: bool = False
    acts: bool = True
    does: bool = True
    quote: Span | None = None
    barred: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    tells: bool = False
    fate: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    speech: tuple[Span, ...] = ()
    active: bool = False
    addressed: bool = False
    under: frozenset[int] = frozenset()


class PronounReader:
    """Resolves the pronouns of one report."""

    def __init__(self, gazetteer: Gazetteer, scene: Scene) -> None:
        self.gazetteer, self.scene = gazetteer, scene

    def read(self, norm: str, spot: Spot) -> Known | None:
        """Whom a third-person pronoun stands for; None if nothing near agrees with it."""
        if spot.barred:
            free = changed(spot, barred=frozenset())
            return self._read(norm, spot) or self._read(norm, free)
        return self._read(norm, spot)

    def _read(self, norm: str, spot: Spot) -> Known | None:
        sentence, start = spot.sentence, spot.start
        if norm in _REFLEXIVE and (own := self._own(norm, spot)) is not None:
            return own
        if norm in IT and spot.objective and not spot.addressed:
            return None
        if norm == "it" and not spot.acts and not spot.does:
            return None  # "how severe it is" says nothing of anybody
        speakers = self._speakers(spot)
        thing = None if spot.acts or norm != "it" else self.scene.thing_before(sentence, start)

        doers = self._doers(spot) if spot.objective and norm in THEY else frozenset()
        joined = self.scene.joined
        nobody = speakers | spot.barred | spot.never
        apart = spot.objective and norm in _REFLEXIVE_FREE  # from the subject of the clause

        def free(seen: Seen) -> bool:
            if seen.start >= start or seen.actor in nobody or (thing is not None and seen.start < thing):
                return False
            if spot.speech and any(said.start <= seen.start < said.end for said in spot.speech):
                return False
            if doers and not doers.isdisjoint(joined.get(seen.actor, ())):
                return False
            return not (apart and seen.subject and seen.sentence == sentence and seen.clause in spot.clauses)

        agrees = self._agreeing(norm)

        def fits(seen: Seen) -> bool:
            return agrees(seen) and free(seen)  # that it agrees is the rarer

        if norm in IT and (owner := self._behind(norm, spot, fits)) is not None:
            return owner
        back = 2 if norm in IT else 3
        found = self.scene.salient(sentence, fits, back, self._surely(norm, spot))
        if found is None and norm in THEY:
            found = self.scene.salient(
                sentence, lambda s: free(s) and s.kind != "person" and not s.place, back=2
            )
        if found is None and norm in _ONE:
            # Whoever was "he" goes on being "he" while nobody else comes up.
            found = self.scene.salient(sentence, fits, _LASTING_BACK)
        if found is None and norm in _ONE:
            agrees = self._agreeing(norm, -_LASTING_BACK)  # a pronoun before may have been read amiss
            found = self.scene.salient(sentence, fits)
        if found is None:
            return None
        if norm in _ONE:
            self.scene.pronounced[found[0], _gender(norm)] += 1
        confidence = 0.8 if found[1] is None else 0.65
        return Known(found[0], f"“{norm}” agrees with what was prominent before", confidence, found[1])

    def _behind(self, norm: str, spot: Spot, fits: Callable[[Seen], bool]) -> Known | None:
        """The state whose minister the sentence tells of, where it names nothing else that "its" may mean."""
        state = self.scene.behind.get(spot.sentence)
        if state is None or state in spot.barred or spot.addressed:
            return None  # nor does a minister urge his own state
        if any(map(fits, self.scene.since(spot.sentence))):
            return None
        return Known(state, f"“{norm}” is the state of whose office holder the sentence tells", 0.7)

    def _doers(self, spot: Spot) -> frozenset[str]:
        """The subjects of the clause: who does something to "them" is none of them."""
        return frozenset(
            s.actor for s in self.scene.since(spot.sentence) if s.subject and s.clause in spot.clauses
        )

    def _own(self, norm: str, spot: Spot) -> Known | None:
        """The subject of the clause, which "himself" means."""
        agrees = self._agreeing(norm)
        found = self.scene.latest(
            lambda s: s.subject and s.clause in spot.clauses and s.start < spot.start and agrees(s),
            since=spot.sentence,
        )
        return None if found is None else Known(found.actor, f"“{norm}” is the subject of the clause", 0.9)

    def _speakers(self, spot: Spot) -> frozenset[str]:
        """The subjects of the sentence around a quotation."""
        if spot.quote is None:
            return frozenset()
        quote = spot.quote
        return frozenset(
            s.actor
            for s in self.scene.seen
            if s.subject
            and (s.sentence == spot.sentence or (s.says and 0 < quote.start - s.start < _LED_IN))
            and not quote.start <= s.start < quote.end
        )

    def _surely(self, norm: str, spot: Spot) -> Callable[[Seen], float]:
        """What it adds that the gender is known and not only possible.

        "They" are rather those who did something than who tells of it: "Rebels fled, the army said".
        """
        wanted = _gender(norm) if norm in _ONE else None
        doers = norm in THEY and not spot.tells
        paragraphs = self.scene.paragraphs
        here = paragraphs.get(spot.sentence) if norm in IT else None
        if here is not None and here != paragraphs.get(spot.sentence - 1):
            here = None  # what opens a paragraph goes back to the one before

        def bonus(seen: Seen) -> float:
            fits = _CAPTIVE if seen.taken in spot.fate else 0.0
            dead = seen.taken == DEATH and (seen.sentence != spot.sentence or seen.clause not in spot.under)
            fits += _DEAD if spot.active and dead else 0.0
            fits += _LIKELY if seen.actor in spot.likely else 0.0
            fits += _SAYS_IT if seen.actor in spot.says else 0.0
            if wanted is None:
                fits += _ELSEWHERE if here is not None and paragraphs.get(seen.sentence) != here else 0.0
                return fits + (_TELLER if doers and seen.teller else 0.0)
            fits += _SAID_BEFORE if seen.says and spot.tells else 0.0
            fits += _OTHER_SPEAKER if seen.says and spot.quote is not None else 0.0
            if (told := self.scene.told_gender(seen.actor)) is not None:
                return fits + (0.7 if told == wanted else 0.0)
            return fits + 0.35 * max(-2, min(self.scene.leaning(seen.actor, wanted), 2))

        return bonus

    def coming(self, norm: str, actor: str) -> Known | None:
        """A man or woman named only after the pronoun: "In *her* speech, *Ann Obi* …"."""
        if norm not in _ONE or self.scene.gender(actor) not in (None, _gender(norm)):
            return None
        return Known(actor, f"“{norm}” is the subject that the sentence names after it", 0.7)

    def _agreeing(self, norm: str, least: int = 0) -> Callable[[Seen], bool]:
        """Whether a mention agrees with a pronoun in number and, where it is known, in gender.

        ``least`` is how much oftener it must have been of that gender so far than of the other.
        """
        if norm not in _ONE:
            return _are_many if norm in THEY else _is_thing
        genders, known = (None, _gender(norm)), dict[str, bool]()

        def is_one(seen: Seen) -> bool:
            if seen.kind is not ActorKind.PERSON or seen.plural:
                return False
            agrees = known.get(seen.actor)  # the same few are named again and again
            if agrees is None:
                agrees = self.scene.gender(seen.actor) in genders
                agrees = known[seen.actor] = agrees and self.scene.leaning(seen.actor, _gender(norm)) >= least
            return agrees

        return is_one


def _are_many(seen: Seen) -> bool:
    return seen.plural or seen.kind in _PLURAL


def _is_thing(seen: Seen) -> bool:
    return seen.kind is not ActorKind.PERSON and not seen.plural


def _gender(norm: str) -> str:
    return "m" if norm in HE else "f"
