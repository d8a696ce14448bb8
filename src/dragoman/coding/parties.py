"""Who stands at a word: the link from the tree to the actors that were found in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from dragoman.codebook.tree_words import tree_words
from dragoman.coding.syntax import listed_behind
from dragoman.language.parse import Sentence, Word
from dragoman.language.prepositions import case_of
from dragoman.record import How, Mention, Span
from dragoman.values import value

# Through these nouns an act reaches the actor that owns them: "Serbia's position was endorsed".
_DESCENT = ("nmod:poss", "amod", "compound", "nmod:unmarked", "nmod:desc", "nmod")
# … but neither whoever suffered it, "the arrest of a poet", nor whom it fell upon: "attacks on the police".
_OF = frozenset({"of"})
_UPON = frozenset({"against", "on", "upon"})
_AMONG, _THEM = "among", "them"
_OWNED = frozenset({"nmod:poss", "compound", "nmod:unmarked", "nmod:desc", "nmod"})
THROUGH = "through "
"""How the reason begins of a party that was reached through a thing that it owns."""
FIRST_PERSON = frozenset({"i", "we", "me", "us", "our", "my", "ours", "ourselves"})


@value
class Party:
    """An actor at its place in the text, and how the coder got to it."""

    actor: str
    span: Span
    reason: str


@value
class Parties:
    """The actors of one sentence, by the index of the word that heads each mention."""

    sentence: Sentence
    by_head: dict[int, Mention]
    speaker_of: Callable[[int], str | None]
    countries: dict[int, tuple[str, Span]] = field(default_factory=dict)
    where: frozenset[Span] = frozenset()
    pairs: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)
    # Rules and hints ask for the same words again and again.
    _reached: dict[int, list[Party]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def at(self, i: int) -> Party | None:
        """The actor whose mention is headed by, or covers, word ``i``."""
        mention = self.by_head.get(i)
        if mention is not None and mention.actor is not None:
            return Party(mention.actor, mention.span, mention.reason)
        if self.sentence.forms()[i][1] not in FIRST_PERSON:
            return None
        word = self.sentence.words[i]
        speaker = self.speaker_of(word.span.start)
        return Party(speaker, word.span, f"“{word.text}” is the speaker") if speaker else None

    def reached(self, i: int, depth: int = 0) -> list[Party]:
        """The actor at word ``i``, or else the actors that own the thing that it names."""
        found = self.at(i)
        if found and depth and found.span in self.where:
            return []  # "the crisis in Yemen" is not Yemen's
        if found and (both := self.pairs.get(found.span)):
            return [Party(actor, found.span, f"one of both: {found.reason}") for actor in both]
        if found:
            return [found, *self._fellows(i, found)]
        word, children = self.sentence.words[i], self.sentence.children(i)
        if not children or depth > 2 or word.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON"):
            return []
        if named := self._named_behind(i):
            return named
        lemma, words = word.lemma.lower(), tree_words()
        freeing = lemma in words.letting_go
        harmed = _OF if freeing or lemma in words.harm else _UPON if lemma in words.attacks else frozenset()
        unowned = lemma in words.adversaries or (freeing and not self._of_somebody(children))
        for relation in _DESCENT:
            if unowned and relation in _OWNED:
                continue
            owners = [
                k
                for c in children
                if c.deprel == relation and not self._apart(c.i, harmed)
                for k in self.coordinated(c.i)
            ]
            below = [p for k in owners for p in self.reached(k, depth + 1)]
            if below:
                return [Party(p.actor, p.span, f"{THROUGH}“{word.text}”: {p.reason}") for p in below]
        return []

    def _apart(self, i: int, harmed: frozenset[str]) -> bool:
        """Whether a word owns nothing of what it hangs on: who is harmed in it, by whose border it lies."""
        words, case = tree_words(), case_of(self.sentence, i)
        by_edge = case in words.beside and self.sentence.words[i].lemma.lower() in words.edges
        return by_edge or case in harmed

    def _of_somebody(self, children: Iterable[Word]) -> bool:
        """Whether an "of" tells who is let go: in "*Chad's* release" alone Chad, in "… of a nun" not."""
        return any(c.deprel == "nmod" and case_of(self.sentence, c.i) in _OF for c in children)

    def _named_behind(self, i: int) -> list[Party]:
        """Whoever a person's description is followed by: "the president's rival, Ali Haddad"."""
        words = tree_words()
        noun, lemma = self.sentence.words[i], self.sentence.words[i].lemma.lower()
        if noun.upos != "NOUN" or lemma in words.harm or lemma in words.attacks:
            return []  # of "the killing of a clerk, Ann Obi," the name is the clerk's, however it is parsed
        others = {k for pair in listed_behind(self.sentence, i) for k in pair}
        others |= {c.i for c in self.sentence.children(i) if self._is_one_of_them(c.i)}
        behind = (c.i for c in self.sentence.children(i) if c.deprel == "appos" and c.i not in others)
        names = (self.by_head.get(k) for k in behind)
        named = (m for m in names if m is not None and m.how is How.NAME)
        return [Party(m.actor, m.span, m.reason) for m in named if m.actor is not None]

    def _is_one_of_them(self, i: int) -> bool:
        """Whether somebody is named as one of many: "80 states, *Chad among them*", "among them *Chad*"."""
        own = self.sentence.children(i)
        before = [w.text.lower() for w in self.sentence.words[max(0, i - 3) : i]]
        if [_AMONG, _THEM] in (before[-2:], before[:2]):
            return True
        return any(c.i > i and c.text.lower() == _THEM and case_of(self.sentence, c.i) == _AMONG for c in own)

    def _fellows(self, i: int, found: Party) -> list[Party]:
        """The other owners of a plural: "the ministers of Sudan and Ethiopia" are not Sudan's alone."""
        head = self.sentence.words[i]
        if head.upos != "NOUN" or head.feat("Number") != "Plur":
            return []
        owners = [c.i for c in self.sentence.children(i) if c.deprel == "nmod" and found.span.covers(c.span)]
        others = [k for o in owners for k in self.coordinated(o)[1:]] + self._sharing(i)
        parties = [
            p for k in others if not found.span.covers(self.sentence.words[k].span) and (p := self.at(k))
        ]
        return [Party(p.actor, p.span, f"among the {head.text} named: {p.reason}") for p in parties]

    def _sharing(self, i: int) -> list[int]:
        """The adjectives and owners that share a plural: "*Latvian* and Polish soldiers"."""
        before = [c.i for c in self.sentence.children(i) if c.i < i and c.deprel in ("amod", "nmod:poss")]
        joined = dict.fromkeys(k for c in before for k in self.coordinated(c))
        return [k for k in joined if (m := self.by_head.get(k)) is not None and m.how is How.DESCRIPTION]

    def coordinated(self, i: int) -> list[int]:
        """The word and the nominals coordinated with it: "NATO and Russia"."""
        found = [i]
        for c in self.sentence.children(i):
            if c.deprel.startswith("conj") and c.upos in ("NOUN", "PROPN", "PRON", "ADJ"):
                found += self.coordinated(c.i)
        return found

    def spans(self, party: Party) -> tuple[Span, ...]:
        """Where a party is read from: its words, and for a pronoun the words that it stands for there.

        "The rebels said they would free him": who frees is read from *they* and from *The rebels*.
        """
        words = self.sentence.covering(party.span)
        if len(words) != 1 or self.sentence.words[words[0]].upos != "PRON":
            return (party.span,)
        here = party.span.start
        named = [m.span for m in self.by_head.values() if m.actor == party.actor and m.how is not How.PRONOUN]
        nearest = min(named, key=lambda s: (s.start > here, abs(s.start - here)), default=None)
        return (party.span,) if nearest is None else (party.span, nearest)

    def hosts(self, heads: Iterable[int]) -> tuple[Party, ...]:
        """The states in which the cities at these words lie: who arrives in a capital visits a state."""
        placed = [(self.sentence.words[i].text, *self.countries[i]) for i in heads if i in self.countries]
        return tuple(Party(state, span, f"“{name}” lies in {state}") for name, state, span in placed)

    def hosts_of(self, heads: Iterable[int]) -> tuple[Party, ...]:
        """The states of the cities whose parts these words are: "the airport *of Lima*", "*Lima's* port"."""
        s = self.sentence
        owners = [
            c.i
            for i in heads
            if s.words[i].lemma.lower() in tree_words().struck
            for c in s.children(i)
            if c.deprel == "nmod:poss" or (c.deprel == "nmod" and case_of(s, c.i) in _OF)
        ]
        return self.hosts(owners) or (self.hosts_of(owners) if owners else ())

    def among(self, heads: Iterable[int], reach: bool = True) -> tuple[Party, ...]:
        """The actors at several words, each actor once."""
        found: dict[str, Party] = {}
        for i in heads:
            for party in self._remembered(i) if reach else filter(None, [self.at(i)]):
                found.setdefault(party.actor, party)
        return tuple(found.values())

    def _remembered(self, i: int) -> list[Party]:
        known = self._reached.get(i)
        if known is None:
            known = self._reached[i] = self.reached(i)
        return known

    def with_mentions(self, mentions: Iterable[Mention]) -> Parties:
        """The same sentence with further mentions, before it is told its places (`in_places`).

        Where mentions nest, the longer one stands at its own head.
        """
        by_head = dict(self.by_head)
        for mention in sorted(mentions, key=_extent):
            head = self.sentence.head_of(mention.span)
            if head is not None and _stands_before(mention, by_head.get(head)):
                by_head[head] = mention
        return Parties(self.sentence, by_head, self.speaker_of)

    def joined_by(self, by_head: Mapping[int, Mention]) -> Parties:
        """The same sentence, told its places or not, with others at words where nobody stood."""
        heads = {**self.by_head, **by_head}
        return Parties(self.sentence, heads, self.speaker_of, self.countries, self.where, self.pairs)

    def in_places(
        self,
        places: Iterable[tuple[Span, str]],
        where: frozenset[Span],
        pairs: Mapping[Span, tuple[str, ...]],
    ) -> Parties:
        """The same actors, with what events need besides: where they are, and whom two together are.

        ``places`` are the spans of places with the ISO code of the state that they lie in; ``where`` are the
        spans of mentions that only say where ("in Yemen"); ``pairs`` the two whom a mention of both means.
        """
        start, end = self.sentence.span
        countries: dict[int, tuple[str, Span]] = {}
        for span, state in places:
            head = self.sentence.head_of(span) if start <= span[0] and span[1] <= end else None
            if head is not None and head not in self.by_head:
                countries[head] = (state, span)
        return Parties(self.sentence, self.by_head, self.speaker_of, countries, where, pairs)


def parties_in(
    sentence: Sentence, mentions: Iterable[Mention], speaker_of: Callable[[int], str | None]
) -> Parties:
    """The actors of a sentence, by those of the mentions that stand in it."""
    start, end = sentence.span
    # Every mention is held against every sentence: a call of `overlaps` would cost more than it tells.
    here = [m for m in mentions if m.span[0] < end and start < m.span[1]]
    return Parties(sentence, {}, speaker_of).with_mentions(here)


def _extent(mention: Mention) -> tuple[int, int]:
    """How long a mention is; of two that are equally long the later one counts as the longer."""
    return mention.span.end - mention.span.start, mention.span.start


def _stands_before(mention: Mention, held: Mention | None) -> bool:
    """Whether a mention takes the place of the one at its head: somebody before nobody, then the longer."""
    if held is None or mention.actor is None:
        return held is None
    return held.actor is None or _extent(held) <= _extent(mention)
