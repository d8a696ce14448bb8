"""Words of actors that name no actor where they stand: "by force", "the opposite bank", "aid convoys"."""

from __future__ import annotations

from dragoman.codebook.readings import Readings
from dragoman.find.actor_phrase import Phrase
from dragoman.resolve.phrase_view import View

_IDIOMATIC = frozenset(
    {"force", "bank", "banks", "side", "party", "opposition"}
)  # each has its own rule below
_CARRYING = frozenset({"of", "carrying", "with", "bringing"})
_NEAR = 8  # tokens after "convoy" in which its load is told


def idiom(view: View, phrase: Phrase, term: str, readings: Readings) -> str | None:
    """Why a description, headed by a term, stands for nobody; None where it may name an actor."""
    convoy = term in readings.convoy_nouns
    means, region = term in readings.means_nouns, term in readings.region_nouns
    if not (convoy or means or region or term in _IDIOMATIC or term in readings.tank_nouns):
        return None
    before = {t.norm for t in view.tokens[phrase.first : phrase.core]}
    if term in readings.tank_nouns and before & readings.tank_words:
        return "tanks that hold something, no armour"
    if term == "force" and phrase.owner is None and not phrase.definite and not phrase.indefinite:
        return "“force” is what is used, not who uses it"
    if term in ("bank", "banks") and before & readings.shore_words:
        return "a river's bank"
    if term == "side" and phrase.head + 1 < len(view.tokens) and view.tokens[phrase.head + 1].norm == "of":
        return "a side of something is a place"
    if convoy and before & readings.relief_words:
        return "a convoy of goods, not of soldiers"
    if convoy and _laden(view, phrase, readings):
        return "a convoy of goods, not of soldiers"
    if means and phrase.owner is None and not phrase.shifts and _used(view, phrase, readings):
        return f"“{term}” is what is used or shared, not who does so"
    if region and _followed(view, phrase, "of") and not view.tokens[phrase.head].capital:
        return f"a {term} is a region here"
    if term == "bank" and _names_a_thing(view, phrase, readings):
        return "“bank” tells of which kind a thing is"
    if term == "party" and _numbered(view, phrase):
        return "it is told how many take part"
    if term == "party" and (phrase.indefinite or not before) and _followed(view, phrase, "to"):
        return "to be a party to something is to take part in it"
    if term == "opposition" and _followed(view, phrase, "to") and _governs(view, phrase.head + 1):
        return "opposition to a thing is a stand, not a party"
    return None


def _names_a_thing(view: View, phrase: Phrase, readings: Readings) -> bool:
    """Whether a noun only tells of which kind a thing is: "froze their *bank* accounts"."""
    word = view.word(phrase)
    if word is None or word.deprel != "compound" or not 0 <= word.head < len(view.words):
        return False
    return view.words[word.head].lemma.lower() in readings.banking_nouns


def _numbered(view: View, phrase: Phrase) -> bool:
    """Whether a number stands before a noun with a hyphen: "the six-*party* talks"."""
    head = phrase.head
    return head > 0 and view.text[view.tokens[head - 1].end : view.tokens[head].start] == "-"


def _laden(view: View, phrase: Phrase, readings: Readings) -> bool:
    """Whether it is told that a convoy consists of trucks or carries goods: "a convoy of 20 lorries"."""
    after = {t.norm for t in view.tokens[phrase.head + 1 : phrase.head + _NEAR]}
    if after.isdisjoint(_CARRYING):
        return False
    return not (after.isdisjoint(readings.relief_words) and after.isdisjoint(readings.load_nouns))


def _used(view: View, phrase: Phrase, readings: Readings) -> bool:
    """Whether a noun is what somebody fires or shares, or tells only which data or fire."""
    word = view.word(phrase)
    if word is None or not 0 <= word.head < len(view.words):
        return False
    verb = view.words[word.head].lemma.lower()
    undergoes = word.deprel in ("obj", "nsubj:pass")
    return word.deprel == "compound" or (undergoes and verb in readings.using_verbs)


def _governs(view: View, token: int) -> bool:
    """Whether a preposition belongs to a noun behind it, and is no mark of an infinitive."""
    word = view.tokens[token].word
    return 0 <= word < len(view.words) and view.words[word].deprel == "case"


def _followed(view: View, phrase: Phrase, word: str) -> bool:
    """Whether a word and, after "of", a name follow the phrase's head."""
    after = phrase.head + 1
    if after >= len(view.tokens) or view.tokens[after].norm != word:
        return False
    return word != "of" or (after + 1 < len(view.tokens) and view.tokens[after + 1].capital)
