"""PDFs written out by hand, with text and lines where a test wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 600, 800


class Sheet(NamedTuple):
    """A page: its content in the language of PDF, counted from the lower left corner in points."""

    content: str
    rotate: int = 0
    box: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)
    form: str = ""
    """What ``/X Do`` draws, in a form with its own matrix, or ``""``."""
    matrix: str = "1 0 0 1 0 0"


def text(x: float, y: float, words: str, size: float = 12, more: str = "") -> str:
    """Words on a base line that begins at (x, y); each Chinese character is as wide as ``size``."""
    if words.isascii():
        return f"BT /L {size} Tf {more} {x} {y} Td ({words}) Tj ET\n"
    codes = words.encode("utf-16-be").hex()
    return f"BT /C {size} Tf {more} {x} {y} Td <{codes}> Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All the lines of a table."""
    return "".join(line(xs[0], y, xs[-1], y) for y in ys) + "".join(
        line(x, ys[0], x, ys[-1]) for x in xs
    )


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


FONTS = [
    b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    b"/DescendantFonts[5 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor 6 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/Ascent 880/Descent -120"
    b"/FontBBox[0 -120 1000 880]/ItalicAngle 0/CapHeight 880/StemV 80>>",
    stream(
        b"\x7f",
        "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
    ),
]
"""Objects 3 to 7: Latin, Chinese with its two parts, and a grey picture."""


def pdf(sheets: Sequence[Sheet | str]) -> bytes:
    """The file with these pages."""
    objects: list[bytes] = []
    kids: list[int] = []
    first = 3 + len(FONTS)
    for sheet in sheets:
        page = sheet if isinstance(sheet, Sheet) else Sheet(sheet)
        number = first + len(objects)
        kids.append(number)
        resources = "/Font<</L 3 0 R/C 4 0 R>>/XObject<</P 7 0 R/X " + f"{number + 2} 0 R>>"
        box = " ".join(map(str, page.box))
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Rotate {page.rotate}"
            f"/Contents {number + 1} 0 R/Resources<<{resources}>>>>".encode(),
            stream(page.content.encode()),
            stream(
                page.form.encode(),
                f"/Type/XObject/Subtype/Form/BBox[-9999 -9999 9999 9999]/Matrix[{page.matrix}]"
                "/Resources<</Font<</L 3 0 R/C 4 0 R>>>>",
            ),
        ]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    tree = f"<</Type/Pages/Kids[{listed}]/Count {len(kids)}>>".encode()
    return file_of([catalog, tree, *FONTS, *objects])


def file_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of objects that are numbered from 1; the first is its catalog."""
    out = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )
