"""Text that waits: the same whether it stayed in memory or went to the disk."""

from __future__ import annotations

import pytest

from lint_disclosure.render import spool as module
from lint_disclosure.render.spool import Spool


@pytest.mark.parametrize("room", [0, 10, 1 << 20])
def test_comes_back_in_order(monkeypatch, room):
    monkeypatch.setattr(module, "_IN_MEMORY", room)
    monkeypatch.setattr(module, "_PIECE", 7)
    spool = Spool()
    texts = [f"{number}年\r\n\U0001f600" for number in range(20)]
    for text in texts:
        spool.add(text)
    assert spool.count == 20
    assert "".join(spool.pieces()) == "".join(texts)


def test_keeps_little_in_memory(monkeypatch):
    monkeypatch.setattr(module, "_IN_MEMORY", 1000)
    spool = Spool()
    for _ in range(1000):
        spool.add("x" * 100)
    assert spool._kept == []
    assert max(len(piece) for piece in spool.pieces()) <= 1 << 16
