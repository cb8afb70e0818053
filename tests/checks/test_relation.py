"""Check kind ``relation``."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_disclosure.checks import relation
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

PARTS = [
    "natural_person",
    "enterprise",
    "research_institution",
    "public_interest_org",
    "legal_service_org",
    "other",
]


def linear(left, right, operator="="):
    return {"left": left, "operator": operator, "right": right}


def for_forms(compiled):
    return {"2021": compiled, "2019": compiled}


ROW_SUM = rule(
    "relation",
    table="requests",
    for_each="row",
    blank="zero",
    require=for_forms(linear([[1, None, one] for one in PARTS], [[1, None, "total"]])),
)
BALANCE = rule(
    "relation",
    table="requests",
    for_each="column",
    blank="zero",
    require=for_forms(
        linear(
            [[1, "received", None], [1, "carried_in", None]],
            [[1, "total", None], [1, "carried_out", None]],
        )
    ),
)
STOCK = rule(
    "relation",
    table="proactive",
    for_each="row",
    rows=["regulations", "normative_documents"],
    blank="undecided",
    require={
        "2021": linear([[1, None, "in_force"]], [[1, None, "issued"], [-1, None, "repealed"]], ">=")
    },
)


@pytest.mark.parametrize("checked", [ROW_SUM, BALANCE])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(checked, form):
    assert relation.check(checked, specimen(form)) == PASS


def test_a_row_that_does_not_add_up():
    report = specimen(cells={("requests", "received", "natural_person"): "6"})
    found = only(relation.check(ROW_SUM, report))
    assert found.at.locator == "表三「一、本年新收」总计"
    assert pointed_at(report, found) == "11"
    assert found.slots == {
        "row": "一、本年新收",
        "column": "总计",
        "left": 10,
        "right": 11,
        "difference": 1,
        "equation": "6 + 3 + 0 + 0 + 1 + 0 ≠ 11",
    }
    assert (found.expected, found.actual, found.difference) == (10, 11, 1)
    assert found.values == ("6", "3", "0", "0", "1", "0", "11")
    assert [(mark.locator, text) for mark, text in found.related] == [
        ("表三「一、本年新收」自然人", "6"),
        ("表三「一、本年新收」商业企业", "3"),
        ("表三「一、本年新收」法律服务机构", "1"),
    ]


def test_the_equation_has_a_letter_and_a_place_for_each_cell():
    report = specimen(cells={("requests", "received", "natural_person"): "6"})
    equation = only(relation.check(ROW_SUM, report)).equation
    assert equation is not None
    assert "".join(term.letter for term in equation.left + equation.right) == "abcdefg"
    assert (equation.left_value, equation.operator, equation.right_value) == (10, "=", 11)
    last = equation.right[0]
    assert (last.row, last.column, last.raw, last.value) == ("received", "total", "11", 11)
    assert (last.row_label, last.column_label) == ("一、本年新收", "总计")
    assert last.location == report.source.locate(
        report.tables["requests"].cells["received", "total"].parts
    )


def test_without_a_side_of_one_cell_the_total_is_pointed_at():
    report = specimen(cells={("requests", "carried_out", "natural_person"): "2"})
    found = only(relation.check(BALANCE, report))
    assert found.at.locator == "表三「（七）总计」自然人"
    assert (found.expected, found.actual, found.difference) == (None, None, None)
    assert found.slots["equation"] == "7 + 1 ≠ 7 + 2"


def test_many_terms_are_cut_down_to_those_that_are_not_zero():
    rows = ["granted", "partly_granted", "refused_third_party", "refused_internal_affairs"]
    rows += ["unavailable_not_held", "declined_petition", "other_other", "declined_duplicate"]
    checked = rule(
        "relation",
        table="requests",
        for_each="column",
        blank="zero",
        require={"2021": linear([[1, row, None] for row in rows], [[1, "total", None]])},
    )
    report = specimen(cells={("requests", "total", "other"): "3"})
    found = only(relation.check(checked, report))
    assert found.equation is not None
    assert found.equation.left == ()
    assert [term.letter for term in found.equation.right] == ["a"]
    assert found.slots["equation"] == "0 ≠ 3"


def test_blanks_and_dashes_count_as_zero():
    cells = {
        ("requests", "received", one): raw for one, raw in zip(PARTS[2:4], ("", "/"), strict=True)
    }
    assert relation.check(ROW_SUM, specimen(cells=cells)) == PASS


def test_a_blank_total_is_no_zero():
    report = specimen(cells={("requests", "received", "total"): ""})
    assert relation.check(ROW_SUM, report).why == (
        "表三「一、本年新收」总计 空白",
        "表三「一、本年新收」总计 blank",
    )


def test_a_blank_total_of_zeros_is_a_zero():
    report = specimen(cells={("requests", "declined_duplicate", "total"): ""})
    assert relation.check(ROW_SUM, report) == PASS


def test_what_is_left_open_must_be_filled_in():
    report = specimen(cells={("requests", "carried_out", "natural_person"): ""})
    assert relation.check(BALANCE, report).outcome == "cannot_evaluate"


def test_a_blank_for_nothing_left_open_is_a_zero():
    report = specimen(cells={("requests", "carried_out", "enterprise"): ""})
    assert relation.check(BALANCE, report) == PASS


def test_a_column_that_lacks_more_than_came_in_is_broken_even_with_a_blank():
    cells = {
        ("requests", "carried_out", "enterprise"): "",
        ("requests", "total", "enterprise"): "4",
    }
    assert locators(relation.check(BALANCE, specimen(cells=cells))) == [
        "表三「（七）总计」商业企业"
    ]


def test_a_word_leaves_its_row_open_and_the_others_judged():
    cells = {
        ("requests", "received", "natural_person"): "见附件",
        ("requests", "granted", "natural_person"): "9",
    }
    verdict = relation.check(ROW_SUM, specimen(cells=cells))
    assert locators(verdict) == ["表三「（一）予以公开」总计"]
    assert verdict.why is not None
    assert verdict.why[0] == "表三「一、本年新收」自然人 不是数字"


def test_inequality_points_at_the_single_cell():
    cells = {
        ("proactive", "normative_documents", "issued"): "5",
        ("proactive", "normative_documents", "repealed"): "0",
        ("proactive", "normative_documents", "in_force"): "3",
    }
    found = only(relation.check(STOCK, specimen(cells=cells)))
    assert found.at.locator == "表二「行政规范性文件」现行有效件数"
    assert found.slots["equation"] == "3 < 5 - 0"
    assert (found.expected, found.actual, found.difference) == (5, 3, -2)


def test_blanks_may_be_left_undecided():
    report = specimen(cells={("proactive", "regulations", "issued"): ""})
    assert relation.check(STOCK, report).outcome == "cannot_evaluate"


def test_a_relation_of_another_form_does_not_apply():
    assert relation.check(STOCK, specimen("2019")).outcome == "not_applicable"


def test_coefficients_and_constants():
    doubled = {"left": [[2, "fees", "amount"]], "operator": "=", "right": [], "right_constant": 50}
    checked = rule("relation", table="proactive", for_each="none", require={"2021": doubled})
    found = only(relation.check(checked, specimen()))
    assert (found.slots["left"], found.slots["right"]) == (Decimal("51.28"), 50)
    assert found.slots["equation"] == "2 × 25.64 ≠ 50"


def test_a_text_that_breaks_off_within_the_table():
    text = specimen().source.text
    report = read(text[: text.index("（二）部分公开")], partial=True)
    assert relation.check(BALANCE, report).why == (
        "文本在表三中间中断",
        "the text breaks off within 表三",
    )


NOT_CORRECTED = (
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n"
)
UNPAID = (
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | | |\n"
)
ONE_ROW = {
    NOT_CORRECTED: "1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n",
    UNPAID: "",
    "3.其他 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n": "",
}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ONE_ROW,
            (
                "没有读到表三「（六）其他处理」的分项，见 TAB007",
                "「（六）其他处理」的分项 of 表三 not read, see TAB007",
            ),
        ),
        (
            {UNPAID: ""},
            (
                "没有读到表三「（六）2.逾期不缴费」，见 TAB007",
                "「（六）2.逾期不缴费」 of 表三 not read, see TAB007",
            ),
        ),
        (
            {"2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | | |\n": ""},
            (
                "没有读到表三「（五）2.重复申请」，见 TAB006",
                "「（五）2.重复申请」 of 表三 not read, see TAB006",
            ),
        ),
    ],
)
def test_rows_that_are_not_there_are_the_matter_of_another_rule(words, why):
    verdict = relation.check(ROW_SUM, specimen(words=words))
    assert (verdict.outcome, verdict.why) == ("cannot_evaluate", why)


def test_a_table_with_too_few_numbers_is_the_matter_of_another_rule():
    report = specimen(words={"1 | 0 | 0 | 0 | 1 |\n五、": "1 | 0 | 0 | 1 |\n五、"})
    sums = ROW_SUM._replace(
        options={
            **ROW_SUM.options,
            "table": "disputes",
            "require": {
                "2021": linear(
                    [[1, None, part] for part in ("upheld", "corrected", "other", "pending")],
                    [[1, None, "total"]],
                )
            },
        }
    )
    assert relation.check(sums, report).why == (
        "表四的数不是 15 个，见 TAB009",
        "表四 does not have 15 numbers, see TAB009",
    )


def test_a_text_that_breaks_off_before_the_table():
    text = specimen().source.text
    report = read(text[: text.index("三、收到和处理")], partial=True)
    assert relation.check(BALANCE, report).outcome == "cannot_evaluate"


def test_a_report_without_the_table():
    text = specimen().source.text
    report = read(text[: text.index("行政复议 | 行政诉讼")] + text[text.index("五、存在") :])
    checked = BALANCE._replace(
        options={
            **BALANCE.options,
            "table": "disputes",
            "for_each": "none",
            "require": {"2021": linear([[1, "reconsideration", "total"]], [])},
        }
    )
    assert relation.check(checked, report).why == (
        "没有表四，见 STR013",
        "there is no 表四, see STR013",
    )
