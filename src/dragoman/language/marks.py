"""The marks that open a quotation or a bracket: whoever asks for other marks besides adds them there."""

from __future__ import annotations

QUOTING = frozenset("“‘«")
OPENING = QUOTING | frozenset("([")
