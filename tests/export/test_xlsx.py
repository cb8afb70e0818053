"""``xlsx``: one sheet of the reports, one for each table, headings and claims."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from lint_disclosure.api import read
from lint_disclosure.export import exporter
from lint_disclosure.rulepack.model import RulePack


def exported(pack: RulePack, *texts: str, lang: str = "zh") -> openpyxl.Workbook:
    """The workbook of some reports, named 1.txt, 2.txt and so on."""
    pieces: list[bytes] = []
    export = exporter("xlsx", pieces.append, lang, several=True, ascii_only=False)
    for number, text in enumerate(texts, 1):
        export.report(read(text.encode(), name=f"{number}.txt", pack=pack))
    export.end()
    return openpyxl.load_workbook(BytesIO(b"".join(pieces)))


def test_the_sheets_of_reports_on_two_forms(pack: RulePack) -> None:
    book = exported(pack, pack.forms["2021"].specimen, pack.forms["2019"].specimen)
    assert book.sheetnames == [
        "报告",
        "表二 2019",
        "表二 2021",
        "表三 2019",
        "表三 2021",
        "表四 2019",
        "表四 2021",
        "标题",
        "文中的数",
    ]
    head, first, second = ([cell.value for cell in row] for row in book["报告"])
    report = dict(zip(head, first, strict=True))
    assert report["issuer"] == "云川县水利局"
    assert (report["period_start"], report["period_end"]) == ("2024-01-01", "2024-12-31")
    assert report["postcode"] == "699001"
    assert report["fax"] == "0999-6221035"
    assert second[0] == "2.txt"
    headings = [[cell.value for cell in row] for row in book["标题"]]
    assert headings[1] == ["1.txt", 1, 1, "总体情况", "一、总体情况", "第 5 行"]


def test_reports_stand_one_below_the_other(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen
    sheet = exported(pack, text, text)["表三 2021"]
    names = [cell.value for cell in sheet["A"]][1:]
    assert names == ["1.txt"] * 25 + ["2.txt"] * 25
    assert [cell.value for cell in sheet[1]][4:] == [
        "row_label",
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
        "note",
    ]
    assert [cell.value for cell in sheet[2]][3:] == [
        "received",
        "一、本年新收政府信息公开申请数量",
        *(7, 3, 0, 0, 1, 0, 11),
        None,
    ]


def test_what_is_no_number_is_told_apart(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen
    row = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
    assert text.count(row) == 1
    changed = text.replace(
        row, row.replace("7 | 3 | 0 ", "- |  | 无 ").replace("11", "11（含退件）")
    )
    found = [cell.value for cell in exported(pack, changed)["表三 2021"][2]][5:]
    assert found == ["-", None, "无", 0, 1, 0, 11, "总计(含退件)"]
    lost = text.replace(row, "一、本年新收政府信息公开申请数量 | 7 | 3 |")
    for lang, word in (("zh", "〔未读出〕"), ("en", "[unread]")):
        found = [cell.value for cell in exported(pack, lost, lang=lang)["表三 2021"][2]][5:]
        assert found == [word] * 7 + [None]


def test_names_of_sheets_in_english(pack: RulePack) -> None:
    book = exported(pack, pack.forms["2021"].specimen, lang="en")
    assert book.sheetnames[0] == "reports"
    assert book.sheetnames[-2:] == ["headings", "claims"]
    assert book["headings"]["F2"].value == "line 5"
