"""Names of elements and attributes as ElementTree writes them: {namespace}name."""

from __future__ import annotations

import re

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VML = "urn:schemas-microsoft-com:vml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_STRICT = re.compile(r"""(=["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?=["'])""")


def transitional(text: str) -> str:
    """The text of a part with the namespaces of strict OOXML in their transitional spelling."""
    if "http://purl.oclc.org/ooxml/" not in text:
        return text
    return _STRICT.sub(r"\1http://schemas.openxmlformats.org/\2/2006/\3", text)


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def m(name: str) -> str:
    """A name of the equations."""
    return f"{{{MATH}}}{name}"


VAL = w("val")
ID = w("id")
AUTHOR = w("author")
DATE = w("date")

BODY = w("body")
PARAGRAPH = w("p")
PARAGRAPH_PROPERTIES = w("pPr")
RUN = w("r")
RUN_PROPERTIES = w("rPr")
TEXT = w("t")
TABLE = w("tbl")
ROW = w("tr")
CELL = w("tc")
INSERTED = w("ins")
DELETED = w("del")
MOVED_HERE = w("moveTo")
MOVED_AWAY = w("moveFrom")
TEXT_BOX = w("txbxContent")
CONTROL = w("sdt")
CONTROL_CONTENT = w("sdtContent")

ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"

_OFF = frozenset(("0", "false", "off", "none"))


def is_on(value: str | None) -> bool:
    """Whether a property with this ``w:val`` is on; it is when it has none."""
    return value not in _OFF


def whole(value: str | None, default: int) -> int:
    """A whole number of up to nine digits; ``default`` for anything else."""
    if value is not None and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    return default
