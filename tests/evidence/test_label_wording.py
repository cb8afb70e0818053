"""Labels that are worded otherwise, and labels that only lost something on the way."""

from __future__ import annotations

import pytest

from lint_disclosure.evidence.label_wording import other_wording

PARTLY = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
FEE = "本年收费金额（单位：万元）"


@pytest.mark.parametrize(
    ("seen", "own"),
    [
        ("规 章", "规章"),
        ("第二十条  第(一)项", "第二十条第（一）项"),
        ("（二）部分公开", PARTLY),
        ("(二)部分公开(区分处理的,只计这一情形,不计其他情形)", PARTLY),
        ("部分公开（区分处理的，只", PARTLY),
        ("3.危及三安全一稳定", "3.危及“三安全一稳定”"),
        ("危及“三安全一稳定”", "3.危及“三安全一稳定”"),
        ("规章（设区的市、自治州人民政府应提供相关数据）", "规章"),
        ("1.逾期不补正", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        (
            "2.逾期未缴费",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
        ("本年新收", "一、本年新收政府信息公开申请数量"),
        ("2.其他法律、行政法规禁止公开", "2.其他法律行政法规禁止公开"),
        ("行政规范性档案", "行政规范性文件"),
    ],
)
def test_labels_that_only_lost_something(seen, own):
    assert other_wording(seen, own) is None


@pytest.mark.parametrize(
    ("seen", "own", "shown"),
    [
        ("规范性文件", "行政规范性文件", "规范性文件"),
        ("（七）合计", "（七）总计", "(七)合计"),
        ("3.危及“三安一稳”", "3.危及“三安全一稳定”", "3.危及三安一稳"),
    ],
)
def test_labels_worded_otherwise(seen, own, shown):
    assert other_wording(seen, own) == shown


@pytest.mark.parametrize(
    "seen", ["本年收费金额", "本年收费金额 (单位:万元)", "信息内容本年收费金额（单位：万元）"]
)
def test_headers_as_they_come_out_of_conversion(seen):
    assert other_wording(seen, FEE, header=True) is None


@pytest.mark.parametrize("seen", ["结果", "维持"])
def test_torn_headers(seen):
    assert other_wording(seen, "结果维持", header=True) is None


def test_a_header_in_another_unit():
    assert other_wording("本年收费金额（元）", FEE, header=True) == "本年收费金额(元)"


def test_a_header_in_other_words():
    assert other_wording("合计", "总计", header=True) == "合计"
