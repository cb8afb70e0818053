"""PDF with highlights at the words; the file is kept as it is, and they are added behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from lint_disclosure.annotate.note import AUTHOR, Note
from lint_disclosure.annotate.refused import damaged
from lint_disclosure.place import Source
from lint_disclosure.reading.apart import Failed, apart
from lint_disclosure.reading.pages.places import PagePlaces
from lint_disclosure.reading.unreadable import UnreadableFile, needs_extra

__all__ = ["with_notes", "without_own"]

_COLOURS = {"error": (255, 150, 140), "warning": (255, 220, 90), "info": (160, 200, 255)}
_VERSION = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_SEAL = re.compile(rb"%" + AUTHOR.encode() + rb" (\d{1,9}) ([0-9a-f]{64})\n\Z")


def without_own(data: bytes) -> bytes:
    """The file without the tool's highlights. Raises UnreadableFile.

    What the tool itself has added last is cut off. Where others have saved the file since, the
    highlights are taken out one by one.
    """
    seal = _SEAL.search(data, max(len(data) - 200, 0))
    if seal is not None:
        bare = data[: int(seal[1])]
        if sha256(bare).hexdigest().encode() == seal[2]:
            return bare
    named = AUTHOR.encode() in data or AUTHOR.encode("utf-16-be") in data
    # In compressed objects, and in encrypted ones, the name is not to be seen.
    if not named and b"/ObjStm" not in data and b"/Encrypt" not in data:
        return data
    return _worked(data, [])


def with_notes(data: bytes, notes: tuple[Note, ...], source: Source) -> bytes:
    """The file with a highlight for each note. Raises UnreadableFile."""
    assert isinstance(source.origins, PagePlaces)
    wanted = []
    for note in notes:
        spots = [spot for span in note.spans for spot in source.origins.boxes(*span)]
        page = spots[0].page
        boxes = [spot.box for spot in spots if spot.page == page]
        wanted.append((page, boxes, _COLOURS[note.severity], "\n".join(note.lines)))
    made = _worked(data, wanted)
    if made.startswith(data):
        made = _with_fixed_id(made, len(data))
        seal = f"%{AUTHOR} {len(data)} {sha256(data).hexdigest()}\n".encode()
        return made + (b"" if made.endswith(b"\n") else b"\n") + seal
    return made


def _with_fixed_id(made: bytes, start: int) -> bytes:
    """The file with the id of this version made from its content, not by chance."""
    found = [*_VERSION.finditer(made, start)][-1:]
    if not found:
        return made
    first, last = found[0].span(1), found[0].span(2)
    digest = sha256(made[: first[0]]).hexdigest()[:32].upper().encode()
    lasting = made[slice(*first)] if made.find(made[slice(*first)], 0, start) >= 0 else digest
    return b"".join((made[: first[0]], lasting, made[first[1] : last[0]], digest, made[last[1] :]))


def _worked(data: bytes, wanted: Sequence[object]) -> bytes:
    """The file without earlier highlights and with these, made in another process."""
    import marshal

    try:
        from lint_disclosure.annotate.pdf_highlights import highlighted
    except ImportError:
        raise needs_extra("PDF 文件", "PDF files", "pdf") from None
    try:
        made: bytes
        packed = marshal.dumps((data, list(wanted)))
        (made,) = apart(highlighted, packed)
    except Failed:
        raise damaged() from None
    if not made:
        raise UnreadableFile(
            "PDF 打不开或不能加批注；请检查原始的 Word 文件",
            "the PDF cannot be opened or added to; check the Word file it was made from",
        )
    return made
