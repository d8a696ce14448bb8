"""The README's walk-through: its commands, run as a reader would, and what they print.

``python -m tests.readme`` runs them again in a fresh copy of the examples and puts what they print now into
the README; ``tests/test_docs.py`` only runs them.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COLUMNS = 80
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """A line after ``$`` and what stands under it."""

    line: str
    shown: str

    @property
    def needs_network(self) -> bool:
        """Whether it fetches something or sets the environment up: such commands are not run here."""
        return self.line.startswith(("git ", "make ", "cd ", "source ", "pip "))


def commands(text: str) -> list[Command]:
    """The commands of the console blocks of a document, in order."""
    return [command for block in _BLOCK.findall(text) for command in _commands(block)]


def _commands(block: str) -> list[Command]:
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [Command(*part.partition("\n")[::2]) for part in parts]


class Shell:
    """Runs commands as in a terminal of eighty columns, in a folder of its own with the examples in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT / "examples", folder / "examples")
        (folder / "src").symlink_to(ROOT / "src")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        kept = {k: v for k, v in os.environ.items() if not k.startswith("DRAGOMAN_")}
        self._environ: dict[str, str] = {**kept, "PATH": path, "TERM": "dumb", "NO_COLOR": "1"}

    def run(self, line: str) -> tuple[int, str]:
        """The exit code of a command and what a terminal shows of it; ``export`` lasts."""
        if line.startswith("export "):
            name, _, value = line.removeprefix("export ").partition("=")
            self._environ[name] = value
            return 0, ""
        return _in_terminal(line, self.folder, self._environ)


def _in_terminal(line: str, folder: Path, environ: Mapping[str, str]) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    bash = ["bash", "-c", f"set -o pipefail; {line}"]
    process = subprocess.Popen(bash, cwd=folder, env=dict(environ), stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    shown = b"".join(_chunks(ours))
    _, talk = process.communicate()
    text = shown.decode().replace("\r\n", "\n")
    lines = [one.rstrip() for one in (text + talk.decode()).rstrip().splitlines()]
    return process.returncode, "".join(f"{one}\n" for one in lines)


def _chunks(terminal: int):
    """What arrives until the other side is closed."""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        yield chunk
    os.close(terminal)


def renewed(text: str, folder: Path) -> str:
    """The document with what its commands print now."""
    shell = Shell(folder)

    def again(block: re.Match[str]) -> str:
        parts = []
        for command in _commands(block[1]):
            shown = command.shown if command.needs_network else _shown(shell, command)
            parts.append(f"$ {command.line}\n{shown}")
        return f"```console\n{''.join(parts)}```"

    return _BLOCK.sub(again, text)


def _shown(shell: Shell, command: Command) -> str:
    code, shown = shell.run(command.line)
    if code:
        raise SystemExit(f"{command.line}\n{shown}exit code {code}")
    return shown


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        README.write_text(renewed(README.read_text(encoding="utf-8"), Path(made)), encoding="utf-8")
