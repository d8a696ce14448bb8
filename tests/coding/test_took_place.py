"""What somebody failed to stop took place, by another; a venue or a forum is nobody's recipient."""

import pytest


def events(record, kind: str):
    return [e for e in record.events if e.event == kind]


def test_who_failed_to_stop_a_massacre_has_not_done_it(read) -> None:
    record = read("The minister was jailed for failing to stop the massacre of 68 inmates in Ecuador.")
    (massacre,) = events(record, "ASSAULT")
    assert (massacre.status.value, massacre.actors) == ("actual", ())
    record = read("Togo's army failed to prevent the killing of nine monks by rebels.")
    (killing,) = events(record, "ASSAULT")
    assert killing.status.value == "actual"
    assert "TGO.MIL" not in killing.actors


def test_what_was_prevented_was_not_done(read) -> None:
    record = read("Togo's police prevented the bombing of a church by rebels in Kara.")
    assert all(e.status.value != "actual" for e in events(record, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "event", "recipients"),
    [
        ("Brazil filed a complaint at the WTO over tariffs.", "ACCUSE", ()),
        (
            "Georgia lodged a complaint with the European Court of Human Rights against Russia.",
            "ACCUSE",
            ("RUS",),
        ),
        ("Kenya and Uganda signed a peace agreement at the White House on Monday.", "SUPPORT", ()),
        ("Poland lashed out at Hungary over the veto.", "ACCUSE", ("HUN",)),
    ],
)
def test_where_a_thing_is_done_is_nobody_that_it_is_done_to(read, text, event, recipients) -> None:
    (found,) = events(read(text), event)
    assert found.recipients == recipients
