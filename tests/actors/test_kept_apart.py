"""Bodies of one sector that are not one actor: the customs and the police, an army and the army before it."""

import pytest

from dragoman.find.actors import ActorsFound


def who(found: ActorsFound, text: str) -> str | None:
    return next(m.actor for m in found.mentions if m.text == text)


def test_the_police_are_not_called_after_the_customs(read) -> None:
    found = read("In Lomé, gunmen shot two customs officers. Police arrested a man.")
    police = found.actor(who(found, "Police"))
    assert police is not None
    assert (police.id, police.name) == ("TGO.COP", "Police")
    assert who(found, "two customs officers") != police.id


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Libyan troops shot nine soldiers of the former army.",
            "Libyan troops",
            "nine soldiers of the former army",
        ),
        ("Malian soldiers killed two soldiers in a brawl.", "Malian soldiers", "two soldiers"),
        ("Peruvian police arrested six police officers.", "Peruvian police", "six police officers"),
    ],
)
def test_who_is_shot_is_not_who_shoots(read, text: str, one: str, other: str) -> None:
    found = read(text)
    assert who(found, one) != who(found, other)
    assert len({found.actor(who(found, t)).state for t in (one, other)}) == 1  # type: ignore[union-attr]


def test_those_who_are_not_harmed_stay_one(read) -> None:
    found = read("Malian soldiers died. Later the Malian army praised soldiers.")
    assert who(found, "the Malian army") == who(found, "soldiers") == "MLI.MIL"


def test_the_army_goes_on_as_those_who_shot(read) -> None:
    assert who(read("Malian soldiers killed two soldiers. The army was silent."), "The army") == "MLI.MIL"
