"""The documents: their links lead somewhere, and the README's walk-through can be walked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.benchmarks.peers import PEERS
from dragoman.cli.bench import NAMES
from tests.readme import README, ROOT, Shell, commands

MODEL = ROOT / "src" / "dragoman" / "language" / "model" / "model.onnx"
NOT_OURS = {".venv", "build", "node_modules"}
DOCUMENTS = sorted(
    path for path in ROOT.rglob("*.md") if not NOT_OURS.intersection(path.relative_to(ROOT).parts)
)
needs_model = pytest.mark.skipif(not MODEL.exists(), reason="the language model is not built")

_LINK = re.compile(r"\[[^]\n]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def links(document: Path) -> list[str]:
    """The relative links of a document, without those in code."""
    text = _CODE.sub("", document.read_text(encoding="utf-8"))
    return [link for link in _LINK.findall(text) if "://" not in link and not link.startswith("#")]


def anchors(document: Path) -> set[str]:
    """The headings of a document as the anchors that a forge makes of them."""
    heads = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_relative_link_resolves(document):
    for link in links(document):
        name, _, anchor = link.partition("#")
        target = (document.parent / name).resolve()
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def test_every_document_is_on_the_map():
    docs = ROOT / "docs"
    on_map = {(docs / link).resolve() for link in links(docs / "index.md")}
    assert [p.name for p in sorted(docs.rglob("*.md")) if p not in on_map and p.name != "index.md"] == []


def test_the_readme_names_the_two_commands_that_the_makefile_has():
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = [c.line.split()[1] for c in commands(README.read_text()) if c.line.startswith("make ")]
    assert {"demo", "test"} <= set(named) <= set(targets)


@needs_model
def test_the_walk_through_can_be_walked(tmp_path, monkeypatch):
    shell = Shell(tmp_path)
    walked = [c for c in commands(README.read_text(encoding="utf-8")) if not c.needs_network]
    for command in walked:
        code, shown = shell.run(command.line)
        assert code == 0, f"{command.line}\n{shown}"
        assert bool(shown) == bool(command.shown), f"{command.line}\n{shown}"
    named = {c.line.split()[1] for c in walked if c.line.startswith("dragoman ")}
    wanted = {"read", "overview", "relations", "show", "explain", "statements", "pledges", "sql", "export"}
    assert wanted <= named
    monkeypatch.chdir(tmp_path)
    for source in re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        exec(source, {})


def test_every_bench_and_every_peer_is_documented():
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    built = [n for n in NAMES if (ROOT / f"src/dragoman/benchmarks/{n.replace('-', '_')}.py").exists()]
    assert [name for name in built if f"`{name}`" not in text and f"bench {name}" not in text] == []
    assert [p.system for rows in PEERS.values() for p in rows if p.system not in text] == []
