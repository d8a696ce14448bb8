"""The questions on which actors take a stand: ``codebooks/positions/*.yaml``, checked line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.codebook.yamlfile import Fields, Node, load_yaml, yaml_files
from dragoman.record import ActorKind, Stance

SHIPPED = Path(__file__).parent.parent / "codebooks" / "positions"
OBJECTS = ("required", "optional", "none")
_ATTITUDES = "attitudes.yaml"
_ALOOF = ("verbs", "nouns", "adjectives", "only-of", "closing", "prepositions", "adjuncts")
_TOLD = ("voicing", "avowing")
_CLEFTS = ("opening", "wanting", "barring", "bearing")
_CARRIED = ("nouns", "for", "against")
_DENIED = ("neutral", "no-longer", "silent")
_DENYING = ("adverbs", "beside", "nobody")
_DEMANDING = (
    "with-modal",
    "verbs",
    "convinced",
    "modals",
    "claiming",
    "leave",
    "calling",
    "bidding",
    "looking-at",
    "granting",
)
_WISHES = ("verbs", "would", "seeing", "undone", "ending", "keeping", "scrapping", "going", "curious")
_BARE = ("bound", "binding", "vague", "serving", "polls", "adverbs", "firm", "times")
_UNDECIDED = (
    "reflexive",
    "wavering",
    "contenders",
    "known",
    "deciding",
    "telling",
    "siding",
    "asking",
    "keeping",
    "quarrels",
    "sides",
    "camps",
    "prepositions",
    "withheld",
    "minding",
    "doing",
    "avoiding",
    "willing",
    "fighting",
)
_GIVEN_UP = ("nouns", "ideas", "verbs", "holding")
_CONVICTIONS = ("verbs", "harming", "barring")
_BACKED = ("having", "from", "coming", "scant")
_LINES = ("nouns", "doing", "being")
_WORDED = ("verbs", "adjectives", "nouns")
_SHORT_SIDES = ("states", "answers", "measured")
_SHORT = ("remaining", "answering", "voting", "leading")
_COUNTED = ("units", "fractions", "parts", "some", "none", "things")
_STRANGERS = ("groups", "those", "things")
_ALIKE = ("verbs", "of", "nouns", "same", "other", "saying", "thinking", "like")
_UNACCEPTED = ("accepting", "letting", "having", "refusing", "without")
_OVER_OBJECTIONS = ("objecting", "despite", "wishing", "against", "agreeing", "having")
_SETS = (
    "aside",
    "vague",
    "lasts",
    "of-a-day",
    "days",
    "once",
    "plain",
    "clear",
    "said-of-later",
    "before",
    "many-sided",
    "turns",
    "through",
    "unreal",
    "collectives",
    "quantifiers",
    "echoes",
    "joins",
    "joins-now",
    "eyes",
    "sharing",
    "alongside",
    "siding",
    "matters",
    "stand-ins",
    "of-a-matter",
    "any-matter",
    "views",
    "discarding",
    "told-apart",
    "calling-for",
    "papers",
    "any-kind",
)


@dataclass(frozen=True, slots=True)
class StanceExample:
    """A sentence with the one position that it states; ``line`` is the file's."""

    text: str
    holder: str
    question: str
    stance: Stance
    line: int


@dataclass(frozen=True, slots=True)
class Topic:
    """Words that name a question: verbs whose act takes a stand, or nouns over which one is taken.

    ``object`` are the positions at which the thing asked about stands; ``keep`` are the modifiers that
    belong to the question's name ("arms embargo"); ``of`` are the nouns that must govern the topic ("use of
    force"); ``named`` asks for a proper name. A ``lasting`` topic takes a stand only where its word is told
    as going on, a ``passing`` one, a matter of the day, only where the stand on it is. What it is ``among``
    are things that last by themselves, ``also`` those that last with its words alone ("asked for *a third*").
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    object: tuple[str, ...]
    stance: Stance
    against: frozenset[str]
    excluded: dict[str, frozenset[str]]
    keep: frozenset[str]
    of: frozenset[str]
    only_under: frozenset[str]
    needs_modifier: frozenset[str]
    without_modifier: frozenset[str]
    object_kinds: frozenset[ActorKind]
    named: bool
    things: bool
    lasting: bool
    passing: bool
    settled: bool
    parting: bool
    owned: bool
    complement: frozenset[str]
    particle: frozenset[str]
    among: frozenset[str]
    also: frozenset[str]
    clause: bool
    would: bool
    person: bool
    sure: bool
    phrase: str


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question: its phrase, whether it needs an object, its own words for and against.

    Those of its words that are ``deeds`` only say which way a stand is: who lifted the ban has done so,
    who wants to lift it stands against it. An ``open`` one takes whatever a standing attitude falls upon,
    where no other question does.
    """

    name: str
    definition: str
    object: str
    topics: tuple[Topic, ...]
    attitudes: dict[str, Stance]
    deeds: frozenset[str]
    examples: tuple[StanceExample, ...]
    counter: tuple[str, ...]
    path: Path
    open: bool = False


@dataclass(frozen=True, slots=True)
class Aloof:
    """The words of those who keep out of a quarrel: "*took* no *side* *in* it", "is *neutral*".

    ``only_of`` are adjectives that say so only where it stands there of what: "silent on the plan"; those of
    ``closing`` do so at the end of their clause as well: "Chad is *unsure*". Behind a preposition
    ``adjuncts`` only tell when or how.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    only_of: frozenset[str]
    closing: frozenset[str]
    prepositions: frozenset[str]
    adjuncts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Denied:
    """What is left of a stand when its word is denied: the other side, but for these, neither or none.

    "no longer insists on it" is neutral, "has not ruled out talks" and "did not demand it" are silent; so is
    "does not oppose the deal", but for "*no longer* opposes it".
    """

    neutral: frozenset[str]
    no_longer: frozenset[str]
    silent: frozenset[str]


@dataclass(frozen=True, slots=True)
class Denying:
    """What denies: adverbs ("*not*"), words beside a noun or a verb ("*no* state"), and *nobody*.

    ``all`` are those that may deny a verb, from beside it or from beside its object.
    """

    adverbs: frozenset[str]
    beside: frozenset[str]
    nobody: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Carried:
    """Papers that hold what is to be done, and verbs that are for or against that: "*tabled* a *bill*"."""

    nouns: frozenset[str]
    for_it: frozenset[str]
    against_it: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """The words of wishes about what becomes of a thing.

    Verbs of wishing, those that are one only under *would*, verbs that only stand between ("wants to *see*
    it lifted"), and the predicates that leave nothing of a thing, as they are and behind *to*; beside one of
    ``going`` a thing that should go goes on ("should go *ahead*"). Whoever *would* do with a thing what
    a verb of ``keeping`` or ``scrapping`` tells wishes it so. Who wants to do what is ``curious`` wants
    an answer or a meeting, which is no matter ("would like to *know* who pays").
    """

    verbs: frozenset[str]
    would: frozenset[str]
    seeing: frozenset[str]
    undone: frozenset[str]
    ending: frozenset[str]
    keeping: frozenset[str]
    scrapping: frozenset[str]
    going: frozenset[str]
    curious: frozenset[str]


@dataclass(frozen=True, slots=True)
class Demanding:
    """The verbs under which a clause says what ought to be: those that need a modal there, and the others.

    So do adjectives of the ``convinced``. Under those of ``claiming`` a word of ``leave`` will do: what *may*
    not be ought not to be. Behind those of ``calling`` an infinitive says it, those of ``bidding`` tell whom
    to do what, other than only to look at a thing (``looking_at``); what one of ``granting`` does to a thing
    lasts whatever the thing is. ``nouns`` name what is demanded by its verb: withdraw, withdrawal.
    """

    with_modal: frozenset[str]
    verbs: frozenset[str]
    convinced: frozenset[str]
    modals: frozenset[str]
    claiming: frozenset[str]
    leave: frozenset[str]
    calling: frozenset[str]
    bidding: frozenset[str]
    looking_at: frozenset[str]
    granting: frozenset[str]
    nouns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What somebody holds a thing to be: words under which that is told, and predicates that take a stand.

    ``sides`` are predicates for or against their subject, ``due`` those for what a clause tells, with the
    prepositions behind them, ``beyond`` nouns that are against it behind theirs ("*out of* the question").
    ``telling`` verbs only say so; under those of ``holding`` it is a conviction. Those of ``judging`` have it
    of a deed ("considers it *wrong* to sell").
    """

    holding: frozenset[str]
    telling: frozenset[str]
    judging: frozenset[str]
    sides: dict[str, Stance]
    due: dict[str, tuple[str, ...]]
    beyond: dict[str, tuple[str, ...]]
    predicates: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """The words by which people are only counted: "46 *percent*", "two *thirds*", "the *rest*", "*several*".

    ``none`` count nobody ("no state"); ``things`` are nouns that are counted and are never somebody. One of
    ``all`` must stand there, or a number.
    """

    units: frozenset[str]
    fractions: frozenset[str]
    parts: frozenset[str]
    some: frozenset[str]
    none: frozenset[str]
    things: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Strangers:
    """Nouns for those who may stand somewhere though no list knows them: a league, growers, "*those* who".

    ``things`` are among the nouns that a report comes back to and stand for nothing that has a view.
    """

    groups: frozenset[str]
    those: frozenset[str]
    things: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alike:
    """The words of views like another's: "*takes* the *same view*", "is *of* the *opposite* opinion"."""

    verbs: frozenset[str]
    of: frozenset[str]
    nouns: frozenset[str]
    same: frozenset[str]
    other: frozenset[str]
    saying: frozenset[str]
    thinking: frozenset[str]
    like: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """The words without one of which nobody is told to think like another."""
        return self.nouns | self.same | self.other | self.like


@dataclass(frozen=True, slots=True)
class Undecided:
    """The words of those who have no stand yet: "has not *decided*", "is *in two minds* about it".

    ``states`` are nouns with their prepositions ("in two minds"), ``minds`` verbs with what they do not make
    up or form, ``reflexive`` those of committing oneself, ``deciding`` those that need no more, ``telling``
    those that need a question: with one of ``siding`` ("has not said how he will *vote*"), or, of the polled,
    none; with one of ``minding`` they ask whoever stands for their own mind, with one of ``doing`` what they
    will do ("has not said whether it will *sign*"). To be ``avoiding`` a thing, or not ``willing`` to do it,
    is to leave it undone; ``fighting`` is the other side of backing a thing. Whoever is ``keeping`` out of
    one of the ``quarrels``, or supports neither of the ``sides``, has none; ``withheld`` is what is *yet* to
    be decided. Who backs none of the ``contenders``, is ``wavering``, or has not made a position ``known``,
    has none either.
    """

    states: dict[str, tuple[str, ...]]
    minds: dict[str, tuple[str, ...]]
    reflexive: frozenset[str]
    wavering: frozenset[str]
    contenders: frozenset[str]
    known: frozenset[str]
    deciding: frozenset[str]
    telling: frozenset[str]
    siding: frozenset[str]
    asking: frozenset[str]
    keeping: frozenset[str]
    quarrels: frozenset[str]
    sides: frozenset[str]
    camps: frozenset[str]
    prepositions: frozenset[str]
    withheld: frozenset[str]
    minding: frozenset[str]
    doing: frozenset[str]
    avoiding: frozenset[str]
    willing: frozenset[str]
    fighting: frozenset[str]
    verbs: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class GivenUp:
    """The words of those who give up what they stood for: "gave up its *demand* for a vote", "*dropped* it".

    ``nouns`` name a stand of their own, ``ideas`` what was theirs, which ``verbs`` and *give up* leave. To do
    one of ``holding`` to a thing no longer is to give it up, too.
    """

    nouns: frozenset[str]
    ideas: frozenset[str]
    verbs: frozenset[str]
    holding: frozenset[str]


@dataclass(frozen=True, slots=True)
class Convictions:
    """The words of those who hold a thing so: what is ``harming`` they are against, or ``barring`` it."""

    verbs: frozenset[str]
    harming: frozenset[str]
    barring: frozenset[str]


@dataclass(frozen=True, slots=True)
class Short:
    """The words of stands in short: states ("is *opposed*"), answers ("says *no*"), what polls measure.

    ``remaining`` verbs have a state behind them, ``answering`` ones an answer; of these the ``voting`` tell a
    stand only where they look ahead; those ``leading`` a campaign for an answer want it. ``measured`` nouns
    have a share behind: "*support* at 47 percent".
    """

    states: dict[str, Stance]
    answers: dict[str, Stance]
    measured: dict[str, Stance]
    remaining: frozenset[str]
    answering: frozenset[str]
    voting: frozenset[str]
    leading: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that tell the side of a stand of which the network sees only whose it is and on what.

    Verbs and adjectives take it by themselves ("*decried* it", "is *scathing* about it"), nouns also under
    a light verb, one of ``voicing`` without saying on what ("*raised* objections").
    """

    verbs: dict[str, Stance]
    adjectives: dict[str, Stance]
    nouns: dict[str, Stance]
    voicing: frozenset[str]
    avowing: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All of these words."""
        return frozenset((*self.verbs, *self.adjectives, *self.nouns))


@dataclass(frozen=True, slots=True)
class Unaccepted:
    """What somebody will not have be: "does not *accept* that …", "will not *let* it rise", "*have* a wall".

    Those of ``accepting`` take a clause, ``letting`` ones a thing and what it is to do, ``having`` ones a
    thing alone too, but for those of ``without``; who does ``refusing`` will not do so either.
    """

    accepting: frozenset[str]
    letting: frozenset[str]
    having: frozenset[str]
    refusing: frozenset[str]
    without: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class OverObjections:
    """Over whose objections something is done: nouns for these behind prepositions of ``despite``.

    Wishes that it is done ``against`` are objections too; with nouns of ``agreeing`` it is done *with* them.
    """

    objecting: frozenset[str]
    despite: frozenset[str]
    wishing: frozenset[str]
    against: frozenset[str]
    agreeing: frozenset[str]
    having: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Purposes:
    """Nouns that tell behind *in* for or against what something is done, and prepositions before that."""

    nouns: dict[str, Stance]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clefts:
    """Words of a stand whose matter is named last: "*what* Chad *wants* is a port".

    ``opening`` ones begin it. Those of ``wanting`` are for the thing, or against it where denied, those of
    ``barring`` against it, and those of ``bearing`` against it where denied.
    """

    opening: frozenset[str]
    wanting: frozenset[str]
    barring: frozenset[str]
    bearing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lines:
    """Nouns for what somebody stands for ("its *line* is neutrality"), and verbs beside *be* that tell it.

    Those of ``doing`` are a stand also where they are to do something: an aim would be a plan.
    """

    nouns: frozenset[str]
    doing: frozenset[str]
    being: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bare:
    """Sides that are told without a verb: "46 percent *in favour*", "unions *against* the plan".

    ``sides`` are the words of each in a row, the longest first, with None for *not*, and ``first`` their
    first words. Behind those of ``bound`` what the stand is on takes one of ``binding``. ``vague`` ones say
    nothing beside a share ("lost 2 percent *against* the euro") unless a word of ``polls`` is near, and
    ``serving`` ones may tell whom one serves. ``adverbs`` may stand between, and the ``firm`` ones say
    that a side is taken wherever they stand before it; nobody stands for ``times``.
    """

    sides: tuple[tuple[tuple[str, ...], Stance | None], ...]
    first: frozenset[str]
    bound: frozenset[str]
    binding: frozenset[str]
    vague: frozenset[str]
    serving: frozenset[str]
    polls: frozenset[str]
    adverbs: frozenset[str]
    firm: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Backed:
    """Nouns of a stand that its thing has or meets, verbs of having it, prepositions before whose it is.

    ``scant`` are words by which there is next to none of it; ``predicates`` tell what a thing is to somebody.
    By a verb of ``coming`` the noun itself is the subject: "opposition to it *comes from* Chad".
    """

    nouns: dict[str, Stance]
    predicates: dict[str, Stance]
    having: frozenset[str]
    whose: frozenset[str]
    coming: frozenset[str]
    scant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase that tells a stand behind one of its verbs: "*sits* on the fence", "*want* none of it".

    An ``open`` one ends before what it is on ("none of"); others may have that behind a preposition,
    and where one ``needs_thing`` it must stand there.
    """

    row: tuple[str, ...]
    stance: Stance
    verbs: frozenset[str]
    open: bool
    needs_thing: bool


@dataclass(frozen=True, slots=True)
class StanceBook:
    """Every question, and the words that take a stand whatever the question.

    ``topics`` are the questions' topics by whether they are verbs (or adjectives) and by lemma;
    ``topic_words`` are those lemmas, to see at once that a word is none, ``persons`` call who stands so.
    ``opinions`` are nouns for what somebody thinks, ``lasting_things`` those for things that outlast the day,
    ``no_parties`` those of them that nobody acts by (a bill, not a league);
    ``replies`` are verbs that answer a stand without more ("*disagrees*"), some only where they stand
    ``replies_under`` another ("*begs to differ*"); ``manners`` phrases only tell how one is taken.
    """

    questions: tuple[Question, ...]
    topics: dict[tuple[bool, str], tuple[tuple[Question, Topic], ...]]
    topic_words: frozenset[str]
    persons: frozenset[str]
    attitudes: dict[str, Stance]
    prepositional: frozenset[str]
    prepositions: dict[str, Stance]
    against_with: dict[str, frozenset[str]]
    aside: frozenset[str]
    vague: frozenset[str]
    lasts: frozenset[str]
    of_a_day: frozenset[str]
    days: frozenset[str]
    once: frozenset[str]
    plain: frozenset[str]
    clear: frozenset[str]
    said_of_later: frozenset[str]
    before: frozenset[str]
    many_sided: frozenset[str]
    turns: frozenset[str]
    through: frozenset[str]
    unreal: frozenset[str]
    collectives: frozenset[str]
    quantifiers: frozenset[str]
    echoes: frozenset[str]
    joins: frozenset[str]
    joins_now: frozenset[str]
    eyes: frozenset[str]
    sharing: frozenset[str]
    alongside: frozenset[str]
    siding: frozenset[str]
    matters: frozenset[str]
    stand_ins: frozenset[str]
    of_a_matter: frozenset[str]
    any_matter: frozenset[str]
    views: frozenset[str]
    discarding: frozenset[str]
    told_apart: frozenset[str]
    calling_for: frozenset[str]
    papers: frozenset[str]
    any_kind: frozenset[str]
    carried: Carried
    wishes: Wishes
    denied: Denied
    denying: Denying
    aloof: Aloof
    counted: Counted
    strangers: Strangers
    alike: Alike
    bare: Bare
    short: Short
    worded: Worded
    replies: dict[str, Stance]
    replies_under: dict[str, frozenset[str]]
    purposes: Purposes
    unaccepted: Unaccepted
    over_objections: OverObjections
    clefts: Clefts
    backed: Backed
    lines: Lines
    undecided: Undecided
    given_up: GivenUp
    convictions: Convictions
    demanding: Demanding
    verdicts: Verdicts
    opinions: frozenset[str]
    lasting_things: frozenset[str]
    no_parties: frozenset[str]
    manners: tuple[tuple[str, ...], ...]
    idioms: tuple[Idiom, ...]
    idiom_words: frozenset[str]
    lemmas: frozenset[str]


def load_stances(folder: Path = SHIPPED) -> StanceBook:
    """The questions of a folder: one file each, and ``attitudes.yaml`` for the words they share.

    Raises:
        CodebookError: naming file and line of an unknown or missing key.
    """
    questions = tuple(_question(load_yaml(p)) for p in yaml_files(folder) if p.name != _ATTITUDES)
    with Fields(load_yaml(folder / _ATTITUDES)) as f:
        with Fields(f.need("by-preposition")) as by:
            prepositional = frozenset(by.need("words").texts())
            prepositions = {w: s for s in (Stance.FOR, Stance.AGAINST) for w in by.need(s.value).texts()}
        attitudes = {w: s for s in Stance for w in _lemmas(f.need(s.value))}
        against_with = {k: frozenset(v.texts()) for k, v in f.need("against-with").mapping().items()}
        with Fields(f.need("aloof")) as a:
            aloof = Aloof(*(frozenset(a.need(key).texts()) for key in _ALOOF))
        with Fields(f.need("counted")) as k:
            counting = {key: frozenset(k.need(key).texts()) for key in _COUNTED}
            people = frozenset().union(*(words for key, words in counting.items() if key != "things"))
            counted = Counted(all=people, **counting)
        with Fields(f.need("strangers")) as g:
            strangers = Strangers(*(frozenset(g.need(key).texts()) for key in _STRANGERS))
        with Fields(f.need("alike")) as e:
            alike = Alike(*(frozenset(e.need(key).texts()) for key in _ALIKE))
        with Fields(f.need("bare")) as b:
            bare = _bare(b)
        with Fields(f.need("backed")) as v:
            sides = {w: s for s in (Stance.FOR, Stance.AGAINST) for w in v.need(s.value).texts()}
            predicates = _sides(v.need("predicates"))
            backed = Backed(sides, predicates, *(frozenset(v.need(key).texts()) for key in _BACKED))
        with Fields(f.need("lines")) as line:
            lines = Lines(*(frozenset(line.need(key).texts()) for key in _LINES))
        with Fields(f.need("convictions")) as c:
            convictions = Convictions(*(frozenset(c.need(key).texts()) for key in _CONVICTIONS))
        with Fields(f.need("undecided")) as u:
            undecided = _undecided(u)
        with Fields(f.need("given-up")) as g:
            given_up = GivenUp(*(frozenset(g.need(key).texts()) for key in _GIVEN_UP))
        with Fields(f.need("short")) as h:
            states, answers, measured = (_sides(h.need(key)) for key in _SHORT_SIDES)
            remaining, answering, voting, leading = (frozenset(h.need(key).texts()) for key in _SHORT)
            shown = frozenset(states.keys() | answers.keys() | measured.keys())
            short = Short(states, answers, measured, remaining, answering, voting, leading, shown)
        with Fields(f.need("worded")) as o:
            verbs, adjectives, named = (_sides(o.need(key)) for key in _WORDED)
            worded = Worded(verbs, adjectives, named, *(frozenset(o.need(key).texts()) for key in _TOLD))
        with Fields(f.need("purposes")) as p:
            aims = {w: s for s in (Stance.FOR, Stance.AGAINST) for w in p.need(s.value).texts()}
            purposes = Purposes(aims, frozenset(p.need("prepositions").texts()))
        with Fields(f.need("unaccepted")) as z:
            refused = {key: frozenset(z.need(key).texts()) for key in _UNACCEPTED}
            shown = refused["accepting"] | refused["letting"] | refused["having"]
            unaccepted = Unaccepted(all=shown, **refused)
        with Fields(f.need("over-objections")) as z:
            sets_apart = {key: frozenset(z.need(key).texts()) for key in _OVER_OBJECTIONS}
            told_apart = sets_apart["objecting"] | sets_apart["wishing"] | sets_apart["agreeing"]
            over_objections = OverObjections(nouns=told_apart, **sets_apart)
        with Fields(f.need("clefts")) as x:
            clefts = Clefts(*(frozenset(x.need(key).texts()) for key in _CLEFTS))
        with Fields(f.need("carried")) as c:
            carried = Carried(*(frozenset(c.need(key).texts()) for key in _CARRIED))
        with Fields(f.need("wishes")) as w:
            wishes = Wishes(*(frozenset(w.need(key).texts()) for key in _WISHES))
        with Fields(f.need("denied")) as n:
            denied = Denied(*(frozenset(n.need(key).texts()) for key in _DENIED))
        with Fields(f.need("denying")) as y:
            adverbs, beside, nobody = (frozenset(y.need(key).texts()) for key in _DENYING)
            denying = Denying(adverbs, beside, nobody, adverbs | beside)
        with Fields(f.need("demanding")) as d:
            nouns = {k: v.text() for k, v in d.need("nouns").mapping().items()}
            wanting = {k.replace("-", "_"): frozenset(d.need(k).texts()) for k in _DEMANDING}
            demanding = Demanding(nouns=nouns, **wanting)
        with Fields(f.need("verdicts")) as v:
            verdicts = _verdicts(v)
        replies = _sides(f.need("replies"))
        replies_under = {k: frozenset(v.texts()) for k, v in f.need("replies-under").mapping().items()}
        idioms = tuple(_idiom(n) for n in f.need("idioms").items())
        manners = tuple(tuple(row.split()) for row in f.need("manners").texts())
        sets = {key.replace("-", "_"): frozenset(f.need(key).texts()) for key in _SETS}
    kept = (aloof.verbs, aloof.nouns, demanding.with_modal, demanding.verbs)
    more = frozenset().union(
        *kept, wishes.verbs, wishes.would, wishes.seeing, verdicts.holding, verdicts.judging
    )
    more |= clefts.wanting | clefts.barring | clefts.bearing
    more |= (
        lines.nouns
        | lines.being
        | unaccepted.all
        | over_objections.nouns
        | carried.nouns
        | carried.for_it
        | carried.against_it
        | worded.all
    )
    known = {w for q in questions for t in q.topics for w in (*t.verbs, *t.nouns)}
    known |= {w for q in questions for w in q.attitudes} | attitudes.keys() | prepositional
    topics = _by_lemma(questions)
    lasting = sets["matters"].union(*(t.among for q in questions if q.open for t in q.topics))
    return StanceBook(
        questions=questions,
        topics=topics,
        topic_words=frozenset(lemma for _, lemma in topics),
        persons=frozenset(n for q in questions for t in q.topics if t.person for n in t.nouns),
        attitudes=attitudes,
        prepositional=prepositional,
        prepositions=prepositions,
        against_with=against_with,
        carried=carried,
        wishes=wishes,
        denied=denied,
        denying=denying,
        aloof=aloof,
        counted=counted,
        strangers=strangers,
        alike=alike,
        bare=bare,
        short=short,
        worded=worded,
        replies=replies,
        replies_under=replies_under,
        purposes=purposes,
        unaccepted=unaccepted,
        over_objections=over_objections,
        clefts=clefts,
        backed=backed,
        lines=lines,
        undecided=undecided,
        given_up=given_up,
        convictions=convictions,
        demanding=demanding,
        verdicts=verdicts,
        opinions=alike.nouns | sets["echoes"],
        lasting_things=lasting,
        no_parties=lasting - strangers.groups,
        manners=manners,
        idioms=idioms,
        idiom_words=frozenset(max(one.row, key=len) for one in idioms),
        lemmas=frozenset(known.union(*sets.values(), more)),
        **sets,
    )


def _undecided(f: Fields) -> Undecided:
    states, minds = ({k: v.texts() for k, v in f.need(m).mapping().items()} for m in ("states", "minds"))
    sets = {key: frozenset(f.need(key).texts()) for key in _UNDECIDED}
    verbs = sets["reflexive"] | sets["deciding"] | sets["telling"] | minds.keys()
    shown = frozenset(states) | sets["keeping"] | {"neither", "either", "against", "part"}
    shown |= sets["wavering"] | sets["contenders"]
    return Undecided(states=states, minds=minds, verbs=verbs, all=shown, **sets)


def _verdicts(f: Fields) -> Verdicts:
    sides = {w: s for s in (Stance.FOR, Stance.AGAINST) for w in f.need(s.value).texts()}
    due = {k: v.texts() for k, v in f.need("due").mapping().items()}
    holding, telling, judging = (frozenset(f.need(key).texts()) for key in ("holding", "telling", "judging"))
    beyond = {k: v.texts() for k, v in f.need("beyond").mapping().items()}
    return Verdicts(holding, telling, judging, sides, due, beyond, frozenset((*sides, *due, *beyond)))


def _idiom(node: Node) -> Idiom:
    with Fields(node) as f:
        stance = Stance(f.choice("stance", tuple(Stance)) or f.need("stance").text())
        verbs = frozenset(f.need("verbs").texts())
        return Idiom(
            tuple(f.need("row").text().split()), stance, verbs, f.flag("open"), f.flag("needs-thing")
        )


def _sides(node: Node) -> dict[str, Stance]:
    return {w: Stance(side) for side, words in node.mapping().items() for w in words.texts()}


def _bare(f: Fields) -> Bare:
    told: dict[str, Stance | None] = {w: s for s in Stance for w in f.need(s.value).texts()}
    told |= dict.fromkeys(f.need("turned").texts())
    sides = tuple((tuple(w.split()), told[w]) for w in sorted(told, key=len, reverse=True))
    sets = (frozenset(f.need(key).texts()) for key in _BARE)
    return Bare(sides, frozenset(words[0] for words, _ in sides), *sets)


def _by_lemma(questions: Iterable[Question]) -> dict[tuple[bool, str], tuple[tuple[Question, Topic], ...]]:
    found: dict[tuple[bool, str], list[tuple[Question, Topic]]] = {}
    for question in questions:
        for topic in question.topics:
            for verbal, lemmas in ((True, topic.verbs), (False, topic.nouns)):
                for lemma in lemmas:
                    found.setdefault((verbal, lemma), []).append((question, topic))
    return {key: tuple(topics) for key, topics in found.items()}


@lru_cache(maxsize=1)
def shipped_stances() -> StanceBook:
    """The questions that come with the package, read once."""
    return load_stances()


def _lemmas(node: Node) -> tuple[str, ...]:
    with Fields(node) as f:
        return (*f.texts("verbs"), *f.texts("nouns"), *f.texts("adjectives"))


def _question(node: Node) -> Question:
    with Fields(node) as f:
        f.need("label")
        phrase = f.need("question").text()
        topics = [_topic(n, phrase, "verbs") for n in f.items("acts")]
        topics += [_topic(n, phrase, "nouns") for n in f.items("topics")]
        return Question(
            name=node.path.stem,
            definition=f.need("definition").text().strip(),
            object=f.choice("object", OBJECTS, "required") or "required",
            topics=tuple(topics),
            attitudes={w: s for s in (Stance.FOR, Stance.AGAINST) for w in f.texts(s.value)},
            deeds=frozenset(f.texts("deeds")),
            examples=tuple(_example(n) for n in f.need("examples").items()),
            counter=f.need("counter").texts(),
            path=node.path,
            open=f.flag("open"),
        )


def _topic(node: Node, phrase: str, words: str) -> Topic:
    with Fields(node) as f:
        lemmas = frozenset(f.need(words).texts())
        without = f.get("without")
        return Topic(
            verbs=lemmas if words == "verbs" else frozenset(),
            nouns=lemmas if words == "nouns" else frozenset(),
            object=f.texts("object"),
            stance=Stance(f.choice("stance", tuple(Stance), Stance.FOR.value) or Stance.FOR.value),
            against=frozenset(f.texts("against")),
            excluded={k: frozenset(v.texts()) for k, v in without.mapping().items()} if without else {},
            keep=frozenset(f.texts("keep")),
            of=frozenset(f.texts("of")),
            only_under=frozenset(f.texts("only-under")),
            needs_modifier=frozenset(f.texts("needs-modifier")),
            without_modifier=frozenset(f.texts("without-modifier")),
            object_kinds=frozenset(
                _kind(n) for n in (f.get("object-kinds") or Node(None, node.path, 0)).items()
            ),
            named=f.flag("named"),
            things=f.flag("things"),
            lasting=f.flag("lasting"),
            passing=f.flag("passing"),
            settled=f.flag("settled"),
            parting=f.flag("parting"),
            owned=f.flag("owned"),
            complement=frozenset(f.texts("complement")),
            particle=frozenset(f.texts("particle")),
            among=frozenset(f.texts("among")),
            also=frozenset(f.texts("also")),
            clause=f.flag("clause"),
            would=f.flag("would"),
            person=f.flag("person"),
            sure=f.flag("sure"),
            phrase=f.text("question") or phrase,
        )


def _kind(node: Node) -> ActorKind:
    try:
        return ActorKind(node.text())
    except ValueError:
        raise node.error(
            f"`{node.value}` is no kind of actor", "use one of: " + ", ".join(ActorKind)
        ) from None


def _example(node: Node) -> StanceExample:
    with Fields(node) as f:
        return StanceExample(
            text=f.need("text").text(),
            holder=f.need("holder").text(),
            question=f.need("question").text(),
            stance=Stance(f.choice("stance", tuple(Stance)) or f.need("stance").text()),
            line=node.line,
        )
