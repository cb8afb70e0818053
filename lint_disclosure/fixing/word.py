"""Fixes in Word files: in the text of single runs; all other parts of the package stay."""

from __future__ import annotations

import io
import zipfile
from copy import copy

from lint_disclosure.finding import Edit
from lint_disclosure.fixing.target import NotPlaced, Splice
from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.texts import Stored, stored_texts
from lint_disclosure.reading.package import Package
from lint_disclosure.spot import WordSpot

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SIGNATURES = "_xmlsignatures/"


class Word:
    """A Word file; ``content`` is the part with the document."""

    def __init__(self, data: bytes, text: str) -> None:
        """``text`` is what the file was read as. Raises NotPlaced for a file that is signed."""
        self._data = data
        self._text = text
        self._package = Package(data, damaged)
        if any(name.startswith(_SIGNATURES) for name in self._package.names()):
            raise NotPlaced(
                "文件带有数字签名，修改会使签名失效",
                "the file is signed, and would not be any more",
            )
        self._stored = stored_texts(data)
        self.content = self._stored.content

    def splice(self, edit: Edit) -> Splice:
        """The bytes of a range of the text, if it is all in one run."""
        (spot,) = edit.location.spots
        if not isinstance(spot, WordSpot):
            raise NotPlaced("不知道文字在文件里的位置", "the place in the file is not known")
        old = self._text[edit.span[0] : edit.span[1]]
        stored = self._stored.paragraphs.get((spot.table, spot.row, spot.cell, spot.paragraph), [])
        for one in stored:
            if one.start <= spot.start and spot.end <= one.end and spot.start < spot.end:
                return self._in_run(one, spot.start - one.start, old, edit.replacement)
        raise NotPlaced(
            "这段文字格式不一（分在几段里），或在脚注、文本框里",
            "the text is in several runs, or in a note or a text box",
        )

    def _in_run(self, stored: Stored, start: int, old: str, new: str) -> Splice:
        for offset, text in stored.pieces:
            if start >= 0 and start + len(old) <= len(text):
                at = offset + len(text[:start].encode())
                before = old.encode()
                if self.content[at : at + len(before)] == before:
                    return Splice(at, at + len(before), new.translate(_REFERENCES).encode())
            start -= len(text)
        raise NotPlaced("文件不是按 UTF-8 存的，或带有字符引用", "not plain text in UTF-8")

    def finished(self, content: bytes) -> bytes:
        """The package with another document; the other parts in their order, byte by byte."""
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self._data)) as old,
            zipfile.ZipFile(out, "w") as new,
        ):
            new.comment = old.comment
            for entry in old.infolist():
                own = entry.filename.replace("\\", "/").lstrip("/").lower()
                is_document = own == self._stored.part.lower()
                part = content if is_document else self._package.read(entry.filename)
                new.writestr(copy(entry), part)
        return out.getvalue()
