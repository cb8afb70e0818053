"""Word files, written with python-docx: merged cells, headings that Word numbers itself."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from tests.clothes.layout import Laid, Sheet
from tests.clothes.model import Report
from tests.clothes.story import Block, Facts, Heading, Paragraph, Title, story

_NUMBERING = 77
_DEEPEST = 3
_BEGINS_A_PAGE = "三、"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def word(report: Report) -> bytes:
    """The report with its runs cut at random; headings of some levels are numbered by Word."""
    return _written(report, None)


def for_print(report: Report, broken: bool) -> bytes:
    """The same; table three goes over to a new page in its midst, or stays on one."""
    return _written(report, broken)


def _written(report: Report, broken: bool | None) -> bytes:
    file = docx.Document()
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    writer = _Writer(file, Random(f"docx/{report.seed}"), broken)
    for block in story(report):
        writer.block(block)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


class _Writer:
    """Fills a document from the top."""

    def __init__(self, file: Any, chance: Random, broken: bool | None) -> None:
        self.file = file
        self.chance = chance
        self.broken = broken
        self.counted = {level for level in (1, 2, 3) if chance.random() < 0.5}
        self.list = _NUMBERING
        self.typed = _DEEPEST
        _add_numbering(file)

    def block(self, block: Block) -> None:
        if isinstance(block, Title):
            for line in block.lines:
                self._paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Paragraph):
            self._paragraph(block.text)
        else:
            self._table(block)

    def _paragraph(self, text: str) -> WordParagraph:
        paragraph = self.file.add_paragraph()
        self._runs(paragraph, text)
        return paragraph

    def _runs(self, paragraph: WordParagraph, text: str) -> None:
        """The text in runs cut at random, also within numbers."""
        while text:
            length = self.chance.choice((1, 2, 5, 12, 40))
            paragraph.add_run(text[:length]).bold = True if self.chance.random() < 0.1 else None
            text = text[length:]

    def _heading(self, block: Heading) -> None:
        if block.level not in self.counted:
            paragraph = self._paragraph(block.mark + block.title + block.tail)
            self.typed = min(self.typed, block.level)
        else:
            paragraph = self._paragraph(block.title + block.tail)
            self._count(paragraph, block)
        if self.broken is not None and block.mark == _BEGINS_A_PAGE:
            paragraph.paragraph_format.page_break_before = True

    def _count(self, paragraph: WordParagraph, block: Heading) -> None:
        """Number a heading; below one that is typed out a list has to begin anew."""
        if self.typed < block.level:
            self.list += 1
            _add_list(self.file.part.numbering_part.element, self.list, block.level - 1)
            self.typed = _DEEPEST
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = block.level - 1
        properties.get_or_add_numId().val = self.list

    def _facts(self, block: Facts) -> None:
        """The metadata as lines, or as a table with a label and a value in each row."""
        if self.chance.random() < 0.5:
            for fact in block.facts:
                self._paragraph(f"{fact.label}：{fact.value}")
            return
        table = self.file.add_table(len(block.facts), 2)
        for row, fact in zip(table.rows, block.facts, strict=True):
            first, second = row.cells
            self._runs(first.paragraphs[0], f"{fact.label}：")
            self._runs(second.paragraphs[0], fact.value)

    def _table(self, sheet: Sheet) -> None:
        shape = tuple(cell._replace(text="") for cell in sheet.cells)
        element = deepcopy(_empty_table(shape, sheet.width, sheet.height))
        self.file.element.body.insert(len(self.file.element.body) - 1, element)
        rows = element.findall(qn("w:tr"))
        for number, (row, cells) in enumerate(zip(rows, sheet.rows(), strict=True)):
            texts = {cell.column: cell.text for cell in cells}
            column = 0
            for one in row.findall(qn("w:tc")):
                paragraph = WordParagraph(one.find(qn("w:p")), self.file)
                self._runs(paragraph, texts.get(column, ""))
                if self.broken is not None:
                    self._keep(paragraph, sheet, number)
                column += one.grid_span

    def _keep(self, paragraph: WordParagraph, sheet: Sheet, row: int) -> None:
        """Small letters, and rows held together on a page, but for the one that begins a page."""
        style = paragraph.paragraph_format
        style.space_after = Pt(0)
        for run in paragraph.runs:
            run.font.size = Pt(8)
        if sheet.key == "requests" and self.broken and row == sheet.height // 2:
            style.page_break_before = True
        else:
            style.keep_with_next = not (sheet.key == "requests" and self.broken)


@cache
def _empty_table(shape: tuple[Laid, ...], width: int, height: int) -> Any:
    """A table with its cells merged and nothing in them; merging takes python-docx long."""
    table = docx.Document().add_table(height, width)
    table.style = "Table Grid"
    table.autofit = False
    for column, share in zip(table.columns, _shares(shape, width), strict=True):
        for cell in column.cells:
            cell.width = int(Mm(160) * share)
    for cell in shape:
        if cell.rows > 1 or cell.columns > 1:
            last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            table.cell(cell.row, cell.column).merge(last)
    return table._tbl


def _shares(shape: tuple[Laid, ...], width: int) -> list[float]:
    """How wide each column is: the columns of labels in table three take half of it."""
    labels = {cell.column for cell in shape if cell.label and cell.row == 3 and cell.columns > 1}
    if not labels or width < 8:
        return [1 / width] * width
    label_columns = next(cell.columns for cell in shape if cell.row == 3 and cell.columns > 1)
    others = width - label_columns
    return [0.5 / label_columns] * label_columns + [0.5 / others] * others


def _add_numbering(file: Any) -> None:
    """A list of three levels, numbered as the sections of the form are."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, (kind, text) in enumerate(_LEVELS)
    )
    numbering = file.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    _add_list(numbering, _NUMBERING, None)


def _add_list(numbering: Any, number: int, first: int | None) -> None:
    """A list that counts on, or begins anew at the level ``first``."""
    element = OxmlElement("w:num")
    element.set(qn("w:numId"), str(number))
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), str(_NUMBERING))
    element.append(link)
    if first is not None:
        override = f'<w:lvlOverride {nsdecls("w")} w:ilvl="{first}"><w:startOverride w:val="1"/>'
        element.append(parse_xml(f"{override}</w:lvlOverride>"))
    numbering.append(element)
