from __future__ import annotations

from typing import TYPE_CHECKING

from lint_disclosure.rulepack.cases import CellText, RuleTest, Want

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def test_a_test_is_read_with_its_cells_as_keys(folder: Folder) -> None:
    folder.rule(
        (
            "given: {cells: {requests: {本年新收: {自然人: 3}}}}, want: [{at: 自然人}]",
            'outcome: fail, given: {form: "2019", partial: true, replace: {甲: 乙}, '
            'cells: {表三: {（七）总计: {合计: "007"}}}}, want: [{at: 总计, severity: info}]',
        )
    )
    sources = folder.sources()
    assert sources.problems == ()
    assert sources.tests == (
        RuleTest(
            rule="ARI003",
            name="平衡",
            form="2021",
            text=None,
            replace=(),
            cells=(),
            partial=False,
            want=(),
            outcome=None,
            file="pack/ARI/ARI003.yaml",
            line=16,
        ),
        RuleTest(
            rule="ARI003",
            name="不平",
            form="2019",
            text=None,
            replace=(("甲", "乙"),),
            cells=(CellText("requests", "total", "total", "007"),),
            partial=True,
            want=(Want(at="总计", severity="info"),),
            outcome="fail",
            file="pack/ARI/ARI003.yaml",
            line=17,
            number=1,
        ),
    )


def test_a_text_of_its_own_is_enough(folder: Folder) -> None:
    folder.rule(
        ("given: {cells: {requests: {本年新收: {自然人: 3}}}}", "given: {text: 一、总体情况}")
    )
    assert folder.sources().tests[1].text == "一、总体情况"
    assert folder.heads() == []
