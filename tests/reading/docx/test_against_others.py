"""Tables as python-docx, mammoth and this reader find them, in files of two programs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import mammoth
import pytest

from lint_disclosure.reading.docx import read
from lint_disclosure.rulepack.model import RulePack
from tests.clothes.docx import word
from tests.clothes.random_report import random_report

Cells = list[dict[tuple[int, int], str]]
"""For each table the text at each row and column that a cell covers, without blanks."""


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def by_this_reader(data: bytes) -> Cells:
    document = read("a.docx", data)
    text = document.source.text
    return [
        {
            (row, column): bare(text[cell.span[0] : cell.span[1]])
            for cell in grid
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        for grid in document.grids
    ]


def by_python_docx(data: bytes) -> Cells:
    return [
        {
            (at, column): bare(cell.text)
            for at, row in enumerate(table.rows)
            for column, cell in enumerate(row.cells)
        }
        for table in docx.Document(io.BytesIO(data)).tables
    ]


def by_mammoth(data: bytes) -> Cells:
    """The tables of the page that mammoth makes, with their cells laid out by their spans."""
    page = mammoth.convert_to_html(io.BytesIO(data)).value
    tables: Cells = []
    for table in re.findall(r"<table>(.*?)</table>", page):
        cells: dict[tuple[int, int], str] = {}
        for at, row in enumerate(re.findall(r"<tr>(.*?)</tr>", table)):
            column = 0
            for attributes, content in re.findall(r"<t[dh]([^>]*)>(.*?)</t[dh]>", row):
                spans = dict(re.findall(r'(\w+)="(\d+)"', attributes))
                while (at, column) in cells:
                    column += 1
                for down in range(int(spans.get("rowspan", 1))):
                    for along in range(int(spans.get("colspan", 1))):
                        cells[at + down, column + along] = bare(re.sub(r"<[^>]*>", "", content))
        tables.append(cells)
    return tables


OTHERS = pytest.mark.parametrize("other", [by_python_docx, by_mammoth])


@OTHERS
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_tables_of_a_report(
    other: Callable[[bytes], Cells], form: str, seed: int, pack: RulePack
) -> None:
    data = word(random_report(pack, pack.forms[form], seed))
    assert len(by_this_reader(data)) >= 3
    assert by_this_reader(data) == other(data)


@pytest.fixture(scope="module")
def saved_by_libreoffice(tmp_path_factory: pytest.TempPathFactory, pack: RulePack) -> bytes:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder: Path = tmp_path_factory.mktemp("libreoffice")
    (folder / "report.docx").write_bytes(word(random_report(pack, pack.forms["2021"], 1)))
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder / "saved"),
            str(folder / "report.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "saved" / "report.docx").read_bytes()


@OTHERS
def test_tables_of_a_report_that_libreoffice_saved(
    other: Callable[[bytes], Cells], saved_by_libreoffice: bytes
) -> None:
    assert len(by_this_reader(saved_by_libreoffice)) >= 3
    assert by_this_reader(saved_by_libreoffice) == other(saved_by_libreoffice)


def test_libreoffice_saves_the_same_text(saved_by_libreoffice: bytes, pack: RulePack) -> None:
    before = read("a.docx", word(random_report(pack, pack.forms["2021"], 1)))
    after = read("a.docx", saved_by_libreoffice)
    assert bare(after.source.text) == bare(before.source.text)
