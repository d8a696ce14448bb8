"""The creation time inside a database's record id.

A MongoDB ObjectId is twelve bytes, written as 24 hexadecimal digits; the first four bytes are the
seconds since 1970-01-01 UTC, big-endian. A capture that was stored when it was published carries its
date there.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_OBJECT_ID = re.compile(r"[\s\ufeff]*([0-9a-fA-F]{24})(?![0-9a-zA-Z])")
EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)


def created(text: str, now: datetime | None = None) -> datetime | None:
    """When the record that opens a text was made, or None where there is no plausible id.

    Plausible is from 1995, when news came to the web, to two days after ``now``.
    """
    match = _OBJECT_ID.match(text)
    if match is None:
        return None
    moment = datetime.fromtimestamp(int(match[1][:8], 16), tz=UTC)
    latest = (now or datetime.now(tz=UTC)) + timedelta(days=2)
    return moment if EARLIEST <= moment <= latest else None
