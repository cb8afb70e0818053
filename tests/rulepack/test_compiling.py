from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from lint_disclosure.rulepack.compiling import Compiler
from lint_disclosure.rulepack.loading import load_sources
from lint_disclosure.rulepack.problem import frames
from lint_disclosure.rulepack.schema import Shape
from lint_disclosure.rulepack.yaml_source import parse_yaml

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

SCHEMA = {
    "properties": {
        "table": {"x-type": "table"},
        "tables": {"items": {"x-type": "table"}},
        "row": {"x-type": "row"},
        "rows": {"items": {"x-type": "row"}},
        "column": {"x-type": "column"},
        "group": {"x-type": "group"},
        "cells": {"items": {"x-type": "cell"}},
        "in": {"anyOf": [{"items": {"x-type": "section"}}, {"enum": ["report"]}]},
        "patterns": {"items": {"x-type": "pattern"}},
        "for_each": {},
        "require": {"x-type": "relation"},
        "parts": {"items": {"$ref": "#/$defs/part"}},
    },
    "$defs": {"part": {"properties": {"table": {"x-type": "table"}, "row": {"x-type": "row"}}}},
}


Compile = Callable[..., tuple[dict[str, Any], str]]


@pytest.fixture
def compile_options(folder: Folder) -> Compile:
    forms = load_sources([folder.write("forms/vocabulary.yaml", "{}\n")]).pack.forms

    def compiled(text: str, *keys: str) -> tuple[dict[str, Any], str]:
        file = parse_yaml("a.yaml", text)
        compiler = Compiler(file, [forms[key] for key in keys or forms], "請")
        result = compiler.options(file.data, Shape(SCHEMA))
        return result, frames(compiler.problems)

    return compiled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("table: 表三", {"table": "requests"}),
        ("table: 主动公开政府信息情况", {"table": "proactive"}),
        ("{table: requests, rows: [一、本年新收, 总计]}", ["received", "total"]),
        ("{tables: [表二, 表三], rows: [规章, 本年新收]}", ["regulations", "received"]),
        ("rows: [规章, 本年新收]", ["regulations", "received"]),
        ("cells: [requests.received.total, 表三.3.危及“三安全一稳定”.总计]",
         ["requests.received.total", "requests.refused_security.total"]),
        ("cells: [表二.行政事业性收费.本年收费金额]", ["proactive.fees.amount"]),
        ("in: [1, 二, 收到和处理政府信息公开申请情况, 概述]", [1, 2, 3, 1]),
        ("in: report", "report"),
        ("patterns: ['收到[^。]{0,9}申请']", ["收到[^。]{0,9}申请"]),
        ("{table: 表三, group: 不予公开}", "refused"),
        ("parts: [{table: 表二, row: 规章}, {table: 表三, row: 总计}]",
         [{"table": "proactive", "row": "regulations"}, {"table": "requests", "row": "total"}]),
    ],
)  # fmt: skip
def test_names_become_keys(compile_options: Compile, text: str, expected: Any) -> None:
    result, problems = compile_options(text)
    assert problems == ""
    assert result == expected if isinstance(expected, dict) else expected in result.values()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("rows: [总结]", "a.yaml:1:8: 表二、表三的行里没有「总结」"),
        ("{table: 表三, column: 本年制发件数}", "表三的列里没有「本年制发件数」"),
        ("{table: 表三, rows: [3.其他]}", "表三的行里没有「3.其他」（格式 2019）"),
        ("cells: [requests.received]", "单元格应写成 行.列，不是 received"),
        (
            "cells: [表二.规章.本年收费金额]",
            "表二「规章」一行没有「本年收费金额（单位：万元）」这一列",
        ),
        ("in: [4]", "a.yaml:1:6: 各部分里没有「4」"),
        ("patterns: ['收到.*']", "几乎什么字都匹配的重复（如 .* 或 [^。]+）必须写明上限"),
        ("patterns: ['申請']", "a.yaml:1:14: 「請」在匹配前已统一为规范字，这里永远匹配不到"),
    ],
)
def test_names_that_lead_nowhere_are_told(
    compile_options: Compile, text: str, problem: str
) -> None:
    assert problem in compile_options(text)[1]


def test_a_rule_for_one_form_is_held_against_that_form_only(compile_options: Compile) -> None:
    result, problems = compile_options("{table: 表三, rows: [3.其他]}", "2021")
    assert (result["rows"], problems) == (["other_other"], "")


def test_a_name_must_mean_the_same_in_all_forms(compile_options: Compile, folder: Folder) -> None:
    text = (folder.path / "forms/2019.yaml").read_text(encoding="utf-8")
    folder.write("forms/2019.yaml", text.replace("licences", "permits"))
    forms = load_sources([folder.path / "forms"]).pack.forms
    file = parse_yaml("a.yaml", "row: 行政许可")
    compiler = Compiler(file, list(forms.values()))
    compiler.options(file.data, Shape(SCHEMA))
    assert frames(compiler.problems) == (
        "a.yaml:1:6: 名称含义不止一个：行政许可 在各版格式中不同："
        "permits（格式 2019）、licences（格式 2021）\n"
        "  |\n1 | row: 行政许可\n  |      ^^^^^^^^\n"
        "  = 只用于某一版格式时，写 applies_to: {forms: [...]}"
    )
