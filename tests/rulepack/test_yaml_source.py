from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.yaml_source import YamlFile, parse_yaml, read_yaml

NOTE = Text("这里", "here")


@pytest.fixture(params=["C parser", "Python parser"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def refusal(text: str) -> str:
    with pytest.raises(PackError) as caught:
        parse_yaml("a.yaml", text)
    return str(caught.value)


def marked(file: YamlFile, *path: str | int, **where: object) -> str:
    """The text that a problem at this place would mark."""
    problem = file.problem(path, NOTE, **where)  # type: ignore[arg-type]
    return problem.source_line[problem.column - 1 : problem.column - 1 + problem.length]


def test_scalars_stay_text() -> None:
    text = "phone: 0571\nword: off\nnumber: 1.0\nempty:\nlist: [yes, ~, 2024-01-01]\n"
    assert parse_yaml("a.yaml", text).data == {
        "phone": "0571",
        "word": "off",
        "number": "1.0",
        "empty": "",
        "list": ["yes", "~", "2024-01-01"],
    }


def test_every_value_and_key_has_its_place() -> None:
    file = parse_yaml("a.yaml", '# 说明\n一: {二: "值", 三: [甲, 乙]}\r\n四:\n  - 五: 末\n')
    assert marked(file, "一", "二") == '"值"'
    assert marked(file, "一", "二", key=True) == "二"
    assert marked(file, "一", "三", 1) == "乙"
    assert marked(file, "四", 0, "五") == "末"
    assert marked(file, "四", 0, "六") == "五: 末"
    assert file.problem(("四", 0, "五"), NOTE)[:3] == ("a.yaml", 4, 8)


@pytest.mark.parametrize(
    "text",
    [
        "k: 甲 + 乙丙 = 丁",
        'k: "甲 + 乙丙 = 丁"',
        "k: '甲 + 乙丙 = 丁'",
        "k: 甲 +\n   乙丙\n   = 丁",
        "k: >\n  甲 + 乙丙\n  = 丁\n",
        "k: |\n  甲 + 乙丙 = 丁\n",
    ],
)
def test_a_place_inside_a_value_is_found_however_it_is_written(text: str) -> None:
    file = parse_yaml("a.yaml", text)
    start = file.data["k"].index("乙")
    assert marked(file, "k", inside=(start, 2)) == "乙丙"


def test_a_place_inside_a_value_with_escapes_is_the_whole_value() -> None:
    file = parse_yaml("a.yaml", 'k: "\\u7532 乙"')
    assert marked(file, "k", inside=(2, 1)) == '"\\u7532 乙"'


def test_repeated_keys_are_noted_and_the_first_holds() -> None:
    file = parse_yaml("a.yaml", "a: 1\nb: {c: 2, c: [3, {d: 4}]}\na: 5\n")
    assert file.data == {"a": "1", "b": {"c": "2"}}
    assert [problem.frame() for problem in file.repeated] == [
        "a.yaml:2:11: 键 c 重复了（第 2 行已有）\n"
        "  |\n2 | b: {c: 2, c: [3, {d: 4}]}\n  |           ^",
        "a.yaml:3:1: 键 a 重复了（第 1 行已有）\n  |\n3 | a: 5\n  | ^",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1\nb: *x\n", "a.yaml:1:4: 不支持锚点 & 与别名 *；值以 & 或 * 开头时请加引号"),
        ("a: *x\n", "a.yaml:1:4: 不支持锚点 & 与别名 *；值以 & 或 * 开头时请加引号"),
        ("a: !!python/name:os.system x\n", "a.yaml:1:4: 不支持标签 !；值以 ! 开头时请加引号"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: 一个文件只能有一份文档（多出了 ---）"),
        ("? [a]\n: 1\n", "a.yaml:1:3: 键必须是一个词"),
        ("", "a.yaml:1:1: 文件是空的"),
        ("a: \x07b\n", "a.yaml:1:4: 文件里有 YAML 不允许的控制字符"),
        ("a: " + "[" * 40 + "]" * 40, "a.yaml:1:33: 嵌套太深（最多 30 层）"),
    ],
)
def test_what_has_no_place_in_a_rule_file_is_refused(text: str, message: str) -> None:
    assert refusal(text).split("\n")[0] == message


def test_an_explosion_of_aliases_stops_at_the_first_anchor() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refusal("\n".join(lines)).startswith("a.yaml:1:5: 不支持锚点")


def test_bad_nesting_costs_no_stack() -> None:
    depth = sys.getrecursionlimit() * 10
    for text in ("[" * depth, "- " * depth):
        assert re.match(r"a\.yaml:1:\d+: 嵌套太深（最多 30 层）", refusal(text))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c\n", "值里有冒号加空格时，整个值要加引号"),
        ("a:\n\t- b\n", "缩进只能用空格；以 @ ` % 或制表符开头的值要加引号"),
        ("a: [1, 2\nb: 3\n", "方括号或花括号没有合上，或缺少逗号"),
        ('a: "b\n', "引号没有合上"),
        ("a: [1] 2\n", "检查缩进；以 [ { ' \" 开头的值要整个加引号"),
        ("a: 1\nb\n", "这里缺少冒号"),
    ],
)
def test_syntax_errors_come_with_advice(text: str, hint: str) -> None:
    lines = refusal(text).split("\n")
    assert lines[0].endswith("这里的 YAML 写法有误")
    assert lines[-1] == f"  = {hint}"


def test_files_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("甲: 乙\n".encode() + "丙: 丁\n".encode("gbk"))
    with pytest.raises(PackError) as caught:
        read_yaml(path)
    problem = caught.value.problems[0]
    assert (problem.line, problem.column, problem.message.zh) == (
        2,
        1,
        "文件不是 UTF-8 编码；请另存为，编码选 UTF-8",
    )


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n" * 1_000_000)
    with pytest.raises(PackError) as caught:
        read_yaml(path)
    assert str(caught.value) == f"{path}:1:1: 文件太大（5000000 字节，最多 1000000 字节）"


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(path).data == {"a": "1"}


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="读不了这个文件"):
        read_yaml(tmp_path / "none.yaml")


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="ab:-[]{},\"'&*!|># \n\t?%@`一", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PackError):
        parse_yaml("a.yaml", text)


@pytest.mark.parametrize("slip", ["severity：error", "severity:error"])
def test_a_colon_that_is_none_is_shown_where_it_stands(slip: str) -> None:
    text = f"id: LOC001\n{slip}\nsince: 1.0.0\n"
    with pytest.raises(PackError) as raised:
        parse_yaml("a.yaml", text)
    (problem,) = raised.value.problems
    assert (problem.line, problem.message.zh) == (2, "冒号要用半角的，后面空一格")
    assert slip[problem.column - 1] in "：:"
