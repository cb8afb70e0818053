from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lint_disclosure.rulepack.forms import load_forms
from lint_disclosure.rulepack.model import (
    Block,
    Column,
    Group,
    Row,
    SectionForm,
    TableForm,
    Text,
    Years,
)
from lint_disclosure.rulepack.problem import frames

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def problems(folder: Folder, old: str, new: str, file: str = "forms/2021.yaml") -> str:
    text = (folder.path / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    folder.write(file, text.replace(old, new))
    return frames(load_forms(Path("pack/forms")).problems)


def test_a_form_is_read_with_what_it_leaves_out_filled_in(folder: Folder) -> None:
    forms = load_forms(Path("pack/forms"))
    assert forms.problems == ()
    assert list(forms.forms) == ["2019", "2021"]
    form = forms.forms["2021"]
    assert form[:4] == ("2021", Text("2021年格式", "form of 2021"), "国办公开办函", Years(2021))
    assert form.specimen == "2021年的样张"
    assert form.sections[0] == SectionForm(1, "总体情况", ("概述",), (), (), ())
    assert form.sections[1].keywords == (("主动", "公开"),)
    assert form.tables["proactive"] == TableForm(
        key="proactive",
        title="表二",
        label="主动公开政府信息情况",
        section=2,
        layout="grid",
        rows={
            "regulations": Row("regulations", "规章", "规章", (), ("issued",)),
            "licences": Row("licences", "行政许可", "行政许可", (), ("decisions",)),
            "fees": Row("fees", "行政事业性收费", "行政事业性收费", (), ("amount",)),
        },
        columns={
            "issued": Column("issued", "本年制发件数", (), "count"),
            "decisions": Column("decisions", "本年处理决定数量", (), "count"),
            "amount": Column("amount", "本年收费金额（单位：万元）", (), "amount"),
        },
        groups={},
        blocks=(
            Block("article_20_1", "第二十条第（一）项", ("regulations",), ("issued",)),
            Block("article_20_5", "第二十条第（五）项", ("licences",), ("decisions",)),
        ),
        captions=("信息内容",),
    )
    requests = form.tables["requests"]
    assert requests.rows["received"].short == "一、本年新收"
    assert requests.rows["partly_granted"].short == "部分公开"
    assert requests.rows["total"].columns == ("natural_person", "other", "total")
    assert requests.groups["refused"] == Group(
        "refused", "（三）不予公开", ("不予公开",), ("refused_state_secret", "refused_security")
    )


def test_the_word_tables_are_plain_data(folder: Folder) -> None:
    forms = load_forms(Path("pack/forms"))
    assert forms.characters == {"請": "请"}
    assert forms.bodies == ({"suffixes": ["镇"], "level": "township", "kind": "government"},)
    assert forms.vocabulary == {"contact": {"phone": ["电话", "0571", "off"]}}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('key: "2021"', 'key: "2022"', "pack/forms/2021.yaml:1:6: key 应与文件名相同：2021"),
        ('years: ">=2021"', "years: 二〇二一", '4:8: 年份应写成 ">=2021"、"<=2020"'),
        ('years: ">=2021"', "years: 2020-2021", "4:8: 年份与格式 2019 重叠"),
        ("number: 2,", "number: 1,", "7:14: 第 1 部分出现两次"),
        ("number: 2,", "number: 二,", "7:14: 应为整数，不是文字 二"),
        ("tables: [requests]", "tables: [request]", "没有 request\n"),
        ("    section: 3\n", "    section: 4\n", "没有第 4 部分"),
        ("columns: [amount]", "columns: [amounts]", "没有 amounts\n"),
        ("rows: [licences]", "rows: [license]", "没有 license\n"),
        ("[other_fee, other_other]", "[other_fee, other]", "没有 other\n"),
        (
            "    section: 3\n",
            "    section: 3\n    layout: row\n",
            "不能是 row，应为 grid、flat 之一",
        ),
        ("value: amount", "value: money", "不能是 money，应为 count、amount、change 之一"),
        ("label: 规章", "lable: 规章", "不认识的键 lable\n"),
        ("rows:\n      received", "rows:\n      Received", "键应由小写字母、数字和 _ 组成"),
        ("{label: 自然人}", "{label: 总计}", "名称「总计」与 natural_person 相同，无法区分"),
        ("{label: 1.属于国家秘密}", "{label: 属于 国家秘密, aliases: [（七）总计]}", "无法区分"),
    ],
)
def test_what_is_wrong_with_a_form_is_told(
    folder: Folder, old: str, new: str, message: str
) -> None:
    assert message in problems(folder, old, new)


def test_a_shared_name_is_allowed_where_the_form_says_so(folder: Folder) -> None:
    old = "    columns:\n      natural_person: {label: 自然人}"
    new = "    shared: [总计]\n    columns:\n      natural_person: {label: 总计}"
    assert problems(folder, old, new) == ""


def test_a_form_without_a_specimen_is_not_complete(folder: Folder) -> None:
    (folder.path / "forms/2021.specimen.txt").unlink()
    assert frames(load_forms(Path("pack/forms")).problems) == (
        "pack/forms/2021.yaml:1:6: 缺少样张 2021.specimen.txt\n"
        '  |\n1 | key: "2021"\n  |      ^^^^^^'
    )


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("characters", "請請: 请\n", "pack/forms/characters.yaml:1:1: 太长（最多 1 字）"),
        ("characters", "請: 请请\n", "pack/forms/characters.yaml:1:4: 太长（最多 1 字）"),
        ("characters", "請: 请\n請: 清\n", "pack/forms/characters.yaml:2:1: 键 請 重复了"),
        ("bodies", "- {suffixes: 镇, level: null, kind: x}\n", ":1:14: 应为列表，不是文字 镇"),
        ("vocabulary", "- a\n", "pack/forms/vocabulary.yaml:1:1: 应为键值对，不是列表"),
        ("vocabulary", "a: [b\n", "这里的 YAML 写法有误"),
    ],
)
def test_what_is_wrong_with_a_word_table_is_told(
    folder: Folder, file: str, text: str, message: str
) -> None:
    folder.write(f"forms/{file}.yaml", text)
    assert message in frames(load_forms(Path("pack/forms")).problems)
