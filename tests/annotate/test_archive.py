"""A zip in which some parts are replaced and all others keep their bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from lint_disclosure.annotate.archive import patched
from lint_disclosure.reading.unreadable import UnreadableFile


def zipped(streamed: bool = False) -> bytes:
    """Three parts, one stored; ``streamed`` has the sizes behind the parts."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

    stream = Pipe()
    with zipfile.ZipFile(stream, "w") as file:
        file.comment = b"kept"
        for name, kind in (("a.xml", 8), ("名.xml", 0), ("c/d.xml", 8)):
            entry = zipfile.ZipInfo(name, (2020, 2, 3, 4, 5, 6))
            entry.compress_type = kind
            entry.external_attr = 0o600 << 16
            file.writestr(entry, name * 10)
    return stream.getvalue()


@pytest.mark.parametrize("streamed", [False, True])
def test_a_part_is_replaced_and_one_is_added(streamed: bool) -> None:
    before = zipped(streamed)
    after = patched(before, {"A.xml": b"new", "e.xml": b"more"})
    with zipfile.ZipFile(io.BytesIO(after)) as file:
        assert file.testzip() is None
        assert file.namelist() == ["a.xml", "名.xml", "c/d.xml", "e.xml"]
        assert file.read("a.xml") == b"new"
        assert file.read("名.xml") == "名.xml".encode() * 10
        assert file.read("e.xml") == b"more"
        assert file.comment == b"kept"
        first = file.getinfo("a.xml")
        assert (first.date_time, first.external_attr) == ((2020, 2, 3, 4, 5, 6), 0o600 << 16)
    with zipfile.ZipFile(io.BytesIO(before)) as file:
        begin, end = (file.getinfo(name).header_offset for name in ("名.xml", "c/d.xml"))
    assert before[begin:end] in after


def test_nothing_changed_is_the_same_zip() -> None:
    assert patched(zipped(), {}) == zipped()


@pytest.mark.parametrize("broken", [b"", b"PK", zipped()[:-30], b"x" + zipped()])
def test_what_is_not_laid_out_plainly_is_refused(broken: bytes) -> None:
    with pytest.raises(UnreadableFile):
        patched(broken, {"a.xml": b"new"})
