"""The state that a report tells of: most of whom it names are of it."""

from __future__ import annotations

from collections import Counter

_MOST = 0.6  # how much of what a report names must be of one state


def state_told_of(counted: Counter[str], most: float = _MOST) -> str | None:
    """The state that somebody of is named most often, if that is at least ``most`` of all; else None.

    ``counted`` says how often a report mentions somebody of each state.
    """
    if not counted:
        return None
    state, times = counted.most_common(1)[0]
    return state if times >= most * counted.total() else None
