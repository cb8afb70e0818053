"""The whole block of a finding: head, arrow, frame, notes."""

from __future__ import annotations

from lint_disclosure.finding import Basis, Broken, Candidate, Change, Equation, Related, Repair
from lint_disclosure.place import Place
from tests.render.sample import (
    TABLE,
    balance,
    block,
    column_finding,
    finding,
    location,
    shown,
    source,
    term,
)

SRC = source(TABLE)


def test_a_finding_in_a_table():
    assert block(SRC, column_finding(SRC)) == shown("""
    错误[ARI003]: 表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1
     --> 云川县水利局2024年报.txt:5:11  表三 （七）总计 自然人
      |
      |                                  | 自然人
    3 | 一、本年新收政府信息公开申请数量 |     31
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2
      |                                         - b
    5 | 三（七）总计                     |     30
      |                                        ^^ c
    6 | 四、结转下年度继续办理           |      4
      |                                         - d
      |
      = 应有: a + b = c + d，即 31 + 2 = 33 ≠ 34 = 30 + 4
      = 建议: 核对台账后更正有误的单元格。
      = 依据: 国办公开办函〔2021〕30号，表三勾稽关系
      = 说明: disclosure-lint rules explain ARI003   https://example.org/rules/ARI003
    """)


def test_the_same_in_english():
    made = column_finding(SRC)
    english = made._replace(
        message="requests, natural person: 33 received, 34 resolved",
        help="Correct the wrong cell.",
        locator="table requests, total, natural person",
        expected=33,
        actual=34,
    )
    assert block(SRC, english, lang="en") == shown("""
    error[ARI003]: requests, natural person: 33 received, 34 resolved
     --> 云川县水利局2024年报.txt:5:11  table requests, total, natural person
      |
      |                                  | 自然人
    3 | 一、本年新收政府信息公开申请数量 |     31
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2
      |                                         - b
    5 | 三（七）总计                     |     30
      |                                        ^^ c
    6 | 四、结转下年度继续办理           |      4
      |                                         - d
      |
      = required: a + b = c + d, here 31 + 2 = 33 ≠ 34 = 30 + 4
      = advice: Correct the wrong cell.
      = basis: 国办公开办函〔2021〕30号, 表三勾稽关系
      = help: disclosure-lint rules explain ARI003   https://example.org/rules/ARI003
    """)


def test_a_finding_in_the_text():
    src = source("本年新收政府信息公开申请34件。\n")
    made = finding(
        src,
        "34",
        confidence="medium",
        expected=35,
        actual=34,
        difference=-1,
        basis=(
            Basis("国办公开办函〔2021〕30号", None, "https://example.org/30"),
            Basis("填报惯例"),
        ),
    )
    assert block(src, made) == shown("""
    警告[XTX004]: 正文与表三不一致
     --> 云川县水利局2024年报.txt:1:13  一、总体情况
      |
    1 | 本年新收政府信息公开申请34件。
      |                         ^^
      |
      = 相差: 实为 34，应为 35，少 1
      = 建议: 核对后改正。
      = 依据: 国办公开办函〔2021〕30号，https://example.org/30
      = 依据: 填报惯例
      = 把握: 中，请人工确认
      = 说明: disclosure-lint rules explain XTX004   https://example.org/rules/XTX004
    """)


def test_words_that_differ_have_no_difference():
    src = source("报告年度：2023\n")
    made = finding(src, "2023", expected="2024", actual="2023", help="", url="")
    assert block(src, made) == shown("""
    警告[XTX004]: 正文与表三不一致
     --> 云川县水利局2024年报.txt:1:6  一、总体情况
      |
    1 | 报告年度：2023
      |           ^^^^
      |
      = 对照: 实为 2023，应为 2024
    """)


def test_without_a_place_in_the_file():
    src = source("正文\n")
    related = (Related(Place(), None, "表三", "没有这张表"),)
    made = finding(src, related=related, confidence="low")
    assert block(src, made) == shown("""
    警告[XTX004]: 正文与表三不一致
     --> 云川县水利局2024年报.txt  一、总体情况
      |
      = 另见: 表三：没有这张表
      = 建议: 核对后改正。
      = 把握: 低，仅供参考
      = 说明: disclosure-lint rules explain XTX004   https://example.org/rules/XTX004
    """)


def test_one_cause_and_its_repair():
    made = column_finding(SRC)
    cell = made.location
    row = Equation(
        (term(SRC, "c", 5, 0), term(SRC, "e", 5, 1)), "=", (term(SRC, "f", 5, 2),), 34, 35
    )
    repair = Repair(
        True, 1, (Change(Place(), cell, 30, 29),), decided="alone", text="应为 29", why="都平了"
    )
    broken = (
        Broken("ARI001", "row-sum", "一行不等", cell, row),
        Broken("XTX001", "received", "正文不同", location(SRC, "三、"), None),
    )
    merged = made._replace(also=("ARI001", "XTX001", "XTX002"), repair=repair, broken=broken)
    assert block(SRC, merged) == shown("""
    错误[ARI003]: 表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1
     --> 云川县水利局2024年报.txt:5:11  表三 （七）总计 自然人
      |
      |                                  | 自然人 | 商业企业 | 总计
    3 | 一、本年新收政府信息公开申请数量 |     31 |          |
      |                                        -- a
    4 | 二、上年结转政府信息公开申请数量 |      2 |          |
      |                                         - b
    5 | 三（七）总计                     |     30 |        4 |   35
      |                                        ^^ c        - e   -- f  c 最可能应为 29
    6 | 四、结转下年度继续办理           |      4 |          |
      |                                         - d
      |
      = 应有: a + b = c + d，即 31 + 2 = 33 ≠ 34 = 30 + 4
      = 同因: ARI001 一行不等（c + e = f）
      = 同因: XTX001 1:1 正文不同
      = 同因: XTX002
      = 改法: 应为 29
      = 理由: 都平了
      = 建议: 核对台账后更正有误的单元格。
      = 依据: 国办公开办函〔2021〕30号，表三勾稽关系
      = 说明: disclosure-lint rules explain ARI003   https://example.org/rules/ARI003
    """)


def test_several_possible_repairs():
    made = column_finding(SRC, basis=(), help="")
    cell = balance(SRC).left[1].location
    ways = (
        Candidate((Change(Place(), cell, 2, 3, "表三 上年结转"),), "只差 1"),
        Candidate(
            (Change(Place(), None, None, 4, "表三 甲"), Change(Place(), None, 5, 6, "表三 乙"))
        ),
    )
    repair = Repair(False, 3, ways[0].changes, None, "several", ways, text="说不准")
    *_, told = block(SRC, made._replace(repair=repair)).partition("  = 改法")
    assert told == shown("""
    : 说不准
      = 可能: 表三 上年结转 由 2 改为 3（只差 1）
      = 可能: 表三 甲 填 4，表三 乙 由 5 改为 6
      = 可能: 还有 1 种
      = 说明: disclosure-lint rules explain ARI003   https://example.org/rules/ARI003
    """)


def test_related_places_that_are_not_shown_are_counted():
    src = source("表三\n" + "甲 | 乙\n" * 7)
    signs = [at for at, sign in enumerate(src.text) if sign in "甲乙"]
    related = tuple(Related(Place(), src.locate(((at, at + 1),)), "表三", "") for at in signs)
    made = finding(src, "表三", related=related)
    assert block(src, made) == shown("""
    警告[XTX004]: 正文与表三不一致
     --> 云川县水利局2024年报.txt:1:1  一、总体情况
      |
    1 | 表三
      | ^^^^
    2 | 甲 | 乙
      | --   --
    3 | 甲 | 乙
      | --   --
    4 | 甲 | 乙
      | --   --
    5 | 甲 | 乙
      | --   --
    6 | 甲 | 乙
      | --   --
    7 | 甲 | 乙
      | --   --
      |
      = 另见: 还有 2 处
      = 建议: 核对后改正。
      = 说明: disclosure-lint rules explain XTX004   https://example.org/rules/XTX004
    """)


def test_long_notes_are_wrapped_under_themselves():
    src = source("正文\n")
    made = finding(
        src,
        "正文",
        help="核对台账，逐一核对（含上年结转）的件数，更正有误的单元格，并同步更正正文。",
    )
    assert block(src, made, width=50) == shown("""
    警告[XTX004]: 正文与表三不一致
     --> 云川县水利局2024年报.txt:1:1  一、总体情况
      |
    1 | 正文
      | ^^^^
      |
      = 建议: 核对台账，逐一核对（含上年结转）的件数，
              更正有误的单元格，并同步更正正文。
      = 说明: disclosure-lint rules explain XTX004
              https://example.org/rules/XTX004
    """)


def test_names_and_messages_cannot_reach_the_terminal():
    src = source("正文\n", name="年报\x1b]0;x\x07\u202e.txt")
    made = finding(
        src, "正文", message="「\x1b[31m红」\n第二行", help="\x1b[0m", locator="表\u200b三"
    )
    assert block(src, made) == shown("""
    警告[XTX004]: 「<U+001B>[31m红」 第二行
     --> 年报<U+001B>]0;x<U+0007><U+202E>.txt:1:1  表<U+200B>三
      |
    1 | 正文
      | ^^^^
      |
      = 建议: <U+001B>[0m
      = 说明: disclosure-lint rules explain XTX004   https://example.org/rules/XTX004
    """)


def test_a_code_page_936_console_shows_every_sign():
    at_least = balance(SRC)._replace(operator=">=")
    for lang in ("zh", "en"):
        for equation in (balance(SRC), at_least):
            block(SRC, column_finding(SRC, equation=equation), lang=lang).encode("gbk")
