"""Markdown: tables with bars, or as the HTML that Markdown lets stand."""

from __future__ import annotations

from collections.abc import Callable

from tests.clothes import html
from tests.clothes.layout import Sheet
from tests.clothes.model import Report
from tests.clothes.story import Block, Facts, Heading, Paragraph, Title, story


def pipes(report: Report) -> bytes:
    """Rows packed to the left, each filled up to the width of the table."""
    return _written(report, _packed)


def grids(report: Report) -> bytes:
    """Rows in which every cell keeps its place; where one reaches over another, nothing stands."""
    return _written(report, _rectangular)


def html_inside(report: Report) -> bytes:
    """Tables in HTML, with cells that reach over several rows and columns."""
    return _written(report, html.table)


def _written(report: Report, table: Callable[[Sheet], str]) -> bytes:
    return ("\n\n".join(_block(block, table) for block in story(report)) + "\n").encode()


def _block(block: Block, table: Callable[[Sheet], str]) -> str:
    if isinstance(block, Title):
        return "\n\n".join(f"# {line}" for line in block.lines)
    if isinstance(block, Facts):
        return "\n\n".join(f"**{fact.label}：** {fact.value}" for fact in block.facts)
    if isinstance(block, Heading):
        if block.tail:
            return f"**{block.mark}{block.title}**{block.tail}"
        return f"{'#' * (block.level + 1)} {block.mark}{block.title}"
    if isinstance(block, Paragraph):
        return block.text
    return table(block)


def _packed(sheet: Sheet) -> str:
    rows = [[cell.text for cell in row] for row in sheet.rows()]
    return _ruled([row + [""] * (sheet.width - len(row)) for row in rows])


def _rectangular(sheet: Sheet) -> str:
    return _ruled([[cell.text if cell else "" for cell in row] for row in sheet.rectangle()])


def _ruled(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]))
