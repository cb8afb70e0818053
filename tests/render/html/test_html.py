"""What the page says, without a browser."""

from __future__ import annotations

import re

from lint_disclosure.finding import FileResult, Outcomes, RuleNote
from lint_disclosure.render.html.escape import escaped, linked
from lint_disclosure.render.html.inline import Inline
from lint_disclosure.render.html.marks import Mark, Stretch
from lint_disclosure.render.html.words import words
from lint_disclosure.shown import ShownText
from tests.render.html.conftest import EXAMPLES, Linted, page
from tests.render.sample import TABLE, column_finding, result, source

SINGLE = Inline("r1", words("zh"))


def line(text: str, *stretches: tuple[int, int, int]) -> str:
    """A line with findings at (start, end, number), the numbers beside them in brackets."""
    marks = [Stretch(start, end, Mark(n, "error", True)) for start, end, n in stretches]
    html = SINGLE.line(ShownText(text, 1, 1), marks)
    html = re.sub(r'<a class="b e" href="#r1f(\d+)">.*?</a>', r"[\1]", html)
    return html.replace('<mark class="e p">', "{").replace("</mark>", "}")


def verdict(shown: FileResult, lang: str = "zh") -> str:
    found = re.search(r'<p class="verdict \w+">(.*?)</p>', page(shown, lang=lang))
    assert found
    return found[1]


class TestText:
    def test_markup_is_shown_as_it_is(self) -> None:
        assert escaped("<b>&\"'`") == "&lt;b&gt;&amp;&quot;&#39;&#96;"

    def test_what_would_not_be_seen_is_named(self) -> None:
        assert escaped("a\u202eb\x00") == "a&lt;U+202E&gt;b&lt;U+0000&gt;"

    def test_only_pages_of_the_web_are_linked(self) -> None:
        assert linked("规则", "https://example.org/?a=1&b=2") == (
            '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">规则</a>'
        )
        assert linked("规则", "javascript:alert(1)") == "规则"
        assert linked("规则", 'https://example.org/" onclick="x') == "规则"


class TestMarks:
    def test_a_marked_stretch_is_followed_by_its_number(self) -> None:
        assert line("新收35件", (3, 5, 1)) == "新收{35}[1]件"

    def test_stretches_that_overlap_are_cut(self) -> None:
        assert line("abcdef", (1, 5, 1), (3, 7, 2)) == "{ab}{cd}[1]{ef}[2]"

    def test_one_within_another(self) -> None:
        assert line("abcdef", (1, 7, 1), (3, 4, 2)) == "{ab}{c}[2]{def}[1]"

    def test_a_place_without_characters_has_its_number_only(self) -> None:
        assert line("ab", (2, 2, 1)) == "a[1]b"
        assert line("ab", (1, 1, 1)) == "[1]ab"
        assert line("ab", (3, 3, 1)) == "ab[1]"

    def test_of_two_findings_the_heavier_colours_the_place(self) -> None:
        marks = [Stretch(1, 3, Mark(1, "info", True)), Stretch(1, 3, Mark(2, "warning", True))]
        assert '<mark class="w p">ab</mark>' in SINGLE.line(ShownText("ab", 1, 1), marks)


class TestVerdict:
    def test_errors(self, linted: Linted) -> None:
        assert verdict(linted(EXAMPLES / "table-shape.txt")) == (
            "发现错误：3 处错误，1 处警告，5 条规则无法判定。"
        )

    def test_nothing_wrong(self, linted: Linted) -> None:
        assert verdict(linted(EXAMPLES / "clean.txt")) == "未见错误。"
        assert verdict(linted(EXAMPLES / "clean.txt", "en"), "en") == "No errors seen."

    def test_a_report_checked_in_part_has_not_passed(self) -> None:
        notes = (RuleNote("ARI001", "表三没有读出"),)
        shown = FileResult(
            "a.txt", "partly_checked", outcomes=Outcomes(9, 0, 0, 1), undecided=notes
        )
        assert verdict(shown) == "未能全部核对：1 条规则无法判定。"
        assert "<li>ARI001：表三没有读出</li>" in page(shown)

    def test_errors_of_the_run_are_told(self) -> None:
        shown = FileResult("a.txt", "unreadable", "编码不明")
        assert verdict(shown) == "无法读取。"
        assert "编码不明" in page(shown)
        strange = FileResult("b.txt", "not_a_report", "没有年报的标题")
        assert verdict(strange) == "不是年报，未核对。"
        assert "没有年报的标题" in page(strange)


class TestPage:
    def test_nothing_is_let_in_but_the_style_and_the_script(self, linted: Linted) -> None:
        one = page(linted(EXAMPLES / "arithmetic.txt"))
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', one)
        assert policy
        assert re.fullmatch(
            r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; "
            r"form-action 'none'",
            policy[1],
        )
        assert "<script" not in one
        assert "src=" not in one.replace("-src=", "")

    def test_clean_reports_are_only_listed_among_several(self, linted: Linted) -> None:
        clean, wrong = linted(EXAMPLES / "clean.txt"), linted(EXAMPLES / "cells.txt")
        for several in (page(clean, wrong), page(wrong, clean), page(clean, wrong, clean)):
            assert several.count('<section class="report"') == 1
            assert "clean.txt" in several
        assert page(clean).count('<section class="report"') == 1
        assert page(clean, clean).count('<section class="report"') == 0

    def test_the_findings_are_listed_by_severity_and_section(self, linted: Linted) -> None:
        text = page(linted(EXAMPLES / "wording.txt"))
        listed = text[text.index('<nav class="list"') : text.index("</nav>")]
        heads = re.findall(r'<h4>([^<]*)</h4>|<p class="part">([^<]*)</p>', listed)
        assert [one or other for one, other in heads] == [
            "错误 (4)", "一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项",
            "警告 (1)", "全文",
            "提示 (7)", "全文", "一、总体情况", "二、主动公开政府信息情况",
        ]  # fmt: skip

    def test_a_result_without_its_text_still_has_its_notes(self) -> None:
        src = source(TABLE)
        text = page(result(src, column_finding(src)))
        assert "收支不平" in text
        assert "a + b = c + d<br>31 + 2 = 33 ≠ 34 = 30 + 4" in text

    def test_every_word_of_one_language_is_in_the_other(self, linted: Linted) -> None:
        english = page(linted(EXAMPLES / "cells.txt", "en"), lang="en")
        assert '<html lang="en">' in english
        assert "What could not be checked" in english
        zh, en = words("zh"), words("en")
        slots = re.compile(r"\{\w+\}")
        for one, other in zip(zh, en, strict=True):
            if isinstance(one, str):
                assert set(slots.findall(one)) == set(slots.findall(str(other)))
