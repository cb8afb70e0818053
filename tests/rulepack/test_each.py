from __future__ import annotations

from typing import TYPE_CHECKING

from lint_disclosure.rulepack.cases import CellText, Want

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

OLD = "{name: 不平, given: {cells: {requests: {本年新收: {自然人: 3}}}}, want: [{at: 自然人}]}"


def write(folder: Folder, test: str) -> None:
    folder.rule((OLD, test))


def test_a_test_is_spread_over_the_words(folder: Folder) -> None:
    write(
        folder,
        "{name: <列>多一件, each: {列: [自然人, 总计]}, want: [{at: <列>, contains: 「<列>」}], "
        "given: {cells: {requests: {本年新收: {<列>: 3}}}}}",
    )
    assert folder.heads() == []
    _, *tests = folder.sources().tests
    assert [(test.name, test.cells, test.want, test.number) for test in tests] == [
        (
            "自然人多一件",
            (CellText("requests", "received", "natural_person", "3"),),
            (Want(at="自然人", contains="「自然人」"),),
            1,
        ),
        (
            "总计多一件",
            (CellText("requests", "received", "total", "3"),),
            (Want(at="总计", contains="「总计」"),),
            1,
        ),
    ]


def test_lists_go_in_step_and_give_the_name(folder: Folder) -> None:
    write(
        folder,
        "{name: 不平, each: {甲: [一, 二], 乙: [三, 四]}, "
        "given: {replace: {<甲>: <乙>}}, want: [{at: <甲>}]}",
    )
    _, *tests = folder.sources().tests
    assert [(test.name, test.replace, test.want) for test in tests] == [
        ("不平（一、三）", (("一", "三"),), (Want(at="一"),)),
        ("不平（二、四）", (("二", "四"),), (Want(at="二"),)),
    ]


def test_a_cell_may_be_given_twice_the_later_one_counts(folder: Folder) -> None:
    write(
        folder,
        "{name: 不平, each: {列: [自然人]}, want: [{at: 自然人}], "
        "given: {cells: {requests: {本年新收: {自然人: 0, <列>: 1}}}}}",
    )
    _, test = folder.sources().tests
    assert test.cells == (CellText("requests", "received", "natural_person", "1"),)


def test_mistakes(folder: Folder) -> None:
    write(
        folder,
        "{name: 不平, each: {甲: [一, 二], 乙: [三]}, given: {text: <甲>}, want: [{at: 一}]}",
    )
    assert folder.heads() == [
        "pack/ARI/ARI003.yaml:17:34: 测试里没有用到 <乙>",
        "pack/ARI/ARI003.yaml:17:34: each 里几张单子应一样长",
    ]
    write(folder, "{name: 不平, each: {<甲>: [一]}, given: {text: <甲>}, want: [{at: 一}]}")
    assert folder.heads() == ["pack/ARI/ARI003.yaml:17:23: 名称里不能有 < >"]
    write(folder, "{name: <甲>, each: {甲: [一, 一]}, given: {text: <甲>}, want: [{at: 一}]}")
    assert folder.heads() == ["pack/ARI/ARI003.yaml:17:12: 测试名称重复：一"]
