"""Web pages, whole and damaged: both parsers give the same document, and places lead back."""

from __future__ import annotations

import re
from html import unescape

import pytest

from lint_disclosure.document import Document
from lint_disclosure.place import LineSpan
from lint_disclosure.reading.blocks import assemble
from lint_disclosure.reading.html import read
from lint_disclosure.reading.html.blocks import blocks_of
from lint_disclosure.reading.html.origins import HtmlOrigins
from lint_disclosure.reading.html.tree import events
from lint_disclosure.rulepack.model import RulePack
from tests.clothes import html
from tests.clothes.damage import damaged
from tests.clothes.random_report import random_report

STYLES = (html.clean, html.word, html.portal)


def page(pack: RulePack, form: str, number: int) -> str:
    dress = STYLES[number % len(STYLES)]
    data = dress(random_report(pack, pack.forms[form], number))
    return data.decode("gb18030" if dress is html.portal else "utf-8").replace("\r\n", "\n")


def parsed(markup: str, *, fast: bool) -> Document:
    blocks = blocks_of(events(markup, fast))
    return assemble("a.html", blocks, lambda pieces: HtmlOrigins(pieces, markup))


def spans(document: Document) -> list[tuple[int, int]]:
    return [
        span for line in document.lines for span in (line.cells or ((line.start, line.end),))
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("number", range(12))
def test_both_parsers_give_the_same_document_of_a_damaged_page(
    number: int, form: str, pack: RulePack
) -> None:
    markup = damaged(page(pack, form, number), number)
    fast, slow = parsed(markup, fast=True), parsed(markup, fast=False)
    assert fast.source.text == slow.source.text
    assert fast[1:] == slow[1:]
    for span in spans(fast)[::5]:
        assert fast.source.locate((span,)) == slow.source.locate((span,))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("number", range(6))
def test_the_markup_at_a_place_is_the_text_of_the_value(
    number: int, form: str, pack: RulePack
) -> None:
    markup = page(pack, form, number)
    document = read("a.html", markup.encode())
    lines = markup.split("\n")
    for span in spans(document):
        place = document.source.locate((span,)).in_file
        assert place is not None
        assert _shown(_cut(lines, place)) == "".join(document.source.cut((span,)).split())


def _cut(lines: list[str], place: LineSpan) -> str:
    found = lines[place.line - 1 : place.end_line]
    found[-1] = found[-1][: place.end_column - 1]
    found[0] = found[0][place.column - 1 :]
    return "\n".join(found)


def _shown(markup: str) -> str:
    bare = re.sub(r"<!--.*?-->|<style.*?</style>|<[^<>]*>", "", markup, flags=re.S)
    return "".join(unescape(bare).split())
