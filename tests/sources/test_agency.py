"""The agency of a dateline as publisher, known to the outlets or not."""

import pytest

from dragoman.sources.options import ReadOptions
from dragoman.sources.read import read_text

STORY = (
    " said on Monday that twelve people had been killed in a raid near the border.\n\n"
    "Officials in the capital condemned the raid."
)


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("NAIROBI, May 4 (Rift Newswire) - The army", "Rift Newswire"),
        ("LUSAKA, 4 May (ZANIS) - The army", "ZANIS"),
        ("ACCRA (GNA) — The army", "GNA"),
        ("NAIROBI, May 4 (Xinhua) - The army", "Xinhua"),
        ("QUITO, May 4 (Staff) - The army", None),
        ("LIMA, May 4 (Andes Desk) - The army", None),
        ("KYIV (Ukraine) - The army", None),
    ],
)
def test_the_agency_that_filed_is_the_publisher(opening: str, publisher: str | None) -> None:
    report = read_text(opening + STORY, ReadOptions(published="2020-05-05"))
    assert report.publisher == publisher
