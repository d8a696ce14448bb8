"""Reports of private matters: the cases of a local court, the results of a firm, a life told after its end.

One sentence cannot show it: "he was fined for missing training", "she defended the takeover". The report can,
by its headline and lead and by how many words of the matter it holds, if few of its sentences tell of
politics and those first ones do not. What is done in it by and to people of no public standing is then none;
what a state does stays an act.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from dragoman.codebook.genres import Genre, shipped_genres
from dragoman.codebook.spheres import shipped_politics
from dragoman.coding.act import Act
from dragoman.coding.parties import Party
from dragoman.language.parse import Sentence
from dragoman.record import Actor

_LEAD = 3  # sentences of a report, its headline among them, that say what it is about
_LEAST = 5  # a shorter text is too short to tell what all of it is about
# How the ids begin of persons, and of those whom only their report knows.
_UNKNOWN = ("person:", "r:")
_ARMED = "MIL"


def nobodies(actors: Iterable[Actor], holders: Container[str]) -> frozenset[str]:
    """The actors of no public standing: whom only their report knows, none in uniform nor who held office."""
    unknown = (a for a in actors if a.sector != _ARMED and a.id not in holders and a.wikidata is None)
    return frozenset(a.id for a in unknown if a.id.startswith(_UNKNOWN))


def private_genre_of(sentences: Sequence[Sentence]) -> Genre | None:
    """The private matter that a report of these sentences tells, if it tells one."""
    if len(sentences) < _LEAST:
        return None
    return next((g for g in shipped_genres() if g.private and _tells_of(g, sentences)), None)


def _tells_of(genre: Genre, sentences: Sequence[Sentence]) -> bool:
    lead = sentences[:_LEAD]
    if all(genre.heads.isdisjoint(s.written()) for s in lead) or any(_is_weighty(genre, s) for s in lead):
        return False
    found = frozenset().union(*(genre.words & s.written() for s in sentences))
    political = sum(_is_weighty(genre, s) for s in sentences)
    return len(found) >= genre.least and political * genre.political <= len(sentences)


def private_matter(genre: Genre, s: Sentence, act: Act, nobodies: frozenset[str]) -> str | None:
    """Why an act in a report of a private matter is none of politics; None if it may be."""
    if act.event not in genre.private or _is_weighty(genre, s):
        return None
    if any(_is_somebody(genre, s, p, nobodies) for p in (*act.actors, *act.recipients)):
        return None
    return f"{act.event}: {genre.means} ({genre.id}, by its report)"


def _is_weighty(genre: Genre, s: Sentence) -> bool:
    """Whether a sentence tells of more than the matter."""
    written = s.written()
    if not genre.weighty.isdisjoint(written):
        return True
    return not (shipped_politics() & written) <= genre.plain


def _is_somebody(genre: Genre, s: Sentence, party: Party, nobodies: frozenset[str]) -> bool:
    """Whether a party is known, and not only the country of one of the matter: "its *French* rival"."""
    if party.actor in nobodies:
        return False
    i = s.head_of(party.span)
    if i is None:
        return True
    w = s.words[i]
    lemmas = {w.lemma.lower(), s.words[w.head].lemma.lower() if w.head >= 0 and w.deprel == "amod" else ""}
    return genre.words.isdisjoint(lemmas)
