"""The first words say whether errors were found, none were seen, or not all could be checked."""

from __future__ import annotations

from lint_disclosure.finding import FileResult, Outcomes, RuleNote
from lint_disclosure.render import Settings
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from tests.render.sample import TABLE, column_finding, finding, result, shown, source

SRC = source(TABLE)
CLEAN = result(SRC, outcomes=Outcomes(40, 0, 2, 0))
BROKEN = result(SRC, column_finding(SRC), finding(SRC, "30"), outcomes=Outcomes(38, 2, 2, 0))
UNSURE = result(
    SRC,
    status="partly_checked",
    outcomes=Outcomes(38, 0, 2, 2),
    undecided=(RuleNote("CEL003", "第 5 列读不出数字"), RuleNote("CEL004", "第 5 列读不出数字")),
    not_applicable=(RuleNote("TAB004", "只适用于 2019 年版"),),
)


def told(*results, **settings):
    totals = Totals()
    for one in results:
        totals.add(one)
    return summary(totals, Settings(**settings)).rstrip("\n")


def test_no_errors_seen():
    assert told(CLEAN) == shown("""
    未见错误：1 份年报，也没有警告。
    规则 42 条：40 通过，0 不通过，2 不适用，0 无法判定。
    """)


def test_errors_found():
    assert told(BROKEN) == shown("""
    发现错误：1 份年报，1 处错误，1 处警告。
    规则 42 条：38 通过，2 不通过，2 不适用，0 无法判定。
    """)


def test_could_not_check_everything():
    assert told(UNSURE) == shown("""
    未能全部核对：1 份年报。
    规则 42 条：38 通过，0 不通过，2 不适用，2 无法判定。
    无法判定：
      CEL003、CEL004：第 5 列读不出数字
    """)


def test_why_rules_do_not_apply_is_told_when_asked_for():
    assert "不适用：\n  TAB004：只适用于 2019 年版\n" in told(UNSURE, statistics=True)


def test_only_warnings():
    warned = result(SRC, finding(SRC, "30"), outcomes=Outcomes(41, 1, 0, 0), hidden=2)
    assert told(warned) == shown("""
    未见错误：1 份年报，1 处警告，另有 2 处级别较低未列出（--profile all）。
    规则 42 条：41 通过，1 不通过，0 不适用，0 无法判定。
    """)


def test_nothing_but_what_was_set_aside_is_told_in_the_first_line():
    aside = CLEAN._replace(suppressed=2, baselined=3)
    assert told(aside).splitlines()[0] == (
        "未见错误：1 份年报，另有 3 处在基线里，2 处按理由忽略。"
    )
    assert told(aside, lang="en").splitlines()[0] == (
        "No errors seen: 1 report, 3 in the baseline, 2 set aside with a reason."
    )
    assert told(UNSURE._replace(suppressed=2)).startswith(
        "未能全部核对：1 份年报，另有 2 处按理由忽略。\n规则 "
    )


def test_beside_findings_what_was_set_aside_has_a_line_of_its_own():
    assert told(BROKEN._replace(suppressed=2, baselined=3)).startswith(
        "发现错误：1 份年报，1 处错误，1 处警告。\n另有 3 条按基线忽略，2 条按理由忽略。\n"
    )


def test_many_files():
    unread = FileResult("坏\x1b[2J.txt", "unreadable", "文件不存在")
    other = FileResult("notes.md", "not_a_report", "看不出是政府信息公开工作年度报告")
    cut = CLEAN._replace(path="截断.txt", notices=("文本最后一个字符不完整",))
    assert told(BROKEN, UNSURE, UNSURE, cut, other, unread) == shown("""
    发现错误：4 份年报，1 处错误，1 处警告。
    规则共核对 168 条次：154 通过，2 不通过，8 不适用，4 无法判定。
    无法判定：
         2 份  CEL003、CEL004：第 5 列读不出数字
    未能全部核对（2 个文件）：
      云川县水利局2024年报.txt
      云川县水利局2024年报.txt
    不是年报，未核对（1 个文件）：
      notes.md：看不出是政府信息公开工作年度报告
    无法读取（1 个文件）：
      坏<U+001B>[2J.txt：文件不存在
    读取时的说明（1 个文件）：
      截断.txt：文本最后一个字符不完整
    """)


def test_nothing_that_could_be_checked_is_no_success():
    assert told(FileResult("notes.md", "not_a_report", "不像年报")) == shown("""
    未能全部核对：0 份年报。
    不是年报，未核对（1 个文件）：
      notes.md：不像年报
    """)
    assert told(CLEAN, FileResult("a.txt", "unreadable", "没有读取权限")).startswith(
        "未能全部核对："
    )
    assert told(CLEAN, FileResult("notes.md", "not_a_report", "不像年报")).startswith("未见错误：")


def test_quiet_still_tells_what_could_not_be_read():
    assert told(BROKEN, quiet=True) == ""
    assert told(BROKEN, FileResult("a.txt", "unreadable", "没有读取权限"), quiet=True) == shown("""
    无法读取（1 个文件）：
      a.txt：没有读取权限
    """)


def test_statistics_and_timings():
    timed = BROKEN._replace(timings=(("ARI003", 0.0004), ("XTX004", 0.0012)))
    assert told(timed, timed, quiet=True, statistics=True, timings=True) == shown("""
    各规则的问题数：
          2  ARI003  requests-unbalanced
          2  XTX004  requests-stated-none
    用时 0.000 秒：
           2.40 ms  XTX004
           0.80 ms  ARI003
    """)
    assert told(CLEAN, quiet=True, statistics=True) == "各规则的问题数：\n  无"


def test_in_english():
    notes = (RuleNote("CEL003", "column 5 of table 3 could not be read"),)
    unsure = UNSURE._replace(undecided=notes, not_applicable=())
    gone = FileResult("a.txt", "unreadable", "no such file")
    assert told(BROKEN, unsure, gone, lang="en") == shown("""
    Errors found: 2 reports, 1 error, 1 warning.
    84 rule checks: 76 passed, 2 failed, 4 not applicable, 2 cannot be evaluated.
    Cannot evaluate:
         1 x  CEL003: column 5 of table 3 could not be read
    Not fully checked (1):
      云川县水利局2024年报.txt
    Could not read (1):
      a.txt: no such file
    """)
    assert told(CLEAN, lang="en").startswith("No errors seen: 1 report, no warnings.\n42 rules: 40")


def test_the_first_words_are_colored():
    assert told(BROKEN, color=True).startswith("\x1b[1;31m发现错误\x1b[0m：")
    assert told(UNSURE, color=True).startswith("\x1b[33m未能全部核对\x1b[0m：")
    assert told(CLEAN, color=True).startswith("\x1b[1;32m未见错误\x1b[0m：")


def test_a_code_page_936_console_shows_every_word():
    told(BROKEN, UNSURE, statistics=True, timings=True).encode("gbk")
