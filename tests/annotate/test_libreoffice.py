"""LibreOffice opens the annotated files, and has the comments in them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest

from lint_disclosure.annotate.annotating import annotate
from lint_disclosure.rulepack.model import RulePack
from tests.annotate.compare import EVERYTHING
from tests.annotate.planted import planted
from tests.clothes import docx as word
from tests.clothes import xlsx as sheets
from tests.clothes.random_report import random_report

SOFFICE = shutil.which("soffice")


def saved_again(data: bytes, suffix: str, folder: Path) -> bytes:
    """The file as LibreOffice writes it once it has read it."""
    source = folder / f"report{suffix}"
    source.write_bytes(data)
    target = folder / "out"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            SOFFICE or "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            suffix[1:],
            "--outdir",
            str(target),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (target / source.name).read_bytes()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_has_every_comment(pack: RulePack, tmp_path: Path) -> None:
    report = planted(random_report(pack, pack.forms["2021"], 3))
    made = annotate(word.word(report), name="a.docx", pack=pack, selection=EVERYTHING)
    file = docx.Document(io.BytesIO(saved_again(made.data, ".docx", tmp_path)))
    assert [one.text.split("\n")[0] for one in file.comments] == [
        note.lines[0] for note in made.notes
    ]
    assert {one.author for one in file.comments} == {"disclosure-lint"}

    made = annotate(sheets.one_sheet(report), name="a.xlsx", pack=pack, selection=EVERYTHING)
    book = openpyxl.load_workbook(io.BytesIO(saved_again(made.data, ".xlsx", tmp_path)))
    texts = "\n".join(
        cell.comment.text for row in book.worksheets[0].iter_rows() for cell in row if cell.comment
    )
    assert [note.lines[0] for note in made.notes if note.lines[0] not in texts] == []
