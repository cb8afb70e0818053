"""How ``full`` shows a fix: its title, how it may be made, and the lines before and after."""

from __future__ import annotations

import pytest

from lint_disclosure.finding import Edit, Fix
from lint_disclosure.render import Settings, renderer
from lint_disclosure.render.totals import Totals
from tests.render.sample import finding, result, source

TEXT = "".join(f"第{name}行：截止今日\n" for name in "甲乙丙丁戊")


def edits(src, count=1):
    found, at = [], -1
    for _ in range(count):
        at = src.text.index("止", at + 1)
        found.append(Edit((at, at + 1), src.locate(((at, at + 1),)), "至"))
    return tuple(found)


def shown(safety="safe", count=1, lang="zh", color=False, text=TEXT):
    src = source(text)
    one = finding(src, "截止今日")._replace(
        fix=Fix(safety, "「截止」改为「截至」", edits(src, count))
    )
    made = renderer("full", Settings(lang=lang, color=color, width=60))
    return made.file(result(src, one))


def test_the_line_is_shown_as_it_is_and_as_it_would_be():
    assert (
        "  = 修正: 「截止」改为「截至」（可自动改：--fix）\n"
        "  |\n"
        "1 | - 第甲行：截止今日\n"
        "1 | + 第甲行：截至今日\n"
        "  |\n"
    ) in shown()


@pytest.mark.parametrize(
    ("safety", "lang", "words"),
    [
        ("unsafe", "zh", "（可能改变意思，确认后可自动改：--fix --unsafe-fixes）"),
        ("display-only", "zh", "（只作提示，请自己改）"),
        ("safe", "en", " (made with --fix)"),
        ("unsafe", "en", " (may change the meaning; made with --fix --unsafe-fixes)"),
        ("display-only", "en", " (shown only, to be made by hand)"),
    ],
)
def test_it_is_said_how_safe_a_fix_is(safety, lang, words):
    assert "".join(words.split()) in "".join(shown(safety, lang=lang).split())


def test_of_many_lines_the_first_three_are_shown():
    text = shown(count=5)
    assert text.count(" | - ") == 3
    assert "  | 还有 2 行\n" in text


def test_removed_and_added_lines_are_coloured():
    text = shown(color=True)
    assert "\x1b[31m- 第甲行：截止今日\x1b[0m" in text
    assert "\x1b[32m+ 第甲行：截至今日\x1b[0m" in text


def test_a_long_line_is_cut_around_what_changes():
    text = shown(text="公开" * 60 + "截止今日" + "公开" * 60)
    before, after = [line for line in text.splitlines() if line.startswith(("1 | -", "1 | +"))]
    assert "截止今日" in before
    assert "截至今日" in after
    assert before.endswith("...")


def test_a_report_cannot_send_escapes_to_the_terminal_with_a_fix():
    assert "\x1b" not in shown(text="\x1b[2J截止今日\n")


@pytest.mark.parametrize(
    ("safeties", "lang", "words"),
    [
        (["safe"], "zh", "其中 1 处可以自动改正（--diff 先看，--fix 改）。"),
        (
            ["safe", "unsafe"],
            "zh",
            "其中 1 处可以自动改正（--diff 先看，--fix 改），另有 1 处要加 --unsafe-fixes。",
        ),
        (["unsafe"], "zh", "其中 1 处确认后可以自动改正（--diff --unsafe-fixes 先看）。"),
        (["safe", "unsafe"], "en", "1 can be fixed (see --diff, then --fix), 1 more with --unsafe"),
        (["unsafe"], "en", "1 can be fixed after a look (--diff --unsafe-fixes)."),
    ],
)
def test_the_summary_says_how_many_can_be_fixed(safeties, lang, words):
    src = source(TEXT)
    one = finding(src, "截止今日")
    totals = Totals()
    totals.add(result(src, *(one._replace(fix=Fix(level, "x", edits(src))) for level in safeties)))
    assert words in renderer("full", Settings(lang=lang)).end(totals)


def test_the_summary_says_nothing_of_what_is_shown_only():
    src = source(TEXT)
    totals = Totals()
    totals.add(result(src, finding(src, "截止")._replace(fix=Fix("display-only", "x", edits(src)))))
    assert "改正" not in renderer("full", Settings()).end(totals)
