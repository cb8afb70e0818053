from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.relation import (
    MAX_DEPTH,
    Linear,
    Name,
    Relation,
    RelationError,
    Side,
    parse,
)


def names(text: str) -> list[str]:
    relation = parse(text)
    return [name.text for _, name in (*relation.left.terms, *relation.right.terms)]


def test_a_relation_keeps_the_position_of_every_name() -> None:
    assert parse("本年新收 + 2 * 上年结转 = sum(不予公开) - 1") == Relation(
        Side(((1, Name("本年新收", 0, 4)), (2, Name("上年结转", 11, 15)))),
        "=",
        Side(((1, Name("不予公开", 22, 26, group=True)),), -1),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.属于国家秘密 + 3.其他 = 总计", ["1.属于国家秘密", "3.其他", "总计"]),
        ("（七）总计 = (三)不予公开", ["（七）总计", "(三)不予公开"]),
        ("（3）其他 = 3", ["（3）其他"]),
        ("一、本年新收 = 二、上年结转", ["一、本年新收", "二、上年结转"]),
        ("本年收费金额（单位：万元） >= 0", ["本年收费金额（单位：万元）"]),
        (
            "（二）部分公开（区分处理的，只计这一情形） = 0",
            ["（二）部分公开（区分处理的，只计这一情形）"],
        ),
        ("3.危及“三安全一稳定” = 0", ["3.危及“三安全一稳定”"]),
        ("本年增/减 = 0", ["本年增/减"]),
        ("「本年 新收（+结转）」 = received.total", ["本年 新收（+结转）", "received.total"]),
        ("2本年新收 = 0", ["2本年新收"]),
        ("summary + sum = 0", ["summary", "sum"]),
    ],
)
def test_what_belongs_to_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("a＋b－c＝d", "a + b - c = d"),
        ("２×（a － ３） ≥ b", "2 * (a - 3) >= b"),
        ("a ≤ b", "a <= b"),
        ("a ≠ b", "a != b"),
        ("a ！＝ b", "a != b"),
        ("a == b", "a = b"),
        ("sum（ 不予公开 ） ＞＝ a", "sum(不予公开) >= a"),
    ],
)
def test_full_width_signs_read_the_same(written: str, plain: str) -> None:
    def shape(text: str) -> object:
        relation = parse(text)
        sides = (relation.left, relation.right)
        return relation.operator, [
            ([(one, name.text, name.group) for one, name in side.terms], side.constant)
            for side in sides
        ]

    assert shape(written) == shape(plain)


def test_brackets_and_coefficients_multiply_out() -> None:
    relation = parse("-(a - 2 * (b - 3)) * 2 = 0 * c")
    assert relation.resolve(lambda name: [name.text]) == Linear(
        ((-2, "a"), (4, "b")), -12, "=", (), 0
    )


def test_a_group_stands_for_its_members_and_equal_cells_are_collected() -> None:
    cells = {"组": ["x", "y"], "x": ["x"]}
    relation = parse("2 * sum(组) + x = 1")
    assert relation.resolve(lambda name: cells[name.text]) == Linear(
        ((3, "x"), (2, "y")), 0, "=", (), 1
    )


@pytest.mark.parametrize(
    ("text", "message", "position", "length"),
    [
        ("", "这里缺少名称或数字", 0, 1),
        ("a + = b", "这里缺少名称或数字", 4, 1),
        ("a = ", "这里缺少名称或数字", 3, 1),
        ("a", "这里应是 = >= <= != 之一", 1, 1),
        ("a = b = c", "一条关系式只能有一个比较号", 6, 1),
        ("a > b", "比较只能用 = >= <= !=", 2, 1),
        (
            "本年 新收 = b",
            "这里缺少 + - * 或比较号；名称里有空格、括号或运算符号时，请写在「」里",
            3,
            2,
        ),
        ("2(a) = b", "这里缺少 + - * 或比较号；名称里有空格、括号或运算符号时，请写在「」里", 1, 1),
        (
            "a（b+c） = d",
            "这里缺少 + - * 或比较号；名称里有空格、括号或运算符号时，请写在「」里",
            1,
            1,
        ),
        ("(a = b", "括号没有合上", 0, 1),
        ("a) = b", "多出一个右括号", 1, 1),
        ("a * b = c", "名称与名称不能相乘，只能乘以整数", 2, 1),
        ("0.5 * a = b", "系数只能是整数，不能是 0.5", 0, 3),
        ("「a = b", "「 没有合上", 0, 1),
        ("「 」 = b", "「」里没有名称", 0, 3),
        ("sum() = b", "sum 的括号里应是一组行的名称", 4, 1),
        ("sum(a + b) = c", "sum 里只能写一个名称", 6, 1),
        ("1 = 1", "关系式里没有名称", 0, 1),
        ("(" * 21 + "a = b", "括号套得太深（最多 20 层）", 20, 1),
        ("9999999999 * a = b", "关系式里的数太大（最大 1000000000）", 0, 1),
        ("99999 * 99999 * a = b", "关系式里的数太大（最大 1000000000）", 0, 1),
        ("a" * 2001, "关系式太长（2001 字，最多 2000 字）", 2000, 1),
    ],
)
def test_mistakes_are_told_with_their_place(
    text: str, message: str, position: int, length: int
) -> None:
    with pytest.raises(RelationError) as caught:
        parse(text)
    error = caught.value
    assert (error.zh, error.position, error.length) == (message, position, length)
    assert error.en.isascii() or "「" in error.en


def test_brackets_may_be_nested_as_deep_as_anyone_needs() -> None:
    assert names("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH + " = 0") == ["a"]


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="a1.2（）()+-*＝=<>!≥「」sum七、 \n", max_size=60))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    try:
        relation = parse(text)
    except RelationError as error:
        place = error.position
    else:
        place = 0
        for _, name in (*relation.left.terms, *relation.right.terms):
            assert text[name.start : name.end] == name.text
    assert 0 <= place <= len(text)
