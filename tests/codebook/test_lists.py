"""What holds of every list of words that ships with the package."""

from collections import Counter
from collections.abc import Iterator

import pytest

from dragoman.codebook import SHIPPED
from dragoman.codebook.yamlfile import Node, load_yaml, yaml_files


def lists_of_words(node: Node) -> Iterator[tuple[Node, list[str]]]:
    """The lists below a value, each with its strings."""
    if isinstance(node.value, dict):
        for held in node.value.values():
            yield from lists_of_words(held)
    elif isinstance(node.value, tuple):
        yield node, [item.value for item in node.value if isinstance(item.value, str)]
        for item in node.value:
            yield from lists_of_words(item)


@pytest.mark.parametrize(
    "name", sorted(p.name for p in SHIPPED.iterdir() if p.is_dir() or p.suffix == ".yaml")
)
def test_no_list_has_a_word_twice(name: str) -> None:
    path = SHIPPED / name
    found = [
        f"{node.path.relative_to(SHIPPED)}:{node.line}: {word}"
        for file in ([path] if path.is_file() else yaml_files(path))
        for node, words in lists_of_words(load_yaml(file))
        for word, times in Counter(words).items()
        if times > 1
    ]
    assert not found
