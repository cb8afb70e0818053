"""Check kind ``form_year``."""

from __future__ import annotations

from lint_disclosure.checks import form_year
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, read, rule, specimen

RULE = rule("form_year")


def of_year(form, year):
    own = {"2021": "2024", "2019": "2020"}[form]
    return specimen(
        form,
        words={
            f"云川县水利局{own}年政府": f"云川县水利局{year}年政府",
            f"自{own}年1月1日起至{own}年12月31日止": f"自{year}年1月1日起至{year}年12月31日止",
        },
    )


def test_the_forms_of_their_years():
    assert form_year.check(RULE, specimen("2021")) == PASS
    assert form_year.check(RULE, specimen("2019")) == PASS
    assert form_year.check(RULE, of_year("2021", 2021)) == PASS
    assert form_year.check(RULE, of_year("2019", 2019)) == PASS


def test_the_old_tables_in_a_later_year():
    found = only(form_year.check(RULE, of_year("2019", 2023)))
    assert found.at.locator == "表二"
    assert found.slots == {
        "year": 2023,
        "used": "国办公开办函〔2019〕60号",
        "due": "国办公开办函〔2021〕30号",
        "labels": "本年新制作数量、本年新公开数量、对外公开总数量、上一年项目数量、本年增/减、"
        "采购项目数量、采购总金额……",
    }
    assert [mark.locator for mark, _ in found.related][-2:] == [
        "表二「其他对外管理服务事项」",
        "表二「政府集中采购」",
    ]


def test_the_new_tables_in_an_earlier_year():
    found = only(form_year.check(RULE, of_year("2021", 2020)))
    assert str(found.slots["labels"]).startswith("本年制发件数、本年废止件数、现行有效件数")


def test_one_old_label_is_no_old_form():
    report = specimen(words={"行政规范性文件 | 2": "规范性文件 | 2"})
    assert form_year.check(RULE, report) == PASS


def test_without_a_year_there_is_nothing_to_compare():
    text = specimen().source.text.replace("2024年", "").replace("2025", "")
    assert form_year.check(RULE, read(text)).outcome == "not_applicable"
