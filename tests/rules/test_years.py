"""TMP001, TMP002, TMP008: what they speak of in a report for 2024, and what not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lint_disclosure import api
from lint_disclosure.engine import Selection
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.loading import load_pack
from tests.checks.sample import specimen

PLACE = "均依法办理，结转下年度2件。"

OF_ANOTHER_YEAR = """
2023年，我局共收到政府信息公开申请8件，均按时答复。
本单位2022年度通过门户网站公开信息120条。
我镇2023年主动公开政府信息86条，其中政策文件3条。
2023年全年，我局公开各类信息共计1392条。
2023年我局累计通过微信公众号“云川水利”发布信息300余条。
2023年召开新闻发布会2场，同比增加1场。
2023年制定行政规范性文件2件、废止1件。
2023年度未收到政府信息公开申请。
2023年，我局没有收取信息处理费。
2023年，我局未发生因政府信息公开引发的行政复议、行政诉讼。
2023年，我局认真贯彻落实《条例》，积极推进政务公开。
2023年共收到申请12件，上年结转1件，比上年增加3件。
2025年共收到政府信息公开申请8件。
"""

NOT_THE_YEARS_WORK = """
较2023年增加3条。
比2023年公开信息多12条。
与2023年相比，公开信息增加12条。
2023年我局收到申请8件，2024年收到11件，增长37.5%。
2022年、2023年、2024年分别公开信息90条、100条、118条。
截至2023年底，我局累计公开信息960条。
自2019年以来公开信息960条。
2023年以来，我局认真贯彻《条例》。
公开2023年部门决算1份。
2023年部门决算公开1份，2024年部门预算公开1份。
主动公开2023年建议提案办理结果12件。
2022年建议办理公开2件。
2023年政府信息公开工作年度报告公布1份。
《云川县2023年政务公开工作要点》发布后，公开信息3条。
办理因2023年度政府信息公开申请引发行政复议1件、引发行政诉讼2件。
对2023年公开的120条信息进行清理。
其中2023年收到、2024年答复的申请3件。
其中2023年结转的申请3件，均已答复。
清理2023年以前制定的规范性文件5件。
2023年制定的规范性文件3件现行有效。
2025年将举办培训3次。
2025年，我局将认真贯彻落实《条例》。
2023年12月，我局公开信息12条。
2023年国民经济和社会发展统计公报发布1份。
2023年第四季度发布信息12条。
2023年收到的申请3件已经归档。
2023年未办结的申请3件，今年全部办结。
2023年被评为先进单位，召开现场会1次。
针对2023年存在的公开不及时问题，更新信息12条。
2023年立项的水利工程3个，均已公开。
"""

WRONG_CARRY = """
0件转结2024年办结。
2件结转2024年度继续办理。
结转至2024年继续办理2件。
无结转2024年继续办理件。
2024年结转至本年1件。
上年（2024年）结转1件。
结转下年度（2024年）2件。
"""

RIGHT_CARRY = """
无结转2025年继续办理件。
结转2025年办理2件。
2024年结转至2025年办理2件。
结转至下一年度（2025年）2件。
2023年结转至2024年办理1件。
2023年结转2024年继续办理1件。
上年结转至2024年继续办理1件。
上年度结转2024年办理1件。
2023年收到，结转至2024年作出答复的1件。
去年收到的1件结转至2024年办理。
结转到2024年的申请1件均已办结。
2023年结转至本年1件。
2024年结转2件。
2024年结转的2件申请正在办理。
行政复议1件结转2024年继续审理。
"""

NO_DATES = """
2024年2月30日召开培训会。
截至12月31月，公开信息118条。
4月31日前完成。
2023年2月29日召开培训会。
6月31号公示。
"""

DATES = """
截至2024年12月31日，公开信息118条。
2024年11月—12月公开信息118条。
2024年2月29日召开培训会。
2024年12月3 1日召开培训会。
12月31日至1月15日公示。
每月31日前更新。
连续13个月更新。
"""


@cache
def pack():
    return load_pack(sorted(Path(shipped.RULES, "TMP").glob("*.yaml")))


def findings(code, words):
    report = specimen(words={PLACE: f"均依法办理。{words}"})
    return api.lint(
        report, rules=pack(), selection=Selection(select=(code,), profile="all")
    ).findings


def lines(text):
    return text.strip().split("\n")


@pytest.mark.parametrize("words", lines(OF_ANOTHER_YEAR))
def test_work_of_another_year(words):
    assert len(findings("TMP001", words)) == 1


@pytest.mark.parametrize("words", lines(NOT_THE_YEARS_WORK))
def test_other_years_that_are_right(words):
    assert findings("TMP001", words) == ()


@pytest.mark.parametrize("words", lines(WRONG_CARRY))
def test_carried_to_or_from_a_wrong_year(words):
    assert [one.severity for one in findings("TMP002", words)] == ["error"]


@pytest.mark.parametrize("words", lines(RIGHT_CARRY))
def test_carried_to_or_from_the_right_year(words):
    assert findings("TMP002", words) == ()


@pytest.mark.parametrize("words", lines(NO_DATES))
def test_dates_that_do_not_exist(words):
    assert len(findings("TMP008", words)) == 1


@pytest.mark.parametrize("words", lines(DATES))
def test_dates_that_exist(words):
    assert findings("TMP008", words) == ()
