"""The report of ``examples/clean.txt`` as a web page and as a Word file, and PDFs made of them."""

from __future__ import annotations

import html
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
CLEAN = REPOSITORY / "examples" / "clean.txt"
LIMIT = 120
"""Seconds that a program may take to make a PDF."""


class Made(NamedTuple):
    """A cell of a table as it is made: its text, and the rows and columns that it reaches over."""

    text: str
    rows: int = 1
    columns: int = 1


Row = list[Made]
Part = str | list[Row]


def clean_parts() -> Iterator[Part]:
    """The lines of the report, and its three tables with the merged cells of the form."""
    rows: list[list[str]] = []
    tables = iter((_proactive, _requests, _disputes))
    for line in CLEAN.read_text(encoding="utf-8").splitlines():
        if line.endswith(" |"):
            rows.append([cell.strip() for cell in line.removesuffix("|").split(" | ")])
            continue
        if rows:
            yield next(tables)(rows)
            rows = []
        yield line


def _proactive(rows: list[list[str]]) -> list[Row]:
    made: list[Row] = []
    for cells in rows:
        if len(cells) == 1:
            made.append([Made(cells[0], columns=4)])
        elif len(cells) == 2:
            made.append([Made(cells[0]), Made(cells[1], columns=3)])
        else:
            made.append([Made(cell) for cell in cells])
    return made


def _requests(rows: list[list[str]]) -> list[Row]:
    head, second, third, *body = rows
    made: list[Row] = [
        [Made(head[0], 3, 3), Made(head[1], columns=7)],
        [Made(second[0], 2), Made(second[1], columns=5), Made(second[2], 2)],
        [Made(cell) for cell in third],
    ]
    below = {"（三）不予公开": 8, "（四）无法提供": 3, "（五）不予处理": 5, "（六）其他处理": 3}
    for cells in body:
        labels, numbers = cells[:-7], [Made(cell) for cell in cells[-7:]]
        if labels[0].startswith(("一、", "二、", "四、")):
            made.append([Made(labels[0], columns=3), *numbers])
            continue
        row: Row = []
        if labels[0].startswith("三、"):
            row.append(Made(labels.pop(0), 22))
        if labels[0] in below:
            row += [Made(labels[0], below[labels[0]]), Made(labels[1])]
        elif labels[0].startswith("（"):
            row.append(Made(labels[0], columns=2))
        else:
            row.append(Made(labels[0]))
        made.append([*row, *numbers])
    return made


def _disputes(rows: list[list[str]]) -> list[Row]:
    first, second, third, numbers = rows
    return [
        [Made(first[0], columns=5), Made(first[1], columns=10)],
        [
            *(Made(cell, 2) for cell in second[:5]),
            *(Made(cell, columns=5) for cell in second[5:]),
        ],
        [Made(cell) for cell in third],
        [Made(cell) for cell in numbers],
    ]


PLAIN = "table{border-collapse:collapse;width:100%} td{border:1px solid;padding:2pt}"
DOUBLE = (
    "table{border-collapse:separate;border-spacing:2px;width:100%;border:1px solid}"
    "td{border:1px solid}"
)


def web_page(style: str = PLAIN, font: str = "Noto Sans CJK SC") -> str:
    """The report as a web page for printing."""
    out = [
        "<!doctype html><meta charset=utf-8><style>@page{size:A4;margin:25mm}"
        f"body{{font:12pt '{font}'}} p{{margin:0;text-indent:2em;line-height:1.6}}"
        f"td{{font-size:9pt}} {style}</style><body>"
    ]
    for part in clean_parts():
        if isinstance(part, str):
            out.append(f"<p>{html.escape(part)}</p>")
            continue
        out.append("<table>")
        for row in part:
            out.append("<tr>")
            out += [
                f"<td rowspan={cell.rows} colspan={cell.columns}>{html.escape(cell.text)}</td>"
                for cell in row
            ]
            out.append("</tr>")
        out.append("</table>")
    return "".join(out)


def word_file(before_table: int = 0) -> bytes:
    """The report as a Word file; ``before_table`` empty paragraphs push each table down."""
    docx = pytest.importorskip("docx")
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "Noto Serif CJK SC"
    style.font.size = Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    for part in clean_parts():
        if isinstance(part, str):
            document.add_paragraph(part).paragraph_format.first_line_indent = Pt(24)
            continue
        for _ in range(before_table):
            document.add_paragraph()
        _word_table(document, part)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _word_table(document: object, rows: list[Row]) -> None:
    from docx.shared import Pt

    width = sum(cell.columns for cell in rows[0])
    table = document.add_table(len(rows), width)  # type: ignore[attr-defined]
    table.style = "Table Grid"
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            end = column + cell.columns - 1
            low = at + cell.rows - 1
            merged = table.cell(at, column)
            if cell.rows > 1 or cell.columns > 1:
                merged = merged.merge(table.cell(low, end))
            merged.text = cell.text
            for run in merged.paragraphs[0].runs:
                run.font.size = Pt(8)
            taken |= {(r, c) for r in range(at, low + 1) for c in range(column, end + 1)}
            column = end + 1


def pdf_of_page(page: str, folder: Path) -> bytes:
    """The PDF that chromium prints of a web page; skips where there is no chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium to print a PDF with")
    source, made = folder / "report.html", folder / "report.pdf"
    source.write_text(page, encoding="utf-8")
    _run(
        program,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={made}",
        source.as_uri(),
    )
    return made.read_bytes()


def pdf_of_word(data: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of a Word file; skips where there is no LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no soffice to make a PDF with")
    source = folder / "report.docx"
    source.write_bytes(data)
    _run(
        program,
        f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    )
    return (folder / "report.pdf").read_bytes()


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, timeout=LIMIT, check=False)
    if done.returncode:
        pytest.skip(f"{command[0]} failed: {done.stderr[-200:].decode(errors='replace')}")
