from __future__ import annotations

import pytest

from lint_disclosure.authoring.proving.relation_edits import relation_edits
from lint_disclosure.rulepack.loading import load_pack


def changed(text: str, for_each: str, table: str) -> list[str]:
    tables = [form.tables[table] for form in load_pack().forms.values()]
    return [edit.apply(text) for edit in relation_edits(text, for_each, tables)]


@pytest.mark.parametrize(
    ("text", "for_each", "table", "wanted"),
    [
        (
            "结果维持 + 2 * 结果纠正 ＝ 总计",
            "row",
            "disputes",
            [
                "0 + 2 * 结果纠正 ＝ 总计",
                "corrected + 2 * 结果纠正 ＝ 总计",
                "结果维持 - 2 * 结果纠正 ＝ 总计",
                "结果维持 + 1 * 结果纠正 ＝ 总计",
                "结果维持 + 3 * 结果纠正 ＝ 总计",
                "结果维持 + 2 * 0 ＝ 总计",
                "结果维持 + 2 * other ＝ 总计",
                "结果维持 + 2 * 结果纠正 >= 总计",
                "结果维持 + 2 * 结果纠正 <= 总计",
                "结果维持 + 2 * 结果纠正 ＝ 0",
                "结果维持 + 2 * 结果纠正 ＝ pending",
            ],
        ),
        (
            "「（七）总计」 >= sum(不予公开)",
            "column",
            "requests",
            [
                "0 >= sum(不予公开)",
                "「carried_out」 >= sum(不予公开)",
                "「（七）总计」 = sum(不予公开)",
                "「（七）总计」 <= sum(不予公开)",
                "「（七）总计」 >= 0",
                "「（七）总计」 >= sum(unavailable)",
            ],
        ),
        (
            "行政复议.总计 <= 9",
            "none",
            "disputes",
            [
                "0 <= 9",
                "litigation_direct.total <= 9",
                "reconsideration.pending <= 9",
                "行政复议.总计 = 9",
                "行政复议.总计 >= 9",
                "行政复议.总计 <= 8",
                "行政复议.总计 <= 10",
            ],
        ),
    ],
)
def test_what_is_changed(text: str, for_each: str, table: str, wanted: list[str]) -> None:
    assert changed(text, for_each, table) == wanted


def test_a_neighbour_is_one_that_all_forms_have() -> None:
    assert "previous_items = 0" not in changed("本年增/减 = 0", "row", "proactive")
