"""Plain text as portals, word processors and copying leave it of a report."""

from __future__ import annotations

from collections.abc import Callable

from tests.clothes.layout import Laid, Sheet
from tests.clothes.model import Fact, Report
from tests.clothes.story import Block, Facts, Heading, Paragraph, Title, story


def bars(report: Report) -> bytes:
    """Rows packed to the left, filled up with empty cells: the usual text of a portal."""
    return _written(report, _bars, lambda row: " | ".join((*row, "")).rstrip(" "))


def ruled_bars(report: Report) -> bytes:
    """Bars on both sides, and the ruler of Markdown below the first row."""
    return _written(report, _ruled, lambda row: f"| {' | '.join(row)} |")


def tabs(report: Report) -> bytes:
    """Tabs between cells: a table turned into text by a word processor."""
    return _written(report, _tabs, "\t".join)


def a_cell_a_line(report: Report) -> bytes:
    """Each cell on a line of its own: what copying from a page or a PDF gives."""
    return _written(report, _cell_lines, "\n".join)


def wide_gaps(report: Report) -> bytes:
    """Label and numbers on one line with wide gaps: text taken out of a PDF."""
    return _written(report, _gaps, "  ".join)


def _written(
    report: Report, table: Callable[[Sheet], str], pairs: Callable[[list[str]], str]
) -> bytes:
    lines = [_block(block, table, pairs) for block in story(report)]
    return ("\n".join(lines) + "\n").encode()


def _block(block: Block, table: Callable[[Sheet], str], pairs: Callable[[list[str]], str]) -> str:
    if isinstance(block, Title):
        return "\n".join(block.lines)
    if isinstance(block, Facts):
        lines = [block.facts[at : at + 2] for at in range(0, len(block.facts), 2)]
        return "\n".join(pairs([_fact(fact) for fact in line]) for line in lines)
    if isinstance(block, Heading):
        return block.mark + block.title + block.tail
    if isinstance(block, Paragraph):
        return block.text
    return table(block)


def _fact(fact: Fact) -> str:
    return f"{fact.label}：{fact.value}"


def _bars(sheet: Sheet) -> str:
    return "\n".join(
        " | ".join(cell.text for cell in row) + " |" + " |" * (sheet.width - len(row))
        for row in sheet.rows()
    )


def _ruled(sheet: Sheet) -> str:
    lines = [f"| {' | '.join(cell.text for cell in row)} |" for row in sheet.rows()]
    return "\n".join((lines[0], "|" + " --- |" * sheet.width, *lines[1:]))


def _tabs(sheet: Sheet) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in sheet.rows())


def _cell_lines(sheet: Sheet) -> str:
    return "\n".join(cell.text for row in sheet.rows() for cell in row)


def _gaps(sheet: Sheet) -> str:
    return "\n".join(_gapped(row) for row in sheet.rows())


def _gapped(row: list[Laid]) -> str:
    return "   ".join(cell.text for cell in row)
