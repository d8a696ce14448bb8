from __future__ import annotations

import pytest

from dragoman.errors import CodebookError
from dragoman.sources import outlets


def test_names_and_domains_belong_to_one_outlet_each():
    names = [name for o in outlets.load() for name in {n.lower() for n in (o.name, *o.also)}]
    domains = [domain for outlet in outlets.load() for domain in outlet.domains]
    assert len(set(domains)) == len(domains)
    assert sorted(n for n in set(names) if names.count(n) > 1) == []
    assert all(outlet.country is None or len(outlet.country) == 3 for outlet in outlets.load())


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.reuters.com/world/a", "Reuters"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://www.gazette.example/a", "gazette.example"),
        ("no address", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_the_publisher_of_an_address(url, publisher):
    assert outlets.publisher_of(url) == publisher


def test_an_unknown_key_is_an_error(tmp_path):
    (tmp_path / "a.yaml").write_text("- {name: A, domain: a.example}\n")
    with pytest.raises(CodebookError, match="domains"):
        outlets.load(tmp_path)
