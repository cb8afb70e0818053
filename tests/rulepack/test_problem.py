from __future__ import annotations

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean, nearest


def test_a_frame_points_below_the_mistake_in_cells_of_a_terminal() -> None:
    problem = Problem(
        "rules/ARI/ARI003.yaml",
        12,
        17,
        Text("表三的行里没有「上年结砖」", "上年结砖 is not among the rows"),
        "require: 本年新收 + 上年结砖 = 0",
        4,
        Text("是不是想写 上年结转？", "did you mean 上年结转?"),
    )
    assert problem.frame() == (
        "rules/ARI/ARI003.yaml:12:17: 表三的行里没有「上年结砖」\n"
        "   |\n"
        "12 | require: 本年新收 + 上年结砖 = 0\n"
        "   |                     ^^^^^^^^\n"
        "  = 是不是想写 上年结转？"
    )
    assert problem.frame("en").startswith("rules/ARI/ARI003.yaml:12:17: 上年结砖 is not among")
    assert problem.frame("en").endswith("  = did you mean 上年结转?")


def test_tabs_are_written_out() -> None:
    problem = Problem("a.yaml", 3, 2, Text("缩进", "indent"), "\tkey: 1", 3)
    assert problem.frame() == "a.yaml:3:2: 缩进\n  |\n3 |     key: 1\n  |     ^^^"


def test_without_a_source_line_there_is_only_the_head() -> None:
    assert Problem("a.yaml", 1, 1, Text("没有", "none")).frame() == "a.yaml:1:1: 没有"


def test_the_error_tells_all_problems() -> None:
    problems = [Problem("a.yaml", line, 1, Text(f"第{line}处", "x")) for line in (1, 2)]
    assert str(PackError(problems)) == "a.yaml:1:1: 第1处\n\na.yaml:2:1: 第2处"


def test_what_holds_the_word_comes_before_what_looks_like_it() -> None:
    labels = ["一、本年新收政府信息公开申请数量", "本年新增", "总计"]
    assert nearest("本年新收", labels) == ["一、本年新收政府信息公开申请数量", "本年新增"]
    assert did_you_mean("serverity", ["severity", "since"]) == Text(
        "是不是想写 severity？", "did you mean severity?"
    )
    assert did_you_mean("x", ["severity"]) is None
