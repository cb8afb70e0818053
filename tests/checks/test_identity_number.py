"""Check kind ``identity_number``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import identity_number
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

END = "2024年，县水利局未收取政府信息公开信息处理费。"
MOBILE = r"(?<![0-9])1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}(?![0-9])"
PHONES = rule(
    "identity_number",
    numbers=[
        {"patterns": [MOBILE], "context": ["申请人"]},
        {"patterns": [MOBILE], "context": ["联系电话"], "case": "contact"},
        {"patterns": [MOBILE], "case": "other"},
    ],
    **{"except": ["编号:?$"]},
)
CARDS = rule(
    "identity_number",
    numbers=[{"patterns": ["(?<![0-9A-Za-z])[0-9]{17}[0-9Xx]"], "checksum": "id_card"}],
)
MAILS = rule("identity_number", numbers=[{"patterns": [r"[a-z0-9]+@qq\.com"]}])


def with_end(text):
    return specimen(words={END: END + text})


@pytest.mark.parametrize("checked", [PHONES, CARDS, MAILS])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(checked, form):
    assert identity_number.check(checked, specimen(form)) == PASS


def test_a_number_is_pointed_at_and_never_told_in_full():
    report = with_end("李某 13912345678。")
    found = only(identity_number.check(PHONES, report))
    assert pointed_at(report, found) == "13912345678"
    assert found.at.locator == "六、其他需要报告的事项"
    assert (found.slots, found.values) == ({"masked": "139****5678"}, ("139****5678",))
    assert (found.cases, found.private) == (("other",), True)


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("申请人李某，联系电话13912345678。", ()),
        ("联系电话：13912345678。", ("contact",)),
        ("13912345678（联系电话）。", ("contact",)),
        ("联系电话" + "略" * 31 + "13912345678。", ("other",)),
        ("139-1234-5678。", ("other",)),
    ],
)
def test_the_first_entry_that_fits_decides(text, cases):
    assert only(identity_number.check(PHONES, with_end(text))).cases == cases


def test_words_of_the_same_sentence():
    numbers = [{"patterns": [MOBILE], "context": ["联系"], "within": "sentence"}]
    checked = rule("identity_number", numbers=numbers)
    for text in ("联系" + "略" * 99 + "13912345678。", "13912345678" + "略" * 99 + "联系。"):
        assert only(identity_number.check(checked, with_end(text)))
    for text in ("联系。13912345678。", "联系\n13912345678", "13912345678。联系。"):
        assert identity_number.check(checked, with_end(text)) == PASS


@pytest.mark.parametrize(
    "text", ["编号：13912345678。", "20241391234567890。", "1391234567。", "139 1234 5678。"]
)
def test_other_numbers(text):
    assert identity_number.check(PHONES, with_end(text)) == PASS


def test_two_numbers_with_a_blank_between_them():
    report = with_end("李某 13912345678 13812345678。")
    assert [one.slots["masked"] for one in identity_number.check(PHONES, report).violations] == [
        "139****5678",
        "138****5678",
    ]


@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x"])
def test_the_checksum_decides(number):
    found = only(identity_number.check(CARDS, with_end(f"号码{number}。")))
    assert found.slots["masked"] == f"1101**********{number[-4:]}"
    assert identity_number.check(CARDS, with_end("号码110105194912310021。")) == PASS


@pytest.mark.parametrize("before", range(12))
def test_a_number_is_found_wherever_it_stands(before):
    assert only(identity_number.check(PHONES, with_end("略" * before + "13912345678。")))


def test_in_a_table_of_its_own():
    text = specimen().source.text + "\n姓名 | 电话 |\n李某 | 13912345678 |\n"
    assert identity_number.check(PHONES, read(text)).outcome == "fail"


def test_mail_addresses():
    report = with_end("邮箱：lixx@qq.com、slj@yunchuan.gov.cn。")
    found = only(identity_number.check(MAILS, report))
    assert pointed_at(report, found) == "lixx@qq.com"
    assert found.slots["masked"] == "l***@qq.com"


def test_no_more_than_twenty():
    report = with_end("13912345678、" * 30)
    assert len(identity_number.check(PHONES, report).violations) == 20
    assert set(locators(identity_number.check(PHONES, report))) == {"六、其他需要报告的事项"}
