"""Reports of private matters: the cases of a local court, the results of a firm, a life told after its end.

One sentence cannot show it: "he was fined for missing training", "she defended the takeover". The report can,
by its headline and lead and by how many words of the matter it holds, if few of its sentences tell of
politics and those first ones do not. What is done in it by and to people of no public standing is then none;
what a state does stays an act.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache

from dragoman.codebook.genres import Genre, shipped_genres
from dragoman.codebook.spheres import shipped_spheres
from dragoman.coding.act import Act
from dragoman.coding.parties import Party
from dragoman.language.parse import Sentence
from dragoman.record import Actor

_LEAD = 3  # sentences of a report, its headline among them, that say what it is about
_HARDLY = 8  # one in so many sentences is next to nothing
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
    sure = {g.id: _sureness(g, sentences) for g in shipped_genres() if g.private}
    best = max((g for g in shipped_genres() if g.private), key=lambda g: sure[g.id])
    return best if sure[best.id] else None


def _sureness(genre: Genre, sentences: Sequence[Sentence]) -> float:
    """How many times over a report holds the words that show a genre; 0 if it is not of it."""
    lead = [s.written() for s in sentences[:_LEAD]]
    heads, words = _vocabulary(genre)
    if all(heads.isdisjoint(written) for written in lead):
        return 0.0
    if any(_is_weighty(genre, s) for s in sentences[:_LEAD]):
        return 0.0
    found = frozenset().union(*(words & s.written() for s in sentences))
    political = sum(_is_weighty(genre, s) for s in sentences)
    # Where next to nothing tells of politics, fewer words show what the report tells instead.
    least = genre.least // 2 if political * _HARDLY <= len(sentences) else genre.least
    shown = len(found) >= least and political * genre.political <= len(sentences)
    return len(found) / genre.least if shown else 0.0


@cache
def _vocabulary(genre: Genre) -> tuple[frozenset[str], frozenset[str]]:
    """The words that show a genre in the lead and in all of a report, those of its sphere among them."""
    sphere = next((s for s in shipped_spheres().each if s.id == genre.sphere), None)
    members, signs = (sphere.members, sphere.signs) if sphere is not None else (frozenset(), frozenset())
    return genre.heads | genre.signs | members, genre.words | members | signs


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
    return not (shipped_spheres().politics & written) <= genre.plain


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
