from __future__ import annotations

import pytest

from lint_disclosure.rulepack.labels import (
    Unresolved,
    clashes,
    find,
    folded,
    plain,
    resolve,
    unnumbered,
)
from lint_disclosure.rulepack.model import Text

ROWS = {
    "received": ("一、本年新收政府信息公开申请数量", "一、本年新收"),
    "partly_granted": ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）",),
    "refused_state_secret": ("1.属于国家秘密", "（三）1.属于国家秘密"),
    "refused_security": ("3.危及“三安全一稳定”",),
    "other_other": ("3.其他",),
    "declined_other": ("（五）6.其他",),
    "total": ("（七）总计",),
}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("received", "received"),
        ("一、本年新收", "received"),
        ("本年新收政府信息公开申请数量", "received"),
        ("(二)部分公开", "partly_granted"),
        ("部分公开", "partly_granted"),
        ("部分公开(区分处理的,只计这一情形,不计其他情形)", "partly_granted"),
        ("属于 国家秘密", "refused_state_secret"),
        ("３．危及「三安全一稳定」", "refused_security"),
        ("3.其他", "other_other"),
        ("总计（zǒngjì）", "total"),
    ],
)
def test_a_row_is_known_by_key_label_and_parts_of_the_label(name: str, key: str) -> None:
    assert find(name, ROWS) == [key]


@pytest.mark.parametrize("name", ["本年新收（含结转）", "总", "", "（七）"])
def test_a_name_that_only_looks_alike_is_not_taken(name: str) -> None:
    assert find(name, ROWS) == []


def test_an_unknown_name_comes_with_what_was_meant() -> None:
    with pytest.raises(Unresolved) as caught:
        resolve("属于国家机密", ROWS, Text("表三的行", "the rows of requests"))
    assert caught.value.message == Text(
        "表三的行里没有「属于国家机密」", "属于国家机密 is not among the rows of requests"
    )
    assert caught.value.hint == Text("是不是想写 1.属于国家秘密？", "did you mean 1.属于国家秘密?")


def test_a_name_with_two_meanings_comes_with_both() -> None:
    with pytest.raises(Unresolved) as caught:
        resolve("其他", ROWS, Text("表三的行", "the rows of requests"))
    assert caught.value.message.zh == "名称含义不止一个：其他"
    assert caught.value.hint == Text(
        "可能是 3.其他（other_other）、（五）6.其他（declined_other）；请写全名或键",
        "it may be 3.其他（other_other） or （五）6.其他（declined_other）",
    )


def test_three_steps_of_a_name() -> None:
    name = "（三）１．属于 “国家秘密”（mì）（注）"
    assert folded(name) == "(三)1.属于国家秘密(注)"
    assert unnumbered(name) == "属于国家秘密(注)"
    assert plain(name) == "属于国家秘密"
    assert unnumbered("一、") == "一、"
    assert plain("（注）") == "(注)"


def test_clashes_are_names_that_two_keys_share() -> None:
    assert clashes({"a": ("甲", "乙"), "b": ("丙", "“乙”"), "c": ("丁", "丁")}) == [
        ("“乙”", "a", "b")
    ]
