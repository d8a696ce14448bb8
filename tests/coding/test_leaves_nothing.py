"""A report that was read leaves nothing behind for the collector: in long runs it walked for minutes else."""

import gc

from dragoman.pipeline import Reader
from dragoman.record import Report, Span

_TEXT = (
    "Chad's foreign minister, Ahmat Barka, accused Sudan on Monday of shelling the border town of Adre. "
    "He said both sides had agreed to meet in Paris, where France and the Red Cross would act as hosts. "
    "The mayor, a teacher by trade, called on the United Nations to send observers there."
)


def test_reading_leaves_no_cycles(reader: Reader) -> None:
    report = Report("a" * 16, _TEXT, (Span(0, len(_TEXT)),), language="en", published="2012-05-08")
    assert reader.read(report).events
    gc.collect()
    gc.disable()
    try:
        reader.read(report)
        assert gc.collect() < 20
    finally:
        gc.enable()
