"""What a noun phrase that may name an actor consists of.

"Kenyan President Ada Obi" is one phrase: an owner (Kenyan), a role (president), a name.
"""

from __future__ import annotations

from dragoman.codebook.gazetteer import Role, Term
from dragoman.values import value


@value
class Owner:
    """To whom a phrase belongs: an actor of the gazetteer, a person's name, a pronoun, or another phrase."""

    entry: str | None = None
    form: str = ""
    person: tuple[int, int] | None = None
    pronoun: int | None = None
    phrase: int | None = None
    how: str = "adjective"


@value
class Phrase:
    """A stretch of tokens that may name an actor.

    ``what`` is ``entry``, ``role``, ``noun``, ``person``, ``pronoun`` or ``unknown``; ``head`` the token that
    heads it; ``name`` the tokens of a person's (or unknown body's) name; ``shifts`` are modifiers that change
    the sector; ``core`` the first token of the head term; ``shared`` a noun that a later phrase has.
    """

    first: int
    last: int
    head: int
    what: str
    core: int = 0
    term: Term | None = None
    role: Role | None = None
    noun: str | None = None
    owner: Owner | None = None
    name: tuple[int, int] | None = None
    plural: bool = False
    definite: bool = False
    bare: bool = True
    named: bool = False
    indefinite: bool = False
    shifts: tuple[str, ...] = ()
    of_role: Role | None = None
    place_owner: str | None = None
    shared: tuple[int, int] | None = None
