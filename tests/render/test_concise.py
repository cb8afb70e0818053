"""One line a finding, in the same shape in every language."""

from __future__ import annotations

from lint_disclosure.finding import Repair
from lint_disclosure.render import Settings, renderer
from tests.render.sample import TABLE, column_finding, finding, result, row_finding, shown, source


def concise(checked, **settings):
    made = renderer("concise", Settings(**settings))
    return made.begin() + made.file(checked)


def test_a_line_a_finding():
    src = source(TABLE)
    checked = result(
        src,
        column_finding(src, message="收支不平"),
        row_finding(src, severity="info", message="不等"),
    )
    assert concise(checked) == shown("""
    云川县水利局2024年报.txt:5:11: error[ARI003] 收支不平
    云川县水利局2024年报.txt:5:20: info[ARI001] 不等

    """)


def test_a_finding_without_a_place_points_to_the_start():
    src = source("正文\n", name="a\x1b[2J.txt")
    checked = result(src, finding(src, message="缺\n表三\u202e"))
    assert concise(checked, lang="en") == shown("""
    a<U+001B>[2J.txt:1:1: warning[XTX004] 缺 表三<U+202E>

    """)


def test_in_color():
    src = source("正文\n")
    checked = result(src, finding(src, "文"))
    assert concise(checked, color=True).replace("\x1b", "ESC") == shown("""
    ESC[1m云川县水利局2024年报.txt:1:2:ESC[0m ESC[33mwarning[XTX004]ESC[0m 正文与表三不一致

    """)


def test_which_number_is_likely_to_be_wrong_and_why():
    src = source(TABLE)
    sure = Repair(True, 1, (), decided="alone", text="甲应为 3", why="都平了")
    open_ = Repair(False, 5, (), undecided="several", text="说不准")
    checked = result(
        src,
        column_finding(src, message="不平", repair=sure),
        row_finding(src, message="不等", repair=open_),
    )
    assert concise(checked) == shown("""
    云川县水利局2024年报.txt:5:11: error[ARI003] 不平；甲应为 3（都平了）
    云川县水利局2024年报.txt:5:20: error[ARI001] 不等；说不准

    """)
    assert "不平; 甲应为 3 (都平了)\n" in concise(checked, lang="en")
