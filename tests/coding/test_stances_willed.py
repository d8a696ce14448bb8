"""What somebody would keep or scrap, what phrases tell of unknown people, and whose opposition there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record
from tests.coding.conftest import Stand, held

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The miners' union would keep the quota.", ("miners' union", "for", "quota")),
        ("The Liberals would scrap the levy and build a tunnel.", ("Liberals", "against", "levy")),
        ("The Greens would close the mine and keep the port.", ("Greens", "for", "port")),
    ],
)
def test_who_would_do_so_with_a_thing_wishes_it(read: Read, text: str, stand: Stand) -> None:
    assert stand in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Togo's union said that it would scrap the levy.",
        "The Liberals would scrap the levy if they won.",
        "The bill would scrap the levy.",
        "A free Malta would keep the pound.",
        "The Liberals would have kept the levy.",
    ],
)
def test_what_would_come_or_was_announced_is_no_wish(read: Read, text: str) -> None:
    assert not held(read(text))


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Four herders will have nothing of a moratorium on hotels.", ("against", "moratorium on hotels")),
        ("The teachers would settle for nothing less than a repeal.", ("for", "repeal")),
        ("The growers accept nothing but the old charter.", ("for", "old charter")),
        ("The mayor and the bakers are all of one mind in favour of the canal.", ("for", "canal")),
        ("The dockers are as one man behind the treaty.", ("for", "treaty")),
        ("Sailors are at one against the levy.", ("against", "levy")),
        ("The chamber of commerce made the case for the tunnel.", ("for", "tunnel")),
        ("The governor is a late convert to the coal plant.", ("for", "coal plant")),
        ("The growers incline to the pipeline.", ("for", "pipeline")),
        ("The mayor of Lome is glad of the mine.", ("for", "mine")),
        ("For the bishops, the casino is out of the question.", ("against", "casino")),
    ],
)
def test_a_phrase_tells_where_unknown_people_stand(read: Read, text: str, stand: tuple[str, str]) -> None:
    assert stand in {(s, q) for _, s, q in held(read(text))}


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The canal has the blessing of the cyclists.", ("cyclists", "for", "canal")),
        ("The strongest opposition to the canal comes from the herders.", ("herders", "against", "canal")),
        ("Support for the canal comes from the growers.", ("growers", "for", "canal")),
        ("The canal found no favour with the bishops.", ("bishops", "against", "canal")),
    ],
)
def test_whose_backing_a_thing_has_is_told_behind_it(read: Read, text: str, stand: Stand) -> None:
    assert stand in held(read(text))


def test_no_opposition_is_not_yet_support(read: Read) -> None:
    assert not held(read("The canal has no opposition from the bishops."))
