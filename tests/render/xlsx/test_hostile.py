"""Whatever a report says, no cell is a formula, and every program can open the file."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree

import openpyxl

from lint_disclosure.render.width import visible
from tests.render.test_hostile import everywhere, hostile
from tests.render.xlsx.conftest import workbook


@hostile
def test_no_formula_and_no_other_markup(text):
    data = workbook(*everywhere(text))
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            root = ElementTree.fromstring(package.read(name))
            if "/worksheets/sheet" in name:
                tags = {re.sub("{.*}", "", one.tag) for one in root.iter()}
                assert tags.isdisjoint({"f", "script", "oleObject", "drawing"})
            if name.endswith(".rels"):
                outside = [one.get("Target", "") for one in root if one.get("TargetMode")]
                assert all(target.startswith(("http://", "https://")) for target in outside)
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    message = openpyxl.utils.escape.unescape(book["问题"]["F2"].value)
    assert message == visible(text)
    for cell in cells:
        if cell.data_type == "s" and cell.value[:1] in {*"=+-@"}:
            assert cell.quotePrefix


def test_the_same_results_give_the_same_bytes():
    results = everywhere("年报")
    assert workbook(*results) == workbook(*results)
