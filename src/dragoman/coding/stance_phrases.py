"""The names of questions: the words of what a stand is on, and the actor in them."""

from __future__ import annotations

from dragoman.coding.stance_book import StanceBook
from dragoman.coding.stance_demands import is_infinitive
from dragoman.coding.stance_naming import is_apart
from dragoman.coding.stance_paths import Asked
from dragoman.coding.stance_pointing import POINTED, thing_beside
from dragoman.coding.stance_scene import Scene
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of

_THAN = "than"  # "rather a pact than a base" is for a pact
_ANY_MORE = frozenset({"a", "an", "one", "more", "further", "another"})
_PERSON = "person:"
_IT = frozenset({"it", "them"})
_THIS = frozenset({"this", "that", "these"})
_THINGS = ("obj", "obl", "nmod", "root")
_DOING = "ing"  # "keeping the base" may be what others are against, too
_LONGEST_PHRASE = 6
LONGEST_WISH = 8
"""The words that a clause may have before its verb where it names a question."""
LONGEST_CLAUSE = 10
_CLAUSE = frozenset({"to", "be", "must"})
_WITHIN = frozenset(
    {"obj", "iobj", "xcomp", "obl", "advmod", "ccomp", "compound", "cop", "aux", "nmod", "nsubj"}
)
FOR_IT = frozenset({"it", "this", "that", "them", "one", "either", "both"})
"""What a stand is on that only points at it."""


def phrase(scene: Scene, head: int) -> tuple[str, str | None]:
    """A noun phrase as the name of a question, without its article or owner, and the actor in it.

    A clause is named by a noun for its verb, else by subject, verb and object: "the border | be redrawn".
    """
    s = scene.s
    if s.words[head].upos in ("VERB", "AUX"):
        return nominal(scene, head) or clause(scene, head)
    first, last = head, head
    for c in s.children(head):
        if c.deprel.split(":")[0] in ("amod", "compound", "nummod", "flat") and c.i < head:
            first = min(first, *s.subtree(c.i))
        told = (c.deprel == "nmod" and case_of(s, c.i) != _THAN) or (
            c.deprel == "acl" and is_infinitive(s, c)
        )
        told = told and not is_apart(s, c)
        if told and c.i > head and len(s.subtree(c.i)) <= _LONGEST_PHRASE:
            last = max(last, *s.subtree(c.i))
    while first < head and s.words[first].deprel in ("det", "nmod:poss", "case"):
        first += 1
    words = affirmed(as_written(scene, first, last), scene.book)
    named = [head, *(c.i for c in s.children(head) if c.deprel == "nmod")]
    about = next((p.actor for p in scene.parties.among(named, reach=False)), None)
    return words, about


def as_written(scene: Scene, first: int, last: int) -> str:
    """The words from one to another as the report has them, without line ends and marks around them."""
    return " ".join(scene.s.chars(first, last).of(scene.text).split()).strip(' ,.;:"“”')


def affirmed(words: str, book: StanceBook) -> str:
    """A thing by its name where none of it is wanted: "tree felled" of "*not a* tree felled"."""
    told = words.split()
    if len(told) < 2 or told[0].lower() not in book.denying.all:
        return words
    rest = told[2:] if told[1].lower() in _ANY_MORE else told[1:]
    return words if not rest or rest[0].lower() == _THAN else " ".join(rest)


def nominal(scene: Scene, verb: int) -> tuple[str, str | None] | None:
    """What is to be done as a noun phrase: "withdrawal of boats by Samoa"; None without such a noun."""
    s = scene.s
    particle = next((c.text.lower() for c in s.children(verb) if c.deprel == "compound:prt"), "")
    noun = scene.book.demanding.nouns.get(f"{s.words[verb].lemma.lower()} {particle}".strip())
    subjects = [c for c in s.children(verb) if c.deprel in ("nsubj", "nsubj:pass")]
    subjects = subjects or _shared_subject(s, verb)
    things = [c for c in s.children(verb) if c.deprel == "obj"]
    if noun is None or not subjects or scene.paths.is_negated(verb):
        return None
    named = [k.i for k in (*things[:1], *subjects[:1]) if k.upos in ("NOUN", "PROPN")]
    if not named or len(things) > len(named):
        return None
    words = [phrase(scene, k)[0] for k in named]
    about = next((p.actor for p in scene.parties.among(named, reach=False)), None)
    return f"{noun} of {' by '.join(words)}", about


def _shared_subject(s: Sentence, verb: int) -> list[Word]:
    """The subject that a joined verb has from the one before: "*it* is old and must be rebuilt"."""
    if s.words[verb].deprel != "conj":
        return []
    return [c for c in s.children(s.words[verb].head) if c.deprel in ("nsubj", "nsubj:pass")]


def clause(scene: Scene, head: int) -> tuple[str, str | None]:
    """What is to be or to be done, in the words of the clause: "foreign troops leave by May"."""
    s = scene.s
    sides = [c for c in s.children(head) if c.deprel in ("nsubj", "nsubj:pass", "obj")]
    before = [k for c in sides if c.i < head and head - c.i <= LONGEST_WISH for k in (*s.subtree(c.i), c.i)]
    first, last = min([head, *before]), clause_end(s, head)
    if head - first > LONGEST_WISH:
        first = min([head, *(c.i for c in sides if head - c.i <= LONGEST_WISH)])
    while first < head and s.words[first].upos in ("DET", "PUNCT"):
        first += 1
    about = next((p.actor for p in scene.parties.among([c.i for c in sides], reach=False)), None)
    words = as_written(scene, first, last)
    shared = [] if any(c.deprel != "obj" for c in sides) else _shared_subject(s, head)
    if len(shared) == 1 and shared[0].upos == "NOUN":
        words = f"{phrase(scene, shared[0].i)[0]} {words}"  # "is old and should be rebuilt"
    return words, about


def doing(scene: Scene, verb: int) -> tuple[str, str | None]:
    """What is to be done in the words from its verb on: "fixing a date", and the actor that it is done to."""
    s = scene.s
    things = [c.i for c in s.children(verb) if c.deprel == "obj"]
    about = next((p.actor for p in scene.parties.among(things, reach=False)), None)
    return as_written(scene, verb, clause_end(s, verb)), about


def clause_end(s: Sentence, head: int) -> int:
    """The last word of what a clause says at its verb, before the next clause and within its length."""
    last = head
    for c in s.children(head):
        if c.i < last:
            continue
        if c.deprel.split(":")[0] not in _WITHIN or s.words[min(s.subtree(c.i))].i != last + 1:
            break
        within = s.subtree(c.i)
        apart = (k for k in within if s.words[k].upos == "PUNCT" or s.words[k].deprel == "acl:relcl")
        end = min(min(apart, default=max(within) + 1), head + LONGEST_CLAUSE + 1) - 1
        last = max(last, end)
        if end < max(within):
            break
    return last


def predicated(scene: Scene, head: int, last: Asked | None) -> Asked | None:
    """What somebody is for or against: a thing named there, else the question last stood on."""
    s = scene.s
    word = s.words[head] if head >= 0 else None
    if word is None or word.text.lower() in FOR_IT:
        return last
    if _is_adjunct(scene, word):
        return None if last is POINTED else last  # "takes no side on principle", but "the lease is for years"
    if word.upos == "VERB":  # "is against funding it", "in favour of keeping the rope"
        things = [c for c in s.children(head) if c.deprel == "obj"]
        if not things:
            return Asked(doing(scene, head)[0].lower() or word.text.lower(), None)
        by_its_thing = not word.text.lower().endswith("ing") or _is_settling(scene, word)
        by_its_thing = by_its_thing or things[0].upos == "PRON"
        return predicated(scene, things[0].i, last) if by_its_thing else Asked(*doing(scene, head))
    if word.upos not in ("NOUN", "PROPN"):
        return None
    actor = scene.actor(head)
    return Asked(*phrase(scene, head)) if actor is None else Asked(actor.name, actor.id)


def _is_adjunct(scene: Scene, word: Word) -> bool:
    """Whether a noun only tells when or how: "on principle", "to the dismay of all", not "the idea of it"."""
    s = scene.s
    if word.lemma.lower() not in scene.book.aloof.adjuncts:
        return False
    return case_of(s, word.i) == "to" or not any(case_of(s, c.i) == "of" for c in s.children(word.i))


def _is_settling(scene: Scene, verb: Word) -> bool:
    """Whether the codebook knows what a verb does to its thing: a stand on the deed is one on that."""
    return any(topic.settled for _, topic in scene.book.topics.get((True, verb.lemma.lower()), ()))


def _is_beside(s: Sentence, w: Word, stand: int) -> bool:
    """Whether a thing is only told of who stands: "Peru, *which signed a pact with Chad*, objects to it"."""
    while w.head >= 0:
        holder = s.words[w.head]
        if w.deprel == "acl:relcl" and holder.deprel == "nsubj" and holder.head == stand:
            return True
        w = s.words[w.head]
    return False


def names_a_thing(question: str, book: StanceBook) -> bool:
    """Whether a question names what *it* may stand for, and not what ought to become of a thing."""
    return _CLAUSE.isdisjoint(words := question.lower().split()) and book.demanding.modals.isdisjoint(words)


def may_be_it(scene: Scene, asked: Asked) -> bool:
    """Whether what is stood on is what a sentence may call *it*: nobody, and nothing that somebody does.

    "Chad backs *the levy*. Togo rejects it", but "Chad backs *Idriss Dembo*" and "wants *the levy doubled*".
    """
    return points_at_deeds(scene.s) or is_no_deed(scene, asked)


def is_no_deed(scene: Scene, asked: Asked) -> bool:
    """Whether what is stood on is a thing, where a sentence points at no deed: nobody, and no clause."""
    if (asked.object or "").startswith(_PERSON) and not _IT.isdisjoint(scene.s.written()):
        return False
    named = names_a_thing(asked.phrase, scene.book) and not names_any_matter(asked.phrase, scene.book)
    return named and not is_told_by_a_verb(scene, asked.phrase)


def names_any_matter(question: str, book: StanceBook) -> bool:
    """Whether a question could be whatever is spoken of: "whole question", not "question of the border"."""
    return question.lower().split()[-1] in book.any_matter


def points_at_deeds(s: Sentence) -> bool:
    """Whether a pronoun stands for what is done: "wants the levy doubled, but Togo opposes *this*"."""
    said = (w for w in s.words if w.upos == "PRON" and w.text.lower() in _THIS and w.deprel in _THINGS)
    return any(w.feat("PronType") != "Rel" for w in said)


def is_told_by_a_verb(scene: Scene, question: str) -> bool:
    """Whether the words of a question are a clause of the sentence: "the levy doubled", not "doubling it"."""
    s = scene.s
    found = scene.text.find(question, s.span.start, s.span.end)
    if found < 0:
        return False
    within = [w for w in s.words if found <= w.span.start < found + len(question)]
    inside = {w.i for w in within}
    head = next((w for w in within if w.head not in inside), None)
    return head is not None and head.upos == "VERB" and not head.text.lower().endswith(_DOING)


def spoken_of(scene: Scene, before: int) -> Asked | None:
    """What a verb beside is about, else the law or pact named before: "must ratify *the pact*, but …"."""
    s = scene.s
    thing = thing_beside(s, before)
    if thing is not None:
        return Asked(*phrase(scene, thing))
    return matter_named(scene, before)


def matter_named(scene: Scene, before: int) -> Asked | None:
    """The law or pact that a sentence names last before a word."""
    s = scene.s
    if scene.book.matters.isdisjoint(s.written()):
        return None
    named = (w for w in reversed(s.words[:before]) if w.upos == "NOUN" and w.deprel != "compound")
    named = (w for w in named if before >= len(s.words) or not _is_beside(s, w, before))
    matter = next((w for w in named if w.lemma.lower() in scene.book.matters), None)
    singular = matter is not None and matter.feat("Number") != "Plur"
    return Asked(*phrase(scene, matter.i)) if matter is not None and singular else None
