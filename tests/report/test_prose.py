"""Sentences of running text."""

from __future__ import annotations

from lint_disclosure.report.text_match import find_all, squeeze
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, TITLE, parse

WRAPPED = """2024年某局政府信息公开工作年度报告
一、总体情况
二〇二四年，某局坚持以公开为常态、不公开为例外，围
绕中心工作做好政府信息公开，着力发挥政务公开促落实
、优服务、强监督作用，持续推动工作提质增效，全年共
— 1 —
主动公开政府信息一百二十条，其中工作动态六十四条、
通知公告五十六条，没有发生差错和失误，得到群众好评
和上级肯定。全年收到政府信息公开申请十一件，均在法
定期限内答复，没有发生行政复议和行政诉讼案件，也没
有收取任何费用。
五、存在的主要问题及改进情况
一是形式不多。
"""


def test_a_sentence_goes_on_over_wrapped_lines_and_page_numbers(pack: RulePack) -> None:
    report = parse(WRAPPED, pack)
    texts = [sentence.squeezed for sentence in report.sentences if sentence.section == 1]
    assert texts == [
        "二〇二四年,某局坚持以公开为常态、不公开为例外,围绕中心工作做好政府信息公开,着力发挥政务公开促落实"
        "、优服务、强监督作用,持续推动工作提质增效,全年共主动公开政府信息一百二十条,其中工作动态六十四条、"
        "通知公告五十六条,没有发生差错和失误,得到群众好评和上级肯定。",
        "全年收到政府信息公开申请十一件,均在法定期限内答复,没有发生行政复议和行政诉讼案件,也没有收取任何费用。",
    ]


def test_a_match_over_a_line_break_has_a_part_on_each_line(pack: RulePack) -> None:
    report = parse(WRAPPED, pack)
    matches = [match for one in report.sentences for match in find_all("促落实、优服务", one)]
    assert [report.source.cut(match.parts) for match in matches] == ["促落实、优服务"]
    assert len(matches[0].parts) == 2


def test_prose_before_a_table_is_kept_and_the_table_is_not(pack: RulePack) -> None:
    table = "2024年未制发规章。\n信息内容 | 本年制发件数 |\n规章 | 0 | 0 | 0 |\n注：含联合发文。\n"
    text = SECTIONS.replace("信息情况\n三", f"信息情况\n{table}三")
    report = parse(f"{TITLE}\n{text}", pack)
    assert [one.text for one in report.sentences if one.section == 2] == [
        "2024年未制发规章。",
        "注:含联合发文。",
    ]


def test_traditional_characters_and_pinyin_are_read_as_simplified(pack: RulePack) -> None:
    report = parse(f"{TITLE}\n{SECTIONS}".replace("公开信息12条", "公開信(xìn)息12條"), pack)
    assert "公开信息12条" in squeeze("".join(one.text for one in report.sentences))
