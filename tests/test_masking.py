"""Private numbers are hidden in everything that a result holds."""

from __future__ import annotations

from lint_disclosure import lint, read
from lint_disclosure.finding import Broken
from lint_disclosure.masking import mask_findings, mask_source
from lint_disclosure.place import Source
from lint_disclosure.render import Settings, renderer
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.spot import PageSpot
from tests.render.sample import finding, source

CARD, MOBILE = "110105190001010028", "13912345678"
END = "2024年，县水利局未收取政府信息公开信息处理费。"


def test_lines_and_columns_stay_what_they_are() -> None:
    masked = mask_source(Source("a.txt", "甲12\n乙34"), [(1, 3), (5, 7)])
    assert (masked.name, masked.text) == ("a.txt", "甲**\n乙**")


def test_places_in_the_file_stay_known() -> None:
    class Pages:
        def spot(self, start: int, end: int) -> PageSpot:
            return PageSpot(start + 1, (0.0, 0.0, float(end), 1.0))

    masked = mask_source(Source("a.pdf", "甲12", Pages()), [(1, 3)])
    assert masked.locate(((1, 3),)).words == "第2页"


def test_no_format_shows_them(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen
    said = f"{END}身份证号{CARD}，手机{MOBILE}，今年收到申请32件。"
    result = lint(read(text.replace(END, said).encode(), name="report.txt"))
    assert {"WRD001", "WRD003", "TMP007"} <= {finding.rule for finding in result.findings}
    for name in ("full", "concise", "json"):
        shown = renderer(name, Settings()).file(result)
        assert "WRD001" in shown
        assert CARD not in shown
        assert MOBILE not in shown


def test_what_other_findings_quote_is_hidden_too() -> None:
    src = Source("a.txt", f"电话{MOBILE}")
    said = f"「电话{MOBILE}」有误"
    broken = Broken("XTX001", "received", said, None, None)
    found = finding(source("电话"), "电话", message=said, actual=MOBILE, broken=(broken,))
    (masked,) = mask_findings([found], src, [(2, 13)])
    hidden = f"「电话{'*' * 11}」有误"
    assert (masked.message, masked.actual) == (hidden, "*" * 11)
    assert masked.broken[0].message == hidden


def test_a_report_without_any_is_shown_as_it_is(pack: RulePack) -> None:
    report = read(pack.forms["2021"].specimen.encode(), name="report.txt")
    assert lint(report).source is report.source
