from __future__ import annotations

import numpy as np

from dragoman.language.parse import Argument
from dragoman.language.roles import RoleReader

TAGS = ("O", "B-ARG0", "I-ARG0", "B-ARG1", "I-ARG1", "B-ARGM-TMP", "I-ARGM-TMP")


def scores(*rows: dict[str, float]) -> np.ndarray:
    return np.array([[[row.get(tag, 0.0) for tag in TAGS] for row in rows]], np.float32)


def test_one_span_of_a_numbered_role_stays_and_the_other_words_think_again() -> None:
    one = scores({"B-ARG0": 5}, {}, {"B-ARG0": 3, "B-ARG1": 2}, {"I-ARG0": 3, "I-ARG1": 2})
    assert RoleReader(TAGS).read(one) == [(Argument("ARG0", 0, 0), Argument("ARG1", 2, 3))]


def test_other_roles_may_come_twice() -> None:
    one = scores({"B-ARGM-TMP": 5}, {}, {"B-ARGM-TMP": 3})
    assert RoleReader(TAGS).read(one) == [(Argument("ARGM-TMP", 0, 0), Argument("ARGM-TMP", 2, 2))]


def test_each_predicate_has_its_own() -> None:
    both = np.concatenate([scores({"B-ARG0": 1}, {}), scores({}, {"B-ARG1": 1})])
    assert RoleReader(TAGS).read(both) == [(Argument("ARG0", 0, 0),), (Argument("ARG1", 1, 1),)]
