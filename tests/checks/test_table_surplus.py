"""Check kind ``table_surplus``."""

from __future__ import annotations

from lint_disclosure.checks import table_surplus
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

AS_FORM = rule("table_surplus", require="as_form", labels=["小计"])
ONCE = rule("table_surplus", require="once")
PENALTIES = "行政处罚 | 14 | | |\n"
OF_ITS_OWN = {PENALTIES: f"行政检查 | 52 | | |\n{PENALTIES}"}


def test_tables_as_the_form_has_them():
    assert table_surplus.check(AS_FORM, specimen()) == PASS
    assert table_surplus.check(ONCE, specimen("2019")) == PASS


def test_rows_among_those_of_the_form():
    report = specimen(words={PENALTIES: f"行政检查 | 52 | | |\n行政监督 | 3 | | |\n{PENALTIES}"})
    found = only(table_surplus.check(AS_FORM, report))
    assert pointed_at(report, found) == "行政检查"
    assert found.slots == {"table": "表二", "count": 2, "labels": "「行政检查」、「行政监督」"}
    assert found.cases == ("row_form_2021", "row")
    assert [text for _, text in found.related] == ["行政监督"]


def test_rows_that_may_be_added():
    options = {**AS_FORM.options, "extra_rows": ["行政检查"]}
    report = specimen(words={PENALTIES: f"行政检查（含抽查） | 52 | | |\n{PENALTIES}"})
    assert table_surplus.check(AS_FORM._replace(options=options), report) == PASS
    assert table_surplus.check(AS_FORM, report).outcome == "fail"


def test_a_row_of_the_form_that_was_not_seen_may_be_the_one_too_many():
    report = specimen(
        words={**OF_ITS_OWN, "行政强制 | 3 | | |\n": "措施 | 3 | | |\n约束 | 1 | | |\n"}
    )
    assert table_surplus.check(AS_FORM, report).outcome == "cannot_evaluate"


def test_a_column_with_values_in_each_row():
    with_sums = specimen()
    text = with_sums.source.text.replace("法律服务机构 | 其他 |", "法律服务机构 | 其他 | 网上 |")
    start = text.index("一、本年新收")
    end = text.index("四、政府信息公开行政复议")
    rows = [f"{row.rstrip(' |')} | 0 |\n" for row in text[start:end].splitlines()[:-1]]
    report = read(text[:start] + "".join(rows) + text[text.rindex("\n", 0, end) + 1 :])
    found = only(table_surplus.check(AS_FORM, report))
    assert found.slots["labels"] == "「网上」"
    assert found.cases == ("column_form_2021", "column")


def test_pieces_of_a_torn_header_are_no_columns():
    words = {"商业企业 | 科研机构 |": "商业 | 科研 | 企业 | 机构 |"}
    assert table_surplus.check(AS_FORM, specimen(words=words)) == PASS


def test_a_table_of_the_body_itself_may_follow():
    words = {
        "行政事业性收费 | 25.64 | | |": "行政事业性收费 | 25.64 | | |\n网站 | 118 |\n微信 | 64 |"
    }
    assert table_surplus.check(AS_FORM, specimen(words=words)) == PASS


def test_a_row_that_stands_there_twice():
    report = specimen(words={PENALTIES: f"{PENALTIES}行政处罚 | 41 | | |\n"})
    found = only(table_surplus.check(ONCE, report))
    assert found.cases == ("row",)
    assert (found.slots["first"], found.slots["second"]) == ("14", "41")
    assert found.at.locator == "表二「行政处罚」本年处理决定数量"
    assert pointed_at(report, found) == "行政处罚"


def test_a_row_that_says_the_same_twice():
    report = specimen(words={PENALTIES: PENALTIES * 2})
    assert table_surplus.check(ONCE, report) == PASS


def test_a_second_table_of_all_rows():
    text = specimen().source.text
    start, end = text.index("一、本年新收"), text.index("四、政府信息公开行政复议")
    table = text[start:end]
    other = table.replace("数量 | 7 |", "数量 | 8 |")
    report = read(text[:end] + other + text[end:])
    found = only(table_surplus.check(ONCE, report))
    assert found.cases == ("table",)
    assert found.slots["cell"] == "「一、本年新收」自然人"
    assert table_surplus.check(ONCE, read(text[:end] + table + text[end:])) == PASS
