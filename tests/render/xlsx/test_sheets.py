"""What each sheet of the workbook says, read back by openpyxl."""

from __future__ import annotations

from lint_disclosure.render.totals import Totals
from tests.render.output import (
    SRC,
    merged_finding,
    not_a_report,
    open_finding,
    partly,
    unreadable,
    word_result,
)
from tests.render.sample import NAME, result, row_finding
from tests.render.xlsx.conftest import opened, rows

FOUND = result(SRC, merged_finding(), passed=("CEL003",))
CLEAN = result(SRC, path="好.txt", passed=("ARI001", "ARI003", "CEL003"))


class TestOverview:
    def test_a_row_a_file_with_its_verdict_in_the_order_given(self):
        book = opened(FOUND, CLEAN, partly(), not_a_report(), unreadable())
        sheet = book["概览"]
        assert sheet["A1"].value == ("发现错误：3 份年报，1 处错误，1 处提示。")
        found = [row[:9] for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert found == [
            ("文件", "机关", "年度", "表式", "结论", "错误", "警告", "提示", "无法判定"),
            (NAME, "云川县水利局", 2024, "2021", "发现错误", 1, 0, 0, 0),
            ("好.txt", "云川县水利局", 2024, "2021", "未见错误", 0, 0, 0, 0),
            (NAME, "云川县水利局", 2024, "2021", "未能全部核对", 0, 0, 1, 2),
            ("README.md", None, None, None, "不是年报，未核对", None, None, None, None),
            ("坏.txt", None, None, None, "无法读取", None, None, None, None),
        ]

    def test_why_a_file_was_not_checked(self):
        sheet = opened(unreadable(), partly())["概览"]
        assert sheet["M3"].value == "无法读取：文件是空的"
        assert sheet["M4"].value == (
            "未能全部核对：CEL003、ARI001：读不出\n读取时的说明：编码是 GB18030"
        )

    def test_a_file_leads_to_its_first_finding(self):
        book = opened(FOUND, CLEAN, word_result())
        links = [book["概览"][f"A{row}"].hyperlink for row in (3, 4, 5)]
        assert [one and one.location for one in links] == ["'问题'!A2", None, "'问题'!A3"]
        assert book["问题"]["A3"].value == "报告/某局 2024年报.docx"

    def test_verdicts_differ_without_colour(self):
        sheet = opened(FOUND, partly(), CLEAN)["概览"]
        wrong, open_, good = (sheet[f"E{row}"] for row in (3, 4, 5))
        looks = {(one.font.b, one.border.left.style) for one in (wrong, open_, good)}
        assert len(looks) >= 2
        assert wrong.border.left.style == "medium"
        assert open_.border.left.style == "dashed"
        assert good.border.left.style is None


class TestMatrix:
    def test_how_each_rule_ended_on_each_report(self):
        sheet = opened(FOUND, CLEAN, partly())["机关与规则"]
        assert [cell.value for cell in sheet[1]][3:] == ["ARI001", "ARI003", "CEL003", "XTX004"]
        assert [cell.value for cell in sheet[2]] == [
            "机关", "年度", "文件", "各类申请人相加等于总计", "收支平衡", "只填数字", "XTX004",
        ]  # fmt: skip
        found = [[cell.value for cell in sheet[row]][3:] for row in (3, 4, 5)]
        assert found == [
            ["同因", 1, "√", None],
            ["√", "√", "√", None],
            ["未判", "√", "未判", 1],
        ]

    def test_numbers_of_findings_are_shown_with_their_severity(self):
        sheet = opened(FOUND, partly())["机关与规则"]
        assert sheet["E3"].number_format == '"错 "0'
        assert sheet["G4"].number_format == '"提 "0'

    def test_the_same_rule_twice_and_files_without_a_body(self):
        twice = result(SRC, row_finding(SRC), row_finding(SRC), issuer=None)
        sheet = opened(twice, unreadable())["机关与规则"]
        assert [cell.value for cell in sheet[3]] == [NAME, 2024, NAME, 2]
        assert sheet.max_row == 3

    def test_rules_that_apply_nowhere_are_only_among_the_rules(self, linted, specimen, of_rules):
        book = opened(linted(specimen), rules=of_rules)
        shown = {cell.value for cell in book["机关与规则"][1]}
        everywhere = {row["规则"] for row in rows(book["规则"])}
        assert shown - {None} < everywhere
        apart = [row for row in rows(book["规则"]) if row["规则"] not in shown]
        assert {(row["通过"], row["不适用"]) for row in apart} == {(0, 1)}


class TestFindings:
    def test_everything_that_is_known(self):
        [row] = rows(opened(FOUND)["问题"])
        assert len(row.pop("指纹")) == 64
        assert row == {
            "文件": NAME,
            "机关": "云川县水利局",
            "年度": 2024,
            "级别": "错误",
            "规则": "ARI003",
            "问题": "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
            "位置": "表三 （七）总计 自然人",
            "行": 5,
            "列": 11,
            "实为": None,
            "应为": None,
            "相差": 1,
            "算式": "a + b = c + d\n31 + 2 = 33 ≠ 34 = 30 + 4",
            "改法": "最可能应为 29",
            "理由": "两处都平",
            "同因": "ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）",
            "另见": None,
            "建议": "核对台账后更正有误的单元格。",
            "依据": "国办公开办函〔2021〕30号，表三勾稽关系",
            "规则内容": "收支平衡",
            "把握": "高",
        }

    def test_the_code_leads_to_the_page_of_the_rule(self):
        sheet = opened(FOUND)["问题"]
        assert sheet["E2"].hyperlink.target == "https://example.org/rules/ARI003"

    def test_an_address_that_is_none_leads_nowhere(self):
        for url in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", "", "\\\\host\\x"):
            sheet = opened(result(SRC, merged_finding()._replace(url=url)))["问题"]
            assert sheet["E2"].hyperlink is None

    def test_decimals_and_several_ways(self):
        [row] = rows(opened(result(SRC, open_finding()))["问题"])
        assert (row["应为"], row["实为"]) == (34.5, 35)
        assert row["理由"] == ("总计 由 35 改为 34（只差 1）\n商业企业 填 5（只差 1）\n还有 1 种")

    def test_a_file_without_lines(self):
        [row] = rows(opened(word_result())["问题"])
        assert (row["行"], row["列"]) == (None, None)
        assert row["位置"] == "表三 （七）总计 自然人（第3个表格第5行第8格）"


class TestTables:
    def test_a_row_a_report_and_a_column_a_cell(self, linted, specimen):
        other = specimen.replace("云川县水利局", "云川县财政局")
        sheet = opened(linted(specimen, "a.txt"), linted(other, "b.txt"))["表三 2021"]
        groups = [cell.value for cell in sheet[1]]
        heads = [cell.value for cell in sheet[2]]
        assert heads[:11] == [
            "机关", "年度", "文件", "备注",
            "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计",
        ]  # fmt: skip
        assert groups[4].startswith("一、本年新收")
        assert groups[5:11] == [None] * 6
        assert "E1:K1" in {str(area) for area in sheet.merged_cells.ranges}
        assert [cell.value for cell in sheet[3]][:11] == [
            "云川县水利局", 2024, "a.txt", None, 7, 3, 0, 0, 1, 0, 11,
        ]  # fmt: skip
        assert [cell.value for cell in sheet[4]][:3] == ["云川县财政局", 2024, "b.txt"]

    def test_all_tables_of_the_form(self, linted, specimen):
        book = opened(linted(specimen))
        assert book.sheetnames == [
            "概览", "机关与规则", "问题", "表二 2021", "表三 2021", "表四 2021", "未能核对",
            "规则", "说明",
        ]  # fmt: skip
        assert [cell.value for cell in book["表四 2021"][2]][4:9] == [
            "结果维持", "结果纠正", "其他结果", "尚未审结", "总计",
        ]  # fmt: skip

    def test_a_suspected_cell_is_marked_by_its_severity(self, linted, specimen):
        wrong = specimen.replace("| 7 | 3 | 0 | 0 | 1 | 0 | 11 |", "| 7 | 3 | 0 | 0 | 1 | 0 | 12 |")
        sheet = opened(linted(wrong))["表三 2021"]
        assert (sheet["K3"].value, sheet["K3"].border.left.style) == (12, "medium")
        assert sheet["J3"].border.left.style is None

    def test_blank_dash_word_and_what_was_not_read(self, linted, specimen):
        row = "| 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
        text = specimen.replace(row, "|  | / | 待定 | 0 | 1 | 0 | 11 |")
        sheet = opened(linted(text))["表三 2021"]
        assert [cell.value for cell in sheet[3]][4:8] == [None, "/", "待定", 0]

    def test_a_report_without_a_table_has_a_row_that_says_so(self, linted, specimen):
        start = specimen.index("\n四、")
        cut = specimen[:start] + specimen[specimen.index("\n五、") :]
        book = opened(linted(cut, "a.txt"), linted(specimen, "b.txt"), linted(cut, "c.txt"))
        sheet = book["表四 2021"]
        found = [[cell.value for cell in sheet[row]][2:5] for row in (3, 4, 5)]
        assert found[0] == ["a.txt", "没有读到此表", None]
        assert found[1][:2] == ["b.txt", None]
        assert found[2] == ["c.txt", "没有读到此表", None]


class TestUnchecked:
    def test_what_could_not_be_read_or_evaluated_and_why(self):
        found = rows(opened(unreadable(), not_a_report(), partly())["未能核对"])
        assert [tuple(row.values()) for row in found] == [
            ("无法读取", "坏.txt", None, None, None, "文件是空的"),
            ("不是年报，未核对", "README.md", None, None, None, "看不出是年报"),
            ("未能全部核对", NAME, "云川县水利局", 2024, "CEL003, ARI001", "读不出"),
            ("读取时的说明", NAME, "云川县水利局", 2024, None, "编码是 GB18030"),
        ]

    def test_files_that_the_settings_leave_out(self):
        totals = Totals()
        for number in range(22):
            totals.left_out.add(f"草稿/{number}.txt", "exclude")
        found = rows(opened(CLEAN, totals=totals)["未能核对"])
        assert len(found) == 21
        assert found[0]["文件"] == "草稿/0.txt"
        assert found[-1]["原因"] == "另有 2 个文件按设置不检查"

    def test_cells_that_are_not_there(self, linted, specimen):
        row = "| 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
        result = linted(specimen.replace(row, "| 7 | 3 |"))
        states = {cell.state for table in result.shown.tables for cell in table.cells} & {
            "absent",
            "unread",
        }
        told = {one["情况"] for one in rows(opened(result)["未能核对"])}
        assert states
        assert {"absent": "〔无此格〕", "unread": "〔未读出〕"}[states.pop()] in told


class TestRulesAndAbout:
    def test_how_often_each_rule_ended_how(self):
        found = {row["规则"]: row for row in rows(opened(FOUND, CLEAN, partly())["规则"])}
        assert list(found) == ["ARI001", "ARI003", "CEL003", "XTX004"]
        told = {code: tuple(row.values())[3:8] for code, row in found.items()}
        assert told == {
            "ARI001": (1, 1, 1, 0, 1),
            "ARI003": (1, 1, 2, 0, 0),
            "CEL003": (0, 0, 2, 0, 1),
            "XTX004": (1, 1, 0, 0, 0),
        }
        assert found["ARI001"]["依据"] == (
            "国办公开办函〔2021〕30号，表三“总计”列，https://example.org/30"
        )

    def test_the_run_and_the_marks_are_explained(self):
        sheet = opened(FOUND)["说明"]
        told = [tuple(row) for row in sheet.iter_rows(values_only=True)]
        assert told[1] == ("工具", "disclosure-lint 0.1.0")
        assert told[2] == ("所用规则", "全国 (national 0.1.0)")
        assert told[3] == ("小结", "发现错误：1 份年报，1 处错误。")
        assert ("未判", "无法判定") in told
        assert ("错误", "白字深底，粗框") in told


def test_english():
    book = opened(FOUND, unreadable(), lang="en")
    assert book.sheetnames == [
        "overview", "bodies and rules", "findings", "not checked", "rules", "about",
    ]  # fmt: skip
    assert book["overview"]["A1"].value == "Errors found: 1 report, 1 error."
    assert book["overview"]["E4"].value == "could not be read"
    assert book["findings"]["D2"].value == "error"
    assert book["bodies and rules"]["E3"].number_format == '"error "0'


def test_heads_stay_in_view_and_have_filters(linted, specimen):
    book = opened(linted(specimen))
    kept = {sheet.title: (sheet.freeze_panes, sheet.auto_filter.ref) for sheet in book}
    assert kept["概览"] == ("B3", "A2:M3")
    assert kept["问题"] == ("B2", "A1:V1")
    assert kept["表三 2021"][0] == "C3"
    assert kept["说明"] == ("A2", None)
    for sheet in book:
        assert all(one.width >= 7 for one in sheet.column_dimensions.values())
        assert sheet.print_title_rows is not None


def test_nothing_was_found():
    book = opened()
    assert book["概览"]["A1"].value.startswith("未能全部核对")
    assert book["问题"].max_row == 1
