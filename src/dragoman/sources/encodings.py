"""Decode bytes whose encoding nobody vouches for.

In this order: a byte order mark; UTF-8 if every byte fits; what the page declares; UTF-16 without a
mark; UTF-8 with a few stray Windows-1252 bytes (a page pasted together from two); a statistical guess.
UTF-8 comes before the declaration because other encodings hardly ever fit it by chance, while
declarations are often wrong.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.errors import BadInput
from dragoman.text.languages import evidence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_SAMPLE = 32768
# What browsers understand by some labels (WHATWG Encoding Standard): the larger set.
_SUPERSETS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "utf-16": "utf-8",  # a page whose declaration could be read in ASCII is not UTF-16
    "x-user-defined": "cp1252",
}
# Encodings that use only ASCII bytes: such a page fits UTF-8 and must be taken at its word.
_SEVEN_BIT = frozenset({"iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "hz"})
# Encodings tried beside the statistical guess, the commonest on the web first.
_USUAL = ("cp1252", "cp1251", "cp1250", "cp1256", "koi8-r")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding in which it was found (a byte order mark is not part of the text)."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes.

    Raises:
        BadInput: the bytes are no text (pictures, archives, office files).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return Decoded(text, encoding)
    if declared and declared.lower() in _SEVEN_BIT and (found := _strict(data, declared)):
        return found
    found = _strict(data, "utf-8")
    if found and "\x00" not in found.text[:_SAMPLE]:
        return found
    return _without_marks(data, declared)


def declared_in(data: bytes) -> str | None:
    """The encoding that a page or an XML file declares in its head, or None."""
    match = _DECLARED.search(data[:_HEAD])
    return match[1].decode("ascii").lower() if match else None


def _without_marks(data: bytes, declared: str | None) -> Decoded:
    wide = _sixteen_bit(data)
    if wide:
        return Decoded(data.decode(wide, errors="replace"), wide)
    if b"\x00" in data[:_SAMPLE]:
        raise BadInput("these bytes are no text", remedy="Save the report as text or as a web page")
    if declared and (found := _strict(data, _SUPERSETS.get(declared.lower(), declared))):
        return found
    return _mixed(data) or _guessed(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _sixteen_bit(data: bytes) -> str | None:
    """UTF-16 without a mark: its spaces and line ends put zeros on one side only of the byte pairs."""
    head = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 50 < len(head) or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    found = _strict(head, encoding)
    return encoding if found and all(c.isprintable() or c.isspace() for c in found.text) else None


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 in which stray single bytes are Windows-1252; None if the strays outnumber the rest."""
    parts: list[str] = []
    start = strays = 0
    while start < len(data):
        try:
            parts.append(data[start:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            parts.append(data[start : start + error.start].decode("utf-8"))
            stray = data[start + error.start : start + error.start + 1]
            parts.append(stray.decode("cp1252", errors="replace"))
            start += error.start + 1
            strays += 1
            if strays > _SAMPLE // 32:
                return None
    text = "".join(parts)
    genuine = sum(1 for c in text if not c.isascii()) - strays
    return Decoded(text, "utf-8 and cp1252") if genuine >= max(1, strays) else None


def _guessed(data: bytes) -> Decoded:
    """The likeliest reading: the one in which most small words of some language turn up.

    The statistics of ``charset_normalizer`` narrow the field; on short texts they confuse encodings
    that differ in a few letters, which words tell apart.
    """
    from charset_normalizer import from_bytes

    names = [match.encoding for match in from_bytes(data[:_SAMPLE])][:6]
    readings = [found for name in dict.fromkeys((*_USUAL, *names)) if (found := _strict(data, name))]
    likely = max(readings, key=lambda found: evidence(found.text), default=None)
    return likely or Decoded(data.decode("latin-1"), "latin-1")
