from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lint_disclosure.rulepack.forms import load_forms
from lint_disclosure.rulepack.labels import group_names, merged
from lint_disclosure.rulepack.relations import compile_relation

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


Compiled = Callable[..., Any]


@pytest.fixture
def compiled(folder: Folder) -> Compiled:
    forms = load_forms(Path("pack/forms")).forms

    def run(text: str, table: str = "requests", form: str = "2021", **options: object) -> Any:
        tables = [one.tables[table] for one in forms.values()]
        groups = merged(map(group_names, tables))
        result, wrong = compile_relation(text, forms[form].tables[table], options, groups)
        sides = result["left"], result["right"]
        return sides if not wrong else [(error.message.zh, at) for error, at in wrong]

    return run


def test_along_columns_names_are_rows(compiled: Compiled) -> None:
    assert compiled("2 * 本年新收 = 总计 - 1", for_each="column") == (
        [[2, "received", None]],
        [[1, "total", None]],
    )


def test_along_rows_names_are_columns(compiled: Compiled) -> None:
    assert compiled("自然人 + 其他 = 总计", for_each="row") == (
        [[1, None, "natural_person"], [1, None, "other"]],
        [[1, None, "total"]],
    )


def test_otherwise_names_are_cells(compiled: Compiled) -> None:
    assert compiled("本年新收.总计 >= 1.属于国家秘密.合计", for_each="none") == (
        [[1, "received", "total"]],
        [[1, "refused_state_secret", "total"]],
    )


def test_a_group_is_its_rows_or_the_one_row_of_another_form(compiled: Compiled) -> None:
    relation = "sum(不予公开) + sum(其他处理) = 总计"
    refused = [[1, "refused_state_secret", None], [1, "refused_security", None]]
    others = [[1, "other_fee", None], [1, "other_other", None]]
    assert compiled(relation, for_each="column")[0] == refused + others
    assert compiled(relation, form="2019", for_each="column")[0] == [
        *refused,
        [1, "other_handling", None],
    ]


@pytest.mark.parametrize(
    ("relation", "options", "wrong"),
    [
        ("本年新手 = 总结", {"for_each": "column"},
         [("表三的行里没有「本年新手」", (0, 4)), ("表三的行里没有「总结」", (7, 2))]),
        ("自然人 = 总计", {"for_each": "column"}, [("表三的行里没有「自然人」", (0, 3))]),
        ("不予公开 = 总计", {"for_each": "column"}, [("「不予公开」是一组行", (0, 4))]),
        ("sum(本年新收) = 总计", {"for_each": "column"},
         [("表三的行组里没有「本年新收」", (4, 4))]),
        ("sum(不予公开) = 总计", {"for_each": "row"},
         [("sum 只能用在 for_each: column 里", (4, 4))]),
        ("总计 = 1", {"for_each": "none"}, [("单元格应写成 行.列，不是 总计", (0, 2))]),
        ("本年制发件数 >= 0",
         {"for_each": "row", "rows": ["规章", "行政许可"], "table": "proactive"},
         [("表二「行政许可」一行没有「本年制发件数」这一列", (0, 6))]),
        ("本年制发件数 >= 本年处理决定数量", {"for_each": "row", "table": "proactive"},
         [("没有哪一行或哪一列同时有这些单元格", (0, 18))]),
        ("0 * 总计 = 0", {"for_each": "column"}, [("关系式里的单元格都抵消了", (0, 10))]),
        ("规章 >= 行政许可", {"for_each": "column", "table": "proactive"},
         [("没有哪一行或哪一列同时有这些单元格", (0, 10))]),
    ],
)  # fmt: skip
def test_names_that_lead_nowhere_are_all_told(
    compiled: Compiled, relation: str, options: dict[str, Any], wrong: object
) -> None:
    assert compiled(relation, **options) == wrong
