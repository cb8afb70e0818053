"""Check kind ``table_shape``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import table_shape
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

BLOCKS = rule("table_shape", table="proactive", require="blocks")
ROWS_TWO = rule("table_shape", table="proactive", require="rows")
ROWS_THREE = rule("table_shape", table="requests", require="rows", except_group="other_handling")
COLUMNS_TWO = rule("table_shape", table="proactive", require="columns")
COLUMNS_THREE = rule("table_shape", table="requests", require="columns")
GROUP = rule("table_shape", table="requests", require="row_group", group="other_handling")
WIDTH = rule("table_shape", table="disputes", require="width")
ALL = [BLOCKS, ROWS_TWO, ROWS_THREE, COLUMNS_TWO, COLUMNS_THREE, GROUP, WIDTH]

FEES = (
    "第二十条第（八）项 | | | |\n"
    "信息内容 | 本年收费金额（单位：万元） | | |\n"
    "行政事业性收费 | 25.64 | | |\n"
)
ZEROS = " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | "
NOT_CORRECTED = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请" + ZEROS + "|\n"
UNPAID = (
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请" + ZEROS + "| |\n"
)
NUMBERS = "2 | 0 | 1 | 1 | 4 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"
HEADER = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"


@pytest.mark.parametrize("checked", ALL)
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(checked, form):
    assert table_shape.check(checked, specimen(form)) == PASS


def test_a_missing_block():
    report = specimen(words={FEES: ""})
    found = only(table_shape.check(BLOCKS, report))
    assert found.at.locator == "表二"
    assert found.slots == {
        "table": "表二",
        "missing": "第二十条第（八）项",
        "count": 1,
        "part": "表二",
    }
    assert found.cases == ("missing",)
    assert table_shape.check(ROWS_TWO, report) == PASS


def test_a_block_whose_caption_was_lost():
    report = specimen(words={"第二十条第（八）项 | | | |\n": ""})
    assert table_shape.check(BLOCKS, report) == PASS


def test_blocks_in_another_order():
    body = specimen().source.text
    start = body.index("第二十条第（五）项")
    stop = body.index("第二十条第（六）项")
    moved = body[:start] + body[stop:].replace(FEES, FEES + body[start:stop])
    found = only(table_shape.check(BLOCKS, read(moved)))
    assert found.cases == ("order",)
    assert (found.slots["seen"], found.slots["label"]) == (
        "第二十条第（八）项",
        "第二十条第（五）项",
    )


def test_a_missing_row():
    report = specimen(words={"行政强制 | 3 | | |\n": ""})
    found = only(table_shape.check(ROWS_TWO, report))
    assert (found.slots["missing"], found.cases) == ("行政强制", ("missing",))
    assert found.at.locator == "表二「第二十条第（六）项」"
    assert pointed_at(report, found) == "第二十条第（六）项"


def test_several_missing_rows_are_one_violation():
    text = specimen().source.text
    start, stop = text.index("5.属于三类"), text.index("（四）无法提供")
    found = only(table_shape.check(ROWS_THREE, read(text[:start] + text[stop:])))
    assert found.slots["count"] == 4
    assert str(found.slots["missing"]).endswith("7.属于行政执法案卷……")


def test_a_row_in_other_words():
    report = specimen(words={"行政规范性文件 | 2": "规范性文件 | 2"})
    found = only(table_shape.check(ROWS_TWO, report))
    assert found.at.locator == "表二「行政规范性文件」"
    assert pointed_at(report, found) == "规范性文件"
    assert found.slots == {"table": "表二", "label": "行政规范性文件", "seen": "规范性文件"}
    assert (found.cases, found.expected, found.actual) == (
        ("wording",),
        "行政规范性文件",
        "规范性文件",
    )


def test_rows_in_another_order():
    rows = ("行政处罚 | 14 | | |\n", "行政强制 | 3 | | |\n")
    report = specimen(words={"".join(rows): "".join(reversed(rows))})
    found = only(table_shape.check(ROWS_TWO, report))
    assert found.cases == ("order",)
    assert (found.slots["seen"], found.slots["label"]) == ("行政强制", "行政处罚")


EXTRA = {
    "规范性文件 | 2 | 2 | 9 |": "规范性文件 | 2 | 2 | 9 |\n其他主动公开文件（含通知） | 3 | 3 | 7 |"
}
LOST = {"行政强制 | 5 | 0 | 3 |\n": ""}


def test_a_row_that_is_not_in_the_form_leaves_open_whether_others_are_missing():
    assert table_shape.check(ROWS_TWO, specimen("2019", words=EXTRA)) == PASS
    report = specimen("2019", words={**EXTRA, **LOST})
    assert table_shape.check(ROWS_TWO, report).outcome == "cannot_evaluate"


@pytest.mark.parametrize(
    ("labels", "outcome"),
    [
        (["其他主动公开文件"], "fail"),
        (["政府集中采购目录", "其他主动公开文件(含通知)"], "fail"),
        (["主动公开文件"], "cannot_evaluate"),
    ],
)
def test_rows_that_may_be_added(labels, outcome):
    checked = rule("table_shape", table="proactive", require="rows", extra_rows=labels)
    report = specimen("2019", words={**EXTRA, **LOST})
    assert table_shape.check(checked, report).outcome == outcome
    assert table_shape.check(checked, specimen("2019", words=EXTRA)) == PASS


def test_the_rows_of_a_group_are_left_to_another_rule():
    report = specimen(words={UNPAID: ""})
    assert table_shape.check(ROWS_THREE, report) == PASS
    found = only(table_shape.check(GROUP, report))
    assert (found.slots["missing"], found.slots["part"]) == ("（六）2.逾期不缴费", "（六）其他处理")
    assert (found.at.locator, pointed_at(report, found)) == (
        "表三「（六）其他处理」",
        "（六）其他处理",
    )


def test_a_group_that_is_one_row_in_the_form_is_a_row():
    report = specimen("2019", words={"（六）其他处理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n": ""})
    assert only(table_shape.check(ROWS_THREE, report)).slots["missing"] == "（六）其他处理"


def test_one_row_in_place_of_a_group():
    words = {
        NOT_CORRECTED: "1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n",
        UNPAID: "",
        "3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n": "",
    }
    report = specimen(words=words)
    found = only(table_shape.check(GROUP, report))
    assert (found.cases, pointed_at(report, found)) == (("one_row",), "（六）其他处理")
    assert table_shape.check(ROWS_THREE, report) == PASS


def test_a_missing_column_of_a_block():
    words = {
        "本年制发件数 | 本年废止件数 | 现行有效件数": "本年制发件数 | 现行有效件数",
        "规章 | 0 | 0 | 0": "规章 | 0 | 0",
        "行政规范性文件 | 2 | 1 | 9": "行政规范性文件 | 2 | 9",
    }
    found = only(table_shape.check(COLUMNS_TWO, specimen(words=words)))
    assert (found.slots["missing"], found.cases) == ("本年废止件数", ("missing",))


def test_a_header_word_that_was_lost_proves_nothing():
    report = specimen(words={"本年制发件数 | 本年废止件数 | 现行": "本年制发件数 | | 现行"})
    assert table_shape.check(COLUMNS_TWO, report) == PASS


def test_a_column_in_another_unit():
    report = specimen(words={"（单位：万元）": "（元）"})
    found = only(table_shape.check(COLUMNS_TWO, report))
    assert found.at.locator == "表二「本年收费金额（单位：万元）」列"
    assert found.slots["seen"] == "本年收费金额（元）"


def test_a_missing_column_of_table_three():
    text = "".join(
        f"{line}\n"
        for line in (
            "云川县水利局2024年政府信息公开工作年度报告",
            "三、收到和处理政府信息公开申请情况",
            "自然人 | 法人或其他组织 | 总计 |",
            "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 |",
            "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 11 |",
            "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 1 |",
            "四、政府信息公开行政复议、行政诉讼情况",
        )
    )
    assert only(table_shape.check(COLUMNS_THREE, read(text))).slots["missing"] == "其他"
    split = text.replace("商业企业 | 科研机构", "商业 | 科研")
    assert table_shape.check(COLUMNS_THREE, read(split)) == PASS


def test_columns_in_another_order():
    report = specimen(words={"商业企业 | 科研机构 | 社会": "科研机构 | 商业企业 | 社会"})
    found = only(table_shape.check(COLUMNS_THREE, report))
    assert (found.slots["seen"], found.slots["label"]) == ("科研机构", "商业企业")


def test_fourteen_numbers():
    report = specimen(words={NUMBERS: NUMBERS.replace("4 | ", "", 1)})
    found = only(table_shape.check(WIDTH, report))
    assert found.slots == {"table": "表四", "count": 14, "full": 15}
    assert (found.cases, found.expected, found.actual, found.difference) == (
        ("missing",),
        15,
        14,
        -1,
    )


def test_fourteen_numbers_under_a_torn_header():
    words = {
        NUMBERS: NUMBERS.replace("4 | ", "", 1),
        f"{HEADER} | 未经": "结果 | 结果 | 其他 | 尚未 | 总计 | 未经",
        f"{HEADER} | 结果维持 | 结果纠正": "结果 | 结果 | 其他 | 尚未 | 总计 | 结果 | 结果",
        "其他结果 | 尚未审结 | 总计 | | |": "其他 | 尚未 | 总计 | | |",
    }
    assert only(table_shape.check(WIDTH, specimen(words=words))).cases == ("torn",)


def test_a_torn_header_over_fifteen_numbers():
    words = {
        f"{HEADER} | 未经": "结果维持 | 结果 | 其他 | 尚未 | 总计 | 未经",
    }
    assert table_shape.check(WIDTH, specimen(words=words)) == PASS


def test_a_text_that_breaks_off_within_the_table():
    text = specimen().source.text
    report = read(text[: text.index("（四）无法提供")], partial=True)
    assert table_shape.check(ROWS_THREE, report).why == (
        "文本在表三中间中断",
        "the text breaks off within 表三",
    )
    assert table_shape.check(COLUMNS_THREE, report) == PASS


def test_a_table_that_is_missing_is_another_rule():
    text = specimen().source.text
    report = read(text[: text.index("行政复议 | 行政诉讼")] + text[text.index("五、存在") :])
    assert table_shape.check(WIDTH, report).outcome == "not_applicable"


def test_sixteen_numbers():
    report = specimen(words={"1 | 0 | 0 | 0 | 1 |\n": "1 | 0 | 0 | 0 | 1 | 5 |\n"})
    assert table_shape.check(WIDTH, report).why == (
        "表四应有 15 个数，读到 16 个，不能逐一对应",
        "16 numbers were read in 表四 in place of 15",
    )
