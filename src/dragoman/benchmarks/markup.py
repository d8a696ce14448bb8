"""Read XML that nobody vouches for: no document types, no entities, bounded size."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

from dragoman.errors import BadInput

CEILING = 256 * 1024 * 1024  # bytes


def read_xml(path: Path) -> Element:
    """The root element of an XML file.

    Raises:
        BadInput: the file cannot be read, is too large, is not XML, or declares entities, which could
            grow without bound or reach outside the file.
    """
    try:
        if path.stat().st_size > CEILING:
            raise BadInput(f"the file is over {CEILING} bytes", path=path, remedy="Split it")
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", path=path, remedy="Check the path") from error
    return parse_xml(data, path)


def parse_xml(data: bytes, path: Path) -> Element:
    """The root element of XML in memory; ``path`` is named in errors.

    Raises:
        BadInput: it is not XML, or declares entities.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = lambda *_: _refuse(parser, path)
    parser.ExternalEntityRefHandler = lambda *_: _refuse(parser, path)
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ParseError, AssertionError) as error:
        line = getattr(error, "lineno", None)
        raise BadInput(
            f"is not XML: {error}", path=path, line=line, remedy="Check the file's format"
        ) from error


def text_of(element: Element | None) -> str:
    """All characters inside an element, tags left out."""
    return "" if element is None else "".join(element.itertext())


def _refuse(parser: expat.XMLParserType, path: Path) -> int:
    raise BadInput(
        "declares an entity, which is refused", path=path, line=parser.CurrentLineNumber,
        remedy="Take the entity declarations out of the file",
    )  # fmt: skip
