"""Places and times: what our own annotated texts reach is a floor."""

from pathlib import Path
from typing import Any

import pytest

from dragoman.benchmarks import dates, event_dates, places

MEASURED = Path(__file__).parent / "measured"

FLOORS: list[tuple[Any, str, dict[str, float]]] = [
    (places, "places/held-out.xml", {"exact": 96, "country": 97, "at_161km": 97, "recall_end_to_end": 95}),
    (places, "places/fresh.xml", {"exact": 96, "recall_end_to_end": 95, "at_161km_end_to_end": 94}),
    (dates, "dates/held-out", {"span_f1": 94, "value_f1": 90, "type_f1": 94}),
    (event_dates, "event-dates/held-out.jsonl", {"day": 76, "day_elsewhere": 74}),
]


@pytest.mark.parametrize(("bench", "path", "floors"), FLOORS, ids=[f[1] for f in FLOORS])
def test_floors(bench: Any, path: str, floors: dict[str, float]) -> None:
    scores = bench.run(MEASURED / path)
    assert {key: scores[key] for key, least in floors.items() if scores[key] < least} == {}
